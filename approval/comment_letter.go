package approval

import (
	"context"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// Gathering is how long comments on a post are gathered before those concerned get one letter about all of them.
const Gathering = 5 * time.Minute

// Remarks is the job that writes to those concerned by what was said about a post from a moment on, for [Gathering].
type Remarks struct {
	Post string    `json:"post"`
	From time.Time `json:"from"`
}

// Kind names the job.
func (Remarks) Kind() string { return "approval_remarks" }

// RemarksLetter is the job that writes to one of them.
type RemarksLetter struct {
	Remarks
	To string `json:"to"` // a person's id
}

// Kind names the job.
func (RemarksLetter) Kind() string { return "approval_remarks_letter" }

// Among gives those of a post's comments that the job is about.
func (m Remarks) Among(all []Comment) []Comment {
	return slices.DeleteFunc(slices.Clone(all), func(c Comment) bool { return c.At.Before(m.From) || !c.At.Before(m.From.Add(Gathering)) })
}

// gather plans the letter about a comment that was just added, unless it joins those of a letter that is planned.
func gather(ctx context.Context, r Records, c Comment) error {
	all, err := r.PostComments(ctx, c.Post)
	if err != nil {
		return err
	}
	var begins Comment // the one with which the latest gathering begins
	for _, said := range all {
		if said.At.Sub(begins.At) >= Gathering {
			begins = said
		}
	}
	if begins.ID != c.ID {
		return nil
	}
	return r.Later(ctx, Remarks{c.Post, begins.At}, begins.At.Add(Gathering))
}

// TellRemarks plans a letter to each person who is concerned by somebody else's comment of those that were gathered: who
// wrote the post, who spoke in the same thread, and, where a writer of the post begins one, those whose yes is awaited. Guests
// get no letter: they read on by the link that they have.
func TellRemarks(ctx context.Context, r Records, m Remarks, now time.Time) error {
	all, err := r.PostComments(ctx, m.Post)
	if err != nil {
		return err
	}
	p, err := r.Post(ctx, m.Post)
	if err != nil {
		return err
	}
	req, err := r.LastRequest(ctx, m.Post)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	var told []string
	for _, c := range m.Among(all) {
		concerned := slices.Clone(p.Writers)
		if c.Thread == c.ID && slices.Contains(p.Writers, c.Person) {
			concerned = append(concerned, req.Waiting()...)
		}
		for _, other := range all {
			if other.Thread == c.Thread {
				concerned = append(concerned, other.Person)
			}
		}
		for _, id := range concerned {
			if id == c.Person || slices.Contains(told, id) {
				continue
			}
			told = append(told, id)
			if who, err := r.Person(ctx, id); fault.Is(err, fault.NotFound) || err == nil && staff.May(who, staff.SeePosts) != nil {
				continue
			} else if err != nil {
				return err
			}
			if err := r.Later(ctx, RemarksLetter{m, id}, now); err != nil {
				return err
			}
		}
	}
	return nil
}
