package check

import (
	"rostrum/policy"
	"rostrum/policy/rule"
	speakerrule "rostrum/policy/rule/speaker"
	"rostrum/post"
	"rostrum/speaker"
	"rostrum/text"
)

// knowTopics makes the lists by which the topics of speakers.yaml are known. A sealed policy does without: it has not all
// of the lists.
func (c *compiler) knowTopics() {
	if c.sealed != nil {
		return
	}
	topics, err := speakerrule.TopicsOf(&rule.Setup{TermList: c.termList, Phrases: c.builder}, speaker.New(c.policy))
	if err == nil {
		c.topics = topics
		return
	}
	place := c.policy.Speakers.Place
	c.problems = append(c.problems, policy.Problem{File: place.File, Line: place.Line, Column: place.Column, Code: policy.CodeValue, Message: said(err)})
}

// Topics gives the topics of speakers.yaml that a post is about, that which its author named among them. Where they
// cannot be told it gives all, so that whoever is asked about the post must be entitled to any of them.
func (c *Checker) Topics(p *post.Post) (topics []string) {
	d := c.desks.Get().(*desk)
	defer func() {
		if recover() != nil {
			topics = (&speaker.Book{Speakers: c.policy.Speakers}).TopicIDs()
			return
		}
		c.desks.Put(d)
	}()
	d.input = rule.Input{Post: p, Doc: d.reader.Read(p.Text, text.Lang(p.Lang)), Find: d.find}
	topics = c.topics.About(&d.input)
	d.input = rule.Input{}
	return topics
}
