package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/training"
)

// signing is a company whose people sign a policy of a few clauses.
type signing struct {
	t       *testing.T
	s       *store.Store
	edition training.Edition
	teams   []string
	people  []staff.Person
	now     time.Time
}

func newSigning(t *testing.T, s *store.Store, clauses, teams, people int) *signing {
	t.Helper()
	g := &signing{t: t, s: s, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	g.edition.Policy = &policy.Policy{}
	for i := range clauses {
		g.edition.Policy.Clauses = append(g.edition.Policy.Clauses, &policy.Clause{ID: fmt.Sprintf("c%02d", i), Text: policy.Text{EN: fmt.Sprint("Clause ", i)}})
	}
	g.edition.Version = studio.Version{ID: staff.NewID(), Number: 1, State: studio.Published, Digest: "sha256:one", Effective: g.now}
	g.write(func(ctx context.Context, tx *store.Tx) error {
		if err := tx.AddVersion(ctx, g.edition.Version); err != nil {
			return err
		}
		for i := range teams {
			team := staff.Team{ID: staff.NewID(), Name: fmt.Sprint("Team ", i)}
			g.teams = append(g.teams, team.ID)
			if err := tx.AddTeam(ctx, team, team.Name); err != nil {
				return err
			}
		}
		for i := range people {
			p := staff.Person{ID: staff.NewID(), Name: fmt.Sprintf("Person %05d", i), Mail: fmt.Sprintf("p%d@example.com", i), Team: g.teams[i%teams],
				Roles: []staff.Role{}, Language: "lt", Zone: "Europe/Vilnius", State: staff.Active, Version: 1}
			g.people = append(g.people, p)
			if err := tx.AddPerson(ctx, p); err != nil {
				return err
			}
		}
		return nil
	})
	return g
}

func (g *signing) write(f func(context.Context, *store.Tx) error) {
	g.t.Helper()
	if err := g.s.Write(g.t.Context(), func(tx *store.Tx) error { return f(g.t.Context(), tx) }); err != nil {
		g.t.Fatal(err)
	}
}

func (g *signing) sign(p staff.Person, clauses ...int) error {
	var read []training.Read
	for _, i := range clauses {
		c := g.edition.Policy.Clauses[i]
		read = append(read, training.Read{Clause: c.ID, Digest: training.Digest(c)})
	}
	ctx := g.t.Context()
	return g.s.Write(ctx, func(tx *store.Tx) error { return training.Sign(ctx, tx, p, g.edition, read, "lt", g.now) })
}

// counted compares the picture of the company with what each person has signed, counted one by one.
func (g *signing) counted() {
	g.t.Helper()
	ctx := g.t.Context()
	err := g.s.Read(ctx, func(tx *store.Tx) error {
		standings, err := tx.Standings(ctx)
		if err != nil {
			return err
		}
		got := training.Measure(g.edition.Policy, standings)
		want := map[string]map[string]training.Share{}
		for _, p := range g.people {
			now, err := tx.Person(ctx, p.ID)
			if err != nil {
				return err
			}
			signed, err := tx.SignedDigests(ctx, p.ID)
			if err != nil {
				return err
			}
			if now.State != staff.Active {
				continue
			}
			if want[now.Team] == nil {
				want[now.Team] = map[string]training.Share{}
			}
			for _, c := range g.edition.Policy.Clauses {
				share := want[now.Team][c.ID]
				share.People++
				if signed[c.ID] == training.Digest(c) {
					share.Signed++
				}
				want[now.Team][c.ID] = share
			}
		}
		if fmt.Sprint(got.Cells) != fmt.Sprint(want) {
			g.t.Errorf("the picture is %v, but counted one by one %v", got.Cells, want)
		}
		return nil
	})
	if err != nil {
		g.t.Fatal(err)
	}
}

// TestPictureHoldsWhateverPeopleDo lets people sign, move, leave and come back, and the policy change, in any order.
func TestPictureHoldsWhateverPeopleDo(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		g := newSigning(t, s, 4, 3, 12)
		dice := rand.New(rand.NewPCG(1, 2))
		for step := range 120 {
			p := g.people[dice.IntN(len(g.people))]
			switch dice.IntN(6) {
			case 0:
				g.write(func(ctx context.Context, tx *store.Tx) error {
					now, err := tx.Person(ctx, p.ID)
					if err != nil {
						return err
					}
					now.Team = g.teams[dice.IntN(3)]
					return tx.ChangePerson(ctx, now)
				})
			case 1:
				g.write(func(ctx context.Context, tx *store.Tx) error {
					now, err := tx.Person(ctx, p.ID)
					if err != nil {
						return err
					}
					now.State = map[staff.State]staff.State{staff.Active: staff.Left, staff.Left: staff.Active}[now.State]
					return tx.ChangePerson(ctx, now)
				})
			case 2:
				c := *g.edition.Policy.Clauses[dice.IntN(4)]
				c.Text.EN = fmt.Sprint("Text ", dice.IntN(3))
				for i, old := range g.edition.Policy.Clauses {
					if old.ID == c.ID {
						g.edition.Policy.Clauses[i] = &c
					}
				}
			default:
				if err := g.sign(p, dice.IntN(4), dice.IntN(4)); err != nil {
					t.Fatal(err)
				}
			}
			if step%20 == 19 {
				g.counted()
			}
		}
	})
}

