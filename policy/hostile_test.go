package policy

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// wantProblem fails unless one of the problems begins with want.
func wantProblem(t *testing.T, got Problems, want string) {
	t.Helper()
	for _, p := range got {
		if strings.HasPrefix(p.Error(), want) {
			return
		}
	}
	t.Errorf("got\n%v\nwant\n%s", got, want)
}

func TestFilesThatDoNotBelong(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"misspelt file", "speaker.yaml", `speaker.yaml: no file of this name belongs here. Did you mean "speakers.yaml"?`},
		{"other ending", "policy.yml", `policy.yml: no file of this name belongs here. Did you mean "policy.yaml"?`},
		{"misspelt folder", "clause/x/clause.yaml", `clause: no folder of this name belongs here. Did you mean "clauses"?`},
		{"stray file", "notes.txt", `notes.txt: no file of this name belongs here. Remove it`},
		{"other ending of terms", "terms/brands.yml", `terms/brands.yml: no file of this name belongs here. Did you mean "brands.yaml"?`},
		{"name of terms", "terms/My Brands.yaml", `terms/My Brands.yaml: "My Brands" is not a name for a word list. Use`},
		{"third language", "clauses/spirit/de.md", `clauses/spirit/de.md: no file of this name belongs here. `},
		{"clause that is a file", "clauses/x", `clauses/x: this is a file where a folder is expected. `},
		{"id", "clauses/My Clause/clause.yaml", `clauses/My Clause: "My Clause" is not an id. Use lower-case`},
		{"folder for a file", "waivers.yaml/x", `waivers.yaml: this is a folder where a file is expected. `},
		{"folder for a text", "clauses/spirit/en.md/x", `clauses/spirit/en.md: this is a folder where a file is expected. `},
		{"clause without its file", "clauses/x/en.md", `clauses/x/clause.yaml: this file is missing. `},
		{"clause without a text", "clauses/x/clause.yaml", `clauses/x: there is no text that people can read. `},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := small()
			delete(files, strings.SplitN(c.file, "/", 2)[0])
			if strings.HasPrefix(c.file, "clauses/spirit/en.md") {
				delete(files, "clauses/spirit/en.md")
			}
			files[c.file] = "number: 9\nowner: legal\napplies_to: [brand]\n"
			wantProblem(t, problemsOf(t, files), c.want)
		})
	}
}

func TestFilesThatAreMissing(t *testing.T) {
	for _, name := range []string{"policy.yaml", "speakers.yaml", "conflict.yaml"} {
		files := small()
		delete(files, name)
		got := problemsOf(t, files)
		wantProblem(t, got, name+": this file is missing. ")
		if len(got) != 1 {
			t.Errorf("without %s there are further problems: %v", name, got)
		}
	}
	files := small()
	for name := range files {
		if strings.HasPrefix(name, "clauses/") || name == "waivers.yaml" {
			delete(files, name)
		}
	}
	wantProblem(t, problemsOf(t, files), "clauses: the policy has no clause. ")
	_, err := Load(os.DirFS(filepath.Join(t.TempDir(), "nowhere")))
	if err == nil || !strings.Contains(err.Error(), "the folder cannot be listed: no such file or directory") {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestLinksAndSpecialFilesAreNotRead(t *testing.T) {
	fsys := folderOf(small())
	fsys["waivers.yaml"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("policy.yaml")}
	fsys["terms/people.yaml"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	fsys["clauses/link"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("spirit")}
	_, err := Load(fsys)
	got := err.(Problems)
	bilingualProblems(t, got)
	wantProblem(t, got, "waivers.yaml: this is a symbolic link, which a policy does not follow. ")
	wantProblem(t, got, "terms/people.yaml: this is not a plain file. ")
	wantProblem(t, got, "clauses/link: this is a symbolic link, which a policy does not follow. ")
}

func TestLinkOnDiskIsNotFollowed(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, folderOf(small())); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(os.DirFS(dir)); err != nil {
		t.Fatalf("from disk: %v", err)
	}
	if err := os.Symlink("/dev/zero", filepath.Join(dir, "terms", "people.yaml")); err != nil {
		t.Fatal(err)
	}
	_, err := Load(os.DirFS(dir))
	wantProblem(t, err.(Problems), "terms/people.yaml: this is a symbolic link")
}

func TestLimits(t *testing.T) {
	t.Run("large file", func(t *testing.T) {
		files := small()
		files["clauses/spirit/en.md"] = "# x\n" + strings.Repeat("x", maxFileBytes)
		wantProblem(t, problemsOf(t, files), "clauses/spirit/en.md: the file is larger than 4 MiB")
	})
	t.Run("many files", func(t *testing.T) {
		files := small()
		for i := range maxEntries {
			files[fmt.Sprintf("terms/t%d.yaml", i)] = ""
		}
		wantProblem(t, problemsOf(t, files), "terms: the folder has more than 5000 files. ")
	})
	t.Run("many terms", func(t *testing.T) {
		files := small()
		files["terms/brands.yaml"] = strings.Repeat("- a\n", maxTerms+1)
		wantProblem(t, problemsOf(t, files), "terms/brands.yaml:1:1: the word lists have more than 1000000 terms together. ")
	})
	t.Run("many entries", func(t *testing.T) {
		files := small()
		files["terms/brands.yaml"] = "- {term: a}\n" + strings.Repeat("- a\n", maxFileNodes)
		wantProblem(t, problemsOf(t, files), "terms/brands.yaml: the file has too many entries. ")
	})
	t.Run("many clauses", func(t *testing.T) {
		files := small()
		for i := range maxClauses {
			dir := fmt.Sprintf("clauses/c%d/", i)
			files[dir+"clause.yaml"] = fmt.Sprintf("{number: 9.%d, owner: legal, applies_to: [brand]}", i)
			files[dir+"en.md"] = "# x"
		}
		wantProblem(t, problemsOf(t, files), "clauses: there are 502 clauses, and the most are 500. ")
	})
	t.Run("many rules and examples", func(t *testing.T) {
		files := small()
		var rules, examples strings.Builder
		for i := range maxRules + 1 {
			fmt.Fprintf(&rules, "  - {id: r%d, kind: x, category: form, verdict: advise}\n", i)
		}
		for range maxExamples {
			examples.WriteString("  - {passes: x, lang: en}\n")
		}
		files["clauses/spirit/clause.yaml"] += "rules:\n" + rules.String() + "examples:\n" + examples.String()
		got := problemsOf(t, files)
		wantProblem(t, got, "clauses: there are 5002 rules, and the most are 5000. ")
		wantProblem(t, got, "clauses: there are 20002 examples, and the most are 20000. ")
	})
}

// No file of the largest size, whatever is in it, may keep the loader busy.
func TestHostileYAMLIsQuick(t *testing.T) {
	for _, unit := range []string{"[", "{a: ", "- ", "? ", "#\n", "- a # b\n# c\n\n", "a,", "- &a b\n", "- *a\n", "%a b\n", "---\n", "\t",
		"\"", "- !a b\n", ": ", "k: v\n"} {
		files := small()
		files["policy.yaml"] = strings.Repeat(unit, maxFileBytes/len(unit))
		start := time.Now()
		problemsOf(t, files)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("4 MiB of %q took %v", unit, took)
		}
	}
}
