package check

import (
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/policy/starter"
	"rostrum/post"
	"rostrum/text"
)

// sealed gives the checker that a browser has, and the bytes that it was made of.
func sealed(t *testing.T, p *policy.Policy, files fs.FS) (*Checker, *Bundle, []byte) {
	t.Helper()
	b, err := Seal(p, files, rand.NewChaCha8([32]byte{1}))
	if err != nil {
		t.Fatal(err)
	}
	sent, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	var got Bundle
	if err := json.Unmarshal(sent, &got); err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for path, content := range got.Files {
		folder[path] = &fstest.MapFile{Data: []byte(content)}
	}
	loaded, err := policy.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	c, err := CompileSealed(loaded, got.Sealed)
	if err != nil {
		t.Fatal(err)
	}
	return c, b, sent
}

// policies are the starter with all packs and the examples.
func policies() map[string]fs.FS {
	all := map[string]fs.FS{"starter": starter.Embedded()}
	for _, name := range []string{"chips", "city", "computers", "electronics", "retailer"} {
		all[name] = os.DirFS("../examples/" + name)
	}
	return all
}

// TestSealedAgreesWithOpen holds the browser's checker to the server's, on every example of every policy, except for the
// rules that are withheld.
func TestSealedAgreesWithOpen(t *testing.T) {
	var posts []*post.Post
	for _, files := range policies() {
		p, err := policy.Load(files)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range p.Clauses {
			for _, e := range c.Examples {
				posts = append(posts, e.Post())
			}
		}
	}
	for name, files := range policies() {
		t.Run(name, func(t *testing.T) {
			loaded, err := policy.Load(files)
			if err != nil {
				t.Fatal(err)
			}
			p := withGiven(loaded)
			open, err := Compile(p)
			if err != nil {
				t.Fatal(err)
			}
			browser, bundle, _ := sealed(t, p, files)
			found := 0
			for _, x := range posts {
				want, got := told(open.Check(x), bundle.Withheld), told(browser.Check(x), nil)
				if !slices.Equal(want, got) {
					t.Errorf("%q\n server %v\nbrowser %v", x.Text, want, got)
				}
				found += len(want)
			}
			if found < 100 {
				t.Errorf("only %d findings in %d posts", found, len(posts))
			}
			for _, withheld := range bundle.Withheld {
				if kind := p.Rule(withheld).Kind; kind != "speaker" {
					t.Errorf("%s, of kind %s, is withheld", withheld, kind)
				}
			}
		})
	}
}

func told(r Result, without []string) []string {
	var all []string
	for _, f := range r.Findings {
		if !slices.Contains(without, f.Rule) {
			all = append(all, strings.Join([]string{f.Rule, string(f.Category), f.Text, f.Verdict.String(), f.Message.LT}, " | "))
		}
	}
	return all
}

// TestBundleTellsNoSecret looks for every confidential word, and its stem, in the bytes that go to browsers.
func TestBundleTellsNoSecret(t *testing.T) {
	files := fstest.MapFS{}
	starterFiles := starter.Embedded()
	err := fs.WalkDir(starterFiles, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := fs.ReadFile(starterFiles, path)
		files[path] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	edit := func(path, old, new string) {
		content := string(files[path].Data)
		if !strings.Contains(content, old) {
			t.Fatalf("%s has no %q", path, old)
		}
		files[path] = &fstest.MapFile{Data: []byte(strings.Replace(content, old, new, 1))}
	}
	clause := "clauses/confidential/clause.yaml"
	edit(clause, "    terms: [codenames]\n", "    terms: [codenames]\n    words: {en: [Moonraker]}\n    near: {words: {en: [launchpadding, announce, boots, slides], lt: [pristatymas, ieškoti]}}\n")
	edit(clause, "is the name of a project that is not public", "is, like Falcon, a project that is not public")
	files["terms/codenames.yaml"] = &fstest.MapFile{Data: []byte("- {term: Projektas Ąžuolas, not: [Ąžuolo gatvė]}\n- {term: Falcon, forms: [Sakalėlis], not: [Falcon Heavy]}\n")}
	files["terms/clients.yaml"] = &fstest.MapFile{Data: []byte("- Harbour Mills\n- {term: Medvilnė, case: exact}\n")}
	files["terms/brands.yaml"] = &fstest.MapFile{Data: []byte("- Giraitė\n- Harbour Mills\n")}
	loaded, err := policy.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	browser, bundle, sent := sealed(t, loaded, files)
	lower := text.Fold(string(sent)) + text.Fold(strings.Join(slices.Collect(mapValues(bundle.Files)), "\n"))
	for _, secret := range []string{"azuol", "falcon", "sakalel", "heavy", "harbour", "medviln", "moonraker", "launchpadding", "onait"} {
		if at := strings.Index(lower, secret); at >= 0 {
			t.Errorf("the bundle tells %q: …%s…", secret, lower[max(0, at-60):min(len(lower), at+60)])
		}
	}
	for post, want := range map[string]rule.Category{
		"Falcon finally boots!":                           "confidential.codename",
		"Pristatymas: projekto Ąžuolo sakalėliui":         "confidential.codename",
		"Moonraker: see the slides":                       "confidential.codename",
		"#ProjektasĄžuolas pristatymas jau ketvirtadienį": "confidential.codename",
		"New client: Harbour Mills":                       "confidential.client",
	} {
		if got := browser.Check(personal(post)); !slices.ContainsFunc(got.Findings, func(f Finding) bool { return f.Category == want }) {
			t.Errorf("%q: %+v", post, got.Findings)
		}
	}
	for _, fine := range []string{"Falcon Heavy slides", "We announce a lantern"} {
		if got := browser.Check(personal(fine)); got.Verdict != rule.Allow {
			t.Errorf("%q: %+v", fine, got.Findings)
		}
	}
}

func personal(s string) *post.Post { return &post.Post{Text: s, Channel: post.Personal} }

func mapValues(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}
