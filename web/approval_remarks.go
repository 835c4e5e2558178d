package web

import (
	"context"

	"rostrum/approval"
	"rostrum/notify"
	"rostrum/staff"
	"rostrum/store"
)

// tellRemarks plans the letters about what was said about a post.
func (s *Server) tellRemarks(ctx context.Context, job approval.Remarks) error {
	return s.Store.Write(ctx, func(tx *store.Tx) error { return approval.TellRemarks(ctx, tx, job, s.Now()) })
}

// sendRemarksLetter tells one person what others said about a post. What was resolved meanwhile is left out.
func (s *Server) sendRemarksLetter(ctx context.Context, job approval.RemarksLetter) error {
	return s.sendLetter(ctx, job.To, func(tx *store.Tx, who staff.Person) (notify.Letter, error) {
		all, err := tx.PostComments(ctx, job.Post)
		if err != nil {
			return nil, err
		}
		req, err := tx.LastRequest(ctx, job.Post)
		if err != nil {
			return nil, err
		}
		_, start, err := s.postInLetter(ctx, tx, req)
		if err != nil {
			return nil, err
		}
		resolved, people := map[string]bool{}, []string{}
		for _, c := range all {
			resolved[c.ID] = !c.Resolved.IsZero()
			people = append(people, c.Person)
		}
		names, err := tx.NamesOf(ctx, people)
		letter := notify.PostCommented{Start: start, Link: s.Address.String() + "/approvals/" + req.ID + "#comments"}
		for _, c := range job.Among(all) {
			if c.Person != who.ID && !resolved[c.Thread] {
				letter.Comments = append(letter.Comments, notify.Comment{By: names[c.Person], Quote: c.Quote, Text: c.Text})
			}
		}
		if err != nil || len(letter.Comments) == 0 || staff.May(who, staff.SeePosts) != nil {
			return nil, err
		}
		return letter, nil
	})
}
