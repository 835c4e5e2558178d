// Package speaker owns the answer to one question: may this person do this, on this account, about this, on this day?
// What is not granted is denied, and every answer says why and who could approve instead. It refuses to look at the
// words of a post: which topics a post is about is told to it.
package speaker

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rostrum/policy"
)

// Action is what somebody wants to do.
type Action string

// The actions.
const (
	Publish Action = "publish"
	Reply   Action = "reply"
	Crisis  Action = "crisis" // comment in a crisis
	Approve Action = "approve"
)

// Actions lists every action.
func Actions() []Action { return []Action{Publish, Reply, Crisis, Approve} }

// Book is who may speak, as the policy says it. It is safe for concurrent use.
type Book struct {
	policy.Speakers
	known map[string]*policy.Person // by name and handle, see key
	bare  map[string]*policy.Person // by name without diacritics; nil where several have it
}

// New gives the book of a policy.
func New(p *policy.Policy) *Book {
	b := &Book{Speakers: p.Speakers, known: map[string]*policy.Person{}, bare: map[string]*policy.Person{}}
	for i := range b.People {
		b.index(&b.People[i])
	}
	return b
}

// Question is what is asked.
type Question struct {
	Person  *policy.Person
	Account string   // an id
	Topics  []string // ids; none means the topic `other`
	Action  Action
	On      policy.Date
}

// Answer is what the book says: allowed only if every topic is.
type Answer struct {
	Allowed   bool
	Topics    []TopicAnswer
	Approvers []string // names of others who may approve for all these topics on this day
}

// TopicAnswer is the answer for one topic: the grant that allows it, or why none does.
type TopicAnswer struct {
	Topic string
	Grant *policy.Grant // nil: denied
	Why   []Reason      // what each grant that comes near lacks; a single NoGrant where none does
}

// Lack is what stands between a person and a grant.
type Lack string

// What can be lacking.
const (
	NoGrant         Lack = "no grant"         // no team of the person has a grant for this
	GrantEnded      Lack = "grant ended"      // it ran until a day that has passed
	TrainingMissing Lack = "training missing" // it was never passed
	TrainingExpired Lack = "training expired" // it was passed too long ago
)

// Reason is one thing that is lacking.
type Reason struct {
	Lack     Lack
	Team     string
	Training string      // for the two about training
	Since    policy.Date // the last day on which it held; zero where it never did
}

// Allows answers a question with yes or no alone, which is quicker: it does not look for others who may approve.
func (b *Book) Allows(q Question) bool {
	if len(q.Topics) == 0 {
		return b.topic(q, policy.OtherTopic).Grant != nil
	}
	return !slices.ContainsFunc(q.Topics, func(topic string) bool { return b.topic(q, topic).Grant == nil })
}

// Ask answers a question. Nobody (a nil Person) may do anything.
func (b *Book) Ask(q Question) Answer {
	topics := q.Topics
	if len(topics) == 0 {
		topics = []string{policy.OtherTopic}
	}
	a := Answer{Allowed: true}
	for _, topic := range topics {
		t := b.topic(q, topic)
		a.Allowed = a.Allowed && t.Grant != nil
		a.Topics = append(a.Topics, t)
	}
	if q.Action != Approve {
		a.Approvers = b.approvers(q, topics)
	}
	return a
}

func (b *Book) topic(q Question, topic string) TopicAnswer {
	out := TopicAnswer{Topic: topic}
	for i := range b.Grants {
		g := &b.Grants[i]
		if q.Person == nil || !slices.Contains(q.Person.Teams, g.Team) || !covers(g, q.Account, topic, q.Action) {
			continue
		}
		lacks := b.lacks(g, q.Person, q.On)
		if len(lacks) == 0 {
			return TopicAnswer{Topic: topic, Grant: g}
		}
		out.Why = append(out.Why, lacks...)
	}
	if len(out.Why) == 0 {
		out.Why = []Reason{{Lack: NoGrant}}
	}
	return out
}

