package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/studio"
)

func (p *program) pullCommand() *cobra.Command {
	r := &remote{program: p}
	var version, to string
	c := &cobra.Command{
		Use:   "pull",
		Short: p.say("Get the policy in force from a server, as a folder", "Atsisiųsti iš serverio galiojančią politiką kaip aplanką"),
		Long: p.say(`Get a version of the policy from a server into a folder. A folder that holds another published version, unchanged, is
replaced; a folder that somebody changed is left as it is. The token needs the scope policy:read.`,
			`Atsiunčia politikos versiją iš serverio į aplanką. Aplankas, kuriame yra kita paskelbta ir nepakeista versija, pakeičiamas
nauja; aplankas, kurį kas nors redagavo, paliekamas koks buvo. Žetonui reikia srities policy:read.`),
		Example: "  rostrum pull --server https://rostrum.example.com -o acme\n  rostrum pull --server https://rostrum.example.com --version 3 -o acme-3",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.told(p.pull(c.Context(), r, version, to))
		},
	}
	r.flags(c.Flags())
	c.Flags().StringVar(&version, "version", "current", p.say("a number, an id or current", "numeris, identifikatorius arba current"))
	c.Flags().StringVarP(&to, "output", "o", "", p.say("the folder to write", "aplankas, į kurį rašyti"))
	return c
}

func (p *program) pull(ctx context.Context, r *remote, version, to string) error {
	if to == "" {
		return fault.New(fault.Invalid, "Name the folder to write with -o.", "Su -o nurodykite aplanką, į kurį rašyti.")
	}
	if err := r.ready(); err != nil {
		return err
	}
	v, err := r.version(ctx, version)
	if err != nil {
		return err
	}
	packed, err := r.files(ctx, v.ID)
	if err != nil {
		return err
	}
	files, err := folder.Unpack(packed)
	if err != nil {
		return err
	}
	if studio.Digest(files) != v.Digest {
		return fault.New(fault.Conflict, "What came is not what the server named: "+v.Digest+". Nothing was written; try again.",
			"Atkeliavo ne tai, ką įvardijo serveris: "+v.Digest+". Niekas neįrašyta; bandykite dar kartą.")
	}
	if err := p.replace(ctx, r, to, files); err != nil {
		return err
	}
	fmt.Fprintf(p.out, p.say("“%s” is in %s.\n%s\n", "„%s“ – aplanke %s.\n%s\n"), v.Name, to, v.Digest)
	return nil
}

// replace puts the files in a folder: a new or empty one, or one that holds a published version as it was.
func (p *program) replace(ctx context.Context, r *remote, dir string, files folder.Files) error {
	if err := vacant(dir); err == nil {
		return p.folderUnwritten(dir, write(dir, files))
	} else if !errors.Is(err, errNotEmpty) {
		return p.folderUnwritten(dir, err)
	}
	there, err := policyFiles(dir)
	if err != nil {
		return p.folderUnwritten(dir, err)
	}
	digest := studio.Digest(there)
	if digest == studio.Digest(files) {
		return nil
	}
	known, err := r.published(ctx, digest)
	if err != nil {
		return err
	}
	if !known {
		return fault.New(fault.Conflict, dir+" was changed since it was written, or holds something else. Nothing was overwritten; name another folder with -o.",
			dir+" po įrašymo pakeistas arba jame yra kas kita. Niekas neperrašyta; su -o nurodykite kitą aplanką.")
	}
	return p.folderUnwritten(dir, exchange(dir, there, files))
}

func (p *program) folderUnwritten(dir string, err error) error {
	if err == nil {
		return nil
	}
	return errors.New(p.say(dir+" could not be written: ", dir+" įrašyti nepavyko: ") + p.cause(err))
}

// exchange writes the new files, each whole or not at all, and then removes those that are no longer part of the policy.
// What is not the policy's, such as .git, stays.
func exchange(dir string, old, files folder.Files) error {
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		draft := path + ".rostrum"
		if err := errors.Join(os.WriteFile(draft, content, 0o666), os.Rename(draft, path)); err != nil {
			return err
		}
	}
	for name := range old {
		if _, stays := files[name]; stays {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		_ = os.Remove(filepath.Dir(path)) // goes only if it is empty
	}
	return nil
}
