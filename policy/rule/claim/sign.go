package claim

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// sign finds the nearest number of the wanted sort.
func sign(in *rule.Input, want string, g *grammar, found []phrase.Hit) (phrase.Hit, bool) {
	d := in.Doc
	from := max(0, found[0].First-g.within)
	to := min(int32(len(d.Tokens))-1, found[0].Last+g.within)
	for i := from; i <= to; i++ {
		h := phrase.Hit{First: i, Last: i, Start: d.Tokens[i].Start, End: d.Tokens[i].End}
		if isSign(d, i, want) && g.allows(in, h, found) {
			return h, true
		}
	}
	return phrase.Hit{}, false
}

func isSign(d *text.Document, i int32, want string) bool {
	t := &d.Tokens[i]
	if t.Kind != text.Number && t.Flags&text.HasDigit == 0 {
		return false
	}
	if t.Flags&(text.InLink|text.InHandle|text.InHashtag) != 0 {
		return false
	}
	switch want {
	case aPercentage:
		return after(d, t, "%") || followed(d, i, "proc", "procentas", "procentu", "procentai", "procentus", "procentais", "procento", "procenta", "percent", "pct")
	case anAmount:
		return after(d, t, "€") || after(d, t, "$") || after(d, t, "£") || before(d, t, "€$£") ||
			followed(d, i, "eur", "euru", "eurai", "eura", "eurus", "eurais", "euro", "euros", "mln", "million", "milijonu", "tukst", "m", "k")
	}
	return t.Kind == text.Number
}

// after tells that the mark stands right behind the number, or behind one space.
func after(d *text.Document, t *text.Token, mark string) bool {
	rest := d.Source[t.End:]
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, " "), " ")
	return strings.HasPrefix(rest, mark)
}

func before(d *text.Document, t *text.Token, marks string) bool {
	head := strings.TrimSuffix(d.Source[:t.Start], " ")
	for _, m := range marks {
		if strings.HasSuffix(head, string(m)) {
			return true
		}
	}
	return false
}

// followed tells that one of the words stands after the number, or after a number that belongs to it: 10,5 proc.
func followed(d *text.Document, i int32, words ...string) bool {
	for j := i + 1; int(j) < len(d.Tokens) && j <= i+2; j++ {
		t := &d.Tokens[j]
		if t.Kind == text.Number {
			continue
		}
		for _, w := range words {
			if string(d.Word(t)) == w {
				return true
			}
		}
		return false
	}
	return false
}
