package compose

import (
	"context"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/post"
	"rostrum/staff"
)

// SameSitting is how long after a revision was begun what the same person saves belongs to it.
const SameSitting = 5 * time.Minute

// Begin makes a new draft. A zero due means: as soon as it may.
func Begin(ctx context.Context, r Records, who staff.Person, c post.Content, due time.Time, zone string, now time.Time) (Post, error) {
	if err := staff.May(who, staff.WritePosts); err != nil {
		return Post{}, err
	}
	c, err := checked(ctx, r, c)
	if err != nil {
		return Post{}, err
	}
	p := Post{ID: staff.NewID(), State: Draft, Author: who.ID, Writers: []string{who.ID}, Revision: 1, Version: 1, Created: now, Changed: now}
	if p.Due, p.Zone, err = timed(p, due, zone, now); err != nil {
		return Post{}, err
	}
	p.Content, p.Digest = c, c.Digest()
	if err := r.AddRevision(ctx, p.revision(who.ID, now)); err != nil {
		return Post{}, err
	}
	return p, r.AddPost(ctx, p)
}

// Save keeps what a draft says now. What the same person saves within [SameSitting] replaces the latest revision, unless
// that was submitted; otherwise a new revision begins. The version is the one that the writer saw: where the draft has
// been changed since, Save gives [Conflict] and changes nothing. What is the same already is not saved again.
func Save(ctx context.Context, r Records, who staff.Person, id string, version int64, c post.Content, due time.Time, zone string, now time.Time) (Post, error) {
	return save(ctx, r, who, id, version, c, due, zone, SameSitting, now)
}

// SaveApart is Save with a revision of its own, so that what stood there stays in the history whoever wrote it: for texts
// that somebody chose over another.
func SaveApart(ctx context.Context, r Records, who staff.Person, id string, version int64, c post.Content, due time.Time, zone string, now time.Time) (Post, error) {
	return save(ctx, r, who, id, version, c, due, zone, 0, now)
}

func save(ctx context.Context, r Records, who staff.Person, id string, version int64, c post.Content, due time.Time, zone string, sitting time.Duration, now time.Time) (Post, error) {
	if err := staff.May(who, staff.WritePosts); err != nil {
		return Post{}, err
	}
	p, err := r.Post(ctx, id)
	switch {
	case err != nil:
		return Post{}, err
	case p.State == Discarded:
		return p, closed(p)
	}
	if c, err = checked(ctx, r, c); err != nil {
		return p, err
	}
	if p.State != Draft {
		return p, tooLate(ctx, r, p, who.ID, c, now)
	}
	due, zone, err = timed(p, due, zone, now)
	same := c.Digest() == p.Digest
	switch {
	case err != nil:
		return p, err
	case same && due.Equal(p.Due) && zone == p.Zone:
		return p, nil
	case version != p.Version:
		return p, Conflict()
	}
	p.Due, p.Zone = due, zone
	if !same {
		if p, err = write(ctx, r, p, who.ID, c, sitting, now); err != nil {
			return p, err
		}
	}
	return change(ctx, r, p, now)
}

// Bring makes what an old revision said a new, latest one. What stood there stays in the history.
func Bring(ctx context.Context, r Records, who staff.Person, id string, number int, now time.Time) (Post, error) {
	p, err := writable(ctx, r, who, id)
	if err != nil {
		return p, err
	}
	old, err := r.Revision(ctx, id, number)
	switch {
	case err != nil:
		return p, err
	case p.State != Draft:
		return p, tooLate(ctx, r, p, who.ID, old.Content, now)
	case old.Digest == p.Digest:
		return p, nil
	}
	if p, err = next(ctx, r, p, who.ID, old.Content, now); err != nil {
		return p, err
	}
	return change(ctx, r, p, now)
}

// write puts a content into the latest revision or into a new one.
func write(ctx context.Context, r Records, p Post, who string, c post.Content, sitting time.Duration, now time.Time) (Post, error) {
	last, err := r.Revision(ctx, p.ID, p.Revision)
	if err != nil {
		return p, err
	}
	if last.Author == who && !last.Submitted && now.Sub(last.At) < sitting {
		p.Content, p.Digest = c, c.Digest()
		last.Content, last.Digest = c, p.Digest
		return p, r.ReplaceRevision(ctx, last)
	}
	return next(ctx, r, p, who, c, now)
}

// next puts a content into a new revision.
func next(ctx context.Context, r Records, p Post, who string, c post.Content, now time.Time) (Post, error) {
	p.Content, p.Digest = c, c.Digest()
	p.Revision++
	if !p.WrittenBy(who) {
		p.Writers = append(slices.Clone(p.Writers), who)
	}
	return p, r.AddRevision(ctx, p.revision(who, now))
}

func (p Post) revision(author string, now time.Time) Revision {
	return Revision{Post: p.ID, Number: p.Revision, Digest: p.Digest, Content: p.Content, Author: author, At: now}
}

// change keeps a post and gives it as it is kept.
func change(ctx context.Context, r Records, p Post, now time.Time) (Post, error) {
	p.Changed = now
	if err := r.ChangePost(ctx, p); err != nil {
		return p, err
	}
	p.Version++
	return p, nil
}

// timed gives the time and zone to keep. A draft may keep a time that has passed meanwhile, but none is newly chosen.
func timed(p Post, due time.Time, zone string, now time.Time) (time.Time, string, error) {
	due = due.UTC().Truncate(time.Microsecond)
	if _, err := time.LoadLocation(zone); err != nil || zone == "" || zone == "Local" {
		return due, zone, fault.Of("zone", "Choose a time zone such as Europe/Vilnius.", "Pasirinkite laiko juostą, pavyzdžiui, Europe/Vilnius.")
	}
	switch {
	case due.IsZero() || due.Equal(p.Due):
		return due, zone, nil
	case due.Before(now):
		return due, zone, passed()
	case due.After(now.AddDate(2, 0, 0)):
		return due, zone, fault.Of("due", "Choose a time within the next two years.", "Pasirinkite laiką per artimiausius dvejus metus.")
	}
	return due, zone, nil
}
