package approval

import (
	"context"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

// Comment is what somebody says about a place in a revision's text, or about the whole.
type Comment struct {
	ID         string
	Post       string
	Revision   int
	Account    string // whose own text it is about; empty: the text for all
	Start, End int    // bytes of that text; both 0: the whole
	Quote      string // what stood there
	Thread     string // the id of the comment that it answers; one that begins a thread has its own
	Person     string // the id of a person or of a guest
	Text       string
	At         time.Time
	Resolved   time.Time // of the comment that begins a thread; zero while it is open
	Resolver   string
}

// MaxComment is how many characters a comment may have.
const MaxComment = 4000

// CommentRecords is what comments need kept.
type CommentRecords interface {
	AddPostComment(ctx context.Context, c Comment) error
	// PostComments gives what was said about a post, the oldest first.
	PostComments(ctx context.Context, post string) ([]Comment, error)
	// PostComment gives a comment, or a fault NotFound.
	PostComment(ctx context.Context, id string) (Comment, error)
	// ResolvePostComment closes a thread, or opens it again where at is zero.
	ResolvePostComment(ctx context.Context, thread, person string, at time.Time) error
}

// Say adds a comment of somebody who sees posts. An answer takes its place from its thread, and opens it again.
func Say(ctx context.Context, r Records, who staff.Person, c Comment, now time.Time) (Comment, error) {
	if err := staff.May(who, staff.SeePosts); err != nil {
		return c, err
	}
	return say(ctx, r, who.ID, c, now)
}

// SayGuest adds a comment of a guest whose link is open in this browser.
func SayGuest(ctx context.Context, r Records, guest, session string, c Comment, now time.Time) (Comment, error) {
	g, req, err := welcome(ctx, r, guest, now)
	if err != nil {
		return c, err
	}
	if !g.In(session) {
		return c, notOpened()
	}
	c.Post, c.Revision = req.Post, req.Revision
	return say(ctx, r, g.ID, c, now)
}

func say(ctx context.Context, r Records, who string, c Comment, now time.Time) (Comment, error) {
	c.Text = strings.TrimSpace(strings.ReplaceAll(c.Text, "\r\n", "\n"))
	if c.Text == "" || utf8.RuneCountInString(c.Text) > MaxComment || !utf8.ValidString(c.Text) {
		return c, fault.Of("comment", "Write your comment, up to 4,000 characters.", "Parašykite komentarą, ne ilgesnį kaip 4 000 ženklų.")
	}
	c, err := placed(ctx, r, c)
	if err != nil {
		return c, err
	}
	c.ID, c.Person, c.At, c.Resolved, c.Resolver = staff.NewID(), who, now, time.Time{}, ""
	if c.Thread == "" {
		c.Thread = c.ID
	}
	if err := r.AddPostComment(ctx, c); err != nil {
		return c, err
	}
	if err := gather(ctx, r, c); err != nil {
		return c, err
	}
	return c, r.Append(ctx, ledger.Entry{Time: now, Actor: who, Kind: "post.commented", Subject: c.Post,
		Data: map[string]string{"comment": c.ID, "revision": strconv.Itoa(c.Revision)}, Private: map[string]string{"text": c.Text}})
}

// placed finds what a comment is about.
func placed(ctx context.Context, r Records, c Comment) (Comment, error) {
	p, err := r.Post(ctx, c.Post)
	if err != nil {
		return c, err
	}
	if p.State == compose.Discarded {
		return c, fault.New(fault.Conflict, "This post was discarded.", "Šis įrašas išmestas.")
	}
	if c.Thread != "" {
		begun, err := begins(ctx, r, c.Post, c.Thread)
		if err != nil {
			return c, err
		}
		c.Revision, c.Account, c.Start, c.End, c.Quote = begun.Revision, begun.Account, begun.Start, begun.End, begun.Quote
		return c, r.ResolvePostComment(ctx, c.Thread, "", time.Time{})
	}
	revision, err := r.Revision(ctx, c.Post, c.Revision)
	if err != nil {
		return c, err
	}
	text := revision.Content.Text
	if c.Account != "" {
		text = revision.Content.TextFor(c.Account)
	}
	if c.Start < 0 || c.End < c.Start || c.End > len(text) || !utf8.ValidString(text[c.Start:c.End]) {
		return c, fault.Of("comment", "The place in the text is not there any more. Mark it again.", "Tos vietos tekste nebėra. Pažymėkite iš naujo.")
	}
	c.Quote = text[c.Start:c.End]
	return c, nil
}

// begins gives the comment that begins a thread of the post.
func begins(ctx context.Context, r CommentRecords, post, thread string) (Comment, error) {
	c, err := r.PostComment(ctx, thread)
	if err == nil && (c.Post != post || c.Thread != c.ID) {
		err = noComment()
	}
	return c, err
}

// Resolve closes a thread: what it asked for is done.
func Resolve(ctx context.Context, r Records, who staff.Person, post, thread string, now time.Time) error {
	if err := staff.May(who, staff.SeePosts); err != nil {
		return err
	}
	if _, err := begins(ctx, r, post, thread); err != nil {
		return err
	}
	if err := r.ResolvePostComment(ctx, thread, who.ID, now); err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "post.comment_resolved", Subject: post, Data: map[string]string{"comment": thread}})
}

func noComment() *fault.Fault {
	return fault.New(fault.NotFound, "There is no such comment.", "Tokio komentaro nėra.")
}
