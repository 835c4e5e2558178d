package publish

import "context"

// Record takes in what came of a step with a claimed publication. What another worker has taken over meanwhile is left to
// that one.
func (d *Desk) Record(ctx context.Context, id string, o Outcome) error {
	p, err := d.Records.Publication(ctx, id)
	if err != nil || p.Holder != d.Holder || p.State != Sending && p.State != Unsure {
		return err
	}
	p, kind := p.After(o, d.Now)
	if err := d.Records.ChangePublication(ctx, p); err != nil || kind == "" {
		return err
	}
	if err := tell(ctx, d.Records, Rostrum, kind, p, d.Now, p.told()); err != nil {
		return err
	}
	if p.State == Sent && p.Verb == Delete {
		return d.takenDown(ctx, p)
	}
	return nil
}

// takenDown notes of what was out that it is no longer.
func (d *Desk) takenDown(ctx context.Context, p Publication) error {
	all, err := d.Records.PublicationsOf(ctx, p.Post)
	if err != nil {
		return err
	}
	for _, was := range all {
		if was.Account != p.Account || was.Verb == Delete || was.Created.After(p.Created) || len(was.Receipts) == 0 {
			continue
		}
		was.State, was.Hold = Deleted, ""
		if err := d.Records.ChangePublication(ctx, was); err != nil {
			return err
		}
	}
	return nil
}
