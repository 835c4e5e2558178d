package web

import (
	"net/http"
	"slices"

	"rostrum/approval"
	"rostrum/fault"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// approvalPage is one post that is asked about: how it will look, what was found, who else is asked, and the vote.
type approvalPage struct {
	Page
	Form
	sight
	Turn    bool   // the visitor may say yes now
	Stop    bool   // the visitor may say no, or ask for changes
	For     string // the name of whoever the visitor stands in for
	Own     bool   // the visitor had a hand in it
	Mine    approval.Choice
	MaySay  bool
	Address string // where forms go
	Before  int    // the revision that Changes are told from; 0: none
	Changes []postChange
	Judged  []judged
	Next    *approvalLine // what waits for the visitor besides
}

func (s *Server) approvalRequest(v *visit) error { return s.showApproval(v, http.StatusOK, Form{}) }

func (s *Server) showApproval(v *visit, status int, form Form) error {
	page := approvalPage{Form: form}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error { return s.fillApproval(v, tx, &page) })
	if err != nil {
		return err
	}
	page.Page = s.page(v, "")
	page.Title = page.Start
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "approval.title"), Href: "/approvals"}}
	s.render.Render(v.w, v.r, status, "approval/request", &page)
	return nil
}

func (s *Server) fillApproval(v *visit, tx *store.Tx, page *approvalPage) error {
	req, err := tx.Request(v.ctx, v.r.PathValue("request"))
	if err != nil {
		return err
	}
	if page.sight, err = s.sight(v, tx, req); err != nil {
		return err
	}
	if page.Judged, err = s.judgements(v, tx, req.Post, req.Revision, page.Checked); err != nil {
		return err
	}
	s.offerAgain(v, &page.sight)
	page.Address, page.MaySay = "/approvals/"+req.ID, req.State == approval.Open
	page.Own = slices.Contains(req.Writers, v.who.ID)
	for _, vote := range req.VotesOf(v.who.ID) {
		page.Mine = vote.Choice
	}
	if err := s.mayVote(v, tx, page); err != nil {
		return err
	}
	if page.Before, page.Changes, err = s.changedSince(v, tx, req, page.handles); err != nil {
		return err
	}
	if page.Turn || page.Own {
		return nil
	}
	page.Next, err = s.nextApproval(v, tx, req.ID)
	return err
}

// mayVote tells what the visitor may do about the request now.
func (s *Server) mayVote(v *visit, tx *store.Tx, page *approvalPage) error {
	if page.Req.State != approval.Open || page.Own || staff.May(v.who, staff.VotePosts) != nil {
		return nil
	}
	seats, names, err := s.seatsOf(v, tx)
	if err != nil {
		return err
	}
	seat, now := turnOf(page.Req, seats)
	page.Turn = now && page.Mine == ""
	page.Stop = now || page.Req.AsksOf(v.who.ID)
	if now && seat != v.who.ID {
		page.For = names[seat]
	}
	return nil
}

// nextApproval gives what waits for the visitor besides a request, or nil.
func (s *Server) nextApproval(v *visit, tx *store.Tx, besides string) (*approvalLine, error) {
	if staff.May(v.who, staff.VotePosts) != nil {
		return nil, nil
	}
	seats, names, err := s.seatsOf(v, tx)
	if err != nil {
		return nil, err
	}
	open, err := tx.RequestsAsking(v.ctx, seats, "", approvalsShown)
	if err != nil {
		return nil, err
	}
	for _, req := range open {
		if _, now := turnOf(req, seats); now && req.ID != besides && !slices.Contains(req.Writers, v.who.ID) {
			line, err := s.approvalLine(v, tx, req, names)
			return &line, err
		}
	}
	return nil, nil
}

// changedSince tells what is new since the visitor was last asked about the post, or voted on it.
func (s *Server) changedSince(v *visit, tx *store.Tx, req approval.Request, handles map[string]string) (int, []postChange, error) {
	all, err := tx.RequestsOf(v.ctx, req.Post)
	if err != nil {
		return 0, nil, err
	}
	for _, earlier := range all {
		if !earlier.Asked.Before(req.Asked) || earlier.Revision == req.Revision || !earlier.AsksOf(v.who.ID) && len(earlier.VotesOf(v.who.ID)) == 0 {
			continue
		}
		before, err := tx.Revision(v.ctx, req.Post, earlier.Revision)
		if err != nil {
			return 0, nil, err
		}
		now, err := tx.Revision(v.ctx, req.Post, req.Revision)
		return earlier.Revision, s.postChanges(v.lang, &before, now, handles), err
	}
	return 0, nil, nil
}

// vote takes the visitor's word. What is to be mended is told on the page, with what was typed.
func (s *Server) vote(v *visit) error {
	choice := approval.Choice(v.form("choice"))
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		_, err := publish.Vote(v.ctx, tx, v.who, v.r.PathValue("request"), choice, unixLines(v.form("reason")), v.now)
		if err != nil {
			return err
		}
		return s.flash(v, tx, "approval.voted_"+string(choice))
	})
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showApproval(v, Status(fault.For(err).Code), form)
	} else if err != nil {
		return err
	}
	return v.see("/approvals/" + v.r.PathValue("request"))
}
