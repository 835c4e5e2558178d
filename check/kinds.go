package check

import (
	"maps"
	"slices"
	"strings"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/policy/rule/pattern"
	speakerrule "rostrum/policy/rule/speaker"
	"rostrum/policy/rule/terms"
	"rostrum/speaker"
)

// kinds gives every kind of rule by its name.
func kinds(p *policy.Policy) map[string]rule.Maker {
	return map[string]rule.Maker{
		"pattern": pattern.New,
		"speaker": speakerrule.With(speaker.New(p)),
		"terms":   terms.New,
	}
}

func kindNames(kinds map[string]rule.Maker) string {
	return strings.Join(slices.Sorted(maps.Keys(kinds)), ", ")
}
