package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rostrum/text"
)

var both = []text.Lang{text.English, text.Lithuanian}

// twin finds phrases the slow and obvious way: at each token, each phrase, each form of each of its words.
type twin struct {
	list   *List
	phrase []string
	o      Options
}

func (w *twin) find(d *text.Document) []Hit {
	var out []Hit
	for i := range d.Tokens {
		last, ok := w.at(d, i, w.phrase)
		if !ok && w.turns() && d.Tokens[i].Flags&text.Capital != 0 {
			last, ok = w.at(d, i, append(slices.Clone(w.phrase[1:]), w.phrase[0]))
			for j := i + 1; ok && j <= last; j++ {
				ok = d.Tokens[j].Flags&text.BreakBefore == 0
			}
		}
		if ok {
			out = append(out, Hit{List: w.list.ID, First: int32(i), Last: int32(last), Start: d.Tokens[i].Start, End: d.Tokens[last].End})
		}
	}
	return out
}

// turns tells a name whose first word may come last.
func (w *twin) turns() bool { return w.o.Name && len(w.phrase) > 1 && startsUpper(w.phrase[1]) }

func (w *twin) at(d *text.Document, i int, phrase []string) (last int, ok bool) {
	for n, word := range phrase {
		if n > 0 {
			i = following(d, last)
			for skipped := 0; i > 0 && skipped < emojiBetween && d.Tokens[i].Kind == text.Emoji; skipped++ {
				i = following(d, i)
			}
			if i == 0 {
				return 0, false
			}
		}
		if !matchable(&d.Tokens[i]) || d.Tokens[i].Flags&(text.InLink|text.InHandle) != 0 || !w.isForm(d, &d.Tokens[i], word, n) {
			return 0, false
		}
		last = i
	}
	return last, true
}

func (w *twin) isForm(d *text.Document, t *text.Token, word string, n int) bool {
	o := w.o
	o.Name = o.Name && startsUpper(word)
	o.ends = n > 0 && n == len(w.phrase)-1
	var need text.Flag
	if o.Exact || len(w.phrase) == 1 {
		need = required(word, w.o)
	}
	return t.Flags&need == need && slices.ContainsFunc(forms(word, o), func(form string) bool {
		return text.Fold(form) == string(d.Word(t)) && text.Compatible(t.Marks, text.MarksOf(form))
	})
}

func TestSetAgreesWithItsTwin(t *testing.T) {
	b := NewBuilder()
	var twins []twin
	for i, phrase := range []string{"Projektas Ąžuolas", "banga", "kasti", "ING", "guaranteed return", "be jokios rizikos", "Banga 7", "🔥", "bankas"} {
		l, _ := b.List(fmt.Sprint(i))
		o := Options{Languages: both, Name: true}
		if err := l.Add(phrase, o); err != nil {
			t.Fatal(err)
		}
		twins = append(twins, twin{l, b.words(phrase), o})
	}
	s, r := b.Build(), text.NewReader()
	for _, source := range []string{
		"Projekto Ąžuolo bangos ir Bankų bangas", "projektui „Ąžuolas“. Ąžuolas projektas", "Ąžuolo projektai, ąžuolo projektas", "Ąžuolas, projektas", "kąsti kasti kasa kasė", "ing ING Ing",
		"Guaranteed returns, guaranteed return’s", "be jokios rizikos – be jokių rizikų", "banga 7, bangos 7; Banga 70", "🔥🔥 #Banga #banga7 @banga banga.lt/banga",
		"", "…", "bankas bankas bankas", strings.Repeat("projektas ", 50) + "ąžuolas", "banga, 7", "Projektas 🌳🌳 Ąžuolas 🔥", "projektas 🌳🌳🌳 Ąžuolas",
	} {
		d := r.Read(source, "")
		got := s.Find(d, nil)
		var want []Hit
		for i := range twins {
			want = append(want, twins[i].find(d)...)
		}
		got = slices.DeleteFunc(got, func(h Hit) bool { return h.Reading })
		byPlace := func(a, b Hit) int {
			if a.First != b.First {
				return int(a.First - b.First)
			}
			return int(a.List) - int(b.List)
		}
		slices.SortFunc(got, byPlace)
		slices.SortFunc(want, byPlace)
		if !slices.Equal(got, want) {
			t.Errorf("%q:\n got %+v\nwant %+v", source, got, want)
		}
	}
}

