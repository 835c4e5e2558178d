package speaker

import (
	"slices"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/speaker"
	"rostrum/text"
	"rostrum/text/phrase"
)

// Topics are the topics of a policy with the word lists by which they are known in a text.
type Topics []topic

type topic struct {
	id    string
	lists []*phrase.List
}

// TopicsOf makes the lists of a book's topics; whoever asks for them under the same Phrases shares them.
func TopicsOf(s *rule.Setup, book *speaker.Book) (Topics, error) {
	var all Topics
	for i := range book.Topics {
		t := &book.Topics[i]
		out := topic{id: t.ID}
		for _, name := range t.Terms {
			l, err := s.TermList(name)
			if err != nil {
				return nil, err
			}
			out.lists = append(out.lists, l)
		}
		own, fresh := s.Phrases.List("topic " + t.ID)
		if fresh {
			if err := fill(own, t.Words); err != nil {
				return nil, err
			}
		}
		out.lists = append(out.lists, own)
		all = append(all, out)
	}
	return all, nil
}

func fill(l *phrase.List, words policy.Words) error {
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		for _, w := range words.In(string(lang)) {
			if err := l.Add(w, phrase.Options{Languages: []text.Lang{lang}}); err != nil {
				return rule.Unmatchable(w, err)
			}
		}
	}
	return nil
}

// About gives the ids of the topics that a post is about: those known of it, and those that its words tell.
func (t Topics) About(in *rule.Input) []string {
	ids := slices.Clone(in.Post.Topics)
	for i := range t {
		if !slices.Contains(ids, t[i].id) && slices.ContainsFunc(t[i].lists, in.Has) {
			ids = append(ids, t[i].id)
		}
	}
	return ids
}
