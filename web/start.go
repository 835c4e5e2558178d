package web

import (
	"net/http"
	"slices"

	"rostrum/policy/starter"
	"rostrum/store"
)

// answers are what whoever sets up the company has said so far.
type answers struct {
	Admitted  bool     `json:"admitted,omitempty"` // the start code was right, or not needed
	Company   string   `json:"company,omitempty"`
	Languages []string `json:"languages,omitempty"` // the main one first
	Sectors   []string `json:"sectors,omitempty"`
	Zone      string   `json:"zone,omitempty"`
	Name      string   `json:"name,omitempty"`
	Mail      string   `json:"mail,omitempty"`
	Given     int      `json:"given,omitempty"` // how many questions are answered
}

// startQuestions are asked one a page, in this order.
func startQuestions() []string { return []string{"company", "languages", "sectors", "zone", "you"} }

// startPage asks one of them, or for the start code.
type startPage struct {
	Page
	Form
	Steps    []Step
	Question string
	Back     string // the question before
	Answers  answers
	Main     string // the language that comes first
	Mains    []Option
	Sectors  []Link // Href is the value
	Zones    []Option
}

// start shows the first question that is not answered, or an earlier one that the visitor goes back to.
func (s *Server) start(v *visit) error {
	if v.company.Name != "" {
		return v.see("/")
	}
	var a *attempt
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		a, err = s.attempt(v, tx)
		return err
	})
	if err != nil {
		return err
	}
	questions := startQuestions()
	at := min(a.Answers.Given, len(questions)-1)
	if asked := slices.Index(questions, v.r.URL.Query().Get("question")); asked >= 0 && asked <= at {
		at = asked
	}
	if !a.Answers.Admitted && !s.near(v) {
		at = -1
	}
	return s.showQuestion(v, http.StatusOK, at, a.Answers, nil)
}

// showQuestion shows a question by its place; -1 is the start code.
func (s *Server) showQuestion(v *visit, status, at int, a answers, wrong error) error {
	page := &startPage{Question: "code", Answers: a}
	if at >= 0 {
		page.Question, page.Steps = startQuestions()[at], s.startSteps(v, at)
	}
	if at > 0 {
		page.Back = "/start?question=" + startQuestions()[at-1]
	}
	page.Page = s.page(v, "start."+page.Question+"_title")
	page.Lead = s.words.T(v.lang, "start."+page.Question+"_lead")
	if wrong != nil {
		page.Values = v.r.PostForm
		page.Refuse(v.lang, wrong)
		page.Answers.Languages, page.Answers.Sectors = v.r.PostForm["language"], v.r.PostForm["sector"]
	}
	for _, sector := range starter.Sectors {
		page.Sectors = append(page.Sectors, Link{Label: s.words.T(v.lang, "start.sector_"+sector), Href: sector,
			Current: slices.Contains(page.Answers.Sectors, sector)})
	}
	page.Zones = zones(a.Zone)
	page.Mains = []Option{{Lithuanian, "Lietuvių"}, {English, "English"}}
	if page.Main = v.lang; len(a.Languages) > 0 {
		page.Main = a.Languages[0]
	}
	s.render.Render(v.w, v.r, status, "start/start", page)
	return nil
}

// Speaks tells whether a language was chosen; before anything was, both are.
func (a answers) Speaks(lang string) bool {
	return len(a.Languages) == 0 || slices.Contains(a.Languages, lang)
}

// startSteps shows how far the first run is.
func (s *Server) startSteps(v *visit, at int) []Step {
	stage := []int{0, 0, 0, 0, 1, 2}[at]
	steps := make([]Step, 3)
	for i, key := range []string{"start.stage_company", "start.stage_you", "start.stage_signin"} {
		steps[i].Label = s.words.T(v.lang, key)
		switch {
		case i < stage:
			steps[i].State = "done"
		case i == stage:
			steps[i].State = "current"
		}
	}
	return steps
}
