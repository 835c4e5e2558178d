package web

import (
	"rostrum/account"
	"rostrum/publish"
	"rostrum/store"
)

// brandWaiting counts what is approved and waits to go out on an account, and how much of it lacks a yes that the account's
// rule asks for: it will be held for a new decision.
type brandWaiting struct{ All, Lacking int }

// waitingShown is of how many publications an account's page speaks.
const waitingShown = 100

func waitingOn(v *visit, tx *store.Tx, a account.Account) (w brandWaiting, err error) {
	waiting, err := tx.Publications(v.ctx, store.PublicationFilter{Account: a.ID, States: []publish.State{publish.Scheduled}}, waitingShown)
	if err != nil {
		return w, err
	}
	for _, p := range waiting {
		if p.Verb == publish.Delete {
			continue
		}
		q, err := tx.Request(v.ctx, p.Request)
		if err != nil {
			return w, err
		}
		w.All++
		if !publish.Ruled(a, q, publish.Found(q, a.ID)) {
			w.Lacking++
		}
	}
	return w, nil
}
