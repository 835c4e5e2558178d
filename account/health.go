package account

import (
	"context"
	"time"

	"rostrum/ledger"
	"rostrum/network"
)

// Notice is what the owner is to be told after a look, or nothing.
type Notice string

// The notices.
const (
	Lost Notice = "lost" // we can no longer act for it: somebody must connect it again
	Ends Notice = "ends" // the secret ends soon, whatever we do
)

// warnings are the days before the end of a secret at which its owner is told, once each.
func warnings() []int { return []int{14, 7, 1} }

// patience is how many looks in a row may fail before the account is called ailing: a server that is away for a moment is
// no news.
const patience = 2

// Stale tells whether the secret is in the last third of its life, and is to be refreshed.
func (a Account) Stale(now time.Time) bool {
	return !a.Expires.IsZero() && !now.Before(a.Expires.Add(-a.Expires.Sub(a.Refreshed)/3))
}

// Refreshed keeps a new secret, sealed, in the place of the one with the version. It gives a fault Conflict where the
// account was connected anew or disconnected meanwhile. The secret's own bytes are not looked at.
func Refreshed(ctx context.Context, r Records, id string, version int64, sealed []byte, secret network.Secret, now time.Time) (Account, error) {
	if err := r.KeepAccountSecret(ctx, id, sealed, version); err != nil {
		return Account{}, err
	}
	a, err := r.BrandAccount(ctx, id)
	if err != nil {
		return a, err
	}
	if secret.Ends.IsZero() || secret.Ends.After(a.Ends) {
		a.Warned = 0
	}
	a.Refreshed, a.Expires, a.Ends = now, secret.Expires, secret.Ends
	return a, r.KeepAccountHealth(ctx, a)
}

// Looked takes in how a look at the account, or anything else that was tried with the secret of the version, ended, and
// says what the owner is to be told. A look with a secret that has been replaced meanwhile changes nothing.
func Looked(ctx context.Context, r Records, id string, version int64, found network.Identity, failure error, now time.Time) (Account, Notice, error) {
	same, err := r.SameAccountSecret(ctx, id, version)
	if err != nil {
		return Account{}, "", err
	}
	was, err := r.BrandAccount(ctx, id)
	if err != nil || !same {
		return was, "", err
	}
	is, notice := was.after(found, failure, now)
	if err := r.KeepAccountHealth(ctx, is); err != nil || is.State == was.State {
		return is, notice, err
	}
	kind := map[State]string{Connected: "account.well", Ailing: "account.ailing", Disconnected: "account.disconnected"}[is.State]
	e := ledger.Entry{Time: now, Actor: Watcher, Kind: kind, Subject: id, Data: map[string]string{"network": is.Network, "handle": is.Handle}}
	if is.State == Ailing {
		e.Data["why"] = "away"
		if notice == Ends {
			e.Data["why"] = "ends"
		}
	}
	if is.Said != "" {
		e.Private = map[string]string{"said": is.Said}
	}
	return is, notice, r.Append(ctx, e)
}

// after is the account after a look.
func (a Account) after(found network.Identity, failure error, now time.Time) (Account, Notice) {
	a.Looked = now
	if failure == nil && !a.is(found) {
		failure = &network.Error{Kind: network.SignedOut, Said: "the secret belongs to another account: " + found.Handle}
	}
	switch kind := network.KindOf(failure); {
	case failure == nil:
		a.tell(found)
		a.State, a.Said, a.Failed = Connected, "", 0
	case kind == network.SignedOut:
		lost := a.State != Disconnected
		a.State, a.Said, a.Failed = Disconnected, line(network.SaidOf(failure), longSaid), a.Failed+1
		if lost {
			return a, Lost
		}
		return a, ""
	case kind == network.Limited || kind == network.Unsupported:
		return a, "" // says nothing of the secret
	default:
		a.Said, a.Failed = line(network.SaidOf(failure), longSaid), a.Failed+1
		if a.Failed >= patience && a.State == Connected {
			a.State = Ailing
		}
	}
	return a.warned(now)
}

// warned notes that the owner is told of the end of the secret, where the next of the warnings has come.
func (a Account) warned(now time.Time) (Account, Notice) {
	if a.Ends.IsZero() || a.State == Disconnected {
		return a, ""
	}
	come := 0
	for _, days := range warnings() {
		if !now.Before(a.Ends.AddDate(0, 0, -days)) {
			come = days
		}
	}
	if come == 0 {
		return a, ""
	}
	a.State = Ailing
	if a.Warned != 0 && a.Warned <= come {
		return a, ""
	}
	a.Warned = come
	return a, Ends
}
