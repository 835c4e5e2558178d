package publish

import (
	"context"
	"maps"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/ledger"
	"rostrum/staff"
)

// Records is what the use cases need kept, within one transaction.
type Records interface {
	approval.Records
	Shelf
	// AddPublication puts a publication into the outbox.
	AddPublication(ctx context.Context, p Publication) error
	BrandAccount(ctx context.Context, id string) (account.Account, error)
	// Pause gives a pause, or a fault NotFound.
	Pause(ctx context.Context, id string) (Pause, error)
	AddPause(ctx context.Context, p Pause) error
	// EndPause notes the end of a pause that still holds.
	EndPause(ctx context.Context, p Pause) error
	// Overdue gives what is due and has not gone out, of all accounts, in order.
	Overdue(ctx context.Context, now time.Time) ([]Publication, error)
}

// Shelf is where publications lie.
type Shelf interface {
	// LockOutbox lets nobody else claim, change or pause publications until the transaction ends.
	LockOutbox(ctx context.Context) error
	// Publication gives a publication, or a fault NotFound.
	Publication(ctx context.Context, id string) (Publication, error)
	// PublicationsOf gives all publications of a post, the oldest first.
	PublicationsOf(ctx context.Context, post string) ([]Publication, error)
	// ChangePublication keeps where it stands; a fault Conflict where somebody changed it since it was read.
	ChangePublication(ctx context.Context, p Publication) error
	// Pauses gives the pauses that hold.
	Pauses(ctx context.Context) ([]Pause, error)
	Append(ctx context.Context, e ledger.Entry) error
}

// Rostrum is the actor of what happens by itself.
const Rostrum = "rostrum"

// change keeps where a publication stands and says so on the record.
func change(ctx context.Context, r Shelf, actor, kind string, p Publication, now time.Time, data map[string]string) error {
	if err := r.ChangePublication(ctx, p); err != nil {
		return err
	}
	return tell(ctx, r, actor, kind, p, now, data)
}

func tell(ctx context.Context, r Shelf, actor, kind string, p Publication, now time.Time, data map[string]string) error {
	return r.Append(ctx, entry(actor, kind, p, now, data))
}

func entry(actor, kind string, p Publication, now time.Time, more map[string]string) ledger.Entry {
	data := map[string]string{"post": p.Post, "digest": p.Digest, "request": p.Request, "account": p.Account, "network": p.Network, "verb": string(p.Verb)}
	maps.Copy(data, more)
	e := ledger.Entry{Time: now, Actor: actor, Kind: kind, Subject: p.ID, Data: data}
	if p.Said != "" {
		e.Private = map[string]string{"said": p.Said}
	}
	return e
}

// open gives a publication to whoever may do this with it; nobody else changes it until the transaction ends.
func open(ctx context.Context, r Shelf, who staff.Person, a staff.Action, id string) (Publication, error) {
	if err := staff.May(who, a); err != nil {
		return Publication{}, err
	}
	if err := r.LockOutbox(ctx); err != nil {
		return Publication{}, err
	}
	return r.Publication(ctx, id)
}

// moment writes a time for the record.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
