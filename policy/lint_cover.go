package policy

import (
	"slices"
	"strings"
)

// pointNames says each point of a complete policy in words.
var pointNames = map[string]string{
	"confidential":             "confidential and proprietary information",
	"derogatory":               "defamatory, derogatory and inflammatory content",
	"illegal":                  "content that implies illegal conduct",
	"speakers":                 "who may speak for the company",
	"brand_guidelines":         "the brand guidelines",
	"etiquette":                "etiquette",
	"confidentiality_training": "training in confidentiality",
	"consequences":             "the consequences of a breach",
	"conflict":                 "what to do in a conflict or crisis",
	"responses":                "pre-approved answers",
	"personal_facts":           "checking facts before posting from a personal account",
	"personal_law":             "law and copyright on personal accounts",
	"personal_brand":           "the brand on personal accounts",
	"personal_disclaimer":      "saying on personal accounts that opinions are one's own",
	"credit":                   "crediting sources",
	"privacy":                  "privacy",
	"disclosure":               "disclosing that one works for the company or is paid",
	"disclaimer_limits":        "what a disclaimer does not do",
	"sector":                   "the rules of the company's sector",
	"passwords":                "passwords",
	"two_factor":               "two factors on brand and personal accounts",
	"devices":                  "updates and devices",
	"attacks":                  "recognising attacks",
	"breach":                   "what to do after a breach",
}

// coverage holds the clauses against the list of what a complete policy answers.
func (l *linter) coverage() {
	for _, point := range Points {
		if point == "sector" && len(l.Sectors) == 0 {
			continue
		}
		covered, ruled := false, false
		for _, c := range l.Clauses {
			if slices.Contains(c.Covers, point) {
				covered, ruled = true, ruled || len(c.Rules) > 0
			}
		}
		switch {
		case !covered && point == "sector":
			l.err(l.Place, LintUncovered, "Write one, or add the sector's pack.", "the company's sectors are %s, and no clause covers their regulation", strings.Join(l.Sectors, ", "))
		case !covered:
			l.err(l.Place, LintUncovered, "Write one, and put \""+point+"\" in its covers.", "no clause covers %s", pointNames[point])
		case !ruled && slices.Contains(MinimumRules[:], point):
			l.err(l.Place, LintUncovered, "Give one of the clauses that cover \""+point+"\" a rule.", "no rule holds posts to %s", pointNames[point])
		}
	}
}

// plan looks at what is ready for the day on which something goes wrong.
func (l *linter) plan() {
	for _, owner := range Owners {
		if _, named := l.Conflict.Owners[owner]; !named {
			l.err(l.Conflict.Place, LintOwner, "Add it to owners, with a team and a deputy.", "nobody owns %s", strings.ReplaceAll(owner, "_", " "))
		} else if duty := l.Conflict.Owners[owner]; duty.Deputy == "" || duty.Deputy == duty.Team {
			l.warn(duty.Place, LintOwner, "Name another team as deputy.", "nobody stands in for the owner of %s", strings.ReplaceAll(owner, "_", " "))
		}
	}
	if len(l.Responses) == 0 {
		l.err(Place{File: "responses"}, LintPlan, "Write at least one: responses/<id>/response.yaml, en.md, lt.md.", "there is no pre-approved answer")
	}
	for _, kind := range [...]string{"crisis", "breach"} {
		if !slices.ContainsFunc(l.Runbooks, func(r *Runbook) bool { return r.Kind == kind }) {
			l.err(Place{File: "runbooks"}, LintPlan, "Write one: runbooks/<id>/runbook.yaml, en.md, lt.md.", "there is no runbook for a %s", kind)
		}
	}
}
