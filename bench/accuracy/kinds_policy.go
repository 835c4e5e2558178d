package main

import (
	"fmt"
	"io/fs"
	"maps"
	"testing/fstest"
	"time"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/starter"
)

// kindsClause is the clause whose rules look for everything that the four kinds know. It is no part of the starter,
// which has each rule where a company needs it, for its sector and with its verdict.
const kindsClause = "four-kinds"

const kindsRules = `number: "7.99"
owner: communications
applies_to: [brand, personal]
covers: [disclosure]
consequence: {en: "Nothing: this clause is there to be measured.", lt: "Jokių: šis punktas skirtas matuoti."}
rules:
  - {id: disclosure, kind: disclosure, category: disclosure.missing, verdict: review}
  - {id: credit, kind: credit, category: credit.missing, verdict: review}
  - {id: health-fact, kind: entity, category: pii.health, verdict: review, find: [health_fact]}
  - {id: finance, kind: claim, category: claim.finance, verdict: review}
  - {id: health, kind: claim, category: claim.health, verdict: review}
  - {id: other, kind: claim, category: claim.other, verdict: review}
  - {id: disclosure-reworded, kind: sense, category: disclosure.missing, verdict: review}
  - {id: credit-reworded, kind: sense, category: credit.missing, verdict: review}
  - {id: health-fact-reworded, kind: sense, category: pii.health, verdict: review}
  - {id: finance-reworded, kind: sense, category: claim.finance, verdict: review}
  - {id: health-reworded, kind: sense, category: claim.health, verdict: review}
  - {id: other-reworded, kind: sense, category: claim.other, verdict: review}
`

// kindsChecker compiles the starter with that clause, for a company whose product is named as in the posts.
func kindsChecker() (*check.Checker, error) {
	files, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"en", "lt"}, Today: time.Now()})
	if err != nil {
		return nil, err
	}
	base, ok := files.(fstest.MapFS)
	if !ok {
		return nil, fmt.Errorf("the starter gives %T, which cannot be added to", files)
	}
	folder := maps.Clone(base)
	for name, content := range map[string]string{
		"clauses/" + kindsClause + "/clause.yaml": kindsRules,
		"clauses/" + kindsClause + "/en.md":       "# Measured\n\nThis clause is there to be measured.\n",
		"clauses/" + kindsClause + "/lt.md":       "# Matuojama\n\nŠis punktas skirtas matuoti.\n",
		"terms/products.yaml":                     "- Banga Pro\n",
	} {
		folder[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	p, err := policy.Load(fs.FS(folder))
	if err != nil {
		return nil, err
	}
	return check.Compile(p)
}
