package policy

import (
	"strings"

	"rostrum/policy/rule"
)

// Points are what a complete policy answers; a clause names those that it covers.
var Points = [...]string{
	"confidential", "derogatory", "illegal",
	"speakers", "brand_guidelines", "etiquette", "confidentiality_training", "consequences",
	"conflict", "responses",
	"personal_facts", "personal_law", "personal_brand", "personal_disclaimer",
	"credit", "privacy", "disclosure", "disclaimer_limits", "sector",
	"passwords", "two_factor", "devices", "attacks", "breach",
}

// MinimumRules are the points that no policy may leave without a rule.
var MinimumRules = [...]string{"confidential", "derogatory", "illegal"}

// allowedValues reads an `oneof` tag: words, or the name of a longer list.
func allowedValues(tag string) []string {
	switch tag {
	case "":
		return nil
	case "@points":
		return Points[:]
	case "@categories":
		var names []string
		for _, c := range rule.Categories() {
			names = append(names, string(c))
		}
		return names
	case "@owners":
		return Owners[:]
	}
	return strings.Fields(tag)
}
