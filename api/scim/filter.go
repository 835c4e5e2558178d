package scim

import (
	"encoding/json"
	"strings"
)

// filter asks for resources whose attribute equals a value. The other comparisons of RFC 7644 (3.4.2.2) are refused:
// directories find people and groups by equality.
type filter struct{ attribute, value string } // attribute in lower case, without the schema

// parseFilter reads: userName eq "rasa@example.com".
func parseFilter(text string) (filter, error) {
	attribute, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	operator, value, _ := strings.Cut(strings.TrimSpace(rest), " ")
	f := filter{attribute: bare(attribute)}
	if !isName(f.attribute) || !strings.EqualFold(operator, "eq") {
		return filter{}, wrongFilter()
	}
	value = strings.TrimSpace(value)
	if !strings.HasPrefix(value, `"`) || json.Unmarshal([]byte(value), &f.value) != nil {
		return filter{}, wrongFilter()
	}
	return f, nil
}

func wrongFilter() error {
	return invalid("invalidFilter", `Filter by equality with a text, such as userName eq "rasa@example.com".`,
		`Filtruokite pagal tekstą, pavyzdžiui, userName eq "rasa@example.com".`)
}

// isName tells whether a text in lower case may name an attribute, or a part of one after a dot.
func isName(s string) bool {
	return s != "" && len(s) <= 100 && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '$' && r != '-' && r != '_' && r != '.'
	})
}

// bare gives an attribute in lower case without the name of the core schema before it.
func bare(attribute string) string {
	attribute = strings.ToLower(attribute)
	for _, schema := range []string{userSchema, groupSchema} {
		if rest, ok := strings.CutPrefix(attribute, strings.ToLower(schema)+":"); ok {
			return rest
		}
	}
	return attribute
}
