package api

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Publication is one revision on its way to one account.
type Publication struct {
	ID       string     `json:"id"`
	Post     string     `json:"post"`
	Revision int        `json:"revision"`
	Digest   string     `json:"digest"`
	Request  string     `json:"request" doc:"The decision that lets it go."`
	Account  string     `json:"account"`
	Handle   string     `json:"handle" doc:"Of the account."`
	Network  string     `json:"network"`
	Topic    string     `json:"topic,omitempty"`
	Author   string     `json:"author"`
	Verb     string     `json:"verb" enum:"post,edit,delete" doc:"What is done at the network."`
	Of       string     `json:"of,omitempty" doc:"Of an edit or a taking down: the publication that is out."`
	State    string     `json:"state" enum:"scheduled,held,sending,unsure,sent,failed,cancelled,deleted" doc:"Nothing is called sent that the network did not confirm. unsure: it may be out, and is being looked for."`
	Hold     string     `json:"hold,omitempty" enum:"late,overdue,policy,standing,account,decision,rule,limit,refused,away,quiet,no_edits,error" doc:"Why it waits for a person's word, or failed."`
	Due      *time.Time `json:"due,omitempty"`
	URLs     []string   `json:"urls" nullable:"false" doc:"Where people read it: the posts of the thread that are out."`
	Said     string     `json:"said,omitempty" doc:"The network's own words about the last failure."`
	Sent     *time.Time `json:"sent,omitempty"`
	Policy   string     `json:"policy,omitempty" doc:"The digest of the version that was in force when it left."`
	Created  *time.Time `json:"created,omitempty"`
}

func publicationsOut(ctx context.Context, tx *store.Tx, all ...publish.Publication) ([]Publication, error) {
	accounts := make([]string, len(all))
	for i, p := range all {
		accounts[i] = p.Account
	}
	slices.Sort(accounts)
	handles, err := tx.NamesOf(ctx, slices.Compact(accounts))
	out := make([]Publication, len(all))
	for i, p := range all {
		out[i] = Publication{p.ID, p.Post, p.Revision, p.Digest, p.Request, p.Account, handles[p.Account], p.Network, p.Topic, p.Author, string(p.Verb), p.Of,
			string(p.State), string(p.Hold), moment(p.Due), make([]string, len(p.Receipts)), p.Said, moment(p.Sent), p.Policy, moment(p.Created)}
		for k, r := range p.Receipts {
			out[i].URLs[k] = r.URL
		}
	}
	return out, err
}

func publicationAnswered(ctx context.Context, tx *store.Tx, p publish.Publication) (*publicationAnswer, error) {
	out, err := publicationsOut(ctx, tx, p)
	return &publicationAnswer{etag(p.Version), out[0]}, err
}

type publicationAnswer struct {
	ETag string `header:"ETag"`
	Body Publication
}

func (s *Server) publicationOperations(a huma.API) {
	offer(s, a, getting("list-publications", "/publications", signin.PostRead, "publications", "List publications by the time at which they are due", "Publikacijų sąrašas pagal numatytą laiką"), s.publications)
	offer(s, a, getting("get-publication", "/publications/{id}", signin.PostRead, "publications", "Get one publication", "Viena publikacija"), s.publication)
	offer(s, a, posting("move-publication", "/publications/{id}/move", signin.PostWrite, "publications", "Give a publication another time", "Pakeisti publikacijos laiką"), s.movePublication)
	offer(s, a, posting("release-publication", "/publications/{id}/release", signin.PostWrite, "publications", "Let a publication go out that was held, or failed", "Leisti skelbti sulaikytą ar nepavykusią publikaciją"), s.releasePublication)
	offer(s, a, posting("cancel-publication", "/publications/{id}/cancel", signin.PostWrite, "publications", "Take a publication back before it goes", "Atšaukti dar nepaskelbtą publikaciją"), s.cancelPublication)
	offer(s, a, posting("replace-publication", "/publications/{id}/replace", signin.PostWrite, "publications", "Take down what is out and post the new text, where the network cannot edit", "Pašalinti paskelbtą įrašą ir paskelbti naują tekstą, kai tinkle keisti negalima"), s.replacePublication)
	offer(s, a, posting("take-down-publication", "/publications/{id}/take-down", signin.TakeDown, "publications", "Take down what is out; a program is asked for no fresh proof, so its token needs this scope", "Pašalinti tai, kas paskelbta; iš programos naujo tapatybės patvirtinimo neprašoma, todėl žetonui reikia šios srities"), s.takeDownPublication)
}

