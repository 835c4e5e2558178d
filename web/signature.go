package web

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// signaturePage is who has signed the version in force, as a picture and as a list of those who have not.
type signaturePage struct {
	Page
	Tabs             []Link
	None             bool // no policy is in force
	Whole            training.Share
	Open             int // people with something to sign
	Columns          []string
	Heat             []HeatRow
	Team, Clause     string
	Teams, Clauses   []Link // to choose from
	People           []openPerson
	Here, After      string // the addresses of this list, and of its next page
	MayRemind, Mails bool
}

// openPerson is somebody with clauses to sign.
type openPerson struct {
	Name, Team string
	Left       int
}

// listed is how many people a page shows.
const listed = 50

func (s *Server) signatures(v *visit) error {
	page := signaturePage{Page: s.page(v, "training.signatures"), Tabs: s.trainingTabs(v, "/signatures"),
		Team: v.r.URL.Query().Get("team"), Clause: v.r.URL.Query().Get("clause"),
		MayRemind: training.MayRemind(v.who) == nil, Mails: s.Mail != nil}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		ready, err := s.InForce(v.ctx, tx, v.now)
		if fault.Is(err, fault.NotFound) {
			page.None = true
			return nil
		} else if err != nil {
			return err
		}
		page.Lead = s.words.T(v.lang, "training.signatures_lead", "version", ready.Policy.Version)
		now, err := s.countedNow(v.ctx, tx, ready)
		if err != nil {
			return err
		}
		teams, err := tx.TeamNames(v.ctx)
		if err != nil {
			return err
		}
		page.picture(s, ready.Policy, teams, now.progress)
		return page.list(v, tx, ready.Policy, teams, now)
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "training/signatures", &page)
	return nil
}

// picture draws teams by clauses: the hotter, the more people have yet to sign.
func (p *signaturePage) picture(s *Server, in *policy.Policy, teams []staff.Team, progress training.Progress) {
	p.Whole, p.Open = progress.Whole, progress.Whole.People-progress.Whole.Signed
	p.Clauses = []Link{{Label: s.words.T(p.Lang, "training.any_clause")}}
	for _, c := range in.Clauses {
		p.Columns = append(p.Columns, c.Number)
		p.Clauses = append(p.Clauses, Link{Href: c.ID, Label: c.Number + " " + c.Title.In(p.Lang)})
	}
	p.Teams = []Link{{Label: s.words.T(p.Lang, "training.any_team")}}
	SortByName(p.Lang, teams, func(t staff.Team) string { return t.Name })
	for _, t := range teams {
		p.Teams = append(p.Teams, Link{Href: t.ID, Label: t.Name})
	}
	for _, t := range append(teams, staff.Team{Name: s.words.T(p.Lang, "training.no_team")}) {
		cells := progress.Cells[t.ID]
		if cells == nil {
			continue // nobody works there
		}
		row := HeatRow{Name: t.Name}
		for _, c := range in.Clauses {
			row.Cells = append(row.Cells, s.heatCell(p.Lang, cells[c.ID]))
		}
		p.Heat = append(p.Heat, row)
	}
}

func (s *Server) heatCell(lang string, share training.Share) HeatCell {
	if share.People == 0 {
		return HeatCell{Text: "–"}
	}
	missing := 100 - share.Percent()
	return HeatCell{Text: s.words.T(lang, "shell.percent", "n", share.Percent()), Level: (missing + 19) / 20}
}

