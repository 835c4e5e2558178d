package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"rostrum/approval"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// fourEyes has people of random roles write posts together and try to approve them themselves: by their own votes, by standing
// in for others, as guests, and after joining the writers late. Only somebody else's yes may make an approval, and an edit
// takes it back (promise 2).
func fourEyes(ctx context.Context, n int, r *rand.Rand, t *tally) error {
	return onEach(ctx, 1, true, func(ctx context.Context, s *stage) error {
		for range max(2, n/2) {
			c := conspiracy{stage: s, Rand: r, now: time.Now()}
			if err := c.gather(ctx); err != nil {
				return err
			}
			if err := c.attempt(ctx, t); err != nil {
				return err
			}
		}
		return nil
	})
}

// conspiracy is a company's people around one post.
type conspiracy struct {
	*stage
	*rand.Rand
	now     time.Time
	people  []staff.Person
	hands   []staff.Person // who wrote it or submitted it
	post    compose.Post
	request approval.Request
}

// gather hires people with random roles. One of them at least may write, and one other may vote.
func (c *conspiracy) gather(ctx context.Context) error {
	return c.Store.Write(ctx, func(tx *store.Tx) error {
		c.people = nil
		for i := range 6 {
			p := staff.Person{ID: staff.NewID(), Name: fmt.Sprintf("Person %d", i), Language: "en", Zone: "UTC", State: staff.Active, Version: 1}
			p.Mail = p.ID + "@example.com"
			for _, role := range []staff.Role{staff.Author, staff.Approver, staff.Principal, staff.Administrator, staff.PolicyOwner, staff.CaseHandler} {
				if c.IntN(2) == 0 {
					p.Roles = append(p.Roles, role)
				}
			}
			switch i {
			case 0:
				p.Name, p.Roles = "Asta Person", []staff.Role{staff.Author, staff.Approver, staff.Principal, staff.Administrator}
			case 1:
				p.Roles = []staff.Role{staff.Approver}
			}
			if err := tx.AddPerson(ctx, p); err != nil {
				return err
			}
			c.people = append(c.people, p)
		}
		return nil
	})
}

// in runs one thing that somebody tries, and tells whether it went through. What is refused is no failure of the proof.
func (c *conspiracy) in(ctx context.Context, f func(tx *store.Tx) error) (bool, error) {
	err := c.Store.Write(ctx, func(tx *store.Tx) error { return f(tx) })
	if told, ok := errors.AsType[*fault.Fault](err); ok && told.Code != fault.Unavailable {
		return false, nil
	}
	return err == nil, err
}

func (c *conspiracy) attempt(ctx context.Context, t *tally) error {
	if submitted, err := c.write(ctx); err != nil || !submitted {
		return err
	}
	for range 2 + c.IntN(8) {
		if err := c.trick(ctx); err != nil {
			return err
		}
	}
	state, err := c.state(ctx)
	t.held(err == nil && state != approval.Approved, "%s: those who wrote a post approved it (%v)", c.engine, err)
	return c.edited(ctx, t)
}

// write has some of them write the post, one after the other, and one submit it.
func (c *conspiracy) write(ctx context.Context) (bool, error) {
	c.hands = []staff.Person{c.people[0]}
	for _, p := range c.people[2:] {
		if c.IntN(2) == 0 && staff.May(p, staff.WritePosts) == nil {
			c.hands = append(c.hands, p)
		}
	}
	return c.in(ctx, func(tx *store.Tx) (err error) {
		if c.post, err = c.Write(ctx, tx, c.hands[0], text(c.Rand), time.Time{}, c.now, c.Accounts[0]); err != nil {
			return err
		}
		for _, p := range c.hands[1:] {
			content := c.post.Content
			content.Text = text(c.Rand)
			if c.post, err = compose.Save(ctx, tx, p, c.post.ID, c.post.Version, content, time.Time{}, "UTC", c.now); err != nil {
				return err
			}
		}
		c.request, err = publish.Submit(ctx, tx, c.hands[0], c.post.ID, c.post.Version, c.Policy, nil, c.now)
		return err
	})
}

