package account

import (
	"context"

	"rostrum/ledger"
	"rostrum/staff"
)

// Records is what the use cases need to keep.
type Records interface {
	BrandAccount(ctx context.Context, id string) (Account, error)
	// BrandAccountOf gives the account that a network's server knows by an id of its own, or a fault NotFound.
	BrandAccountOf(ctx context.Context, network, server, remote string) (Account, error)
	AddBrandAccount(ctx context.Context, a Account) error
	// ChangeBrandAccount keeps what people decide, of the version that they saw.
	ChangeBrandAccount(ctx context.Context, a Account) error
	// KeepAccountHealth keeps what the network tells.
	KeepAccountHealth(ctx context.Context, a Account) error
	SetAccountSecret(ctx context.Context, id string, sealed []byte) error
	KeepAccountSecret(ctx context.Context, id string, sealed []byte, version int64) error
	ForgetAccountSecret(ctx context.Context, id string) error
	// SameAccountSecret tells whether the secret is still of the version, and keeps it so until the transaction ends.
	SameAccountSecret(ctx context.Context, id string, version int64) (bool, error)
	Person(ctx context.Context, id string) (staff.Person, error)
	Append(ctx context.Context, e ledger.Entry) error
}

// Sealer seals a secret for the row where it is kept: for an account that is [Row].
type Sealer interface {
	Seal(plain []byte, row string) ([]byte, error)
}

// Row is the row that an account's secret is sealed for.
func Row(id string) string { return "account/" + id + "/secret" }

// Watcher is the actor of entries about what the hourly look found.
const Watcher = "rostrum"
