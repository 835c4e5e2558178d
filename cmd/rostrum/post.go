package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rostrum/api"
	"rostrum/compose"
	"rostrum/compose/picture"
	"rostrum/fault"
)

// posting is what `rostrum post` was asked.
type posting struct {
	*remote
	accounts, images, alts, credits []string
	at, lang, topic                 string
	draft, wait                     bool
}

func (p *program) postCommand() *cobra.Command {
	f := &posting{remote: &remote{program: p}}
	c := &cobra.Command{
		Use:   "post file|-",
		Short: p.say("Write a post for the company's accounts and submit it", "Parašyti įrašą įmonės paskyroms ir jį pateikti"),
		Long: p.say(`Write a post for the company's accounts on a server and submit it. What the check says is printed like that of “rostrum
check”, then who must say yes, and the post's address. A line with only --- begins the next post of a thread. The token needs
the scopes post:read and post:write.

--at is a day and a time in your time zone, or next: the first time of the week of the first account for which nothing is
planned yet. Without it the post goes out as soon as everybody has said yes. --alt and --credit belong to the pictures in
their order.

Exit status: 0 submitted or approved, 1 stopped by the policy – it stays as a draft –, 2 an error. With --wait: 0 once it is
out, 1 when somebody said no or it is held.`,
			`Serveryje parašo įrašą įmonės paskyroms ir jį pateikia. Patikros pastabos išspausdinamos taip, kaip tai daro „rostrum
check“, paskui nurodoma, kieno pritarimo reikia, ir įrašo adresas. Eilutė, kurioje tik ---, pradeda kitą gijos įrašą. Žetonui
reikia sričių post:read ir post:write.

--at – diena ir laikas jūsų laiko juosta arba next: pirmasis pirmosios paskyros savaitės laikas, kuriam dar nieko nesuplanuota.
Nenurodžius įrašas skelbiamas, kai tik visi pritars. --alt ir --credit paveikslėliams priskiriami iš eilės.

Grąžinamas kodas: 0 – pateikta arba patvirtinta, 1 – sustabdė politika (įrašas lieka juodraštis), 2 – klaida. Su --wait: 0 –
paskelbta, 1 – kas nors atmetė arba įrašas sulaikytas.`),
		Example: `  rostrum post --server https://rostrum.example.com --account @banga@mastodon.social --at "2026-11-24 09:00" post.txt
  rostrum post --account @banga@mastodon.social --image shop.jpg --alt "Our new shop" --credit "Ona Onaitė" --wait post.txt
  echo "Atsidarome devintą!" | rostrum post --account banga.example.com --lang lt --draft -`,
		Args: p.oneFile(),
		RunE: func(c *cobra.Command, args []string) error { return p.told(f.post(c.Context(), args[0])) },
	}
	f.flags(c.Flags())
	c.Flags().StringArrayVar(&f.accounts, "account", nil, p.say("handle of an account; may be given several times", "paskyros vardas; galima nurodyti kelis kartus"))
	c.Flags().StringVar(&f.at, "at", "", p.say(`when it goes out, "2026-11-24 09:00" or next`, `kada skelbti, „2026-11-24 09:00“ arba next`))
	c.Flags().StringVar(&f.lang, "lang", "", p.say("the post's language, en or lt; default: recognised", "įrašo kalba, en arba lt; numatyta – atpažįstama"))
	c.Flags().StringVar(&f.topic, "topic", "", p.say("topic of the policy's book of speakers", "politikos kalbančiųjų sąrašo tema"))
	c.Flags().StringArrayVar(&f.images, "image", nil, p.say("picture; may be given several times", "paveikslėlis; galima nurodyti kelis kartus"))
	c.Flags().StringArrayVar(&f.alts, "alt", nil, p.say("what the picture shows", "kas matyti paveikslėlyje"))
	c.Flags().StringArrayVar(&f.credits, "credit", nil, p.say("who made the picture", "paveikslėlio autorius"))
	c.Flags().BoolVar(&f.draft, "draft", false, p.say("keep it as a draft, submit nothing", "palikti juodraštį, nieko nepateikti"))
	c.Flags().BoolVar(&f.wait, "wait", false, p.say("wait until it is out or decided, and print the link", "laukti, kol bus paskelbta arba nuspręsta, ir išspausdinti nuorodą"))
	return c
}