// trick tries one way around the rule.
func (c *conspiracy) trick(ctx context.Context) error {
	hand, other := c.hands[c.IntN(len(c.hands))], c.people[c.IntN(len(c.people))]
	_, err := c.in(ctx, func(tx *store.Tx) error {
		switch c.IntN(4) {
		case 0: // with roles that they only claim to have
			hand.Roles = staff.Roles()
			_, err := publish.Vote(ctx, tx, hand, c.request.ID, approval.Yes, "", c.now)
			return err
		case 1: // in the place of somebody who is away
			away := approval.Delegation{StandIn: hand.ID, From: c.now.Add(-time.Hour), Until: c.now.Add(time.Hour)}
			return approval.StandIn(ctx, tx, other, away, c.now)
		case 2: // as a guest
			_, err := publish.VoteGuest(ctx, tx, hand.ID, "session", approval.Yes, "", c.now)
			return err
		}
		_, err := publish.Vote(ctx, tx, hand, c.request.ID, approval.Yes, "", c.now)
		return err
	})
	return err
}

// edited has somebody else approve, and then edits: the approval is void, and the new revision has no yes. Who said yes
// before and joins the writers cannot say it again.
func (c *conspiracy) edited(ctx context.Context, t *tally) error {
	i := slices.IndexFunc(c.people, func(p staff.Person) bool {
		return p.Has(staff.Approver) && !slices.ContainsFunc(c.hands, func(h staff.Person) bool { return h.ID == p.ID })
	})
	outsider := c.people[i]
	voted, err := c.in(ctx, func(tx *store.Tx) error {
		_, err := publish.Vote(ctx, tx, outsider, c.request.ID, approval.Yes, "", c.now)
		return err
	})
	if err != nil {
		return err
	}
	t.held(voted, "%s: somebody else's yes was refused", c.engine)
	old := c.request.ID
	if _, err := c.in(ctx, func(tx *store.Tx) (err error) {
		if c.post, err = publish.Reopen(ctx, tx, c.hands[0], c.post.ID, c.now); err != nil {
			return err
		}
		joins := outsider
		joins.Roles = append(slices.Clone(joins.Roles), staff.Author)
		content := c.post.Content
		content.Text = text(c.Rand)
		if c.post, err = compose.Save(ctx, tx, joins, c.post.ID, c.post.Version, content, time.Time{}, "UTC", c.now); err != nil {
			return err
		}
		c.request, err = publish.Submit(ctx, tx, c.hands[0], c.post.ID, c.post.Version, c.Policy, nil, c.now)
		return err
	}); err != nil {
		return err
	}
	if c.request.ID == old {
		return nil // nobody is left who could approve it: it was refused
	}
	if _, err := c.in(ctx, func(tx *store.Tx) error {
		_, err := publish.Vote(ctx, tx, outsider, c.request.ID, approval.Yes, "", c.now)
		return err
	}); err != nil {
		return err
	}
	state, err := c.state(ctx)
	t.held(err == nil && state == approval.Open, "%s: after an edit the post is %s (%v)", c.engine, state, err)
	return c.voided(ctx, t, old)
}

func (c *conspiracy) voided(ctx context.Context, t *tally, request string) error {
	return c.Store.Read(ctx, func(tx *store.Tx) error {
		q, err := tx.Request(ctx, request)
		if err != nil {
			return err
		}
		left, err := tx.PublicationsOf(ctx, q.Post)
		waits := slices.ContainsFunc(left, func(p publish.Publication) bool { return p.State != publish.Cancelled })
		t.held(q.State == approval.Voided && !waits, "%s: an edit left the approval %s and its publications %v", c.engine, q.State, left)
		return err
	})
}

// state is what became of the request.
func (c *conspiracy) state(ctx context.Context) (state approval.State, err error) {
	err = c.Store.Read(ctx, func(tx *store.Tx) error {
		q, err := tx.Request(ctx, c.request.ID)
		state = q.State
		return err
	})
	return state, err
}
