package ledger

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

var start = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// book is a ledger in memory, as a store would keep it.
type book struct {
	signer, verifier string
	entries          []Sealed
	hashes           []tlog.Hash
	checkpoints      map[int64]string
}

func (b *book) LedgerHashes(_ context.Context, index []int64) ([]tlog.Hash, error) {
	var out []tlog.Hash
	for _, i := range index {
		out = append(out, b.hashes[i])
	}
	return out, nil
}

func (b *book) reader() tlog.HashReader { return Reader(context.Background(), b) }

func seed(n byte) *rand.ChaCha8 { return rand.NewChaCha8([32]byte{n}) }

// newBook has n entries, a minute apart, and a checkpoint half a minute after every fourth.
func newBook(t testing.TB, n int) *book {
	t.Helper()
	b := &book{checkpoints: map[int64]string{}}
	random := seed(1)
	var err error
	if b.signer, b.verifier, err = NewKey(random, "example.lt"); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		at := start.Add(time.Duration(i) * time.Minute)
		e := Entry{Time: at, Actor: "person-7", Kind: "clause.signed", Subject: fmt.Sprintf("clause-%d", i),
			Data: map[string]string{"version": "3", "digest": "4bf5122f344554c53bde2ebb8cd2b7e3"}}
		if i%2 == 1 {
			e.Private = map[string]string{"name": "Ąžuolė \"Ąžė\"\n", "address": "10.0.0.7"}
		}
		b.add(t, e, random)
		if size := int64(i + 1); size%4 == 0 {
			b.checkpoints[size] = b.sign(t, size, at.Add(30*time.Second))
		}
	}
	return b
}

func (b *book) add(t testing.TB, e Entry, random *rand.ChaCha8) {
	t.Helper()
	seq := int64(len(b.entries))
	s, err := Seal(seq, e, random)
	if err != nil {
		t.Fatal(err)
	}
	more, err := Append(seq, s.Leaf, b.reader())
	if err != nil {
		t.Fatal(err)
	}
	b.entries, b.hashes = append(b.entries, s), append(b.hashes, more...)
}

func (b *book) sign(t testing.TB, size int64, at time.Time) string {
	t.Helper()
	root, err := tlog.TreeHash(size, b.reader())
	if err != nil {
		t.Fatal(err)
	}
	signed, err := SignCheckpoint(b.signer, size, root, at)
	if err != nil {
		t.Fatal(err)
	}
	return signed
}

func (b *book) export(t testing.TB, redact ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	x, err := NewExport(&out, Header{"UAB „Pavyzdys“", b.verifier, start.Add(time.Hour)})
	for i := 0; i < len(b.entries) && err == nil; i++ {
		if err = x.Entry(b.entries[i], redact); err == nil && b.checkpoints[int64(i+1)] != "" {
			err = x.Checkpoint(b.checkpoints[int64(i+1)])
		}
	}
	if err == nil {
		err = x.Close(b.signer)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
