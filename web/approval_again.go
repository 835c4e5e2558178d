package web

import (
	"rostrum/approval"
	"rostrum/staff"
	"rostrum/store"
)

// askGuestAgain has a guest sent a new link.
func (s *Server) askGuestAgain(v *visit) error {
	request := v.r.PathValue("request")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if _, err := approval.AskAgain(v.ctx, tx, v.who, request, v.r.PathValue("guest"), v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "approval.asked_again")
	})
	if err != nil {
		return err
	}
	return v.see("/approvals/" + request)
}

// offerAgain puts a button beside each guest who can be sent a new link by the visitor.
func (s *Server) offerAgain(v *visit, to *sight) {
	if to.Req.State != approval.Open || s.Mail == nil || staff.May(v.who, staff.WritePosts) != nil {
		return
	}
	for i := range to.Chain {
		for j := range to.Chain[i].Steps {
			if step := &to.Chain[i].Steps[j]; step.Kind == approval.Guest && step.State == "now" {
				step.Again = "/approvals/" + to.Req.ID + "/guests/" + step.Who[0] + "/again"
			}
		}
	}
}
