package web

import (
	"context"
	"math"
	"net/http"
	"slices"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
)

// pausePage is where somebody stops what goes out, and what is stopped now.
type pausePage struct {
	Page
	Form    Form
	Holding []pauseReport
	Groups  []pauseGroup
	Past    []heldPause
}

// heldPause is a pause with the words for what it holds ids of.
type heldPause struct {
	publish.Pause
	Name  string // of the account, network or topic
	Who   string // who paused
	Ender string // who resumed
}

// Said is the key of the sentence that says what does not go out.
func (h heldPause) Said() string { return "publish.paused_" + string(h.Scope) }

// Was is the key of the sentence that says what had been paused.
func (h heldPause) Was() string { return "publish.past_" + string(h.Scope) }

// pauseReport tells of a pause that holds what went out all the same, because it was on its way already.
type pauseReport struct {
	heldPause
	Since  string // the time of day since which nothing has left
	Went   []publicationLine
	Unsure []publicationLine // it is not known yet whether they are out
}

// pauseGroup are the accounts, networks or topics to choose from.
type pauseGroup struct {
	Label   string
	Options []Option
}

// pastPauses is how many ended pauses the page shows.
const pastPauses = 10

// heldNow gives the pauses that hold, for those who see posts or may resume.
func (s *Server) heldNow(v *visit, tx *store.Tx) ([]heldPause, error) {
	if staff.May(v.who, staff.SeePosts) != nil && staff.May(v.who, staff.PausePosts) != nil {
		return nil, nil
	}
	holding, err := tx.Pauses(v.ctx)
	if err != nil || len(holding) == 0 {
		return nil, err
	}
	return s.namedPauses(v, tx, holding)
}

func (s *Server) namedPauses(v *visit, tx *store.Tx, all []publish.Pause) ([]heldPause, error) {
	names := map[string]string{}
	var named []heldPause
	for _, p := range all {
		if err := s.names(v, tx, names, p.By, p.EndedBy); err != nil {
			return nil, err
		}
		h := heldPause{Pause: p, Name: p.What, Who: names[p.By], Ender: names[p.EndedBy]}
		if p.By == publish.Rostrum {
			h.Who = "Rostrum"
		}
		switch p.Scope {
		case publish.OfAccount:
			a, err := tx.BrandAccount(v.ctx, p.What)
			if err != nil && !fault.Is(err, fault.NotFound) {
				return nil, err
			}
			if a.Handle != "" {
				h.Name = a.Handle
			}
		case publish.OfNetwork:
			h.Name = s.networkName(p.What)
		case publish.OfTopic:
			h.Name = s.topicOf(v, tx, p.What)
		}
		named = append(named, h)
	}
	return named, nil
}

// topicOf is what the policy in force calls a topic; one that it does not know keeps its id.
func (s *Server) topicOf(v *visit, tx *store.Tx, id string) string {
	ready, err := s.InForce(v.ctx, tx, v.now)
	if err != nil {
		return id
	}
	for _, t := range ready.Policy.Speakers.Topics {
		if t.ID == id {
			return t.Name.In(v.lang)
		}
	}
	return id
}

func (s *Server) pausePage(v *visit) error { return s.showPause(v, http.StatusOK, nil) }

func (s *Server) showPause(v *visit, status int, wrong error) error {
	page := pausePage{}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		for _, h := range v.pauses {
			report, err := s.pauseReport(v, tx, h)
			if err != nil {
				return err
			}
			page.Holding = append(page.Holding, report)
		}
		past, err := tx.PastPauses(v.ctx, pastPauses)
		if err != nil {
			return err
		}
		past = slices.DeleteFunc(past, func(p publish.Pause) bool { return p.Ended.IsZero() })
		if page.Past, err = s.namedPauses(v, tx, past); err != nil {
			return err
		}
		page.Groups, err = s.pauseGroups(v, tx)
		return err
	})
	if err != nil {
		return err
	}
	page.Page = s.page(v, "publish.pause_title")
	page.Lead = s.words.T(v.lang, "publish.pause_lead")
	if wrong != nil {
		page.Form.Values = v.r.PostForm
		page.Form.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "publish/pause", &page)
	return nil
}

