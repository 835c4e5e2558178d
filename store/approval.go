package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/approval"
	"rostrum/fault"
)

const requestColumns = `id, post, revision, digest, policy, verdict, decision, author, writers, state, due, asked, decided, version`

func noRequest() error {
	return fault.New(fault.NotFound, "Nobody is asked about this, or not any more.", "Dėl to nieko neklausiama arba jau nebeklausiama.")
}

func scanRequest(row scanner) (approval.Request, error) {
	var r approval.Request
	var verdict, decision, writers string
	var due, asked, decided int64
	err := row.Scan(&r.ID, &r.Post, &r.Revision, &r.Digest, &r.Policy, &verdict, &decision, &r.Author, &writers, &r.State, &due, &asked, &decided, &r.Version)
	if err != nil {
		return r, err
	}
	r.Due, r.Asked, r.Decided = fromMicros(due), fromMicros(asked), fromMicros(decided)
	if err := r.Verdict.UnmarshalText([]byte(verdict)); err != nil {
		return r, err
	}
	if err := fromJSON(decision, &r.Decision); err != nil {
		return r, err
	}
	return r, fromJSON(writers, &r.Writers)
}

// Request gives the request with the id, its steps and its votes.
func (tx *Tx) Request(ctx context.Context, id string) (approval.Request, error) {
	r, err := one(ctx, tx, noRequest(), scanRequest, `SELECT `+requestColumns+` FROM approval_request WHERE id = $1`, id)
	if err != nil {
		return r, err
	}
	return tx.withSteps(ctx, r)
}

// RequestToChange gives the request as it is now. Its row is held until the transaction ends, so that two votes at once are
// taken one after the other.
func (tx *Tx) RequestToChange(ctx context.Context, id string) (approval.Request, error) {
	r, err := one(ctx, tx, noRequest(), scanRequest, `UPDATE approval_request SET version = version WHERE id = $1 RETURNING `+requestColumns, id)
	if err != nil {
		return r, err
	}
	return tx.withSteps(ctx, r)
}

// LastRequest gives the latest request about a post.
func (tx *Tx) LastRequest(ctx context.Context, post string) (approval.Request, error) {
	r, err := one(ctx, tx, noRequest(), scanRequest, `SELECT `+requestColumns+` FROM approval_request WHERE post = $1
		ORDER BY asked DESC, id DESC LIMIT 1`, post)
	if err != nil {
		return r, err
	}
	return tx.withSteps(ctx, r)
}

// RequestsOf gives all requests about a post, the latest first.
func (tx *Tx) RequestsOf(ctx context.Context, post string) ([]approval.Request, error) {
	all, err := many(ctx, tx, scanRequest, `SELECT `+requestColumns+` FROM approval_request WHERE post = $1 ORDER BY asked DESC, id DESC`, post)
	for i := range all {
		if all[i], err = tx.withSteps(ctx, all[i]); err != nil {
			return nil, err
		}
	}
	return all, err
}

func (tx *Tx) withSteps(ctx context.Context, r approval.Request) (approval.Request, error) {
	var err error
	r.Steps, err = many(ctx, tx, func(row scanner) (approval.Step, error) {
		var s approval.Step
		var clauses, who string
		if err := row.Scan(&s.ID, &s.Order, &s.Kind, &clauses, &s.Team, &s.Account, &s.All, &who); err != nil {
			return s, err
		}
		if err := fromJSON(clauses, &s.Clauses); err != nil {
			return s, err
		}
		return s, fromJSON(who, &s.Who)
	}, `SELECT id, turn, kind, clauses, team, account, everybody, who FROM approval_step WHERE request = $1 ORDER BY place`, r.ID)
	if err != nil {
		return r, err
	}
	votes, err := many(ctx, tx, func(row scanner) (approval.Vote, error) {
		var v approval.Vote
		var at int64
		err := row.Scan(&v.Step, &v.Person, &v.For, &v.Choice, &v.Reason, &at)
		v.At = fromMicros(at)
		return v, err
	}, `SELECT step, person, stood_for, choice, reason, at FROM approval_vote WHERE request = $1 ORDER BY place`, r.ID)
	for _, v := range votes {
		if i := slices.IndexFunc(r.Steps, func(s approval.Step) bool { return s.ID == v.Step }); i >= 0 {
			r.Steps[i].Votes = append(r.Steps[i].Votes, v)
		}
	}
	return r, err
}

