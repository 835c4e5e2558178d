package approval

import (
	"context"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

// AskAgain has a guest sent a new link. The old one ends at once, and so do its codes and the browser in which it is open.
// It is for guests whose answer is awaited now; others have answered, or get their letter when it is their turn.
func AskAgain(ctx context.Context, r Records, who staff.Person, request, guest string, now time.Time) (Request, error) {
	if err := staff.May(who, staff.WritePosts); err != nil {
		return Request{}, err
	}
	g, err := r.GuestToChange(ctx, guest)
	if err != nil {
		return Request{}, err
	}
	if g.Request != request {
		return Request{}, fault.New(fault.NotFound, "There is no such guest.", "Tokio svečio nėra.")
	}
	req, err := r.Request(ctx, request)
	switch {
	case err != nil:
		return req, err
	case req.State != Open:
		return req, decided(req.State)
	case !slices.Contains(req.Waiting(), g.ID):
		return req, fault.New(fault.Conflict, "This guest's answer is not awaited now: they have answered, or others are asked first.",
			"Šio svečio atsakymo dabar nelaukiama: jis jau atsakė arba pirmiausia klausiama kitų.")
	}
	g.Link, g.Until, g.Session, g.Opened = "", time.Time{}, "", time.Time{}
	g.Code, g.CodeEnd, g.Tries, g.Codes = "", time.Time{}, 0, 0
	if err := r.ChangeGuest(ctx, g); err != nil {
		return req, err
	}
	if err := r.Later(ctx, Letter{AboutGuest, req.ID, g.ID}, now); err != nil {
		return req, err
	}
	return req, r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "guest.asked_again", Subject: req.Post,
		Data: map[string]string{"request": req.ID, "guest": g.ID}})
}
