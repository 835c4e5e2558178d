package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rostrum/server"
)

func (p *program) serveCommand() *cobra.Command {
	var file string
	config := server.Defaults()
	c := &cobra.Command{
		Use:   "serve",
		Short: p.say("Serve the policy to the company's people", "Paleisti serverį, kuriame žmonės skaito ir pasirašo politiką"),
		Long: p.say(`Serve the policy to the company's people. Each setting may be a flag, an environment variable (ROSTRUM_LISTEN) or a line
of the file that --config names (listen: 127.0.0.1:8080); a flag wins over the environment, and that over the file.`,
			`Paleidžia serverį. Kiekvieną nustatymą galima nurodyti parinktimi, aplinkos kintamuoju (ROSTRUM_LISTEN) arba --config
failo eilute (listen: 127.0.0.1:8080); parinktis svarbesnė už aplinką, o ši – už failą.`),
		Example: "  rostrum serve --data /var/lib/rostrum\n  rostrum serve --database postgres://rostrum@127.0.0.1/rostrum --address https://rostrum.example.com",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := p.configure(&config, c.Flags(), file); err != nil {
				return p.told(err)
			}
			return p.told(p.serve(c.Context(), config))
		},
	}
	p.serverFlags(c.Flags(), &config, &file)
	return c
}

// serverFlags offers every setting of the server as a flag.
func (p *program) serverFlags(flags *pflag.FlagSet, config *server.Config, file *string) {
	flags.StringVar(file, "config", "", p.say("file with settings, YAML", "nustatymų failas, YAML"))
	for _, s := range config.Settings() {
		if s.To != nil {
			flags.StringVar(s.To, s.Name, *s.To, p.say(s.EN, s.LT))
		} else {
			flags.BoolVar(s.Flag, s.Name, *s.Flag, p.say(s.EN, s.LT))
		}
	}
}

// configure puts file and environment under the flags that were given.
func (p *program) configure(config *server.Config, flags *pflag.FlagSet, file string) error {
	given := map[string]string{}
	flags.Visit(func(f *pflag.Flag) { given[f.Name] = f.Value.String() })
	if file != "" {
		if err := config.ReadFile(file); err != nil {
			return err
		}
	}
	if err := config.ReadEnvironment(os.Environ()); err != nil {
		return err
	}
	for name, value := range given {
		if err := flags.Set(name, value); err != nil {
			return err
		}
	}
	return config.Check()
}

// serve runs the server until the process is told to end.
func (p *program) serve(ctx context.Context, config server.Config) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	s, err := server.Start(ctx, config, server.Logger(p.err, config.Log))
	if err != nil {
		return err
	}
	return s.Wait(ctx)
}
