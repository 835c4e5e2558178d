package web

import (
	"math"
	"slices"
	"strings"
	"time"

	"rostrum/ledger"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// publicationStep is an entry of the ledger about a publication, as its page tells it.
type publicationStep struct {
	At              time.Time
	Text, Icon      string
	Said, Why, Link string
	Href            string // the entry, for those who may see the ledger
}

// stepsShown is how many entries a page tells of one publication.
const stepsShown = 100

func (s *Server) publicationSteps(v *visit, tx *store.Tx, p publish.Publication) ([]publicationStep, error) {
	sealed, err := tx.LedgerEntries(v.ctx, store.LedgerFilter{Subject: p.ID}, math.MaxInt64, stepsShown)
	if err != nil {
		return nil, err
	}
	guests, err := tx.Guests(v.ctx, p.Request)
	if err != nil {
		return nil, err
	}
	names := map[string]string{publish.Rostrum: s.words.T(v.lang, "ledger.system")}
	for _, g := range guests {
		names[g.ID] = g.Name
	}
	var steps []publicationStep
	for _, one := range slices.Backward(sealed) {
		e, _, _, err := ledger.Open(one.Leaf, one.Private)
		if err != nil {
			continue // the ledger's own pages tell of what was tampered with
		}
		if err := s.names(v, tx, names, e.Actor); err != nil {
			return nil, err
		}
		step := s.publicationStep(v.lang, e, names)
		if staff.May(v.who, staff.SeeLedger) == nil {
			step.Href = "/ledger/" + itoa(one.Seq)
		}
		steps = append(steps, step)
	}
	return steps, nil
}

func (s *Server) publicationStep(lang string, e ledger.Entry, names map[string]string) publicationStep {
	what := strings.TrimPrefix(e.Kind, "publication.")
	step := publicationStep{At: e.Time, Said: e.Private["said"], Why: e.Private["why"]}
	step.Icon = map[string]string{"scheduled": "clock", "held": "hand-stop", "released": "player-play", "moved": "calendar-event", "cancelled": "x",
		"sent": "circle-check", "failed": "circle-x", "deleted": "trash", "edited": "edit"}[what]
	if step.Icon == "" {
		step.Icon = "list"
	}
	key := "publish.step_" + what
	if e.Data["look"] != "" {
		key = "publish.step_looked"
	}
	if what == "scheduled" && e.Data["verb"] == string(publish.Delete) {
		key = "publish.step_taken_down"
	}
	if !s.words.Has(key) {
		step.Text = s.kindName(lang, e.Kind)
		return step
	}
	if hold := "publish.short_" + e.Data["hold"]; s.words.Has(hold) {
		hold = s.words.T(lang, hold)
		step.Text = s.words.T(lang, key, "who", names[e.Actor], "due", s.moment(lang, momentOf(e.Data["due"])), "from", s.moment(lang, momentOf(e.Data["from"])), "hold", hold)
	} else {
		step.Text = s.words.T(lang, key, "who", names[e.Actor], "due", s.moment(lang, momentOf(e.Data["due"])), "from", s.moment(lang, momentOf(e.Data["from"])), "hold", "–")
	}
	if what != "deleted" && safeLink(e.Data["url"]) {
		step.Link = e.Data["url"]
	}
	return step
}

// momentOf reads a time of the record.
func momentOf(written string) time.Time {
	t, _ := time.Parse(time.RFC3339, written) // what is no time is told as none
	return t
}

// safeLink tells whether a browser may be led to what a network says is its address.
func safeLink(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}
