package storetest_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

// company is a founded one in a test, with its administrator.
type company struct {
	*store.Store
	t     *testing.T
	ctx   context.Context
	now   time.Time
	admin staff.Person
}

func eachCompany(t *testing.T, test func(t *testing.T, c *company)) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		c := &company{Store: s, t: t, ctx: t.Context(), now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
		c.write(func(tx *store.Tx) (err error) {
			c.admin, err = staff.Found(c.ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt"}, Zone: "Europe/Vilnius"},
				staff.Person{Name: "Ona Onaitė", Mail: "ona@example.com"}, c.now)
			return err
		})
		test(t, c)
	})
}

func (c *company) write(f func(tx *store.Tx) error) {
	c.t.Helper()
	if err := c.Write(c.ctx, f); err != nil {
		c.t.Fatal(err)
	}
}

// invite adds somebody, active at once where joined is true.
func (c *company) invite(name string, joined bool, roles ...staff.Role) staff.Person {
	c.t.Helper()
	var p staff.Person
	c.write(func(tx *store.Tx) (err error) {
		mail := strings.ReplaceAll(name, " ", ".") + "@example.com"
		p, err = staff.Invite(c.ctx, tx, c.admin, staff.Person{Name: name, Mail: mail, Roles: roles, Language: "lt", Zone: "Europe/Vilnius"}, unsent, c.now)
		if err == nil && joined {
			p, err = staff.Join(c.ctx, tx, p, p.Name, p.Language, c.now)
		}
		return err
	})
	return p
}

func unsent(context.Context, staff.Person) error { return nil }

func (c *company) person(id string) (p staff.Person) {
	c.t.Helper()
	c.write(func(tx *store.Tx) (err error) { p, err = tx.Person(c.ctx, id); return err })
	return p
}

// history gives the kinds of what was done to a person, the newest first.
func (c *company) history(id string) (kinds []string, last ledger.Entry) {
	c.t.Helper()
	c.write(func(tx *store.Tx) error {
		all, err := tx.PersonHistory(c.ctx, id, 50)
		for i, sealed := range all {
			e, _, _, opened := ledger.Open(sealed.Leaf, sealed.Private)
			err = errors.Join(err, opened)
			if kinds = append(kinds, e.Kind); i == 0 {
				last = e
			}
		}
		return err
	})
	return kinds, last
}

func TestLeavingEndsEverythingAtOnce(t *testing.T) {
	eachCompany(t, func(t *testing.T, c *company) {
		rasa, jonas := c.invite("Rasa Rasaitė", true, staff.PolicyOwner), c.invite("Jonas Jonaitis", true, staff.PolicyOwner)
		c.write(func(tx *store.Tx) error {
			_, token := signin.NewToken(signin.APIToken, c.now)
			return errors.Join(
				tx.KeepSession(c.ctx, store.Session{Token: "x", ID: "x", Person: rasa.ID, Data: []byte("{}"), Expires: c.now.Add(time.Hour)}),
				tx.KeepCredential(c.ctx, store.Credential{Person: rasa.ID, Password: "secret"}),
				tx.AddPasskey(c.ctx, store.Passkey{Passkey: signin.Passkey{ID: "key", Record: []byte("{}")}, Person: rasa.ID}),
				tx.AddToken(c.ctx, store.Token{Token: token, ID: "token", Person: rasa.ID}),
				tx.AddVersion(c.ctx, studio.Version{ID: "draft", State: studio.Draft, Editor: rasa.ID, Editors: []string{rasa.ID}}),
				tx.AddVersion(c.ctx, studio.Version{ID: "old", State: studio.Published, Editor: rasa.ID, Number: 1}))
		})
		leave := func(successor string) (held staff.Holding, err error) {
			err = c.Write(c.ctx, func(tx *store.Tx) (err error) {
				held, err = staff.Leave(c.ctx, tx, c.admin, rasa.ID, rasa.Version, successor, c.now)
				return err
			})
			return held, err
		}
		for _, nobody := range []string{"", rasa.ID, c.invite("Petras", true).ID, c.invite("Vėlius", false, staff.PolicyOwner).ID, "x"} {
			if _, err := leave(nobody); fault.For(err).Field != "successor" {
				t.Errorf("%q goes on with the drafts: %v", nobody, err)
			}
		}
		held, err := leave(jonas.ID)
		if want := (staff.Holding{Sessions: 1, Passkeys: 1, Tokens: 1, Drafts: 1}); err != nil || held != want {
			t.Fatalf("held %+v, %v", held, err)
		}
		kinds, entry := c.history(rasa.ID)
		if kinds[0] != "person.left" || staff.Held(entry) != held || entry.Data["successor"] != jonas.ID || entry.Data["versions"] != "draft" {
			t.Errorf("the ledger has %v, %+v", kinds, entry)
		}
		c.write(func(tx *store.Tx) error {
			left, err := tx.Holds(c.ctx, rasa.ID)
			if err != nil || left != (staff.Holding{}) {
				t.Errorf("still holds %+v, %v", left, err)
			}
			if credential, err := tx.Credential(c.ctx, rasa.ID); err != nil || credential.Password != "" {
				t.Errorf("still has a password, %v", err)
			}
			draft, err := tx.Version(c.ctx, "draft")
			if err != nil || draft.Editor != jonas.ID || fmt.Sprint(draft.Editors) != fmt.Sprint([]string{rasa.ID, jonas.ID}) {
				t.Errorf("the draft is %+v, %v", draft, err)
			}
			old, err := tx.Version(c.ctx, "old")
			if old.Editor != rasa.ID {
				t.Error("the past was changed")
			}
			return err
		})
		if p := c.person(rasa.ID); p.State != staff.Left || len(p.Roles) > 0 || !p.Departed.Equal(c.now) {
			t.Errorf("%+v", p)
		}
		if _, err := leave(jonas.ID); !fault.Is(err, fault.Conflict) {
			t.Errorf("left twice: %v", err)
		}
		version := c.person(rasa.ID).Version
		c.write(func(tx *store.Tx) error {
			_, err := staff.Return(c.ctx, tx, c.admin, rasa.ID, version, unsent, c.now)
			return err
		})
		if p := c.person(rasa.ID); p.State != staff.Invited || !p.Departed.IsZero() || len(p.Roles) > 0 {
			t.Errorf("came back as %+v", p)
		}
	})
}

