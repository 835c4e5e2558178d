package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/spf13/cobra"

	"rostrum/api"
	"rostrum/fault"
)

// pausing is what `rostrum pause` was asked.
type pausing struct {
	*remote
	account, network, topic, why string
	list                         bool
}

func (p *program) pauseCommand() *cobra.Command {
	f := &pausing{remote: &remote{program: p}}
	c := &cobra.Command{
		Use:   "pause",
		Short: p.say("Stop everything that goes out, at once", "Tučtuojau sustabdyti skelbimą"),
		Long: p.say(`Stop everything that goes out, or what goes to one account, one network or about one topic. It says “Paused” only when that
holds: what was on its way has ended by then, and nothing leaves until somebody resumes – no post that becomes due, no retry.
The token needs the scope post:pause, and post:read for --list.`,
			`Sustabdo viską, kas skelbiama, arba tai, kas skirta vienai paskyrai, tinklui ar temai. „Sustabdyta“ parašoma tik tada, kai tai
galioja: kas jau buvo siunčiama, baigėsi, ir kol kas nors neatnaujins, niekas nebeišeis – nei įrašas, kurio laikas atėjo, nei
pakartotinis bandymas. Žetonui reikia srities post:pause, o --list – post:read.`),
		Example: "  rostrum pause --server https://rostrum.example.com --why \"An accident at the plant\"\n  rostrum pause --account @banga@mastodon.social --why \"The account was broken into\"\n  rostrum pause --list",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return p.told(f.run(c.Context())) },
	}
	f.flags(c.Flags())
	c.Flags().StringVar(&f.account, "account", "", p.say("only this account, by its handle", "tik ši paskyra, nurodoma vardu"))
	c.Flags().StringVar(&f.network, "network", "", p.say("only this network", "tik šis tinklas"))
	c.Flags().StringVar(&f.topic, "topic", "", p.say("only posts about this topic", "tik įrašai šia tema"))
	c.Flags().StringVar(&f.why, "why", "", p.say("why; it goes on the record", "priežastis; ji lieka žurnale"))
	c.Flags().BoolVar(&f.list, "list", false, p.say("show the pauses that hold", "parodyti galiojančius sustabdymus"))
	return c
}

func (f *pausing) run(ctx context.Context) error {
	if err := f.ready(); err != nil {
		return err
	}
	if f.list {
		return f.tellAll(ctx)
	}
	asked := map[string]string{"scope": "everything", "why": f.why}
	for scope, what := range map[string]string{"account": f.account, "network": f.network, "topic": f.topic} {
		if what == "" {
			continue
		}
		if asked["scope"] != "everything" {
			return errors.New(f.say("name one of --account, --network and --topic, or none", "nurodykite vieną iš --account, --network ir --topic arba nė vienos"))
		}
		asked["scope"], asked["what"] = scope, what
	}
	if f.why == "" {
		return errors.New(f.say("say why: --why \"…\"", "nurodykite priežastį: --why „…“"))
	}
	var held struct {
		Pause  api.Pause
		InHand int   `json:"in_hand"`
		Waited int64 `json:"waited_ms"`
	}
	if _, err := f.send(ctx, http.MethodPost, "/pauses", asked, nil, &held); err != nil {
		return err
	}
	since := held.Pause.From.Add(time.Duration(held.Waited) * time.Millisecond).UTC().Format("15:04:05")
	fmt.Fprintf(f.out, f.say("Paused. Nothing has left since %s UTC.\n", "Sustabdyta. Nuo %s UTC niekas nebeišeina.\n"), since)
	if held.InHand > 0 {
		fmt.Fprintf(f.out, f.say("Already on their way, and ended before that: %d\n", "Jau buvo siunčiama ir iki tol baigėsi: %d\n"), held.InHand)
	}
	return nil
}

func (f *pausing) tellAll(ctx context.Context) error {
	all, err := f.pauses(ctx)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		fmt.Fprintln(f.out, f.say("No pause holds.", "Niekas nesustabdyta."))
	}
	for _, p := range all {
		fmt.Fprintf(f.out, "%s  %s  %s  %s: %s\n", p.ID, clockTime(p.From), f.pauseScope(p), printable(p.By.Name), printable(p.Why))
	}
	return nil
}

func (r *remote) pauses(ctx context.Context) ([]api.Pause, error) {
	var all struct{ Items []api.Pause }
	_, err := r.get(ctx, "/pauses", &all)
	return all.Items, err
}

func (p *program) pauseScope(h api.Pause) string {
	scope := map[string]string{"everything": p.say("everything", "viskas"), "account": p.say("account ", "paskyra "),
		"network": p.say("network ", "tinklas "), "topic": p.say("topic ", "tema ")}[h.Scope]
	return scope + printable(h.What)
}

func (p *program) resumeCommand() *cobra.Command {
	r := &remote{program: p}
	c := &cobra.Command{
		Use:   "resume [pause]",
		Short: p.say("End a pause", "Baigti sustabdymą"),
		Long: p.say(`End a pause; where one holds, it need not be named. What became due meanwhile does not go out by itself: each post waits
for a person's word. The token needs the scopes post:read and post:pause.`,
			`Baigia sustabdymą; jei galioja vienas, jo įvardyti nereikia. Kas tuo metu turėjo būti paskelbta, savaime neišeina: kiekvienas
įrašas laukia žmogaus sprendimo. Žetonui reikia sričių post:read ir post:pause.`),
		Example: "  rostrum resume --server https://rostrum.example.com",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New(p.say("name one pause at most", "nurodykite ne daugiau kaip vieną sustabdymą"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return p.told(r.resume(c.Context(), args)) },
	}
	r.flags(c.Flags())
	return c
}

func (r *remote) resume(ctx context.Context, args []string) error {
	if err := r.ready(); err != nil {
		return err
	}
	if len(args) == 0 {
		all, err := r.pauses(ctx)
		switch {
		case err != nil:
			return err
		case len(all) == 0:
			return fault.New(fault.NotFound, "No pause holds.", "Niekas nesustabdyta.")
		case len(all) > 1:
			return fault.New(fault.Invalid, "Several pauses hold. Name one: “rostrum pause --list” shows them.",
				"Galioja keli sustabdymai. Nurodykite vieną: juos parodo „rostrum pause --list“.")
		}
		args = []string{all[0].ID}
	}
	var ended struct{ Held int }
	if _, err := r.send(ctx, http.MethodPost, "/pauses/"+url.PathEscape(args[0])+"/resume", nil, nil, &ended); err != nil {
		return err
	}
	fmt.Fprintln(r.out, r.say("Resumed.", "Skelbimas atnaujintas."))
	if ended.Held > 0 {
		fmt.Fprintf(r.out, r.say("Posts that became due meanwhile and wait for a person's word: %d. “rostrum publications --state held” lists them.\n",
			"Įrašų, kurių laikas tuo metu atėjo ir kurie laukia žmogaus sprendimo: %d. Juos parodo „rostrum publications --state held“.\n"), ended.Held)
	}
	return nil
}
