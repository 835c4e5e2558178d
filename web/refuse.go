package web

import (
	"errors"
	"net/http"
	"net/url"

	"rostrum/fault"
)

// errAnswered tells that the answer has been written already.
var errAnswered = errors.New("answered")

// faultPage tells a person what is wrong and what to do.
type faultPage struct {
	Page
	Told  string
	Again string // the page that is worth another try; empty where nothing would come of it
}

// refuse answers with what went wrong. Who must sign in is sent there and comes back; internals are logged and not told.
func (s *Server) refuse(v *visit, err error) {
	if errors.Is(err, errAnswered) {
		return
	}
	f := fault.For(err)
	if f.Code == fault.Broken || f.Code == fault.Unavailable {
		s.Log.ErrorContext(v.ctx, "request failed", "method", v.r.Method, "path", v.r.URL.Path, "error", err)
	}
	if f.Code == fault.Forbidden {
		s.Log.WarnContext(v.ctx, "refused", "method", v.r.Method, "path", v.r.URL.Path, "person", v.who.ID)
	}
	switch f.Code {
	case fault.SignIn:
		entrance := "/sign-in"
		if len(s.Demo) > 0 {
			entrance = "/demo"
		}
		http.Redirect(v.w, v.r, entrance+"?then="+url.QueryEscape(v.back()), http.StatusSeeOther)
		return
	case fault.StepUp:
		http.Redirect(v.w, v.r, "/prove?then="+url.QueryEscape(v.back()), http.StatusSeeOther)
		return
	}
	page := &faultPage{Page: s.page(v, "fault."+string(f.Code)), Told: f.In(v.lang)}
	if f.Code == fault.Unavailable || f.Code == fault.TooMany || f.Code == fault.Broken {
		page.Again = v.back()
	}
	s.render.Render(v.w, v.r, Status(f.Code), "fault/fault", page)
}

// back is where the visitor is to return to: this page, or the page with the form that was sent.
func (v *visit) back() string {
	if v.r.Method == http.MethodGet {
		return v.r.URL.RequestURI()
	}
	if u, err := url.Parse(v.r.Referer()); err == nil && u.Host == v.r.Host {
		return u.RequestURI()
	}
	return "/"
}