func TestRolesAreGivenByOthersAndRecorded(t *testing.T) {
	eachCompany(t, func(t *testing.T, c *company) {
		rasa := c.invite("Rasa Rasaitė", true)
		move := func(who, to staff.Person) error {
			return c.Write(c.ctx, func(tx *store.Tx) error { _, err := staff.Move(c.ctx, tx, who, to, c.now); return err })
		}
		given := rasa
		given.Roles, given.Name = []staff.Role{staff.Auditor, staff.Administrator}, "Rasa Petraitienė"
		if err := move(c.admin, given); err != nil {
			t.Fatal(err)
		}
		if kinds, _ := c.history(rasa.ID); fmt.Sprint(kinds) != "[role.given person.changed person.joined person.invited]" {
			t.Error(kinds)
		}
		given.Zone = "Europe/Riga"
		if err := move(c.admin, given); !fault.Is(err, fault.Conflict) {
			t.Errorf("changed what somebody else had changed: %v", err)
		}
		rasa = c.person(rasa.ID)
		own := rasa
		own.Roles = []staff.Role{staff.Administrator, staff.PolicyOwner}
		if err := move(rasa, own); fault.For(err).Field != "roles" {
			t.Errorf("changed their own roles: %v", err)
		}
		if err := move(c.invite("Jonas", true, staff.PolicyOwner), given); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a policy owner moved somebody: %v", err)
		}
		elsewhere := rasa
		elsewhere.Team = "nowhere"
		if err := move(c.admin, elsewhere); fault.For(err).Field != "team" {
			t.Errorf("moved to a team that is none: %v", err)
		}
		taken := rasa
		taken.Mail = c.admin.Mail
		if err := move(c.admin, taken); fault.For(err).Field != "mail" {
			t.Errorf("took another's address: %v", err)
		}
	})
}

// TestOneAdministratorStays has two administrators take the role from each other, or part with each other, at once.
func TestOneAdministratorStays(t *testing.T) {
	eachCompany(t, func(t *testing.T, c *company) {
		for round := range 5 {
			other := c.invite(fmt.Sprint("Kitas ", round), true, staff.Administrator)
			c.admin = c.person(c.admin.ID)
			against := func(who, whom staff.Person) error {
				return c.Write(c.ctx, func(tx *store.Tx) error {
					if round%2 == 0 {
						_, err := staff.Leave(c.ctx, tx, who, whom.ID, whom.Version, "", c.now)
						return err
					}
					whom.Roles = nil
					_, err := staff.Move(c.ctx, tx, who, whom, c.now)
					return err
				})
			}
			var both sync.WaitGroup
			var errs [2]error
			both.Go(func() { errs[0] = against(c.admin, other) })
			both.Go(func() { errs[1] = against(other, c.admin) })
			both.Wait()
			if (errs[0] == nil) == (errs[1] == nil) {
				t.Fatalf("round %d: %v, %v", round, errs[0], errs[1])
			}
			c.write(func(tx *store.Tx) error {
				left, err := tx.PeopleWithRole(c.ctx, staff.Administrator)
				if len(left) != 1 {
					t.Fatalf("round %d: %d administrators", round, len(left))
				}
				c.admin = left[0]
				return err
			})
		}
	})
}