// list gives who has yet to sign, of the team and the clause that were chosen.
func (p *signaturePage) list(v *visit, tx *store.Tx, in *policy.Policy, teams []staff.Team, now counted) error {
	names := map[string]string{}
	for _, t := range teams {
		names[t.ID] = t.Name
	}
	settled := training.Settled(in, now.digests, p.Clause, now.standings)
	after := v.r.URL.Query().Get("after")
	query := url.Values{"team": {p.Team}, "clause": {p.Clause}}
	p.Here = "?" + query.Encode()
	for {
		signers, err := tx.SignersAfter(v.ctx, after, p.Team, settled, listed+1)
		if err != nil {
			return err
		}
		for _, signer := range signers {
			if len(p.People) == listed {
				query.Set("after", after)
				p.After = "/signatures?" + query.Encode() + "#open"
				return nil
			}
			after = signer.ID
			if open := training.Open(in, now.digests, signer); stillOpen(open, p.Clause) {
				p.People = append(p.People, openPerson{signer.Name, names[signer.Team], len(open)})
			}
		}
		if len(signers) <= listed {
			return nil
		}
	}
}

// stillOpen tells whether a clause is among those that are open, or any where the clause is empty.
func stillOpen(open []*policy.Clause, clause string) bool {
	for _, c := range open {
		if clause == "" || c.ID == clause {
			return true
		}
	}
	return false
}

// askToRemind has everybody on the list reminded, as soon as it is working hours where they are.
func (s *Server) askToRemind(v *visit) error {
	team, clause := v.r.FormValue("team"), v.r.FormValue("clause")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		ready, err := s.InForce(v.ctx, tx, v.now)
		if err != nil {
			return err
		}
		if err := s.knownList(v, tx, ready.Policy, team, clause); err != nil {
			return err
		}
		if err := training.AskToRemind(v.ctx, tx, v.who, edition(ready), team, clause, v.now); err != nil {
			return err
		}
		if err := tx.Enqueue(v.ctx, AskedReminders{Team: team, Clause: clause, Version: ready.Version.Digest}, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "training.reminded_done")
	})
	if err != nil {
		return err
	}
	return v.see("/signatures?" + url.Values{"team": {team}, "clause": {clause}}.Encode())
}

// knownList gives a fault unless the team and the clause are empty or exist: both are written into the ledger.
func (s *Server) knownList(v *visit, tx *store.Tx, in *policy.Policy, team, clause string) error {
	if clause != "" && !slices.ContainsFunc(in.Clauses, func(c *policy.Clause) bool { return c.ID == clause }) {
		return fault.New(fault.NotFound, "The policy in force has no such clause.", "Galiojančioje politikoje tokio punkto nėra.")
	}
	if team == "" {
		return nil
	}
	_, err := tx.Team(v.ctx, team)
	return err
}

// certificatesPage is who holds which certificate.
type certificatesPage struct {
	Page
	Tabs  []Link
	Rows  []certificateRow
	After string
}

type certificateRow struct {
	training.Certificate
	Name, CourseName string
	Holds            bool
}

func (s *Server) certificates(v *visit) error {
	page := certificatesPage{Page: s.page(v, "training.certificates"), Tabs: s.trainingTabs(v, "/signatures/certificates")}
	page.Lead = s.words.T(v.lang, "training.certificates_lead")
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		passed, id := v.now.Add(time.Hour), ""
		if after := v.r.URL.Query().Get("after"); after != "" {
			c, err := tx.Certificate(v.ctx, after)
			if err != nil {
				return err
			}
			passed, id = c.Passed, c.ID
		}
		found, err := tx.CertificatesBefore(v.ctx, passed, id, listed+1)
		if err != nil {
			return err
		}
		if len(found) > listed {
			found = found[:listed]
			page.After = "/signatures/certificates?after=" + url.QueryEscape(found[listed-1].ID)
		}
		var people []string
		for _, c := range found {
			people = append(people, c.Person)
		}
		names, err := tx.NamesOf(v.ctx, people)
		if err != nil {
			return err
		}
		for _, c := range found {
			course, err := s.courseName(v, tx, c)
			if err != nil {
				return err
			}
			page.Rows = append(page.Rows, certificateRow{c, strings.TrimSpace(names[c.Person]), course, c.Holds(v.now)})
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "training/certificates", &page)
	return nil
}
