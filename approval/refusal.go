package approval

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// Refusal is a vote that was not taken and is on the record all the same: store.Write commits the entry that says so.
type Refusal struct{ *fault.Fault }

// Unwrap gives the fault to tell.
func (r *Refusal) Unwrap() error { return r.Fault }

// OnRecord says that what was written before it, the entry about it, is to be kept.
func (r *Refusal) OnRecord() bool { return true }

// The reasons why a vote is refused, as the ledger has them.
const (
	ownPost  = "own"   // the person had a hand in it
	noRight  = "role"  // they left, or lost the role
	notAsked = "other" // the step asks others
)

// refuse notes in the ledger that a vote was refused and gives the refusal.
func refuse(ctx context.Context, r Records, req Request, who, why string, f *fault.Fault, now time.Time) error {
	err := r.Append(ctx, ledger.Entry{Time: now, Actor: who, Kind: "post.vote_refused", Subject: req.Post,
		Data: map[string]string{"request": req.ID, "why": why}})
	if err != nil {
		return err
	}
	return &Refusal{f}
}

func noVote() *fault.Fault {
	return fault.New(fault.Forbidden,
		"You may not vote on posts any more. Your administrator can tell you why.",
		"Dėl įrašų balsuoti nebegalite. Kodėl, pasakys administratorius.")
}

func wroteIt() *fault.Fault {
	return fault.New(fault.Forbidden,
		"You had a hand in this post, so other people decide about it. That you tried is on the record.",
		"Prie šio įrašo prisidėjote patys, todėl dėl jo sprendžia kiti. Tai, kad bandėte balsuoti, įrašyta žurnale.")
}

func askedOthers() *fault.Fault {
	return fault.New(fault.Forbidden,
		"You are not among those who are asked about this post, nor stand in for one of them.",
		"Dėl šio įrašo klausiama ne jūsų ir ne to, kurį pavaduojate.")
}
