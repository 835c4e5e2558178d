package claim

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// grammar is a way, ready for matching.
type grammar struct {
	of      *statement
	parts   []part // the first is where the search starts
	within  int32
	ordered bool
	about   part
	sector  string
	unless  []part
	needs   part
	signed  bool // one of the parts is a number
}

// part is a list or a sign; neither: nothing is asked for.
type part struct {
	list   *phrase.List
	sign   string
	scarce bool // its words are among those awaited
}

func (p part) empty() bool { return p.list == nil && p.sign == "" }

// listPrefix stands before the names of this vocabulary's lists.
const listPrefix = "claim/"

// scarce are lists whose words stand in few posts and go with first words that stand in many, such as the scope of “the best in
// Lithuania”. They are looked for in every post, so that without them the words of context need not be looked for: on tweets that
// saves four of five such searches.
var scarce = []string{"alcohol-sell", "an-investment", "client", "disease", "each-day", "gamble-call", "gift-idea", "hard-yield", "past-time",
	"period", "scope", "state", "treat", "wanted", "weight"}

// maker collects the grammars of a rule; the first error stays.
type maker struct {
	setup  *rule.Setup
	lists  map[string]*phrase.List
	starts [][]grammar
	err    error
}

func (m *maker) statement(st *statement) {
	for i := range st.says {
		m.way(st, &st.says[i])
	}
}

func (m *maker) way(st *statement, w *way) {
	g := grammar{of: st, within: w.within, ordered: w.ordered, sector: sectors[w.about],
		about: m.part(w.about), needs: m.part(st.requires)}
	if g.within == 0 {
		g.within = usualDistance
	}
	for _, name := range strings.Fields(w.unless) {
		g.unless = append(g.unless, m.part(name))
	}
	for _, name := range strings.Fields(w.say) {
		g.parts = append(g.parts, m.part(name))
	}
	m.add(g)
}

// In a post of the sector, what it is about need not be said.
var sectors = map[string]string{"investing": "finance", "health": "health"}

func (m *maker) add(g grammar) {
	if m.err != nil {
		return
	}
	g.signed = slices.ContainsFunc(g.parts, func(p part) bool { return p.sign != "" })
	first := g.parts[0].list
	m.setup.OnList(first)
	for i := range g.parts[1:] {
		if p := &g.parts[i+1]; p.list != nil && slices.Contains(scarce, strings.TrimPrefix(p.list.Name, listPrefix)) {
			p.scarce = true
			m.setup.Watch(p.list)
		}
	}
	for len(m.starts) <= int(first.ID) {
		m.starts = append(m.starts, nil)
	}
	m.starts[first.ID] = append(m.starts[first.ID], g)
}

func (m *maker) part(name string) part {
	switch name {
	case "":
		return part{}
	case aPercentage, anAmount, aNumber:
		return part{sign: name}
	}
	return part{list: m.list(name)}
}

// list gives a list of the vocabulary, which all rules of this kind share.
func (m *maker) list(name string) *phrase.List {
	if l, ok := m.lists[name]; ok {
		return l
	}
	w, ok := vocabulary()[name]
	if !ok {
		m.fail(fmt.Errorf("the vocabulary has no list %q", name))
		w = &words{}
	}
	l := m.setup.List(listPrefix+name, func(l *phrase.List) {
		m.fill(l, w.en, phrase.Options{Languages: []text.Lang{text.English}})
		m.fill(l, w.lt, phrase.Options{Languages: []text.Lang{text.Lithuanian}})
		m.fill(l, w.as, phrase.Options{})
		if name == "our-company" && m.setup.Company != "" {
			m.company(l)
		}
	})
	m.lists[name] = l
	return l
}

func (m *maker) company(l *phrase.List) {
	name := m.setup.Company
	if err := l.Add(name, phrase.Options{Languages: m.setup.Languages, Name: true, Exact: true}); err != nil {
		m.fail(rule.Unmatchable(name, err))
	}
}

func (m *maker) fill(l *phrase.List, words []string, o phrase.Options) {
	for _, w := range words {
		m.fail(l.Add(w, o))
	}
}

func (m *maker) fail(err error) {
	if m.err == nil {
		m.err = err
	}
}

// Vocabulary gives all lists of words that statements are made of, for whoever asks what a post is about.
func Vocabulary(s *rule.Setup) ([]*phrase.List, error) {
	m := &maker{setup: s, lists: map[string]*phrase.List{}}
	var all []*phrase.List
	for _, name := range slices.Sorted(maps.Keys(vocabulary())) {
		all = append(all, m.list(name))
	}
	return all, m.err
}

// own makes the grammars of a claim that the policy words itself.
func (m *maker) own(k keys) {
	st := &statement{id: "own", category: m.setup.Category, message: ownMessage, suggestion: ownSuggestion}
	words, err := m.setup.OwnList("words", k.Words)
	m.fail(err)
	g := grammar{of: st, within: ownDistance, parts: []part{{list: words}}}
	if len(k.Requires) > 0 {
		l, err := m.setup.OwnList("requires", k.Requires)
		m.fail(err)
		g.needs = part{list: l}
	}
	if len(k.About) == 0 {
		m.add(g)
	}
	for _, name := range k.About {
		l, err := m.setup.TermList(name)
		m.fail(err)
		about := g
		about.parts = []part{{list: words}, {list: l}}
		m.add(about)
	}
}

// A claim of one's own and what it is about stand anywhere in one sentence.
const ownDistance = 1000

var (
	ownMessage = rule.Text{
		EN: "“{text}” is a claim that the policy wants proved.",
		LT: "„{text}“ – teiginys, kurį pagal politiką reikia pagrįsti.",
	}
	ownSuggestion = rule.Text{
		EN: "Add what the claim rests on, or leave it out.",
		LT: "Nurodykite, kuo teiginys pagrįstas, arba jo atsisakykite.",
	}
)
