package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rostrum/server"
)

func (p *program) restoreCommand() *cobra.Command {
	var config string
	settings := server.Defaults()
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: p.say("Put a backup into an empty place, and verify it", "Atkurti atsarginę kopiją tuščioje vietoje ir ją patikrinti"),
		Long: p.say(`Put a backup into a data folder without a database, or into an empty PostgreSQL database, and verify its ledger. Nothing is
ever overwritten. A company that publishes begins paused: the backup does not know what has gone out since. Put keys.json into
the data folder as well: without it the server makes new keys, and what was sealed with the old ones stays closed.`,
			`Atsarginę kopiją atkuria duomenų aplanke, kuriame duomenų bazės nėra, arba tuščioje „PostgreSQL“ duomenų bazėje ir patikrina
žurnalą. Niekas niekada neperrašoma. Jei įmonė skelbia įrašus, skelbimas iš pradžių sustabdytas: kopijoje nėra to, kas paskelbta
vėliau. Į duomenų aplanką įdėkite ir keys.json: be jo serveris sukurs naujus raktus, o tai, kas užšifruota senaisiais, liks
neperskaitoma.`),
		Example: "  rostrum restore rostrum-2026-03-14.db --data /var/lib/rostrum",
		Args:    p.oneFile(),
		RunE: func(c *cobra.Command, args []string) error {
			if err := p.configure(&settings, c.Flags(), config); err != nil {
				return p.told(err)
			}
			return p.told(p.restore(c.Context(), settings, args[0]))
		},
	}
	p.placeFlags(c.Flags(), &settings, &config)
	return c
}

func (p *program) restore(ctx context.Context, c server.Config, file string) error {
	bar := newEntryProgress(p)
	kept, err := server.Restore(ctx, c, file, bar.at)
	bar.end()
	if err != nil {
		return p.notWritten(file, err)
	}
	fmt.Fprintf(p.out, p.say("restored; ledger verified, entries: %d\n", "atkurta; žurnalas patikrintas, įrašų: %d\n"), kept.Entries)
	if kept.Paused {
		fmt.Fprint(p.out, p.say(`Everything begins paused: nothing goes out. What has gone out since the backup was made is not known here, and could go out a second
time. Start the server, look at the company's accounts, then resume on the page /pause or with “rostrum resume”. Each post that became
due meanwhile still waits for a person's word.
`, `Viskas pradedama sustabdyta: nieko neskelbiama. Kas paskelbta jau po kopijos, čia nežinoma, todėl tie patys įrašai galėtų išeiti
antrą kartą. Paleiskite serverį, peržiūrėkite įmonės paskyras ir tada atnaujinkite puslapyje /pause arba komanda „rostrum resume“. Kiekvienas
įrašas, kurio laikas tuo metu atėjo, vis tiek lauks žmogaus sprendimo.
`))
	}
	if !kept.HasKeys {
		fmt.Fprintf(p.out, p.say("The keys are not in a backup, and the signatures could not be checked without them. Before the server starts, put the copy of the keys to %s.\n",
			"Atsarginėje kopijoje raktų nėra, todėl parašų patikrinti nepavyko. Prieš paleisdami serverį įdėkite raktų kopiją: %s.\n"), kept.Keys)
	}
	return nil
}
