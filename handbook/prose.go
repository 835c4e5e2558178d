package handbook

import (
	"html/template"
	"slices"

	"rostrum/policy"
)

// Prose renders one text of a policy as the handbook shows it, with headings from a level on. Ids in it begin with the
// prefix. Links to other clauses of the policy, which may be nil, lead where link says.
func Prose(p *policy.Policy, markdown, prefix string, level int, link func(clause string) string) (template.HTML, error) {
	var clauses []*policy.Clause
	if p != nil {
		clauses = p.Clauses
	}
	text := prose{
		markdown: newMarkdown(), source: []byte(markdown), level: level, anchors: newAnchors(prefix), link: link,
		number: func(number string) string {
			if i := slices.IndexFunc(clauses, func(c *policy.Clause) bool { return c.Number == number }); i >= 0 {
				return clauses[i].ID
			}
			return ""
		},
		inside: func(id string) bool {
			return slices.ContainsFunc(clauses, func(c *policy.Clause) bool { return c.ID == id })
		},
	}
	return text.html()
}
