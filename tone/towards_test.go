package tone

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"rostrum/text"
)

// What the weights towards brands are, and what they were learned of, see weightsAre. They are made of the weights of the
// two languages, and are made again after those.
const (
	towardsAre       = "a52a0a8b500af6706baf93c5cabe64971c876d0e425d0ff747756ca5154f4791"
	towardsLearnedOf = 0xe3a0cffc1a1c668a
)

func TestTowardsWeightsFitTheFeatures(t *testing.T) {
	h := fnv.New64a()
	put := func(values any) {
		if err := binary.Write(h, binary.LittleEndian, values); err != nil {
			t.Fatal(err)
		}
	}
	l := newListener(t, "Banga")
	for _, lang := range slices.Sorted(maps.Keys(probes)) {
		for _, s := range append(probes[lang], "Moved from Vetra to Banga, it is better!", "Perėjau iš Vėtros į Bangą, nes geriau 😀") {
			known, _ := l.Known(s+" Banga", lang)
			for _, f := range known {
				put(f.At)
			}
		}
	}
	for _, file := range []string{"towards_en", "towards_lt", "opener"} {
		words, err := files.ReadFile("lexicon/" + file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		put(words)
	}
	for _, w := range []string{english, lithuanian} {
		put([]byte(fmt.Sprintf("%x", sha256.Sum256([]byte(w)))))
	}
	now := h.Sum64()
	if digest := fmt.Sprintf("%x", sha256.Sum256([]byte(towardsBrand))); digest != towardsAre {
		t.Errorf("towards.weights are new, %s: write down what they were learned of, %#x", digest, now)
	} else if now != towardsLearnedOf {
		t.Errorf("towards.weights were learned of features %#x, and these are %#x: make train", uint64(towardsLearnedOf), now)
	}
}

func newListener(t testing.TB, brand string) *Listener {
	t.Helper()
	l, err := NewListener(brand)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTwoCompaniesAreToldApart(t *testing.T) {
	l := newListener(t, "")
	for _, c := range []struct{ text, glad, sad string }{
		{"Banga is so much better than Vetra", "Banga", "Vetra"},
		{"We moved from Vetra to Banga last year and are happy", "Banga", "Vetra"},
		{"Adidas is better than Nike", "Adidas", "Nike"},
		{"Vetra is awful and slow, thank God for Banga", "Banga", "Vetra"},
		{"Banga visur lenkia Vėtrą", "Banga", "Vėtra"},
		{"Atėjau iš Vėtros į Bangą ir labai džiaugiuosi", "Banga", "Vėtra"},
		{"Geriau jau Vėtra nei Banga", "Vėtra", "Banga"},
		{"Pas Vėtrą aptarnavimas siaubingas, o Bangos aptarnavimas puikus", "Banga", "Vėtra"},
	} {
		for brand, want := range map[string]string{c.glad: "positive", c.sad: "negative"} {
			l.Towards(brand)
			if o := l.Listen(c.text, ""); o.Feeling() != want {
				t.Errorf("%q towards %s is %s (%+v), want %s", c.text, brand, o.Feeling(), o.Scores, want)
			}
		}
	}
}

func TestBrandIsOnlyMentioned(t *testing.T) {
	l := newListener(t, "Banga")
	for _, s := range []string{
		"I broke my leg outside Banga, worst day of my life", "Banga opens a new branch on Monday", "Banga", "Banga?",
		"Šalia Bangos pavogė mano dviratį, siaubas", "Banga praneša apie naują skyrių Kaune",
	} {
		if o := l.Listen(s, ""); o.Feeling() != "neutral" {
			t.Errorf("%q is %s (%+v), want neutral", s, o.Feeling(), o.Scores)
		}
	}
}

func TestTextWithoutTheBrandIsHeardAsBefore(t *testing.T) {
	l := newListener(t, "Banga")
	plain := newListener(t, "")
	for _, s := range []string{"", "😀", "what a lovely day, so happy", "labai bloga diena, pikta", "Сегодня мы идём в Banga"} {
		want, got := plain.Listen(s, ""), l.Listen(s, "")
		if got.Feeling() != want.Feeling() && got.Feeling() != "neutral" {
			t.Errorf("%q is %s, without a brand %s", s, got.Feeling(), want.Feeling())
		}
	}
}

func TestBrandInAVeryLongText(t *testing.T) {
	l := newListener(t, "Banga")
	long := strings.Repeat("Banga is better than Vetra, ", 10<<20/28)
	from := time.Now()
	if o := l.Listen(long, text.English); o.Scores.Negative+o.Scores.Neutral+o.Scores.Positive < 0.99 {
		t.Errorf("%+v", o.Scores)
	}
	if took := time.Since(from); took > 20*time.Second {
		t.Errorf("10 MB took %v", took)
	}
}

func TestFeelingTowardsTheBrandIsExplained(t *testing.T) {
	l := newListener(t, "Banga")
	s := "Vetra staff were lovely. Banga was rude and slow"
	var words []string
	o := l.Listen(s, "")
	for _, e := range o.Words() {
		words = append(words, s[e.Start:e.End])
	}
	if !slices.Contains(words, "rude") || slices.Contains(words, "lovely") {
		t.Errorf("%q is %s because of %q", s, o.Feeling(), words)
	}
}

func TestTowardsAllocatesNothing(t *testing.T) {
	l := newListener(t, "Banga")
	s := "We moved from Vetra to Banga last year and are happy, it's much better :)"
	l.Known(s, text.English)
	if n := testing.AllocsPerRun(100, func() { l.Known(s, text.English) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func TestTowardsWeightsAreRefusedWhenCut(t *testing.T) {
	var w Towards
	for _, data := range []string{"", towardsBrand[1:], "x" + towardsBrand[1:]} {
		if err := w.UnmarshalBinary([]byte(data)); err == nil || !strings.Contains(err.Error(), "make train") {
			t.Errorf("%d bytes: error %v does not say how to mend it", len(data), err)
		}
	}
}

func BenchmarkTowards(b *testing.B) {
	for _, brand := range []string{"", "Banga"} {
		b.Run("brand="+brand, func(b *testing.B) {
			l := newListener(b, brand)
			for b.Loop() {
				l.Listen("We moved from Vetra to Banga last year and are happy, it's much better and the staff are kind", text.English)
			}
		})
	}
}
