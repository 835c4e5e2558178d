package main

import (
	"encoding/json"
	"io"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/text"
)

// sarifFormat tells findings as a SARIF 2.1.0 log (OASIS standard), for code review tools.
type sarifFormat struct {
	out     io.Writer
	policy  *policy.Policy
	results []sarifResult
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string    `json:"id"`
	Short   sarifText `json:"shortDescription"`
	Full    sarifText `json:"fullDescription"`
	HelpURI string    `json:"helpUri,omitempty"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
}

type sarifLocation struct {
	Physical struct {
		Artifact struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region sarifRegion `json:"region"`
	} `json:"physicalLocation"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}

func (f *sarifFormat) result(c *checked) error {
	for i := range c.result.Findings {
		f.results = append(f.results, f.finding(c, &c.result.Findings[i]))
	}
	return nil
}

func (f *sarifFormat) finding(c *checked, x *check.Finding) sarifResult {
	r := sarifResult{RuleID: x.Rule, Level: sarifLevel(x.Verdict), Message: sarifText{x.Message.In(c.lang) + " " + x.Suggestion.In(c.lang)}}
	if r.RuleID == "" {
		r.RuleID = string(x.Category)
	}
	at := placeIn(c, x)
	var l sarifLocation
	l.Physical.Artifact.URI = c.file
	l.Physical.Region = sarifRegion{at.line, at.column, at.endLine, at.endColumn}
	r.Locations = []sarifLocation{l}
	if w := x.Waived; w != nil {
		r.Suppressions = []sarifSuppression{{"external", w.By + ": " + w.Why}}
	}
	return r
}

func sarifLevel(v rule.Verdict) string {
	switch v {
	case rule.Block:
		return "error"
	case rule.Review:
		return "warning"
	}
	return "note"
}

func (f *sarifFormat) close() error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: f.results}
	if run.Results == nil {
		run.Results = []sarifResult{}
	}
	run.Tool.Driver = sarifDriver{Name: "Rostrum", Version: version(), Rules: f.rules()}
	e := json.NewEncoder(f.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func (f *sarifFormat) rules() []sarifRule {
	lang := f.policy.Languages[0]
	var all []sarifRule
	for _, c := range f.policy.Clauses {
		for _, r := range c.Rules {
			s := sarifRule{ID: r.FullName(), Short: sarifText{c.Number + " " + c.Title.In(lang)}, Full: sarifText{c.Text.In(lang)}}
			if len(c.Sources) > 0 {
				s.HelpURI = c.Sources[0].URL
			}
			all = append(all, s)
		}
	}
	return append(all, sarifRule{ID: string(rule.System), Short: sarifText{f.system().In(text.Lang(lang))}, Full: sarifText{f.system().In(text.Lang(lang))}})
}

func (f *sarifFormat) system() rule.Text {
	return rule.Text{EN: "Something could not be checked, so a person must look.", LT: "Ko nors patikrinti nepavyko, todėl turi pažiūrėti žmogus."}
}
