package tone

import (
	"fmt"
	"strings"
	"testing"

	"rostrum/text"
)

func newEnglish(t testing.TB) *Learned {
	t.Helper()
	x, err := NewLearned()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func (x *Learned) hear(t testing.TB, s string) Scores {
	t.Helper()
	got, _ := x.Read(text.NewReader().Read(s, text.English), nil, &Result{})
	return got
}

func TestLearnedTellsApart(t *testing.T) {
	x := newEnglish(t)
	for _, c := range []struct {
		of        Of
		high, low string
	}{
		{Offensive, "you are a stupid piece of garbage", "you are a lovely piece of work"},
		{Offensive, "these idiots ruin everything", "these engineers improve everything"},
		{Offensive, "5tupid l1ar", "clever writer"},
		{Hate, "send them all home, no more immigrants here", "we welcome everybody who moved here"},
		{Negative, "worst service ever, I am so angry", "the shop opens at nine"},
		{Positive, "can't wait for tomorrow, best day ever :)", "the shop opens at nine"},
		{Positive, "I love this", "I don't love this"},
	} {
		if high, low := x.hear(t, c.high).Of(c.of), x.hear(t, c.low).Of(c.of); high < 0.5 || low >= 0.5 {
			t.Errorf("%s: %q has %.2f and %q has %.2f, want at least 0.5 and less", c.of, c.high, high, c.low, low)
		}
	}
}

func TestLearnedReadsAllGroupsAlike(t *testing.T) {
	x := newEnglish(t)
	for _, sentence := range []string{"I am %s", "my friend is %s and we are happy", "%s people celebrate today", "I hate %s people"} {
		want := x.hear(t, fmt.Sprintf(sentence, "muslim"))
		for _, group := range []string{"gay", "black", "white", "jewish", "christian", "old", "young", "female", "mexican", "deaf"} {
			if got := x.hear(t, fmt.Sprintf(sentence, group)); got != want {
				t.Errorf("%q about %s has %+v, and about muslim %+v", sentence, group, got, want)
			}
		}
	}
}

func TestGroupsAloneAreNoHate(t *testing.T) {
	x, r := newEnglish(t), text.NewReader()
	for _, w := range hiddenWords() {
		for _, s := range []string{"%s", "I am %s", "My friend is %s", "A talk about %s and work, on Monday at nine"} {
			s = fmt.Sprintf(s, w)
			if x.Hates(r.Read(s, text.English), Balanced) {
				t.Errorf("%q is taken for hate", s)
			}
		}
	}
}

func TestLithuanianGroupsAloneAreNothing(t *testing.T) {
	x, err := NewLithuanian()
	if err != nil {
		t.Fatal(err)
	}
	forms, r := hiddenForms(), text.NewReader()
	if len(forms) < 1000 {
		t.Errorf("%d forms are hidden, which is too few", len(forms))
	}
	for _, w := range forms {
		for _, s := range []string{"%s", "Aš esu %s", "Mano draugas yra %s", "Paskaita apie tai, ką %s veikia, pirmadienį devintą"} {
			s = fmt.Sprintf(s, w)
			if got, _ := x.Read(r.Read(s, text.Lithuanian), nil, &Result{}); got.Hate >= 0.5 || got.Offensive >= 0.5 {
				t.Errorf("%q has %+v", s, got)
			}
		}
	}
}

func TestLithuanianIsHeard(t *testing.T) {
	l, err := NewListener("")
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]string{
		"Žiauriai skanu, ateisim dar":                "positive",
		"ziauriai skanu, ateisim dar":                "positive",
		"Žiauriai lėtas puslapis, vėl nieko nerodo":  "negative",
		"Koncertas buvo bomba 🔥":                     "positive",
		"Nelabai patiko, antrą kartą nerekomenduoju": "negative",
		"Nieko blogo negaliu pasakyti":               "positive",
		"Parduotuvė dirba nuo aštuntos":              "neutral",
		"puikus aptarnavimas":                        "positive",
	} {
		if o := l.Listen(s, ""); o.Feeling() != want {
			t.Errorf("%q is %s (%+v), want %s", s, o.Feeling(), o.Scores, want)
		}
	}
	for s, insult := range map[string]bool{
		"Tu visiškas debilas, eik gydytis":         true,
		"durnas kaip batas tas vairuotojas":        true,
		"Durniuk tu mano, myliu tave ❤️":           false,
		"Vakar mane išvadino debilu, labai skaudu": false,
	} {
		if o := l.Listen(s, ""); (o.Scores.Offensive >= 0.5) != insult {
			t.Errorf("%q has offence %.2f", s, o.Scores.Offensive)
		}
	}
}

