package web

import (
	"slices"
	"strconv"
	"strings"

	"rostrum/check"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/text"
)

// judged is a text of a post with what was found in it that needs judgement, for those who may say that it is wrong.
type judged struct {
	Post     string
	Revision int
	Digest   string // of the text
	Start    string // its first words, where the post has several texts
	Found    []judgedFinding
	Missing  []judgedChoice // what was not found and may be said to be missed
	Said     []studio.Correction
	Then     string
}

// judgedFinding is what was found: a category, once, with the words.
type judgedFinding struct {
	Category, Key string
	Words         []string
}

// judgedChoice is a category to choose.
type judgedChoice struct{ Category, Key string }

// categoryKey is the name of a category in the words of the studio.
func categoryKey(c rule.Category) string {
	_, last, found := strings.Cut(string(c), ".")
	if !found {
		last = string(c)
	}
	return "studio.tone_" + last
}

// judgements gives the texts of a revision to whoever may correct how they were judged, and nothing to others.
func (s *Server) judgements(v *visit, tx *store.Tx, id string, revision int, checked []checkedText) ([]judged, error) {
	if staff.May(v.who, staff.CorrectFinding) != nil || len(checked) == 0 {
		return nil, nil
	}
	said, err := tx.CorrectionsOf(v.ctx, id)
	if err != nil {
		return nil, err
	}
	var all []judged
	for _, c := range checked {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		one := judged{Post: id, Revision: revision, Digest: studio.TextDigest(c.Text), Then: v.r.URL.Path}
		if len(checked) > 1 {
			one.Start = firstWords(c.Text)
		}
		for _, category := range studio.Corrected() {
			if f, found := judgedIn(c.Result, category); found {
				one.Found = append(one.Found, f)
			} else {
				one.Missing = append(one.Missing, judgedChoice{string(category), categoryKey(category)})
			}
		}
		for _, earlier := range said {
			if earlier.Digest == one.Digest {
				one.Said = append(one.Said, earlier)
			}
		}
		all = append(all, one)
	}
	return all, nil
}

// Key names a correction's category in the words of the studio.
func (j judged) Key(c studio.Correction) string { return categoryKey(c.Category) }

func judgedIn(result *checkResult, category rule.Category) (judgedFinding, bool) {
	one := judgedFinding{Category: string(category), Key: categoryKey(category)}
	found := false
	for _, f := range result.Findings {
		if f.Category != category || f.Rule == "" {
			continue
		}
		found = true
		if f.Text != "" && !slices.Contains(one.Words, f.Text) {
			one.Words = append(one.Words, f.Text)
		}
	}
	return one, found
}

// correct keeps what somebody says of how a text was judged. The text is the server's own: the form only names it.
func (s *Server) correct(v *visit) error {
	number, _ := strconv.Atoi(v.form("revision")) // what is no number is no revision that there is
	category, missed := rule.Category(v.form("category")), v.form("missed") == "yes"
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		revision, err := tx.Revision(v.ctx, v.r.PathValue("id"), number)
		if err != nil {
			return err
		}
		said, ok := textWith(revision, v.form("text"))
		if !ok {
			return fault.New(fault.NotFound, "This text is not in the post any more. Open the post again.", "Tokio teksto įraše nebėra. Atverkite įrašą iš naujo.")
		}
		ready, err := s.InForce(v.ctx, tx, v.now)
		if err != nil {
			return err
		}
		c, err := correction(ready, revision, said, category, missed, v)
		if err != nil {
			return err
		}
		if err := studio.Correct(v.ctx, tx, v.who, c, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "studio.corrected")
	})
	if err != nil {
		return err
	}
	return v.see(Local(v.form("then")))
}

// textWith gives the text of a revision that has the digest.
func textWith(r compose.Revision, digest string) (string, bool) {
	for _, account := range append([]string{""}, r.Content.Accounts...) {
		if said := r.Content.TextFor(account); studio.TextDigest(said) == digest {
			return said, true
		}
	}
	return "", false
}

// correction holds a text against the policy in force, so that only what it gets wrong is corrected.
func correction(ready *Ready, r compose.Revision, said string, category rule.Category, missed bool, v *visit) (studio.Correction, error) {
	c := studio.Correction{Category: category, Missed: missed, Text: said, Post: r.Post}
	checker, err := ready.Checker()
	if err != nil {
		return c, err
	}
	result := checker.Check(&post.Post{Text: said, Lang: r.Content.Lang, Channel: post.Brand, Counted: true, At: v.now})
	c.Lang = string(result.Lang)
	at := slices.IndexFunc(result.Findings, func(f check.Finding) bool { return f.Category == category && f.Rule != "" })
	switch {
	case at >= 0 && missed:
		return c, fault.New(fault.Conflict, "The policy in force finds this already.", "Galiojanti politika tai jau randa.")
	case at < 0 && !missed:
		return c, fault.New(fault.Conflict, "The policy in force does not find this any more.", "Galiojanti politika to neberanda.")
	case at >= 0:
		c.Rule = result.Findings[at].Rule
	default:
		c.Rule = looksFor(ready.Policy, category)
	}
	return c, nil
}

// looksFor names the first rule of a policy that looks in brand posts for what a category is about.
func looksFor(p *policy.Policy, category rule.Category) string {
	for _, clause := range p.Clauses {
		for _, r := range studio.LevelRules(clause) {
			if r.Judges(category) {
				return r.FullName()
			}
		}
	}
	return ""
}

// languageKey names a language in the words of the studio.
func languageKey(lang string) string {
	if lang == string(text.English) || lang == string(text.Lithuanian) {
		return "studio.level_lang_" + lang
	}
	return "studio.lang_other"
}
