package demo

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"rostrum/approval"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// propose has the author ask for the decision.
func (y *year) propose(p *entry, guests ...approval.GuestAsked) func(context.Context, *store.Tx, time.Time) error {
	return y.step(p.By, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		q, err := y.ask(ctx, tx, p, who, guests, at)
		p.request = q.ID
		return p.told(err)
	})
}

func (y *year) ask(ctx context.Context, tx *store.Tx, p *entry, who staff.Person, guests []approval.GuestAsked, at time.Time) (approval.Request, error) {
	e, err := y.judging(ctx, tx, at)
	if err != nil {
		return approval.Request{}, err
	}
	is, err := tx.Post(ctx, p.id)
	if err != nil {
		return approval.Request{}, err
	}
	return publish.Submit(ctx, y.shelf(tx), who, p.id, is.Version, e, guests, at)
}

// blocked has the author try to submit what the policy does not let out.
func (y *year) blocked(p *entry) func(context.Context, *store.Tx, time.Time) error {
	return y.step(p.By, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		_, err := y.ask(ctx, tx, p, who, nil, at)
		var blocked *approval.Blocked
		if errors.As(err, &blocked) {
			return nil
		}
		return p.told(fmt.Errorf("the policy lets it out: %w", err))
	})
}

// agree has everybody who is asked say yes, or whoever stands in for them.
func (y *year) agree(p *entry) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		q, err := tx.Request(ctx, p.request)
		if err != nil {
			return err
		}
		for q.State == approval.Open {
			step := q.Now()[0]
			asked := step.Who[chance(p.Text, len(step.Who))]
			away, err := tx.StandIns(ctx, asked)
			if err != nil {
				return err
			}
			if i := slices.IndexFunc(away, func(d approval.Delegation) bool { return d.Holds(at) }); i >= 0 {
				asked = away[i].StandIn
			}
			who, err := tx.Person(ctx, asked)
			if err != nil {
				return err
			}
			if q, err = publish.Vote(ctx, y.shelf(tx), who, q.ID, approval.Yes, "", at); err != nil {
				return p.told(err)
			}
		}
		return nil
	}
}

// say has one of those who are asked say no, or what is to be changed.
func (y *year) say(p *entry, name string, choice approval.Choice) func(context.Context, *store.Tx, time.Time) error {
	return y.step(name, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		_, err := publish.Vote(ctx, y.shelf(tx), who, p.request, choice, p.Why, at)
		return p.told(err)
	})
}

func (y *year) remark(p *entry, name, text string) func(context.Context, *store.Tx, time.Time) error {
	return y.step(name, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		_, err := approval.Say(ctx, y.shelf(tx), who, approval.Comment{Post: p.id, Revision: 1, Text: text}, at)
		return p.told(err)
	})
}

func (y *year) reopen(p *entry) func(context.Context, *store.Tx, time.Time) error {
	return y.step(p.By, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		_, err := publish.Reopen(ctx, y.shelf(tx), who, p.id, at)
		return p.told(err)
	})
}

func (y *year) takeDown(p *entry) func(context.Context, *store.Tx, time.Time) error {
	return y.step(editor, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		all, err := tx.PublicationsOf(ctx, p.id)
		if err != nil || len(all) == 0 {
			return p.told(errors.Join(err, errors.New("nothing of it is out")))
		}
		_, err = publish.TakeDown(ctx, y.shelf(tx), who, all[0].ID, p.Why, at)
		return p.told(err)
	})
}
