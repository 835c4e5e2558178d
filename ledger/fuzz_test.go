package ledger

import (
	"bytes"
	"encoding/json"
	"testing"
)

// FuzzVerify accepts one file only: the one that was signed.
func FuzzVerify(f *testing.F) {
	b := newBook(f, 5)
	file := b.export(f, "address")
	f.Add(file)
	f.Add(file[:len(file)/2])
	for line := range bytes.Lines(file) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, changed []byte) {
		_, err := Verify(bytes.NewReader(changed), Trust{Verifier: b.verifier})
		if same := bytes.Equal(changed, file); same != (err == nil) {
			t.Errorf("the signed file: %v, verified: %v", same, err)
		}
	})
}

// FuzzOpen holds the strict reader to its twin: what it accepts is JSON that, sealed again, gives the same bytes.
func FuzzOpen(f *testing.F) {
	for _, s := range newBook(f, 4).entries {
		f.Add(s.Leaf, s.Private)
	}
	f.Fuzz(func(t *testing.T, leaf, private []byte) {
		e, _, seq, err := Open(leaf, private)
		if err != nil {
			return
		}
		var twin struct {
			Actor, Kind, Subject string
			Data, Private        map[string]string
			Seq                  int64
		}
		if err := json.Unmarshal(leaf, &twin); err != nil {
			t.Fatalf("%s: %v", leaf, err)
		}
		if twin.Actor != e.Actor || twin.Kind != e.Kind || twin.Subject != e.Subject || twin.Seq != seq || len(twin.Data) != len(e.Data) {
			t.Fatalf("%s was read as %v", leaf, e)
		}
		if again := appendLeaf(nil, seq, e, twin.Private); !bytes.Equal(again, leaf) {
			t.Fatalf("%s\nwritten again is\n%s", leaf, again)
		}
	})
}
