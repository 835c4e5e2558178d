package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"rostrum/server"
)

func (p *program) doctorCommand() *cobra.Command {
	var config string
	settings := server.Defaults()
	c := &cobra.Command{
		Use:   "doctor",
		Short: p.say("Look whether everything that the server needs is well", "Patikrinti, ar viskas, ko reikia serveriui, tvarkoje"),
		Long: p.say(`Look at the configuration, the keys, the disk, the database, the ledger, the clock, the mail server and the model
that gives second opinions, and say how to mend what is not well. Nothing is changed, and the server may be running. Exit status 1 when something does not work.`,
			`Patikrina konfigūraciją, raktus, diską, duomenų bazę, žurnalą, laikrodį, pašto serverį ir antrąją
nuomonę teikiantį modelį ir pasako, kaip pataisyti tai, kas ne taip. Nieko nekeičia, serveris tuo metu gali veikti. Jei kas nors neveikia, grąžinamas kodas 1.`),
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := p.configure(&settings, c.Flags(), config); err != nil {
				return p.told(err)
			}
			return p.doctor(c.Context(), settings)
		},
	}
	p.serverFlags(c.Flags(), &settings, &config)
	return c
}

func (p *program) doctor(ctx context.Context, c server.Config) error {
	words := map[server.Level]string{server.Fine: p.say("ok", "gerai"), server.Warn: p.say("warn", "dėmesio"), server.Fault: p.say("fault", "klaida")}
	well := true
	server.Doctor(ctx, c, time.Now(), func(f server.Finding) {
		fmt.Fprintf(p.out, "%-8s %s\n", words[f.Level], f.In(p.lang))
		well = well && f.Level != server.Fault
	})
	if !well {
		return errStop
	}
	return nil
}
