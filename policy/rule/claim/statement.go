package claim

import (
	"slices"

	"rostrum/policy/rule"
)

// statement is one thing that must not be said, or not without more.
type statement struct {
	id         string
	category   rule.Category
	says       []way
	requires   string // a word of this list anywhere in the post makes the statement right …
	lowered    bool   // … or only mild: it is advised on, not passed over
	hedged     bool   // "may", "up to", "we hope" make it another statement
	news       bool   // it is often reported of others: police, courts, studies
	message    rule.Text
	suggestion rule.Text
}

// way is one grammar: words of each list, within so many tokens of the first one, in one sentence.
type way struct {
	say     string // names of lists, "guarantee yield"; the first, which should be the rarest, is where the search starts
	within  int32  // 0: 5 tokens
	ordered bool   // only in the order given
	about   string // a word of this list must stand somewhere else in the post
	unless  string // a word of these lists in the sentence makes it something else
}

// Besides lists, a grammar can ask for these signs.
const (
	aPercentage = "%" // 10 %, 10 proc., ten percent
	anAmount    = "€" // 500 €, €500, 500 Eur
	aNumber     = "#"
)

const usualDistance = 5

// statements lists what can be found, in the order in which people read about them.
var statements = slices.Concat(financeStatements, offerStatements, healthStatements, medicineStatements, marketStatements,
	companyStatements, conductStatements, officeStatements)
