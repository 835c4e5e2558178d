package watch

import (
	"context"
	"time"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/network"
	"rostrum/store"
)

// waitStep is how often a server looks whether another one has finished its refresh.
const waitStep = 100 * time.Millisecond

// refresh gives the account with a new secret: its own, or the one that another server is fetching. Unless it must be new,
// a secret that has not ended yet goes on being used where the network is away or another server is at it.
func (w Watch) refresh(ctx context.Context, o Opened, must bool) (Opened, error) {
	leased := false
	now := w.Now()
	err := w.Store.Write(ctx, func(tx *store.Tx) (err error) {
		leased, err = tx.LeaseAccountSecret(ctx, o.Account.ID, o.Version, now, now.Add(leaseLasts))
		return err
	})
	if err != nil {
		return o, err
	}
	if !leased {
		return w.await(ctx, o, must)
	}
	asked, cancel := context.WithTimeout(ctx, refreshPatience)
	defer cancel()
	secret, failure := o.Network.Refresh(asked, o.Access)
	if failure != nil {
		return w.unrefreshed(ctx, o, failure, must)
	}
	if err := w.keep(context.WithoutCancel(ctx), o, secret); err != nil && !fault.Is(err, fault.Conflict) {
		return o, err
	}
	return w.open(ctx, o.Account.ID)
}

// keep seals the new secret and keeps it. The old one may be worth nothing from now on.
func (w Watch) keep(ctx context.Context, o Opened, secret network.Secret) error {
	sealed, err := w.Sealer.Seal(secret.Bytes, account.Row(o.Account.ID))
	if err != nil {
		return err
	}
	return w.Store.Write(ctx, func(tx *store.Tx) error {
		_, err := account.Refreshed(ctx, tx, o.Account.ID, o.Version, sealed, secret, w.Now())
		return err
	})
}

// unrefreshed goes on with the secret as it is, unless it has ended or is known to be worth nothing.
func (w Watch) unrefreshed(ctx context.Context, o Opened, failure error, must bool) (Opened, error) {
	err := w.Store.Write(context.WithoutCancel(ctx), func(tx *store.Tx) error {
		return tx.EndAccountLease(context.WithoutCancel(ctx), o.Account.ID, o.Version)
	})
	if err != nil {
		return o, err
	}
	if o.Account, err = w.Report(ctx, o.Account.ID, o.Version, network.Identity{}, failure); err != nil {
		return o, err
	}
	if !must && network.KindOf(failure) != network.SignedOut && w.Now().Before(o.Account.Expires) {
		return o, nil
	}
	return o, failure
}

// await is for whoever comes while another server refreshes: the old secret does until it ends, then the new one is
// waited for.
func (w Watch) await(ctx context.Context, o Opened, must bool) (Opened, error) {
	if !must && w.Now().Before(o.Account.Expires) {
		return o, nil
	}
	ctx, cancel := context.WithTimeout(ctx, refreshPatience)
	defer cancel()
	for {
		again, err := w.open(ctx, o.Account.ID)
		if err != nil || again.Version != o.Version {
			return again, err
		}
		select {
		case <-ctx.Done():
			return o, &network.Error{Kind: network.Away, Said: "the secret was not refreshed in time", Err: ctx.Err()}
		case <-time.After(waitStep):
		}
	}
}
