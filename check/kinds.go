package check

import (
	"maps"
	"slices"
	"strings"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/policy/rule/pattern"
	"rostrum/policy/rule/terms"
)

// kinds gives every kind of rule by its name.
func kinds(_ *policy.Policy) map[string]rule.Maker {
	return map[string]rule.Maker{
		"pattern": pattern.New,
		"terms":   terms.New,
	}
}

func kindNames(kinds map[string]rule.Maker) string {
	return strings.Join(slices.Sorted(maps.Keys(kinds)), ", ")
}
