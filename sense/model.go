package sense

import (
	"math"
	"sync"

	"rostrum/text"
	"rostrum/tone"
)

// Model is the judgement of one language. It is safe for concurrent use.
type Model struct{ Weights }

// English and Lithuanian give the models that come with the program, which are read when they are first asked for. A fault
// means that the program was built with a broken file.
func English() (*Model, error)    { return loadEnglish() }
func Lithuanian() (*Model, error) { return loadLithuanian() }

var (
	loadEnglish    = sync.OnceValues(func() (*Model, error) { return load(english) })
	loadLithuanian = sync.OnceValues(func() (*Model, error) { return load(lithuanian) })
)

func load(data string) (*Model, error) {
	m := &Model{}
	return m, m.UnmarshalBinary([]byte(data))
}

// For gives the model of a text's language. Where English and Lithuanian are mixed, it is Lithuanian: people mix English into it
// oftener than the other way round. Nil where there is none.
func For(lang text.Lang) (*Model, error) {
	switch lang {
	case text.English:
		return English()
	case text.Lithuanian, text.Mixed:
		return Lithuanian()
	}
	return nil, nil
}

// A text is read whole up to wholeLong tokens; a longer one by windows of sentences, of which the loudest counts.
const (
	wholeLong  = 60
	windowLong = 40
)

// Said is what a text says.
type Said struct {
	Sum        float32 // of weights; Weights.Limits says what is enough
	Start, End int32   // bytes of the source: of the sentence that says most of it
}

// Enough tells whether a text says something, at a level.
func (m *Model) Enough(said Said, of Of, s tone.Strictness) bool { return said.Sum >= m.Limits[of][s] }

// Read gives how much a text says something.
func (m *Model) Read(t Text, of Of) Said {
	best := Said{Sum: float32(math.Inf(-1))}
	tokens := len(t.doc.Tokens)
	if tokens <= wholeLong {
		return m.window(t, of, 0, tokens)
	}
	for first := 0; first < tokens; {
		last := endOf(t.doc, first)
		for last < tokens && endOf(t.doc, last)-first <= windowLong {
			last = endOf(t.doc, last)
		}
		if last-first > wholeLong { // a sentence that never ends
			last = first + wholeLong
		}
		if said := m.window(t, of, first, last); said.Sum > best.Sum {
			best = said
		}
		first = min(max(endOf(t.doc, first), first+1), last)
	}
	return best
}

// Skim tells whether a text may be enough at a level, without the words of lists: they need not be looked for in most. A long
// text always may.
func (m *Model) Skim(d *text.Document, of Of, s tone.Strictness) bool {
	if len(d.Tokens) > wholeLong {
		return true
	}
	return m.window(Text{doc: d}, of, 0, len(d.Tokens)).Sum+m.Reach[of] >= m.Limits[of][s]
}

// endOf gives the token behind the sentence of a token, or behind as much of it as is read at once.
func endOf(d *text.Document, token int) int {
	i := token + 1
	for i < min(len(d.Tokens), token+wholeLong) && d.Tokens[i].Sentence == d.Tokens[token].Sentence {
		i++
	}
	return i
}

// window reads the tokens from first to last, which is left out.
func (m *Model) window(t Text, of Of, first, last int) Said {
	var buf [mostOfToken]uint32
	r := t.reader(first)
	units := m.Units[int(of)*Features : (int(of)+1)*Features]
	var all, sentence, loudest int32
	count := 0
	at := Said{}
	for i := first; i < last; i++ {
		found := r.token(i, buf[:0])
		count += len(found)
		one := sum(units, found)
		all += one
		if i == first || t.doc.Tokens[i].Sentence != t.doc.Tokens[i-1].Sentence {
			sentence = 0
		}
		sentence += one
		if s := t.doc.Sentences[t.doc.Tokens[i].Sentence]; at.End == 0 || sentence > loudest {
			loudest, at.Start, at.End = sentence, s.Start, s.End
		}
	}
	for i := t.from(first); i < len(t.hits) && int(t.hits[i].First) < last; i++ {
		found := r.hit(&t.hits[i], buf[:0])
		count += len(found)
		all += sum(units, found)
	}
	at.Sum = float32(all)*m.Steps[of]/float32(math.Sqrt(float64(count+1))) + m.Bias[of]
	return at
}

func sum(units []byte, found []uint32) int32 {
	var all int32
	for _, f := range found {
		all += int32(int8(units[f]))
	}
	return all
}
