package web

import (
	"net/http"

	"rostrum/approval"
	"rostrum/check"
	"rostrum/compose"
	"rostrum/fault"
	"rostrum/policy/rule"
	"rostrum/store"
	"rostrum/text"
)

// maySpeak answers scripts whether the visitor may say on each account what the form of a post says, while it is typed. Who may
// speak stays on the server; everything else is found in the browser. Nothing is kept.
func (s *Server) maySpeak(v *visit) error {
	w := v.written()
	var answer told
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		content, err := compose.Checked(v.ctx, tx, w.Content)
		if err != nil {
			return err
		}
		d, err := s.deskOf(v, tx)
		if err != nil {
			return err
		}
		edition, err := s.Edition(v.ctx, tx, v.now)
		if err != nil {
			return err
		}
		answer.Images = content.Images // with the words read in them, which a page that brings back its own copy lacks
		decision := approval.Judge(edition, content, d.accounts, d.me, v.who.Name, outAt(compose.Post{Due: w.Due}, v.now))
		answer.Speaks = speakerFindings(decision, v.lang)
		return nil
	})
	if f := fault.For(err); err != nil && f.Code != fault.Broken {
		return s.tellJSON(v, Status(f.Code), told{Error: f.In(v.lang), Field: f.Field})
	} else if err != nil {
		return err
	}
	return s.tellJSON(v, http.StatusOK, answer)
}

// speakerFindings gives what a decision found about the author's right to speak, account by account.
func speakerFindings(d approval.Decision, lang string) map[string][]check.FindingEntry {
	all := map[string][]check.FindingEntry{}
	for _, j := range d.Accounts {
		about := check.Result{}
		for _, f := range j.Result.Findings {
			if f.Category == rule.Speaker {
				about.Findings = append(about.Findings, f)
			}
		}
		all[j.Account] = about.Tell("", text.Lang(lang)).Findings
	}
	return all
}
