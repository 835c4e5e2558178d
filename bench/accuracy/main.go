// Command accuracy holds the starter policy with every pack, as a company gets it, against labelled posts and against
// ordinary ones, and prints precision and recall as Markdown. It refuses to change anything.
//
//	go run ./bench/accuracy -data DIR [-samples 20] [-only links]
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/policy/starter"
	"rostrum/post"
)

// part is one heading of the output.
type part struct {
	name, title string
	print       func(*measurement) error
}

var parts = []part{
	{"personal", "Personal data", personalData},
	{"links", "Links", links},
	{"abuse", "Abuse", abuse},
	{"identity", "Identity words", identityWords},
	{"scam", "Scams", scams},
	{"kinds", "Endorsement, credit, health facts, claims", fourKinds},
	{"alarms", "False alarms", alarms},
	{"lithuanian", "Ordinary Lithuanian posts", lithuanian},
}

// measurement is what every part works with.
type measurement struct {
	data    string // the folder
	lt      string // a file of Lithuanian posts
	checker *check.Checker
	samples *samples
}

func main() {
	m := &measurement{}
	flag.StringVar(&m.data, "data", os.Getenv("ROSTRUM_DATA"), "the folder with the data")
	flag.StringVar(&m.lt, "lt", "check/testdata/posts_lt.txt", "ordinary Lithuanian posts, one a line")
	shown := flag.Int("samples", 0, "how many examples of each rule's findings, and of each sort of error, are shown")
	only := flag.String("only", "", "measure this part only: "+names())
	flag.Parse()
	m.samples = newSamples(*shown)
	if err := m.run(*only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func names() string {
	var all []string
	for _, p := range parts {
		all = append(all, p.name)
	}
	return strings.Join(all, ", ")
}

func (m *measurement) run(only string) error {
	if m.data == "" {
		return fmt.Errorf("say where the data are, with -data or ROSTRUM_DATA")
	}
	var err error
	if m.checker, err = starterFor(starter.Sectors); err != nil {
		return err
	}
	known := false
	for _, p := range parts {
		if only != "" && only != p.name {
			continue
		}
		known = true
		fmt.Printf("### %s\n\n", p.title)
		if err := p.print(m); err != nil {
			return err
		}
		m.samples.print()
	}
	if !known {
		return fmt.Errorf("-only %s: there is no such part; use one of %s", only, names())
	}
	return nil
}

// starterFor compiles the starter for a company of these sectors, with all packs where it has any.
func starterFor(sectors []string) (*check.Checker, error) {
	files, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"en", "lt"}, Sectors: sectors, Today: time.Now()})
	if err != nil {
		return nil, err
	}
	p, err := policy.Load(files)
	if err != nil {
		return nil, err
	}
	return check.Compile(p)
}

// check holds one text against the policy.
func (m *measurement) check(text string, channel post.Channel) check.Result {
	return m.checker.Check(&post.Post{Text: text, Channel: channel})
}

// stop gives the first finding of these categories for which somebody has to look at the post; nil where there is
// none. A category that ends in a dot stands for all that begin with it.
func stop(r check.Result, categories ...string) *check.Finding {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Verdict >= rule.Review && isOneOf(f.Category, categories) {
			return f
		}
	}
	return nil
}

func isOneOf(c rule.Category, categories []string) bool {
	for _, want := range categories {
		if string(c) == want || strings.HasSuffix(want, ".") && strings.HasPrefix(string(c), want) {
			return true
		}
	}
	return false
}
