package studio

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/ledger"
	"rostrum/staff"
)

// Records is what the studio keeps, within one transaction.
type Records interface {
	InForce
	Version(ctx context.Context, id string) (Version, error)
	// VersionToChange gives the version as it is now, and lets nobody else change it until the transaction ends.
	VersionToChange(ctx context.Context, id string) (Version, error)
	AddVersion(ctx context.Context, v Version) error
	ChangeVersion(ctx context.Context, v Version) error
	LastNumber(ctx context.Context) (int, error)
	AddContent(ctx context.Context, digest string, files folder.Files) error
	// AddStep keeps the state before a change; of each version the last [KeptSteps] stay.
	AddStep(ctx context.Context, s Step) error
	// LastStep gives the newest, or a fault NotFound.
	LastStep(ctx context.Context, version string) (Step, error)
	DropStep(ctx context.Context, version string, seq int64) error
	AddComment(ctx context.Context, c Comment) error
	Comment(ctx context.Context, id string) (Comment, error)
	ResolveComment(ctx context.Context, thread, person string, at time.Time) error
	Append(ctx context.Context, e ledger.Entry) error
}

// kept is a version that is being changed by somebody.
type kept struct {
	Records
	who staff.Person
	now time.Time
}

// open gives the version to change, if the person may do this and the version can still be changed.
func (k kept) open(ctx context.Context, id string, action staff.Action) (Version, error) {
	if err := staff.May(k.who, action); err != nil {
		return Version{}, err
	}
	v, err := k.VersionToChange(ctx, id)
	if err != nil {
		return v, err
	}
	if !v.Open() {
		return v, fault.New(fault.Conflict,
			"This version is closed: it was published or withdrawn. Begin a new draft to change the policy.",
			"Ši versija užbaigta: ji jau paskelbta arba jos atsisakyta. Norėdami keisti politiką, pradėkite naują juodraštį.")
	}
	return v, nil
}

// keep keeps the changed version and says in the ledger what was done.
func (k kept) keep(ctx context.Context, v Version, kind string, data, private map[string]string) (Version, error) {
	if err := k.ChangeVersion(ctx, v); err != nil {
		return v, err
	}
	v.Revision++
	return v, k.tell(ctx, kind, v.ID, data, private)
}

func (k kept) tell(ctx context.Context, kind, version string, data, private map[string]string) error {
	return k.Append(ctx, ledger.Entry{Time: k.now, Actor: k.who.ID, Kind: kind, Subject: version, Data: data, Private: private})
}
