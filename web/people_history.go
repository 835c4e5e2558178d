package web

import (
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/store"
)

// historyLine is an entry of the ledger about a person.
type historyLine struct {
	ledger.Entry
	Text, Href string
}

// historySize is how many entries a person's page shows.
const historySize = 20

// history tells what was done to a person, the newest first.
func (s *Server) history(v *visit, tx *store.Tx, person string) ([]historyLine, error) {
	sealed, err := tx.PersonHistory(v.ctx, person, historySize)
	if err != nil {
		return nil, err
	}
	lines := make([]historyLine, len(sealed))
	entries := make([]ledger.Entry, len(sealed))
	for i, one := range sealed {
		if entries[i], _, _, err = ledger.Open(one.Leaf, one.Private); err != nil {
			return nil, err
		}
	}
	names, err := s.namesIn(v.ctx, tx, v.lang, entries...)
	for i, e := range entries {
		lines[i] = historyLine{Entry: e, Text: s.sentence(v.lang, e, names)}
		if staff.May(v.who, staff.SeeLedger) == nil {
			lines[i].Href = "/ledger/" + itoa(sealed[i].Seq)
		}
	}
	return lines, err
}
