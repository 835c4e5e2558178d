package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"rostrum/demo"
	"rostrum/server"
)

func (p *program) demoCommand() *cobra.Command {
	config := server.Defaults()
	config.Data = ""
	c := &cobra.Command{
		Use:   "demo",
		Short: p.say("Look around in a made-up company", "Apsidairyti išgalvotoje įmonėje"),
		Long: p.say(`Start a server with a made-up company, its people and a year of its policy, on this machine only. Nobody needs a
password there. Without --data everything is forgotten when the server ends.`,
			`Paleidžia serverį su išgalvota įmone, jos žmonėmis ir metais jos politikos – tik šiame kompiuteryje. Slaptažodžio
nereikia. Nenurodžius --data, serveriui sustojus viskas pamirštama.`),
		Example: "  rostrum demo\n  rostrum demo --listen 127.0.0.1:9000 --data banga",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.told(p.demo(c.Context(), config))
		},
	}
	c.Flags().StringVar(&config.Listen, "listen", config.Listen, p.say("address and port to listen on", "adresas ir prievadas, kuriuo klausoma"))
	c.Flags().StringVar(&config.Data, "data", "", p.say("folder that keeps the company", "aplankas įmonei laikyti"))
	return c
}

// demo fills the store, starts the server and tells who may be looked through.
func (p *program) demo(ctx context.Context, config server.Config) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	if config.Data == "" {
		made, err := os.MkdirTemp("", "rostrum-demo-")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(made) }()
		config.Data = made
	}
	config.Demo = demo.Personas()
	config.Simulated = demo.Accounts()
	config.Prepare = func(ctx context.Context, s *server.Server) error {
		fmt.Fprintln(p.err, p.say("Playing a year of the company Banga …", "Atkuriami įmonės „Banga“ metai …"))
		return demo.Fill(ctx, demo.Ground{Store: s.Store, Signer: s.Web.Keys.Signer, Sealer: s.Web.Sealer, Simulator: s.Simulator}, time.Now())
	}
	s, err := server.Start(ctx, config, slog.New(slog.NewTextHandler(p.err, &slog.HandlerOptions{Level: slog.LevelWarn})))
	if err != nil {
		return err
	}
	p.welcome(p.out, s.Address())
	return s.Wait(ctx)
}

// welcome prints where the demo is and who may be looked through there.
func (p *program) welcome(out io.Writer, address string) {
	fmt.Fprintf(out, "\n  Rostrum  %s\n\n", address)
	fmt.Fprintln(out, p.say("  Open it in a browser and choose whose eyes to look through; nobody needs a password:",
		"  Atverkite naršyklėje ir pasirinkite, kieno akimis žvelgti; slaptažodžio nereikia:"))
	fmt.Fprintln(out)
	for _, who := range demo.Guests() {
		fmt.Fprintf(out, "    %-20s %s\n", who.Name, p.say(who.EN, who.LT))
	}
	fmt.Fprintln(out)
	fmt.Fprintln(out, p.say("  Posts go to a simulated network beside the pages, never to a real one: "+address+"/simulator/",
		"  Įrašai skelbiami ne tikrame, o šalia veikiančiame simuliuojamame tinkle: "+address+"/simulator/"))
	fmt.Fprintln(out, p.say("  The company and its people are made up. Stop with Ctrl+C.", "  Įmonė ir jos žmonės išgalvoti. Sustabdyti: Ctrl+C."))
}
