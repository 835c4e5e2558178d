package ledger

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

func TestSealedEntryOpensAgain(t *testing.T) {
	e := Entry{Time: start.Add(1234567 * time.Nanosecond), Actor: "žmogus", Kind: "person.left", Subject: "\x00\x1f\x7f<&>\u2028\"\\",
		Data: map[string]string{"b": "\b\t\n\f\r", "a": ""}, Private: map[string]string{"name": "Ąžuolė", "mail": "a@example.lt"}}
	s, err := Seal(41, e, seed(2))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(s.Leaf, []byte("Ąžuolė")) {
		t.Errorf("the leaf shows what is private: %s", s.Leaf)
	}
	erased, err := Erase(s.Private, "name")
	if err != nil {
		t.Fatal(err)
	}
	got, redacted, seq, err := Open(s.Leaf, erased)
	if err != nil {
		t.Fatal(err)
	}
	e.Time = e.Time.Truncate(time.Microsecond)
	delete(e.Private, "name")
	if fmt.Sprint(got) != fmt.Sprint(e) || fmt.Sprint(redacted) != "[name]" || seq != 41 {
		t.Errorf("opened as %v, %v, %d", got, redacted, seq)
	}
	changed := bytes.Replace(s.Private, []byte("a@example"), []byte("b@example"), 1)
	if _, _, _, err := Open(s.Leaf, changed); err == nil || !strings.Contains(err.Error(), `"mail" is not the one`) {
		t.Errorf("a changed private value gave %v", err)
	}
}

func TestSealRefuses(t *testing.T) {
	for name, e := range map[string]Entry{
		"no kind":            {Time: start},
		"not UTF-8":          {Time: start, Kind: "a.b", Actor: "\xff"},
		"a name with spaces": {Time: start, Kind: "a.b", Data: map[string]string{"a b": ""}},
		"too large":          {Time: start, Kind: "a.b", Private: map[string]string{"text": strings.Repeat("x", MaxEntry)}},
		"a year too far":     {Time: start.AddDate(9000, 0, 0), Kind: "a.b"},
	} {
		if _, err := Seal(0, e, seed(2)); err == nil {
			t.Errorf("%s was sealed", name)
		}
	}
}

func TestOneFormOnly(t *testing.T) {
	const good = `{"actor":"a","data":{"x":"1","y":"2"},"kind":"a.b","private":{},"seq":7,"subject":"s","time":"2026-03-02T09:00:00.000000Z"}`
	if _, _, _, err := Open([]byte(good), nil); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"bytes that are not UTF-8": {`"a",`, "\"\xff\","},
		"fields out of order":      {`"x":"1","y":"2"`, `"y":"2","x":"1"`},
		"a field twice":            {`"y"`, `"x"`},
		"a number with a zero":     {`7`, `07`},
		"a number below zero":      {`7`, `-7`},
		"a comma for the point":    {`00.0`, `00,0`},
		"no such day":              {`03-02`, `02-30`},
		"an hour of one digit":     {`T09:00:00.000000Z`, `T9:00:00.0000000Z`},
		"capital hexadecimals":     {`"a",`, `"\u001F",`},
		"a long form of a short":   {`"a",`, `"\u000a",`},
		"a control character":      {`"a",`, "\"\n\","},
		"a comma at the end":       {`"2"}`, `"2",}`},
		"more after the end":       {`Z"}`, `Z"} `},
	} {
		leaf := strings.Replace(good, change[0], change[1], 1)
		if _, _, _, err := Open([]byte(leaf), nil); err == nil {
			t.Errorf("%s: %s was read", name, leaf)
		}
	}
}

func TestVerifyReports(t *testing.T) {
	b := newBook(t, 11)
	erased, err := Erase(b.entries[3].Private, "name")
	if err != nil {
		t.Fatal(err)
	}
	b.entries[3].Private = erased
	got, err := Verify(bytes.NewReader(b.export(t, "address")), Trust{b.verifier, b.checkpoints[4]})
	if err != nil {
		t.Fatal(err)
	}
	root, _ := tlog.TreeHash(11, b.reader())
	want := Report{Header{"UAB „Pavyzdys“", b.verifier, start.Add(time.Hour)}, 11, start, start.Add(10 * time.Minute), 2,
		map[string]int64{"address": 5, "name": 1}, root}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if _, err := Verify(bytes.NewReader(newBook(t, 0).export(t)), Trust{}); err != nil {
		t.Errorf("an empty ledger: %v", err)
	}
}

func TestProofs(t *testing.T) {
	b := newBook(t, 11)
	older, errOlder := OpenCheckpoint(b.verifier, b.checkpoints[4])
	newer, errNewer := OpenCheckpoint(b.verifier, b.checkpoints[8])
	if errOlder != nil || errNewer != nil {
		t.Fatal(errOlder, errNewer)
	}
	proof, err := ProveEntry(8, 5, b.reader())
	if err != nil {
		t.Fatal(err)
	}
	if err := CheckEntry(proof, newer, b.entries[5].Leaf); err != nil {
		t.Error(err)
	}
	if err := CheckEntry(proof, newer, bytes.Replace(b.entries[5].Leaf, []byte("person-7"), []byte("person-8"), 1)); err == nil {
		t.Error("a changed entry was proved")
	}
	if err := CheckEntry(proof, older, b.entries[5].Leaf); err == nil {
		t.Error("an entry was proved from a checkpoint before it")
	}
	growth, err := ProveConsistency(4, 8, b.reader())
	if err != nil {
		t.Fatal(err)
	}
	if err := CheckConsistency(growth, older, newer); err != nil {
		t.Error(err)
	}
	older.Root[0] ^= 1
	if err := CheckConsistency(growth, older, newer); err == nil {
		t.Error("a rewritten ledger was taken for a grown one")
	}
}

func TestFrontierIsTheTree(t *testing.T) {
	b := newBook(t, 70)
	var f frontier
	for i, s := range b.entries {
		f.add(tlog.RecordHash(s.Leaf))
		if want, _ := tlog.TreeHash(int64(i+1), b.reader()); f.root() != want {
			t.Fatalf("after %d leaves the root differs", i+1)
		}
	}
}
