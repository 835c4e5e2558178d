// Package speaker is the kind of rule that asks whether the author of a post may speak here, on what the post is about.
// It refuses to decide that itself: the answer is package speaker's.
package speaker

import (
	"slices"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/speaker"
	"rostrum/text"
	"rostrum/text/phrase"
)

type keys struct {
	Action string `yaml:"action"`
}

type speakers struct {
	book   *speaker.Book
	action speaker.Action
	topics []topic
}

type topic struct {
	id    string
	lists []*phrase.List
}

// With gives the maker of the kind for the speakers of a policy.
func With(book *speaker.Book) rule.Maker {
	return func(s *rule.Setup) (rule.Rule, error) {
		k := keys{Action: string(speaker.Publish)}
		if err := s.Decode(&k); err != nil {
			return nil, err
		}
		r := &speakers{book: book, action: speaker.Action(k.Action)}
		if !slices.Contains(speaker.Actions(), r.action) {
			return nil, rule.Unknown("action", k.Action, "publish", "reply", "crisis", "approve")
		}
		s.OnAll() // it is about the author, whatever the words
		return r, r.recognise(s)
	}
}

// recognise makes the word lists by which a post's topics are known.
func (r *speakers) recognise(s *rule.Setup) error {
	for i := range r.book.Topics {
		t := &r.book.Topics[i]
		out := topic{id: t.ID}
		for _, name := range t.Terms {
			l, err := s.TermList(name)
			if err != nil {
				return err
			}
			out.lists = append(out.lists, l)
		}
		words := map[text.Lang][]string{text.English: t.Words.EN, text.Lithuanian: t.Words.LT}
		if len(t.Words.EN)+len(t.Words.LT) > 0 {
			l, err := s.OwnList("topic "+t.ID, words)
			if err != nil {
				return err
			}
			out.lists = append(out.lists, l)
		}
		r.topics = append(r.topics, out)
	}
	return nil
}

// Check asks for posts whose author is known. While speakers.yaml names nobody there is nothing to hold anyone
// against, which lint says.
func (r *speakers) Check(in *rule.Input, out *rule.Report) {
	if in.Post.Author == nil || len(r.book.People) == 0 {
		return
	}
	accounts := r.accounts(in.Post.Network)
	q := speaker.Question{Person: r.person(in.Post.Author), Topics: r.about(in), Action: r.action, On: policy.DateOf(in.Post.At)}
	for _, q.Account = range accounts {
		if r.book.Allows(q) {
			return
		}
	}
	q.Account = accounts[0]
	answer := r.book.Ask(q)
	out.Add(rule.Match{Message: r.message(in.Post.Author, q.Person, &answer), Suggestion: rule.Text(answer.Instead())})
}

func (r *speakers) person(a *post.Author) *policy.Person {
	if p := r.book.Person(a.Handle); p != nil {
		return p
	}
	return r.book.Person(a.Name)
}

// accounts gives the company's accounts on a network, or all where the post names none. Where the company has none
// there, the name of no account is asked for, which only a grant for all accounts covers.
func (r *speakers) accounts(network string) []string {
	var ids []string
	for _, a := range r.book.Accounts {
		if network == "" || a.Network == network {
			ids = append(ids, a.ID)
		}
	}
	if ids == nil {
		return []string{""}
	}
	return ids
}

func (r *speakers) about(in *rule.Input) []string {
	var ids []string
	for _, t := range r.topics {
		if slices.ContainsFunc(t.lists, in.Has) {
			ids = append(ids, t.id)
		}
	}
	return ids
}

func (r *speakers) message(a *post.Author, p *policy.Person, answer *speaker.Answer) rule.Text {
	if p != nil {
		return rule.Text(r.book.Explain(answer))
	}
	name := a.Name
	if name == "" {
		name = a.Handle
	}
	if name == "" {
		return rule.Text{
			EN: "The author has neither a name nor a handle, so nobody can tell whether they may speak for the company.",
			LT: "Nenurodytas nei autoriaus vardas, nei paskyra, tad neaišku, ar jis gali kalbėti įmonės vardu.",
		}
	}
	return rule.Text{
		EN: "“" + name + "” is not among the people who may speak for the company.",
		LT: "„" + name + "“ nėra tarp žmonių, galinčių kalbėti įmonės vardu.",
	}
}
