package web

import (
	"sync"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/policy"
	"rostrum/speaker"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// trainingPage is what a person has to read, sign and learn.
type trainingPage struct {
	Page
	Tabs          []Link
	None          bool // no policy is in force
	Signed, All   int
	Percent, Left int
	Changed       int // of Left: signed once, and changed since
	Next          Link
	Repeat        bool // Next is a course that was passed before
	Courses       []courseRow
}

// courseRow is a course as it stands with a person.
type courseRow struct {
	ID, Name string
	State    courseState
	Needed   bool // a grant of the person's team needs it
	Held     training.Certificate
}

// courseState is where a person stands with a course.
type courseState string

const (
	courseOpen      courseState = "open"
	courseHeld      courseState = "held"
	courseEnding    courseState = "ending" // held, but not for long
	courseExpired   courseState = "expired"
	courseWithdrawn courseState = "withdrawn"
)

// endingDays is how many days before its end a certificate is shown as ending.
const endingDays = 30

func (s *Server) training(v *visit) error {
	page := trainingPage{Page: s.page(v, "training.title"), Tabs: s.trainingTabs(v, "/training")}
	page.Lead = s.words.T(v.lang, "training.lead")
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		ready, err := s.InForce(v.ctx, tx, v.now)
		if fault.Is(err, fault.NotFound) {
			page.None = true
			return nil
		} else if err != nil {
			return err
		}
		signed, err := tx.Signatures(v.ctx, v.who.ID)
		if err != nil {
			return err
		}
		due := training.Due(ready.Policy, signed, v.who)
		page.count(ready.Policy, due, v.who)
		page.Courses, err = s.courseRows(v, tx, ready)
		return err
	})
	if err != nil {
		return err
	}
	page.Next, page.Repeat = s.nextStep(v.lang, &page)
	s.render.Render(v.w, v.r, 200, "training/training", &page)
	return nil
}

func (p *trainingPage) count(in *policy.Policy, due []training.Item, who staff.Person) {
	for _, c := range in.Clauses {
		if training.Concerns(c, who.Roles) {
			p.All++
		}
	}
	for _, item := range due {
		if item.Before != nil {
			p.Changed++
		}
	}
	p.Left, p.Signed = len(due), p.All-len(due)
	p.Percent = training.Share{Signed: p.Signed, People: p.All}.Percent()
}

// nextStep is the one thing to do next, and whether that is to repeat a course; the zero Link where there is none.
func (s *Server) nextStep(lang string, p *trainingPage) (next Link, repeat bool) {
	if p.Left > 0 {
		return Link{Icon: "signature", Label: s.words.T(lang, "training.read_and_sign"), Href: "/training/sign"}, false
	}
	for _, c := range p.Courses {
		if c.Needed && c.State != courseHeld {
			key, again := "training.take_course", c.State == courseEnding || c.State == courseExpired
			if again {
				key = "training.repeat_course"
			}
			return Link{Icon: "school", Label: s.words.T(lang, key, "course", c.Name), Href: "/training/courses/" + c.ID}, again
		}
	}
	return Link{}, false
}

// courseRows gives the courses of a policy, those first that the person's team needs.
func (s *Server) courseRows(v *visit, tx *store.Tx, ready *Ready) ([]courseRow, error) {
	certificates, err := tx.Certificates(v.ctx, v.who.ID)
	if err != nil {
		return nil, err
	}
	needed, err := s.neededBy(v, tx, ready.Policy)
	if err != nil {
		return nil, err
	}
	var first, others []courseRow
	for _, c := range training.Courses(ready.Policy) {
		row := courseRow{ID: c.ID, Name: c.Name.In(v.lang), State: courseOpen, Needed: needed(c)}
		row.stand(certificates, v)
		if row.Needed {
			first = append(first, row)
		} else {
			others = append(others, row)
		}
	}
	return append(first, others...), nil
}

