package api

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/fault"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Account is one of the company's accounts as programs see it.
type Account struct {
	ID        string     `json:"id"`
	Network   string     `json:"network" doc:"bluesky, mastodon, …"`
	Server    string     `json:"server"`
	Handle    string     `json:"handle" doc:"As people write it. Where accounts are named, a handle does as well as an id."`
	Name      string     `json:"name"`
	Purpose   string     `json:"purpose,omitempty"`
	Owner     string     `json:"owner" doc:"The id of who answers for it."`
	Policy    string     `json:"policy,omitempty" doc:"Its id in speakers.yaml."`
	Languages []string   `json:"languages" nullable:"false"`
	Rule      string     `json:"rule" enum:"always,findings" doc:"Which posts need a yes of its approvers: all, or those of which something was found."`
	Approvers []string   `json:"approvers" nullable:"false" doc:"Ids of people; none: any approver."`
	Zone      string     `json:"zone" doc:"IANA time zone of its times of the week."`
	State     string     `json:"state" enum:"connected,ailing,disconnected"`
	Said      string     `json:"said,omitempty" doc:"What the network said at the last look, where that failed."`
	Ends      *time.Time `json:"ends,omitempty" doc:"When somebody must connect it again."`
	Next      *time.Time `json:"next,omitempty" doc:"The first of its times of the week for which nothing is planned yet."`
}

func (s *Server) accountOperations(a huma.API) {
	offer(s, a, getting("list-accounts", "/accounts", signin.PostRead, "accounts", "List the company's accounts", "Įmonės paskyrų sąrašas"), s.accounts)
	offer(s, a, getting("get-account", "/accounts/{id}", signin.PostRead, "accounts", "Get one account", "Viena paskyra"), s.account)
}

type accountsAnswer struct {
	Body struct {
		Items []Account `json:"items" nullable:"false"`
	}
}

type accountAnswer struct {
	ETag string `header:"ETag"`
	Body Account
}

// AccountID names an account.
type AccountID struct {
	ID string `path:"id" maxLength:"300" doc:"An id or a handle."`
}

func (s *Server) accounts(ctx context.Context, c *call, _ *struct{}) (*accountsAnswer, error) {
	if err := staff.May(c.who, staff.SeeAccounts); err != nil {
		return nil, err
	}
	out := &accountsAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.BrandAccounts(ctx)
		if err != nil {
			return err
		}
		out.Body.Items = make([]Account, len(all))
		for i, a := range all {
			if out.Body.Items[i], err = accountOut(ctx, tx, a, c.now); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

func (s *Server) account(ctx context.Context, c *call, in *AccountID) (*accountAnswer, error) {
	if err := staff.May(c.who, staff.SeeAccounts); err != nil {
		return nil, err
	}
	out := &accountAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.BrandAccounts(ctx)
		if err != nil {
			return err
		}
		a, err := accountNamed(all, in.ID, "id")
		if err != nil {
			return fault.New(fault.NotFound, fault.For(err).EN, fault.For(err).LT)
		}
		out.ETag = etag(a.Version)
		out.Body, err = accountOut(ctx, tx, a, c.now)
		return err
	})
	return out, err
}

func accountOut(ctx context.Context, tx *store.Tx, a account.Account, now time.Time) (Account, error) {
	next, err := freeSlot(ctx, tx, a, now)
	return Account{a.ID, a.Network, a.Server, a.Handle, a.Name, a.Purpose, a.Owner, a.Policy, append([]string{}, a.Languages...), string(a.Rule),
		append([]string{}, a.Approvers...), a.Zone, string(a.State), a.Said, moment(a.Ends), moment(next)}, err
}

// slotsTried is how many times of the week are looked at for one that is free.
const slotsTried = 200

// freeSlot gives the account's first time of the week for which no publication and no post that waits for votes is planned.
func freeSlot(ctx context.Context, tx *store.Tx, a account.Account, now time.Time) (time.Time, error) {
	if len(a.Slots) == 0 {
		return time.Time{}, nil
	}
	taken := map[int64]bool{}
	planned, err := tx.Publications(ctx, store.PublicationFilter{Account: a.ID, From: now,
		States: []publish.State{publish.Scheduled, publish.Held, publish.Sending}}, slotsTried)
	if err != nil {
		return time.Time{}, err
	}
	for _, p := range planned {
		taken[p.Due.Unix()] = true
	}
	waiting, err := tx.OpenRequests(ctx, slotsTried)
	if err != nil {
		return time.Time{}, err
	}
	for _, q := range waiting {
		if slices.ContainsFunc(q.Decision.Accounts, func(j approval.Judged) bool { return j.Account == a.ID }) {
			taken[q.Due.Unix()] = true
		}
	}
	slot := a.Next(now)
	for range slotsTried {
		if slot.IsZero() || !taken[slot.Unix()] {
			return slot, nil
		}
		slot = a.Next(slot)
	}
	return time.Time{}, nil
}

// accountNamed gives the account with an id or a handle, which may be written without its first @.
func accountNamed(all []account.Account, name, field string) (account.Account, error) {
	handle := func(s string) string { return strings.TrimPrefix(strings.ToLower(strings.TrimSpace(s)), "@") }
	var found []account.Account
	for _, a := range all {
		if a.ID == name {
			return a, nil
		}
		if handle(a.Handle) == handle(name) {
			found = append(found, a)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return account.Account{}, fault.Of(field, "There is no account “"+name+"” among the company's accounts.", "Tarp įmonės paskyrų nėra „"+name+"“.")
	}
	return account.Account{}, fault.Of(field, "Several accounts have the handle “"+name+"”. Name it by its id.", "Vardą „"+name+"“ turi kelios paskyros. Nurodykite identifikatorių.")
}

// accountIDs gives the ids of accounts that are named by id or handle.
func accountIDs(ctx context.Context, tx *store.Tx, names []string, field string) ([]string, error) {
	all, err := tx.BrandAccounts(ctx)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, name := range names {
		a, err := accountNamed(all, name, field)
		if err != nil {
			return nil, err
		}
		ids = append(ids, a.ID)
	}
	return ids, nil
}
