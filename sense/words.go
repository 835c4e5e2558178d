package sense

import (
	"sort"

	"rostrum/text"
	"rostrum/text/phrase"
)

// Words says which lists of words are known to weights: those that name the company and its products, and those whose
// words are of one class, such as illnesses. A class goes by its list's name.
type Words struct{ classes []uint64 } // by list: 0 for a list that is not known

// Text is a text that was read, with the words of lists that were found in it.
type Text struct {
	doc   *text.Document
	hits  []phrase.Hit
	words *Words
}

// NewText takes a text and the words of all lists that were found in it, in order of their first token, other readings of
// words after all others; those are not looked at.
func NewText(d *text.Document, hits []phrase.Hit, words *Words) Text {
	plain := sort.Search(len(hits), func(i int) bool { return hits[i].Reading })
	return Text{d, hits[:plain], words}
}

// from gives the index of the first hit that begins at a token or behind it.
func (t *Text) from(token int) int {
	return sort.Search(len(t.hits), func(i int) bool { return int(t.hits[i].First) >= token })
}

// NewWords takes the lists.
func NewWords(own, classes []*phrase.List) *Words {
	w := &Words{}
	for _, l := range own {
		w.set(l.ID, anyOwn)
	}
	for _, l := range classes {
		w.set(l.ID, text.HashString("class "+l.Name))
	}
	return w
}

func (w *Words) set(l phrase.ListID, class uint64) {
	for len(w.classes) <= int(l) {
		w.classes = append(w.classes, 0)
	}
	w.classes[l] = class
}

func (w *Words) own(l phrase.ListID) bool {
	return int(l) < len(w.classes) && w.classes[l] == anyOwn
}

// class gives what stands for a list, 0 for one that says nothing by itself.
func (w *Words) class(l phrase.ListID) uint64 {
	if int(l) >= len(w.classes) || w.classes[l] == anyOwn {
		return 0
	}
	return w.classes[l]
}