// stand finds the certificate that counts, or else the latest; certificates are the latest first.
func (r *courseRow) stand(certificates []training.Certificate, v *visit) {
	for _, c := range certificates {
		if c.Course != r.ID || r.Held.ID != "" && (r.Held.Holds(v.now) || !c.Holds(v.now)) {
			continue
		}
		r.Held = c
	}
	switch {
	case r.Held.ID == "":
	case r.Held.Withdrawn:
		r.State = courseWithdrawn
	case !r.Held.Holds(v.now):
		r.State = courseExpired
	case !r.Held.Holds(v.now.AddDate(0, 0, endingDays)):
		r.State = courseEnding
	default:
		r.State = courseHeld
	}
}

// neededBy tells of a course whether a grant of the person's own team needs it.
func (s *Server) neededBy(v *visit, tx *store.Tx, p *policy.Policy) (func(training.Course) bool, error) {
	name, err := teamName(v, tx, v.who.Team)
	if err != nil {
		return nil, err
	}
	teams := map[string]bool{}
	for _, id := range training.Speaker(speaker.New(p), v.who, name, nil, v.now).Teams {
		teams[id] = true
	}
	return func(c training.Course) bool {
		for _, team := range c.Teams {
			if teams[team] {
				return true
			}
		}
		return false
	}, nil
}

func teamName(v *visit, tx *store.Tx, id string) (string, error) {
	if id == "" {
		return "", nil
	}
	team, err := tx.Team(v.ctx, id)
	return team.Name, err
}

// trainingTabs are the views of the room, for those who may see more than their own.
func (s *Server) trainingTabs(v *visit, current string) []Link {
	if staff.May(v.who, staff.SeeSignatures) != nil {
		return nil
	}
	tabs := []Link{
		{Icon: "user", Label: s.words.T(v.lang, "training.tab_own"), Href: "/training"},
		{Icon: "signature", Label: s.words.T(v.lang, "training.tab_signatures"), Href: "/signatures"},
		{Icon: "certificate", Label: s.words.T(v.lang, "training.tab_certificates"), Href: "/signatures/certificates"},
	}
	for i := range tabs {
		tabs[i].Current = tabs[i].Href == current
	}
	return tabs
}

// trainingCrumb leads back to the room's first page.
func (s *Server) trainingCrumb(lang string) []Link {
	return []Link{{Label: s.words.T(lang, "training.title"), Href: "/training"}}
}

// quizzes keeps the questions of the version that was asked for last: making them takes a fifth of a second.
type quizzes struct {
	mu     sync.Mutex
	digest string
	all    []training.Question
}

// questions gives the questions of a version.
func (s *Server) questions(ready *Ready) ([]training.Question, error) {
	s.quizzes.mu.Lock()
	defer s.quizzes.mu.Unlock()
	if s.quizzes.digest == ready.Version.Digest {
		return s.quizzes.all, nil
	}
	checker, err := ready.Checker()
	if err != nil {
		return nil, err
	}
	coverage, err := check.Examples(ready.Policy)
	if err != nil {
		return nil, err
	}
	s.quizzes.digest, s.quizzes.all = ready.Version.Digest, training.Questions(ready.Policy, checker, coverage)
	return s.quizzes.all, nil
}

// trainingTodos is what the room tells on the home page.
func (s *Server) trainingTodos(v *visit, tx *store.Tx) ([]Todo, error) {
	ready, err := s.InForce(v.ctx, tx, v.now)
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	signed, err := tx.Signatures(v.ctx, v.who.ID)
	if err != nil {
		return nil, err
	}
	var todos []Todo
	if due := training.Due(ready.Policy, signed, v.who); len(due) > 0 {
		todos = append(todos, Todo{Icon: "signature", Text: s.words.T(v.lang, "training.todo_sign", "n", len(due)), Href: "/training/sign"})
	}
	courses, err := s.courseRows(v, tx, ready)
	for _, c := range courses {
		todo := Todo{Icon: "school", Href: "/training/courses/" + c.ID}
		switch {
		case c.State == courseEnding:
			todo.Text, todo.Due = s.words.T(v.lang, "training.todo_repeat", "course", c.Name), c.Held.Expires
		case c.Needed && c.State != courseHeld:
			todo.Text = s.words.T(v.lang, "training.take_course", "course", c.Name)
		default:
			continue
		}
		todos = append(todos, todo)
	}
	return todos, err
}
