package sense_test

import (
	"strings"
	"testing"
	"time"

	"rostrum/sense"
	"rostrum/text"
)

// gift is a post that says what is looked for, in each language.
var gift = map[text.Lang]string{
	text.English:    "Got this jacket for nothing in exchange for a few honest words about it.",
	text.Lithuanian: "Striukę man padovanojo mainais į kelis žodžius apie ją.",
}

func model(t testing.TB, lang text.Lang) *sense.Model {
	t.Helper()
	m, err := sense.For(lang)
	if err != nil || m == nil {
		t.Fatal(m, err)
	}
	return m
}

func read(s string, lang text.Lang) (*text.Document, sense.Text) {
	d := text.NewReader().Read(s, lang)
	return d, sense.NewText(d, nil, sense.NewWords(nil, nil))
}

func TestASentenceIsFoundInALongText(t *testing.T) {
	for lang, s := range gift {
		m := model(t, lang)
		filler := map[text.Lang]string{
			text.English:    "On Monday we open at nine and the bakery next door has rye bread again. ",
			text.Lithuanian: "Pirmadienį dirbame nuo devynių, o kepykloje šalia vėl yra juodos duonos. ",
		}[lang]
		long := strings.Repeat(filler, 30) + s + " " + strings.Repeat(filler, 30)
		d, of := read(long, lang)
		said := m.Read(of, sense.Paid)
		if long[said.Start:said.End] != s {
			t.Errorf("%s: loudest is %q", lang, long[said.Start:said.End])
		}
		if _, none := read(strings.Repeat(filler, 60), lang); m.Read(none, sense.Paid).Sum >= said.Sum {
			t.Errorf("%s: the filler says as much", lang)
		}
		for _, w := range m.Because(of, sense.Paid, said) {
			if w.Start < said.Start || w.End > said.End {
				t.Errorf("%s: the word %q stands elsewhere", lang, d.Source[w.Start:w.End])
			}
		}
	}
}

// TestLongTextsTakeTimeInProportion reads ten times as much: it may take thirty times as long, and not a hundred times.
func TestLongTextsTakeTimeInProportion(t *testing.T) {
	m := model(t, text.English)
	for name, unit := range map[string]string{
		"sentences": "We open at nine, and no one pays for the jackets. ", "one sentence": "jacket honest words ", "short sentences": "Go. ", "emoji": "😀 ",
	} {
		took := func(megabytes int) time.Duration {
			d, of := read(strings.Repeat(unit, megabytes<<20/len(unit)), text.English)
			began := time.Now()
			m.Wake(d)
			m.Because(of, sense.Paid, m.Read(of, sense.Paid))
			return time.Since(began)
		}
		if one, ten := took(1), took(10); ten > 30*one+time.Second {
			t.Errorf("%s: 1 MB takes %v, 10 MB take %v", name, one, ten)
		}
	}
}

func TestOtherLanguagesAreNotJudged(t *testing.T) {
	for _, lang := range []text.Lang{"ru", "de", "pl", ""} {
		if m, err := sense.For(lang); m != nil || err != nil {
			t.Errorf("%q is judged: %v", lang, err)
		}
	}
	if m, err := sense.For(text.Mixed); err != nil || m.Lang != text.Lithuanian {
		t.Errorf("mixed texts are judged as %q, want lt", m.Lang)
	}
}

func TestReadingAllocatesNothing(t *testing.T) {
	for lang, s := range gift {
		m := model(t, lang)
		d, of := read(s+" "+s, lang)
		if n := testing.AllocsPerRun(100, func() { m.Wake(d); m.Read(of, sense.Paid) }); n != 0 {
			t.Errorf("%s: %v allocations, want none", lang, n)
		}
	}
}

func TestNamesAreReadBack(t *testing.T) {
	for of := range sense.Count {
		if got, ok := sense.Parse(of.String()); !ok || got != of {
			t.Errorf("%s is read as %v, %t", of, got, ok)
		}
	}
	if _, ok := sense.Parse("irony"); ok {
		t.Error("irony is known")
	}
}

func TestLevelsFallAndRiseAsTheyShould(t *testing.T) {
	for _, lang := range []text.Lang{text.English, text.Lithuanian} {
		m := model(t, lang)
		for of := range sense.Count {
			if l := m.Limits[of]; l[1] > l[0] || l[0] > l[2] {
				t.Errorf("%s %s: balanced, strict and lenient begin at %v", lang, of, l)
			}
		}
	}
}
