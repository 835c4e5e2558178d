// Package watch looks after whether we can act for the company's accounts: it opens their secrets, has them refreshed in
// time by one server at a time, and asks the networks whether they still take them. It refuses to keep what it opened, to
// write a secret anywhere but sealed, and to decide what follows from a failure: account does.
package watch

import (
	"context"
	"errors"
	"time"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/network"
	"rostrum/staff/signin"
	"rostrum/store"
)

// How long a network may take. A lease is longer than a refresh, so that two never overlap.
// A look may need three answers, and a job has a minute.
const (
	lookPatience    = 15 * time.Second
	refreshPatience = 20 * time.Second
	leaseLasts      = time.Minute
)

// Watch is safe for concurrent use, also beside others on the same database.
type Watch struct {
	Store    *store.Store
	Sealer   *signin.Sealer
	Networks map[string]network.Network // by Profile().ID
	Now      func() time.Time
}

// Letter is the job that tells the owner of an account what a look found; pages have its worker.
type Letter struct {
	Account string         `json:"account"`
	Notice  account.Notice `json:"notice"`
}

// Kind names the job.
func (Letter) Kind() string { return "account_letter" }

// LookAt is the job that looks at one account.
type LookAt struct {
	Account string `json:"account"`
}

// Kind names the job.
func (LookAt) Kind() string { return "account_look" }

// Opened is an account and what its connector needs to act for it.
type Opened struct {
	Account account.Account
	Network network.Network
	Access  network.Access
	Version int64 // of the secret; Report wants it
}

// Open gives what is needed to act for an account now, refreshed where its secret is about to end. A fault Conflict tells
// that the account is not connected; a network.Error, that its network did not refresh the secret.
func (w Watch) Open(ctx context.Context, id string) (Opened, error) {
	o, err := w.open(ctx, id)
	if err != nil {
		return o, err
	}
	if !o.Account.Speaks() {
		return o, fault.New(fault.Conflict, "This account is not connected. Connect it again.", "Ši paskyra neprijungta. Prijunkite ją iš naujo.")
	}
	if o.Account.Stale(w.Now()) {
		return w.refresh(ctx, o, false)
	}
	return o, nil
}

// Look asks the account's network whether it still takes the secret, and keeps what it said.
func (w Watch) Look(ctx context.Context, id string) (account.Account, error) {
	o, err := w.open(ctx, id)
	if err != nil {
		return o.Account, err
	}
	fresh := o
	if o.Account.Stale(w.Now()) {
		if fresh, err = w.refresh(ctx, o, false); err != nil {
			return w.kept(ctx, id, err)
		}
	}
	found, failure := look(ctx, fresh)
	if network.KindOf(failure) == network.SignedOut && failure != nil && fresh.Version == o.Version && !o.Account.Expires.IsZero() {
		if fresh, err = w.refresh(ctx, o, true); err != nil {
			return w.kept(ctx, id, err)
		}
		found, failure = look(ctx, fresh)
	}
	return w.Report(ctx, id, fresh.Version, found, failure)
}

// LookAtAll puts a look at every account into the queue, also at those that a network no longer lets in: it may again.
func (w Watch) LookAtAll(ctx context.Context) error {
	return w.Store.Write(ctx, func(tx *store.Tx) error {
		all, err := tx.BrandAccounts(ctx)
		for _, a := range all {
			err = errors.Join(err, tx.Enqueue(ctx, LookAt{a.ID}, w.Now()))
		}
		return err
	})
}

// LookAt looks at one account. One that has no secret any more, or whose network this server does not know, is left alone.
func (w Watch) LookAt(ctx context.Context, job LookAt) error {
	_, err := w.Look(ctx, job.Account)
	if fault.Is(err, fault.Conflict) || fault.Is(err, fault.Unavailable) || fault.Is(err, fault.NotFound) {
		return nil
	}
	return err
}

// Report takes in how something that was tried with the secret of the version ended: what became of the account, its
// entry in the ledger and the letter to its owner are one transaction.
func (w Watch) Report(ctx context.Context, id string, version int64, found network.Identity, failure error) (a account.Account, err error) {
	ctx = context.WithoutCancel(ctx) // what was learned is kept, also where whoever asked has gone
	err = w.Store.Write(ctx, func(tx *store.Tx) error {
		var notice account.Notice
		if a, notice, err = account.Looked(ctx, tx, id, version, found, failure, w.Now()); err != nil || notice == "" {
			return err
		}
		return tx.Enqueue(ctx, Letter{id, notice}, w.Now())
	})
	return a, err
}

// kept is the account as a failed refresh has left it; only what is not the network's failure stays an error.
func (w Watch) kept(ctx context.Context, id string, failure error) (a account.Account, err error) {
	var told *network.Error
	if !errors.As(failure, &told) {
		return a, failure
	}
	err = w.Store.Read(ctx, func(tx *store.Tx) (err error) {
		a, err = tx.BrandAccount(ctx, id)
		return err
	})
	return a, err
}

func look(ctx context.Context, o Opened) (network.Identity, error) {
	ctx, cancel := context.WithTimeout(ctx, lookPatience)
	defer cancel()
	return o.Network.Look(ctx, o.Access)
}

// open reads an account and its secret as they are.
func (w Watch) open(ctx context.Context, id string) (Opened, error) {
	var o Opened
	var sealed []byte
	err := w.Store.Read(ctx, func(tx *store.Tx) (err error) {
		if o.Account, err = tx.BrandAccount(ctx, id); err == nil {
			sealed, o.Version, err = tx.AccountSecret(ctx, id)
		}
		return err
	})
	if err != nil {
		return o, err
	}
	if o.Network = w.Networks[o.Account.Network]; o.Network == nil {
		return o, fault.New(fault.Unavailable, "This server is not set up for the account's network.", "Šis serveris neparengtas šios paskyros tinklui.")
	}
	o.Access = network.Access{Server: o.Account.Server, ID: o.Account.Remote, Handle: o.Account.Handle}
	if o.Access.Secret, err = w.Sealer.Open(sealed, account.Row(id)); err != nil {
		lost := &network.Error{Kind: network.SignedOut, Said: "the secret cannot be opened with this server's keys", Err: err}
		_, err = w.Report(ctx, id, o.Version, network.Identity{}, lost)
		return o, errors.Join(lost, err)
	}
	return o, nil
}
