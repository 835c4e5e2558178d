package main

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed words.txt
var wordLists string

// expression is one rule as every contestant can have it: expressions in RE2's syntax of which one must stand between
// the edges of words, upper and lower case alike.
type expression struct {
	name   string
	tokens []string
	words  bool // the tokens are words and phrases
}

// source gives the rule as one regular expression.
func (e expression) source() string { return `\b(?:` + strings.Join(e.tokens, "|") + `)\b` }

// expressions gives 200 rules of the sorts that companies have: 100 of words and phrases, 60 of numbers that belong to
// papers, 40 of claims.
func expressions() []expression {
	var all []expression
	for i, line := range strings.Split(strings.TrimSpace(wordLists), "\n") {
		all = append(all, expression{fmt.Sprintf("words-%d", i), strings.Split(line, " | "), !strings.ContainsAny(line, "?[%")})
	}
	all = append(all, numbers()...)
	return append(all, claims()...)
}

func numbers() []expression {
	var all []expression
	for _, paper := range []string{"invoice", "contract", "order", "ticket", "case", "claim", "policy", "account",
		"customer", "patient", "shipment", "project", "tender", "payment"} {
		for i, form := range []string{
			paper + ` (?:no\.?|nr\.?|number) ?\d{4,8}`,
			paper + `-\d{4}-\d{3,5}`,
			paper[:3] + `[-/]?\d{6}`,
			`\d{3,6}/\d{2,4} ` + paper,
		} {
			all = append(all, expression{name: fmt.Sprintf("%s-%d", paper, i), tokens: []string{form}})
		}
	}
	for i, form := range []string{`\d{3}-\d{7}`, `\d{4}/\d{5}`, `[a-z]{2}\d{8}`, `\d{2}-\d{3}-\d{4}`} {
		all = append(all, expression{name: fmt.Sprintf("number-%d", i), tokens: []string{form}})
	}
	return all
}

func claims() []expression {
	heads := []string{
		`(?:guaranteed?|promised?|assured?)`, `(?:doubles?|triples?|multipl(?:y|ies))`, `(?:the best|the greatest|number one)`,
		`(?:completely|absolutely|totally) (?:free|safe|secure)`, `(?:cures?|heals?|treats?)`, `(?:lose|burn|drop)`,
		`(?:earn|make|win)`, `(?:no|without|zero) (?:any )?(?:risks?|side effects?|loss(?:es)?)`,
	}
	tails := []string{
		`(?:money|cash|income|profits?|returns?)`, `(?:weight|pain|fat|stress|illness)`, `(?:market|world|country|city)`,
		`(?:days?|weeks?|months?|overnight)`, `(?:prices?|deals?|offers?|discounts?)`,
	}
	var all []expression
	for i, head := range heads {
		for j, tail := range tails {
			all = append(all, expression{name: fmt.Sprintf("claim-%d-%d", i, j), tokens: []string{head + `(?: \w+){0,3} ` + tail}})
		}
	}
	return all
}
