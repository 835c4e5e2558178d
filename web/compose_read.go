package web

import (
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/publish"
	"rostrum/store"
)

// sentLine is what became of a post on one account.
type sentLine struct {
	publish.Publication
	Mark   mark
	Handle string
}

// follow fills in what became of a post that was submitted: the request for its approval, and its publications.
func (s *Server) follow(v *visit, tx *store.Tx, d *desk, page *writePage) error {
	if page.Post.ID == "" {
		return nil
	}
	request, err := tx.LastRequest(v.ctx, page.Post.ID)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	page.Request = request.ID
	all, err := tx.PublicationsOf(v.ctx, page.Post.ID)
	for _, p := range all {
		line := sentLine{Publication: p, Mark: markOf(p)}
		for _, a := range d.accounts {
			if a.ID == p.Account {
				line.Handle = a.Handle
			}
		}
		page.Sent = append(page.Sent, line)
	}
	page.Reopen = page.MayWrite && (page.Post.State == compose.Review || page.Post.State == compose.Approved || page.Post.State == compose.Rejected)
	return err
}
