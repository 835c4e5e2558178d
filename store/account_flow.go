package store

import (
	"context"
	"time"

	"rostrum/fault"
)

// AccountFlow is a connection to a network under way: somebody's browser is at the network and will come back.
type AccountFlow struct {
	Person  string
	Account string // which account is connected again; empty: a new one
	Network string
	Server  string // as it was typed
	Sealed  []byte // what the connector needs to finish
	Expires time.Time
}

// AddAccountFlow keeps a flow. A person has one under way: the one before ends.
func (tx *Tx) AddAccountFlow(ctx context.Context, f AccountFlow) error {
	return tx.exec(ctx, `INSERT INTO account_flow (person, account, network, server, sealed, expires) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (person) DO UPDATE SET account = excluded.account, network = excluded.network, server = excluded.server,
			sealed = excluded.sealed, expires = excluded.expires`,
		f.Person, f.Account, f.Network, f.Server, f.Sealed, micros(f.Expires))
}

// TakeAccountFlow gives the flow that a person has under way and forgets it: it finishes once. One that is over, or was
// never begun, is a fault Conflict.
func (tx *Tx) TakeAccountFlow(ctx context.Context, person string, now time.Time) (AccountFlow, error) {
	over := fault.New(fault.Conflict,
		"This connection was finished already, or was begun too long ago. Begin it again.",
		"Šis prijungimas jau baigtas arba pradėtas per seniai. Pradėkite iš naujo.")
	f, err := one(ctx, tx, over, func(row scanner) (AccountFlow, error) {
		var f AccountFlow
		var expires int64
		err := row.Scan(&f.Person, &f.Account, &f.Network, &f.Server, &f.Sealed, &expires)
		f.Expires = fromMicros(expires)
		return f, err
	}, `DELETE FROM account_flow WHERE person = $1 RETURNING person, account, network, server, sealed, expires`, person)
	if err == nil && !f.Expires.After(now) {
		return AccountFlow{}, over
	}
	return f, err
}
