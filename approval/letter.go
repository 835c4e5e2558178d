package approval

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/training"
)

// About is what a letter is about.
type About string

// The letters.
const (
	AboutAsked     About = "asked"     // to somebody whose yes is needed now
	AboutGuest     About = "guest"     // to a guest, with the link
	AboutReminder  About = "reminder"  // to somebody who was asked and has not answered
	AboutEscalated About = "escalated" // to the policy's owners: a decision is late
	AboutSentBack  About = "sent_back" // to those who wrote it, and the next two likewise
	AboutRejected  About = "rejected"
	AboutApproved  About = "approved"
)

// Letter is the job that writes to one person, or to a guest, about a request.
type Letter struct {
	About   About  `json:"about"`
	Request string `json:"request"`
	To      string `json:"to"` // the id of a person, or of a guest
}

// Kind names the job.
func (Letter) Kind() string { return "approval_letter" }

// Nudge is the job that reminds those who have not answered, and tells the policy's owners where Escalate is set.
type Nudge struct {
	Request  string `json:"request"`
	Escalate bool   `json:"escalate"`
}

// Kind names the job.
func (Nudge) Kind() string { return "approval_nudge" }

// callNow writes to those whose turn it is, and to whoever stands in for them.
func callNow(ctx context.Context, r Records, req Request, counts counted, now time.Time) error {
	if counts == nil {
		counts = every
	}
	turn := req.turn(counts)
	told := map[string]bool{}
	for _, s := range req.Steps {
		if s.Order != turn || s.done(counts) {
			continue
		}
		for _, id := range s.Who {
			if s.taken(id) || told[id] {
				continue
			}
			told[id] = true
			if s.Kind == Guest {
				if err := r.Later(ctx, Letter{AboutGuest, req.ID, id}, now); err != nil {
					return err
				}
				continue
			}
			if err := tellWithStandIns(ctx, r, req, AboutAsked, id, now); err != nil {
				return err
			}
		}
	}
	return nil
}

func tellWithStandIns(ctx context.Context, r Records, req Request, about About, person string, now time.Time) error {
	if err := r.Later(ctx, Letter{about, req.ID, person}, now); err != nil {
		return err
	}
	away, err := r.StandIns(ctx, person)
	if err != nil {
		return err
	}
	for _, d := range away {
		if d.Holds(now) {
			if err := r.Later(ctx, Letter{about, req.ID, d.StandIn}, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// tellAuthors writes to everybody who had a hand in the post.
func tellAuthors(ctx context.Context, r Records, req Request, about About, now time.Time) error {
	for _, id := range req.Writers {
		if err := r.Later(ctx, Letter{about, req.ID, id}, now); err != nil {
			return err
		}
	}
	return nil
}

// lastCall is how long before a post is due the last reminder is sent and the policy's owners are told.
const lastCall = 2 * time.Hour

// remindLater plans the reminders: half-way to the time at which the post is due and two hours before, or after one and
// after two working days. The later of them is told to the policy's owners as well.
func remindLater(ctx context.Context, r Records, req Request, now time.Time) error {
	company, err := r.Company(ctx)
	if err != nil {
		return err
	}
	zone, err := time.LoadLocation(company.Zone)
	if err != nil {
		zone = time.UTC
	}
	remind, escalate := workdaysAfter(now.In(zone), 1), workdaysAfter(now.In(zone), 2)
	if req.Due.After(now) {
		remind, escalate = now.Add(req.Due.Sub(now)/2), req.Due.Add(-lastCall)
	}
	if !remind.Before(escalate) {
		return r.Later(ctx, Nudge{req.ID, true}, remind)
	}
	if err := r.Later(ctx, Nudge{req.ID, false}, remind); err != nil {
		return err
	}
	return r.Later(ctx, Nudge{req.ID, true}, escalate)
}

// workdaysAfter gives the same time of day so many working days later: weekends and the public holidays of the place are
// left out.
func workdaysAfter(t time.Time, days int) time.Time {
	for days > 0 {
		if t = t.AddDate(0, 0, 1); t.Weekday() != time.Saturday && t.Weekday() != time.Sunday && !training.Holiday(t) {
			days--
		}
	}
	return t
}

// Remind writes to those who have not answered yet, and to the policy's owners where the decision is late. A request that
// is decided, and one that is gone, is left alone.
func Remind(ctx context.Context, r Records, n Nudge, now time.Time) error {
	req, err := r.Request(ctx, n.Request)
	if fault.Is(err, fault.NotFound) || err == nil && req.State != Open {
		return nil
	} else if err != nil {
		return err
	}
	for _, s := range req.Now() {
		for _, id := range s.Who {
			if s.taken(id) || s.Kind == Guest {
				continue
			}
			if err := tellWithStandIns(ctx, r, req, AboutReminder, id, now); err != nil {
				return err
			}
		}
	}
	kind := "post.reminded"
	if n.Escalate {
		kind = "post.escalated"
		owners, err := r.PeopleWithRole(ctx, staff.PolicyOwner)
		if err != nil {
			return err
		}
		for _, p := range owners {
			if err := r.Later(ctx, Letter{AboutEscalated, req.ID, p.ID}, now); err != nil {
				return err
			}
		}
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: "approval", Kind: kind, Subject: req.Post, Data: map[string]string{"request": req.ID}})
}
