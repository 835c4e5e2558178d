package main

import (
	"context"
	"net/url"

	"github.com/spf13/cobra"

	"rostrum/api"
)

func (p *program) publicationsCommand() *cobra.Command {
	r := &remote{program: p}
	var state, account string
	c := &cobra.Command{
		Use:   "publications",
		Short: p.say("List what goes out, and where it stands", "Parodyti, kas skelbiama ir kokia būsena"),
		Long: p.say("List publications by the time at which they are due, up to two hundred. The token needs the scope post:read.",
			"Išvardija publikacijas pagal numatytą laiką, iki dviejų šimtų. Žetonui reikia srities post:read."),
		Example: "  rostrum publications --server https://rostrum.example.com --state held",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.told(r.publications(c.Context(), state, account))
		},
	}
	r.flags(c.Flags())
	c.Flags().StringVar(&state, "state", "", p.say("scheduled, held, sending, unsure, sent, failed, cancelled or deleted", "scheduled, held, sending, unsure, sent, failed, cancelled arba deleted"))
	c.Flags().StringVar(&account, "account", "", p.say("only this account, by its handle", "tik ši paskyra, nurodoma vardu"))
	return c
}

func (r *remote) publications(ctx context.Context, state, account string) error {
	if err := r.ready(); err != nil {
		return err
	}
	query := url.Values{"limit": {"200"}}
	for name, value := range map[string]string{"state": state, "account": account} {
		if value != "" {
			query.Set(name, value)
		}
	}
	var all struct{ Items []api.Publication }
	if _, err := r.get(ctx, "/publications?"+query.Encode(), &all); err != nil {
		return err
	}
	for _, one := range all.Items {
		r.publication(one)
	}
	return nil
}
