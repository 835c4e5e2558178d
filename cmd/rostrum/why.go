package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rostrum/api"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/server"
	"rostrum/store"
)

// asking is what `rostrum why` was asked.
type asking struct {
	*remote
	settings       server.Config
	config, format string
}

func (p *program) whyCommand() *cobra.Command {
	f := &asking{remote: &remote{program: p}, settings: server.Defaults()}
	c := &cobra.Command{
		Use:   "why post",
		Short: p.say("Retell from the record why a post was allowed", "Iš žurnalo papasakoti, kodėl įrašas buvo leistas"),
		Long: p.say(`Retell from the record why a post was allowed: who wrote it, what the check found under which version of the policy, whose yes
was needed and who said it, and what became of it. The check is run again under the same version. The post is named by its id
or its address.

With --server the server is asked (scope post:read). Otherwise the database is read, offline, and its whole ledger verified.

Exit status: 0 the check comes to the same verdict and the record holds, 1 one of them does not, 2 an error.`,
			`Iš žurnalo papasakoja, kodėl įrašas buvo leistas: kas jį rašė, ką ir pagal kurią politikos versiją rado patikra, kieno pritarimo
reikėjo ir kas pritarė, kas su įrašu nutiko. Patikra pakartojama pagal tą pačią versiją. Įrašas nurodomas identifikatoriumi
arba adresu.

Su --server klausiama serverio (sritis post:read). Be jo skaitoma duomenų bazė, neprisijungus prie tinklo, ir patikrinamas
visas jos žurnalas.

Grąžinamas kodas: 0 – vertinimas tas pats ir žurnalu galima remtis, 1 – kažkas iš to netiesa, 2 – klaida.`),
		Example: "  rostrum why d4q8m3c5n0s2h7v1k6tg --data /var/lib/rostrum\n  rostrum why https://rostrum.example.com/posts/d4q8m3c5n0s2h7v1k6tg --server https://rostrum.example.com --format json",
		Args:    p.one(p.say("name a post by its id or address", "nurodykite įrašą identifikatoriumi arba adresu")),
		RunE: func(c *cobra.Command, args []string) error {
			if !contains([]string{"text", "json"}, f.format) {
				return p.unknownValue("format", f.format, []string{"text", "json"})
			}
			if f.server == "" {
				if err := p.configure(&f.settings, c.Flags(), f.config); err != nil {
					return p.told(err)
				}
			}
			return p.told(f.why(c.Context(), postNamed(args[0])))
		},
	}
	f.flags(c.Flags())
	p.placeFlags(c.Flags(), &f.settings, &f.config)
	c.Flags().StringVar(&f.format, "format", "text", p.say("text or json", "text arba json"))
	return c
}

// postNamed gives the id in an address of a post, or what was given.
func postNamed(s string) string {
	_, path, found := strings.Cut(s, "/posts/")
	if !found {
		return s
	}
	id, _, _ := strings.Cut(path, "/")
	return id
}

func (f *asking) why(ctx context.Context, id string) error {
	told, err := f.retold(ctx, id)
	if err != nil {
		return err
	}
	if f.format == "json" {
		e := json.NewEncoder(f.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(told)
	} else {
		err = f.retell(told)
	}
	if err != nil {
		return err
	}
	return stopAt(!told.Same || !told.Record.Verified)
}

func (f *asking) retold(ctx context.Context, id string) (told api.Why, err error) {
	if f.server == "" {
		return f.read(ctx, id)
	}
	if err := f.ready(); err != nil {
		return told, err
	}
	_, err = f.get(ctx, "/posts/"+url.PathEscape(id)+"/why", &told)
	return told, err
}

// read retells from the database and verifies the whole ledger.
func (f *asking) read(ctx context.Context, id string) (told api.Why, err error) {
	keys, err := server.OpenKeys(f.settings)
	if err != nil {
		return told, err
	}
	s, err := server.OpenStore(ctx, f.settings)
	if err != nil {
		return told, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	bar := newEntryProgress(f.program)
	_, broken := s.CheckLedger(ctx, keys.Verifier, bar.at)
	bar.end()
	reader := &api.Server{Store: s, Verifier: keys.Verifier, Past: server.Past}
	err = s.Read(ctx, func(tx *store.Tx) (err error) {
		told, err = reader.Retell(ctx, tx, id, f.lang, time.Now())
		return err
	})
	if b, ok := errors.AsType[*ledger.Broken](broken); ok {
		told.Record.Verified, told.Record.Said = false, fault.New(fault.Unavailable, b.EN, b.LT).In(f.lang)
		return told, err
	}
	return told, errors.Join(broken, err)
}
