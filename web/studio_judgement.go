package web

import (
	"encoding/json"
	"fmt"
	"time"

	"rostrum/fault"
	"rostrum/policy/rule"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/tone"
)

// judgementPage tells how often people found a judgement wrong, and what other levels of strictness would do about it.
type judgementPage struct {
	Page
	FalseAlarms, Missed int
	Counts              []judgementCount
	Rules               []calibratedRule
	Latest              []correctionLine
	Cut                 bool // there are more than Latest
	MayAdopt            bool
}

// judgementCount is a line of the table: a rule in a language.
type judgementCount struct {
	store.CorrectionCount
	Key, LangKey string
}

// calibratedRule is a rule with what each level makes of the corrections.
type calibratedRule struct {
	studio.Calibration
	Title  string // of the clause
	Rows   []calibratedRow
	Better string // the level that agrees with more corrections, or empty
	Few    bool
}

// Name is the rule in the whole policy.
func (c calibratedRule) Name() string { return c.FullName() }

// Level is the level that holds now.
func (c calibratedRule) Level() string { return c.Strictness.String() }

// calibratedRow is one level.
type calibratedRow struct {
	Level         string
	Agrees, Moved int
	Percent       int
	Chosen        bool
}

// correctionLine is a correction in the list.
type correctionLine struct {
	studio.Correction
	By, Key, LangKey string
}

// How many corrections the page shows, how many calibration weighs, and how many are exported.
const (
	correctionsShown   = 50
	correctionsWeighed = 500
	correctionsOut     = 100_000
)

func (s *Server) judgement(v *visit) error {
	page := judgementPage{Page: s.page(v, "studio.judgement_title"), MayAdopt: staff.May(v.who, staff.EditPolicy) == nil}
	page.Lead = s.words.T(v.lang, "studio.judgement_lead")
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "studio.title"), Href: "/studio"}}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		counts, err := tx.CountCorrections(v.ctx)
		if err != nil {
			return err
		}
		for _, c := range counts {
			page.FalseAlarms, page.Missed = page.FalseAlarms+c.FalseAlarms, page.Missed+c.Missed
			page.Counts = append(page.Counts, judgementCount{c, categoryKey(rule.Category(c.Category)), languageKey(c.Lang)})
		}
		all, err := tx.Corrections(v.ctx, correctionsWeighed)
		if err != nil || len(all) == 0 {
			return err
		}
		if page.Rules, err = s.calibrated(v, tx, all); err != nil {
			return err
		}
		page.Cut = len(all) > correctionsShown
		names := map[string]string{}
		for _, c := range all[:min(len(all), correctionsShown)] {
			if err := s.names(v, tx, names, c.Person); err != nil {
				return err
			}
			page.Latest = append(page.Latest, correctionLine{c, names[c.Person], categoryKey(c.Category), languageKey(c.Lang)})
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "studio/judgement", &page)
	return nil
}

// calibrated tries the rules that were corrected at each level, on the corrections and on what went out lately.
func (s *Server) calibrated(v *visit, tx *store.Tx, all []studio.Correction) ([]calibratedRule, error) {
	ready, err := s.InForce(v.ctx, tx, v.now)
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	out, err := s.wentOut(v, tx)
	if err != nil {
		return nil, err
	}
	var rules []calibratedRule
	for _, clause := range ready.Policy.Clauses {
		for _, r := range studio.LevelRules(clause) {
			c, err := studio.Calibrate(ready.Policy, r, all, out.posts)
			if err != nil {
				return nil, err
			}
			if c.Corrections > 0 {
				rules = append(rules, calibratedAs(c, clause.Number+" "+clause.Title.In(v.lang)))
			}
		}
	}
	return rules, nil
}

func calibratedAs(c studio.Calibration, title string) calibratedRule {
	out := calibratedRule{Calibration: c, Title: title, Few: c.Corrections < studio.Few}
	for _, l := range c.Levels {
		out.Rows = append(out.Rows, calibratedRow{l.Level.String(), l.Agrees, l.Moved, 100 * l.Agrees / c.Corrections, l.Level == c.Strictness})
	}
	if better, ok := c.Better(); ok {
		out.Better = better.Level.String()
	}
	return out
}

// exportJudgement gives all corrections, one a line, the latest first.
func (s *Server) exportJudgement(v *visit) error {
	var all []studio.Correction
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		all, err = tx.Corrections(v.ctx, correctionsOut)
		return err
	})
	if err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "application/jsonl; charset=utf-8")
	v.w.Header().Set("Content-Disposition", `attachment; filename="corrections-`+v.now.UTC().Format(time.DateOnly)+`.jsonl"`)
	to := json.NewEncoder(v.w)
	to.SetEscapeHTML(false)
	for _, c := range all {
		if to.Encode(c) != nil {
			return errAnswered
		}
	}
	return nil
}

func (s *Server) takeBackCorrection(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := studio.TakeBack(v.ctx, tx, v.who, v.form("digest"), rule.Category(v.form("category")), v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "studio.correction_dropped")
	})
	if err != nil {
		return err
	}
	return v.see("/studio/judgement")
}

// adoptLevel begins a draft with another level for a rule. What the corrections say of it is counted again and put beside
// it for whoever approves.
func (s *Server) adoptLevel(v *visit) error {
	level, err := tone.ParseStrictness(v.form("level"))
	if err != nil || v.form("level") == "" {
		return fault.Of("level", "Choose strict, balanced or lenient.", "Pasirinkite griežtą, nuosaikų arba atlaidų lygį.")
	}
	var draft studio.Version
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
		all, err := tx.Corrections(v.ctx, correctionsWeighed)
		if err != nil {
			return err
		}
		rules, err := s.calibrated(v, tx, all)
		if err != nil {
			return err
		}
		name := v.form("rule")
		draft, err = studio.Adopt(v.ctx, tx, v.who, name, level, s.words.T(v.lang, "studio.adopt_name", "rule", name), s.whyAdopted(v.lang, rules, name, level), v.now)
		if err != nil {
			return err
		}
		return s.flash(v, tx, "studio.adopted")
	})
	if err != nil {
		return err
	}
	return v.see(fmt.Sprintf("/studio/%s/impact", draft.ID))
}

func (s *Server) whyAdopted(lang string, rules []calibratedRule, name string, level tone.Strictness) string {
	for _, r := range rules {
		for _, row := range r.Rows {
			if r.Name() == name && row.Level == level.String() {
				return s.words.T(lang, "studio.adopt_why", "level", s.words.T(lang, "studio.level_"+row.Level), "agrees", row.Agrees,
					"corrections", r.Corrections, "moved", row.Moved, "posts", r.Posts)
			}
		}
	}
	return s.words.T(lang, "studio.adopt_unmeasured")
}
