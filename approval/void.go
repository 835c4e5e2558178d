package approval

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// Void ends the latest request about a post, which was taken back or edited: its votes no longer count, and an approval
// no longer lets anything out. who is the id of whoever took it back. A post without an open or approved request is left
// alone.
func Void(ctx context.Context, r Records, who, post string, now time.Time) error {
	last, err := r.LastRequest(ctx, post)
	if fault.Is(err, fault.NotFound) {
		return nil
	} else if err != nil {
		return err
	}
	req, err := r.RequestToChange(ctx, last.ID)
	if err != nil || req.State != Open && req.State != Approved {
		return err
	}
	req.State, req.Decided = Voided, now
	if err := r.ChangeRequest(ctx, req); err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who, Kind: "post.voided", Subject: post, Data: req.facts()})
}
