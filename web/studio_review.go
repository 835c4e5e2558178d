package web

import (
	"errors"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// reviewPage is where a version is submitted, voted on and published.
type reviewPage struct {
	studioFrame
	Lacks, Warnings []lackLink
	MayVote         bool // the person may approve: has the role and no hand in it
	HadHand         bool
	MayPublish      bool
	Older           string
	Difference      *difference
	Threads         []thread
	Lonely          *lonely // where nobody can approve what is to be approved
}

// lackLink is something to mend, with the place and the page where it is mended.
type lackLink struct {
	Line              int
	Text, Where, Href string
}

func (s *Server) studioReview(v *visit) error { return s.studioReviewPage(v, 200, Form{}) }

func (s *Server) studioReviewPage(v *visit, status int, form Form) error {
	var page reviewPage
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		d, err := s.studioDraft(v, tx)
		if err != nil {
			return err
		}
		page = reviewPage{studioFrame: s.studioFrame(v, d, "review")}
		page.Form = form
		report := s.reports.inspect(d.Files, v.now)
		page.Lacks, page.Warnings = lackLinks(v.lang, d.ID, report.Lacks()), lackLinks(v.lang, d.ID, report.Warnings())
		page.HadHand = d.EditedBy(v.who.ID)
		page.MayVote = !page.HadHand && staff.May(v.who, staff.ApprovePolicy) == nil
		page.MayPublish = staff.May(v.who, staff.PublishPolicy) == nil
		if d.State == studio.Draft || d.State == studio.Review {
			if page.Lonely, err = s.lonely(v, tx, &d.Version); err != nil {
				return err
			}
		}
		if d.Base != nil {
			page.Older, page.Difference = s.studioLabel(v.lang, d.Base.Version), tellApart(v.lang, s.words, d.Base.Files, d.Files)
		}
		page.Threads, err = s.studioThreads(v, tx, d)
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "studio/review", &page)
	return nil
}

func lackLinks(lang, version string, lacks []studio.Lack) []lackLink {
	var all []lackLink
	for _, l := range lacks {
		all = append(all, lackLink{l.Place.Line, l.Text.In(lang), l.Place.String(), editAddress(version, l.Place.File)})
	}
	return all
}

// editAddress is the page on which a file of a version is edited; empty for a file that has none.
func editAddress(version, file string) string {
	at := pieceOf(file)
	switch kind, _, _ := strings.Cut(at, "/"); {
	case file == "":
		return ""
	case kind == "clauses":
		return "/studio/" + version + "/" + at
	case kind == "terms":
		return "/studio/" + version + "/" + strings.TrimSuffix(at, ".yaml")
	}
	return "/studio/" + version + "/files/" + at
}

// studioDecide changes where a version stands; what is refused is told on the review page, with what was typed.
func (s *Server) studioDecide(v *visit, said string, change func(*store.Tx, string) error) error {
	err := s.studioDo(v, said, change)
	if _, lacking := errors.AsType[*studio.NotReady](err); lacking || fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.studioReviewPage(v, Status(fault.For(err).Code), form)
	}
	return err
}

func (s *Server) studioSubmit(v *visit) error {
	return s.studioDecide(v, "studio.submitted", func(tx *store.Tx, id string) error {
		_, err := studio.Submit(v.ctx, tx, v.who, id, v.now)
		return err
	})
}

func (s *Server) studioApprove(v *visit) error {
	return s.studioDecide(v, "studio.approved", func(tx *store.Tx, id string) error {
		_, err := studio.Approve(v.ctx, tx, v.who, id, v.form("digest"), v.now)
		return err
	})
}

func (s *Server) studioSendBack(v *visit) error {
	return s.studioDecide(v, "studio.sent_back", func(tx *store.Tx, id string) error {
		_, err := studio.SendBack(v.ctx, tx, v.who, id, unixLines(v.form("reason")), v.now)
		return err
	})
}

func (s *Server) studioPublish(v *visit) error {
	effective, err := s.effective(v)
	if err != nil {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.studioReviewPage(v, 422, form)
	}
	return s.studioDecide(v, "studio.published", func(tx *store.Tx, id string) error {
		_, err := studio.Publish(v.ctx, tx, v.who, id, effective, v.now)
		return err
	})
}

// effective reads the moment from which a version is to hold, in the company's time zone; the zero Time is at once.
func (s *Server) effective(v *visit) (time.Time, error) {
	if v.form("when") != "later" {
		return time.Time{}, nil
	}
	at, err := time.ParseInLocation("2006-01-02T15:04", v.form("effective"), s.zone.get())
	if err != nil {
		return time.Time{}, fault.Of("effective", "Enter the day and the time, such as 2027-01-15T08:00.",
			"Įveskite dieną ir laiką, pavyzdžiui, 2027-01-15T08:00.")
	}
	return at, nil
}

func (s *Server) studioWithdraw(v *visit) error {
	return s.studioDo(v, "studio.withdrawn", func(tx *store.Tx, id string) error {
		_, err := studio.Withdraw(v.ctx, tx, v.who, id, v.now)
		return err
	})
}
