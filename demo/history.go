package demo

import (
	"context"
	"fmt"
	"time"

	"rostrum/folder"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// Who does what in the demo.
const (
	administrator = "Mantas Urbonas"
	colleague     = "Martynas Šerkšnas"
	owner         = "Rasa Petraitytė"
	lawyer        = "Tomas Bieliauskas"
	author        = "Simona Vaitkutė"
	editor        = "Hannah Brooks"
	manager       = "Dalia Norkūnienė"
)

// plan writes down everything that happened.
func (y *year) plan() error {
	members := cast()
	y.on(y.workday(members[0].since, "founding"), y.found(members[0]))
	for i, team := range []string{communications, service, shops, legal, technology, personnel, management} {
		y.on(y.workday(members[0].since, "founding").Add(time.Duration(i+2)*time.Minute), y.addTeam(team))
	}
	founded := y.workday(members[0].since, "founding").Add(10 * time.Minute)
	y.joined[administrator] = founded
	for _, m := range members[1:] {
		invited := later(y.workday(m.since, m.name), founded)
		y.joined[m.name] = later(y.workday(m.since-1, m.name+" joins"), invited.Add(35*time.Minute))
		y.on(invited, y.invite(m))
		y.on(y.joined[m.name], y.join(m))
		if m.left > 0 {
			y.on(y.workday(m.left, m.name+" leaves"), y.leave(m))
		}
	}
	y.on(later(y.workday(members[0].since-12, "two keys"), y.joined[colleague].Add(time.Hour)), y.twoKeys(members[0]))
	if err := y.planVersions(); err != nil {
		return err
	}
	for _, m := range members {
		y.planSigning(m)
		y.planCourses(m)
	}
	y.planAccounts()
	return y.planPosts()
}

func (y *year) found(m member) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		p, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt", "en"}, Sectors: []string{"retail"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: m.name, Mail: m.mail(), Language: m.language}, at)
		y.people[m.name] = p.ID
		return err
	}
}

func (y *year) addTeam(name string) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		who, err := y.person(ctx, tx, administrator)
		if err != nil {
			return err
		}
		_, err = staff.AddTeam(ctx, tx, who, name, at)
		return err
	}
}

func (y *year) invite(m member) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		who, err := y.person(ctx, tx, administrator)
		if err != nil {
			return err
		}
		team, err := tx.TeamByName(ctx, staff.Folded(m.team))
		if err != nil {
			return err
		}
		roles := m.roles
		if m.name == colleague {
			roles = append(roles, staff.Administrator)
		}
		p, err := staff.Invite(ctx, tx, who, staff.Person{Name: m.name, Mail: m.mail(), Team: team.ID, Roles: roles, Language: m.language,
			Zone: "Europe/Vilnius"}, func(context.Context, staff.Person) error { return nil }, at)
		y.people[m.name] = p.ID
		return err
	}
}

func (y *year) join(m member) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		p, err := y.person(ctx, tx, m.name)
		if err != nil {
			return err
		}
		_, err = staff.Join(ctx, tx, p, m.name, m.language, at)
		return err
	}
}

// twoKeys gives the founder a team and leaves the policy to its owner; nobody changes their own roles, so a colleague does.
func (y *year) twoKeys(m member) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		who, err := y.person(ctx, tx, colleague)
		if err != nil {
			return err
		}
		p, err := y.person(ctx, tx, m.name)
		if err != nil {
			return err
		}
		team, err := tx.TeamByName(ctx, staff.Folded(m.team))
		if err != nil {
			return err
		}
		p.Team, p.Roles = team.ID, m.roles
		_, err = staff.Move(ctx, tx, who, p, at)
		return err
	}
}

func (y *year) leave(m member) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		who, err := y.person(ctx, tx, administrator)
		if err != nil {
			return err
		}
		p, err := y.person(ctx, tx, m.name)
		if err != nil {
			return err
		}
		_, err = staff.Leave(ctx, tx, who, p.ID, p.Version, y.people[owner], at)
		return err
	}
}

// planVersions has each edition drafted, discussed, approved and published, and the last one waiting for approval.
func (y *year) planVersions() error {
	all := editions()
	start := y.workday(all[0].daysAgo, "effective")
	files, err := first(start)
	if err != nil {
		return err
	}
	for i, e := range all {
		if i > 0 {
			if files, err = e.next(files, i+1, y.workday(e.daysAgo, "effective")); err != nil {
				return err
			}
		}
		begun := y.workday(e.daysAgo+5, e.name+" draft")
		submitted := later(y.workday(e.daysAgo+3, e.name+" submit"), begun.Add(5*time.Hour))
		approved := later(y.workday(e.daysAgo+1, e.name+" approve"), submitted.Add(3*time.Hour))
		y.published = append(y.published, later(y.workday(e.daysAgo, "effective"), approved.Add(2*time.Hour)))
		y.on(begun, y.begin(e, files))
		y.on(submitted, y.submit())
		y.on(approved, y.approve())
		y.on(y.published[i], y.publish())
	}
	waiting := underReview()
	if files, err = waiting.next(files, len(all)+1, y.now.AddDate(0, 0, 7)); err != nil {
		return err
	}
	begun := y.workday(4, waiting.name+" draft")
	y.on(begun, y.begin(waiting, files))
	y.on(later(y.workday(2, waiting.name+" submit"), begun.Add(5*time.Hour)), y.submit())
	return nil
}

func (y *year) begin(e edition, files folder.Files) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		who, err := y.person(ctx, tx, owner)
		if err != nil {
			return err
		}
		v, err := studio.Import(ctx, tx, who, files, e.name, at)
		if err != nil {
			return err
		}
		y.draft = v.ID
		for i, c := range e.comments {
			by, err := y.person(ctx, tx, c.by)
			if err != nil {
				return err
			}
			if _, err := studio.Say(ctx, tx, by, studio.Comment{Version: v.ID, Clause: c.clause, Text: c.text}, at.Add(time.Duration(i+1)*time.Hour)); err != nil {
				return fmt.Errorf("comment by %s: %w", c.by, err)
			}
		}
		return nil
	}
}

func (y *year) submit() func(context.Context, *store.Tx, time.Time) error {
	return y.step(owner, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		_, err := studio.Submit(ctx, tx, who, y.draft, at)
		return err
	})
}

func (y *year) approve() func(context.Context, *store.Tx, time.Time) error {
	return y.step(lawyer, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		v, err := tx.Version(ctx, y.draft)
		if err != nil {
			return err
		}
		_, err = studio.Approve(ctx, tx, who, v.ID, v.Digest, at)
		return err
	})
}

func (y *year) publish() func(context.Context, *store.Tx, time.Time) error {
	return y.step(owner, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		_, err := studio.Publish(ctx, tx, who, y.draft, time.Time{}, at)
		return err
	})
}

// step is what somebody does with the version at hand.
func (y *year) step(name string, do func(context.Context, *store.Tx, staff.Person, time.Time) error) func(context.Context, *store.Tx, time.Time) error {
	return func(ctx context.Context, tx *store.Tx, at time.Time) error {
		who, err := y.person(ctx, tx, name)
		if err != nil {
			return err
		}
		return do(ctx, tx, who, at)
	}
}
