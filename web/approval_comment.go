package web

import (
	"net/http"
	"strconv"

	"rostrum/approval"
	"rostrum/fault"
	"rostrum/store"
)

// commented reads a comment from a form: about a place in a text, about the whole, or an answer.
func commented(v *visit, post string, revision int) approval.Comment {
	c := approval.Comment{Post: post, Revision: revision, Account: v.form("account"), Thread: v.form("thread"), Text: unixLines(v.form("text"))}
	start, wrong := strconv.Atoi(v.form("start"))
	end, wrongEnd := strconv.Atoi(v.form("end"))
	if wrong == nil && wrongEnd == nil {
		c.Start, c.End = start, end
	}
	return c
}

// sayOnPost adds a comment to the revision that a request is about.
func (s *Server) sayOnPost(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		req, err := tx.Request(v.ctx, v.r.PathValue("request"))
		if err != nil {
			return err
		}
		if _, err := approval.Say(v.ctx, tx, v.who, commented(v, req.Post, req.Revision), v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "approval.said")
	})
	if fault.Is(err, fault.Invalid) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showApproval(v, http.StatusUnprocessableEntity, form)
	} else if err != nil {
		return err
	}
	return v.see("/approvals/" + v.r.PathValue("request") + "#comments")
}

func (s *Server) resolveOnPost(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		req, err := tx.Request(v.ctx, v.r.PathValue("request"))
		if err != nil {
			return err
		}
		return approval.Resolve(v.ctx, tx, v.who, req.Post, v.r.PathValue("comment"), v.now)
	})
	if err != nil {
		return err
	}
	return v.see("/approvals/" + v.r.PathValue("request") + "#comments")
}
