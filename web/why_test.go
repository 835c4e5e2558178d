package web

import (
	"strings"
	"testing"
	"time"

	"rostrum/policy/rule"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// TestWhyChecksAgainAsOfThen: who since then lost a training, got another name or left is still the author of then when a
// decision is checked again; and a course that was passed only later does not make an earlier decision look better.
func TestWhyChecksAgainAsOfThen(t *testing.T) {
	p := pressRoom(t, monday9)
	boss := p.person("Vida Vidaitė", staff.Administrator, staff.PolicyOwner)
	owned := training.Certificate{ID: staff.NewID(), Person: p.author.ID, Course: "etiquette", Passed: p.now.Add(-time.Hour), Expires: p.now.AddDate(1, 0, 0)}
	newcomer := p.person("Nerijus Nerijaitis", staff.Author)
	change := func(change func(tx *store.Tx) error) {
		t.Helper()
		p.must(p.Store.Write(t.Context(), change))
	}
	change(func(tx *store.Tx) error { return tx.AddCertificate(t.Context(), owned) })
	allowed := p.approved("Our shop opens at nine", monday9.Add(time.Hour), 0)[0]
	unproven := p.draft("Our shop opens at ten", monday9.Add(2*time.Hour), 0)
	var asked string
	change(func(tx *store.Tx) error {
		edition, err := p.Edition(t.Context(), tx, p.now)
		p.must(err)
		q, err := publish.Submit(t.Context(), tx, newcomer, unproven.ID, unproven.Version, edition, nil, p.now)
		if asked = q.ID; q.Verdict < rule.Review {
			t.Errorf("the newcomer may speak: %s", q.Verdict)
		}
		return err
	})
	same := func(after string) {
		t.Helper()
		for post, request := range map[string]string{allowed.Post: allowed.Request, unproven.ID: asked} {
			_, page := p.browser(p.officer).get("/posts/" + post + "/why?again=" + request)
			if !strings.Contains(page, "with the author’s team and trainings of then: the same verdict") {
				t.Errorf("after %s the check of %s, run again, differs", after, post)
			}
		}
	}
	same("nothing")
	p.now = p.now.Add(10 * time.Minute)
	change(func(tx *store.Tx) error {
		return training.Withdraw(t.Context(), tx, boss, owned.ID, "A complaint", p.now)
	})
	same("a withdrawal")
	change(func(tx *store.Tx) error {
		to, err := tx.Person(t.Context(), p.author.ID)
		p.must(err)
		to.Name = "Asta Petraitienė"
		_, err = staff.Move(t.Context(), tx, boss, to, p.now)
		return err
	})
	same("a new name")
	change(func(tx *store.Tx) error {
		to, err := tx.Person(t.Context(), newcomer.ID)
		p.must(err)
		team, err := staff.AddTeam(t.Context(), tx, boss, "Communications", p.now)
		p.must(err)
		to.Team = team.ID
		_, err = staff.Move(t.Context(), tx, boss, to, p.now)
		for _, course := range []string{"brand-guidelines", "etiquette", "confidentiality", "consequences"} {
			p.must(tx.AddCertificate(t.Context(), training.Certificate{ID: staff.NewID(), Person: newcomer.ID, Course: course, Passed: p.now, Expires: p.now.AddDate(1, 0, 0)}))
		}
		return err
	})
	same("courses passed later")
	change(func(tx *store.Tx) error {
		who, err := tx.Person(t.Context(), p.author.ID)
		p.must(err)
		_, err = staff.Leave(t.Context(), tx, boss, who.ID, who.Version, boss.ID, p.now)
		return err
	})
	same("the author left")
}
