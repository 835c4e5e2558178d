package pattern

import (
	"bytes"
	"regexp/syntax"

	"rostrum/policy/rule"
	"rostrum/text"
)

// needs is what a text must have so that an expression can match at all, taken from its syntax tree. It is never
// stricter than the expression.
type needs struct {
	strings [][]byte // one of these must stand in the folded text; none: no such demand
	digits  int      // so many digits at least
}

const (
	minString  = 3  // shorter strings stand in most texts
	maxStrings = 64 // of more alternatives, none is worth looking for
)

func require(tree *syntax.Regexp) needs {
	tree = tree.Simplify()
	n := needs{digits: digits(tree)}
	for _, s := range literals(tree) {
		n.strings = append(n.strings, []byte(text.Fold(s)))
	}
	return n
}

func (n *needs) register(s *rule.Setup) {
	switch {
	case len(n.strings) > 0:
		for _, str := range n.strings {
			s.OnLiteral(string(str))
		}
	case n.digits > 0:
		s.On(text.HasNumber)
	default:
		s.OnAll()
	}
}

func (n *needs) met(d *text.Document) bool {
	if d.Digits < n.digits {
		return false
	}
	for _, s := range n.strings {
		if bytes.Contains(d.Folded, s) {
			return true
		}
	}
	return len(n.strings) == 0
}

// literals gives strings of which one stands in every match, or nil.
func literals(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if len(re.Rune) >= minString {
			return []string{string(re.Rune)}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return literals(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return literals(re.Sub[0])
		}
	case syntax.OpConcat:
		return rarest(re.Sub)
	case syntax.OpAlternate:
		return each(re.Sub)
	}
	return nil
}

// rarest gives the demand of one part of a sequence: the one whose shortest string is longest.
func rarest(parts []*syntax.Regexp) []string {
	var best []string
	for _, part := range parts {
		if l := literals(part); len(l) > 0 && shortest(l) > shortest(best) {
			best = l
		}
	}
	return best
}

func shortest(all []string) int {
	if len(all) == 0 {
		return 0
	}
	n := len(all[0])
	for _, s := range all {
		n = min(n, len(s))
	}
	return n
}

func each(branches []*syntax.Regexp) []string {
	var all []string
	for _, b := range branches {
		l := literals(b)
		if l == nil || len(all)+len(l) > maxStrings {
			return nil
		}
		all = append(all, l...)
	}
	return all
}

// digits gives how many digits every match has at least.
func digits(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		n := 0
		for _, r := range re.Rune {
			if '0' <= r && r <= '9' {
				n++
			}
		}
		return n
	case syntax.OpCharClass:
		if len(re.Rune) == 2 && re.Rune[0] >= '0' && re.Rune[1] <= '9' {
			return 1
		}
	case syntax.OpCapture, syntax.OpPlus:
		return digits(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min * digits(re.Sub[0])
	case syntax.OpConcat:
		n := 0
		for _, sub := range re.Sub {
			n += digits(sub)
		}
		return n
	case syntax.OpAlternate:
		n := digits(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			n = min(n, digits(sub))
		}
		return n
	}
	return 0
}
