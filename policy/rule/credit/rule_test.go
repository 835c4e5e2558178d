package credit

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
	"rostrum/post"
)

func given(keys string) ruletest.Given {
	return ruletest.Given{Keys: keys, Category: rule.CreditMissing}
}

// found names what a match says.
func found(m rule.Match) string {
	switch m.Message {
	case quoteMessage:
		return "quote"
	case lyricsMessage:
		return "lyrics"
	case imageMessage:
		return "image"
	}
	return "borrowed"
}

func TestSpans(t *testing.T) {
	b := ruletest.New(t, New, given(""))
	for _, c := range []struct{ text, want, span string }{
		{"So true: “it always seems impossible until it is done”!", "quote", "it always seems impossible until it is done"},
		{"Ryto mintis – „geriausia kava yra ta, kurią geri kartu“.", "quote", "geriausia kava yra ta, kurią geri kartu"},
		{"🎶 walking down the empty street and singing 🎶", "lyrics", "walking down the empty street and singing"},
		{"Graži nuotrauka, rasta internete.", "borrowed", "rasta internete"},
	} {
		ms := b.Find(c.text)
		if len(ms) != 1 {
			t.Errorf("%q: %d findings, want one", c.text, len(ms))
			continue
		}
		if got := c.text[ms[0].Start:ms[0].End]; got != c.span || found(ms[0]) != c.want {
			t.Errorf("%q: found %s %q, want %s %q", c.text, found(ms[0]), got, c.want, c.span)
		}
	}
}

func TestFind(t *testing.T) {
	all := &post.Post{Text: "„Kelias į tūkstantį mylių prasideda nuo pirmojo žingsnio“", Media: []post.Media{{Kind: "image"}}}
	for keys, want := range map[string]int{"": 2, "find: [quote]": 1, "find: [image]": 1, "find: [lyrics]": 0} {
		b := ruletest.New(t, New, given(keys))
		if got := len(b.FindIn(all)); got != want {
			t.Errorf("%q: %d findings, want %d", keys, got, want)
		}
	}
	ruletest.Refuses(t, New, given("find: [music]"), `"music" is not known; use quote, image, lyrics`)
}

// Of what is found, and of what should be, this share at least.
const (
	leastPrecision = 0.97
	leastRecall    = 0.95
)

func TestPosts(t *testing.T) {
	f, err := os.Open("testdata/posts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b := ruletest.New(t, New, given(""))
	right, all, wanted := 0, 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var p struct {
			Text, Want string
			Media      []post.Media
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, m := range b.FindIn(&post.Post{Text: p.Text, Channel: post.Brand, Media: p.Media}) {
			all++
			if got = found(m); got == p.Want {
				right++
			} else {
				t.Logf("false alarm %s: %s", got, p.Text)
			}
		}
		if p.Want != "" {
			wanted++
			if got == "" {
				t.Logf("missed %s: %s", p.Want, p.Text)
			}
		}
	}
	precision, recall := float64(right)/float64(all), float64(right)/float64(wanted)
	t.Logf("precision %.3f recall %.3f of %d", precision, recall, wanted)
	if precision < leastPrecision || recall < leastRecall {
		t.Errorf("precision %.3f recall %.3f, want at least %.2f and %.2f", precision, recall, leastPrecision, leastRecall)
	}
}

// The bench makes one Input for each post.
const benchAllocates = 1

func TestNothingFoundAllocatesNothing(t *testing.T) {
	b := ruletest.New(t, New, given(""))
	for _, text := range []string{
		"“The best way to predict the future is to invent it” – Alan Kay",
		"Languages: English / Lithuanian / Polish",
		"Šiandien viskam 20 % nuolaida.",
	} {
		p := &post.Post{Text: text, Channel: post.Brand}
		b.FindIn(p)
		if n := testing.AllocsPerRun(100, func() { b.FindIn(p) }); n > benchAllocates {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}
