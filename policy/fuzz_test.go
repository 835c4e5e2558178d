package policy

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// FuzzLoad puts anything in the place of each file: a policy comes out or problems do, never both and never neither.
func FuzzLoad(f *testing.F) {
	names := []string{"policy.yaml", "speakers.yaml", "conflict.yaml", "waivers.yaml", clauseFile, "clauses/codenames/en.md",
		"terms/codenames.yaml", wrongItem + "response.yaml", "runbooks/leak/runbook.yaml"}
	for i, name := range names {
		f.Add(uint8(i), small()[name])
	}
	for _, seed := range []string{"", "\xff", "a: &x [*x]\n", "- ", "? [", "a: |\n", "\uFEFF- a", "--- a\n...\n%", "{a: {a: {a: ",
		"rules: [{}]", "rules:\n- \n", "'", "\"\\x", "a: \x00"} {
		f.Add(uint8(4), seed)
		f.Add(uint8(6), seed)
	}
	f.Fuzz(func(t *testing.T, which uint8, content string) {
		files := folderOf(small())
		files[names[int(which)%len(names)]] = &fstest.MapFile{Data: []byte(content)}
		p, err := Load(files)
		if (p == nil) != (err != nil) {
			t.Fatalf("policy %v, error %v", p, err)
		}
		if strings.Contains(content, "%!") {
			return // what the user wrote looks like a sentence that was filled in wrongly
		}
		if err == nil {
			for _, issue := range p.Lint(day) {
				bilingual(t, issue.Message, issue.Mend)
			}
			sentences(t, Diff(p, load(t, small())))
			return
		}
		problems := err.(Problems)
		if len(problems) == 0 || len(problems) > maxProblems {
			t.Fatalf("%d problems", len(problems))
		}
		bilingualProblems(t, problems)
		for _, problem := range problems {
			if problem.File == "" || (problem.Line == 0) != (problem.Column == 0) {
				t.Fatalf("%#v", problem)
			}
		}
	})
}

// FuzzPlainTerms holds the quick reader of word lists against the YAML reader.
func FuzzPlainTerms(f *testing.F) {
	for _, seed := range []string{"- a\n- b c\n", "- 'a'\n- \"b\"  \n# c\n\n- d", "- a: b\n", "- a #b\n- a#b\n",
		"- no\n- 2.1\n- 2026-01-01\n", "-\n", "- ~\n- null\n",
		"- a\n  b\n", "- Ąžuolas – „x“\n", "- a\r\n- b\r\n", "- a:\n", "- <<\n", "- a, [b] {c} & d * e ! f | g > h\n", "- 'it''s'\n",
		"- ''\n", "- \" a \"\n", "- =\n", "- .5\n", "- a\x85b\n", "- a\u2028b\n", "- a\rb\n", "#\xEF\xBF\xBE\n", "- ---\n",
		"- a\n...\n", "- a\n---\n", "- \u2000\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		content = strings.ToValidUTF8(content, "")
		quick, plain := plainTerms(content)
		if !plain {
			return
		}
		l := &loader{folder: &folder{}, index: newIndex()}
		node, fault := parseYAML("terms/x.yaml", content)
		if fault != nil {
			t.Fatalf("%q is read quickly, but is no YAML: %v", content, fault)
		}
		slow := []Term{}
		if node.Kind != 0 {
			l.decoder("terms/x.yaml", "").value(node, reflect.ValueOf(&slow).Elem(), &field{})
		}
		if len(l.found) > 0 {
			t.Fatalf("%q is read quickly, but has faults: %v", content, l.found)
		}
		if !reflect.DeepEqual(quick, slow) {
			t.Fatalf("%q\nquick %+v\nslow  %+v", content, quick, slow)
		}
	})
}

func TestQuickReaderTakesOrdinaryLists(t *testing.T) {
	for _, content := range []string{"", "# empty\n", "- a\n- 'b'\n- \"c\"\n", "- Projektas Ąžuolas\r\n", "- R&D, first [draft]\n",
		"- no"} {
		if _, plain := plainTerms(content); !plain {
			t.Errorf("%q goes the slow way", content)
		}
	}
}