// AddRequest keeps a new request and its steps.
func (tx *Tx) AddRequest(ctx context.Context, r approval.Request) error {
	decision, err := inJSON(r.Decision)
	if err != nil {
		return err
	}
	writers, err := inJSON(r.Writers)
	if err != nil {
		return err
	}
	err = tx.exec(ctx, `INSERT INTO approval_request (`+requestColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		r.ID, r.Post, r.Revision, r.Digest, r.Policy, r.Verdict.String(), decision, r.Author, writers, string(r.State),
		micros(r.Due), micros(r.Asked), micros(r.Decided), r.Version)
	if err != nil {
		return err
	}
	for i, s := range r.Steps {
		if err := tx.addStep(ctx, r.ID, i, s); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) addStep(ctx context.Context, request string, place int, s approval.Step) error {
	clauses, err := inJSON(s.Clauses)
	if err != nil {
		return err
	}
	who, err := inJSON(s.Who)
	if err != nil {
		return err
	}
	err = tx.exec(ctx, `INSERT INTO approval_step (id, request, place, turn, kind, clauses, team, account, everybody, who)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, s.ID, request, place, s.Order, string(s.Kind), clauses, s.Team, s.Account, s.All, who)
	if err != nil || s.Kind == approval.Guest {
		return err
	}
	for _, id := range s.Who {
		if err := tx.exec(ctx, `INSERT INTO approval_asked (person, request) VALUES ($1, $2) ON CONFLICT (person, request) DO NOTHING`, id, request); err != nil {
			return err
		}
	}
	return nil
}

// ChangeRequest keeps a request's new state, if nobody changed it since r was read. Once it is decided it asks nobody.
func (tx *Tx) ChangeRequest(ctx context.Context, r approval.Request) error {
	err := tx.change(ctx, fault.New(fault.Conflict, "Somebody else decided at the same moment. Look at it again.",
		"Tuo pat metu sprendimą priėmė kitas. Pažiūrėkite iš naujo."),
		`UPDATE approval_request SET state = $1, decided = $2, version = version + 1 WHERE id = $3 AND version = $4`,
		string(r.State), micros(r.Decided), r.ID, r.Version)
	if err != nil || r.State == approval.Open {
		return err
	}
	return tx.exec(ctx, `DELETE FROM approval_asked WHERE request = $1`, r.ID)
}

// AddVote keeps what somebody said.
func (tx *Tx) AddVote(ctx context.Context, request string, v approval.Vote) error {
	return tx.exec(ctx, `INSERT INTO approval_vote (request, place, step, person, stood_for, choice, reason, at)
		SELECT $1, count(*), $2, $3, $4, $5, $6, $7 FROM approval_vote WHERE request = $1`,
		request, v.Step, v.Person, v.For, string(v.Choice), v.Reason, micros(v.At))
}

// RequestPlace is where a page of open requests ends that has r as its last.
func RequestPlace(r approval.Request) string { return fmt.Sprintf("%d.%s", micros(r.Due), r.ID) }

// RequestsAsking gives up to limit open requests that ask somebody, of the given people, the earliest due first; those
// without a time come last. It goes on after a place, see [RequestPlace]; empty is the beginning.
func (tx *Tx) RequestsAsking(ctx context.Context, people []string, after string, limit int) ([]approval.Request, error) {
	if len(people) == 0 {
		return nil, nil
	}
	args := anys(people)
	where := ` AND id IN (SELECT request FROM approval_asked WHERE person IN (` + places(2, len(people)) + `))`
	if after != "" {
		at, id, ok := strings.Cut(after, ".")
		due, err := strconv.ParseInt(at, 10, 64)
		if err != nil || !ok {
			return nil, fault.New(fault.Invalid, "This page of the list does not exist. Begin at the first.", "Tokio sąrašo puslapio nėra. Pradėkite nuo pirmojo.")
		}
		from, last := "$"+strconv.Itoa(len(args)+2), "$"+strconv.Itoa(len(args)+3)
		if args = append(args, due, id); due == 0 {
			where += ` AND due = ` + from + ` AND id > ` + last
		} else {
			where += ` AND (due = 0 OR (due, id) > (` + from + `, ` + last + `))`
		}
	}
	return tx.openRequests(ctx, where, limit, args...)
}

// OpenRequests gives up to limit open requests, in the same order.
func (tx *Tx) OpenRequests(ctx context.Context, limit int) ([]approval.Request, error) {
	return tx.openRequests(ctx, ``, limit)
}

func (tx *Tx) openRequests(ctx context.Context, where string, limit int, args ...any) ([]approval.Request, error) {
	all, err := many(ctx, tx, scanRequest, `SELECT `+requestColumns+` FROM approval_request WHERE state = 'open'`+where+`
		ORDER BY CASE WHEN due = 0 THEN 1 ELSE 0 END, due, id LIMIT $1`, append([]any{limit}, args...)...)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if all[i], err = tx.withSteps(ctx, all[i]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// RequestsVoted gives the requests on which somebody voted last, up to limit.
func (tx *Tx) RequestsVoted(ctx context.Context, person string, limit int) ([]approval.Request, error) {
	all, err := many(ctx, tx, scanRequest, `SELECT `+requestColumns+` FROM approval_request WHERE id IN
		(SELECT request FROM approval_vote WHERE person = $1 ORDER BY at DESC LIMIT 200) ORDER BY asked DESC, id DESC LIMIT $2`, person, limit)
	for i := range all {
		if all[i], err = tx.withSteps(ctx, all[i]); err != nil {
			return nil, err
		}
	}
	return all, err
}

// Later puts a job into the transaction, to be worked on after it commits and not before at.
func (tx *Tx) Later(ctx context.Context, job interface{ Kind() string }, at time.Time) error {
	return tx.Enqueue(ctx, job, at)
}
