package simulator

import (
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// asked is what an application asks for at the page of the simulator.
type asked struct{ Client, Redirect, State, Challenge, Method string }

func (s *Simulator) asked(r *http.Request) (asked, app, error) {
	q := asked{r.FormValue("client_id"), r.FormValue("redirect_uri"), r.FormValue("state"), r.FormValue("code_challenge"), r.FormValue("code_challenge_method")}
	s.mu.Lock()
	a, known := s.world.apps[q.Client]
	s.mu.Unlock()
	switch {
	case !known:
		return q, a, errors.New("unknown application")
	case !slices.Contains(a.Redirects, q.Redirect):
		return q, a, errors.New("unknown redirect address")
	case q.Challenge != "" && q.Method != "S256":
		return q, a, errors.New("unknown challenge method")
	}
	return q, a, nil
}

// back is where the browser goes after the page.
func (q asked) back(more url.Values) (string, error) {
	u, err := url.Parse(q.Redirect)
	if err != nil {
		return "", err
	}
	query := u.Query()
	for name := range more {
		query.Set(name, more.Get(name))
	}
	if q.State != "" {
		query.Set("state", q.State)
	}
	u.RawQuery = query.Encode()
	return u.String(), nil
}

// newCode makes a code for an account.
func (s *Simulator) newCode(q asked, account string) string {
	c := rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	for old, c := range s.codes {
		if now.After(c.ends) {
			delete(s.codes, old)
		}
	}
	s.codes[c] = code{q.Client, account, q.Redirect, q.Challenge, now.Add(codeLife)}
	return c
}

type authorizePage struct {
	page
	asked
	App    string
	Faces  []face
	Cancel string
}

func (p *pages) authorize(w http.ResponseWriter, r *http.Request) {
	asked, app, err := p.s.asked(r)
	cancel, errBack := asked.back(url.Values{"error": {"access_denied"}})
	if err != nil || errBack != nil {
		p.show(w, http.StatusBadRequest, "unknown", p.page(r, ""))
		return
	}
	q := authorizePage{page: p.page(r, ""), asked: asked, App: app.Name, Cancel: cancel}
	for _, a := range p.s.options.Accounts {
		q.Faces = append(q.Faces, p.face(a))
	}
	w.Header().Set("Content-Security-Policy", policy(originOf(asked.Redirect)))
	p.show(w, http.StatusOK, "authorize", q)
}

// agree takes the form of authorize.
func (p *pages) agree(w http.ResponseWriter, r *http.Request) {
	asked, _, err := p.s.asked(r)
	_, there := p.s.byName[r.FormValue("account")]
	if err != nil || !there {
		p.show(w, http.StatusBadRequest, "unknown", p.page(r, ""))
		return
	}
	back, err := asked.back(url.Values{"code": {p.s.newCode(asked, r.FormValue("account"))}})
	if err != nil {
		p.show(w, http.StatusBadRequest, "unknown", p.page(r, ""))
		return
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
}

// originOf gives scheme and host of an address that comes from outside, in a form that cannot say more than that.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || strings.ContainsAny(u.Host, "; ,'\"*") {
		return ""
	}
	return u.Scheme + "://" + u.Host
}
