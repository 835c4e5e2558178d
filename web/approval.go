package web

import (
	"net/url"
	"slices"
	"time"

	"rostrum/approval"
	"rostrum/staff"
	"rostrum/store"
)

// approvalsPage is the queue of what waits for the visitor's yes, the earliest due first.
type approvalsPage struct {
	Page
	Yours    []approvalLine // it is the visitor's turn
	Later    []approvalLine // others are asked first, or still are
	Decided  []approvalLine // on which the visitor voted lately
	StandsIn []string       // names of those for whom the visitor stands in
	Votes    bool           // the visitor is among those who may be asked
	Next     string         // where the list goes on
	after    string         // where it goes on here; empty: it begins
}

// approvalLine is a request in a list.
type approvalLine struct {
	approval.Request
	Start, By string
	Accounts  []string
	For       string // whom the visitor stands in for here
	Late      bool
	Said      approval.Choice // what the visitor said
}

// How many requests a page of the queue shows, and of how many decided ones it reminds.
const (
	approvalsShown = 100
	decidedShown   = 10
)

func (s *Server) approvals(v *visit) error {
	page := approvalsPage{Page: s.page(v, "approval.title"), Votes: staff.May(v.who, staff.VotePosts) == nil}
	page.Lead, page.after = s.words.T(v.lang, "approval.lead"), v.r.URL.Query().Get("after")
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error { return s.fillApprovals(v, tx, &page) })
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "approval/queue", &page)
	return nil
}

func (s *Server) fillApprovals(v *visit, tx *store.Tx, page *approvalsPage) error {
	seats, names, err := s.seatsOf(v, tx)
	if err != nil {
		return err
	}
	for _, id := range seats[1:] {
		page.StandsIn = append(page.StandsIn, names[id])
	}
	open, err := tx.RequestsAsking(v.ctx, seats, page.after, approvalsShown+1)
	if err != nil {
		return err
	}
	if len(open) > approvalsShown {
		open = open[:approvalsShown]
		page.Next = "/approvals?after=" + url.QueryEscape(store.RequestPlace(open[approvalsShown-1]))
	}
	for _, req := range open {
		line, err := s.approvalLine(v, tx, req, names)
		if err != nil {
			return err
		}
		seat, now := turnOf(req, seats)
		switch {
		case slices.Contains(req.Writers, v.who.ID):
		case now:
			if seat != v.who.ID {
				line.For = names[seat]
			}
			page.Yours = append(page.Yours, line)
		case req.AsksOf(v.who.ID):
			page.Later = append(page.Later, line)
		}
	}
	if page.after != "" {
		return nil
	}
	voted, err := tx.RequestsVoted(v.ctx, v.who.ID, decidedShown)
	if err != nil {
		return err
	}
	for _, req := range voted {
		if req.State == approval.Open {
			continue
		}
		line, err := s.approvalLine(v, tx, req, names)
		if err != nil {
			return err
		}
		page.Decided = append(page.Decided, line)
	}
	return nil
}

// seatsOf gives the visitor and those for whom the visitor stands in now, with the names of these.
func (s *Server) seatsOf(v *visit, tx *store.Tx) ([]string, map[string]string, error) {
	seats, names := []string{v.who.ID}, map[string]string{}
	away, err := tx.StandsInFor(v.ctx, v.who.ID, v.now)
	if err != nil {
		return nil, nil, err
	}
	for _, d := range away {
		if !slices.Contains(seats, d.Person) {
			seats = append(seats, d.Person)
		}
	}
	return seats, names, s.names(v, tx, names, seats...)
}

// turnOf tells whether a request asks for a yes of one of the seats at present, and of which.
func turnOf(req approval.Request, seats []string) (seat string, now bool) {
	waiting := req.Waiting()
	for _, id := range seats {
		if slices.Contains(waiting, id) {
			return id, true
		}
	}
	return "", false
}

func (s *Server) approvalLine(v *visit, tx *store.Tx, req approval.Request, names map[string]string) (approvalLine, error) {
	line := approvalLine{Request: req, Late: late(req, v.now)}
	revision, err := tx.Revision(v.ctx, req.Post, req.Revision)
	if err != nil {
		return line, err
	}
	if err := s.names(v, tx, names, req.Author); err != nil {
		return line, err
	}
	line.Start, line.By = firstWords(revision.Content.Text), names[req.Author]
	accounts, err := tx.BrandAccounts(v.ctx)
	for _, a := range accounts {
		if slices.Contains(revision.Content.Accounts, a.ID) {
			line.Accounts = append(line.Accounts, a.Handle)
		}
	}
	for _, vote := range req.VotesOf(v.who.ID) {
		line.Said = vote.Choice
	}
	return line, err
}

func late(req approval.Request, now time.Time) bool {
	return req.State == approval.Open && !req.Due.IsZero() && req.Due.Before(now)
}

// approvalTodos tells those who vote what waits for them.
func (s *Server) approvalTodos(v *visit, tx *store.Tx) ([]Todo, error) {
	if staff.May(v.who, staff.VotePosts) != nil {
		return nil, nil
	}
	var page approvalsPage
	seats, names, err := s.seatsOf(v, tx)
	if err != nil {
		return nil, err
	}
	open, err := tx.RequestsAsking(v.ctx, seats, "", approvalsShown)
	if err != nil {
		return nil, err
	}
	for _, req := range open {
		if _, now := turnOf(req, seats); !now || slices.Contains(req.Writers, v.who.ID) {
			continue
		}
		line, err := s.approvalLine(v, tx, req, names)
		if err != nil {
			return nil, err
		}
		page.Yours = append(page.Yours, line)
	}
	const named = 3
	var todos []Todo
	for _, line := range page.Yours[:min(named, len(page.Yours))] {
		todos = append(todos, Todo{Icon: "eye", Text: s.words.T(v.lang, "approval.todo", "by", line.By, "start", line.Start), Href: "/approvals/" + line.ID, Due: line.Due})
	}
	if more := len(page.Yours) - named; more > 0 {
		todos = append(todos, Todo{Icon: "eye", Text: s.words.T(v.lang, "approval.todo_more", "n", more), Href: "/approvals"})
	}
	return todos, nil
}
