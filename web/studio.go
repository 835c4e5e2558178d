package web

import (
	"slices"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// studioPage lists the versions that are being worked on.
type studioPage struct {
	Page
	InForce *studio.Version
	Work    []workCard
	Given   []studio.Version // withdrawn
	Lonely  *lonely
	Names   map[string]string
}

// workCard is a version on its way, with what it waits for.
type workCard struct {
	studio.Version
	Waits string
	Mine  bool // the next step is this person's
	Steps []Step
}

// mostWork is how many versions the studio shows at once; more would be a mistake of another kind.
const mostWork = 50

func (s *Server) studioHome(v *visit) error {
	page := studioPage{Page: s.page(v, "studio.title"), Names: map[string]string{}}
	page.Lead = s.words.T(v.lang, "studio.lead")
	if staff.May(v.who, staff.EditPolicy) == nil {
		page.Action = &Link{Icon: "plus", Label: s.words.T(v.lang, "studio.begin"), Href: "/studio/new"}
	}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		inForce, err := tx.VersionAt(v.ctx, v.now)
		if err == nil {
			page.InForce = &inForce
		} else if !fault.Is(err, fault.NotFound) {
			return err
		}
		work, err := s.studioWork(v, tx)
		if err != nil {
			return err
		}
		if page.Given, err = tx.Versions(v.ctx, 20, studio.Withdrawn); err != nil {
			return err
		}
		page.Work = work
		if page.Lonely, err = s.lonely(v, tx, nil); err != nil {
			return err
		}
		return s.studioNames(v, tx, page.Names, slices.Concat(page.Given, versionsOf(work), []studio.Version{inForce})...)
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "studio/list", &page)
	return nil
}

func versionsOf(work []workCard) []studio.Version {
	var all []studio.Version
	for _, w := range work {
		all = append(all, w.Version)
	}
	return all
}

// studioNames looks up who had a hand in versions.
func (s *Server) studioNames(v *visit, tx *store.Tx, names map[string]string, versions ...studio.Version) error {
	for _, version := range versions {
		if err := s.names(v, tx, names, append([]string{version.Editor, version.Approver}, version.Editors...)...); err != nil {
			return err
		}
	}
	return nil
}

// names looks up the names of people by id; ids of nobody stay without.
func (s *Server) names(v *visit, tx *store.Tx, names map[string]string, ids ...string) error {
	for _, id := range ids {
		if _, known := names[id]; known || id == "" {
			continue
		}
		p, err := tx.Person(v.ctx, id)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		names[id] = p.Name
	}
	return nil
}
