package approval

import (
	"context"
	"time"

	"rostrum/account"
	"rostrum/compose"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/training"
)

// People is what finding those who may decide needs.
type People interface {
	Person(ctx context.Context, id string) (staff.Person, error)
	PersonByMail(ctx context.Context, mail string) (staff.Person, error)
	// PeopleWithRole gives the active people who hold the role.
	PeopleWithRole(ctx context.Context, r staff.Role) ([]staff.Person, error)
	TeamNames(ctx context.Context) ([]staff.Team, error)
	Certificates(ctx context.Context, person string) ([]training.Certificate, error)
	// StandIns gives the delegations of a person that have not ended.
	StandIns(ctx context.Context, person string) ([]Delegation, error)
	// StandsInFor gives the delegations to a person that hold at the moment.
	StandsInFor(ctx context.Context, standIn string, at time.Time) ([]Delegation, error)
}

// Records is what deciding needs kept, within one transaction.
type Records interface {
	compose.Records
	People
	Company(ctx context.Context) (staff.Company, error)
	BrandAccounts(ctx context.Context) ([]account.Account, error)
	// Request gives the request with its steps and votes, or a fault NotFound.
	Request(ctx context.Context, id string) (Request, error)
	// RequestToChange gives the request as it is now, and lets nobody else change it until the transaction ends.
	RequestToChange(ctx context.Context, id string) (Request, error)
	// LastRequest gives the latest request about a post, or a fault NotFound.
	LastRequest(ctx context.Context, post string) (Request, error)
	AddRequest(ctx context.Context, r Request) error
	// ChangeRequest keeps a request's new state and makes its version one more.
	ChangeRequest(ctx context.Context, r Request) error
	AddVote(ctx context.Context, request string, v Vote) error
	GuestRecords
	CommentRecords
	// Later puts a job into the transaction, to be worked on after it commits and not before at.
	Later(ctx context.Context, job interface{ Kind() string }, at time.Time) error
	Append(ctx context.Context, e ledger.Entry) error
}
