package web

import (
	"crypto/rand"
	"net/http"
	"slices"
	"strings"
	"time"

	"rostrum/approval"
	"rostrum/fault"
	"rostrum/notify"
	"rostrum/publish"
	"rostrum/staff/signin"
	"rostrum/store"
)

// guestPage is what somebody without an account sees: first the proof that the link is theirs, then the one post.
type guestPage struct {
	Page
	Form
	sight
	Guest   approval.GuestLink
	Address string // of this page
	Mail    string // the guest's address, as far as a stranger may see it
	Sent    bool   // a code was mailed and waits to be entered
	Here    bool   // the link is open in this browser
	Gone    bool   // it was opened in another one
	Ended   bool   // nothing is asked any more
	Mine    approval.Choice
	Turn    bool
}

// guest opens a link. Opening it changes nothing, so programs that look at mail use nothing up.
func (s *Server) guest(v *visit) error { return s.showGuest(v, http.StatusOK, Form{}) }

func (s *Server) showGuest(v *visit, status int, form Form) error {
	page := guestPage{Form: form, Address: v.r.URL.Path}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error { return s.fillGuest(v, tx, &page) })
	if err != nil {
		return err
	}
	page.Page = s.page(v, "approval.guest_title")
	page.Nav, page.Person = nil, nil
	s.render.Render(v.w, v.r, status, "approval/guest", &page)
	return nil
}

func (s *Server) fillGuest(v *visit, tx *store.Tx, page *guestPage) error {
	g, err := s.guestHere(v, tx)
	if err != nil {
		return err
	}
	s.speakAs(v, g)
	req, err := tx.Request(v.ctx, g.Request)
	if err != nil {
		return err
	}
	page.Guest, page.Mail, page.Req = g, masked(g.Mail), req
	page.Here = g.In(guestSession(v))
	page.Gone = !page.Here && !g.Opened.IsZero()
	page.Sent = g.Code != "" && v.now.Before(g.CodeEnd)
	for _, vote := range req.VotesOf(g.ID) {
		page.Mine = vote.Choice
	}
	page.Ended = req.State != approval.Open || !v.now.Before(g.Until)
	page.Turn = !page.Ended && page.Mine == "" && slices.Contains(req.Waiting(), g.ID)
	if !page.Here || page.Ended {
		return nil
	}
	if page.sight, err = s.sight(v, tx, req); err != nil {
		return err
	}
	page.Chain, page.Checked, page.Earlier = nil, nil, nil // what the company says among itself
	page.only(g.ID)
	return nil
}

// only leaves the threads that one person began.
func (to *sight) only(person string) {
	others := func(r remark) bool { return r.Person != person }
	to.Overall = slices.DeleteFunc(to.Overall, others)
	for i := range to.Texts {
		for j := range to.Texts[i].Paragraphs {
			p := &to.Texts[i].Paragraphs[j]
			p.Remarks = slices.DeleteFunc(p.Remarks, others)
		}
	}
}

// guestHere gives the guest whose link was opened.
func (s *Server) guestHere(v *visit, tx *store.Tx) (approval.GuestLink, error) {
	hash, err := signin.TokenHash(signin.GuestToken, v.r.PathValue("token"))
	if err != nil {
		return approval.GuestLink{}, fault.New(fault.NotFound, fault.For(err).EN, fault.For(err).LT)
	}
	return tx.GuestByLink(v.ctx, hash)
}

// speakAs shows the page in the guest's language, unless the browser chose one.
func (s *Server) speakAs(v *visit, g approval.GuestLink) {
	if _, err := v.r.Cookie("language"); err != nil {
		v.lang = g.Lang
	}
}

// answerGuest takes what a guest does: have a code sent, enter it, vote, comment.
func (s *Server) answerGuest(v *visit) error {
	var err error
	switch v.form("do") {
	case "code":
		err = s.mailCode(v)
	case "enter":
		err = s.enterGuest(v)
	case "vote":
		err = s.guestDoes(v, func(tx *store.Tx, g approval.GuestLink) error {
			_, err := publish.VoteGuest(v.ctx, tx, g.ID, guestSession(v), approval.Choice(v.form("choice")), unixLines(v.form("reason")), v.now)
			return err
		})
	case "comment":
		err = s.guestDoes(v, func(tx *store.Tx, g approval.GuestLink) error {
			_, err := approval.SayGuest(v.ctx, tx, g.ID, guestSession(v), commented(v, g.Post, 0), v.now)
			return err
		})
	default:
		err = fault.New(fault.Invalid, "This is nothing that can be done here.", "Šito čia padaryti negalima.")
	}
	switch fault.For(err).Code {
	case fault.Invalid, fault.Conflict, fault.Forbidden, fault.TooMany:
		if err != nil {
			form := Form{Values: v.r.PostForm}
			form.Refuse(v.lang, err)
			return s.showGuest(v, Status(fault.For(err).Code), form)
		}
	}
	if err != nil {
		return err
	}
	return v.see(v.r.URL.Path)
}

