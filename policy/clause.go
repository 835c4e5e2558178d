package policy

import (
	"time"

	"rostrum/post"
)

// Clause is one numbered part of the policy: what people read, the rules that hold posts to it and the examples that
// show and test them.
type Clause struct {
	Place       Place
	ID          string            `yaml:"-"` // the folder's name
	Number      string            `yaml:"number,required" format:"number"`
	Owner       string            `yaml:"owner,required" ref:"team"`
	AppliesTo   []post.Channel    `yaml:"applies_to,required" oneof:"brand personal mention"`
	Covers      []string          `yaml:"covers" oneof:"@points"`
	Consequence Text              `yaml:"consequence"`
	Sources     []Source          `yaml:"sources"`
	Rules       []*Rule           `yaml:"rules"`
	Given       map[string][]Term `yaml:"given" ref:"word list"`
	GivenPeople []Person          `yaml:"given_people"`
	Examples    []*Example        `yaml:"examples"`

	Text  Text `yaml:"-"` // en.md and lt.md without the title line
	Title Text `yaml:"-"` // their first lines, without the #

	textLine map[string]int // the line of en.md and lt.md on which Text begins
}

// Source is a law or guidance that a clause rests on.
type Source struct {
	Place Place
	Name  string `yaml:"name,required"`
	URL   string `yaml:"url" format:"url"`
}

// Rule is what holds posts to a clause. Body has the keys that its kind reads.
type Rule struct {
	Place      Place
	Clause     string     `yaml:"-"` // the clause's id
	ID         string     `yaml:"id,required" defines:"rule"`
	Kind       string     `yaml:"kind,required" format:"id"`
	Category   string     `yaml:"category,required" oneof:"@categories"`
	Verdict    string     `yaml:"verdict,required" oneof:"advise review block"`
	Message    Text       `yaml:"message"`
	Suggestion Text       `yaml:"suggestion"`
	When       Conditions `yaml:"when"`
	Near       *Vicinity  `yaml:"near"`
	Unless     *Vicinity  `yaml:"unless"`
	Body       Body
}

// FullName names the rule in the whole policy: clause/rule.
func (r *Rule) FullName() string { return r.Clause + "/" + r.ID }

// Conditions narrow a rule or a waiver. All that are given must hold; within one, any value will do.
type Conditions struct {
	Place   Place
	Channel []post.Channel `yaml:"channel" oneof:"brand personal mention"`
	Network []string       `yaml:"network" format:"id"`
	Sector  []string       `yaml:"sector" oneof:"finance government health retail"`
	Lang    []string       `yaml:"lang" oneof:"en lt"`
	During  []string       `yaml:"during" ref:"quiet period"`
	Team    []string       `yaml:"team" ref:"team"`
}

// Vicinity is a set of words that must stand, or must not stand, near what a rule found.
type Vicinity struct {
	Place  Place
	Terms  []string `yaml:"terms" ref:"word list"`
	Words  Words    `yaml:"words"`
	Within int      `yaml:"within" format:"count"` // words between; zero means anywhere in the post
}

// Example is a post that shows what a clause means. Exactly one of Fires and Passes is given.
type Example struct {
	Place   Place
	Fires   string       `yaml:"fires"`  // at least one finding of this clause, or of Rule
	Passes  string       `yaml:"passes"` // no finding of this clause
	Lang    string       `yaml:"lang,required" oneof:"en lt"`
	Rule    string       `yaml:"rule" ref:"rule"` // id of a rule of this clause
	Channel post.Channel `yaml:"channel" oneof:"brand personal mention"`
	Why     Text         `yaml:"why"`
	Network string       `yaml:"network" format:"id"`
	Sector  string       `yaml:"sector" oneof:"finance government health retail"`
	Author  *post.Author `yaml:"author"`
	Media   []post.Media `yaml:"media"`
	At      Date         `yaml:"at"`
}

// ShouldFire says whether the clause is meant to have a finding.
func (e *Example) ShouldFire() bool { return e.Fires != "" }

// Post gives the example as the post that a checker sees. Where it names no date, At is zero.
func (e *Example) Post() *post.Post {
	var at time.Time
	if !e.At.IsZero() {
		at = e.At.Noon()
	}
	return &post.Post{
		ID: e.Place.String(), Text: e.Fires + e.Passes, Lang: e.Lang, Channel: e.Channel, Network: e.Network,
		Sector: e.Sector, Author: e.Author, Media: e.Media, At: at,
	}
}
