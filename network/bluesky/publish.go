package bluesky

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"rostrum/network"
)

// Publish writes the post's record under the piece's key. Where there is one already, the server does not make another:
// if it is this post, that is as good as having sent it.
func (c *Connector) Publish(ctx context.Context, a network.Access, p network.Piece) (network.Receipt, error) {
	if err := check(p); err != nil {
		return network.Receipt{}, err
	}
	s, err := sessionOf(a)
	if err != nil {
		return network.Receipt{}, err
	}
	r, err := c.recordOf(ctx, a, s, p)
	if err != nil {
		return network.Receipt{}, err
	}
	create, err := procedure("com.atproto.repo.createRecord", map[string]any{
		"repo": a.ID, "collection": posts, "rkey": p.Key, "record": r,
	})
	if err != nil {
		return network.Receipt{}, err
	}
	var made ref
	if err := c.call(ctx, a.Server, s, create, &made); err != nil {
		return c.whatIsThere(ctx, a, p, err)
	}
	if made.URI != addressOf(a, p.Key) || made.CID == "" {
		return network.Receipt{}, &network.Error{Kind: network.Unknown, Said: "the server answered without the post that it was to make"}
	}
	return receiptOf(a, p.Key, made.CID), nil
}

// whatIsThere looks whether the server refused because the post is there already, which the reference server calls no
// more than an error inside it.
func (c *Connector) whatIsThere(ctx context.Context, a network.Access, p network.Piece, failed error) (network.Receipt, error) {
	if _, answered := errors.AsType[problem](failed); !answered {
		return network.Receipt{}, failed
	}
	if k := network.KindOf(failed); k != network.Unknown && k != network.Refused {
		return network.Receipt{}, failed
	}
	r, found, err := c.Find(ctx, a, p)
	if found && err == nil {
		return r, nil
	}
	if err != nil && network.KindOf(err) == network.Refused {
		return network.Receipt{}, err
	}
	return network.Receipt{}, failed
}

// Find asks for the record under the piece's key. Another post under that key is a fault of kind Refused.
func (c *Connector) Find(ctx context.Context, a network.Access, p network.Piece) (network.Receipt, bool, error) {
	there, found, err := c.at(ctx, a, p.Key)
	if err != nil || !found {
		return network.Receipt{}, false, err
	}
	if there.Value.Text != p.Text || there.Value.Created != createdAt(p) {
		return network.Receipt{}, false, &network.Error{Kind: network.Refused, Said: "another post has this key already: " + there.URI}
	}
	return receiptOf(a, p.Key, there.CID), true, nil
}

// kept is a record as the server gives it back.
type kept struct {
	ref
	Value record
}

// at reads the record under a key. found is false only where the server says that there is none.
func (c *Connector) at(ctx context.Context, a network.Access, key string) (there kept, found bool, err error) {
	err = c.ask(ctx, a.Server, nil, query("com.atproto.repo.getRecord", url.Values{
		"repo": {a.ID}, "collection": {posts}, "rkey": {key},
	}), &there)
	if named, ok := errors.AsType[problem](err); ok && named.Name == "RecordNotFound" && network.KindOf(err) == network.Refused {
		return kept{}, false, nil
	}
	if err == nil && (there.URI != addressOf(a, key) || there.CID == "") {
		err = &network.Error{Kind: network.Away, Said: "the server answered without the post"}
	}
	return there, err == nil, err
}

// Edit is refused: Bluesky has no edits. A record could be changed, but most of the network would go on showing the first.
func (c *Connector) Edit(context.Context, network.Access, network.Receipt, network.Piece) (network.Receipt, error) {
	return network.Receipt{}, &network.Error{Kind: network.Unsupported, Said: "Bluesky has no edits"}
}

// Delete takes the record away, and looks whether it is: a success says nothing that could not be said by anybody in
// between. Copies that others made are theirs.
func (c *Connector) Delete(ctx context.Context, a network.Access, r network.Receipt) error {
	s, err := sessionOf(a)
	if err != nil {
		return err
	}
	key, ours := strings.CutPrefix(r.ID, addressOf(a, ""))
	if !ours || !aKey.MatchString(key) {
		return &network.Error{Kind: network.Refused, Said: "this is no post of the account: " + r.ID}
	}
	remove, err := procedure("com.atproto.repo.deleteRecord", map[string]string{"repo": a.ID, "collection": posts, "rkey": key})
	if err != nil {
		return err
	}
	if err := c.call(ctx, a.Server, s, remove, nil); err != nil {
		return err
	}
	_, there, err := c.at(ctx, a, key)
	if err != nil || there {
		return &network.Error{Kind: network.Unknown, Said: "the server does not confirm that the post is gone", Err: err}
	}
	return nil
}

func addressOf(a network.Access, key string) string { return "at://" + a.ID + "/" + posts + "/" + key }

// receiptOf names the post, with the address at which the app shows it to everybody.
func receiptOf(a network.Access, key, cid string) network.Receipt {
	who := a.Handle
	if who == "" || who == badHandle {
		who = a.ID
	}
	return network.Receipt{ID: addressOf(a, key), Hash: cid, URL: "https://bsky.app/profile/" + who + "/post/" + key}
}
