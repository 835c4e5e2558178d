package handbook

import (
	"io/fs"
	"os"
	"testing"
	"time"

	"rostrum/policy"
	"rostrum/policy/starter"
)

func TestTry(t *testing.T) {
	f, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Sectors: []string{"retail"}, Today: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Build(p, Options{PDF: true})
	if err != nil {
		t.Fatal(err)
	}
	os.RemoveAll("/tmp/hb/site")
	if err := os.CopyFS("/tmp/hb/site", s.(fs.FS)); err != nil {
		t.Fatal(err)
	}
}
