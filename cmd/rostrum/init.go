package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"rostrum/policy/starter"
)

func (p *program) initCommand() *cobra.Command {
	o := starter.Options{}
	c := &cobra.Command{
		Use:   "init folder",
		Short: p.say("Write a complete policy, ready to edit", "Sukurti išsamią politiką, kurią liks pritaikyti sau"),
		Long: p.say("Write a complete, sensible policy into a new folder: clauses, rules with examples, speakers, conflict plan, answers and\nrunbooks. Then fill in terms/ and speakers.yaml.",
			"Naujame aplanke sukuria išsamią politiką: punktus, taisykles su pavyzdžiais, kas gali kalbėti įmonės vardu, konfliktų\nplaną, atsakymus ir veiksmų planus. Jums liks užpildyti terms/ ir speakers.yaml."),
		Example: "  rostrum init acme --company \"Banga\" --languages lt,en --sectors retail",
		Args:    p.one(p.say("name the folder to make, for example: rostrum init acme", "nurodykite kuriamą aplanką, pavyzdžiui: rostrum init acme")),
		RunE: func(_ *cobra.Command, args []string) error {
			o.Today = time.Now()
			return p.init(args[0], o)
		},
	}
	c.Flags().StringVar(&o.Company, "company", "", p.say("the company's name", "įmonės pavadinimas"))
	c.Flags().StringSliceVar(&o.Languages, "languages", []string{"en", "lt"}, p.say("languages, the main one first", "kalbos, pagrindinė – pirma"))
	c.Flags().StringSliceVar(&o.Sectors, "sectors", nil, p.say("finance, government, health, retail", "finance (finansai), government (valdžia), health (sveikata), retail (prekyba)"))
	return c
}

// one accepts exactly one argument.
func (p *program) one(otherwise string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return errors.New(otherwise)
		}
		return nil
	}
}

func (p *program) init(dir string, o starter.Options) error {
	if o.Company == "" {
		o.Company = filepath.Base(dir)
	}
	files, err := starter.Files(o)
	if fault, ok := errors.AsType[*starter.Fault](err); ok {
		return errors.New(fault.In(p.lang))
	} else if err != nil {
		return err
	}
	if err := vacant(dir); err != nil {
		return errors.New(p.say(
			dir+" exists and is not an empty folder. Name a new one; nothing was changed",
			dir+" jau yra ir nėra tuščias aplankas. Nurodykite naują; niekas nepakeista"))
	}
	if err := write(dir, files); err != nil {
		return errors.New(p.say("the policy could not be written: ", "politikos įrašyti nepavyko: ") + p.cause(err))
	}
	fmt.Fprintf(p.out, p.say(`The policy of %[1]s is in %[2]s. Next:
  1. Fill in %[2]s/terms: brands, codenames, clients, own domains.
  2. Name your people and accounts in %[2]s/speakers.yaml, and who answers for it all in %[2]s/policy.yaml.
  3. See what is missing:   rostrum lint %[2]s
  4. Check a post:          rostrum check --policy %[2]s post.txt
`, `„%[1]s“ politika sukurta aplanke %[2]s. Toliau:
  1. Užpildykite %[2]s/terms: prekių ženklus, kodinius pavadinimus, klientus, savo domenus.
  2. Žmones ir paskyras įrašykite į %[2]s/speakers.yaml, o kas už viską atsako – į %[2]s/policy.yaml.
  3. Pažiūrėkite, ko trūksta:   rostrum lint %[2]s
  4. Patikrinkite įrašą:        rostrum check --policy %[2]s irasas.txt
`), o.Company, dir)
	return nil
}

var errNotEmpty = errors.New("not empty")

func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && len(entries) > 0 {
		return errNotEmpty
	}
	return err
}

// write writes all files beside the folder first and then puts them in place at once: a policy is there whole or not.
func write(dir string, files fs.FS) (err error) {
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return err
	}
	draft, err := os.MkdirTemp(parent, ".rostrum-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(draft)
	whole := filepath.Join(draft, "policy")
	if err := os.CopyFS(whole, files); err != nil {
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(whole, dir)
}
