package store

import (
	"context"
	"errors"

	"rostrum/account"
	"rostrum/fault"
)

const accountColumns = `id, network, server, remote, handle, name, purpose, owner, policy, languages, rule, approvers, everyone,
	slots, zone, length, state, said, looked, failed, refreshed, expires, ends, warned, connected, version`

func noAccount() error {
	return fault.New(fault.NotFound, "There is no such account.", "Tokios paskyros nėra.")
}

func scanAccount(row scanner) (account.Account, error) {
	var a account.Account
	var languages, approvers, slots string
	var looked, refreshed, expires, ends, connected int64
	if err := row.Scan(&a.ID, &a.Network, &a.Server, &a.Remote, &a.Handle, &a.Name, &a.Purpose, &a.Owner, &a.Policy, &languages, &a.Rule,
		&approvers, &a.All, &slots, &a.Zone, &a.Length, &a.State, &a.Said, &looked, &a.Failed, &refreshed, &expires, &ends, &a.Warned,
		&connected, &a.Version); err != nil {
		return a, err
	}
	a.Looked, a.Refreshed, a.Expires = fromMicros(looked), fromMicros(refreshed), fromMicros(expires)
	a.Ends, a.Connected = fromMicros(ends), fromMicros(connected)
	return a, errors.Join(fromJSON(languages, &a.Languages), fromJSON(approvers, &a.Approvers), fromJSON(slots, &a.Slots))
}

// BrandAccount gives the company's account with the id, or a fault NotFound.
func (tx *Tx) BrandAccount(ctx context.Context, id string) (account.Account, error) {
	return one(ctx, tx, noAccount(), scanAccount, `SELECT `+accountColumns+` FROM brand_account WHERE id = $1`, id)
}

// BrandAccounts gives all accounts of the company, also those that are not connected, by network and handle.
func (tx *Tx) BrandAccounts(ctx context.Context) ([]account.Account, error) {
	return many(ctx, tx, scanAccount, `SELECT `+accountColumns+` FROM brand_account ORDER BY network, handle, id`)
}

// BrandAccountOf gives the account that a network's server knows by an id of its own, or a fault NotFound. A DID is the
// same on every server.
func (tx *Tx) BrandAccountOf(ctx context.Context, network, server, remote string) (account.Account, error) {
	return one(ctx, tx, noAccount(), scanAccount, `SELECT `+accountColumns+` FROM brand_account
		WHERE network = $1 AND remote = $3 AND (server = $2 OR remote LIKE 'did:%')`, network, server, remote)
}

// AddBrandAccount keeps a new account.
func (tx *Tx) AddBrandAccount(ctx context.Context, a account.Account) error {
	languages, approvers, slots, err := accountLists(a)
	if err != nil {
		return err
	}
	return tx.duplicate(tx.exec(ctx, `INSERT INTO brand_account (`+accountColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, 1)`,
		a.ID, a.Network, a.Server, a.Remote, a.Handle, a.Name, a.Purpose, a.Owner, a.Policy, languages, string(a.Rule), approvers, a.All,
		slots, a.Zone, a.Length, string(a.State), a.Said, micros(a.Looked), a.Failed, micros(a.Refreshed), micros(a.Expires), micros(a.Ends),
		a.Warned, micros(a.Connected)),
		fault.New(fault.Conflict, "This account is here already.", "Ši paskyra čia jau yra."))
}

// ChangeBrandAccount keeps what people decide about an account – purpose, owner, policy, languages, rule, approvers and
// slots – if nobody changed it since a was read. Of what the network tells it changes nothing: see [Tx.KeepAccountHealth].
func (tx *Tx) ChangeBrandAccount(ctx context.Context, a account.Account) error {
	languages, approvers, slots, err := accountLists(a)
	if err != nil {
		return err
	}
	changed := fault.New(fault.Conflict,
		"Somebody else changed this account meanwhile. Look at what is there now, and change it again.",
		"Kol redagavote, šią paskyrą pakeitė kitas. Peržiūrėkite dabartinius duomenis ir pakeiskite iš naujo.")
	return tx.change(ctx, changed, `UPDATE brand_account SET purpose = $1, owner = $2, policy = $3, languages = $4, rule = $5, approvers = $6,
		everyone = $7, slots = $8, zone = $9, version = version + 1 WHERE id = $10 AND version = $11`,
		a.Purpose, a.Owner, a.Policy, languages, string(a.Rule), approvers, a.All, slots, a.Zone, a.ID, a.Version)
}

// KeepAccountHealth keeps what the network tells of an account: its server, handle, name and length, and whether and until
// when we can act for it. Of what people decide it changes nothing, so that no look at a network gets in an editor's way.
func (tx *Tx) KeepAccountHealth(ctx context.Context, a account.Account) error {
	return tx.change(ctx, noAccount(), `UPDATE brand_account SET server = $1, handle = $2, name = $3, length = $4, state = $5, said = $6,
		looked = $7, failed = $8, refreshed = $9, expires = $10, ends = $11, warned = $12, connected = $13 WHERE id = $14`,
		a.Server, a.Handle, a.Name, a.Length, string(a.State), a.Said, micros(a.Looked), a.Failed, micros(a.Refreshed), micros(a.Expires),
		micros(a.Ends), a.Warned, micros(a.Connected), a.ID)
}

// HandOverAccounts makes somebody else the owner of the accounts of a person, and gives their ids.
func (tx *Tx) HandOverAccounts(ctx context.Context, from, to string) ([]string, error) {
	return many(ctx, tx, func(row scanner) (id string, err error) { return id, row.Scan(&id) },
		`UPDATE brand_account SET owner = $1, version = version + 1 WHERE owner = $2 RETURNING id`, to, from)
}

func accountLists(a account.Account) (languages, approvers, slots string, err error) {
	languages, err1 := inJSON(a.Languages)
	approvers, err2 := inJSON(a.Approvers)
	slots, err3 := inJSON(a.Slots)
	return languages, approvers, slots, errors.Join(err1, err2, err3)
}
