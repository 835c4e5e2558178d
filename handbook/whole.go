package handbook

// wholePage is everything on one page, made for paper.
type wholePage struct {
	shell
	Facts     []fact
	Chapters  []chapter
	Speakers  *speakersView
	Conflict  *conflictView
	Responses *responsesView
	Runbooks  *runbooksView
}

// chapter is a part with its clauses in full.
type chapter struct {
	part
	ID      string
	Clauses []*clauseView
}

func (e *edition) wholePage() (*wholePage, error) {
	link := func(id string) string { return "#" + anchorOf(id) }
	page := &wholePage{
		shell: e.shell(PrintPage, e.words.OnePage), Facts: e.facts(), Speakers: e.speakers(2),
		Conflict: e.conflict(2, "", ""), Responses: e.responses(2),
	}
	page.Print = true
	for _, p := range e.parts {
		c := chapter{part: p, ID: "part-" + p.Number}
		for _, line := range p.Lines {
			v, err := e.clause(e.policy.Clause(line.ID), 3, anchorOf(line.ID)+"-", link)
			if err != nil {
				return nil, err
			}
			c.Clauses = append(c.Clauses, v)
		}
		page.Chapters = append(page.Chapters, c)
	}
	var err error
	page.Runbooks, err = e.runbooks(2, link)
	return page, err
}

// anchorOf is where a clause begins on the page that has them all.
func anchorOf(id string) string { return "clause-" + id }

// Anchor is where the clause begins on the page that has them all.
func (c contentsLine) Anchor() string { return anchorOf(c.ID) }
