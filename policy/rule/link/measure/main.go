// Command measure holds the link rule against lists of phishing and of ordinary links, and says how many it finds in
// the half on which it was tuned and in the half that was held out. Halves are taken by registrable domain, so that no
// site is in both.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"net/url"
	"os"
	"path/filepath"

	"golang.org/x/net/publicsuffix"

	"rostrum/policy/rule"
	"rostrum/policy/rule/link"
	"rostrum/text"
	"rostrum/text/literal"
	"rostrum/text/phrase"
)

func main() {
	data := flag.String("data", "", "folder with phishtank_2020.jsonl and benign_half.jsonl, each line {url, label}")
	show := flag.Bool("show", false, "print what is wrong in the tuning half")
	flag.Parse()
	if err := measure(*data, *show); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(2)
	}
}

// half counts the links and hosts of one half of the data.
type half struct {
	found, missed, wrong, right int
	sites                       [2]map[string]bool // of ordinary links, of phishing
	wrongSites, foundSites      map[string]bool
}

func newHalf() *half {
	return &half{sites: [2]map[string]bool{{}, {}}, wrongSites: map[string]bool{}, foundSites: map[string]bool{}}
}

func measure(data string, show bool) error {
	r, err := newRule()
	if err != nil {
		return err
	}
	halves := [2]*half{newHalf(), newHalf()}
	for _, name := range []string{"phishtank_2020.jsonl", "benign_half.jsonl"} {
		if err := readLinks(filepath.Join(data, name), func(link string, phish bool) {
			site := siteOf(link)
			found := finds(r, link)
			halves[hash(site)&1].count(site, phish, found)
			if show && hash(site)&1 == 0 && phish != found {
				fmt.Println(phish, link)
			}
		}); err != nil {
			return err
		}
	}
	halves[0].print("tuned on")
	halves[1].print("held out")
	return nil
}

func newRule() (rule.Rule, error) {
	return link.New(&rule.Setup{
		Name: "measure/link", Category: rule.SecurityPhish,
		Decode:  func(any) error { return nil },
		Terms:   func(string) ([]rule.Term, error) { return nil, nil },
		Phrases: phrase.NewBuilder(), Literals: literal.NewBuilder(),
	})
}

func readLinks(path string, each func(link string, phish bool)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var line struct{ URL, Label string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		each(line.URL, line.Label == "phish")
	}
	return lines.Err()
}

// finds holds the rule against one link, as if the tokeniser had taken it as a whole.
func finds(r rule.Rule, link string) bool {
	d := &text.Document{Source: link, Folded: []byte(text.Fold(link)), Has: text.HasLink,
		Tokens: []text.Token{{End: int32(len(link)), Kind: text.Link}}}
	var out rule.Report
	r.Check(&rule.Input{Doc: d}, &out)
	return len(out.Matches) > 0
}

func siteOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname())
	if err != nil {
		return u.Hostname()
	}
	return site
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

func (h *half) count(site string, phish, found bool) {
	switch {
	case phish && found:
		h.found++
		h.foundSites[site] = true
	case phish:
		h.missed++
	case found:
		h.wrong++
		h.wrongSites[site] = true
	default:
		h.right++
	}
	if phish {
		h.sites[1][site] = true
	} else {
		h.sites[0][site] = true
	}
}

func (h *half) print(name string) {
	fmt.Printf("%s: precision %.4f, recall %.3f; %d of %d phishing links on %d sites found; %d of %d ordinary links on %d of %d sites wrongly\n",
		name, float64(h.found)/float64(h.found+h.wrong), float64(h.found)/float64(h.found+h.missed),
		h.found, h.found+h.missed, len(h.sites[1]), h.wrong, h.wrong+h.right, len(h.wrongSites), len(h.sites[0]))
	fmt.Printf("  by site: recall %.3f\n", float64(len(h.foundSites))/float64(len(h.sites[1])))
}
