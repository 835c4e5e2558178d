// Package check owns the decision about one post: it compiles a policy once and holds posts against it. It is pure: no
// clock, database or network, the same post and policy always give the same result. It refuses to let a fault pass for
// a clean post: whatever goes wrong gives `review` and a finding of category system that says so.
package check

import (
	"math/bits"
	"sync"

	"rostrum/policy"
	"rostrum/policy/rule"
	speakerrule "rostrum/policy/rule/speaker"
	"rostrum/post"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/text/literal"
	"rostrum/text/phrase"
)

// MaxText is how many bytes of text one post may have.
const MaxText = 16 << 20

// MaxFindings is how many findings are told of one post. Where there are more, the last says so.
const MaxFindings = 1000

// Checker is a compiled policy. It is safe for concurrent use.
type Checker struct {
	policy *policy.Policy
	rules  []compiled
	wakers
	words    *phrase.Set
	awaited  *phrase.Set       // of words, those that a rule waits for or watches
	hidden   *phrase.SealedSet // the confidential lists of a sealed policy, nil for any other
	literals *literal.Set
	nots     []not
	waivers  map[string][]*policy.Waiver
	topics   speakerrule.Topics // nil for a sealed policy
	desks    sync.Pool
}

// Result is what a check gives.
type Result struct {
	Verdict  rule.Verdict
	Lang     text.Lang // as recognised or said; empty where there is nothing to tell by
	Findings []Finding // by place; nil for a clean post
}

// Finding is one thing that a rule found, or that went wrong.
type Finding struct {
	Rule       string // clause/rule; empty for system findings
	Clause     string // the clause's id
	Category   rule.Category
	Verdict    rule.Verdict
	Start, End int // bytes of the post's text; both 0 where the post as a whole is meant
	Text       string
	Message    rule.Text
	Suggestion rule.Text
	Level      string         // of a rule that goes by scores: strict, balanced or lenient
	Waived     *policy.Waiver // set: the finding does not count towards the verdict
	unless     bool           // told only where no other rule finds the same category
}

// desk is what one check works on, kept for the next one.
type desk struct {
	reader *text.Reader
	hits   []phrase.Hit // those awaited
	all    []phrase.Hit // those of all lists, once they are asked for
	find   func() []phrase.Hit
	woken  ruleSet   // by something in the text; then those that are called
	may    sense.Set // what the text may say
	input  rule.Input
	report rule.Report
	cut    rule.Verdict // the highest verdict of what was found beyond MaxFindings
	single [1]string    // the post's sector
	mark   func(literal.ID)
}

// Policy gives what the checker was compiled from.
func (c *Checker) Policy() *policy.Policy { return c.policy }

// Check holds a post against the policy. A post that names no channel is a brand post.
func (c *Checker) Check(p *post.Post) (result Result) {
	channel, ok := channelIndex(p.Channel)
	if !ok {
		return failed("", rule.Text{
			EN: "“" + string(p.Channel) + "” is not a channel: use brand, personal or mention.",
			LT: "„" + string(p.Channel) + "“ nėra kanalas: nurodykite brand, personal arba mention.",
		})
	}
	if len(p.Text) > MaxText {
		return failed("", rule.Text{
			EN: "The text is longer than 16 MB and was not checked. Cut it into posts.",
			LT: "Tekstas ilgesnis nei 16 MB, todėl nepatikrintas. Padalykite jį į įrašus.",
		})
	}
	d := c.desks.Get().(*desk)
	defer func() {
		if fault := recover(); fault != nil {
			// The desk may be half written; it is left to the garbage collector.
			result = failed(text.Lang(p.Lang), rule.Text{
				EN: "A rule failed while it looked at this post, so a person must look at it.",
				LT: "Tikrinant šį įrašą viena taisyklė sugedo, todėl jį turi peržiūrėti žmogus.",
			})
			return
		}
		c.desks.Put(d)
	}()
	if len(p.Text) > longText {
		return c.long(d, p, channel)
	}
	return c.run(d, p, channel, everyRule)
}

func (c *Checker) run(d *desk, p *post.Post, channel int, only scope) Result {
	doc := d.reader.Read(p.Text, text.Lang(p.Lang))
	c.look(d, doc)
	result := Result{Lang: doc.Lang}
	d.cut = rule.Allow
	d.input = rule.Input{Post: p, Doc: doc, Sectors: c.sectors(d, p), Awaited: d.hits, Find: d.find, May: d.may}
	d.choose(&c.channels[channel], only)
	for i, woken := range d.woken {
		for ; woken != 0; woken &= woken - 1 {
			if r := &c.rules[64*i+bits.TrailingZeros64(woken)]; r.conditions.hold(&d.input) {
				c.apply(d, r, &result)
			}
		}
	}
	if doc.Has&text.HasInvalid != 0 {
		result.Findings = append(result.Findings, unreadable(p.Text))
	}
	if d.cut > rule.Allow {
		result.Findings = append(result.Findings, tooMany(d.cut))
	}
	if result.Findings != nil {
		c.finish(&result, p)
	}
	d.input = rule.Input{}
	return result
}

// apply runs one rule and turns what it found into findings.
func (c *Checker) apply(d *desk, r *compiled, result *Result) {
	d.report.Matches = d.report.Matches[:0]
	r.rule.Check(&d.input, &d.report)
	if len(d.report.Matches) == 0 {
		return
	}
	near, unless := r.near.in(&d.input), r.unless.in(&d.input)
	for i := range d.report.Matches {
		m := &d.report.Matches[i]
		if r.near != nil && !near.has(d.input.Doc, m) || r.unless != nil && unless.has(d.input.Doc, m) {
			continue
		}
		if len(result.Findings) == MaxFindings {
			d.cut = max(d.cut, r.verdict, m.Verdict)
			continue
		}
		result.Findings = append(result.Findings, r.finding(m, d.input.Post.Text))
	}
}

func (c *Checker) sectors(d *desk, p *post.Post) []string {
	if p.Sector == "" {
		return c.policy.Sectors
	}
	d.single[0] = p.Sector
	return d.single[:]
}

func channelIndex(c post.Channel) (int, bool) {
	if c == "" {
		return 0, true
	}
	for i, known := range post.Channels {
		if c == known {
			return i, true
		}
	}
	return 0, false
}
