package training

import (
	"context"
	"strconv"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/studio"
)

// Signature is one person's "I have read and understood" under one clause. The latest of each clause counts; earlier
// ones are in the ledger.
type Signature struct {
	Person   string
	Clause   string // the clause's id
	Digest   string // what was signed, see [Digest]
	Version  int    // the number of the version in force then
	Policy   string // and its digest
	Language string // in which it was read
	At       time.Time
}

// Edition is a version of the policy with what it says.
type Edition struct {
	Version studio.Version
	Policy  *policy.Policy
}

// Item is a clause that somebody has yet to sign.
type Item struct {
	Clause *policy.Clause
	Digest string
	Before *Signature // what the person signed of it before it changed; nil where nothing
}

// Due gives what somebody has yet to sign of a policy, in its order: clauses never signed, and those changed since.
func Due(p *policy.Policy, signed []Signature, who staff.Person) []Item {
	last := map[string]*Signature{}
	for i := range signed {
		last[signed[i].Clause] = &signed[i]
	}
	var items []Item
	for _, c := range p.Clauses {
		if !Concerns(c, who.Roles) {
			continue
		}
		digest := Digest(c)
		if before := last[c.ID]; before == nil || before.Digest != digest {
			items = append(items, Item{c, digest, before})
		}
	}
	return items
}

// Read is a clause as somebody had it before their eyes.
type Read struct{ Clause, Digest string }

// Records is what signing needs to keep.
type Records interface {
	// VersionAt gives the version in force at the moment.
	VersionAt(ctx context.Context, at time.Time) (studio.Version, error)
	// AddSignatures keeps one person's signatures and gives those that were not there yet.
	AddSignatures(ctx context.Context, signatures []Signature) ([]Signature, error)
	Append(ctx context.Context, e ledger.Entry) error
}

// Sign notes that somebody has read and understood clauses, as they stand in the version in force. A clause that
// changed while it was read is refused, and so are all that were given with it. What is signed already stays as it was.
func Sign(ctx context.Context, r Records, who staff.Person, e Edition, clauses []Read, language string, now time.Time) error {
	if err := staff.May(who, staff.SignClauses); err != nil {
		return err
	}
	current, err := r.VersionAt(ctx, now)
	if err != nil {
		return err
	}
	if current.Digest != e.Version.Digest {
		return changed()
	}
	var signatures []Signature
	for _, read := range clauses {
		c := e.Policy.Clause(read.Clause)
		if c == nil || Digest(c) != read.Digest {
			return changed()
		}
		signatures = append(signatures, Signature{Person: who.ID, Clause: c.ID, Digest: read.Digest,
			Version: current.Number, Policy: current.Digest, Language: language, At: now})
	}
	if len(signatures) == 0 {
		return fault.New(fault.Invalid, "Choose at least one clause to sign.", "Pasirinkite bent vieną punktą, kurį pasirašote.")
	}
	added, err := r.AddSignatures(ctx, signatures)
	if err != nil {
		return err
	}
	for _, s := range added {
		err := r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "clause.signed", Subject: s.Clause, Data: map[string]string{
			"digest": s.Digest, "version": strconv.Itoa(s.Version), "policy": s.Policy, "language": s.Language}})
		if err != nil {
			return err
		}
	}
	return nil
}

func changed() error {
	return fault.New(fault.Conflict,
		"This clause changed while you were reading it. Here it is as it stands now; read it again before you sign.",
		"Kol skaitėte, šis punktas pasikeitė. Čia rodoma dabartinė jo redakcija – prieš pasirašydami perskaitykite ją dar kartą.")
}