func covers(g *policy.Grant, account, topic string, action Action) bool {
	return among(g.Accounts, account) && among(g.Topics, topic) && slices.Contains(g.Actions, string(action))
}

func among(list []string, name string) bool {
	return slices.Contains(list, policy.All) || slices.Contains(list, name)
}

// lacks gives what keeps a grant from holding for a person on a day.
func (b *Book) lacks(g *policy.Grant, p *policy.Person, on policy.Date) []Reason {
	var out []Reason
	if !g.Until.IsZero() && on.After(g.Until) {
		out = append(out, Reason{Lack: GrantEnded, Team: g.Team, Since: g.Until})
	}
	for _, training := range g.Training {
		passed, ok := p.Trained[training]
		if !ok || on.Before(passed) {
			out = append(out, Reason{Lack: TrainingMissing, Team: g.Team, Training: training})
			continue
		}
		if until := b.validUntil(training, passed); !until.IsZero() && on.After(until) {
			out = append(out, Reason{Lack: TrainingExpired, Team: g.Team, Training: training, Since: until})
		}
	}
	return out
}

// validUntil gives the last day on which a training counts; the zero Date means for ever.
func (b *Book) validUntil(training string, passed policy.Date) policy.Date {
	for i := range b.Trainings {
		if t := &b.Trainings[i]; t.ID == training && t.ValidMonths > 0 {
			return passed.AddMonths(t.ValidMonths)
		}
	}
	return policy.Date{}
}

// approvers names who may approve for all topics, other than the person who asks: nobody approves their own words.
func (b *Book) approvers(q Question, topics []string) []string {
	var out []string
	for i := range b.People {
		p := &b.People[i]
		if q.Person != nil && p.Name == q.Person.Name {
			continue
		}
		ask := Question{Person: p, Account: q.Account, Topics: topics, Action: Approve, On: q.On}
		if b.Ask(ask).Allowed {
			out = append(out, p.Name)
		}
	}
	return out
}

// Person finds somebody by name or handle, in any case, with or without @; by a name without its diacritics as well,
// where only one person has it. It gives nil where there is no such person.
func (b *Book) Person(nameOrHandle string) *policy.Person {
	if p := b.known[key(nameOrHandle)]; p != nil {
		return p
	}
	return b.bare[bare(nameOrHandle)]
}

// index notes how a person can be found. Who comes first in the policy keeps a name or handle.
func (b *Book) index(p *policy.Person) {
	for _, name := range append([]string{p.Name}, p.Handles...) {
		if k := key(name); k != "" && b.known[k] == nil {
			b.known[k] = p
		}
	}
	k := bare(p.Name)
	if _, taken := b.bare[k]; taken || k == "" {
		p = nil
	}
	b.bare[k] = p
}

func key(s string) string {
	return strings.TrimPrefix(strings.Join(strings.Fields(strings.ToLower(s)), " "), "@")
}

// bare is key without diacritics. Letters of other scripts that look alike stay what they are: they are how people
// pose as others.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(key(s)))
}

// Account finds an account by id or handle; nil where there is no such account.
func (b *Book) Account(idOrHandle string) *policy.Account {
	for i := range b.Accounts {
		if a := &b.Accounts[i]; a.ID == idOrHandle || key(a.Handle) == key(idOrHandle) {
			return a
		}
	}
	return nil
}

// TopicIDs lists every topic, `other` last.
func (b *Book) TopicIDs() []string {
	var out []string
	for _, t := range b.Topics {
		out = append(out, t.ID)
	}
	return append(out, policy.OtherTopic)
}

// Able names everyone who may do something on a day.
func (b *Book) Able(account, topic string, action Action, on policy.Date) []string {
	var out []string
	for i := range b.People {
		q := Question{Person: &b.People[i], Account: account, Topics: []string{topic}, Action: action, On: on}
		if t := b.topic(q, topic); t.Grant != nil {
			out = append(out, b.People[i].Name)
		}
	}
	return out
}
