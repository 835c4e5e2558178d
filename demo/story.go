package demo

import (
	"context"
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

// overdue has everything paused for two hours around the time of a post, which then goes out by its author's word, and with it
// whatever else became due meanwhile.
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
		held, err := tx.Publications(ctx, store.PublicationFilter{States: []publish.State{publish.Held}, To: at}, 20)
		for i := 0; err == nil && i < len(held); i++ {
			_, err = publish.Release(ctx, y.shelf(tx), who, held[i].ID, time.Time{}, at)
		}
		return p.told(err)
	}))
	y.on(p.due.Add(100*time.Minute+2*time.Second), y.deliver)
}

// current is what stands at the company at this moment.
func (y *year) current(p *entry) {
	switch p.Story {
	case "soon":
		p.due = y.now.Truncate(5 * time.Minute).Add(10 * time.Minute)
		y.on(y.now.Add(-150*time.Minute), y.write(p))
		y.on(y.now.Add(-140*time.Minute), y.propose(p))
	case "waiting":
		p.due = y.now.Truncate(15 * time.Minute).Add(4 * time.Hour)
		y.on(y.now.Add(-130*time.Minute), y.write(p))
		y.on(y.now.Add(-95*time.Minute), y.propose(p))
		y.on(y.now.Add(-60*time.Minute), y.remark(p, "Paulius Gedvilas", "Ar 52 € – mažiausia kaina per 30 dienų? Jei ne, reikia parašyti tikrąją."))
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
