package web

import (
	"html/template"
	"math"
	"net/http"
	"strconv"
	"strings"

	"rostrum/fault"
	"rostrum/handbook"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// versionsPage lists what was published, the newest first.
type versionsPage struct {
	Page
	Versions []studio.Version
	Names    map[string]string
	Current  string // the id of the one in force
	Below    int    // where the next page begins; 0 on the last
}

// versionsOnPage is how many versions one page lists.
const versionsOnPage = 50

func (s *Server) versions(v *visit) error {
	page := versionsPage{Page: s.page(v, "studio.versions_title"), Names: map[string]string{}}
	page.Lead = s.words.T(v.lang, "studio.versions_lead")
	below, err := strconv.Atoi(v.r.URL.Query().Get("below"))
	if err != nil {
		below = math.MaxInt32
	}
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error {
		inForce, err := tx.VersionAt(v.ctx, v.now)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		page.Current = inForce.ID
		found, err := tx.PublishedBelow(v.ctx, below, versionsOnPage)
		if err != nil {
			return err
		}
		for _, version := range found {
			if v.maySee(version) {
				page.Versions = append(page.Versions, version)
			}
		}
		if len(found) == versionsOnPage && found[len(found)-1].Number > 1 {
			page.Below = found[len(found)-1].Number
		}
		return s.studioNames(v, tx, page.Names, page.Versions...)
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "studio/versions", &page)
	return nil
}

// maySee tells whether the person may read a published version: all may once it is in force, before that the studio.
func (v *visit) maySee(version studio.Version) bool {
	return !version.Effective.After(v.now) || staff.May(v.who, mayStudio) == nil
}

// pastPage is one published version to be read.
type pastPage struct {
	Page
	Version  studio.Version
	Names    map[string]string
	InForce  bool
	Policy   *policy.Policy
	Clauses  []pastClause
	Previous int
	Next     int
	Change   bool // the person may begin a draft from it
}

// pastClause is a clause as people read it.
type pastClause struct {
	ID, Number, Title, Lang string
	Body                    template.HTML
	Consequence             string
}

func (s *Server) published(v *visit, tx *store.Tx) (studio.Version, error) {
	number, err := strconv.Atoi(v.r.PathValue("number"))
	if err != nil {
		number = 0
	}
	version, err := tx.VersionNumbered(v.ctx, number)
	if err == nil && !v.maySee(version) {
		_, err = tx.VersionNumbered(v.ctx, 0) // as if it were not there
	}
	return version, err
}

// pastClauses gives the clauses of a version as they are read.
func pastClauses(p *policy.Policy, lang string) ([]pastClause, error) {
	var clauses []pastClause
	for _, c := range p.Clauses {
		clause := pastClause{ID: c.ID, Number: c.Number, Title: c.Title.In(lang), Consequence: c.Consequence.In(lang)}
		if c.Text.Only(lang) == "" {
			clause.Lang = map[string]string{English: Lithuanian, Lithuanian: English}[lang]
		}
		body, err := handbook.Prose(p, c.Text.In(lang), c.ID+"-", 4, func(id string) string { return "#" + id })
		if err != nil {
			return nil, err
		}
		clause.Body = body
		clauses = append(clauses, clause)
	}
	return clauses, nil
}

func (s *Server) pastVersion(v *visit) error {
	page := pastPage{Page: s.page(v, ""), Names: map[string]string{}}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		version, err := s.published(v, tx)
		if err != nil {
			return err
		}
		page.Version = version
		ready, err := s.Ready(v.ctx, tx, version)
		if err != nil {
			return err
		}
		page.Policy = ready.Policy
		if inForce, err := tx.VersionAt(v.ctx, v.now); err == nil {
			page.InForce = inForce.ID == version.ID
		}
		if next, err := tx.VersionNumbered(v.ctx, version.Number+1); err == nil && v.maySee(next) {
			page.Next = next.Number
		}
		return s.studioNames(v, tx, page.Names, version)
	})
	if err != nil {
		return err
	}
	page.Title = s.words.T(v.lang, "studio.version_title", "number", page.Version.Number)
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "studio.versions_title"), Href: "/versions"}}
	page.Previous = page.Version.Number - 1
	page.Change = staff.May(v.who, staff.EditPolicy) == nil
	page.Clauses, err = fromShelf(&s.shelf, "past/"+page.Version.Digest+"/"+v.lang, func() ([]pastClause, error) {
		return pastClauses(page.Policy, v.lang)
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "studio/past", &page)
	return nil
}

// pastDiff tells what a published version changed about the one before.
func (s *Server) pastDiff(v *visit) error {
	page := differencePage{studioFrame: studioFrame{Page: s.page(v, "")}, Shared: true}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		version, err := s.published(v, tx)
		if err != nil {
			return err
		}
		before, err := tx.VersionNumbered(v.ctx, version.Number-1)
		if err != nil {
			return err
		}
		newer, err := tx.Content(v.ctx, version.Digest)
		if err != nil {
			return err
		}
		older, err := tx.Content(v.ctx, before.Digest)
		if err != nil {
			return err
		}
		page.Version, page.Older = version, s.studioLabel(v.lang, before)
		page.Difference = tellApart(v.lang, s.words, older, newer)
		return nil
	})
	if err != nil {
		return err
	}
	number := page.Version.Number
	page.Title = s.words.T(v.lang, "studio.past_diff_title", "number", number)
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "studio.versions_title"), Href: "/versions"},
		{Label: s.words.T(v.lang, "studio.version_title", "number", number), Href: "/versions/" + strconv.Itoa(number)}}
	s.render.Render(v.w, v.r, 200, "studio/diff", &page)
	return nil
}

// studioFolder gives a version's folder as it can be kept, edited elsewhere and brought back.
func (s *Server) studioFolder(v *visit) error {
	var packed []byte
	var version studio.Version
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		d, err := s.studioDraft(v, tx)
		if err != nil {
			return err
		}
		version = d.Version
		packed, err = d.Files.Pack()
		return err
	})
	if err != nil {
		return err
	}
	_, hex, _ := strings.Cut(version.Digest, ":")
	v.w.Header().Set("Content-Type", "application/gzip")
	v.w.Header().Set("Content-Disposition", `attachment; filename="policy-`+hex[:min(12, len(hex))]+`.tar.gz"`)
	v.w.WriteHeader(http.StatusOK)
	_, err = v.w.Write(packed)
	if err != nil {
		return errAnswered
	}
	return nil
}
