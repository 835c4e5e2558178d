package policy

import "slices"

// Overbreadth is language that a law does not let an employer put in a policy.
type Overbreadth struct {
	Start, End int  // bytes of the text: the sentence, or the item of a list
	Reason     Text // why it is too broad
	Law        Text // what it offends
	Lawful     Text // a wording that says what may be said
}

// stance is how a sentence must speak of something to be overbroad.
type stance int

const (
	forbids stance = iota // must not, never, only with permission
	orders                // must, has to
	states                // says it of the company: we monitor, reserves the right
	says                  // the words alone are enough
)

// breadth is one way to be overbroad in one language. All groups must stand in one sentence. A group is alternatives
// divided by |, each a row of words; a star stands for any ending, "..3" for up to three words between.
type breadth struct {
	ground string
	stance stance
	groups []string
	except string // alternatives that narrow the sentence to what is lawful
}

// speech is how a language forbids, orders, permits and saves.
type speech struct {
	words    func(text string) []string
	splits   []string // words that turn a sentence round
	only     string   // takes back what permits
	negation string   // makes of "only" its opposite when it stands before it
	forbids  string
	orders   string
	company  string // the company as the one who acts
	denies   string // any negation, for what the company says of itself
	permits  string // what takes a prohibition back
	saves    string // nothing here stops you
	breadths []breadth
	blunted  []string // words after which "may" and "can" give no leave
	leave    []string // the words for "may" and "can"
}

// Overbroad finds the sentences of a clause that labour, whistleblower or data protection law would void: too much is
// forbidden, ordered or watched. Sentences that grant or save a right are not found. Texts in other languages than
// English and Lithuanian have none. It is a reading aid, not legal advice.
func Overbroad(text string, lang string) []Overbreadth { return newLawReader(lang).read(text) }

// lawReader reads texts of one language.
type lawReader struct {
	moods
	matchers []matcher
	grounds  map[string]ground
}

func newLawReader(lang string) *lawReader {
	var s speech
	switch lang {
	case English:
		s = englishSpeech()
	case Lithuanian:
		s = lithuanianSpeech()
	default:
		return nil
	}
	r := &lawReader{moods: s.moods(), grounds: grounds()}
	for _, b := range s.breadths {
		r.matchers = append(r.matchers, b.matcher())
	}
	return r
}

func (r *lawReader) read(text string) []Overbreadth {
	if r == nil {
		return nil
	}
	var found []Overbreadth
	for _, sentence := range sentencesOf(text, r.speech) {
		mood := r.of(sentence.words)
		for _, m := range r.matchers {
			if m.finds(sentence.words, mood) {
				g := r.grounds[m.ground]
				found = append(found, Overbreadth{sentence.start, sentence.end, g.reason, g.law, g.lawful})
				break
			}
		}
	}
	return slices.CompactFunc(found, func(a, b Overbreadth) bool { return a.Start == b.Start && a.Law == b.Law })
}

// mood is what a sentence does, apart from what it speaks of.
type mood struct{ forbids, orders, company, denies, permits, saves bool }

type moods struct {
	speech
	forbid, order, us, deny, permit, save alternatives
}

func (s speech) moods() moods {
	return moods{s, parse(s.forbids), parse(s.orders), parse(s.company), parse(s.denies), parse(s.permits), parse(s.saves)}
}

func (m moods) of(words []string) mood {
	return mood{
		forbids: m.forbid.in(words), orders: m.order.in(words), company: m.us.in(words), denies: m.deny.in(words),
		permits: (m.permit.in(words) || m.givesLeave(words)) && !m.restricted(words), saves: m.save.in(words),
	}
}

// givesLeave says whether "may" or "can" is followed by what one may do, not by "not" or "be dismissed".
func (m moods) givesLeave(words []string) bool {
	for i, w := range words {
		if slices.Contains(m.leave, w) && i+1 < len(words) && !slices.Contains(m.blunted, words[i+1]) {
			return true
		}
	}
	return false
}

// restricted says whether what is permitted is permitted only so.
func (m moods) restricted(words []string) bool {
	i := slices.Index(words, m.only)
	return i >= 0 && (i == 0 || words[i-1] != m.negation)
}

// matcher is a breadth made ready.
type matcher struct {
	ground string
	stance stance
	groups []alternatives
	except alternatives
}

func (b breadth) matcher() matcher {
	m := matcher{ground: b.ground, stance: b.stance, except: parse(b.except)}
	for _, g := range b.groups {
		m.groups = append(m.groups, parse(g))
	}
	return m
}

func (m matcher) finds(words []string, mood mood) bool {
	if mood.saves || m.except.in(words) {
		return false
	}
	switch m.stance {
	case forbids:
		if !mood.forbids || mood.permits {
			return false
		}
	case orders:
		if !mood.orders || mood.denies {
			return false
		}
	case states:
		if !mood.company || mood.denies {
			return false
		}
	case says:
		if mood.permits {
			return false
		}
	}
	return !slices.ContainsFunc(m.groups, func(g alternatives) bool { return !g.in(words) })
}
