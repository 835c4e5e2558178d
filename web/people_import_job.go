package web

import (
	"context"
	"time"

	"rostrum/staff"
	"rostrum/store"
)

// listBatch is how many rows of a list are taken in one transaction: others who write wait no longer than for one.
const listBatch = 500

// TakeList is the job that takes a list of people.
type TakeList struct {
	List string `json:"list"`
}

// Kind names the job.
func (TakeList) Kind() string { return "take_list" }

// TakeList is the work of the job: batch after batch, each kept with how far the list is, so that a server that stops
// goes on where it was. After half a minute another job goes on, since the queue ends those that take long.
func (s *Server) TakeList(ctx context.Context, job TakeList) error {
	const atOnce = 30 * time.Second
	for begun := time.Now(); ; {
		var list store.PeopleList
		err := s.Store.Write(ctx, func(tx *store.Tx) (err error) {
			if list, err = tx.PeopleList(ctx, job.List); err != nil || list.State != store.ListTaking {
				return err
			}
			if list, err = s.takeBatch(ctx, tx, list); err != nil || list.State != store.ListTaking || time.Since(begun) < atOnce {
				return err
			}
			return tx.Enqueue(ctx, job, s.Now())
		})
		if err != nil || list.State != store.ListTaking || time.Since(begun) >= atOnce {
			return err
		}
	}
}

// takeBatch takes the next rows of a list. It stops where the owner may no longer do that.
func (s *Server) takeBatch(ctx context.Context, tx *store.Tx, l store.PeopleList) (store.PeopleList, error) {
	who, err := tx.Person(ctx, l.Owner)
	if err != nil {
		return l, err
	}
	company, err := tx.Company(ctx)
	if err != nil {
		return l, err
	}
	done, now := l.Done, s.Now()
	rows := l.List.Rows[done:min(done+listBatch, len(l.List.Rows))]
	if staff.May(who, staff.EditPeople) != nil || givesRoles(rows) && staff.May(who, staff.GiveRoles) != nil {
		l.State = store.ListStopped
		return l, tx.ProceedPeopleList(ctx, l, store.ListTaking, done)
	}
	send := func(ctx context.Context, p staff.Person) error {
		_, err := s.invite(ctx, tx, p, who)
		return err
	}
	tally, err := staff.Take(ctx, tx, who, newcomer(company), rows, send, now)
	if err != nil {
		return l, err
	}
	l.Done += len(rows)
	l.Tally = l.Tally.Plus(tally)
	if l.Done == len(l.List.Rows) {
		l.State = store.ListTaken
		if err := staff.Taken(ctx, tx, who, l.ID, l.Tally, now); err != nil {
			return l, err
		}
	}
	return l, tx.ProceedPeopleList(ctx, l, store.ListTaking, done)
}
