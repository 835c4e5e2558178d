package tone

import (
	"rostrum/text"
	"rostrum/text/phrase"
)

// Hates tells whether a text that names a group of people (see Groups) is hate, and how surely. Without a word for a
// group there is nobody to hate for what they are. The levels of strictness are set by how many ordinary posts reach them, see
// tone/MODEL_CARD.md.
func (x *Learned) Hates(d *text.Document, strictness Strictness) bool {
	scores, ok := x.Read(d, nil, &Result{})
	return ok && scores.Hate >= x.Hate[strictness]
}

// Groups gives the list of a language's words for groups of people. An English text without a hit of it is not to be
// asked about with Hates.
func Groups(lists Lists, lang text.Lang) (*phrase.List, error) {
	words := hiddenWords
	if lang == text.Lithuanian {
		words = hiddenForms
	}
	var err error
	l := lists("tone/group/"+string(lang), func(l *phrase.List) {
		for _, w := range words() {
			if err = l.Add(w, phrase.Options{}); err != nil {
				return
			}
		}
	})
	return l, err
}
