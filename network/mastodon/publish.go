package mastodon

import (
	"context"
	"net/http"
	"net/url"

	"rostrum/network"
)

// Publish brings the pictures, before which nothing is public, and then the post.
func (c *Connector) Publish(ctx context.Context, a network.Access, p network.Piece) (network.Receipt, error) {
	s, err := open(a)
	if err != nil {
		return network.Receipt{}, err
	}
	form, err := c.form(ctx, a, s, p)
	if err != nil {
		return network.Receipt{}, err
	}
	form.Set("visibility", "public")
	if p.Parent != nil {
		form.Set("in_reply_to_id", p.Parent.ID)
	}
	var out status
	err = c.ask(ctx, a.Server, call{method: http.MethodPost, path: "/api/v1/statuses", form: form, token: s.Token, key: p.Key}, &out)
	if err != nil {
		return network.Receipt{}, err
	}
	return out.receipt()
}

// Edit changes text and pictures. Some servers change the text alone and say nothing of it: that is a failure, too.
func (c *Connector) Edit(ctx context.Context, a network.Access, r network.Receipt, p network.Piece) (network.Receipt, error) {
	s, err := open(a)
	if err != nil {
		return network.Receipt{}, err
	}
	form, err := c.form(ctx, a, s, p)
	if err != nil {
		return network.Receipt{}, err
	}
	var out status
	err = c.ask(ctx, a.Server, call{method: http.MethodPut, path: statusPath(r.ID), form: form, token: s.Token}, &out)
	if err != nil {
		return network.Receipt{}, err
	}
	if !out.shows(p.Images) {
		return network.Receipt{}, &network.Error{Kind: network.Unsupported, Said: "the server changed the text and kept the pictures"}
	}
	after, err := out.receipt()
	if err != nil {
		return network.Receipt{}, err
	}
	after.ID = r.ID // snac gives a new one, and the old goes on to name the post
	return after, nil
}

// form is what posting and editing have in common.
func (c *Connector) form(ctx context.Context, a network.Access, s secret, p network.Piece) (url.Values, error) {
	form := url.Values{"status": {p.Text}}
	if p.Lang != "" {
		form.Set("language", p.Lang)
	}
	for _, picture := range p.Images {
		id, err := c.bring(ctx, a.Server, s, picture)
		if err != nil {
			return nil, err
		}
		form.Add("media_ids[]", id)
	}
	return form, nil
}

// Delete takes a post down. A server that knows no deletion answers as if the post were gone: so a look follows.
func (c *Connector) Delete(ctx context.Context, a network.Access, r network.Receipt) error {
	s, err := open(a)
	if err != nil {
		return err
	}
	answer, err := c.send(ctx, a.Server, call{method: http.MethodDelete, path: statusPath(r.ID), token: s.Token})
	if err != nil {
		return err
	}
	switch answer.Status {
	case http.StatusNotFound, http.StatusGone, http.StatusMethodNotAllowed, http.StatusNotImplemented:
		return c.gone(ctx, a, s, r)
	}
	var last status // Mastodon shows once more what it deleted; old servers of other kinds answer with an empty object
	if err := read(answer, &last); err != nil || last.ID != "" {
		return err
	}
	return c.gone(ctx, a, s, r)
}

func (c *Connector) gone(ctx context.Context, a network.Access, s secret, r network.Receipt) error {
	answer, err := c.send(ctx, a.Server, call{method: http.MethodGet, path: statusPath(r.ID), token: s.Token})
	switch {
	case err != nil:
		return err
	case answer.Status == http.StatusNotFound, answer.Status == http.StatusGone:
		return nil
	}
	var stays status
	if err := read(answer, &stays); err != nil {
		return err
	}
	if _, err := stays.receipt(); err != nil {
		return err
	}
	return &network.Error{Kind: network.Unsupported, Said: "this server cannot delete through its API"}
}

func statusPath(id string) string { return "/api/v1/statuses/" + url.PathEscape(id) }
