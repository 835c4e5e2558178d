package web

import (
	"context"
	"time"

	"rostrum/policy"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/text"
)

// impactPage shows which verdicts a version would change.
type impactPage struct {
	studioFrame
	Older   string
	Broken  bool // the draft does not load
	Impact  *studio.Impact
	Out     int // of the posts, those that went out lately
	Bar     []barPiece
	Clauses []impactClause
}

// barPiece is a stretch of the picture, in hundredths of its width.
type barPiece struct {
	Kind     string
	Count    int
	From, To float64
}

// Width is how wide the piece is.
func (b barPiece) Width() float64 { return b.To - b.From }

// impactClause is a clause with the posts that it moves.
type impactClause struct {
	Title string
	Posts []movedPost
}

// movedPost is a post whose verdict changes.
type movedPost struct {
	Text, Before, After string
	Where               string // of one that went out: on which account, and when
	Stricter            bool
	Reasons             []string
}

// impactTime is how long a page waits for the replay; what was tried until then is shown.
const impactTime = 2 * time.Second

func (s *Server) studioImpact(v *visit) error {
	var page impactPage
	var older *baseline
	var files *draft
	var out wentOut
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if files, err = s.studioDraft(v, tx); err != nil {
			return err
		}
		page = impactPage{studioFrame: s.studioFrame(v, files, "impact")}
		older = files.Base
		out, err = s.wentOut(v, tx)
		return err
	})
	if err != nil {
		return err
	}
	if older != nil {
		page.Older = s.studioLabel(v.lang, older.Version)
		if err := s.replay(v, &page, older, files, out); err != nil {
			return err
		}
	}
	s.render.Render(v.w, v.r, 200, "studio/impact", &page)
	return nil
}

func (s *Server) replay(v *visit, page *impactPage, older *baseline, newer *draft, out wentOut) error {
	before, err := policy.Load(older.Files)
	if err != nil {
		return err
	}
	report := s.reports.inspect(newer.Files, v.now)
	if page.Broken = report.Policy == nil; page.Broken {
		return nil
	}
	ctx, cancel := context.WithTimeout(v.ctx, impactTime)
	defer cancel()
	page.Impact, err = studio.Replay(ctx, before, report.Policy, out.after(studio.ExamplePosts(before, report.Policy)))
	if err != nil {
		return err
	}
	page.Bar, page.Out = impactBar(page.Impact), len(out.posts)
	for _, shift := range page.Impact.Shifts {
		title := clauseTitle(v.lang, shift.Clause, report.Policy, before)
		if n := len(page.Clauses); n == 0 || page.Clauses[n-1].Title != title {
			page.Clauses = append(page.Clauses, impactClause{Title: title})
		}
		last := &page.Clauses[len(page.Clauses)-1]
		last.Posts = append(last.Posts, moved(v.lang, shift, out.where[shift.Post.ID]))
	}
	return nil
}

func moved(lang string, shift studio.Shift, where string) movedPost {
	m := movedPost{Where: where, Text: shift.Post.Text, Before: shift.Before.Verdict.String(), After: shift.After.Verdict.String(), Stricter: shift.Stricter()}
	why := shift.Lost
	if m.Stricter {
		why = shift.Gained
	}
	for _, f := range why {
		m.Reasons = append(m.Reasons, f.Message.In(text.Lang(lang)))
	}
	return m
}

func clauseTitle(lang, id string, versions ...*policy.Policy) string {
	for _, p := range versions {
		if c := p.Clause(id); c != nil {
			return c.Number + " " + c.Title.In(lang)
		}
	}
	return id
}

// impactBar divides the picture between what stays and what moves. A piece with a post is wide enough to be seen.
func impactBar(i *studio.Impact) []barPiece {
	const least = 1.5
	pieces := []barPiece{{Kind: "unchanged", Count: i.Unchanged}, {Kind: "stricter", Count: i.Stricter}, {Kind: "looser", Count: i.Looser}}
	total := 0.0
	for n := range pieces {
		if pieces[n].Count > 0 {
			pieces[n].To = max(least, 100*float64(pieces[n].Count)/float64(i.Total()))
			total += pieces[n].To
		}
	}
	at := 0.0
	for n := range pieces {
		width := pieces[n].To / max(total, 1) * 100
		pieces[n].From, pieces[n].To = at, at+width
		at += width
	}
	return pieces
}
