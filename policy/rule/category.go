package rule

import "slices"

// Category says what a finding is about. The list is closed.
type Category string

// The categories.
const (
	ConfidentialCodename   Category = "confidential.codename"
	ConfidentialFinancials Category = "confidential.financials"
	ConfidentialClient     Category = "confidential.client"
	ConfidentialOther      Category = "confidential.other"
	AbuseHate              Category = "abuse.hate"
	AbuseOffensive         Category = "abuse.offensive"
	AbuseThreat            Category = "abuse.threat"
	Defamation             Category = "defamation"
	IllegalConduct         Category = "illegal.conduct"
	PIINationalID          Category = "pii.national_id"
	PIIPhone               Category = "pii.phone"
	PIIEmail               Category = "pii.email"
	PIIIBAN                Category = "pii.iban"
	PIICard                Category = "pii.card"
	PIIHealth              Category = "pii.health"
	PIIAddress             Category = "pii.address"
	PIIOther               Category = "pii.other"
	SecretCredential       Category = "secret.credential"
	ClaimFinance           Category = "claim.finance"
	ClaimHealth            Category = "claim.health"
	ClaimOther             Category = "claim.other"
	DisclosureMissing      Category = "disclosure.missing"
	CreditMissing          Category = "credit.missing"
	SecurityPhish          Category = "security.phish"
	SecurityImpersonation  Category = "security.impersonation"
	Speaker                Category = "speaker"
	Form                   Category = "form"
	System                 Category = "system"
)

// Categories lists every category in the order in which people read about them.
func Categories() []Category {
	return []Category{
		ConfidentialCodename, ConfidentialFinancials, ConfidentialClient, ConfidentialOther,
		AbuseHate, AbuseOffensive, AbuseThreat, Defamation, IllegalConduct,
		PIINationalID, PIIPhone, PIIEmail, PIIIBAN, PIICard, PIIHealth, PIIAddress, PIIOther,
		SecretCredential, ClaimFinance, ClaimHealth, ClaimOther, DisclosureMissing, CreditMissing,
		SecurityPhish, SecurityImpersonation, Speaker, Form, System,
	}
}

// ParseCategory tells whether s is a category.
func ParseCategory(s string) (Category, bool) {
	c := Category(s)
	return c, slices.Contains(Categories(), c)
}
