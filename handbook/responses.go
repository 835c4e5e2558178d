package handbook

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rostrum/policy"
)

// responsesPage shows the pre-approved answers.
type responsesPage struct {
	shell
	Responses *responsesView
}

type responsesView struct {
	Words *words
	Level int
	List  []responseView
}

// responseView is a pre-approved answer. Its text is cut into what stands and what is to be filled in.
type responseView struct {
	ID, Edit, Owner string
	Title           said
	Fits            []string
	Lang            string // of the text, where it is not the page's
	Paragraphs      [][]piece
}

type piece struct {
	Text  string
	Field bool
}

func (e *edition) responsesPage() *responsesPage {
	return &responsesPage{e.shell("responses.html", e.words.Responses), e.responses(1)}
}

func (e *edition) responses(level int) *responsesView {
	v := &responsesView{Words: e.words, Level: level}
	for _, r := range e.policy.Responses {
		view := responseView{
			ID: "response-" + r.ID, Title: e.responseTitle(r), Edit: name(editNames, e.lang, r.Edit),
			Owner: name(ownerNames, e.lang, r.Owner), Lang: e.foreign(r.Text),
		}
		for _, w := range e.wordsOf(r.Fits) {
			view.Fits = append(view.Fits, e.quote(w))
		}
		_, text := titled(r.Text.In(e.lang))
		for _, p := range strings.Split(text, "\n\n") {
			if p = strings.TrimSpace(p); p != "" {
				view.Paragraphs = append(view.Paragraphs, e.pieces(p, r.Fields))
			}
		}
		v.List = append(v.List, view)
	}
	return v
}

// responseTitle is the text's own title where it has one, else the first words that it fits.
func (e *edition) responseTitle(r *policy.Response) said {
	if title, _ := titled(r.Text.In(e.lang)); title != "" {
		return said{title, e.foreign(r.Text)}
	}
	if fits := e.wordsOf(r.Fits); len(fits) > 0 {
		return own(capital(fits[0]))
	}
	return own(capital(strings.ReplaceAll(r.ID, "-", " ")))
}

// titled divides a text into its first line, where that is a title, and the rest.
func titled(text string) (title, rest string) {
	first, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if title, ok := strings.CutPrefix(first, "# "); ok {
		return strings.TrimSpace(title), strings.TrimSpace(rest)
	}
	return "", text
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

var fieldPattern = regexp.MustCompile(`\{[^{}]+\}`)

// pieces cuts a text at its fields. Braces around anything else are part of the text.
func (e *edition) pieces(text string, fields []string) []piece {
	var list []piece
	from := 0
	for _, at := range fieldPattern.FindAllStringIndex(text, -1) {
		field := text[at[0]+1 : at[1]-1]
		if !slices.Contains(fields, field) {
			continue
		}
		if from < at[0] {
			list = append(list, piece{Text: text[from:at[0]]})
		}
		list = append(list, piece{name(fieldNames, e.lang, field), true})
		from = at[1]
	}
	if from < len(text) {
		list = append(list, piece{Text: text[from:]})
	}
	return list
}

// Section gives the level of each answer's heading.
func (v *responsesView) Section() int { return v.Level + 1 }
