package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rostrum/server"
)

func (p *program) keysCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "keys",
		Short: p.say("Change the key that seals secrets at rest", "Pakeisti raktą, kuriuo užantspauduojamos saugomos paslaptys"),
		Long: p.say(`Change the key that seals secrets at rest: the tokens of networks, one-time secrets, addresses of receivers. “rotate” adds a
key; the next start of the server seals everything with it. “forget” then takes the earlier keys out of keys.json. Old
backups need the keys of their time: keep a copy of keys.json with each.`,
			`Pakeičia raktą, kuriuo užantspauduojamos saugomos paslaptys: tinklų prieigos raktai, vienkartiniai kodai, gavėjų adresai.
„rotate“ prideda raktą, o kitą kartą paleistas serveris juo užantspauduoja viską. Tada „forget“ pašalina ankstesnius raktus iš
keys.json. Senoms atsarginėms kopijoms reikia to meto raktų: su kiekviena laikykite keys.json kopiją.`),
		Args: p.knownCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(
		p.keysStep("rotate", p.say("Add a key, used from the next start of the server", "Pridėti raktą, kuris bus naudojamas kitą kartą paleidus serverį"),
			func(_ *cobra.Command, s server.Config) error {
				if err := server.RotateKeys(s); err != nil {
					return err
				}
				fmt.Fprintln(p.out, p.say("a key was added; put the new keys.json on every server of the company, then restart them",
					"raktas pridėtas; naują keys.json padėkite visuose įmonės serveriuose ir juos paleiskite iš naujo"))
				return nil
			}),
		p.keysStep("forget", p.say("Take out the earlier keys, once nothing needs them", "Pašalinti ankstesnius raktus, kai jų niekam nebereikia"),
			func(c *cobra.Command, s server.Config) error {
				n, err := server.ForgetKeys(c.Context(), s)
				if err != nil {
					return err
				}
				fmt.Fprintf(p.out, p.say("earlier keys forgotten: %d\n", "pamiršta ankstesnių raktų: %d\n"), n)
				return nil
			}))
	return c
}

func (p *program) keysStep(name, short string, do func(*cobra.Command, server.Config) error) *cobra.Command {
	var config string
	settings := server.Defaults()
	c := &cobra.Command{
		Use: name, Short: short, Args: cobra.NoArgs,
		Example: "  rostrum keys " + name + " --data /var/lib/rostrum",
		RunE: func(c *cobra.Command, _ []string) error {
			if err := p.configure(&settings, c.Flags(), config); err != nil {
				return p.told(err)
			}
			return p.told(do(c, settings))
		},
	}
	p.placeFlags(c.Flags(), &settings, &config)
	return c
}