func TestFindingPeople(t *testing.T) {
	eachCompany(t, func(t *testing.T, c *company) {
		var team staff.Team
		c.write(func(tx *store.Tx) (err error) {
			team, err = staff.AddTeam(c.ctx, tx, c.admin, "Klientų aptarnavimas", c.now)
			return err
		})
		for _, name := range []string{"Žemyna", "Zita", "Šarūnas", "Simona", "Čiurlys", "Cezaris", "adomas"} {
			c.invite(name, true)
		}
		c.write(func(tx *store.Tx) error {
			p, err := tx.PersonByMail(c.ctx, "zita@example.com")
			if err != nil {
				return err
			}
			p.Team, p.Name = team.ID, "Zita Zitaitė-Ąžuolė"
			_, err = staff.Move(c.ctx, tx, c.admin, p, c.now)
			return err
		})
		find := func(f store.PeopleFilter, limit int) (names []string, last staff.Person) {
			c.write(func(tx *store.Tx) error {
				found, err := tx.FindPeople(c.ctx, f, limit)
				for _, p := range found {
					names, last = append(names, p.Name), p
				}
				return err
			})
			return names, last
		}
		for query, want := range map[string]string{
			"azuol": "Zita Zitaitė-Ąžuolė", "ŠARŪ": "Šarūnas", "sar": "Šarūnas", "KLIENTU": "Zita Zitaitė-Ąžuolė", "klientų zit": "Zita Zitaitė-Ąžuolė",
			"zita@": "Zita Zitaitė-Ąžuolė", "z": "Zita Zitaitė-Ąžuolė, Žemyna", "sar zita": "", "%": everybody, "": everybody, "example": "",
		} {
			if got, _ := find(store.PeopleFilter{Query: query, State: staff.Active}, 50); strings.Join(got, ", ") != want {
				t.Errorf("%q finds %v", query, got)
			}
		}
		var all []string
		for f := (store.PeopleFilter{State: staff.Active}); ; {
			names, last := find(f, 3)
			if all = append(all, names...); len(names) == 0 {
				break
			}
			f.After = last.ID
		}
		if strings.Join(all, ", ") != everybody {
			t.Errorf("page by page: %v", all)
		}
		_, last := find(store.PeopleFilter{State: staff.Active}, 50)
		if names, _ := find(store.PeopleFilter{State: staff.Active, Before: last.ID}, 2); strings.Join(names, ", ") != "Šarūnas, Zita Zitaitė-Ąžuolė" {
			t.Errorf("before the last: %v", names)
		}
		c.write(func(tx *store.Tx) error {
			counts, err := tx.CountFound(c.ctx, store.PeopleFilter{Query: "s", State: staff.Left})
			if counts[staff.Active] != 2 {
				t.Errorf("counted %v", counts)
			}
			return err
		})
	})
}

const everybody = "adomas, Cezaris, Čiurlys, Ona Onaitė, Simona, Šarūnas, Zita Zitaitė-Ąžuolė, Žemyna"

func TestTakingAListTwiceChangesNothing(t *testing.T) {
	eachCompany(t, func(t *testing.T, c *company) {
		list, err := staff.ReadList([]byte("name,mail,team,roles\nRasa,rasa@example.com,Teisė,author\nJonas,jonas@example.com,TEISĖ,\nOna Onaitė,ona@example.com,,auditor\n"))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"2 0 0 [4]", "0 0 2 [4]"} {
			c.write(func(tx *store.Tx) error {
				tally, err := staff.Take(c.ctx, tx, c.admin, staff.Person{Language: "lt", Zone: "Europe/Vilnius"}, list.Rows, unsent, c.now)
				var wrong []int
				for _, w := range tally.Wrong {
					wrong = append(wrong, w.Line)
				}
				if got := fmt.Sprint(tally.Added, tally.Changed, tally.Unchanged, wrong); got != want {
					t.Errorf("%s, want %s: %v", got, want, tally)
				}
				return err
			})
		}
		c.write(func(tx *store.Tx) error {
			teams, err := tx.Teams(c.ctx)
			if len(teams) != 1 || teams[0].Members != 2 {
				t.Errorf("teams %+v", teams)
			}
			return err
		})
	})
}
