package web

import (
	"net/url"

	"rostrum/store"
)

// typed is what somebody typed into a form that wanted a fresh proof first. It waits in the session until the form's page
// shows it again.
type typed struct {
	Page   string     `json:"page"`
	Values url.Values `json:"values"`
}

// longestTyped is how many bytes of a form are kept.
const longestTyped = 8 << 10

// proveFirst sends the visitor to prove who they are, and then back to the page of the form that they sent.
func (s *Server) proveFirst(v *visit, page string) error {
	if len(v.r.PostForm.Encode()) <= longestTyped {
		v.session.kept.Typed = &typed{page, v.r.PostForm}
		if err := s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.remember(v, tx) }); err != nil {
			return err
		}
	}
	return v.see("/prove?then=" + url.QueryEscape(page))
}

// typedBefore gives what was typed on this page before the proof, once.
func (s *Server) typedBefore(v *visit) url.Values {
	waits := v.session.kept.Typed
	if waits == nil || waits.Page != v.r.URL.Path {
		return nil
	}
	v.session.kept.Typed = nil
	if err := s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.remember(v, tx) }); err != nil {
		s.Log.WarnContext(v.ctx, "what was typed is shown again", "error", err)
	}
	return waits.Values
}
