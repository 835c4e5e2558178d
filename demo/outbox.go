package demo

import (
	"context"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/network"
	"rostrum/publish"
	"rostrum/store"
)

// shelf is a transaction of the past: letters and reminders of back then are not written now.
type shelf struct {
	*store.Tx
	now time.Time
}

// Later keeps what is still to come.
func (s shelf) Later(ctx context.Context, job interface{ Kind() string }, at time.Time) error {
	if at.Before(s.now) {
		return nil
	}
	return s.Tx.Later(ctx, job, at)
}

func (y *year) shelf(tx *store.Tx) shelf { return shelf{tx, y.now} }

// judging is the policy in force at a moment, as decisions about posts use it.
func (y *year) judging(ctx context.Context, tx *store.Tx, at time.Time) (approval.Edition, error) {
	e, err := y.edition(ctx, tx, at)
	if err != nil {
		return approval.Edition{}, err
	}
	simulated := y.Simulator.Past(at).Profile()
	return approval.Edition{Digest: e.Version.Digest, Policy: e.Policy, Checker: y.loaded[e.Version.Digest].checker,
		Networks: map[string]network.Profile{simulated.ID: simulated}}, nil
}

// deliver brings what is due to the network, as the outbox does.
func (y *year) deliver(ctx context.Context, tx *store.Tx, at time.Time) error {
	if err := tx.LockOutbox(ctx); err != nil {
		return err
	}
	edition, err := y.judging(ctx, tx, at)
	if err != nil {
		return err
	}
	pauses, err := tx.Pauses(ctx)
	if err != nil {
		return err
	}
	desk := publish.Desk{Records: y.shelf(tx), Edition: edition, Pauses: pauses, Holder: "demo", Lease: publish.LeaseTime, Keys: y.keys, Now: at}
	for moved := true; moved; {
		heads, err := tx.LaneHeads(ctx, at)
		if err != nil {
			return err
		}
		moved = false
		for _, id := range heads {
			claim, ok, err := desk.Claim(ctx, id)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			outcome, err := y.send(ctx, tx, claim, at)
			if err != nil {
				return err
			}
			if err := desk.Record(ctx, claim.ID, outcome); err != nil {
				return err
			}
			moved = true
		}
	}
	return nil
}

// send takes the next step of a claim at the network.
func (y *year) send(ctx context.Context, tx *store.Tx, c publish.Claim, at time.Time) (publish.Outcome, error) {
	access, err := y.access(ctx, tx, c.Account)
	if err != nil {
		return publish.Outcome{}, err
	}
	net := y.Simulator.Past(at)
	if c.Verb == publish.Delete {
		for _, receipt := range c.Earlier {
			if err := net.Delete(ctx, access, receipt); err != nil {
				return publish.Outcome{}, err
			}
		}
		return publish.Outcome{}, nil
	}
	place := len(c.Receipts)
	piece := network.Piece{Key: publish.PieceKey(c.Key, place), Text: c.Pieces[place], Lang: c.Lang, At: c.Begun}
	if place > 0 {
		piece.Root, piece.Parent = &c.Receipts[0], &c.Receipts[place-1]
	} else if piece.Images, err = y.images(ctx, tx, c); err != nil {
		return publish.Outcome{}, err
	}
	var receipt network.Receipt
	if c.Verb == publish.Edit {
		receipt, err = net.Edit(ctx, access, c.Earlier[place], piece)
	} else {
		receipt, err = net.Publish(ctx, access, piece)
	}
	return publish.Outcome{Receipt: &receipt, Left: len(c.Pieces) - place - 1}, err
}

func (y *year) images(ctx context.Context, tx *store.Tx, c publish.Claim) ([]network.Picture, error) {
	var all []network.Picture
	for _, i := range c.Images {
		file, kind, err := tx.Picture(ctx, i.Digest)
		if err != nil {
			return nil, err
		}
		all = append(all, network.Picture{Bytes: file, Type: kind, Alt: i.Alt, Width: i.Width, Height: i.Height})
	}
	return all, nil
}

// access opens the secret of an account.
func (y *year) access(ctx context.Context, tx *store.Tx, id string) (network.Access, error) {
	a, err := tx.BrandAccount(ctx, id)
	if err != nil {
		return network.Access{}, err
	}
	sealed, _, err := tx.AccountSecret(ctx, id)
	if err != nil {
		return network.Access{}, err
	}
	secret, err := y.Sealer.Open(sealed, account.Row(id))
	return network.Access{Server: a.Server, ID: a.Remote, Handle: a.Handle, Secret: secret}, err
}
