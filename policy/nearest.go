package policy

import "strings"

// nearest gives the name that somebody who wrote word most likely meant, or "" where none is close.
func nearest(word string, names []string) string {
	best, bestDistance := "", max(1, min(3, len(word)/3))+1
	for _, name := range names {
		if max(len(name)-len(word), len(word)-len(name)) >= bestDistance {
			continue
		}
		if d := editDistance(strings.ToLower(word), name); d < bestDistance && d < len(name) {
			best, bestDistance = name, d
		}
	}
	return best
}

// editDistance counts insertions, deletions, replacements and swaps of neighbours.
func editDistance(a, b string) int {
	if len(a) > 100 || len(b) > 100 {
		return 100
	}
	var before []int
	previous := make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(previous[j]+1, row[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, previous = previous, row
	}
	return previous[len(b)]
}

// choices writes a closed list for a mend: "Must be one of: a, b, c."
func choices(word string, names []string) Text {
	if near := nearest(word, names); near != "" {
		return didYouMean(near)
	}
	return both("Must be one of: %s.", "Galimos reikšmės: %s.", enumerate(names))
}

// enumerate writes up to a dozen names with commas.
func enumerate(names []string) string {
	if len(names) > 12 {
		return strings.Join(names[:12], ", ") + " …"
	}
	return strings.Join(names, ", ")
}