func (s *Server) guestDoes(v *visit, do func(*store.Tx, approval.GuestLink) error) error {
	return s.Store.Write(v.ctx, func(tx *store.Tx) error {
		g, err := s.guestHere(v, tx)
		if err != nil {
			return err
		}
		s.speakAs(v, g)
		return do(tx, g)
	})
}

// mailCode sends the guest a code. It is sent at once, and not by a job: nothing may hold it in clear.
func (s *Server) mailCode(v *visit) error {
	if s.Mail == nil {
		return noMail()
	}
	var message notify.Message
	err := s.guestDoes(v, func(tx *store.Tx, g approval.GuestLink) (err error) {
		code := approval.NewCode()
		if g, err = approval.AskCode(v.ctx, tx, g.ID, code, v.now); err != nil {
			return err
		}
		message, err = s.toGuest(v.ctx, tx, g, notify.GuestCode{Code: code, Link: s.Address.JoinPath(v.r.URL.Path).String()})
		return err
	})
	if err != nil {
		return err
	}
	if err := s.Mail.Send(v.ctx, message); err != nil {
		s.Log.WarnContext(v.ctx, "a guest's code could not be sent", "error", err)
		return noMail()
	}
	return nil
}

func noMail() *fault.Fault {
	return fault.New(fault.Conflict, "The code could not be sent just now. Try again in a few minutes; if it stays, tell whoever invited you.",
		"Kodo šiuo metu išsiųsti nepavyko. Po kelių minučių bandykite dar kartą; jei nepadės, praneškite jus pakvietusiam žmogui.")
}

// enterGuest opens the link in this browser.
func (s *Server) enterGuest(v *visit) error {
	session := rand.Text()
	var until time.Time
	err := s.guestDoes(v, func(tx *store.Tx, g approval.GuestLink) error {
		until = g.Until
		_, err := approval.EnterCode(v.ctx, tx, g.ID, v.form("code"), hashed(session), v.now)
		return err
	})
	if err != nil {
		return err
	}
	http.SetCookie(v.w, &http.Cookie{Name: guestCookie, Value: session, Path: v.r.URL.Path, Expires: until, HttpOnly: true,
		Secure: s.Address.Scheme == "https", SameSite: http.SameSiteLaxMode})
	return nil
}

const guestCookie = "guest"

// guestSession is the hash of what this browser holds, or of nothing.
func guestSession(v *visit) string {
	c, err := v.r.Cookie(guestCookie)
	if err != nil {
		return ""
	}
	return hashed(c.Value)
}

// masked shows of an address what its owner knows it by: o…@example.org.
func masked(mail string) string {
	name, domain, _ := strings.Cut(mail, "@")
	for i := range name {
		if i > 0 {
			name = name[:i]
			break
		}
	}
	return name + "…@" + domain
}

// guestPicture gives a picture of the post to a guest whose link is open in this browser.
func (s *Server) guestPicture(v *visit) error {
	var file []byte
	var kind string
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		g, err := s.guestHere(v, tx)
		if err != nil {
			return err
		}
		req, err := tx.Request(v.ctx, g.Request)
		if err != nil {
			return err
		}
		revision, err := tx.Revision(v.ctx, req.Post, req.Revision)
		if err != nil {
			return err
		}
		digest, known := v.r.PathValue("digest"), false
		for _, i := range revision.Content.Images {
			known = known || i.Digest == digest
		}
		if !known || req.State != approval.Open || !g.In(guestSession(v)) || !v.now.Before(g.Until) {
			return fault.New(fault.NotFound, "There is no such picture here.", "Tokio paveikslėlio čia nėra.")
		}
		file, kind, err = tx.Picture(v.ctx, digest)
		return err
	})
	if err != nil {
		return err
	}
	head := v.w.Header()
	head.Set("Content-Type", kind)
	head.Set("Cache-Control", "private, max-age=3600")
	head.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	v.w.Write(file) // a reader who went away is no fault of ours
	return nil
}
