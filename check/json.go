package check

import (
	"bytes"
	"encoding/json"

	"rostrum/policy/rule"
	"rostrum/text"
)

// Verdict is how a result is told to programs: one JSON object.
type Verdict struct {
	ID       string         `json:"id"`
	Verdict  rule.Verdict   `json:"verdict"`
	Lang     text.Lang      `json:"lang"`
	Findings []FindingEntry `json:"findings"`
}

// FindingEntry is a finding as it is told to programs. Start and End are bytes of the post's text.
type FindingEntry struct {
	Rule       string        `json:"rule"`
	Clause     string        `json:"clause"`
	Category   rule.Category `json:"category"`
	Verdict    rule.Verdict  `json:"verdict"`
	Start      int           `json:"start"`
	End        int           `json:"end"`
	Text       string        `json:"text"`
	Message    string        `json:"message"`
	Suggestion string        `json:"suggestion"`
	Waived     *WaivedEntry  `json:"waived,omitempty"`
}

// WaivedEntry says who waived a finding, why and until which day.
type WaivedEntry struct {
	By    string `json:"by"`
	Why   string `json:"why"`
	Until string `json:"until"`
}

// Tell gives a result in a language, that of the reader.
func (r *Result) Tell(id string, lang text.Lang) Verdict {
	v := Verdict{ID: id, Verdict: r.Verdict, Lang: r.Lang, Findings: make([]FindingEntry, len(r.Findings))}
	for i := range r.Findings {
		f := &r.Findings[i]
		v.Findings[i] = FindingEntry{
			Rule: f.Rule, Clause: f.Clause, Category: f.Category, Verdict: f.Verdict, Start: f.Start, End: f.End,
			Text: f.Text, Message: f.Message.In(lang), Suggestion: f.Suggestion.In(lang),
		}
		if w := f.Waived; w != nil {
			v.Findings[i].Waived = &WaivedEntry{w.By, w.Why, w.Until.String()}
		}
	}
	return v
}

// Append appends the verdict as one line of JSON, without the line's end.
func (v *Verdict) Append(line []byte) ([]byte, error) {
	b := bytes.NewBuffer(line)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return line, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// ReaderLanguage is the language in which to tell a result when nobody asked for one: the post's own, or else the
// policy's main one.
func (c *Checker) ReaderLanguage(r *Result) text.Lang {
	for _, l := range c.policy.Languages {
		if text.Lang(l) == r.Lang {
			return r.Lang
		}
	}
	return text.Lang(c.policy.Languages[0])
}

// Unreadable is the result for something that is no post: a line that is not JSON, a file that cannot be read.
func Unreadable(why rule.Text) Result { return failed("", why) }
