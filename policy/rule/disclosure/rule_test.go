package disclosure

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
	return ruletest.Given{Keys: keys, Category: rule.DisclosureMissing,
		Terms: map[string][]string{"brands": {"Banga"}, "products": {"Banga Pro"}}}
}

// found names what a match says.
func found(m rule.Match) string {
	switch m.Message {
	case employeeMessage:
		return "employee"
	case paidMessage:
		return "paid"
	}
	return "buried"
}

func TestSpans(t *testing.T) {
	b := ruletest.New(t, New, given(""))
	for _, c := range []struct {
		channel          post.Channel
		text, want, span string
	}{
		{post.Personal, "Honestly, Banga Pro is amazing.", "employee", "Banga Pro is amazing"},
		{post.Personal, "Man Bangos kava labai patinka.", "employee", "Bangos kava labai patinka"},
		{post.Personal, "Shoes! @vejas sent me these.", "paid", "sent me"},
		{post.Personal, "Ačiū @vejas už dovaną!", "paid", "už dovaną"},
		{post.Personal, "Collab with @vejas #a #b #c #d #e #f #ad", "buried", "#ad"},
	} {
		ms := b.FindIn(&post.Post{Text: c.text, Channel: c.channel})
		if len(ms) != 1 {
			t.Errorf("%q: %d findings, want one", c.text, len(ms))
			continue
		}
		if got := c.text[ms[0].Start:ms[0].End]; got != c.span || found(ms[0]) != c.want {
			t.Errorf("%q: found %s %q, want %s %q", c.text, found(ms[0]), got, c.want, c.span)
		}
		if (ms[0].Verdict == rule.Advise) != (c.want == "buried") {
			t.Errorf("%q: verdict %v", c.text, ms[0].Verdict)
		}
	}
}

func TestKeys(t *testing.T) {
	praise := &post.Post{Text: "Banga Pro is amazing, use my code RASA10.", Channel: post.Personal}
	for _, c := range []struct {
		keys string
		want int
	}{
		{"", 2},
		{"find: [employee]", 1},
		{"find: [paid]", 1},
		{"{find: [employee], brands: [products]}", 1},
		{"markers: {en: [use my code]}", 0},
	} {
		b := ruletest.New(t, New, given(c.keys))
		if got := len(b.FindIn(praise)); got != c.want {
			t.Errorf("%q: %d findings, want %d", c.keys, got, c.want)
		}
	}
}

func TestBadKeys(t *testing.T) {
	ruletest.Refuses(t, New, given("find: [friend]"), `"friend" is not known; use employee, paid`)
	ruletest.Refuses(t, New, given("brands: [nowhere]"), "terms/nowhere.yaml")
	ruletest.Refuses(t, New, given("markers: {en: ['!']}"), "no word")
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
			Text    string
			Channel post.Channel
			Want    string
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, m := range b.FindIn(&post.Post{Text: p.Text, Channel: p.Channel}) {
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
	for _, text := range []string{"I work at Banga and the new Pro is amazing.", "Mama padovanojo nuostabų dviratį. #vasara"} {
		p := &post.Post{Text: text, Channel: post.Personal}
		b.FindIn(p)
		if n := testing.AllocsPerRun(100, func() { b.FindIn(p) }); n > benchAllocates {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}
