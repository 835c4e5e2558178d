// Package labelled owns how posts with labels are read for learning and for measuring: as a rule of a company's policy reads them. It
// refuses to know which of them may be learned from.
package labelled

import (
	"rostrum/policy/rule"
	sensekind "rostrum/policy/rule/sense"
	"rostrum/post"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/text/phrase"
)

// Line is a post of a file.
type Line struct {
	ID, Lang, Text, Label string
	Threat, Accusation    bool // of Lithuanian posts for tone
}

// Scribe reads posts as a rule does.
type Scribe struct {
	reader *text.Reader
	lists  *phrase.Set
	words  *sense.Words
}

// NewScribe gives a reader for the company that the posts were written about.
func NewScribe() (*Scribe, error) {
	b := phrase.NewBuilder()
	s := &rule.Setup{Name: "train/sense", Company: "Banga", Languages: []text.Lang{text.Lithuanian, text.English}, Channels: post.Channels[:], Phrases: b}
	own, _ := b.List("own")
	for _, name := range []string{"Banga", "Banga Pro", "Banga Mini", "Banga Home", "Bangos programėlė"} {
		if err := own.Add(name, phrase.Options{Languages: s.Languages, Name: true, Joined: true}); err != nil {
			return nil, err
		}
	}
	words, err := sensekind.Words(s, []*phrase.List{own})
	return &Scribe{text.NewReader(), b.Build(), words}, err
}

// Read reads a post. The text is valid until the next call.
func (s *Scribe) Read(words string, lang text.Lang) (*text.Document, sense.Text) {
	d := s.reader.Read(words, lang)
	return d, sense.NewText(d, s.lists.Find(d, nil), s.words)
}
