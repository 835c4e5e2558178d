package staff

import (
	"context"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// Own is what people need to change what is theirs.
type Own interface {
	ChangePerson(ctx context.Context, p Person) error
	Append(ctx context.Context, e ledger.Entry) error
}

// Join makes an invited person active, by the name and language that they chose themselves.
func Join(ctx context.Context, r Own, p Person, name, language string, now time.Time) (Person, error) {
	if p.State != Invited {
		return p, fault.New(fault.Conflict,
			"This invitation has been accepted already, or was taken back. Sign in, or ask for a new one.",
			"Šis pakvietimas jau priimtas arba atšauktas. Prisijunkite arba paprašykite naujo.")
	}
	p.Name, p.Language, p.State, p.Joined = name, language, Active, now
	p, err := p.checked()
	if err != nil {
		return p, err
	}
	return keepOwn(ctx, r, p, "person.joined", nil, now)
}

// ChangeOwn changes what a person may change of their own: name, language and time zone.
func ChangeOwn(ctx context.Context, r Own, p Person, name, language, zone string, now time.Time) (Person, error) {
	if p.State != Active {
		return p, May(p, ReadHandbook)
	}
	var changed []string
	for _, c := range []struct {
		what    string
		was, is string
	}{{"name", p.Name, name}, {"language", p.Language, language}, {"zone", p.Zone, zone}} {
		if c.was != c.is {
			changed = append(changed, c.what)
		}
	}
	if len(changed) == 0 {
		return p, nil
	}
	p.Name, p.Language, p.Zone = name, language, zone
	p, err := p.checked()
	if err != nil {
		return p, err
	}
	return keepOwn(ctx, r, p, "person.changed", map[string]string{"fields": strings.Join(changed, " ")}, now)
}

// Checked gives the person tidied, or the fault of a field, to tell whoever is being asked before anything is kept.
func (p Person) Checked() (Person, error) { return p.checked() }

// Checked gives the company tidied, or the fault of a field, to tell whoever is being asked before anything is kept.
func (c Company) Checked() (Company, error) {
	err := c.valid()
	return c, err
}

func keepOwn(ctx context.Context, r Own, p Person, kind string, data map[string]string, now time.Time) (Person, error) {
	if err := r.ChangePerson(ctx, p); err != nil {
		return p, err
	}
	p.Version++
	return p, r.Append(ctx, ledger.Entry{Time: now, Actor: p.ID, Kind: kind, Subject: p.ID, Data: data,
		Private: map[string]string{"name": p.Name}})
}
