package notify

import (
	"embed"
	"fmt"
	htmltemplate "html/template"
	"net/url"
	"strings"
	"text/template"
)

// Reader is who a letter is for.
type Reader struct {
	Name, Address string
	Lang          string // "lt", or English for any other
}

// Clause is a clause of the policy as letters list it.
type Clause struct {
	Number, Title string
}

// Letter is something to tell one person: an [Invitation], a [SignReminder] and the like. What people wrote in it may
// be anything; it ends up as text on one line.
type Letter interface {
	// file names the templates of the letter.
	file() string
	// link is where its button leads: an absolute address.
	link() string
	// clean is the letter with everything that people wrote made fit to stand in a line.
	clean() Letter
}

// Letters writes letters in the name of one company.
type Letters struct {
	company string
	words   map[string]*template.Template
	text    map[string]*template.Template
	html    map[string]*htmltemplate.Template
}

//go:embed letters
var letterFiles embed.FS

// letterNames are the files of letters/, without language and ending.
func letterNames() []string {
	return []string{"invitation", "sign_reminder", "new_version", "approval_asked", "new_device", "recovery", "course_expires", "account_lost", "account_ends",
		"post_asked", "guest_asked", "guest_code", "post_decided", "post_late", "post_commented", "checkpoint", "way_changed"}
}

// NewLetters reads the templates of all letters; it fails when one of them cannot be read.
func NewLetters(company string) (*Letters, error) {
	l := &Letters{company: name(company), words: map[string]*template.Template{},
		text: map[string]*template.Template{}, html: map[string]*htmltemplate.Template{}}
	for _, lang := range []string{"en", "lt"} {
		frame := "frame." + lang
		var err error
		if l.text[lang], err = template.ParseFS(letterFiles, "letters/"+frame+".txt.tmpl"); err != nil {
			return nil, fmt.Errorf("notify: letters: %w", err)
		}
		if l.html[lang], err = htmltemplate.ParseFS(letterFiles, "letters/frame.html.tmpl", "letters/"+frame+".html.tmpl"); err != nil {
			return nil, fmt.Errorf("notify: letters: %w", err)
		}
		for _, letter := range letterNames() {
			file := letter + "." + lang
			words, err := template.New(file).Funcs(wordFuncs(lang)).ParseFS(letterFiles, "letters/"+file+".tmpl")
			if err != nil {
				return nil, fmt.Errorf("notify: letters: %w", err)
			}
			l.words[file] = words
		}
	}
	return l, nil
}

// page is what the frame of a letter is given.
type page struct {
	Lang, Company, Subject string
	Reader                 Reader
	Body, After            []block
	Button, Link           string
}

// Write puts a letter into words in its reader's language. It fails when the letter's link is not an absolute web address.
func (l *Letters) Write(to Reader, letter Letter) (Message, error) {
	if u, err := url.Parse(letter.link()); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return Message{}, fmt.Errorf("notify: %s: the link is not an absolute web address", letter.file())
	}
	p, err := l.say(to, letter)
	if err != nil {
		return Message{}, fmt.Errorf("notify: %s: %w", letter.file(), err)
	}
	var text, html strings.Builder
	if err := l.text[p.Lang].Execute(&text, p); err != nil {
		return Message{}, fmt.Errorf("notify: %s: %w", letter.file(), err)
	}
	if err := l.html[p.Lang].ExecuteTemplate(&html, "frame.html.tmpl", p); err != nil {
		return Message{}, fmt.Errorf("notify: %s: %w", letter.file(), err)
	}
	message := Message{To: []string{to.Address}, Subject: p.Subject, Text: text.String(), HTML: html.String()}
	if with, ok := letter.(interface{ attached() []File }); ok {
		message.Files = with.attached()
	}
	return message, nil
}

// say finds the words of a letter, which are the same in text and HTML.
func (l *Letters) say(to Reader, letter Letter) (page, error) {
	if to.Lang != "lt" {
		to.Lang = "en"
	}
	to.Name, to.Address = name(to.Name), plain(to.Address)
	if to.Name == "" {
		to.Name = to.Address
	}
	data := struct {
		Company string
		Reader  Reader
		Letter  Letter
	}{l.company, to, letter.clean()}
	said := map[string]string{}
	for _, part := range []string{"subject", "body", "button", "after"} {
		var b strings.Builder
		if err := l.words[letter.file()+"."+to.Lang].ExecuteTemplate(&b, part, data); err != nil {
			return page{}, err
		}
		said[part] = b.String()
	}
	return page{
		Lang: to.Lang, Company: l.company, Reader: to, Link: letter.link(),
		Subject: shorten(plain(said["subject"]), longestSubject), Button: plain(said["button"]),
		Body: blocks(said["body"]), After: blocks(said["after"]),
	}, nil
}

// longestSubject is in runes; mail programs show less.
const longestSubject = 150

// block is a paragraph, or a list.
type block struct {
	Paragraph string
	Items     []string
}

// blocks cuts what a template wrote: an empty line ends a block, and lines that begin with "- " are a list.
func blocks(s string) []block {
	var found []block
	for piece := range strings.SplitSeq(s, "\n\n") {
		piece = strings.TrimSpace(piece)
		switch {
		case piece == "":
		case strings.HasPrefix(piece, "- "):
			found = append(found, block{Items: strings.Split(strings.TrimPrefix(piece, "- "), "\n- ")})
		default:
			found = append(found, block{Paragraph: oneParagraph(piece)})
		}
	}
	return found
}

// oneParagraph is a paragraph on one line; no-break spaces stay.
func oneParagraph(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}
