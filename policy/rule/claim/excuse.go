package claim

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// excuses are the words that turn a statement into another one: denied, asked, hedged, warned of, reported.
type excuses struct {
	no, notNo, noAfter, existence, turn, relative, may, alarm, lure, news part
}

func (m *maker) excuses() excuses {
	return excuses{no: m.part("no"), notNo: m.part("not-no"), noAfter: m.part("no-after"),
		existence: m.part("existence"), turn: m.part("turn"), relative: m.part("relative"), may: m.part("may"), alarm: m.part("alarm"), lure: m.part("lure"), news: m.part("news")}
}

func (e *excuses) excused(in *rule.Input, st *statement, found []phrase.Hit, said phrase.Hit) bool {
	switch {
	case e.denied(in, found, said), e.asked(in, said), e.warned(in, said):
		return true
	case st.hedged && near(in, e.may, said, 6):
		return true
	case st.news && near(in, e.news, said, sentenceLong):
		return true
	}
	return false
}

// How many words before a statement a negation can stand.
const reach = 3

// denied tells that a negation governs one of the words found: "no returns are guaranteed", „grąža nėra garantuota“.
func (e *excuses) denied(in *rule.Input, found []phrase.Hit, said phrase.Hit) bool {
	for _, h := range in.Hits() {
		switch {
		case overlaps(h, found), h.List == e.no.list.ID && e.harmless(in, h):
		case h.List == e.no.list.ID && h.Last < said.First && said.First-h.Last <= reach:
			if !e.cut(in, h.Last+1, said.First) {
				return true
			}
		case h.List == e.no.list.ID && h.First > said.First && h.Last < said.Last:
			if !e.cut(in, h.Last+1, h.Last+1) {
				return true
			}
		case h.List == e.noAfter.list.ID && h.First > said.Last && h.First-said.Last <= 2:
			if !e.cut(in, said.Last+1, h.First) {
				return true
			}
		case h.List == e.existence.list.ID && h.First == said.Last+1 && ends(in, h.Last):
			return true
		}
	}
	return false
}

// ends tells that a sentence ends with the token: pills that cure a cold, there are none.
func ends(in *rule.Input, token int32) bool {
	next := token + 1
	return int(next) >= len(in.Doc.Tokens) || in.Doc.Tokens[next].Sentence != in.Doc.Tokens[token].Sentence
}

// harmless tells that a negation belongs to a phrase that denies nothing: not only, no doubt.
func (e *excuses) harmless(in *rule.Input, no phrase.Hit) bool {
	for _, h := range in.Hits() {
		if h.List == e.notNo.list.ID && h.First <= no.First && h.Last >= no.Last {
			return true
		}
	}
	return false
}

// cut tells that a new clause begins at one of the tokens: what was denied before is denied no more.
func (e *excuses) cut(in *rule.Input, from, to int32) bool {
	for i := from; i <= to; i++ {
		if in.Doc.Tokens[i].Flags&text.BreakBefore != 0 && !e.relates(in, i) {
			return true
		}
	}
	for _, h := range in.Hits() {
		if h.List == e.turn.list.ID && h.First >= from && h.Last < to {
			return true
		}
	}
	return in.Doc.Tokens[from].Sentence != in.Doc.Tokens[to].Sentence
}

// relates tells that the clause that begins with the token goes on with what was said: there is no pill, which cures.
func (e *excuses) relates(in *rule.Input, token int32) bool {
	for _, h := range in.Hits() {
		if h.List == e.relative.list.ID && h.First == token {
			return true
		}
	}
	return false
}

func overlaps(h phrase.Hit, found []phrase.Hit) bool {
	for _, f := range found {
		if h.First <= f.Last && f.First <= h.Last {
			return true
		}
	}
	return false
}

// asked tells that the sentence is a question, and not one that is bait: "Want a guaranteed return?"
func (e *excuses) asked(in *rule.Input, said phrase.Hit) bool {
	s := sentenceOf(in.Doc, said.First)
	end := strings.TrimRight(in.Doc.Source[s.Start:s.End], " \n\"”“')")
	question := strings.HasSuffix(end, "?") || strings.HasPrefix(in.Doc.Source[s.End:], "?")
	return question && !near(in, e.lure, said, sentenceLong)
}

// warned tells that somebody warns of such statements, in this sentence or the one before or after.
func (e *excuses) warned(in *rule.Input, said phrase.Hit) bool {
	sentence := in.Doc.Tokens[said.First].Sentence
	for _, h := range in.Hits() {
		if h.List != e.alarm.list.ID {
			continue
		}
		if d := in.Doc.Tokens[h.First].Sentence - sentence; d >= -1 && d <= 1 && !e.denied(in, []phrase.Hit{h}, h) {
			return true
		}
	}
	return false
}

func near(in *rule.Input, p part, said phrase.Hit, distance int32) bool {
	_, ok := in.Within(p.list, said.First, said.Last, distance)
	return ok
}
