package web

import (
	"net/http"
	"unicode/utf8"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
)

// checkPage answers “May I post this?”. The draft is checked in the browser; what the server is asked, it is asked by a
// button that says so.
type checkPage struct {
	Page
	Form     Form
	Networks []Link
	Browser  *browserCheck // nil where this build has no checker for browsers
	Clauses  []checkClause
	Result   *checkResult // of a check on the server
}

// checkClause is what a finding says of its clause.
type checkClause struct{ ID, Number, Title, Owner string }

// checkResult is what the server found.
type checkResult struct {
	Verdict  string
	Pieces   []checkPiece
	Findings []checkFinding
}

// checkPiece is a stretch of the draft; Verdict is empty where nothing was found.
type checkPiece struct{ Text, Verdict string }

type checkFinding struct {
	check.FindingEntry
	Clause *checkClause
	Ask    string // the team to be asked, where somebody has to be
}

// maxDraft is how many bytes of a draft the page takes. An article has its place in the studio of its network.
const maxDraft = 200_000

// networks are those that a draft can be meant for, as a policy names them and as they call themselves.
var networks = []Link{
	{Href: "facebook", Label: "Facebook"}, {Href: "instagram", Label: "Instagram"}, {Href: "linkedin", Label: "LinkedIn"}, {Href: "tiktok", Label: "TikTok"},
	{Href: "youtube", Label: "YouTube"}, {Href: "x", Label: "X"}, {Href: "threads", Label: "Threads"}, {Href: "bluesky", Label: "Bluesky"}, {Href: "mastodon", Label: "Mastodon"},
}

func (s *Server) checkPage(v *visit) error {
	return s.showCheck(v, Form{}, nil, http.StatusOK)
}

// checkOnServer checks a draft and shows what was found. Neither the draft nor the result is kept.
func (s *Server) checkOnServer(v *visit) error {
	ready, err := s.readyInForce(v)
	if err != nil {
		return err
	}
	draft, err := draftOf(v)
	form := Form{Values: v.r.PostForm}
	if err != nil {
		form.Refuse(v.lang, err)
		return s.showCheck(v, form, nil, http.StatusUnprocessableEntity)
	}
	checker, err := ready.Checker()
	if err != nil {
		return err
	}
	found := checker.Check(draft)
	return s.showCheck(v, form, s.tellResult(v, ready.Policy, draft.Text, &found), http.StatusOK)
}

// draftOf reads the form. The author is whoever asks: the policy may say who speaks about what.
func draftOf(v *visit) (*post.Post, error) {
	draft := &post.Post{Text: v.r.PostFormValue("text"), Channel: post.Channel(v.form("channel")), Network: v.form("network"), At: v.now}
	switch {
	case draft.Channel != post.Personal && draft.Channel != post.Brand:
		return nil, fault.Of("channel", "Say where you want to post it.", "Nurodykite, kur norite skelbti.")
	case v.form("text") == "":
		return nil, fault.Of("text", "Write or paste what you want to post.", "Įrašykite arba įklijuokite tekstą, kurį norite paskelbti.")
	case len(draft.Text) > maxDraft:
		return nil, fault.Of("text", "This is longer than any post. Paste it in parts.", "Tai ilgiau už bet kokį įrašą. Įklijuokite dalimis.")
	}
	if draft.Channel == post.Brand {
		draft.Author = &post.Author{Name: v.who.Name}
	}
	return draft, nil
}

func (s *Server) showCheck(v *visit, form Form, result *checkResult, status int) error {
	ready, err := s.readyInForce(v)
	if err != nil {
		return err
	}
	page := checkPage{Page: s.page(v, "check.title"), Form: form, Result: result, Clauses: clausesOf(ready.Policy, v.lang)}
	page.Lead = s.words.T(v.lang, "check.lead")
	page.Networks = append([]Link{{Label: s.words.T(v.lang, "check.any_network")}}, networks...)
	page.Browser = s.browserCheck(ready)
	page.CSP = CSP{NoConnect: true}
	s.render.Render(v.w, v.r, status, "check/check", &page)
	return nil
}

func clausesOf(p *policy.Policy, lang string) []checkClause {
	owners := map[string]string{}
	for _, t := range p.Speakers.Teams {
		owners[t.ID] = t.Name.In(lang)
	}
	var all []checkClause
	for _, c := range p.Clauses {
		if len(c.Rules) > 0 {
			all = append(all, checkClause{c.ID, c.Number, c.Title.In(lang), owners[c.Owner]})
		}
	}
	return all
}

func (s *Server) tellResult(v *visit, p *policy.Policy, draft string, found *check.Result) *checkResult {
	told := found.Tell("", text.Lang(v.lang))
	result := &checkResult{Verdict: told.Verdict.String(), Pieces: pieces(draft, told.Findings)}
	clauses := clausesOf(p, v.lang)
	for _, f := range told.Findings {
		one := checkFinding{FindingEntry: f}
		for i := range clauses {
			if clauses[i].ID == f.Clause {
				one.Clause = &clauses[i]
			}
		}
		if one.Clause != nil && f.Verdict >= rule.Review {
			one.Ask = one.Clause.Owner
		}
		result.Findings = append(result.Findings, one)
	}
	return result
}

// pieces cuts a draft where findings begin and end. Where several stand on the same words, the strictest colours them.
func pieces(draft string, findings []check.FindingEntry) []checkPiece {
	colours := make([]rule.Verdict, len(draft))
	for _, f := range findings {
		for i := f.Start; i < f.End && f.Waived == nil; i++ {
			colours[i] = max(colours[i], f.Verdict)
		}
	}
	var all []checkPiece
	for from := 0; from < len(draft); {
		to := from + 1
		for to < len(draft) && (colours[to] == colours[from] || !utf8.RuneStart(draft[to])) {
			to++
		}
		piece := checkPiece{Text: draft[from:to]}
		if colours[from] != rule.Allow {
			piece.Verdict = colours[from].String()
		}
		all, from = append(all, piece), to
	}
	return all
}
