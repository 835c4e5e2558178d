package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"rostrum/server"
	"rostrum/store"
)

func (p *program) migrateCommand() *cobra.Command {
	var config string
	settings := server.Defaults()
	c := &cobra.Command{
		Use:   "migrate",
		Short: p.say("Bring the database's tables to this release", "Atnaujinti duomenų bazės lenteles iki šios laidos"),
		Long: p.say(`Bring the database's tables to this release, or make them in an empty database. “rostrum serve” does the same when it starts;
make a backup first.`,
			`Duomenų bazės lenteles atnaujina iki šios laidos arba sukuria jas tuščioje duomenų bazėje. Tą patį paleidžiamas padaro ir
„rostrum serve“; prieš tai pasidarykite atsarginę kopiją.`),
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := p.configure(&settings, c.Flags(), config); err != nil {
				return p.told(err)
			}
			return p.told(p.migrate(c.Context(), settings))
		},
	}
	p.placeFlags(c.Flags(), &settings, &config)
	return c
}

func (p *program) migrate(ctx context.Context, c server.Config) (err error) {
	if c.Database == "" {
		if err := os.MkdirAll(c.Data, 0o700); err != nil {
			return err
		}
	}
	s, err := store.Open(ctx, c.Store())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	at, _, err := s.Shape(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, p.say("the tables are up to date (step %d)\n", "lentelės atnaujintos (%d žingsnis)\n"), at)
	return nil
}
