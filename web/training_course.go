package web

import (
	"strings"
	"time"

	"rostrum/policy"
	"rostrum/store"
	"rostrum/training"
)

// coursePage is one course: the clauses to sign, then the quiz.
type coursePage struct {
	Page
	Form    Form
	Course  courseRow
	Clauses []courseClause
	Left    int // clauses to sign
	Asked   int // questions of the quiz
	Mark    int // per cent
	Going   bool
	Paused  time.Time // zero, or when the next try may begin
}

type courseClause struct {
	ID, Number, Title string
	Signed            bool
}

func (s *Server) course(v *visit) error { return s.showCourse(v, Form{}, 200) }

func (s *Server) showCourse(v *visit, form Form, status int) error {
	page := coursePage{Page: s.page(v, ""), Form: form, Mark: training.PassMark}
	page.Crumbs = s.trainingCrumb(v.lang)
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		ready, course, err := s.courseAsked(v, tx)
		if err != nil {
			return err
		}
		page.Title = course.Name.In(v.lang)
		if len(course.Teams) > 0 {
			page.Lead = s.words.T(v.lang, "training.course_lead_teams", "teams", strings.Join(teamNames(ready.Policy, course.Teams, v.lang), ", "))
		}
		rows, err := s.courseRows(v, tx, ready)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if row.ID == course.ID {
				page.Course = row
			}
		}
		if err := page.clauses(v, tx, ready.Policy, course); err != nil {
			return err
		}
		all, err := s.questions(ready)
		if err != nil {
			return err
		}
		page.Asked = min(training.Length, len(training.Pool(all, course, v.lang)))
		attempts, err := tx.Attempts(v.ctx, v.who.ID, course.ID)
		page.Going = len(attempts) > 0 && attempts[0].Finished.IsZero() && attempts[0].Policy == ready.Version.Digest
		if until := training.PausedUntil(attempts); v.now.Before(until) && !page.Going {
			page.Paused = until
		}
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "training/course", &page)
	return nil
}

func (p *coursePage) clauses(v *visit, tx *store.Tx, in *policy.Policy, course training.Course) error {
	signed, err := tx.Signatures(v.ctx, v.who.ID)
	if err != nil {
		return err
	}
	open := map[string]bool{}
	for _, item := range training.DueOf(course, training.Due(in, signed, v.who)) {
		open[item.Clause.ID] = true
	}
	p.Left = len(open)
	for _, c := range in.Clauses {
		if course.Has(c.ID) {
			p.Clauses = append(p.Clauses, courseClause{c.ID, c.Number, c.Title.In(v.lang), !open[c.ID]})
		}
	}
	return nil
}

// courseAsked gives the course of the address, in the policy in force.
func (s *Server) courseAsked(v *visit, tx *store.Tx) (*Ready, training.Course, error) {
	ready, err := s.InForce(v.ctx, tx, v.now)
	if err != nil {
		return nil, training.Course{}, err
	}
	course, err := training.CourseOf(ready.Policy, v.r.PathValue("course"))
	return ready, course, err
}

func teamNames(p *policy.Policy, ids []string, lang string) []string {
	var names []string
	for _, id := range ids {
		name := id
		for i := range p.Speakers.Teams {
			if p.Speakers.Teams[i].ID == id {
				name = p.Speakers.Teams[i].Name.In(lang)
			}
		}
		names = append(names, name)
	}
	SortByName(lang, names, strings.Clone)
	return names
}
