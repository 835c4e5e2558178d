// Package speaker is the kind of rule that asks whether the author of a post may speak here, on what the post is about.
// It refuses to decide that itself: the answer is package speaker's.
package speaker

import (
	"slices"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/speaker"
)

type keys struct {
	Action string `yaml:"action"`
}

type speakers struct {
	book   *speaker.Book
	action speaker.Action
	topics Topics
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
		topics, err := TopicsOf(s, book)
		r.topics = topics
		return r, err
	}
}

// Check asks for posts whose author is known. While speakers.yaml says nothing there is nothing to hold anyone against,
// which lint says.
func (r *speakers) Check(in *rule.Input, out *rule.Report) {
	author := in.Post.Author
	if author == nil || r.silent(author) {
		return
	}
	q := speaker.Question{Topics: r.topics.About(in), Action: r.action, On: policy.DateOf(in.Post.At)}
	accounts := []string{in.Post.Account}
	if author.Standing != nil {
		q.Person = standing(author)
	} else {
		q.Person, accounts = r.person(author), r.accounts(in.Post.Network)
	}
	for _, q.Account = range accounts {
		if r.book.Allows(q) {
			return
		}
	}
	q.Account = accounts[0]
	answer := r.book.Ask(q)
	match := rule.Match{Message: r.message(author, q.Person, &answer)}
	if author.Standing == nil {
		match.Suggestion = rule.Text(answer.Instead()) // a company that knows its people knows who of them approves
	}
	out.Add(match)
}

// silent tells that there is nothing to hold the author against: no grant, or of those whom only the policy knows nobody.
func (r *speakers) silent(a *post.Author) bool {
	if a.Standing != nil {
		return len(r.book.Grants) == 0
	}
	return len(r.book.People) == 0
}

// standing gives an author as grants ask for them.
func standing(a *post.Author) *policy.Person {
	p := &policy.Person{Name: a.Name, Teams: a.Standing.Teams, Trained: map[string]policy.Date{}}
	for training, passed := range a.Standing.Trained {
		p.Trained[training] = policy.DateOf(passed)
	}
	return p
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
