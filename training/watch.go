package training

import (
	"context"
	"strconv"
	"time"

	"rostrum/ledger"
	"rostrum/staff"
)

// Ledger is what watching over signatures notes.
type Ledger interface {
	Append(ctx context.Context, e ledger.Entry) error
}

// Export notes that somebody took the list of who has signed out of Rostrum.
func Export(ctx context.Context, l Ledger, who staff.Person, e Edition, people int, now time.Time) error {
	if err := staff.May(who, staff.SeeSignatures); err != nil {
		return err
	}
	return l.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "signature.exported", Subject: strconv.Itoa(e.Version.Number),
		Data: map[string]string{"policy": e.Version.Digest, "people": strconv.Itoa(people)}})
}

// MayRemind tells whether somebody may have others reminded: who sees the signatures and answers for them. Auditors only
// look.
func MayRemind(who staff.Person) error {
	if err := staff.May(who, staff.SeeSignatures); err != nil {
		return err
	}
	return staff.May(who, staff.GrantSpeaker)
}

// AskToRemind notes that somebody has others reminded: those of a team and of a clause, where these are not empty.
func AskToRemind(ctx context.Context, l Ledger, who staff.Person, e Edition, team, clause string, now time.Time) error {
	if err := MayRemind(who); err != nil {
		return err
	}
	return l.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "signature.reminded", Subject: strconv.Itoa(e.Version.Number),
		Data: map[string]string{"policy": e.Version.Digest, "team": team, "clause": clause}})
}
