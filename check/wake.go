package check

import (
	"math/bits"

	"rostrum/policy/rule"
	"rostrum/sense"
	"rostrum/text"
	"rostrum/text/literal"
	"rostrum/text/phrase"
)

// ruleSet is a set of rules by their number, which is their order in the policy.
type ruleSet []uint64

func newRuleSet(rules int) ruleSet { return make(ruleSet, (rules+63)/64) }

func (s ruleSet) add(r uint16) { s[r>>6] |= 1 << (r & 63) }

func (s ruleSet) has(r uint16) bool { return s[r>>6]>>(r&63)&1 == 1 }

func (s ruleSet) addAll(other ruleSet) {
	for i := range s {
		s[i] |= other[i]
	}
}

// wakers says what wakes which rule.
type wakers struct {
	channels [3]channelRules
	byList   [][]uint16 // list → rules that wait for it
	byString [][]uint16 // literal → rules that wait for it
	bySign   []ruleSet  // bit of text.Has → rules that wait for it
	signs    text.Has   // those that any rule waits for
	bySense  []ruleSet  // what a text may say → rules that wait for it
	senses   sense.Set  // those that any rule waits for
}

// channelRules are the rules of a channel, and those of them that wait for nothing.
type channelRules struct{ all, always ruleSet }

func newWakers(rules []compiled, triggers []rule.Trigger, lists, strings int) wakers {
	w := wakers{byList: make([][]uint16, lists), byString: make([][]uint16, strings), bySign: make([]ruleSet, 32), bySense: make([]ruleSet, sense.Count)}
	for i := range w.channels {
		w.channels[i] = channelRules{newRuleSet(len(rules)), newRuleSet(len(rules))}
	}
	for i := range w.bySign {
		w.bySign[i] = newRuleSet(len(rules))
	}
	for i := range w.bySense {
		w.bySense[i] = newRuleSet(len(rules))
	}
	for i := range rules {
		w.add(uint16(i), &rules[i], &triggers[i])
	}
	return w
}

func (w *wakers) add(r uint16, of *compiled, t *rule.Trigger) {
	for i, on := range of.channels {
		if on {
			w.channels[i].all.add(r)
		}
		if on && t.Always {
			w.channels[i].always.add(r)
		}
	}
	for _, l := range t.Lists {
		w.byList[l.ID] = append(w.byList[l.ID], r)
	}
	for _, id := range t.Literals {
		w.byString[id] = append(w.byString[id], r)
	}
	w.signs |= t.Has
	for has := t.Has; has != 0; has &= has - 1 {
		w.bySign[bits.TrailingZeros32(uint32(has))].add(r)
	}
	w.senses |= t.Senses
	for may := t.Senses; may != 0; may &= may - 1 {
		w.bySense[bits.TrailingZeros16(uint16(may))].add(r)
	}
}

// find appends the phrases that are in a set of plain lists or in a sealed list.
func (c *Checker) find(in *phrase.Set, doc *text.Document, hits []phrase.Hit) []phrase.Hit {
	hits = in.Find(doc, hits)
	if c.hidden != nil {
		hits = c.hidden.Find(doc, hits)
	}
	if len(c.nots) > 0 && len(hits) > 0 {
		hits = dropNots(c.nots, hits)
	}
	return hits
}

// look finds all words and strings that any rule waits for, and notes which rules they wake.
func (c *Checker) look(d *desk, doc *text.Document) {
	clear(d.woken)
	d.hits = c.find(c.awaited, doc, d.hits[:0])
	for i := range d.hits {
		for _, r := range c.byList[d.hits[i].List] {
			d.woken.add(r)
		}
	}
	if len(c.byString) > 0 {
		c.literals.Find(doc.Folded, d.mark)
	}
	for has := doc.Has & c.signs; has != 0; has &= has - 1 {
		d.woken.addAll(c.bySign[bits.TrailingZeros32(uint32(has))])
	}
	d.may = 0
	if c.senses != 0 {
		c.guess(d, doc)
	}
}

// guess notes which rules are woken by what the text may say.
func (c *Checker) guess(d *desk, doc *text.Document) {
	m, err := sense.For(doc.Lang)
	if err != nil {
		panic(err) // the weights are part of the program; the check fails, and the post goes to a person
	}
	if m == nil {
		return
	}
	d.may = m.Wake(doc) & c.senses
	for may := d.may; may != 0; may &= may - 1 {
		d.woken.addAll(c.bySense[bits.TrailingZeros16(uint16(may))])
	}
}

// choose leaves only those woken that are of the channel and of the scope, and adds those that wait for nothing.
func (d *desk) choose(of *channelRules, only scope) {
	for i := range d.woken {
		switch only {
		case everyRule:
			d.woken[i] = d.woken[i]&of.all[i] | of.always[i]
		case wholeRules:
			d.woken[i] = of.always[i]
		case pieceRules:
			d.woken[i] = d.woken[i] & of.all[i] &^ of.always[i]
		}
	}
}

func (c *Checker) newDesk() *desk {
	d := &desk{reader: text.NewReader(), woken: newRuleSet(len(c.rules))}
	d.find = func() []phrase.Hit {
		d.all = c.find(c.words, d.input.Doc, d.all[:0])
		return d.all
	}
	d.mark = func(id literal.ID) {
		for _, r := range c.byString[id] {
			d.woken.add(r)
		}
	}
	return d
}