func TestLearnedIsSilentInOtherLanguages(t *testing.T) {
	x, r := newEnglish(t), text.NewReader()
	for _, s := range []string{"", "😀😀😀", "Tu visiškas debilas", "Сегодня мы идём в магазин", "我们今天去商店"} {
		if got, ok := x.Read(r.Read(s, ""), nil, &Result{}); ok || got != (Scores{Neutral: 1}) {
			t.Errorf("%q has %+v, want nothing", s, got)
		}
	}
}

func TestLearnedNamesItsWords(t *testing.T) {
	x := newEnglish(t)
	s := "the delivery was on time but these idiots ruin everything"
	because := x.Because(text.NewReader().Read(s, text.English), &Result{}, Offensive, nil)
	if len(because) == 0 || s[because[0].Start:because[0].End] != "idiots" {
		t.Errorf("because %+v, want “idiots” first", because)
	}
}

func TestLearnedAllocatesNothing(t *testing.T) {
	x := newEnglish(t)
	d := text.NewReader().Read("Great day at the beach with my friends, damn good coffee :) 😀 k i l l", "")
	if n := testing.AllocsPerRun(100, func() { x.Read(d, nil, &Result{}); x.Hates(d, Strict) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func TestWeightsAreRefusedWhenCut(t *testing.T) {
	var w Weights
	for _, data := range []string{"", english[:len(english)-1], "x" + english[1:]} {
		if err := w.UnmarshalBinary([]byte(data)); err == nil || !strings.Contains(err.Error(), "make train") {
			t.Errorf("%d bytes: error %v does not say how to mend it", len(data), err)
		}
	}
}

func TestKnowledgeCanBeRead(t *testing.T) {
	known, err := Known()
	if err != nil || len(known) < 10000 {
		t.Errorf("%d features are known, error %v", len(known), err)
	}
	if words := hiddenWords(); len(words) < 200 {
		t.Errorf("%d words are hidden, which is too few", len(words))
	}
}

func TestTowardsTheBrand(t *testing.T) {
	for _, c := range []struct{ brand, text, want string }{
		{"Banga", "Their rival is awful, thank God for Banga, we love it", "positive"},
		{"Vetra", "Vetra is awful and slow, thank God for Banga, we love it", "negative"},
		{"Banga", "I hate Vetra", "neutral"},
		{"Banga", "I hate Banga", "negative"},
		{"Banga", "Pas Vėtrą aptarnavimas siaubingas, o Bangos aptarnavimas puikus", "positive"},
		{"Banga", "konkurentas siaubas, ačiū Dievui yra Banga", "positive"},
		{"Vėtra", "Pas Vėtrą aptarnavimas siaubingas, o Bangos aptarnavimas puikus", "negative"},
		{"Banga", "@banga Flight from Denver was awful, worst trip ever", "negative"},
		{"Banga", "@banga Flight from Denver was awful, @vetra is worse", "neutral"},
		{"Banga", "@banga you were terrible today, I hate waiting", "negative"},
	} {
		l, err := NewListener(c.brand)
		if err != nil {
			t.Fatal(err)
		}
		if o := l.Listen(c.text, ""); o.Feeling() != c.want {
			t.Errorf("%q towards %s is %s (%+v), want %s", c.text, c.brand, o.Feeling(), o.Scores, c.want)
		}
	}
}

func FuzzListen(f *testing.F) {
	l, err := NewListener("Banga")
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"", "Banga :)", "you 1d10t, k i l l", "@x Banga’s\xff #banga \u202e", "😀", "Labas, idiote!", "don't; not never <3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		o := l.Listen(s, "")
		for _, v := range []float32{o.Scores.Negative, o.Scores.Neutral, o.Scores.Positive, o.Scores.Hate, o.Scores.Offensive, o.Scores.Threat} {
			if !(v >= 0 && v <= 1) {
				t.Errorf("%q has %+v", s, o.Scores)
			}
		}
		for _, b := range o.Because {
			if b.Start < 0 || b.Start >= b.End || int(b.End) > len(s) {
				t.Errorf("%q: the words %+v are not in the text", s, b)
			}
		}
	})
}

func BenchmarkLearned(b *testing.B) {
	x := newEnglish(b)
	d := text.NewReader().Read("@user Great day at the beach with my friends, damn good coffee and you are the best people", text.English)
	b.ReportAllocs()
	for b.Loop() {
		x.Read(d, nil, &Result{})
	}
}
