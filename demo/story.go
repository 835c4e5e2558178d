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

// planPost writes down what happened to a post.
func (y *year) planPost(p *entry) {
	switch p.Story {
	case "draft":
		y.on(y.workday(1, p.Text), y.write(p))
	case "mended":
		y.mended(p)
	case "rejected":
		asked := y.asked(p)
		y.on(asked.Add(3*time.Hour), y.say(p, manager, approval.No))
	case "overdue":
		y.overdue(p)
	case "waiting", "guest", "late", "soon":
		y.current(p)
	default:
		y.usual(p)
	}
	switch p.Story {
	case "edited":
		y.edited(p)
	case "taken_down":
		y.on(p.due.Add(95*time.Minute), y.takeDown(p))
		y.on(p.due.Add(95*time.Minute+2*time.Second), y.deliver)
	}
}

// asked has a post written and submitted two working days before it goes out, and gives when.
func (y *year) asked(p *entry) time.Time {
	begun := y.before(p, 2, "begins")
	submitted := begun.Add(time.Duration(20+chance(p.Text, 40)) * time.Minute)
	y.on(begun, y.write(p))
	y.on(submitted, y.propose(p))
	return submitted
}

// usual has a post written, approved and brought to the network at its time.
func (y *year) usual(p *entry) {
	submitted := y.asked(p)
	y.on(submitted.Add(time.Duration(40+chance(p.Text+"yes", 180))*time.Minute), y.agree(p))
	y.on(p.due.Add(2*time.Second), y.deliver)
}

// edited has a post changed after it went out.
func (y *year) edited(p *entry) {
	next := p.due.Add(16 * time.Hour)
	y.on(next, y.reopen(p))
	y.on(next.Add(time.Minute), func(ctx context.Context, tx *store.Tx, at time.Time) error {
		p.due = time.Time{} // as soon as it may
		return y.rewrite(p, p.Then)(ctx, tx, at)
	})
	y.on(next.Add(4*time.Minute), y.propose(p))
	y.on(next.Add(40*time.Minute), y.agree(p))
	y.on(next.Add(40*time.Minute+2*time.Second), y.deliver)
}

// mended has a post stopped by the policy, then sent back by a reviewer, and only then approved.
func (y *year) mended(p *entry) {
	begun := y.before(p, 2, "begins")
	y.on(begun, y.write(p))
	y.on(begun.Add(10*time.Minute), y.blocked(p))
	y.on(begun.Add(14*time.Minute), y.rewrite(p, p.Then))
	y.on(begun.Add(20*time.Minute), y.propose(p))
	y.on(begun.Add(90*time.Minute), y.say(p, editor, approval.Change))
	y.on(begun.Add(140*time.Minute), y.rewrite(p, p.Last))
	y.on(begun.Add(145*time.Minute), y.propose(p))
	y.on(begun.Add(200*time.Minute), y.agree(p))
	y.on(p.due.Add(2*time.Second), y.deliver)
}

// overdue has everything paused for two hours around the time of a post, which then goes out by its author's word.
func (y *year) overdue(p *entry) {
	submitted := y.asked(p)
	y.on(submitted.Add(time.Hour), y.agree(p))
	var pause publish.Pause
	y.on(p.due.Add(-35*time.Minute), y.step(owner, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) (err error) {
		pause, err = publish.Halt(ctx, y.shelf(tx), who, publish.Everything, "", "Klaipėdoje suveikė gaisro signalas, žmonės evakuojami. Kol neaišku, kas nutiko, nieko neskelbiame.", at)
		return err
	}))
	y.on(p.due.Add(2*time.Second), y.deliver)
	y.on(p.due.Add(85*time.Minute), y.step(owner, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		_, _, err := publish.Resume(ctx, y.shelf(tx), who, pause.ID, at)
		return err
	}))
	y.on(p.due.Add(100*time.Minute), y.step(p.By, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		all, err := tx.PublicationsOf(ctx, p.id)
		for i := 0; err == nil && i < len(all); i++ {
			_, err = publish.Release(ctx, y.shelf(tx), who, all[i].ID, time.Time{}, at)
		}
		return p.told(err)
	}))
	y.on(p.due.Add(100*time.Minute+2*time.Second), y.deliver)
}

// current is what stands at the company at this moment.
func (y *year) current(p *entry) {
	hour := y.now.Truncate(15 * time.Minute)
	switch p.Story {
	case "soon":
		p.due = hour.Add(30 * time.Minute)
		y.on(y.now.Add(-150*time.Minute), y.write(p))
		y.on(y.now.Add(-140*time.Minute), y.propose(p))
	case "waiting":
		p.due = hour.Add(4 * time.Hour)
		y.on(y.now.Add(-130*time.Minute), y.write(p))
		y.on(y.now.Add(-95*time.Minute), y.propose(p))
		y.on(y.now.Add(-60*time.Minute), y.remark(p, "Paulius Gedvilas", "Nepamirškite nurodyti, nuo kokios sumos – praeitą kartą dėl to gavome keliolika klausimų."))
	case "guest":
		y.on(y.workday(2, p.Text), y.write(p))
		y.on(y.workday(1, p.Text), y.propose(p, approval.GuestAsked{Name: "Rūta Mažeikaitė, agentūra „Trečias balsas“", Mail: "ruta@treciasbalsas.example", Lang: "lt"}))
	case "late":
		day := y.workday(1, "late")
		p.due = time.Date(day.Year(), day.Month(), day.Day(), 16, 30, 0, 0, y.zone)
		y.asked(p)
		y.on(y.now.Add(-50*time.Minute), y.agree(p))
	}
}

// planAway names who votes for the manager while she is on holiday.
func (y *year) planAway() {
	day := y.now.In(y.zone)
	from := time.Date(day.Year(), day.Month(), day.Day()-3, 0, 0, 0, 0, y.zone)
	y.on(y.workday(5, "away"), y.step(manager, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		return approval.StandIn(ctx, tx, who, approval.Delegation{StandIn: y.people[lawyer], From: from, Until: from.AddDate(0, 0, 12)}, at)
	}))
}

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
