// Package starter owns the policy that a company begins with, and the packs for sectors with rules of their own. It
// gives files, not a policy: what it gives is loaded and checked like any other folder. It refuses to know what is in
// them, but for the few places that a company's name, languages and sectors change.
package starter

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"
	"time"
)

//go:embed base packs
var source embed.FS

// Sectors lists the sectors that have a pack, by the names of their folders.
var Sectors = []string{"finance", "government", "health", "retail"}

// Options is what a company's own policy differs in.
type Options struct {
	Company   string
	Languages []string  // en and lt, the main one first; none: both
	Sectors   []string  // whose packs are added
	Today     time.Time // the policy is in force from this day, and due for review a year later
}

// maxCompany is how many bytes a company's name may have.
const maxCompany = 200

// Files gives a complete policy folder. The error is a *Fault.
func Files(o Options) (fs.FS, error) {
	if o.Company = strings.TrimSpace(o.Company); o.Company == "" || strings.ContainsAny(o.Company, "\n\r") || len(o.Company) > maxCompany {
		return nil, &Fault{
			fmt.Sprintf("%q cannot be a company's name: give one of at most %d bytes, on one line", o.Company, maxCompany),
			fmt.Sprintf("„%s“ negali būti įmonės pavadinimas: nurodykite vienos eilutės, ne ilgesnį nei %d B", o.Company, maxCompany),
		}
	}
	if len(o.Languages) == 0 {
		o.Languages = []string{"en", "lt"}
	}
	if err := known(theLanguage, o.Languages, []string{"en", "lt"}); err != nil {
		return nil, err
	}
	if err := known(theSector, o.Sectors, Sectors); err != nil {
		return nil, err
	}
	f := build(o, o.Sectors)
	f.add("terms/brands.yaml", "- "+quoted(o.Company)+"\n")
	return f.MapFS, nil
}

// Embedded gives the policy of those who have none yet: the starter with every pack, for a company without a name and
// without a sector, so that a pack's rules wait for posts that name theirs.
func Embedded() fs.FS {
	return build(Options{
		Company: "Your company", Languages: []string{"en", "lt"}, Today: time.Date(2026, time.December, 1, 0, 0, 0, 0, time.UTC),
	}, Sectors).MapFS
}

// folder is a policy folder being put together.
type folder struct {
	fstest.MapFS
	Options
	packs []string
}

// firstPackPart is the part of the policy that the first pack becomes; the base has those before it.
const firstPackPart = 8

func build(o Options, packs []string) *folder {
	f := &folder{fstest.MapFS{}, o, packs}
	f.copy("base", 0)
	for i, sector := range packs {
		f.copy("packs/"+sector, firstPackPart+i)
	}
	f.add("policy.yaml", f.policy())
	return f
}

// copy takes over the files under dir, each filled in for the company.
func (f *folder) copy(dir string, part int) {
	files, err := fs.Sub(source, dir)
	if err == nil {
		err = fs.WalkDir(files, ".", func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			raw, err := fs.ReadFile(files, path)
			if lang, isText := strings.CutSuffix(path[strings.LastIndexByte(path, '/')+1:], ".md"); isText {
				if slices.Contains(f.Languages, lang) {
					f.add(path, strings.ReplaceAll(string(raw), "{{company}}", f.Company))
				}
				return err
			}
			f.add(path, f.fill(string(raw), part))
			return err
		})
	}
	if err != nil {
		panic(err) // the files are part of the program
	}
}

// fill writes the company's name and the part's number into a YAML text, and leaves out what is in other languages.
// The name stands inside double quotes there.
func (f *folder) fill(yaml string, part int) string {
	company := quoted(f.Company)
	yaml = strings.ReplaceAll(yaml, "{{company}}", company[1:len(company)-1])
	yaml = strings.ReplaceAll(yaml, "{{part}}", strconv.Itoa(part))
	return f.inLanguages(yaml)
}

// inLanguages leaves out the examples in languages that the policy is not written in. They are the last key of a
// clause, and each begins with a dash in the third column.
func (f *folder) inLanguages(yaml string) string {
	head, examples, found := strings.Cut(yaml, "\nexamples:\n")
	if !found {
		return yaml
	}
	kept := head + "\nexamples:\n"
	for _, example := range strings.Split(strings.TrimPrefix(examples, "  - "), "\n  - ") {
		if slices.ContainsFunc(f.Languages, func(lang string) bool { return strings.Contains(example, "\n    lang: "+lang) }) {
			kept += "  - " + strings.TrimSuffix(example, "\n") + "\n"
		}
	}
	return kept
}

func (f *folder) policy() string {
	from := f.Today.Format(time.DateOnly)
	review := f.Today.AddDate(1, 0, 0).Format(time.DateOnly)
	return "company: " + quoted(f.Company) + "\n" +
		"languages: [" + strings.Join(f.Languages, ", ") + "]\n" +
		"sectors: [" + strings.Join(f.Sectors, ", ") + "]\n" +
		"version: \"1.0\"\n" +
		"effective: " + from + "\n" +
		"review: " + review + "\n" +
		"# Who answers for this version of the policy:\n" +
		"approver: {name: \"" + nobody + "\", role: {en: Chief executive, lt: Įmonės vadovas}}\n" +
		"parts:\n" + f.parts() +
		"# Times in which the company says little, for example before annual results:\n" +
		"# - id: results\n" +
		"#   name: {en: Before annual results, lt: Prieš metinius rezultatus}\n" +
		"#   from: 2027-01-10\n" +
		"#   to: 2027-02-01\n" +
		"quiet_periods: []\n"
}

// nobody stands for a name that the company must fill in, in any language.
const nobody = "…"

// partTitles names the parts of the base, in order, and packTitles those that the packs become.
var (
	partTitles = []string{
		"{en: What we all hold to, lt: Ko laikomės visi}",
		"{en: Who speaks for us, lt: Kas kalba mūsų vardu}",
		"{en: When it gets heated, lt: Kai užverda aistros}",
		"{en: Your own accounts, lt: Jūsų pačių paskyros}",
		"{en: Law and trust, lt: Teisė ir pasitikėjimas}",
		"{en: Security, lt: Saugumas}",
		"{en: Good form, lt: Gera forma}",
	}
	packTitles = map[string]string{
		"finance":    "{en: Financial services, lt: Finansinės paslaugos}",
		"government": "{en: Public service, lt: Viešoji tarnyba}",
		"health":     "{en: Health care, lt: Sveikatos priežiūra}",
		"retail":     "{en: Retail, lt: Prekyba}",
	}
)

func (f *folder) parts() string {
	titles := slices.Clone(partTitles)
	for _, sector := range f.packs {
		titles = append(titles, packTitles[sector])
	}
	out := ""
	for i, title := range titles {
		out += fmt.Sprintf("  %q: %s\n", strconv.Itoa(i+1), title)
	}
	return out
}

// add writes to the end of a file.
func (f *folder) add(path, text string) {
	file := f.MapFS[path]
	if file == nil {
		file = &fstest.MapFile{Mode: 0o644}
		f.MapFS[path] = file
	}
	file.Data = append(file.Data, text...)
}

// quoted writes a text as YAML reads it: JSON strings are YAML.
func quoted(s string) string { return strconv.Quote(s) }
