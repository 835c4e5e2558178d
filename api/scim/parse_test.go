package scim

import (
	"strings"
	"testing"
)

func TestPaths(t *testing.T) {
	for text, want := range map[string]path{
		"active":                             {attribute: "active"},
		"name.familyName":                    {attribute: "name", sub: "familyname"},
		userSchema + ":name.givenName":       {attribute: "name", sub: "givenname"},
		`emails[type eq "work"].value`:       {attribute: "emails", sub: "value", only: &filter{"type", "work"}},
		`members[value eq "a]\"b"]`:          {attribute: "members", only: &filter{"value", `a]"b`}},
		"emails[primary eq true].value":      {attribute: "emails", sub: "value", only: &filter{}},
		`emails[type eq "work" and x pr]`:    {attribute: "emails", only: &filter{}},
		"urn:ietf:params:scim:x:2.0:User:dp": {foreign: true},
	} {
		got, err := parsePath(text)
		if err != nil || got.attribute != want.attribute || got.sub != want.sub || got.foreign != want.foreign || (got.only == nil) != (want.only == nil) ||
			got.only != nil && *got.only != *want.only {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{`userName eq "a"`, `emails[type eq "work"].value`, `name.`, `a[b eq "]`, `urn:x`, `members[value eq "\ud800"]`, `.`, `[]`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, err := parseFilter(text); err == nil && !isName(got.attribute) {
			t.Errorf("filter %q asks for %q", text, got.attribute)
		}
		got, err := parsePath(text)
		if err != nil || got.foreign {
			return
		}
		for _, name := range []string{got.attribute, got.sub} {
			if name != "" && !isName(name) || strings.Contains(name, ".") {
				t.Errorf("path %q names %q", text, name)
			}
		}
		if got.attribute == "" {
			t.Errorf("path %q names nothing", text)
		}
	})
}
