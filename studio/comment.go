package studio

import (
	"context"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// Comment is what somebody says about a version: on a clause, or on the whole where Clause is empty.
type Comment struct {
	ID       string
	Version  string
	Clause   string
	Thread   string // the id of the comment that it answers; a comment that begins a thread has its own
	Person   string
	Text     string
	At       time.Time
	Resolved time.Time // of the comment that begins a thread; zero while it is open
	Resolver string
}

// Say adds a comment. Who may edit or approve may comment, as long as the version is not closed. An answer takes its
// clause from its thread, and opens the thread again.
func Say(ctx context.Context, r Records, who staff.Person, c Comment, now time.Time) (Comment, error) {
	k := kept{r, who, now}
	if _, err := k.open(ctx, c.Version, staff.ApprovePolicy); err != nil {
		return c, err
	}
	if c.Thread != "" {
		first, err := r.Comment(ctx, c.Thread)
		if err != nil {
			return c, err
		}
		if first.Version != c.Version || first.Thread != first.ID {
			return c, noComment()
		}
		c.Clause = first.Clause
		if err := r.ResolveComment(ctx, c.Thread, "", time.Time{}); err != nil {
			return c, err
		}
	}
	return comment(ctx, k, c)
}

func comment(ctx context.Context, k kept, c Comment) (Comment, error) {
	c.Text = strings.TrimSpace(c.Text)
	if c.Text == "" || len(c.Text) > 10_000 || !plain(c.Text) {
		return c, fault.Of("comment", "Write your comment, up to 10,000 characters.", "Parašykite komentarą, ne ilgesnį kaip 10 000 ženklų.")
	}
	c.ID, c.Person, c.At = staff.NewID(), k.who.ID, k.now
	if c.Thread == "" {
		c.Thread = c.ID
	}
	if err := k.AddComment(ctx, c); err != nil {
		return c, err
	}
	return c, k.tell(ctx, "policy.commented", c.Version, map[string]string{"comment": c.ID, "clause": c.Clause}, map[string]string{"text": c.Text})
}

// Resolve closes a thread: what it asked for is done.
func Resolve(ctx context.Context, r Records, who staff.Person, version, thread string, now time.Time) error {
	k := kept{r, who, now}
	if _, err := k.open(ctx, version, staff.ApprovePolicy); err != nil {
		return err
	}
	first, err := r.Comment(ctx, thread)
	if err != nil {
		return err
	}
	if first.Version != version || first.Thread != first.ID {
		return noComment()
	}
	if err := r.ResolveComment(ctx, thread, who.ID, now); err != nil {
		return err
	}
	return k.tell(ctx, "policy.comment_resolved", version, map[string]string{"comment": thread, "clause": first.Clause}, nil)
}

func noComment() error {
	return fault.New(fault.NotFound, "There is no such comment.", "Tokio komentaro nėra.")
}