type publicationsQuestion struct {
	Paged
	State   string    `query:"state" enum:"scheduled,held,sending,unsure,sent,failed,cancelled,deleted"`
	Account string    `query:"account" maxLength:"300" doc:"An id or a handle."`
	Post    string    `query:"post" maxLength:"40" doc:"All of one post, on one page."`
	From    time.Time `query:"from" doc:"Due from this moment."`
	To      time.Time `query:"to" doc:"Due before this moment."`
}

type publicationsAnswer struct {
	Body struct {
		Items []Publication `json:"items" nullable:"false"`
		Next  string        `json:"next,omitempty" doc:"The cursor of the next page; absent on the last."`
	}
}

func (s *Server) publications(ctx context.Context, c *call, in *publicationsQuestion) (*publicationsAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil {
		return nil, err
	}
	filter, err := in.filter()
	if err != nil {
		return nil, err
	}
	out := &publicationsAnswer{}
	err = s.Store.Read(ctx, func(tx *store.Tx) error {
		found, err := in.find(ctx, tx, filter)
		if err != nil {
			return err
		}
		if in.Post == "" && len(found) > in.Limit {
			found = found[:in.Limit]
			last := found[in.Limit-1]
			out.Body.Next = cursor(strconv.FormatInt(last.Due.UnixMicro(), 10) + "." + last.ID)
		}
		out.Body.Items, err = publicationsOut(ctx, tx, found...)
		return err
	})
	return out, err
}

// find gives what is asked for, and one more where another page follows.
func (q *publicationsQuestion) find(ctx context.Context, tx *store.Tx, filter store.PublicationFilter) ([]publish.Publication, error) {
	if q.Account != "" {
		ids, err := accountIDs(ctx, tx, []string{q.Account}, "account")
		if err != nil {
			return nil, err
		}
		filter.Account = ids[0]
	}
	if q.Post == "" {
		return tx.Publications(ctx, filter, q.Limit+1)
	}
	all, err := tx.PublicationsOf(ctx, q.Post)
	return slices.DeleteFunc(all, func(p publish.Publication) bool {
		return filter.Account != "" && p.Account != filter.Account || q.State != "" && string(p.State) != q.State ||
			!q.From.IsZero() && p.Due.Before(q.From) || !q.To.IsZero() && !p.Due.Before(q.To)
	}), err
}

func (q *publicationsQuestion) filter() (store.PublicationFilter, error) {
	f := store.PublicationFilter{From: q.From, To: q.To}
	if q.State != "" {
		f.States = []publish.State{publish.State(q.State)}
	}
	after, err := q.place()
	if err != nil || after == "" {
		return f, err
	}
	due, id, ok := strings.Cut(after, ".")
	micros, err := strconv.ParseInt(due, 10, 64)
	if err != nil || !ok || id == "" {
		return f, wrongCursor()
	}
	f.After.Due, f.After.ID = time.UnixMicro(micros), id
	return f, nil
}

// PublicationID names a publication.
type PublicationID struct {
	ID string `path:"id" maxLength:"40"`
}

func (s *Server) publication(ctx context.Context, c *call, in *PublicationID) (*publicationAnswer, error) {
	if err := staff.May(c.who, staff.SeePosts); err != nil {
		return nil, err
	}
	var out *publicationAnswer
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		p, err := tx.Publication(ctx, in.ID)
		if err != nil {
			return err
		}
		out, err = publicationAnswered(ctx, tx, p)
		return err
	})
	return out, err
}
