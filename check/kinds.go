package check

import (
	"maps"
	"slices"
	"strings"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/policy/rule/claim"
	"rostrum/policy/rule/credit"
	"rostrum/policy/rule/disclosure"
	"rostrum/policy/rule/entity"
	"rostrum/policy/rule/form"
	"rostrum/policy/rule/handle"
	"rostrum/policy/rule/link"
	"rostrum/policy/rule/pattern"
	"rostrum/policy/rule/secret"
	"rostrum/policy/rule/sense"
	speakerrule "rostrum/policy/rule/speaker"
	"rostrum/policy/rule/terms"
	"rostrum/policy/rule/tone"
	"rostrum/speaker"
)

// kinds gives every kind of rule by its name.
func kinds(p *policy.Policy) map[string]rule.Maker {
	return map[string]rule.Maker{
		"claim":      claim.New,
		"credit":     credit.New,
		"disclosure": disclosure.New,
		"entity":     entity.New,
		"form":       form.New,
		"handle":     handle.New,
		"link":       link.New,
		"pattern":    pattern.New,
		"secret":     secret.New,
		"sense":      sense.New,
		"speaker":    speakerrule.With(speaker.New(p)),
		"terms":      terms.New,
		"tone":       tone.New,
	}
}

func kindNames(kinds map[string]rule.Maker) string {
	return strings.Join(slices.Sorted(maps.Keys(kinds)), ", ")
}
