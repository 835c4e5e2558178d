package outbox

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"runtime/debug"
	"slices"

	"rostrum/account/watch"
	"rostrum/compose/picture"
	"rostrum/fault"
	"rostrum/network"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/store"
)

// work does the next step of a claim: it sends, edits or looks for one post of a thread, or takes all of it down.
func (r *Runner) work(c publish.Claim) (o publish.Outcome) {
	defer func() {
		if p := recover(); p != nil {
			r.Log.Error("a connector panicked", "network", c.Network, "panic", p, "stack", string(debug.Stack()))
			o = publish.Outcome{Err: &network.Error{Kind: network.Unknown, Said: "the connector failed"}}
		}
	}()
	last := c.Lease.Add(-r.Lease / 3) // nothing leaves later
	ctx, cancel := context.WithTimeout(context.Background(), last.Sub(r.Now()))
	defer cancel()
	opened, err := r.watch().Open(ctx, c.Account)
	if err != nil {
		return publish.Outcome{Err: notSent(err)}
	}
	piece, err := r.piece(ctx, c, opened.Network.Profile())
	if err == nil && !r.Now().Before(last) { // a machine that slept has no clock but this one
		err = context.DeadlineExceeded
	}
	if err != nil {
		return publish.Outcome{Err: notSent(err)}
	}
	o = take(ctx, opened, c, piece)
	if o.Err != nil && network.KindOf(o.Err) == network.SignedOut {
		if _, err := r.watch().Report(ctx, c.Account, opened.Version, network.Identity{}, o.Err); err != nil {
			r.Log.Error("the account's state could not be kept", "account", c.Account, "error", err)
		}
	}
	return o
}

// take takes the step at the network.
func take(ctx context.Context, o watch.Opened, c publish.Claim, piece network.Piece) publish.Outcome {
	left := len(c.Pieces) - len(c.Receipts) - 1
	switch {
	case c.Look:
		receipt, found, err := o.Network.Find(ctx, o.Access, piece)
		if err != nil || !found {
			return publish.Outcome{Missing: err == nil, Err: err}
		}
		return publish.Outcome{Receipt: &receipt, Left: left}
	case c.Verb == publish.Delete:
		for _, receipt := range slices.Backward(c.Earlier) {
			if err := o.Network.Delete(ctx, o.Access, receipt); err != nil {
				return publish.Outcome{Err: err}
			}
		}
		return publish.Outcome{}
	case c.Verb == publish.Edit:
		receipt, err := o.Network.Edit(ctx, o.Access, c.Earlier[len(c.Receipts)], piece)
		return publish.Outcome{Receipt: &receipt, Left: left, Err: err}
	}
	receipt, err := o.Network.Publish(ctx, o.Access, piece)
	return publish.Outcome{Receipt: &receipt, Left: left, Err: err}
}

// piece is the next post of the thread, ready to go out. The pictures go with the first.
func (r *Runner) piece(ctx context.Context, c publish.Claim, n network.Profile) (network.Piece, error) {
	at := len(c.Receipts)
	if c.Verb == publish.Delete {
		return network.Piece{}, nil
	}
	p := network.Piece{Key: publish.PieceKey(c.Key, at), Text: c.Pieces[at], Lang: c.Lang, At: c.Begun}
	if at > 0 {
		p.Root, p.Parent = &c.Receipts[0], &c.Receipts[at-1]
	}
	if c.Look {
		err := r.Store.Read(ctx, func(tx *store.Tx) (err error) {
			p.Others, err = tx.ReceiptsOf(ctx, c.Account, c.ID, c.Begun.AddDate(0, 0, -1))
			return err
		})
		return p, err
	}
	if at > 0 {
		return p, nil
	}
	for _, image := range c.Images {
		var file []byte
		err := r.Store.Read(ctx, func(tx *store.Tx) (err error) {
			file, _, err = tx.Picture(ctx, image.Digest)
			return err
		})
		if err != nil {
			return p, err
		}
		if sum := sha256.Sum256(file); hex.EncodeToString(sum[:]) != image.Digest {
			return p, &network.Error{Kind: network.Refused, Said: "the picture is not the one that was approved", Err: errors.New(image.Digest)}
		}
		file, fitted, err := r.fit(ctx, file, image, n.ImageMax)
		if err != nil {
			return p, err
		}
		p.Images = append(p.Images, network.Picture{Bytes: file, Type: fitted.Type, Alt: image.Alt, Width: fitted.Width, Height: fitted.Height})
	}
	return p, nil
}

// fit makes a picture small enough for the network, one at a time: an opened picture takes many times its file.
func (r *Runner) fit(ctx context.Context, file []byte, kept post.Image, most int) ([]byte, post.Image, error) {
	if most <= 0 || len(file) <= most {
		return file, kept, nil
	}
	r.fitting.Lock()
	defer r.fitting.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, kept, err // the lease ended while it waited for its turn
	}
	return picture.Fit(file, kept, most)
}

// notSent is a failure before anything was sent: nobody need look whether it is out.
func notSent(err error) error {
	var told *network.Error
	var fit *fault.Fault
	kind, said := network.Away, err.Error()
	switch {
	case errors.As(err, &told):
		if said = told.Said; told.Kind != network.Unknown {
			return err
		}
	case errors.As(err, &fit) && fit.Code == fault.Conflict:
		kind = network.SignedOut // there is no secret
	case errors.As(err, &fit) && fit.Code != fault.Unavailable:
		kind = network.Refused // a picture that is missing, or does not fit
	}
	return &network.Error{Kind: kind, Said: said, Err: err}
}