func (f *posting) post(ctx context.Context, file string) error {
	if err := f.usable(); err != nil {
		return err
	}
	asked, err := f.written(file)
	if err != nil {
		return err
	}
	if err := f.timed(ctx, asked); err != nil {
		return err
	}
	if asked["images"], err = f.pictures(ctx); err != nil {
		return err
	}
	var made api.Post
	head, err := f.send(ctx, http.MethodPost, "/posts", asked, nil, &made)
	if err != nil {
		return err
	}
	var found api.Decision
	if _, err := f.get(ctx, "/posts/"+made.ID+"/check", &found); err != nil {
		return err
	}
	if err := f.decision(found); err != nil {
		return err
	}
	if f.draft || found.Verdict == "block" {
		fmt.Fprintf(f.out, f.say("Kept as a draft: %s\n", "Palikta kaip juodraštis: %s\n"), f.address(made.ID))
		return stopAt(found.Verdict == "block")
	}
	var submitted struct {
		Post    api.Post
		Request api.Request
	}
	if _, err := f.send(ctx, http.MethodPost, "/posts/"+made.ID+"/submit", nil, map[string]string{"If-Match": head.Get("ETag")}, &submitted); err != nil {
		fmt.Fprintf(f.err, f.say("Not submitted, but kept as a draft: %s\n", "Nepateikta, bet palikta kaip juodraštis: %s\n"), f.address(made.ID))
		return err
	}
	f.asked(submitted.Request)
	fmt.Fprintln(f.out, f.address(made.ID))
	if !f.wait {
		return nil
	}
	return f.await(ctx, made.ID)
}

func (f *posting) address(post string) string { return f.server + "/posts/" + post }

func stopAt(yes bool) error {
	if yes {
		return errStop
	}
	return nil
}

func (f *posting) usable() error {
	if err := f.ready(); err != nil {
		return err
	}
	switch {
	case len(f.accounts) == 0:
		return errors.New(f.say("name at least one account: --account @banga@mastodon.social", "nurodykite bent vieną paskyrą: --account @banga@mastodon.social"))
	case !contains([]string{"", "en", "lt"}, f.lang):
		return f.unknownValue("lang", f.lang, []string{"en", "lt"})
	case len(f.alts) > len(f.images) || len(f.credits) > len(f.images):
		return errors.New(f.say("there are more --alt or --credit than pictures", "--alt arba --credit daugiau nei paveikslėlių"))
	}
	return nil
}

// written is what the file says, as the server takes it.
func (f *posting) written(file string) (map[string]any, error) {
	in, err := f.open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }()
	content, err := io.ReadAll(io.LimitReader(in, compose.MaxText+1))
	if err != nil {
		return nil, f.unreadable(file, err)
	}
	asked := map[string]any{"text": strings.TrimRight(string(content), "\r\n"), "accounts": f.accounts}
	if f.lang != "" {
		asked["lang"] = f.lang
	}
	if f.topic != "" {
		asked["topic"] = f.topic
	}
	return asked, nil
}

// timed adds when the post is to go out.
func (f *posting) timed(ctx context.Context, asked map[string]any) error {
	switch f.at {
	case "":
		return nil
	case "next":
		var a api.Account
		if _, err := f.get(ctx, "/accounts/"+url.PathEscape(f.accounts[0]), &a); err != nil {
			return err
		}
		if a.Next == nil {
			return fault.New(fault.Invalid, a.Handle+" has no times of the week that are free. Give a day and a time with --at, or set times on the account's page.",
				"Paskyra "+a.Handle+" laisvų savaitės laikų neturi. Su --at nurodykite dieną ir laiką arba laikus nustatykite paskyros puslapyje.")
		}
		asked["due"], asked["zone"] = a.Next, a.Zone
		return nil
	}
	var me struct{ Person api.Person }
	if _, err := f.get(ctx, "/me", &me); err != nil {
		return err
	}
	day, clock, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(f.at, "T", " ")), " ")
	due, err := compose.ParseDue(day, clock, me.Person.Zone)
	if err != nil {
		return err
	}
	asked["due"], asked["zone"] = due.UTC().Format(time.RFC3339), me.Person.Zone
	return nil
}

// pictures sends the pictures and names them as the server keeps them.
func (f *posting) pictures(ctx context.Context) ([]map[string]string, error) {
	named := []map[string]string{}
	for i, file := range f.images {
		content, err := os.ReadFile(file)
		if err != nil {
			return nil, f.unreadable(file, err)
		}
		if len(content) > picture.MaxFile {
			return nil, picture.TooLarge()
		}
		var kept api.Image
		heads := map[string]string{"Content-Type": http.DetectContentType(content)}
		if !strings.HasPrefix(heads["Content-Type"], "image/") {
			heads["Content-Type"] = "image/unknown" // the server says what it is not
		}
		if _, err := f.exchange(ctx, http.MethodPost, "/pictures", content, heads, &kept); err != nil {
			return nil, err
		}
		one := map[string]string{"digest": kept.Digest, "credit": kept.Credit}
		if i < len(f.alts) {
			one["alt"] = f.alts[i]
		}
		if i < len(f.credits) {
			one["credit"] = f.credits[i]
		}
		named = append(named, one)
	}
	return named, nil
}
