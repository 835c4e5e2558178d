package tone

import (
	"strings"
	"testing"
	"time"

	"rostrum/text"
	"rostrum/text/phrase"
)

// bench is the lexicon with what it needs around it.
type bench struct {
	model  Model
	words  *phrase.Set
	reader *text.Reader
	hits   []phrase.Hit
	result Result
}

func newBench(t testing.TB, model func(Lists) (Model, error)) *bench {
	t.Helper()
	b := phrase.NewBuilder()
	m, err := model(func(name string, fill func(*phrase.List)) *phrase.List {
		l, fresh := b.List(name)
		if fresh {
			fill(l)
		}
		return l
	})
	if err != nil {
		t.Fatal(err)
	}
	return &bench{model: m, words: b.Build(), reader: text.NewReader()}
}

func lexicon(l Lists) (Model, error)   { return NewLexicon(l) }
func sentiment(l Lists) (Model, error) { return NewSentiment(l) }

func (b *bench) score(s string) Scores {
	d := b.reader.Read(s, "")
	b.hits = b.words.Find(d, b.hits[:0])
	b.result.Reset()
	b.model.Score(d, b.hits, &b.result)
	return b.result.Scores
}

func TestWhatIsMeant(t *testing.T) {
	b := newBench(t, lexicon)
	for _, c := range []struct {
		of        Of
		high, low string // the same words, meant and not meant
	}{
		{Offensive, "You are an idiot", "I'm such an idiot"},
		{Offensive, "You are an idiot", "You are not an idiot"},
		{Offensive, "You are an idiot", "He called me an idiot"},
		{Offensive, "You stupid people", "This stupid printer"},
		{Offensive, "Idiots! You lost my parcel", "The Idiot by Dostoevsky is on sale"},
		{Offensive, "tu idiotas", "koks aš idiotas"},
		{Offensive, "Tu debilas", "Vadinti žmogų debilu negalima"},
		{Offensive, "fuck you", "fuck, that was good"},
		{Hate, "Muslims are vermin", "Rats are vermin"},
		{Hate, "Muslims are vermin", "Muslims are not vermin"},
		{Hate, "Muslims are terrorists", "Not all Muslims are terrorists"},
		{Hate, "Musulmonai yra parazitai", "Musulmonai nėra parazitai"},
		{Hate, "I hate gays", "I hate Mondays"},
		{Hate, "pabėgėliai – parazitai", "parazitai katėms pavojingi"},
		{Threat, "I will kill you", "This heat is killing me"},
		{Threat, "I will kill you", "He said: “I will kill you”, and the police came"},
		{Threat, "I'm going to shoot him", "I'm going to shoot a film"},
		{Threat, "aš tave užmušiu", "užmušiu laiką kine"},
		{Threat, "sudeginsiu jūsų ofisą", "sudeginsiu šimtą kalorijų"},
		{Defamation, "John Smith stole our money", "John Smith was convicted: he stole our money"},
		{Defamation, "John Smith stole our money", "Did John Smith steal our money?"},
		{Defamation, "John Smith is a thief", "In my opinion John Smith is a thief"},
		{Defamation, "Jonas Petraitis vagia iš įmonės", "Pasak teismo, Jonas Petraitis vagia iš įmonės"},
		{Defamation, "Jonas Petraitis pavogė dviratį", "Iš Jono Petraičio pavogė dviratį"},
	} {
		if got := b.score(c.high).Of(c.of); got < Balanced.Threshold() {
			t.Errorf("%q: %s %.2f, want at least %.2f", c.high, c.of, got, Balanced.Threshold())
		}
		if got := b.score(c.low).Of(c.of); got >= Balanced.Threshold() {
			t.Errorf("%q: %s %.2f, want less than %.2f", c.low, c.of, got, Balanced.Threshold())
		}
	}
}

func TestIdentityAloneIsNothing(t *testing.T) {
	b := newBench(t, lexicon)
	words, err := read("identity")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words {
		for _, s := range []string{w.phrase, "I am " + w.phrase, "My friend is " + w.phrase, "Aš esu " + w.phrase} {
			if got := b.score(s); got != (Scores{}) {
				t.Errorf("%q scores %+v", s, got)
			}
		}
	}
}

