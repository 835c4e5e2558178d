// Command measure says how much of the personal data in a labelled set the rule finds, and how much of what it finds
// is labelled. Use: go run ./policy/rule/entity/measure -data FOLDER [-show phone]
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"rostrum/policy/rule/entity"
	"rostrum/policy/rule/ruletest"
)

// Each kind, and the label that the set has for it.
var measured = []struct{ kind, label string }{
	{"phone", "PHONE_NUMBER"}, {"email", "EMAIL_ADDRESS"}, {"card", "CREDIT_CARD"}, {"iban", "IBAN_CODE"}, {"us_ssn", "US_SSN"},
	{"ip", "IP_ADDRESS"}, {"driving_licence", "US_DRIVER_LICENSE"}, {"home_address", "ADDRESS"},
}

type span struct {
	Type  string `json:"type"`
	Start int    `json:"start"` // characters
	End   int    `json:"end"`
}

type example struct {
	Text  string `json:"text"`
	Spans []span `json:"spans"`
}

func main() {
	log.SetFlags(0)
	data := flag.String("data", os.Getenv("ROSTRUM_DATA"), "folder with pii/presidio_generated_large.jsonl")
	show := flag.String("show", "", "kind whose misses and false alarms are shown")
	flag.Parse()
	examples, err := read(filepath.Join(*data, "pii", "presidio_generated_large.jsonl"))
	if err != nil {
		log.Fatalf("the set cannot be read: %v. Name its folder with -data.", err)
	}
	fmt.Printf("%-16s %7s %7s %9s %9s\n", "kind", "labels", "found", "precision", "recall")
	for _, m := range measured {
		bench, err := ruletest.Try(entity.New, ruletest.Given{Keys: "find: [" + m.kind + "]"})
		if err != nil {
			log.Fatal(err)
		}
		r := hold(bench, examples, m.label, m.kind == *show)
		fmt.Printf("%-16s %7d %7d %9.3f %9.3f\n", m.kind, r.labels, r.found, share(r.right, r.found), share(r.hit, r.labels))
	}
}

type result struct{ labels, found, right, hit int }

// hold runs one rule over all texts.
func hold(bench *ruletest.Bench, examples []example, label string, show bool) result {
	var r result
	for _, e := range examples {
		gold := bytesOf(e, label)
		matches := bench.Find(e.Text)
		r.labels += len(gold)
		r.found += len(matches)
		for _, m := range matches {
			ok := overlapsAny(span{Start: m.Start, End: m.End}, gold)
			if ok {
				r.right++
			} else if show {
				fmt.Printf("FALSE %q in %q\n", e.Text[m.Start:m.End], e.Text)
			}
		}
		for _, g := range gold {
			hit := false
			for _, m := range matches {
				hit = hit || m.Start < g.End && g.Start < m.End
			}
			if hit {
				r.hit++
			} else if show {
				fmt.Printf("MISS  %q in %q\n", e.Text[g.Start:g.End], e.Text)
			}
		}
	}
	return r
}

func overlapsAny(m span, all []span) bool {
	for _, g := range all {
		if m.Start < g.End && g.Start < m.End {
			return true
		}
	}
	return false
}

// bytesOf gives the spans of one label in bytes.
func bytesOf(e example, label string) []span {
	var places []int
	for i := range e.Text {
		places = append(places, i)
	}
	places = append(places, len(e.Text))
	var spans []span
	for _, s := range e.Spans {
		if s.Type == label && s.End < len(places) {
			spans = append(spans, span{s.Type, places[s.Start], places[s.End]})
		}
	}
	return spans
}

func share(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }

func read(path string) ([]example, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var examples []example
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var e example
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return nil, fmt.Errorf("line %d: %w", len(examples)+1, err)
		}
		examples = append(examples, e)
	}
	return examples, lines.Err()
}
