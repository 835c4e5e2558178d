package main

import (
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man [command]",
		Short:   p.say("Print a manual page", "Išspausdinti vadovo puslapį"),
		Example: "  rostrum man | man -l -\n  rostrum man check > rostrum-check.1",
		RunE: func(c *cobra.Command, args []string) error {
			about, unknown, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			if len(unknown) > 0 {
				return p.knownCommand(about, unknown)
			}
			about.DisableAutoGenTag = true
			never := time.Time{}
			return doc.GenMan(about, &doc.GenManHeader{Section: "1", Source: "Rostrum " + version(), Manual: "Rostrum", Date: &never}, p.out)
		},
	}
}
