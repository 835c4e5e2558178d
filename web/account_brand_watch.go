package web

import (
	"context"
	"time"

	"rostrum/account"
	accountwatch "rostrum/account/watch"
	"rostrum/jobs"
	"rostrum/notify"
	"rostrum/staff"
	"rostrum/store"
)

// LookAtAccounts is the job that looks, every hour, whether we can still act for the company's accounts.
type LookAtAccounts struct{}

// Kind names the job.
func (LookAtAccounts) Kind() string { return "accounts_look" }

// WatchAccounts adds the room's work to the queue.
func (s *Server) WatchAccounts(q *jobs.Queue) {
	jobs.Work(q, func(ctx context.Context, _ LookAtAccounts) error { return s.watch().LookAtAll(ctx) })
	jobs.Work(q, func(ctx context.Context, job accountwatch.LookAt) error { return s.watch().LookAt(ctx, job) })
	jobs.Work(q, s.sendAccountLetter)
	jobs.Every(q, time.Hour, LookAtAccounts{})
}

// sendAccountLetter tells the owner of an account what a look found, unless that is over by now.
func (s *Server) sendAccountLetter(ctx context.Context, job accountwatch.Letter) error {
	var a account.Account
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		a, err = tx.BrandAccount(ctx, job.Account)
		return err
	})
	if err != nil {
		return err
	}
	return s.sendLetter(ctx, a.Owner, func(_ *store.Tx, who staff.Person) (notify.Letter, error) {
		link, name := s.Address.JoinPath("accounts", a.ID).String(), s.networkName(a.Network)
		switch {
		case job.Notice == account.Lost && a.Lost():
			return notify.AccountLost{Account: a.Handle, Network: name, Said: a.Said, Link: link}, nil
		case job.Notice == account.Ends && a.Warned > 0 && a.Speaks():
			return notify.AccountEnds{Account: a.Handle, Network: name, Ends: a.Ends.In(zoneOf(who)), Link: link}, nil
		}
		return nil, nil
	})
}