func TestEvidenceIsTheWords(t *testing.T) {
	b := newBench(t, lexicon)
	s := "Labas! Tu visiškas debilas, girdi?"
	b.score(s)
	if len(b.result.Because) != 1 || s[b.result.Because[0].Start:b.result.Because[0].End] != "debilas" {
		t.Errorf("because %+v, want the word “debilas”", b.result.Because)
	}
}

func TestTextWithoutAbuseAllocatesNothing(t *testing.T) {
	b := newBench(t, lexicon)
	d := b.reader.Read("We would kill time in the black coffee bar, people said, and it was damn good.", "")
	hits := b.words.Find(d, nil)
	if n := testing.AllocsPerRun(100, func() { b.result.Reset(); b.model.Score(d, hits, &b.result) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func TestHugeTextsTakeLinearTime(t *testing.T) {
	b := newBench(t, lexicon)
	start := time.Now()
	b.score(strings.Repeat("you idiot will kill Jonas the thief ", 30000))
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("a megabyte of abuse took %v", took)
	}
}

func TestStrictness(t *testing.T) {
	for _, s := range []Strictness{Strict, Balanced, Lenient} {
		if got, err := ParseStrictness(s.String()); err != nil || got != s {
			t.Errorf("ParseStrictness(%q) = %v, %v", s, got, err)
		}
	}
	if _, err := ParseStrictness("harsh"); err == nil || !strings.Contains(err.Error(), `"harsh"`) {
		t.Errorf("error %v does not name what was wrong", err)
	}
}

func TestSentiment(t *testing.T) {
	b := newBench(t, sentiment)
	for s, want := range map[string]string{
		"I love this shop":                      "positive",
		"I do not love this shop":               "negative",
		"The parcel is on the table":            "neutral",
		"Puikus aptarnavimas, ačiū":             "positive",
		"Siaubingas aptarnavimas, labai blogai": "negative",
		"siaubingas aptarnavimas":               "negative",
		"Susitikimas trečiadienį":               "neutral",
		"":                                      "neutral",
	} {
		got := b.score(s)
		top := max(got.Negative, got.Neutral, got.Positive)
		said := map[float32]string{got.Negative: "negative", got.Positive: "positive", got.Neutral: "neutral"}[top]
		if said != want {
			t.Errorf("%q is %s (%+v), want %s", s, said, got, want)
		}
	}
}

func FuzzLexiconLine(f *testing.F) {
	for _, s := range []string{"idiot\tinsult\t2", "=kill\tharm\t3", "a\tslur\t2\tgender", "a\tb", "", "a\tinsult\t9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		w, err := parse(strings.Split(line, "\t"))
		if err == nil && (w.weight < 1 || w.weight > 3 || w.class >= classes) {
			t.Errorf("%q gives %+v", line, w)
		}
	})
}

func FuzzScore(f *testing.F) {
	b := newBench(f, lexicon)
	for _, s := range []string{"you idiot", "aš tave užmušiu", "@x thieves", "k i l l", "\xff idiot \u202e", "John is a thief?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := b.score(s)
		for _, of := range []Of{Hate, Offensive, Threat, Defamation} {
			if v := got.Of(of); v < 0 || v > 1 {
				t.Errorf("%q: %s is %v", s, of, v)
			}
		}
		for _, e := range b.result.Because {
			if e.Start < 0 || e.End > int32(len(s)) || e.Start >= e.End {
				t.Errorf("%q: evidence %+v is not in the text", s, e)
			}
		}
	})
}

func BenchmarkLexicon(b *testing.B) {
	x := newBench(b, lexicon)
	d := x.reader.Read("Great day at the beach with my friends, damn good coffee and you are the best people", "")
	hits := x.words.Find(d, nil)
	b.ReportAllocs()
	for b.Loop() {
		x.result.Reset()
		x.model.Score(d, hits, &x.result)
	}
}
