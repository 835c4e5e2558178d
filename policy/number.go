package policy

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// parseNumber reads a clause number: 2, 2.1, 2.10.3.
func parseNumber(s string) ([]int, bool) {
	parts := strings.Split(s, ".")
	if len(parts) > 6 {
		return nil, false
	}
	number := make([]int, len(parts))
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil {
			return nil, false
		}
		number[i] = int(n)
	}
	return number, true
}

// compareNumbers orders clause numbers as people do: 1.2 before 1.10.
func compareNumbers(a, b string) int {
	x, _ := parseNumber(a)
	y, _ := parseNumber(b)
	return slices.Compare(x, y)
}

func (p *Policy) sortClauses() {
	slices.SortStableFunc(p.Clauses, func(a, b *Clause) int {
		return cmp.Or(compareNumbers(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
	})
}
