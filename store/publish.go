package store

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/network"
	"rostrum/publish"
)

const publicationColumns = `id, post, revision, digest, request, account, network, topic, author, verb, earlier, state, hold, due, tid, begun,
	receipts, said, tries, again, lease, holder, sent, policy, released, version, created`

func noPublication() error {
	return fault.New(fault.NotFound, "There is no such publication.", "Tokios publikacijos nėra.")
}

func scanPublication(row scanner) (publish.Publication, error) {
	var p publish.Publication
	var receipts string
	var due, begun, again, lease, sent, released, created int64
	if err := row.Scan(&p.ID, &p.Post, &p.Revision, &p.Digest, &p.Request, &p.Account, &p.Network, &p.Topic, &p.Author, &p.Verb, &p.Of,
		&p.State, &p.Hold, &due, &p.Key, &begun, &receipts, &p.Said, &p.Tries, &again, &lease, &p.Holder, &sent, &p.Policy, &released,
		&p.Version, &created); err != nil {
		return p, err
	}
	p.Due, p.Begun, p.Again, p.Lease = fromMicros(due), fromMicros(begun), fromMicros(again), fromMicros(lease)
	p.Sent, p.Released, p.Created = fromMicros(sent), fromMicros(released), fromMicros(created)
	return p, fromJSON(receipts, &p.Receipts)
}

// LockOutbox lets nobody else claim, change or pause publications until the transaction ends.
func (tx *Tx) LockOutbox(ctx context.Context) error {
	return tx.exec(ctx, `UPDATE outbox SET turn = turn + 1 WHERE id = 1`)
}

// Publication gives the publication with the id, or a fault NotFound.
func (tx *Tx) Publication(ctx context.Context, id string) (publish.Publication, error) {
	return one(ctx, tx, noPublication(), scanPublication, `SELECT `+publicationColumns+` FROM publication WHERE id = $1`, id)
}

// AddPublication puts a publication into the outbox.
func (tx *Tx) AddPublication(ctx context.Context, p publish.Publication) error {
	receipts, err := inJSON(p.Receipts)
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO publication (`+publicationColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
		$14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, 1, $26)`,
		p.ID, p.Post, p.Revision, p.Digest, p.Request, p.Account, p.Network, p.Topic, p.Author, string(p.Verb), p.Of, string(p.State),
		string(p.Hold), micros(p.Due), p.Key, micros(p.Begun), receipts, p.Said, p.Tries, micros(p.Again), micros(p.Lease), p.Holder,
		micros(p.Sent), p.Policy, micros(p.Released), micros(p.Created))
}

// ChangePublication keeps where a publication stands now, if nobody changed it since p was read. What it is about never
// changes.
func (tx *Tx) ChangePublication(ctx context.Context, p publish.Publication) error {
	receipts, err := inJSON(p.Receipts)
	if err != nil {
		return err
	}
	return tx.change(ctx, publish.Conflict(), `UPDATE publication SET verb = $1, earlier = $2, state = $3, hold = $4, due = $5, tid = $6,
		begun = $7, receipts = $8, said = $9, tries = $10, again = $11, lease = $12, holder = $13, sent = $14, policy = $15, released = $16,
		version = version + 1 WHERE id = $17 AND version = $18`,
		string(p.Verb), p.Of, string(p.State), string(p.Hold), micros(p.Due), p.Key, micros(p.Begun), receipts, p.Said, p.Tries,
		micros(p.Again), micros(p.Lease), p.Holder, micros(p.Sent), p.Policy, micros(p.Released), p.ID, p.Version)
}

// PublicationsOf gives all publications of a post, the oldest first.
func (tx *Tx) PublicationsOf(ctx context.Context, post string) ([]publish.Publication, error) {
	return many(ctx, tx, scanPublication, `SELECT `+publicationColumns+` FROM publication WHERE post = $1 ORDER BY id`, post)
}

// ReceiptsOf gives what is out, or was, on an account by publications that were due since a moment, without one of them.
func (tx *Tx) ReceiptsOf(ctx context.Context, account, without string, since time.Time) ([]network.Receipt, error) {
	found, err := many(ctx, tx, func(row scanner) (out []network.Receipt, err error) {
		var receipts string
		if err := row.Scan(&receipts); err != nil {
			return nil, err
		}
		return out, fromJSON(receipts, &out)
	}, `SELECT receipts FROM publication WHERE state IN ('scheduled', 'held', 'sending', 'unsure', 'sent', 'failed', 'deleted') AND account = $1
		AND due >= $2 AND id <> $3 AND begun <> 0`, account, micros(since), without)
	return slices.Concat(found...), err
}

// PublicationFilter narrows publications down; empty fields do not.
type PublicationFilter struct {
	States   []publish.State
	Account  string
	From, To time.Time // due from the one, before the other
	After    publish.Publication
}

// Publications gives up to limit publications by the time at which they are due, those after f.After.
func (tx *Tx) Publications(ctx context.Context, f PublicationFilter, limit int) ([]publish.Publication, error) {
	var args []any
	place := func(v any) string {
		args = append(args, v)
		return "$" + strconv.Itoa(len(args))
	}
	where := []string{"1 = 1"}
	if len(f.States) > 0 {
		var states []string
		for _, s := range f.States {
			states = append(states, place(string(s)))
		}
		where = append(where, "state IN ("+strings.Join(states, ", ")+")")
	}
	if f.Account != "" {
		where = append(where, "account = "+place(f.Account))
	}
	if !f.From.IsZero() {
		where = append(where, "due >= "+place(micros(f.From)))
	}
	if !f.To.IsZero() {
		where = append(where, "due < "+place(micros(f.To)))
	}
	if f.After.ID != "" {
		where = append(where, "(due, id) > ("+place(micros(f.After.Due))+", "+place(f.After.ID)+")")
	}
	return many(ctx, tx, scanPublication, `SELECT `+publicationColumns+` FROM publication WHERE `+strings.Join(where, " AND ")+
		` ORDER BY due, id LIMIT `+place(limit), args...)
}

// CountPublications counts the publications in a state.
func (tx *Tx) CountPublications(ctx context.Context, s publish.State) (int, error) {
	return tx.count(ctx, `SELECT count(*) FROM publication WHERE state = $1`, string(s))
}