// TestManySignAtOnce has everybody sign everything at the same moment, each button pressed twice: nothing is lost, and
// nothing is on the ledger twice.
func TestManySignAtOnce(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		g := newSigning(t, s, 3, 4, 40)
		var all sync.WaitGroup
		for _, p := range g.people {
			for clause := range 3 {
				for range 2 {
					all.Go(func() {
						if err := g.sign(p, clause); err != nil {
							t.Error(err)
						}
					})
				}
			}
		}
		all.Wait()
		g.counted()
		ctx := t.Context()
		err := s.Read(ctx, func(tx *store.Tx) error {
			entries, err := tx.LedgerEntries(ctx, store.LedgerFilter{Kind: "clause.signed"}, 1<<40, 1000)
			if err != nil {
				return err
			}
			once := map[string]int{}
			for _, sealed := range entries {
				e, _, _, err := ledger.Open(sealed.Leaf, sealed.Private)
				if err != nil {
					return err
				}
				once[e.Actor+e.Subject]++
			}
			if len(once) != 120 || len(entries) != 120 {
				t.Errorf("%d entries about %d signatures, want 120", len(entries), len(once))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestOnlyWhatIsInForceIsSigned(t *testing.T) {
	g := newSigning(t, SQLite(t), 2, 1, 1)
	ctx := t.Context()
	sign := func(p staff.Person, e training.Edition, at time.Time, read ...training.Read) error {
		return g.s.Write(ctx, func(tx *store.Tx) error { return training.Sign(ctx, tx, p, e, read, "lt", at) })
	}
	good := training.Read{Clause: "c00", Digest: training.Digest(g.edition.Policy.Clauses[0])}
	left := g.people[0]
	left.State = staff.Left
	later := g.edition
	later.Version.Digest = "sha256:two"
	for name, c := range map[string]struct {
		err  error
		code fault.Code
	}{
		"somebody who left":     {sign(left, g.edition, g.now, good), fault.SignIn},
		"a clause that changed": {sign(g.people[0], g.edition, g.now, good, training.Read{Clause: "c01", Digest: good.Digest}), fault.Conflict},
		"a clause that is gone": {sign(g.people[0], g.edition, g.now, training.Read{Clause: "c09", Digest: good.Digest}), fault.Conflict},
		"another version":       {sign(g.people[0], later, g.now, good), fault.Conflict},
		"before it is in force": {sign(g.people[0], g.edition, g.now.Add(-time.Hour), good), fault.NotFound},
		"nothing":               {sign(g.people[0], g.edition, g.now), fault.Invalid},
	} {
		if !fault.Is(c.err, c.code) {
			t.Errorf("%s: %v, want a fault %s", name, c.err, c.code)
		}
	}
	g.counted()
}

// course is a course with as many questions as an attempt has, whose right answers are all "fine".
func (g *signing) course() (training.Course, []training.Question) {
	c := training.Course{ID: "etiquette", Months: 12, Clauses: []string{"c00"}}
	var pool []training.Question
	for i := range training.Length {
		pool = append(pool, training.Question{ID: fmt.Sprint("c00/", i), Clause: g.edition.Policy.Clauses[0], Right: training.Fine})
	}
	return c, pool
}

func (g *signing) attempt(at time.Time, wrong int) (last training.Attempt, err error) {
	c, pool := g.course()
	who, ctx := g.people[0], g.t.Context()
	err = g.s.Write(ctx, func(tx *store.Tx) error {
		_, err := training.Begin(ctx, tx, who, g.edition, c, pool, at)
		return err
	})
	for i := range training.Length {
		if err != nil {
			return last, err
		}
		given := training.Fine
		if i < wrong {
			given = training.NotFine
		}
		err = g.s.Write(ctx, func(tx *store.Tx) error {
			last, err = training.Answer(ctx, tx, who, g.edition, c, pool, i, given, at)
			return err
		})
	}
	return last, err
}

func (g *signing) certificates() (all []training.Certificate) {
	g.t.Helper()
	g.write(func(ctx context.Context, tx *store.Tx) (err error) {
		all, err = tx.Certificates(ctx, g.people[0].ID)
		return err
	})
	return all
}

func TestQuizAndCertificate(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		g := newSigning(t, s, 1, 1, 2)
		ctx := t.Context()
		if _, err := g.attempt(g.now, 0); !fault.Is(err, fault.Conflict) {
			t.Errorf("a quiz before its clauses are signed: %v", err)
		}
		if err := g.sign(g.people[0], 0); err != nil {
			t.Fatal(err)
		}
		for n := range training.Tries {
			a, err := g.attempt(g.now, 2) // 6 of 8 are 75 %
			if err != nil || a.Passed() || a.Number != n+1 {
				t.Fatalf("try %d: %+v, %v", n, a, err)
			}
		}
		if _, err := g.attempt(g.now.Add(training.Pause-time.Second), 0); !fault.Is(err, fault.TooMany) {
			t.Errorf("no pause after %d failures: %v", training.Tries, err)
		}
		if len(g.certificates()) != 0 {
			t.Error("a certificate for a failed quiz")
		}
		at := g.now.Add(training.Pause)
		if a, err := g.attempt(at, 1); err != nil || !a.Passed() {
			t.Fatalf("7 of 8: %+v, %v", a, err)
		}
		held := g.certificates()
		if len(held) != 1 || !held[0].Holds(at) || !held[0].Expires.Equal(at.AddDate(0, 12, 0)) {
			t.Fatalf("certificates %+v", held)
		}
		g.write(func(ctx context.Context, tx *store.Tx) error {
			sealed, err := tx.LedgerEntry(ctx, held[0].Entry)
			if err != nil {
				return err
			}
			e, _, _, err := ledger.Open(sealed.Leaf, sealed.Private)
			if e.Kind != "speaker.granted" || e.Data["certificate"] != held[0].ID {
				t.Errorf("the certificate's entry is %+v", e)
			}
			return err
		})
		withdraw := func(who staff.Person, reason string) error {
			return s.Write(ctx, func(tx *store.Tx) error { return training.Withdraw(ctx, tx, who, held[0].ID, reason, at) })
		}
		owner := g.people[1]
		owner.Roles = []staff.Role{staff.PolicyOwner}
		if err := withdraw(g.people[0], "because"); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an employee withdraws: %v", err)
		}
		if err := withdraw(owner, " "); !fault.Is(err, fault.Invalid) {
			t.Errorf("without a reason: %v", err)
		}
		if err := withdraw(owner, "Wrong person"); err != nil {
			t.Error(err)
		}
		if err := withdraw(owner, "Again"); !fault.Is(err, fault.Conflict) {
			t.Errorf("twice: %v", err)
		}
		if held := g.certificates(); held[0].Holds(at) || held[0].Reason != "Wrong person" {
			t.Errorf("after it was withdrawn: %+v", held[0])
		}
	})
}

func TestLeaverLosesAllCertificates(t *testing.T) {
	Each(t, func(t *testing.T, s *store.Store) {
		g := newSigning(t, s, 1, 1, 2)
		g.write(func(ctx context.Context, tx *store.Tx) error {
			for i, p := range []staff.Person{g.people[0], g.people[0], g.people[1]} {
				c := training.Certificate{ID: fmt.Sprint("x", i), Person: p.ID, Course: "etiquette", Passed: g.now, Expires: g.now.AddDate(1, 0, 0)}
				if err := tx.AddCertificate(ctx, c); err != nil {
					return err
				}
			}
			n, err := tx.WithdrawGrants(ctx, g.people[0].ID)
			if n != 2 {
				t.Errorf("%d withdrawn, want 2", n)
			}
			return err
		})
		for _, c := range g.certificates() {
			if c.Holds(g.now) {
				t.Errorf("%+v still holds", c)
			}
		}
		g.write(func(ctx context.Context, tx *store.Tx) error {
			other, err := tx.Certificate(ctx, "x2")
			if !other.Holds(g.now) {
				t.Error("somebody else's certificate was withdrawn")
			}
			return err
		})
	})
}
