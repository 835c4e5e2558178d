package opinion

import (
	"strings"

	"rostrum/check"
	"rostrum/text"
)

// redact puts a word in place of all that might be personal or secret: what rules found to be so, handles, links,
// addresses of mail, everything with a digit, and what is written like a name. Too much is masked rather than too
// little; names in small letters stay.
func redact(s string, found []check.Finding) string {
	masks := make([]string, len(s))
	hide := func(start, end int, mask string) {
		for i := max(0, start); i < min(end, len(s)); i++ {
			if masks[i] == "" {
				masks[i] = mask
			}
		}
	}
	for i := range found {
		if f := &found[i]; secret(f) {
			hide(f.Start, f.End, "[HIDDEN]")
		}
	}
	d := text.NewReader().Read(s, "")
	for i := range d.Tokens {
		if mask := maskOf(d, i); mask != "" {
			hide(int(d.Tokens[i].Start), int(d.Tokens[i].End), mask)
		}
	}
	var out strings.Builder
	for i := range len(s) {
		switch {
		case masks[i] == "":
			out.WriteByte(s[i])
		case i == 0 || masks[i-1] != masks[i]:
			out.WriteString(masks[i])
		}
	}
	return out.String()
}

func secret(f *check.Finding) bool {
	for _, family := range []string{"pii.", "secret.", "confidential."} {
		if strings.HasPrefix(string(f.Category), family) {
			return true
		}
	}
	return false
}

func maskOf(d *text.Document, i int) string {
	t := &d.Tokens[i]
	switch t.Kind {
	case text.Handle:
		return "[HANDLE]"
	case text.Link:
		return "[LINK]"
	case text.Email:
		return "[EMAIL]"
	}
	switch {
	case strings.ContainsAny(d.Source[t.Start:t.End], "0123456789"):
		return "[NUMBER]"
	case t.Kind == text.Word && t.Flags&text.Capital != 0 && named(d, i):
		return "[NAME]"
	}
	return ""
}

// named tells whether a word with a capital is no mere beginning of a sentence.
func named(d *text.Document, i int) bool {
	capital := func(k int) bool {
		return k >= 0 && k < len(d.Tokens) && d.Tokens[k].Sentence == d.Tokens[i].Sentence && d.Tokens[k].Kind == text.Word && d.Tokens[k].Flags&text.Capital != 0
	}
	begins := i == 0 || d.Tokens[i-1].Sentence != d.Tokens[i].Sentence
	return !begins || capital(i+1)
}
