package main

import (
	"fmt"
	"strings"
)

// tally counts posts by what they are and by what was said of them.
type tally struct{ hit, missed, wrong, quiet int }

func (t *tally) count(positive, found bool) {
	switch {
	case positive && found:
		t.hit++
	case positive:
		t.missed++
	case found:
		t.wrong++
	default:
		t.quiet++
	}
}

func (t *tally) all() int          { return t.hit + t.missed + t.wrong + t.quiet }
func (t *tally) precision() string { return share(t.hit, t.hit+t.wrong) }
func (t *tally) recall() string    { return share(t.hit, t.hit+t.missed) }
func (t *tally) falseRate() string { return percent(t.wrong, t.wrong+t.quiet) }

func (t *tally) f1() float64 { return f1(t.hit, t.wrong, t.missed) }

// macroF1 is the mean of F1 over both classes, as the field reports it.
func (t *tally) macroF1() float64 { return (t.f1() + f1(t.quiet, t.missed, t.wrong)) / 2 }

func f1(right, wrong, missed int) float64 {
	if right == 0 {
		return 0
	}
	return 2 * float64(right) / float64(2*right+wrong+missed)
}

// share gives a part of a whole; a dash where there is no whole.
func share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", float64(part)/float64(whole))
}

func percent(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f %%", 100*float64(part)/float64(whole))
}

// table begins a table in Markdown. A name that begins with > is a column of numbers.
func table(columns ...string) {
	var head, line []any
	for _, c := range columns {
		name, number := strings.CutPrefix(c, ">")
		head = append(head, name)
		if number {
			line = append(line, "---:")
		} else {
			line = append(line, "---")
		}
	}
	row(head...)
	row(line...)
}

func row(cells ...any) {
	var b strings.Builder
	for _, c := range cells {
		if f, ok := c.(float64); ok {
			c = fmt.Sprintf("%.3f", f)
		}
		fmt.Fprintf(&b, "| %v ", c)
	}
	fmt.Println(b.String() + "|")
}
