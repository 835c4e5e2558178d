package corpus_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rostrum/bench/corpus"
)

type labelled struct{ Text, Label string }

func file(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "posts.jsonl")
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestObjectsAreReadInOrder(t *testing.T) {
	got, err := corpus.Objects[labelled](file(t, `{"text":"Labas","label":"ok"}`+"\n"+`{"text":"Hi","more":1}`))
	if want := []labelled{{"Labas", "ok"}, {Text: "Hi"}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
}

func TestFaultsNameTheLine(t *testing.T) {
	for what, c := range map[string]struct{ content, want string }{
		"not JSON": {"{}\n{\"text\": \n", "posts.jsonl:2: "},
		"too long": {"{}\n{}\n" + strings.Repeat("a", 1<<20+1), "posts.jsonl:3: "},
	} {
		if _, err := corpus.Objects[labelled](file(t, c.content)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v does not name %s", what, err, c.want)
		}
	}
}

func TestMissingFolderSaysWhatToDo(t *testing.T) {
	if _, err := corpus.Objects[labelled]("nowhere/posts.jsonl"); err == nil || !strings.Contains(err.Error(), "-data") {
		t.Errorf("the error does not name -data: %v", err)
	}
}
