package tone

import (
	"slices"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
	"rostrum/tone"
)

// unmeant is the learned score of offence below which a Lithuanian insult is taken for banter: the words around it are
// those of friends.
const unmeant = 0.15

// english and lithuanian give the learned weights, which are read when the first post needs them: most that are checked
// alone need none.
func english() *tone.Learned    { return readable(tone.NewLearned()) }
func lithuanian() *tone.Learned { return readable(tone.NewLithuanian()) }

// readable gives weights that are part of the program. Were they broken, the rule would fail, and the post go to a person.
func readable(x *tone.Learned, err error) *tone.Learned {
	if err != nil {
		panic(err)
	}
	return x
}

// Check reports what the lexicon found. Learned weights are asked where it found nothing, and in Lithuanian also whether
// an insult is meant.
func (r *toneRule) Check(in *rule.Input, out *rule.Report) {
	result := r.results.Get().(*tone.Result)
	defer r.results.Put(result)
	result.Reset()
	weighed := r.model.Weighed(in.Doc, in.Awaited)
	if weighed {
		r.model.Score(in.Doc, in.Hits(), result)
	}
	grouped := r.grouped(in)
	var read tone.Scores
	leans := false
	if grouped || result.Scores.Offensive > 0 || result.Scores.Hate > 0 {
		read, leans = lithuanian().Read(in.Doc, nil, result)
	}
	before := len(out.Matches)
	for i, of := range order {
		banter := leans && of == tone.Offensive && read.Offensive < unmeant
		if r.find[i] && result.Scores.Of(of) >= r.threshold && !banter {
			r.report(of, result.Because, before, out)
		}
	}
	found := out.Matches[before:]
	if leans && !slices.ContainsFunc(found, func(m rule.Match) bool { return m.Category == rule.AbuseHate }) {
		r.lean(in, read, grouped && !weighed, len(found) > 0, result, out)
	} else if len(found) == 0 && !leans && grouped && !weighed && english().Hates(in.Doc, r.strictness) {
		r.reportWhole(tone.Hate, english(), in.Doc, result, out)
	}
}

// grouped tells whether a text names a group of people in its language.
func (r *toneRule) grouped(in *rule.Input) bool {
	for _, l := range r.groups {
		if slices.ContainsFunc(in.Awaited, func(h phrase.Hit) bool { return h.List == l.ID }) {
			return true
		}
	}
	return false
}

// lean reports what the Lithuanian weights make of words that the lexicon knows but is not sure of, and of groups of which
// it knows nothing ill. Where it knows the words and sees that they are not meant, it is believed. Where something was told
// already, only hate is worth adding.
func (r *toneRule) lean(in *rule.Input, read tone.Scores, innocent, told bool, result *tone.Result, out *rule.Report) {
	said := &result.Scores
	unspoken := innocent && read.Hate >= (1+r.threshold)/2 // groups are named oftener than hated
	switch {
	case r.finds(tone.Hate) && (unspoken || said.Hate > 0 && read.Hate >= r.threshold):
		r.reportWhole(tone.Hate, lithuanian(), in.Doc, result, out)
	case !told && r.finds(tone.Offensive) && read.Offensive >= (1+r.threshold)/2 && said.Offensive > 0: // dogs are named oftener than meant
		r.reportWhole(tone.Offensive, lithuanian(), in.Doc, result, out)
	}
}

// reportWhole reports what learned weights see, on the word that weighs most.
func (r *toneRule) reportWhole(of tone.Of, x *tone.Learned, d *text.Document, result *tone.Result, out *rule.Report) {
	result.Because = x.Because(d, result, of, result.Because[:0])
	if len(result.Because) > 0 {
		m := asAWhole[of].match(result.Because[0])
		m.Verdict = rule.Review // weights that nobody can read do not block by themselves
		out.Add(m)
	}
}
