package demo_test

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rostrum/approval"
	"rostrum/check"
	"rostrum/compose"
	"rostrum/demo"
	"rostrum/ledger"
	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/publish"
	"rostrum/store"
	"rostrum/store/storetest"
)

// TestPostsLookLikeLife plays the demo on days of different kinds and looks at what guests come for: a draft with findings,
// a vote that waits, a calendar with something in it, and posts that stand on the simulated network.
func TestPostsLookLikeLife(t *testing.T) {
	for name, now := range map[string]time.Time{
		"a morning":             time.Date(2026, 11, 23, 7, 30, 0, 0, time.UTC),
		"the night of a Sunday": time.Date(2027, 4, 18, 22, 40, 0, 0, time.UTC),
	} {
		t.Run(name, func(t *testing.T) {
			signer, _, err := ledger.NewKey(rand.Reader, "rostrum-ledger")
			if err != nil {
				t.Fatal(err)
			}
			g := ground(t, storetest.SQLite(t), signer)
			if err := demo.Fill(t.Context(), g, now); err != nil {
				t.Fatal(err)
			}
			err = g.Store.Read(t.Context(), func(tx *store.Tx) error {
				draftWithFindings(t, tx, now)
				voteWaits(t, tx)
				calendar(t, tx, now)
				onTheNetwork(t, tx, g)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}

func draftWithFindings(t *testing.T, tx *store.Tx, now time.Time) {
	t.Helper()
	who, err := tx.PersonByMail(t.Context(), "simona.vaitkute@banga.example")
	if err != nil {
		t.Fatal(err)
	}
	drafts, err := tx.Posts(t.Context(), store.PostFilter{Writer: who.ID, States: []compose.State{compose.Draft}}, 10)
	if err != nil || len(drafts) != 2 {
		t.Fatalf("Simona has %d drafts, %v", len(drafts), err)
	}
	e, accounts := edition(t, tx, now), must(tx.BrandAccounts(t.Context()))
	found := false
	for _, p := range drafts {
		speaks, err := approval.Speaks(t.Context(), tx, e.Policy, who, now)
		if err != nil {
			t.Fatal(err)
		}
		found = found || approval.Judge(e, p.Content, accounts, speaks, who.Name, now).Verdict >= rule.Review
	}
	if !found {
		t.Error("the policy has nothing to say of Simona's drafts")
	}
}

func edition(t *testing.T, tx *store.Tx, now time.Time) approval.Edition {
	t.Helper()
	files := must(tx.Content(t.Context(), must(tx.VersionAt(t.Context(), now)).Digest))
	p := must(policy.Load(files))
	return approval.Edition{Policy: p, Checker: must(check.Compile(p))}
}

func voteWaits(t *testing.T, tx *store.Tx) {
	t.Helper()
	who := must(tx.PersonByMail(t.Context(), "tomas.bieliauskas@banga.example"))
	waiting := must(tx.RequestsAsking(t.Context(), []string{who.ID}, "", 10))
	if len(waiting) != 1 || waiting[0].Verdict != rule.Review || waiting[0].Waiting()[0] != who.ID {
		t.Errorf("%d posts wait for Tomas: %+v", len(waiting), waiting)
	}
}

func calendar(t *testing.T, tx *store.Tx, now time.Time) {
	t.Helper()
	count := func(from, to time.Time, states ...publish.State) int {
		return len(must(tx.Publications(t.Context(), store.PublicationFilter{States: states, From: from, To: to}, 500)))
	}
	if n := count(now, now.AddDate(0, 0, 7), publish.Scheduled); n < 5 {
		t.Errorf("%d posts go out this week", n)
	}
	if n := count(time.Time{}, now, publish.Held); n != 1 {
		t.Errorf("%d posts wait for somebody's word", n)
	}
	if n := count(time.Time{}, now, publish.Scheduled, publish.Sending, publish.Unsure, publish.Failed); n != 0 {
		t.Errorf("%d posts should have gone out", n)
	}
	if lately, before := count(now.AddDate(0, 0, -56), now, publish.Sent), count(time.Time{}, now.AddDate(0, 0, -56), publish.Sent); lately < 35 || before < 35 {
		t.Errorf("%d posts went out in eight weeks and %d before", lately, before)
	}
}

// onTheNetwork opens every post where its receipts lead.
func onTheNetwork(t *testing.T, tx *store.Tx, g demo.Ground) {
	t.Helper()
	out := must(tx.Publications(t.Context(), store.PublicationFilter{States: []publish.State{publish.Sent, publish.Deleted}}, 500))
	for _, p := range out {
		want, text := http.StatusOK, must(tx.Revision(t.Context(), p.Post, p.Revision)).Content.TextFor(p.Account)
		if p.State == publish.Deleted {
			want = http.StatusNotFound
		}
		for _, r := range p.Receipts {
			shown := httptest.NewRecorder()
			g.Simulator.ServeHTTP(shown, httptest.NewRequestWithContext(context.Background(), http.MethodGet, r.URL, nil))
			if shown.Code != want {
				t.Errorf("%s %s: %d, %q", p.State, r.URL, shown.Code, text)
			}
			if day := p.Sent.Format("2 January 2006, 15:04"); want == http.StatusOK && !strings.Contains(shown.Body.String(), day) {
				t.Errorf("%s does not bear its time, %s", r.URL, day)
			}
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
