package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
)

// finding makes a finding of a match. A place that a rule got wrong becomes the whole post: the finding must not be
// lost, and must not break whoever shows it.
func (r *compiled) finding(m *rule.Match, source string) Finding {
	start, end := m.Start, m.End
	if start < 0 || end < start || end > len(source) {
		start, end = 0, 0
	}
	f := Finding{
		Rule: r.name, Clause: r.source.Clause, Category: m.Category, Verdict: m.Verdict,
		Start: start, End: end, Text: source[start:end],
		Message: rule.Text(r.source.Message), Suggestion: rule.Text(r.source.Suggestion), unless: m.Unless,
	}
	if l, ok := r.rule.(rule.Leveled); ok {
		f.Level = l.Level()
	}
	if f.Category == "" {
		f.Category = rule.Category(r.source.Category)
	}
	if f.Verdict == rule.Allow {
		f.Verdict = r.verdict
	}
	if f.Message.Empty() {
		f.Message = m.Message
	}
	if f.Suggestion.Empty() {
		f.Suggestion = m.Suggestion
	}
	fill(&f.Message, f.Text, m.Values)
	fill(&f.Suggestion, f.Text, m.Values)
	return f
}

// fill writes the words found and the match's values into a sentence that asks for them.
func fill(t *rule.Text, found string, values []string) {
	t.EN, t.LT = filled(t.EN, found, values), filled(t.LT, found, values)
}

func filled(sentence, found string, values []string) string {
	at := strings.IndexByte(sentence, '{')
	if at < 0 {
		return sentence
	}
	var out strings.Builder
	out.Grow(len(sentence) + len(found))
	for ; at >= 0; at = strings.IndexByte(sentence, '{') {
		out.WriteString(sentence[:at])
		sentence = sentence[at:]
		name, _, closed := strings.Cut(sentence[1:], "}")
		value, known := wordFor(name, found, values)
		if !closed || !known {
			out.WriteByte('{')
			sentence = sentence[1:]
			continue
		}
		out.WriteString(value)
		sentence = sentence[len(name)+2:]
	}
	out.WriteString(sentence)
	return out.String()
}

// wordFor gives what stands for a {name} in a sentence.
func wordFor(name, found string, values []string) (string, bool) {
	if name == "text" {
		return shorten(found), true
	}
	for i := 0; i+1 < len(values); i += 2 {
		if values[i] == name {
			return values[i+1], true
		}
	}
	return "", false
}

const longest = 80 // runes of the found words that a message quotes

func shorten(s string) string {
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return string([]rune(s)[:longest]) + "…"
}

// finish drops what was found twice, orders the findings, applies the waivers and sets the verdict.
func (c *Checker) finish(result *Result, p *post.Post) {
	slices.SortStableFunc(result.Findings, func(a, b Finding) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		if a.Verdict != b.Verdict {
			return int(b.Verdict) - int(a.Verdict)
		}
		return a.End - b.End
	})
	result.Findings = slices.CompactFunc(result.Findings, func(a, b Finding) bool {
		return a.Rule == b.Rule && a.Category == b.Category && a.Start == b.Start && a.End == b.End && a.Message == b.Message
	})
	result.Findings = slices.DeleteFunc(result.Findings, func(f Finding) bool { return f.unless && better(result.Findings, &f) })
	for i := range result.Findings {
		f := &result.Findings[i]
		f.Waived = c.waiver(f, p, result.Lang)
		if f.Waived == nil {
			result.Verdict = max(result.Verdict, f.Verdict)
		}
	}
}

// better tells whether a rule that names words found the same category, and is no milder.
func better(all []Finding, than *Finding) bool {
	return slices.ContainsFunc(all, func(f Finding) bool {
		return !f.unless && f.Category == than.Category && f.Verdict >= than.Verdict
	})
}

// waiver gives the waiver that covers a finding. Without a date to hold it against, none does.
func (c *Checker) waiver(f *Finding, p *post.Post, lang text.Lang) *policy.Waiver {
	if p.At.IsZero() {
		return nil
	}
	for _, w := range c.waivers[f.Rule] {
		scope := c.conditions(&w.Scope)
		in := rule.Input{Post: p, Doc: &text.Document{Lang: lang}, Sectors: c.policy.Sectors}
		if p.Sector != "" {
			in.Sectors = []string{p.Sector}
		}
		if !policy.DateOf(p.At).After(w.Until) && scope.inChannel(p.Channel) && scope.hold(&in) {
			return w
		}
	}
	return nil
}

func failed(lang text.Lang, message rule.Text) Result {
	return Result{Verdict: rule.Review, Lang: lang, Findings: []Finding{{
		Category: rule.System, Verdict: rule.Review, Message: message,
		Suggestion: rule.Text{EN: "Have a person look at this post.", LT: "Tegul šį įrašą peržiūri žmogus."},
	}}}
}

// tooMany is the finding that stands for those that are not told.
func tooMany(worst rule.Verdict) Finding {
	return Finding{
		Category: rule.System, Verdict: max(worst, rule.Review),
		Message: rule.Text{
			EN: fmt.Sprintf("More than %d findings; the rest are not told.", MaxFindings),
			LT: fmt.Sprintf("Pastabų daugiau nei %d; likusios nerodomos.", MaxFindings),
		},
		Suggestion: rule.Text{EN: "Mend these first, then check again.", LT: "Pirmiausia sutvarkykite šias, tada patikrinkite dar kartą."},
	}
}

// unreadable is the finding for bytes that are not text: what they hide cannot be checked.
func unreadable(source string) Finding {
	at := 0
	for at < len(source) {
		if r, n := utf8.DecodeRuneInString(source[at:]); r == utf8.RuneError && n == 1 {
			break
		} else {
			at += n
		}
	}
	return Finding{
		Category: rule.System, Verdict: rule.Review, Start: at, End: min(at+1, len(source)), Text: source[at:min(at+1, len(source))],
		Message: rule.Text{
			EN: fmt.Sprintf("Byte %d of the text is not valid UTF-8, so the text cannot be read to its end.", at+1),
			LT: fmt.Sprintf("%d-as teksto baitas nėra UTF-8, todėl viso teksto perskaityti nepavyksta.", at+1),
		},
		Suggestion: rule.Text{EN: "Save the text as UTF-8.", LT: "Išsaugokite tekstą UTF-8 koduote."},
	}
}