func TestDiacriticsThatWereTypedMustAgree(t *testing.T) {
	b := NewBuilder()
	l, _ := b.List("kasti")
	if err := l.Add("rūšis", Options{}); err != nil {
		t.Fatal(err)
	}
	s, r := b.Build(), text.NewReader()
	for source, want := range map[string]int{"rūšis": 1, "rusis": 1, "rušis": 1, "rūsis": 1, "RŪŠIS": 1, "rųšis": 0, "rusys": 0} {
		if got := len(s.Find(r.Read(source, ""), nil)); got != want {
			t.Errorf("%q: %d hits, want %d", source, got, want)
		}
	}
}

func TestInsideLinksOnlyWhereAsked(t *testing.T) {
	b := NewBuilder()
	in, _ := b.List("in")
	out, _ := b.List("out")
	in.Inside = true
	for _, l := range []*List{in, out} {
		if err := l.Add("falcon", Options{}); err != nil {
			t.Fatal(err)
		}
	}
	hits := b.Build().Find(text.NewReader().Read("see https://example.com/falcon-plan", ""), nil)
	if len(hits) != 1 || hits[0].List != in.ID {
		t.Errorf("got %+v", hits)
	}
}

func TestTermsThatCannotBeMatched(t *testing.T) {
	l, _ := NewBuilder().List("x")
	for _, s := range []string{"", "!!!", " ", strings.Repeat("a ", MaxWords+1)} {
		if err := l.Add(s, Options{}); err == nil || !strings.Contains(err.Error(), "cannot be matched") {
			t.Errorf("%.20q: %v", s, err)
		}
	}
}

func TestEntriesAreNumbered(t *testing.T) {
	b := NewBuilder()
	l, _ := b.List("x")
	for _, err := range []error{l.Add("one", Options{}), l.Add("two", Options{}), l.AddTo("second", Options{}), l.Add("three", Options{})} {
		if err != nil {
			t.Fatal(err)
		}
	}
	hits := b.Build().Find(text.NewReader().Read("three second one", ""), nil)
	if len(hits) != 3 || hits[0].Item != 2 || hits[1].Item != 1 || hits[2].Item != 0 {
		t.Errorf("got %+v", hits)
	}
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			builder := NewBuilder()
			l, _ := builder.List("x")
			for i := range n {
				if err := l.Add(fmt.Sprintf("Projektas %s%d", string(rune('A'+i%26)), i), Options{Languages: both, Name: true, Joined: true}); err != nil {
					b.Fatal(err)
				}
			}
			s, d := builder.Build(), text.NewReader().Read("Sunday afternoon walking through Venice in the sun with @user and friends @ Abbot Kinney, Venice", "")
			hits := make([]Hit, 0, 8)
			b.ReportAllocs()
			for b.Loop() {
				hits = s.Find(d, hits[:0])
			}
		})
	}
}

func TestOnlyFindsWhatAllFindOfItsLists(t *testing.T) {
	b := NewBuilder()
	lists := map[string][]string{
		"one":   {"not", "for you", "for you only"},
		"other": {"for", "you", "for you", "only ten euros", "šaltas vanduo"},
	}
	wanted := ListID(0)
	for _, name := range []string{"one", "other"} {
		l, _ := b.List(name)
		for _, words := range lists[name] {
			if err := l.Add(words, Options{Languages: []text.Lang{text.English, text.Lithuanian}}); err != nil {
				t.Fatal(err)
			}
		}
		wanted = l.ID
	}
	all := b.Build()
	some := all.Only(func(l ListID) bool { return l == wanted })
	for _, post := range []string{"Not for you", "only for you, only ten euros f.o.r you", "šalto vandens not", "nothing here"} {
		var want []Hit
		d := text.NewReader().Read(post, "")
		for _, h := range all.Find(d, nil) {
			if h.List == wanted {
				want = append(want, h)
			}
		}
		if got := some.Find(d, nil); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", post, got, want)
		}
	}
}
