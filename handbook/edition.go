package handbook

import (
	"html/template"
	"strings"

	"github.com/yuin/goldmark"

	"rostrum/policy"
)

// edition is the handbook in one language.
type edition struct {
	*site
	lang     string
	words    *words
	markdown goldmark.Markdown
	parts    []part
}

func newEdition(s *site, lang string) *edition {
	e := &edition{site: s, lang: lang, words: wordsIn(lang), markdown: newMarkdown()}
	e.parts = e.contents()
	return e
}

// write makes every page of the edition.
func (e *edition) write() error {
	index, err := e.searchIndex()
	if err != nil {
		return err
	}
	e.files[e.lang+"/search-index.js"] = index
	if err := e.page("index.html", "index.html", e.index()); err != nil {
		return err
	}
	for i := range e.policy.Clauses {
		c, err := e.clausePage(i)
		if err != nil {
			return err
		}
		if err := e.page(c.Path, "clause.html", c); err != nil {
			return err
		}
	}
	runbooks, err := e.runbooksPage()
	if err != nil {
		return err
	}
	whole, err := e.wholePage()
	if err != nil {
		return err
	}
	for _, p := range []struct {
		path, template string
		page           any
	}{
		{"speakers.html", "speakers.html", e.speakersPage()},
		{"conflict.html", "conflict.html", e.conflictPage()},
		{"responses.html", "responses.html", e.responsesPage()},
		{"runbooks.html", "runbooks.html", runbooks},
		{PrintPage, "all.html", whole},
	} {
		if err := e.page(p.path, p.template, p.page); err != nil {
			return err
		}
	}
	return nil
}

func (e *edition) page(path, template string, page any) error {
	return e.site.write(e.lang+"/"+path, template, page)
}

// shell is what every page has around its own matter.
type shell struct {
	Lang, Title, Company string
	Path                 string // from the edition's folder
	Up, Root             string // relative ways to the edition's folder and to the site's, "" or "../"…
	Words                *words
	Other                *languageChoice
	Parts                []part
	Plans                []plan
	Version, Digest      string
	Print                bool // made for paper: no list of contents at the side
}

func (e *edition) shell(path, title string) shell {
	up := strings.Repeat("../", strings.Count(path, "/"))
	s := shell{
		Lang: e.lang, Title: title, Company: e.policy.Company, Path: path, Up: up, Root: up + "../", Words: e.words,
		Parts: e.parts, Plans: e.plans(), Version: e.policy.Version, Digest: shorten(e.policy.Digest),
	}
	for _, lang := range e.policy.Languages {
		if lang != e.lang {
			s.Other = &languageChoice{Lang: lang, Name: wordsIn(lang).LanguageName}
		}
	}
	return s
}

// shorten gives the start of a digest, enough to compare by eye.
func shorten(digest string) string {
	_, hex, _ := strings.Cut(digest, ":")
	return hex[:min(12, len(hex))]
}

// said is something that the policy says, with its language where that is not the page's.
type said struct{ Text, Lang string }

func (e *edition) say(t policy.Text) said { return said{t.In(e.lang), e.foreign(t)} }

// own is one of the site's own words.
func own(text string) said { return said{Text: text} }

// foreign gives the language in which a text appears where that is not the edition's own.
func (e *edition) foreign(t policy.Text) string {
	if t.Only(e.lang) != "" || t.Empty() {
		return ""
	}
	if e.lang == policy.English {
		return policy.Lithuanian
	}
	return policy.English
}

// render renders a Markdown text whose highest headings have a level.
func (e *edition) render(t policy.Text, level int, ids *anchors, link func(id string) string) (template.HTML, error) {
	p := prose{
		markdown: e.markdown, source: []byte(t.In(e.lang)), level: level, anchors: ids, link: link,
		number: func(number string) string {
			for _, c := range e.policy.Clauses {
				if c.Number == number {
					return c.ID
				}
			}
			return ""
		},
		inside: func(id string) bool { return e.policy.Clause(id) != nil },
	}
	return p.html()
}

// team gives a team's name, or its id where the policy has no such team.
func (e *edition) team(id string) said {
	for _, t := range e.policy.Speakers.Teams {
		if t.ID == id {
			return e.say(t.Name)
		}
	}
	return own(id)
}
