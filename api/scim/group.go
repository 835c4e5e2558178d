package scim

import (
	"encoding/json"
	"net/http"
	"slices"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// group is a team as the directory wants it.
type group struct {
	name    string
	members []string // ids of people
}

type member struct {
	Value string `json:"value"`
}

func (g *group) set(p path, value json.RawMessage, add bool) (err error) {
	switch p.attribute {
	case "displayname":
		g.name, err = text("displayName", value)
		return err
	case "externalid":
		return nil
	case "members":
	default:
		return known(p)
	}
	if p.only != nil || p.sub != "" {
		return wrongPath()
	}
	named, err := members(value)
	if err != nil {
		return err
	}
	if !add {
		g.members = nil
	}
	g.members = append(g.members, named...)
	return nil
}

// unset takes members away: all, those of the filter, or, as Entra ID does, those of the value.
func (g *group) unset(p path, value json.RawMessage) error {
	if p.attribute != "members" {
		return invalid("mutability", "“"+p.attribute+"” cannot be removed.", "„"+p.attribute+"“ pašalinti negalima.")
	}
	gone := g.members
	if p.only != nil {
		if p.only.attribute != "value" {
			return wrongPath()
		}
		gone = []string{p.only.value}
	} else if len(value) > 0 && string(value) != "null" {
		var err error
		if gone, err = members(value); err != nil {
			return err
		}
	}
	g.members = slices.DeleteFunc(slices.Clone(g.members), func(id string) bool { return slices.Contains(gone, id) })
	return nil
}

// members reads a list of members, or one alone.
func members(value json.RawMessage) ([]string, error) {
	var all []member
	if json.Unmarshal(value, &all) != nil {
		var one member
		if json.Unmarshal(value, &one) != nil {
			return nil, wrongValue("members")
		}
		all = []member{one}
	}
	ids := make([]string, len(all))
	for i, m := range all {
		if ids[i] = m.Value; m.Value == "" || len(m.Value) > 40 {
			return nil, wrongValue("members")
		}
	}
	return ids, nil
}

func (v *visit) groups() error {
	at, err := v.page()
	if err != nil {
		return err
	}
	var resources []object
	var total int
	err = v.s.Store.Read(v.ctx, func(tx *store.Tx) error {
		teams, err := v.filteredTeams(tx)
		if err != nil {
			return err
		}
		total = len(teams)
		for _, t := range teams[min(at.start-1, total):min(at.start-1+at.count, total)] {
			people, err := tx.TeamMembers(v.ctx, t.ID)
			if err != nil {
				return err
			}
			resources = append(resources, v.groupOut(t, people))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return v.list(total, at.start, resources)
}

func (v *visit) filteredTeams(tx *store.Tx) ([]staff.Team, error) {
	text := v.r.URL.Query().Get("filter")
	if text == "" {
		return tx.Teams(v.ctx)
	}
	f, err := parseFilter(text)
	if err != nil {
		return nil, err
	}
	var t staff.Team
	switch f.attribute {
	case "displayname":
		t, err = tx.TeamByName(v.ctx, staff.Folded(f.value))
	case "id":
		t, err = tx.Team(v.ctx, f.value)
	case "externalid":
		return nil, nil // teams have none
	default:
		return nil, wrongFilter()
	}
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	}
	return []staff.Team{t}, err
}

func (v *visit) group() error {
	var t staff.Team
	var people []staff.Person
	err := v.s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if t, err = tx.Team(v.ctx, v.r.PathValue("id")); err == nil {
			people, err = tx.TeamMembers(v.ctx, t.ID)
		}
		return err
	})
	if err != nil {
		return err
	}
	return v.give(http.StatusOK, v.groupOut(t, people))
}

func (v *visit) wishedGroup() (*group, error) {
	var all map[string]json.RawMessage
	if err := v.take(&all); err != nil {
		return nil, err
	}
	g := &group{}
	return g, spread(g, all, false)
}

func (v *visit) addGroup() error {
	g, err := v.wishedGroup()
	if err != nil {
		return err
	}
	return v.changeGroup(http.StatusCreated, func(tx *store.Tx) (staff.Team, error) {
		t, err := staff.AddTeam(v.ctx, tx, v.Who, g.name, v.Now)
		if err != nil {
			return t, err
		}
		return t, v.moveMembers(tx, t.ID, nil, g.members)
	})
}

func (v *visit) replaceGroup() error {
	g, err := v.wishedGroup()
	if err != nil {
		return err
	}
	return v.updateGroup(func(*group) (*group, error) { return g, nil })
}

func (v *visit) patchGroup() error {
	var changes patch
	if err := v.take(&changes); err != nil {
		return err
	}
	return v.updateGroup(func(g *group) (*group, error) { return g, changes.apply(g) })
}

func (v *visit) updateGroup(wished func(*group) (*group, error)) error {
	return v.changeGroup(http.StatusOK, func(tx *store.Tx) (staff.Team, error) {
		t, err := tx.Team(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return t, err
		}
		people, err := tx.TeamMembers(v.ctx, t.ID)
		if err != nil {
			return t, err
		}
		was := group{name: t.Name}
		for _, p := range people {
			was.members = append(was.members, p.ID)
		}
		is, err := wished(&group{was.name, slices.Clone(was.members)})
		if err != nil {
			return t, err
		}
		if t, err = staff.RenameTeam(v.ctx, tx, v.Who, t.ID, is.name, v.Now); err != nil {
			return t, err
		}
		return t, v.moveMembers(tx, t.ID, was.members, is.members)
	})
}

// moveMembers moves people into a team and out of it. A person is in one team, so who joins this one leaves another.
func (v *visit) moveMembers(tx *store.Tx, team string, was, is []string) error {
	for _, id := range is {
		if slices.Contains(was, id) {
			continue
		}
		if err := v.moveTo(tx, id, team); err != nil {
			return err
		}
	}
	for _, id := range was {
		if slices.Contains(is, id) {
			continue
		}
		if err := v.moveTo(tx, id, ""); err != nil {
			return err
		}
	}
	return nil
}

func (v *visit) moveTo(tx *store.Tx, id, team string) error {
	p, err := tx.DirectoryPerson(v.ctx, id)
	if fault.Is(err, fault.NotFound) || err == nil && p.State == staff.Left {
		return invalid("invalidValue", "There is no such member: "+id+".", "Tokio nario nėra: "+id+".")
	} else if err != nil {
		return err
	}
	p.Team = team
	_, err = staff.Move(v.ctx, tx, v.Who, p, v.Now)
	return err
}

func (v *visit) changeGroup(status int, f func(*store.Tx) (staff.Team, error)) error {
	var t staff.Team
	var people []staff.Person
	err := v.s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		if t, err = f(tx); err == nil {
			people, err = tx.TeamMembers(v.ctx, t.ID)
		}
		return err
	})
	if err != nil {
		return err
	}
	v.w.Header().Set("Location", v.address("Groups", t.ID))
	return v.give(status, v.groupOut(t, people))
}

// deleteGroup gives up a team; its people stay, without one.
func (v *visit) deleteGroup() error {
	id := v.r.PathValue("id")
	err := v.s.Store.Write(v.ctx, func(tx *store.Tx) error {
		people, err := tx.TeamMembers(v.ctx, id)
		if err != nil {
			return err
		}
		for _, p := range people {
			if err := v.moveTo(tx, p.ID, ""); err != nil {
				return err
			}
		}
		return staff.RemoveTeam(v.ctx, tx, v.Who, id, v.Now)
	})
	if err == nil {
		v.w.WriteHeader(http.StatusNoContent)
	}
	return err
}
