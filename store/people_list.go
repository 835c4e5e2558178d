package store

import (
	"context"
	"errors"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// The states of a list of people.
const (
	ListRead    = "read"    // waits to be confirmed
	ListTaking  = "taking"  // confirmed; Done of its rows are taken
	ListTaken   = "taken"   // all of them are
	ListStopped = "stopped" // whoever confirmed it may no longer do so
)

// PeopleList is a list of people that somebody uploaded.
type PeopleList struct {
	ID    string
	Owner string // a person's id
	Made  time.Time
	File  string // its name on the owner's machine
	State string
	Done  int
	List  staff.List
	Tally staff.Tally
}

// PeopleList gives the list with the id.
func (tx *Tx) PeopleList(ctx context.Context, id string) (PeopleList, error) {
	missing := fault.New(fault.NotFound, "This list is not kept any more. Upload it again.", "Šis sąrašas nebesaugomas. Įkelkite jį iš naujo.")
	return one(ctx, tx, missing, func(row scanner) (PeopleList, error) {
		var l PeopleList
		var made int64
		var list, tally string
		if err := row.Scan(&l.ID, &l.Owner, &made, &l.File, &l.State, &l.Done, &list, &tally); err != nil {
			return l, err
		}
		l.Made = fromMicros(made)
		return l, errors.Join(fromJSON(list, &l.List), fromJSON(tally, &l.Tally))
	}, `SELECT id, owner, made, file, state, done, list, tally FROM people_list WHERE id = $1`, id)
}

// AddPeopleList keeps a list, and forgets those made before the given moment.
func (tx *Tx) AddPeopleList(ctx context.Context, l PeopleList, before time.Time) error {
	list, err := inJSON(l.List)
	if err != nil {
		return err
	}
	if err := tx.exec(ctx, `DELETE FROM people_list WHERE made < $1 AND state <> 'taking'`, micros(before)); err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO people_list (id, owner, made, file, state, done, list, tally) VALUES ($1, $2, $3, $4, $5, 0, $6, '{}')`,
		l.ID, l.Owner, micros(l.Made), l.File, l.State, list)
}

// ProceedPeopleList keeps how far a list has been taken, if it stood at state and done until now.
func (tx *Tx) ProceedPeopleList(ctx context.Context, l PeopleList, state string, done int) error {
	tally, err := inJSON(l.Tally)
	if err != nil {
		return err
	}
	return tx.change(ctx, fault.New(fault.Conflict, "This list is being taken already.", "Šis sąrašas jau perkeliamas."),
		`UPDATE people_list SET state = $1, done = $2, tally = $3 WHERE id = $4 AND state = $5 AND done = $6`,
		l.State, l.Done, tally, l.ID, state, done)
}
