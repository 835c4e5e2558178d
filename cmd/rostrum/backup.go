package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rostrum/server"
)

func (p *program) backupCommand() *cobra.Command {
	var file, config string
	settings := server.Defaults()
	c := &cobra.Command{
		Use:   "backup -o FILE",
		Short: p.say("Copy the database while the server runs, and verify the copy", "Nukopijuoti duomenų bazę serveriui veikiant ir kopiją patikrinti"),
		Long: p.say(`Copy the whole database into a new file while the server runs. The copy is opened and its ledger verified before the file
gets its name (with PostgreSQL: pg_dump; the dump is verified when it is restored). The keys are not in it: keep a copy of
keys.json of the data folder in another place.`,
			`Serveriui veikiant visą duomenų bazę nukopijuoja į naują failą. Prieš suteikiant failui vardą kopija atveriama ir jos
žurnalas patikrinamas („PostgreSQL“ atveju naudojama pg_dump; kopija patikrinama ją atkuriant). Raktų joje nėra: duomenų
aplanko failo keys.json kopiją laikykite kitoje vietoje.`),
		Example: "  rostrum backup --data /var/lib/rostrum -o rostrum-2026-03-14.db",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := p.configure(&settings, c.Flags(), config); err != nil {
				return p.told(err)
			}
			return p.told(p.backup(c.Context(), settings, file))
		},
	}
	c.Flags().StringVarP(&file, "output", "o", "", p.say("file to write; it must not exist", "rašomas failas; jo dar neturi būti"))
	p.placeFlags(c.Flags(), &settings, &config)
	return c
}

func (p *program) backup(ctx context.Context, c server.Config, file string) error {
	if file == "" {
		return p.noOutput()
	}
	bar := newEntryProgress(p)
	kept, err := server.Backup(ctx, c, file, bar.at)
	bar.end()
	if err != nil {
		return p.notWritten(file, err)
	}
	fmt.Fprintf(p.out, p.say("%s: %d KB; ledger verified, entries: %d\n", "%s: %d KB; žurnalas patikrintas, įrašų: %d\n"), file, kept.Bytes>>10, kept.Entries)
	fmt.Fprintf(p.out, p.say("The keys are not in it. Keep a copy of %s in another place.\n", "Raktų joje nėra. Failo %s kopiją laikykite kitoje vietoje.\n"), kept.Keys)
	return nil
}
