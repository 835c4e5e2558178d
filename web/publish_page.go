package web

import (
	"net/http"
	"time"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// publicationPage is one publication: what it says and where, where it stands, how it came there, and what can be done.
type publicationPage struct {
	Page
	Form    Form
	P       publish.Publication
	On      face
	Account account.Account
	Says    string
	Mark    mark
	Close   string // another publication on the account is due at about the same time
	Paused  bool   // a pause holds it
	Links   []Link // where what is out is read
	Preview postPreview
	Images  []post.Image
	Pieces  int // posts of the thread
	Steps   []publicationStep
	Others  []publicationLine // of the same post
	Do      publicationActs
	Slot    time.Time // the account's next
	Day     string    // of its time, for the form
	Clock   string
	Today   string
	Zone    string
}

// publicationActs are the buttons that fit where a publication stands and what the visitor may do.
type publicationActs struct {
	Release, Look, Replace, Move, Cancel, TakeDown, Reopen bool
	Edits                                                  bool // the network changes what is out
	First                                                  string
}

func (s *Server) publication(v *visit) error { return s.showPublication(v, http.StatusOK, nil) }

// showPublication shows the page, with what was typed if it was refused.
func (s *Server) showPublication(v *visit, status int, wrong error) error {
	page := publicationPage{Zone: s.zone.get().String(), Today: v.now.In(s.zone.get()).Format(time.DateOnly)}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if page.P, err = tx.Publication(v.ctx, v.r.PathValue("id")); err != nil {
			return err
		}
		return s.fillPublication(v, tx, &page)
	})
	if err != nil {
		return err
	}
	if wrong != nil {
		page.Form.Values = v.r.PostForm
		page.Form.Refuse(v.lang, wrong)
	} else if before := s.typedBefore(v); before != nil {
		page.Form.Values.Set("why", before.Get("why"))
	}
	start := page.Title
	page.Page = s.page(v, "")
	page.Title = start
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "publish.calendar"), Href: "/calendar?week=" + weekKey(page.P.Due.In(s.zone.get()))}}
	s.render.Render(v.w, v.r, status, "publish/publication", &page)
	return nil
}

func (s *Server) fillPublication(v *visit, tx *store.Tx, page *publicationPage) error {
	p := page.P
	texts := said{tx: tx}
	r, err := texts.of(v, p)
	if err != nil {
		return err
	}
	faces, err := facesOf(v, tx)
	if err != nil {
		return err
	}
	if page.Account, err = tx.BrandAccount(v.ctx, p.Account); err != nil && !fault.Is(err, fault.NotFound) {
		return err
	}
	text := r.Content.TextFor(p.Account)
	n, limit := s.profile(p.Network), page.Account.Length
	if limit == 0 {
		limit = n.Length
	}
	page.Title, page.On, page.Mark, page.Images = firstWords(beginning(text)), faceOf(faces, p.Account), markOf(p), r.Content.Images
	page.Preview, page.Pieces = previewOf(n, page.Account, limit, text), max(1, len(post.Thread(text)))
	page.Links = s.linksOf(v.lang, p)
	page.Says, page.Slot = s.stands(v, p), page.Account.Next(v.now)
	due := p.Due
	if due.Before(v.now) {
		due = v.now.Add(time.Hour).Truncate(time.Hour) // a time to choose from that is still to come
	}
	due = due.In(s.zone.get())
	page.Day, page.Clock = due.Format(time.DateOnly), due.Format("15:04")
	page.Form.Values = map[string][]string{"day": {page.Day}, "clock": {page.Clock}}
	for _, pause := range v.pauses {
		page.Paused = page.Paused || pause.Holds(p) && waitsForTime(p)
	}
	page.Do = actsOf(v, p, n.Edits)
	if page.Steps, err = s.publicationSteps(v, tx, p); err != nil {
		return err
	}
	if page.Close, err = s.closeTo(v, tx, p); err != nil {
		return err
	}
	all, err := tx.PublicationsOf(v.ctx, p.Post)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID != p.ID {
			page.Others = append(page.Others, publicationLine{Publication: other, On: faceOf(faces, other.Account), Mark: markOf(other)})
		}
	}
	return nil
}

// waitsForTime tells whether only its time has to come.
func waitsForTime(p publish.Publication) bool {
	return p.State == publish.Scheduled || p.State == publish.Sending || p.State == publish.Unsure
}

func actsOf(v *visit, p publish.Publication, edits bool) publicationActs {
	release, write := staff.May(v.who, staff.ReleasePosts) == nil, staff.May(v.who, staff.WritePosts) == nil
	waits := p.State == publish.Held || p.State == publish.Failed
	out := p.State == publish.Sent || len(p.Receipts) > 0 && p.State != publish.Deleted
	reopens := p.Verb != publish.Delete && p.State != publish.Sending && p.State != publish.Unsure && p.State != publish.Cancelled && p.State != publish.Deleted
	acts := publicationActs{
		Release:  release && waits && p.Hold != publish.Undecided && p.Hold != publish.Unruled && p.Hold != publish.NoEdits,
		Look:     release && p.State == publish.Unsure && p.Hold != "" && p.Hold != publish.Overdue,
		Replace:  release && p.State == publish.Held && p.Hold == publish.NoEdits,
		Move:     write && p.State == publish.Scheduled && p.Verb != publish.Delete,
		Cancel:   release && (waits || p.State == publish.Scheduled),
		TakeDown: release && out && p.Verb != publish.Delete && p.State != publish.Sending && p.State != publish.Unsure,
		Reopen:   write && reopens,
		Edits:    edits, First: "now",
	}
	if p.Hold == publish.Late {
		acts.First = "slot"
	}
	return acts
}

// closeTo names what else is due on the account within the guard's time, in a sentence.
func (s *Server) closeTo(v *visit, tx *store.Tx, p publish.Publication) (string, error) {
	if p.State != publish.Scheduled && p.State != publish.Held || p.Verb != publish.Post {
		return "", nil
	}
	near, err := tx.Publications(v.ctx, store.PublicationFilter{Account: p.Account, From: p.Due.Add(-tooClose + time.Microsecond), To: p.Due.Add(tooClose)}, 20)
	for _, other := range near {
		if other.ID != p.ID && other.Post != p.Post && other.Verb == publish.Post && other.State != publish.Cancelled && other.State != publish.Deleted {
			return s.words.T(v.lang, "publish.close", "time", other.Due.In(s.zone.get()).Format("15:04")), nil
		}
	}
	return "", err
}
