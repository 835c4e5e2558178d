package publish

import (
	"context"
	"slices"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/network"
	"rostrum/post"
)

// Claim is a publication that a worker has in hand, with all that it needs to go on.
type Claim struct {
	Publication
	Pieces  []string // the texts of the thread
	Images  []post.Image
	Lang    string
	To      account.Account
	Earlier []network.Receipt // of Edit and Delete: what is out
	Look    bool              // only look whether the next piece is out; nothing may leave
}

// Desk is where publications are claimed: in one transaction, with the outbox locked, one after the other.
type Desk struct {
	Records Queue
	Edition approval.Edition // in force
	Unready error            // why Edition could not be had; then nothing leaves
	Pauses  []Pause          // that hold
	Holder  string           // who claims
	Lease   time.Duration    // for how long
	Keys    *Keys
	Now     time.Time
	Held    int // how many it had wait for a human instead of claiming them; what is behind them may have its turn now

	known facts
}

// Queue is what claiming needs kept.
type Queue interface {
	approval.Records
	Shelf
	BrandAccount(ctx context.Context, id string) (account.Account, error)
	// Guests gives the guests of a request.
	Guests(ctx context.Context, request string) ([]approval.GuestLink, error)
	// HoldUnreadable holds a publication whose row cannot be read.
	HoldUnreadable(ctx context.Context, id, said string) error
	// Recorded gives the ledger's entries of some kinds about a subject, the oldest first.
	Recorded(ctx context.Context, subject string, kinds ...string) ([]ledger.Entry, error)
}

// Claim takes a publication in hand, if it is its turn and it may leave now; otherwise it is left where it is, or held. A
// publication that may be out already is only looked for.
func (d *Desk) Claim(ctx context.Context, id string) (Claim, bool, error) {
	p, err := d.Records.Publication(ctx, id)
	if err != nil {
		d.Held++
		return Claim{}, false, d.Records.HoldUnreadable(ctx, id, err.Error())
	}
	paused := slices.ContainsFunc(d.Pauses, func(h Pause) bool { return h.Holds(p) })
	if paused || !p.Ready(d.Now) {
		return Claim{}, false, nil
	}
	switch p.State {
	case Sending, Unsure:
		if p.Verb == Post {
			return d.look(ctx, p)
		}
		p.State = Scheduled // editing or deleting twice changes nothing
		if p.Hold != "" {
			return Claim{}, false, d.hold(ctx, p, p.Hold, p.Said)
		}
	case Scheduled:
	default:
		return Claim{}, false, nil
	}
	if p.forgotten(d.Now) && p.Verb != Delete {
		return Claim{}, false, d.hold(ctx, p, Overdue, "")
	}
	return d.send(ctx, p)
}

func (d *Desk) hold(ctx context.Context, p Publication, why Hold, said string) error {
	d.Held++
	return hold(ctx, d.Records, p, why, said, d.Now)
}

// look claims a publication whose last step ended without an answer.
func (d *Desk) look(ctx context.Context, p Publication) (Claim, bool, error) {
	if p.forgotten(d.Now) {
		p.Hold = Overdue
	}
	f, err := d.gather(ctx, p)
	if err == nil && (f.Revision.Content.Digest() != p.Digest || len(f.pieces(p)) <= len(p.Receipts)) {
		err = fault.New(fault.Conflict, "What was sent is not what is kept.", "Saugomas ne tas tekstas, kuris buvo siųstas.")
	}
	if err != nil {
		p = p.down()
		p.State, p.Hold, p.Said = Unsure, Unclear, err.Error()
		return Claim{}, false, d.Records.ChangePublication(ctx, p)
	}
	p.State = Unsure
	c, err := d.take(ctx, p, f)
	c.Look = true
	return c, err == nil, err
}

// send claims a publication to go on with it, if it may.
func (d *Desk) send(ctx context.Context, p Publication) (Claim, bool, error) {
	f, err := d.gather(ctx, p)
	if err != nil {
		return Claim{}, false, d.hold(ctx, p, Unclear, err.Error())
	}
	var earlier []network.Receipt
	why := Hold("")
	if len(p.Receipts) >= len(f.pieces(p)) && p.Verb != Delete {
		return Claim{}, false, d.hold(ctx, p, Unclear, "all of it is out")
	}
	if p.Verb == Delete {
		if !f.Account.Speaks() {
			why = NoAccount
		}
	} else {
		why, _ = f.Gate(p, d.Now)
	}
	if p.Verb != Post && why == "" {
		earlier, why, err = d.earlier(ctx, p, f)
	}
	if err != nil {
		why, p.Said = Unclear, err.Error()
	}
	if why != "" {
		return Claim{}, false, d.hold(ctx, p, why, p.Said)
	}
	p.State, p.Policy = Sending, f.Edition.Digest
	if p.Key == "" {
		p.Key = d.Keys.Next(d.Now)
	}
	if p.Begun.IsZero() {
		p.Begun = d.Now
	}
	c, err := d.take(ctx, p, f)
	c.Earlier = earlier
	return c, err == nil, err
}

// earlier gives what is out and is to be edited or taken down.
func (d *Desk) earlier(ctx context.Context, p Publication, f Facts) ([]network.Receipt, Hold, error) {
	was, err := d.Records.Publication(ctx, p.Of)
	if err != nil {
		return nil, "", err
	}
	if was.Account != p.Account || was.Post != p.Post || len(was.Receipts) == 0 {
		return nil, Unclear, nil
	}
	if p.Verb == Edit && (!f.Edition.Networks[p.Network].Edits || len(was.Receipts) != len(f.pieces(p)) || was.State != Sent) {
		return nil, NoEdits, nil
	}
	return was.Receipts, "", nil
}

// take puts the publication into the worker's hands until the lease ends.
func (d *Desk) take(ctx context.Context, p Publication, f Facts) (Claim, error) {
	p.Holder, p.Lease = d.Holder, d.Now.Add(d.Lease)
	if err := d.Records.ChangePublication(ctx, p); err != nil {
		return Claim{}, err
	}
	p.Version++
	return Claim{Publication: p, Pieces: f.pieces(p), Images: f.Revision.Content.Images, Lang: f.Revision.Content.Lang, To: f.Account}, nil
}
