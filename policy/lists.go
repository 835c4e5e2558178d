package policy

import "strings"

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

// categories is the closed list of what findings can be about.
var categories = [...]string{
	"confidential.codename", "confidential.financials", "confidential.client", "confidential.other",
	"abuse.hate", "abuse.offensive", "abuse.threat", "defamation", "illegal.conduct",
	"pii.national_id", "pii.phone", "pii.email", "pii.iban", "pii.card", "pii.health", "pii.address", "pii.other",
	"secret.credential", "claim.finance", "claim.health", "claim.other", "disclosure.missing", "credit.missing",
	"security.phish", "security.impersonation", "speaker", "form", "system",
}

// allowedValues reads an `oneof` tag: words, or the name of a longer list.
func allowedValues(tag string) []string {
	switch tag {
	case "":
		return nil
	case "@points":
		return Points[:]
	case "@categories":
		return categories[:]
	case "@owners":
		return Owners[:]
	}
	return strings.Fields(tag)
}
