package ledger

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// benchBook has leaves of about 300 bytes, as decisions make them.
func benchBook(b *testing.B, n int, private map[string]string) *book {
	book, random := newBook(b, 0), seed(4)
	for i := range n {
		book.add(b, Entry{Time: start.Add(time.Duration(i) * time.Second), Actor: "cv37rs3pp9olc6atsu9g", Kind: "clause.signed",
			Subject: fmt.Sprintf("confidential-information-%06d", i), Private: private,
			Data: map[string]string{"version": "2026-03", "language": "lt", "text": "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"}}, random)
	}
	return book
}

func BenchmarkVerify(b *testing.B) {
	const entries = 20_000
	for name, private := range map[string]map[string]string{
		"open":    nil,
		"private": {"name": "Ąžuolė Ąžuolaitė", "address": "192.0.2.17"},
	} {
		book := benchBook(b, entries, private)
		file := book.export(b)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Verify(bytes.NewReader(file), Trust{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(entries*b.N)/b.Elapsed().Seconds(), "entries/s")
			b.ReportMetric(float64(len(book.entries[0].Leaf)), "leaf-bytes")
		})
	}
}

func BenchmarkAppend(b *testing.B) {
	e := Entry{Time: start, Actor: "cv37rs3pp9olc6atsu9g", Kind: "clause.signed", Subject: "confidential-information",
		Private: map[string]string{"name": "Ąžuolė Ąžuolaitė"}}
	random := seed(5)
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(index []int64) (out []tlog.Hash, _ error) {
		for _, i := range index {
			out = append(out, hashes[i])
		}
		return out, nil
	})
	var seq int64
	for b.Loop() {
		s, err := Seal(seq, e, random)
		if err != nil {
			b.Fatal(err)
		}
		more, err := Append(seq, s.Leaf, reader)
		if err != nil {
			b.Fatal(err)
		}
		hashes = append(hashes, more...)
		seq++
	}
}
