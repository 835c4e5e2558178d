package api

import (
	"context"
	"math"
	"slices"
	"time"

	"rostrum/approval"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/publish"
	"rostrum/store"
)

// WhyRecord is what the ledger says of a post, and whether it can be relied on.
type WhyRecord struct {
	Verified bool       `json:"verified" doc:"The entries are whole and in the signed ledger, and what the database says of the decisions is what they say."`
	Said     string     `json:"said,omitempty" doc:"What cannot be relied on."`
	Unsigned int        `json:"unsigned,omitempty" doc:"How many of the entries the next checkpoint will sign, which takes a minute."`
	Entries  []WhyEntry `json:"entries" nullable:"false" doc:"The oldest first."`
}

// WhyEntry is an entry of the ledger about the post or one of its publications.
type WhyEntry struct {
	Seq     int64             `json:"seq"`
	Time    time.Time         `json:"time"`
	Actor   Named             `json:"actor"`
	Kind    string            `json:"kind"`
	Subject string            `json:"subject"`
	Data    map[string]string `json:"data" nullable:"false"`
	Private map[string]string `json:"private" nullable:"false"`
}

// entriesKept is how many entries about a post and about each of its publications are told.
const entriesKept = 2000

// record reads the entries and holds them against the signed ledger, and the decisions against them.
func (s *Server) record(ctx context.Context, tx *store.Tx, told publish.Told, lang string) (WhyRecord, error) {
	out := WhyRecord{Verified: true, Entries: []WhyEntry{}}
	doubt := func(f *fault.Fault) {
		if out.Verified {
			out.Verified, out.Said = false, f.In(lang)
		}
	}
	subjects := []string{told.Post.ID}
	for _, d := range told.Decisions {
		for _, p := range d.Publications {
			subjects = append(subjects, p.ID)
		}
	}
	for _, subject := range subjects {
		sealed, err := tx.LedgerEntries(ctx, store.LedgerFilter{Subject: subject}, math.MaxInt64, entriesKept)
		if err != nil {
			return out, err
		}
		for _, one := range sealed {
			if err := s.take(ctx, tx, one, &out); fault.Is(err, fault.Unavailable) {
				doubt(fault.For(err))
			} else if err != nil {
				return out, err
			}
		}
	}
	slices.SortFunc(out.Entries, func(a, b WhyEntry) int { return int(a.Seq - b.Seq) })
	for _, d := range told.Decisions {
		if !recorded(d, out.Entries) {
			doubt(fault.New(fault.Unavailable, "What the database says of a decision about this post is not what the ledger says.",
				"Tai, ką duomenų bazė sako apie sprendimą dėl šio įrašo, nesutampa su žurnalu."))
		}
	}
	return out, s.namesOf(ctx, tx, out.Entries)
}

// take reads one entry and proves that it is in the ledger.
func (s *Server) take(ctx context.Context, tx *store.Tx, sealed ledger.Sealed, to *WhyRecord) error {
	e, err := entryOut(sealed)
	if err != nil {
		return damaged(err)
	}
	to.Entries = append(to.Entries, WhyEntry{e.Seq, e.Time, Named{ID: e.Actor}, e.Kind, e.Subject, e.Data, e.Private})
	proof, err := s.prove(ctx, tx, sealed)
	if err == nil && proof == nil {
		to.Unsigned++
	}
	return err
}

func (s *Server) namesOf(ctx context.Context, tx *store.Tx, entries []WhyEntry) error {
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.Actor.ID)
	}
	slices.Sort(ids)
	names, err := tx.NamesOf(ctx, slices.Compact(ids))
	for i := range entries {
		entries[i].Actor.Name = names[entries[i].Actor.ID]
	}
	return err
}

// recorded tells whether the ledger says of a decision what the database says: what was submitted, each vote, and how it
// ended.
func recorded(d publish.Decided, entries []WhyEntry) bool {
	q := d.Request
	has := func(kind string, more func(WhyEntry) bool) bool {
		return slices.ContainsFunc(entries, func(e WhyEntry) bool {
			return e.Kind == kind && e.Subject == q.Post && e.Data["request"] == q.ID && e.Data["digest"] == q.Digest && more(e)
		})
	}
	anyhow := func(WhyEntry) bool { return true }
	if d.Revision.Content.Digest() != q.Digest || !has("post.submitted", func(e WhyEntry) bool {
		return e.Data["policy"] == q.Policy && e.Data["verdict"] == q.Verdict.String() && e.Actor.ID == q.Author
	}) {
		return false
	}
	for _, step := range q.Steps {
		kind := "post.voted"
		if step.Kind == approval.Guest {
			kind = "guest.voted"
		}
		for _, v := range step.Votes {
			if !has(kind, func(e WhyEntry) bool {
				return e.Actor.ID == v.Person && e.Data["step"] == step.ID && e.Data["choice"] == string(v.Choice)
			}) {
				return false
			}
		}
	}
	return (q.State == approval.Approved) == (has("post.approved", anyhow) && !has("post.voided", anyhow))
}
