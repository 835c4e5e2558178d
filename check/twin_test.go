package check

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/policy/starter"
	"rostrum/post"
)

// slow gives the twin of a checker that takes no shortcut: it runs every rule on every post.
func slow(c *Checker) *Checker {
	twin := &Checker{policy: c.policy, wakers: c.wakers, words: c.words, awaited: c.words, literals: c.literals, nots: c.nots, waivers: c.waivers,
		rules: append([]compiled(nil), c.rules...)}
	for i := range twin.channels {
		twin.channels[i].always = twin.channels[i].all
	}
	twin.desks.New = func() any { return twin.newDesk() }
	return twin
}

// TestShortcutsAgree holds the checker against its twin on every example of the starter, on ordinary Lithuanian posts
// and, where ROSTRUM_DATA names the folder with the data, on all its tweets.
func TestShortcutsAgree(t *testing.T) {
	p, err := policy.Load(starter.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(withGiven(p))
	if err != nil {
		t.Fatal(err)
	}
	twin := slow(c)
	posts := corpus(t, p)
	if len(posts) < 400 {
		t.Fatalf("only %d posts to compare", len(posts))
	}
	found := 0
	for i := range posts {
		for _, channel := range post.Channels {
			posts[i].Channel = channel
			got, want := c.Check(&posts[i]), twin.Check(&posts[i])
			found += len(got.Findings)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s %q:\n got %+v\nwant %+v", channel, posts[i].Text, got, want)
			}
		}
	}
	if found < 300 {
		t.Errorf("only %d findings were compared", found)
	}
}

func corpus(t *testing.T, p *policy.Policy) []post.Post {
	var posts []post.Post
	for _, clause := range p.Clauses {
		for _, e := range clause.Examples {
			posts = append(posts, *e.Post())
		}
	}
	lines(t, "testdata/posts_lt.txt", func(line []byte) { posts = append(posts, post.Post{Text: string(line)}) })
	if data := os.Getenv("ROSTRUM_DATA"); data != "" {
		lines(t, filepath.Join(data, "stream", "tweets_emoji.jsonl"), func(line []byte) {
			var tweet struct{ Text string }
			if err := json.Unmarshal(line, &tweet); err != nil {
				t.Fatal(err)
			}
			posts = append(posts, post.Post{Text: tweet.Text})
		})
	}
	return posts
}

func lines(t *testing.T, name string, each func([]byte)) {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for s.Scan() {
		each(s.Bytes())
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}

// TestOrdinaryLithuanianPostsPass counts false alarms where there should be none.
func TestOrdinaryLithuanianPostsPass(t *testing.T) {
	p, err := policy.Load(starter.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	lines(t, "testdata/posts_lt.txt", func(line []byte) {
		for _, channel := range post.Channels {
			got := c.Check(&post.Post{Text: string(line), Channel: channel})
			if got.Verdict >= rule.Review {
				t.Errorf("%s %q: %v by %s, %q", channel, line, got.Verdict, got.Findings[0].Rule, got.Findings[0].Text)
			}
			if got.Lang != "lt" {
				t.Errorf("%q: language %q", line, got.Lang)
			}
		}
	})
}

// broken is a rule that fails on every post.
type broken struct{}

func (broken) Check(*rule.Input, *rule.Report) { panic("a fault in the rule") }

func TestRuleThatPanics(t *testing.T) {
	p, err := policy.Load(starter.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	c = slow(c)
	c.rules[0].rule, c.rules[0].conditions.any = broken{}, false
	for _, channel := range post.Channels {
		got := c.Check(&post.Post{Text: "Good morning", Channel: channel})
		if i, _ := channelIndex(channel); !c.channels[i].all.has(0) {
			continue // the rule is not for this channel
		}
		if got.Verdict != rule.Review || len(got.Findings) != 1 || got.Findings[0].Category != rule.System {
			t.Errorf("%s: got %+v", channel, got)
		}
	}
}

// FuzzStarter holds the checker against its twin, with every kind of rule, on whatever text there may be.
func FuzzStarter(f *testing.F) {
	p, err := policy.Load(starter.Embedded())
	if err != nil {
		f.Fatal(err)
	}
	c, err := Compile(withGiven(p))
	if err != nil {
		f.Fatal(err)
	}
	twin := slow(c)
	for _, clause := range p.Clauses {
		for _, e := range clause.Examples {
			f.Add(e.Fires + e.Passes)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, channel := range post.Channels {
			x := &post.Post{Text: s, Channel: channel}
			got := c.Check(x)
			for i := range got.Findings {
				if f := &got.Findings[i]; f.Category == rule.System && f.Start == f.End {
					t.Fatalf("%s %q: %s", channel, s, f.Message.EN)
				}
			}
			if want := twin.Check(x); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s %q:\n got %+v\nwant %+v", channel, s, got, want)
			}
		}
	})
}
