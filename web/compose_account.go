package web

import (
	"slices"
	"strings"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/network"
	"rostrum/policy"
	"rostrum/speaker"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// composeAccount is an account to choose, with what the writer may do there.
type composeAccount struct {
	account.Account
	Net      network.Profile
	Initials string
	Hue      int // the account's colour on pages of what goes out
	Limit    int // the longest post there, as the network counts
	Chosen   bool
	Own      string
	Mark     string // may, some, ask, or empty where the policy says nothing of who may speak
	Topics   []mayTopic
	Preview  postPreview
}

// mayTopic is what the writer may do on topics of which the same holds.
type mayTopic struct {
	IDs, Names []string
	Allowed    bool
	Why        string // what is missing, in one sentence
	Courses    []Link // what the writer can do about it
	Instead    string // names of those who can say yes instead
}

// Said names the topics in a row.
func (t mayTopic) Said() string { return strings.Join(t.Names, ", ") }

// About gives their ids in a row, for scripts.
func (t mayTopic) About() string { return strings.Join(t.IDs, " ") }

// desk is what the page of a post needs to know of the company at the moment.
type desk struct {
	ready    *Ready
	accounts []account.Account
	book     *speaker.Book
	me       *policy.Person
	able     []approval.Candidate
	givers   []string // names of people who can give a grant
}

func (s *Server) deskOf(v *visit, tx *store.Tx) (desk, error) {
	ready, err := s.InForce(v.ctx, tx, v.now)
	if err != nil {
		return desk{}, err
	}
	d := desk{ready: ready, book: speaker.New(ready.Policy)}
	if d.accounts, err = tx.BrandAccounts(v.ctx); err != nil {
		return d, err
	}
	if d.me, err = approval.Speaks(v.ctx, tx, ready.Policy, v.who, v.now); err != nil {
		return d, err
	}
	if d.able, err = approval.Able(v.ctx, tx, ready.Policy, v.now); err != nil {
		return d, err
	}
	owners, err := tx.PeopleWithRole(v.ctx, staff.PolicyOwner)
	for _, p := range owners {
		d.givers = append(d.givers, p.Name)
	}
	return d, err
}

// accountsFor gives the accounts that posts can go to, and those that were chosen before.
func (s *Server) accountsFor(v *visit, d *desk, form Form) []composeAccount {
	chosen, faces := form.Values["account"], faced(d.accounts)
	var all []composeAccount
	for _, a := range d.accounts {
		if !a.Speaks() && !slices.Contains(chosen, a.ID) {
			continue
		}
		c := composeAccount{Account: a, Net: s.profile(a.Network), Initials: initials(a.Name), Hue: faceOf(faces, a.ID).Hue, Chosen: slices.Contains(chosen, a.ID), Own: form.Value("own-" + a.ID)}
		if c.Initials == "" {
			c.Initials = initials(a.Handle)
		}
		if c.Limit = a.Length; c.Limit == 0 {
			c.Limit = c.Net.Length
		}
		c.Topics = s.topicsOf(v, d, a)
		c.Mark = mayMark(c.Topics)
		text := c.Own
		if text == "" {
			text = form.Value("text")
		}
		c.Preview = previewOf(c.Net, a, c.Limit, text)
		all = append(all, c)
	}
	return all
}

// profile is what is particular about a network; of one that this server cannot talk to, only its name.
func (s *Server) profile(id string) network.Profile {
	if n, ok := s.Networks[id]; ok {
		return n.Profile()
	}
	return network.Profile{ID: id, Name: id}
}

// topics tells on which topics the writer may publish on an account, and what is missing for the others.
func (s *Server) topicsOf(v *visit, d *desk, a account.Account) []mayTopic {
	if len(d.book.Grants) == 0 {
		return nil
	}
	var all []mayTopic
	for _, id := range d.book.TopicIDs() {
		q := speaker.Question{Person: d.me, Account: a.Policy, Topics: []string{id}, Action: speaker.Publish, On: policy.DateOf(v.now)}
		t := mayTopic{Allowed: d.book.Allows(q)}
		if !t.Allowed {
			answer := d.book.Ask(q)
			why := answer.Topics[0].Why
			t.Courses, t.Instead, t.Why = d.courses(why, v.lang), d.approvers(q, v.who.ID), s.words.T(v.lang, "compose.no_grant")
			if why[0].Lack != speaker.NoGrant {
				t.Why = d.book.Explain(&answer).In(v.lang)
			}
		}
		same := func(o mayTopic) bool { return o.Allowed == t.Allowed && o.Why == t.Why && o.Instead == t.Instead }
		at := slices.IndexFunc(all, same)
		if at < 0 {
			all, at = append(all, t), len(all)
		}
		all[at].IDs, all[at].Names = append(all[at].IDs, id), append(all[at].Names, d.topicName(id, v.lang))
	}
	return all
}

// approvers names who may say yes to what somebody may not publish alone.
func (d *desk) approvers(q speaker.Question, without string) string {
	var names []string
	for _, c := range d.able {
		if q.Person, q.Action = c.Speaks, speaker.Approve; c.Person.ID != without && d.book.Allows(q) {
			names = append(names, c.Person.Name)
		}
	}
	return strings.Join(names, ", ")
}

func (d *desk) topicName(id, lang string) string {
	for _, t := range d.book.Topics {
		if t.ID == id {
			return t.Name.In(lang)
		}
	}
	return policy.Text{EN: "Anything else", LT: "Visa kita"}.In(lang)
}

// courses are those that the writer can take to get a grant.
func (d *desk) courses(why []speaker.Reason, lang string) []Link {
	var all []Link
	for _, r := range why {
		for _, c := range training.Courses(d.ready.Policy) {
			if href := "/training/courses/" + c.ID; c.ID == r.Training && !slices.ContainsFunc(all, func(l Link) bool { return l.Href == href }) {
				all = append(all, Link{Label: c.Name.In(lang), Href: href})
			}
		}
	}
	return all
}

// mayMark sums up what the writer may do: everything, something or nothing.
func mayMark(topics []mayTopic) string {
	yes := slices.ContainsFunc(topics, func(t mayTopic) bool { return t.Allowed })
	no := slices.ContainsFunc(topics, func(t mayTopic) bool { return !t.Allowed })
	switch {
	case yes && no:
		return "some"
	case yes:
		return "may"
	case no:
		return "ask"
	}
	return ""
}

// topicOptions are the topics that a writer can name.
func (s *Server) topicOptions(v *visit, d *desk) []Option {
	options := []Option{{"", s.words.T(v.lang, "compose.topic_any")}}
	for _, id := range d.book.TopicIDs() {
		options = append(options, Option{id, d.topicName(id, v.lang)})
	}
	return options
}
