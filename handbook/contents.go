package handbook

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"rostrum/policy"
)

// part is the clauses whose numbers begin alike.
type part struct {
	Number string
	Title  said
	Lines  []contentsLine
}

// contentsLine is a clause in a list of contents.
type contentsLine struct {
	ID, Path, Number string
	Title, Lead      said
}

// plan is one of the pages beside the clauses.
type plan struct {
	Path, Title, Anchor string
}

// contents puts the clauses, which come in the order of their numbers, into parts. The policy may
// name them; otherwise a clause with a number of one figure, such as 2, gives its title to its part.
func (e *edition) contents() []part {
	var parts []part
	for _, c := range e.policy.Clauses {
		number, _, deeper := strings.Cut(c.Number, ".")
		if len(parts) == 0 || parts[len(parts)-1].Number != number {
			title := own(fmt.Sprintf(e.words.Part, number))
			if named, ok := e.policy.Parts[number]; ok {
				title = e.say(policy.Text{EN: number + ". " + named.EN, LT: number + ". " + named.LT})
			} else if !deeper {
				title = e.say(c.Title)
			}
			parts = append(parts, part{Number: number, Title: title})
		}
		last := &parts[len(parts)-1]
		last.Lines = append(last.Lines, contentsLine{
			ID: c.ID, Path: clausePath(c.ID), Number: c.Number, Title: e.say(c.Title),
			Lead: said{e.lead(c.Text.In(e.lang)), e.foreign(c.Text)},
		})
	}
	return parts
}

func clausePath(id string) string { return "clauses/" + id + ".html" }

func (e *edition) plans() []plan {
	w := e.words
	return []plan{
		{"speakers.html", w.Speakers, "speakers"},
		{"conflict.html", w.Conflict, "conflict"},
		{"responses.html", w.Responses, "responses"},
		{"runbooks.html", w.Runbooks, "runbooks"},
	}
}

// lead gives the beginning of a text's first paragraph.
func (e *edition) lead(source string) string {
	doc := e.markdown.Parser().Parse(text.NewReader([]byte(source)))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindParagraph && onlyStrong(n) == nil {
			return opening(plain(n, []byte(source)))
		}
	}
	return ""
}

// opening gives the first sentence, and the second where the first says too little by itself.
func opening(s string) string {
	const little, most = 60, 170
	lead := sentence(s)
	if utf8.RuneCountInString(lead) < little {
		if more := lead + " " + sentence(strings.TrimSpace(s[len(lead):])); utf8.RuneCountInString(more) <= most {
			lead = strings.TrimSpace(more)
		}
	}
	return clip(lead, most)
}

// sentence cuts after the first full stop that a capital follows: „2026 m. gruodžio 1 d.“ goes on.
func sentence(s string) string {
	runes := []rune(s)
	for i := 0; i+2 < len(runes); i++ {
		if strings.ContainsRune(".!?", runes[i]) && runes[i+1] == ' ' && (unicode.IsUpper(runes[i+2]) || runes[i+2] == '„' || runes[i+2] == '“') {
			return string(runes[:i+1])
		}
	}
	return s
}

// clip shortens to so many letters, between words.
func clip(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}

// indexPage is an edition's first page.
type indexPage struct {
	shell
	Facts []fact
	PDF   string // the PDF's name; empty: there is none
	Whole string
}

type fact struct{ Name, Value string }

func (e *edition) index() *indexPage {
	page := &indexPage{shell: e.shell("index.html", e.words.Title), Facts: e.facts(), Whole: PrintPage}
	if e.pdf {
		page.PDF = PDF
	}
	return page
}

func (e *edition) facts() []fact {
	p, w := e.policy, e.words
	return []fact{
		{w.Version, p.Version},
		{w.Effective, date(e.lang, p.Effective)},
		{w.Review, date(e.lang, p.Review)},
		{w.Approved, e.approver(p.Approver)},
	}
}

func (e *edition) approver(a policy.Approver) string {
	if a.Role.Empty() {
		return a.Name
	}
	return a.Name + ", " + a.Role.In(e.lang)
}
