package scim

import "strings"

// path says what an operation of PATCH is about (RFC 7644, 3.5.2): attribute, attribute.sub, attribute[filter] or
// attribute[filter].sub. Names are in lower case. Foreign tells that the attribute is of a schema that is not ours. A filter
// that is not by equality is empty: such are for attributes that are passed over, and what reads filters refuses it.
type path struct {
	attribute, sub string
	only           *filter
	foreign        bool
}

func parsePath(text string) (path, error) {
	text = strings.TrimSpace(text)
	if isForeign(text) {
		return path{foreign: true}, nil
	}
	name, rest, filtered := strings.Cut(text, "[")
	p := path{}
	if filtered {
		at := closing(rest)
		if at < 0 {
			return p, wrongPath()
		}
		if strings.TrimSpace(rest[:at]) == "" {
			return p, wrongPath()
		}
		f, err := parseFilter(rest[:at])
		if err != nil {
			f = filter{}
		}
		p.only = &f
		if rest = rest[at+1:]; rest != "" {
			sub, ok := strings.CutPrefix(rest, ".")
			if p.sub = strings.ToLower(sub); !ok || !isName(p.sub) || strings.Contains(p.sub, ".") {
				return p, wrongPath()
			}
		}
	}
	p.attribute = bare(name)
	if !filtered {
		p.attribute, p.sub, _ = strings.Cut(p.attribute, ".")
	}
	if !isName(p.attribute) || strings.Contains(p.attribute, ".") || p.sub != "" && (!isName(p.sub) || strings.Contains(p.sub, ".")) {
		return p, wrongPath()
	}
	return p, nil
}

// closing finds the bracket that ends a filter: the first that is not within quotation marks.
func closing(s string) int {
	quoted, escaped := false, false
	for i := range len(s) {
		switch c := s[i]; {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case c == ']' && !quoted:
			return i
		}
	}
	return -1
}

// isForeign tells whether a text names a schema, and not one of ours.
func isForeign(text string) bool {
	lower := strings.ToLower(text)
	return strings.HasPrefix(lower, "urn:") && strings.HasPrefix(bare(lower), "urn:")
}

func wrongPath() error {
	return invalid("invalidPath", `The path is not understood. Write it as active, name.familyName or members[value eq "…"].`,
		`Kelias nesuprantamas. Rašykite active, name.familyName arba members[value eq "…"].`)
}
