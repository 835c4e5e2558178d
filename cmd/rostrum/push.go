package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/folder"
	"rostrum/policy"
	"rostrum/studio"
)

func (p *program) pushCommand() *cobra.Command {
	r := &remote{program: p}
	var name string
	var submit bool
	c := &cobra.Command{
		Use:   "push folder",
		Short: p.say("Send a policy folder to a server, as a draft", "Nusiųsti politikos aplanką į serverį kaip juodraštį"),
		Long: p.say(`Send a policy folder to a server, where it becomes a draft; with --submit, one that waits for approval. A folder that
cannot be read or has lint errors is not sent. The token, with the scopes policy:read and policy:write, is made in your
account on the server; ROSTRUM_TOKEN keeps it out of the command line.`,
			`Nusiunčia politikos aplanką į serverį, kur jis tampa juodraščiu, o su --submit – pateiktu tvirtinti. Aplankas, kurio
negalima perskaityti arba kuriame „lint“ randa klaidų, nesiunčiamas. Žetonas su sritimis policy:read ir policy:write
kuriamas jūsų paskyroje serveryje; nurodytas per ROSTRUM_TOKEN, jis nelieka komandos eilutėje.`),
		Example: "  rostrum push acme --server https://rostrum.example.com --name \"Autumn\"\n  rostrum push acme --server https://rostrum.example.com --submit",
		Args:    p.one(p.say("name the policy folder, for example: rostrum push acme", "nurodykite politikos aplanką, pavyzdžiui: rostrum push acme")),
		RunE: func(c *cobra.Command, args []string) error {
			return p.told(p.push(c.Context(), r, args[0], name, submit, time.Now()))
		},
	}
	r.flags(c.Flags())
	c.Flags().StringVar(&name, "name", "", p.say("what the draft is about; default: the folder's name", "apie ką juodraštis; numatyta – aplanko pavadinimas"))
	c.Flags().BoolVar(&submit, "submit", false, p.say("ask for approval at once", "iškart pateikti tvirtinti"))
	return c
}

func (p *program) push(ctx context.Context, r *remote, dir, name string, submit bool, now time.Time) error {
	if err := r.ready(); err != nil {
		return err
	}
	files, err := policyFiles(dir)
	if err != nil {
		return errors.New(p.say(dir+" cannot be read: ", dir+" perskaityti nepavyko: ") + p.cause(err))
	}
	if err := p.sendable(files, dir, now); err != nil {
		return err
	}
	packed, err := files.Pack()
	if err != nil {
		return err
	}
	if name == "" {
		whole, err := filepath.Abs(dir)
		if err != nil {
			return err
		}
		name = filepath.Base(whole)
	}
	v, err := r.importVersion(ctx, name, packed)
	if err != nil {
		return err
	}
	if digest := studio.Digest(files); v.Digest != digest {
		return fault.New(fault.Conflict, "The server kept something else than was sent: "+v.Digest+", not "+digest+".",
			"Serveris išsaugojo ne tai, kas siųsta: "+v.Digest+", o ne "+digest+".")
	}
	fmt.Fprintf(p.out, p.say("Draft “%s” is on the server.\n%s\n%s\n", "Juodraštis „%s“ serveryje.\n%s\n%s\n"), v.Name, v.Digest, r.server+"/studio/"+v.ID)
	if !submit {
		return nil
	}
	if err := r.submit(ctx, v); err != nil {
		return err
	}
	fmt.Fprintln(p.out, p.say("It waits for approval by somebody who did not edit it.", "Jis pateiktas; jį turi patvirtinti žmogus, kuris jo nerengė."))
	return nil
}

// policyFiles reads what of a folder is its policy: without hidden files and READMEs.
func policyFiles(dir string) (folder.Files, error) {
	files, err := folder.Read(os.DirFS(dir))
	for name := range files {
		if filepath.Base(name) == "README.md" {
			delete(files, name)
		}
	}
	return files, err
}

// sendable tells what stops a folder from being sent.
func (p *program) sendable(files folder.Files, dir string, now time.Time) error {
	loaded, err := policy.Load(files)
	if err == nil {
		_, err = check.Compile(loaded)
	}
	if err != nil {
		return p.faults(err, dir)
	}
	found := 0
	for _, issue := range loaded.Lint(now) {
		if issue.Level != policy.Error {
			continue
		}
		found++
		issue.Place.File = join(dir, issue.Place.File)
		p.issue(&issue)
	}
	if found > 0 {
		fmt.Fprintf(p.out, p.say("Not sent: %d errors\n", "Nenusiųsta. Klaidų: %d\n"), found)
		return errStop
	}
	return nil
}
