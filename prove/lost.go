package main

import (
	"context"

	"rostrum/keyring"
	"rostrum/ledger"
	"rostrum/store"
)

// lost opens the database as a server that starts does, and says what the crew were told and is not there, or where state
// and ledger differ.
func (o *office) lost(ctx context.Context, crew []*client) (lost string, err error) {
	keys, err := keyring.Open(o.data)
	if err != nil {
		return "", err
	}
	return lost, o.inStore(ctx, func(s *store.Store) error {
		// All is read of one moment: PostgreSQL may still be committing what a killed server had asked it to.
		return s.Read(ctx, func(tx *store.Tx) (err error) {
			if _, err := tx.CheckLedger(ctx, keys.Verifier); err != nil {
				lost = err.Error()
				return nil
			}
			lost, err = o.compare(ctx, tx, crew)
			return err
		})
	})
}

func (o *office) compare(ctx context.Context, tx *store.Tx, crew []*client) (string, error) {
	recorded, err := record(ctx, tx)
	if err != nil {
		return "", err
	}
	kept := map[string]bool{}
	of, err := tx.SignaturesOf(ctx, o.people)
	if err != nil {
		return "", err
	}
	for _, signatures := range of {
		for _, s := range signatures {
			kept[signature(s.Person, s.Clause, s.Digest)] = true
		}
	}
	comments, err := tx.Comments(ctx, o.draft)
	if err != nil {
		return "", err
	}
	for _, c := range comments {
		kept[comment(c.Person, c.Text)] = true
	}
	for what := range kept {
		if !recorded[what] {
			return "the ledger does not know " + what, nil
		}
	}
	for what := range recorded {
		if !kept[what] {
			return "only the ledger knows " + what, nil
		}
	}
	for _, c := range crew {
		if lost, err := c.kept(ctx, tx, kept); lost != "" || err != nil {
			return lost, err
		}
	}
	return "", nil
}

// record gives what the ledger says of signatures and comments.
func record(ctx context.Context, tx *store.Tx) (map[string]bool, error) {
	known := map[string]bool{}
	for from := int64(0); ; {
		entries, err := tx.LedgerFrom(ctx, from, 1000)
		if err != nil || len(entries) == 0 {
			return known, err
		}
		for _, sealed := range entries {
			e, _, seq, err := ledger.Open(sealed.Leaf, sealed.Private)
			if err != nil {
				return nil, err
			}
			from = seq + 1
			switch e.Kind {
			case "clause.signed":
				known[signature(e.Actor, e.Subject, e.Data["digest"])] = true
			case "policy.commented":
				known[comment(e.Actor, e.Private["text"])] = true
			}
		}
	}
}

func signature(person, clause, digest string) string {
	return "the signature of " + person + " under " + clause + " (" + digest + ")"
}

func comment(person, text string) string { return "the comment of " + person + ": " + text }
