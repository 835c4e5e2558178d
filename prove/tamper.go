package main

import (
	"bytes"
	"context"
	crand "crypto/rand"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/store"
)

// tamper changes an export of a server's ledger in ways that a forger or a bad disk would, and verifies it with only the
// file and a checkpoint (promise 6).
func tamper(ctx context.Context, n int, r *rand.Rand, t *tally) error {
	folder, err := os.MkdirTemp("", "prove-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	signer, verifier, err := ledger.NewKey(crand.Reader, "prove")
	if err != nil {
		return err
	}
	file, kept, err := exported(ctx, filepath.Join(folder, "true.db"), signer, verifier, "honest")
	if err != nil {
		return err
	}
	trust := ledger.Trust{Verifier: verifier, Checkpoint: kept}
	if _, err := ledger.Verify(bytes.NewReader(file), trust); err != nil {
		return fmt.Errorf("the unchanged export does not verify: %w", err)
	}
	// Whoever holds the key can write another ledger, but not one that goes with a checkpoint given out before.
	forged, _, err := exported(ctx, filepath.Join(folder, "forged.db"), signer, verifier, "forged")
	if err != nil {
		return err
	}
	_, err = ledger.Verify(bytes.NewReader(forged), trust)
	t.held(err != nil, "a ledger written anew with the stolen key passes the checkpoint")
	for t.tried < n && ctx.Err() == nil {
		changed, how := forge(r, file)
		if bytes.Equal(changed, file) {
			continue // two equal lines changed places
		}
		_, err := ledger.Verify(bytes.NewReader(changed), trust)
		t.held(err != nil, "%s was not found", how)
	}
	return ctx.Err()
}

// forge changes a copy of the file, and says how.
func forge(r *rand.Rand, file []byte) (changed []byte, how string) {
	lines := bytes.SplitAfter(file, []byte("\n"))
	lines = lines[:len(lines)-1]
	i, j := r.IntN(len(lines)), r.IntN(len(lines))
	switch r.IntN(6) {
	case 0:
		changed = bytes.Clone(file)
		at, bit := r.IntN(len(file)), r.IntN(8)
		changed[at] ^= 1 << bit
		return changed, fmt.Sprintf("bit %d of byte %d flipped", bit, at)
	case 1:
		at := r.IntN(len(file))
		return bytes.Clone(file[:at]), fmt.Sprintf("the file cut to %d bytes", at)
	case 2:
		lines[i] = nil
		return bytes.Join(lines, nil), fmt.Sprintf("line %d taken out", i)
	case 3:
		lines[i], lines[j] = lines[j], lines[i]
		return bytes.Join(lines, nil), fmt.Sprintf("lines %d and %d changing places", i, j)
	case 4:
		lines[i] = append(bytes.Clone(lines[i]), lines[j]...)
		return bytes.Join(lines, nil), fmt.Sprintf("line %d put in again after line %d", j, i)
	}
	from, to := min(i, j), max(i, j)
	return bytes.Join(append(lines[:from:from], lines[to+1:]...), nil), fmt.Sprintf("lines %d to %d taken out", from, to)
}

// exported fills a server's database with a small company's first weeks, and gives the export and a checkpoint from halfway.
func exported(ctx context.Context, path, signer, verifier, company string) (file []byte, halfway string, err error) {
	s, err := store.Open(ctx, "sqlite:"+path)
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = s.Close() }()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var first staff.Person
	if err := s.Write(ctx, func(tx *store.Tx) (err error) {
		first, err = staff.Found(ctx, tx, staff.Company{Name: company, Languages: []string{"lt"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: "Ona Onaitė", Mail: "ona@example.com"}, now)
		return err
	}); err != nil {
		return nil, "", err
	}
	var signed store.Checkpoint
	for i := range 120 {
		now = now.Add(time.Minute)
		if err := s.Write(ctx, func(tx *store.Tx) (err error) {
			if err = tx.Append(ctx, ledger.Entry{Time: now, Actor: first.ID, Kind: "clause.signed", Subject: fmt.Sprint("clause-", i%12),
				Data: map[string]string{"version": "1", "language": "lt"}, Private: map[string]string{"note": fmt.Sprint("pastaba ", i)}}); err != nil {
				return err
			}
			if i%10 == 9 {
				signed, err = tx.SignCheckpoint(ctx, signer, now)
			}
			return err
		}); err != nil {
			return nil, "", err
		}
		if i == 59 {
			halfway = signed.Note
		}
	}
	var out bytes.Buffer
	err = s.ExportLedger(ctx, &out, store.LedgerExport{Company: company, Signer: signer, Verifier: verifier, Time: now, Size: signed.Size})
	return out.Bytes(), halfway, err
}
