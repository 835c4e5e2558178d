package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rostrum/fault"
	"rostrum/store"
	"rostrum/training"
)

// client is a person with a browser and a program, who remembers what the server has answered with yes.
type client struct {
	person        string
	cookie, token string
	commented     string // where comments are sent
	due           []training.Item
	http          *http.Client

	said     int               // answers with yes
	next     int               // so that no text is said twice
	signed   map[string]string // digests by clause
	comments []string
	drafts   map[string]*draft // by id
}

// draft is a post that the server knows. asked is a text that was sent for it and not answered.
type draft struct{ tag, text, asked string }

// work does one thing after the other until the server is gone.
func (c *client) work(ctx context.Context, address string, r *rand.Rand) error {
	defer c.http.CloseIdleConnections()
	for {
		c.next++
		var err error
		switch r.IntN(5) {
		case 0:
			err = c.comment(ctx, address)
		case 1:
			err = c.begin(ctx, address)
		case 2:
			err = c.change(ctx, address)
		case 3:
			err = c.sign(ctx, address, true)
		default:
			err = c.sign(ctx, address, false)
		}
		if gone, ok := errors.AsType[*url.Error](err); ok && ctx.Err() == nil && !gone.Timeout() {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// sign signs the next clause, on its page or as a program does.
func (c *client) sign(ctx context.Context, address string, page bool) error {
	if len(c.signed) == len(c.due) {
		return nil
	}
	item := c.due[len(c.signed)]
	clause, digest := item.Clause.ID, item.Digest
	var yes bool
	var err error
	if page {
		yes, err = c.form(ctx, address+"/training/sign", "/training/sign", url.Values{"clause": {clause}, "digest": {digest}})
	} else {
		yes, _, err = c.call(ctx, http.MethodPost, address+"/api/v1/me/signatures", "",
			map[string]any{"language": "en", "clauses": []map[string]string{{"clause": clause, "digest": digest}}})
	}
	if yes {
		c.signed[clause] = digest
	}
	return err
}

func (c *client) comment(ctx context.Context, address string) error {
	text := fmt.Sprintf("Comment %d", c.next)
	yes, err := c.form(ctx, address+c.commented, "/studio/", url.Values{"text": {text}})
	if yes {
		c.comments = append(c.comments, text)
	}
	return err
}

func (c *client) begin(ctx context.Context, address string) error {
	text := fmt.Sprintf("Draft %d", c.next)
	yes, head, err := c.call(ctx, http.MethodPost, address+"/api/v1/posts", "", map[string]string{"text": text})
	if yes {
		id := strings.TrimPrefix(head.Get("Location"), "/api/v1/posts/")
		c.drafts[id] = &draft{tag: head.Get("ETag"), text: text}
	}
	return err
}

// change gives some draft another text.
func (c *client) change(ctx context.Context, address string) error {
	for id, d := range c.drafts {
		d.asked = fmt.Sprintf("Changed %d", c.next)
		yes, head, err := c.call(ctx, http.MethodPatch, address+"/api/v1/posts/"+id, d.tag, map[string]string{"text": d.asked})
		if yes {
			d.tag, d.text, d.asked = head.Get("ETag"), d.asked, ""
		}
		return err
	}
	return nil
}

// recall asks a server that was started again for what the client was told by the one before.
func (c *client) recall(ctx context.Context, address string) (string, error) {
	defer c.http.CloseIdleConnections()
	var due struct{ Items []struct{ Clause string } }
	if err := c.read(ctx, address+"/api/v1/me/signatures/due", &due); err != nil {
		return "", err
	}
	for _, item := range due.Items {
		if c.signed[item.Clause] != "" {
			return c.person + " is to sign " + item.Clause + " again", nil
		}
	}
	for id, d := range c.drafts {
		var post struct{ Content struct{ Text string } }
		if err := c.read(ctx, address+"/api/v1/posts/"+id, &post); err != nil {
			return "", err
		}
		if !d.is(post.Content.Text) {
			return fmt.Sprintf("draft %s is %q to those who read it, and was acknowledged as %q", id, post.Content.Text, d.text), nil
		}
	}
	return "", nil
}

// kept says what the client was told and is not in the database. What has an entry in the ledger is among known.
func (c *client) kept(ctx context.Context, tx *store.Tx, known map[string]bool) (string, error) {
	for clause, digest := range c.signed {
		if what := signature(c.person, clause, digest); !known[what] {
			return what + " is lost", nil
		}
	}
	if i := slices.IndexFunc(c.comments, func(text string) bool { return !known[comment(c.person, text)] }); i >= 0 {
		return comment(c.person, c.comments[i]) + " is lost", nil
	}
	for id, d := range c.drafts {
		post, err := tx.Post(ctx, id)
		if fault.Is(err, fault.NotFound) {
			return "draft " + id + " is lost", nil
		} else if err != nil {
			return "", err
		}
		if !d.is(post.Content.Text) {
			return fmt.Sprintf("draft %s is %q, and was acknowledged as %q", id, post.Content.Text, d.text), nil
		}
	}
	return "", nil
}

// is tells whether a text is the one that was acknowledged, or the one that was on its way when the server was killed.
func (d *draft) is(text string) bool { return text == d.text || d.asked != "" && text == d.asked }
