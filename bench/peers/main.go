// Command peers measures Rostrum side by side with others on the same posts and the same rules, as far as these can
// express them: Vale, gitleaks, and Go's regexp one by one. All run on one core and take turns; medians of five runs of
// processor time. It is a module of its own, so that Rostrum does not depend on its peers. It refuses to compare what
// differs without saying so: it counts what each found and shows where they disagree.
//
//	cd bench/peers && go run . -data DIR
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"rostrum/bench/corpus"
)

const tweets = 20_000

func main() {
	data := flag.String("data", os.Getenv("ROSTRUM_DATA"), "the folder with the data")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	if err := measure(*data); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func measure(data string) error {
	if data == "" {
		return fmt.Errorf("say where the data are, with -data or ROSTRUM_DATA")
	}
	all, err := corpus.Objects[struct{ Text string }](filepath.Join(data, "stream", "tweets_emoji.jsonl"))
	if err != nil {
		return err
	}
	var posts []string
	for _, one := range all[:min(tweets, len(all))] {
		posts = append(posts, strings.Join(strings.Fields(one.Text), " "))
	}
	fmt.Printf("%s, %d tweets, one core.\n\n", runtime.Version(), len(posts))
	if err := rules(posts); err != nil {
		return err
	}
	return secrets(posts)
}

// rules compares those that take a company's own rules.
func rules(posts []string) error {
	folder, err := os.MkdirTemp("", "rostrum-peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	all := expressions()
	byVale, err := vale(folder, all)
	if err != nil {
		return err
	}
	patterns, err := rostrumWith("Rostrum, the same as `pattern` rules", asPatterns(all))
	if err != nil {
		return err
	}
	terms, err := rostrumWith("Rostrum, words as `terms` rules", asTerms(all))
	if err != nil {
		return err
	}
	if err := contest(fmt.Sprintf("%d rules: Vale", len(all)), posts, byVale, patterns, terms); err != nil {
		return err
	}
	return contest(fmt.Sprintf("%d rules: Go’s regexp", len(all)), posts, oneByOne(all), patterns, terms)
}

// secrets compares those that know the formats of keys.
func secrets(posts []string) error {
	theirs, err := gitleaks()
	if err != nil {
		return err
	}
	ours, err := rostrumWith("Rostrum, a `secret` rule", "  - {id: secret, kind: secret, category: secret.credential, verdict: block, find: [format]}\n")
	if err != nil {
		return err
	}
	return contest("Keys and tokens: gitleaks", withKeys(posts), theirs, ours)
}
