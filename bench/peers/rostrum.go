package main

import (
	"fmt"
	"strings"
	"testing/fstest"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/post"
)

// rostrumWith gives Rostrum with a policy of one clause that has these rules and nothing else.
func rostrumWith(name, rules string) (contestant, error) {
	files := fstest.MapFS{}
	for path, content := range map[string]string{
		"policy.yaml": "company: Banga\nlanguages: [en]\nsectors: []\nversion: \"1\"\neffective: 2026-12-01\n" +
			"review: 2027-12-01\napprover: {name: Rasa}\n",
		"speakers.yaml": "teams:\n  - {id: legal, name: {en: Legal}}\n",
		"conflict.yaml": "owners:\n  crisis: {team: legal}\n  message_approval: {team: legal}\n  customer_service: {team: legal}\n" +
			"  public_relations: {team: legal}\n  engagement: {team: legal}\n",
		"clauses/peers/clause.yaml": "number: \"1\"\nowner: legal\napplies_to: [brand]\nconsequence: {en: A talk.}\nrules:\n" + rules,
		"clauses/peers/en.md":       "# Peers\n\nThe rules that others can express as well.\n",
	} {
		files[path] = &fstest.MapFile{Data: []byte(content)}
	}
	p, err := policy.Load(files)
	if err != nil {
		return contestant{}, err
	}
	checker, err := check.Compile(p)
	if err != nil {
		return contestant{}, err
	}
	return inProcess(name, func(text string) []string {
		return rulesIn(checker.Check(&post.Post{Text: text, Channel: post.Brand}))
	}), nil
}

// rulesIn gives the rules that found something, each once.
func rulesIn(r check.Result) []string {
	var names []string
	for i := range r.Findings {
		names = with(names, strings.TrimPrefix(r.Findings[i].Rule, "peers/"))
	}
	return names
}

// asPatterns writes the expressions as rules of kind pattern.
func asPatterns(all []expression) string {
	var b strings.Builder
	for _, e := range all {
		fmt.Fprintf(&b, "  - {id: %s, kind: pattern, category: form, verdict: advise, patterns: [%s]}\n", e.name, quoted(e.source()))
	}
	return b.String()
}

// asTerms writes them as one would in Rostrum: words and phrases as words, which inflect, and the rest as patterns.
func asTerms(all []expression) string {
	var b strings.Builder
	for _, e := range all {
		if !e.words {
			b.WriteString(asPatterns([]expression{e}))
			continue
		}
		var words []string
		for _, token := range e.tokens {
			words = append(words, quoted(token))
		}
		fmt.Fprintf(&b, "  - {id: %s, kind: terms, category: form, verdict: advise, words: {en: [%s]}}\n", e.name, strings.Join(words, ", "))
	}
	return b.String()
}

// quoted writes a text as YAML does between single quotes.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