// pauseGroups gives what can be stopped by itself.
func (s *Server) pauseGroups(v *visit, tx *store.Tx) ([]pauseGroup, error) {
	accounts, err := tx.BrandAccounts(v.ctx)
	if err != nil {
		return nil, err
	}
	on := pauseGroup{Label: s.words.T(v.lang, "publish.pause_accounts")}
	in := pauseGroup{Label: s.words.T(v.lang, "publish.pause_networks")}
	of := pauseGroup{Label: s.words.T(v.lang, "publish.pause_topics")}
	for _, a := range accounts {
		on.Options = append(on.Options, Option{string(publish.OfAccount) + "/" + a.ID, a.Handle})
		network := Option{string(publish.OfNetwork) + "/" + a.Network, s.networkName(a.Network)}
		if !slices.Contains(in.Options, network) {
			in.Options = append(in.Options, network)
		}
	}
	ready, err := s.InForce(v.ctx, tx, v.now)
	if err == nil {
		for _, t := range ready.Policy.Speakers.Topics {
			of.Options = append(of.Options, Option{string(publish.OfTopic) + "/" + t.ID, t.Name.In(v.lang)})
		}
	} else if !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	return slices.DeleteFunc([]pauseGroup{on, in, of}, func(g pauseGroup) bool { return len(g.Options) == 0 }), nil
}

// pause stops what goes out and answers once it holds. It is done also for who closes the window meanwhile.
func (s *Server) pause(v *visit) error {
	scope, what, _ := strings.Cut(v.form("what"), "/")
	ctx, cancel := context.WithTimeout(context.WithoutCancel(v.ctx), publish.LeaseTime+15*time.Second)
	defer cancel()
	report, err := s.runner().Halt(ctx, v.who, publish.Scope(scope), what, v.form("why"))
	if told := fault.For(err); err != nil && (told.Code == fault.Invalid || told.Code == fault.NotFound) {
		if told.Field != "why" {
			err = fault.Of("what", told.EN, told.LT)
		}
		return s.showPause(v, http.StatusUnprocessableEntity, err)
	} else if err != nil {
		return err
	}
	return v.see("/pause#pause-" + report.Pause.ID)
}

// pauseReport tells what went out under a pause, as the record has it: only what was on its way when it began.
func (s *Server) pauseReport(v *visit, tx *store.Tx, h heldPause) (pauseReport, error) {
	report := pauseReport{heldPause: h}
	last := h.From
	var went, unsure []publish.Publication
	for _, kind := range []string{"publication.sent", "publication.edited"} {
		filter := store.LedgerFilter{Kind: kind, From: h.From, To: h.From.Add(2 * publish.LeaseTime)}
		sealed, err := tx.LedgerEntries(v.ctx, filter, math.MaxInt64, publicationsOnPage)
		if err != nil {
			return report, err
		}
		for _, one := range slices.Backward(sealed) {
			e, _, _, err := ledger.Open(one.Leaf, one.Private)
			if err != nil {
				continue
			}
			p, err := tx.Publication(v.ctx, e.Subject)
			if err != nil {
				return report, err
			}
			if h.Holds(p) {
				went, last = append(went, p), later(last, e.Time)
			}
		}
	}
	found, err := tx.Publications(v.ctx, store.PublicationFilter{States: []publish.State{publish.Unsure}}, publicationsOnPage)
	if err != nil {
		return report, err
	}
	for _, p := range found {
		if h.Holds(p) {
			unsure = append(unsure, p)
		}
	}
	report.Since = s.clock(last)
	if report.Went, err = s.publicationLines(v, tx, went); err != nil {
		return report, err
	}
	report.Unsure, err = s.publicationLines(v, tx, unsure)
	return report, err
}
