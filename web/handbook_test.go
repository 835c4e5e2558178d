package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/browsertest"
	"rostrum/folder"
	"rostrum/handbook/pdf"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/training"
)

func TestHandbookIsReadInBothLanguages(t *testing.T) {
	r := newRoom(t)
	b := r.browser(r.person("Jonas Jonaitis", staff.Employee))
	for _, c := range []struct {
		path string
		want []string
	}{
		{"/handbook", []string{"Social media policy", "Confidential stays with us", `href="/handbook/plans/speakers"`, "Who may speak", `href="/handbook/pdf"`}},
		{"/handbook/confidential", []string{"5.1 ", "Not fine", "Late night in the lab", "What happens otherwise", "Directive (EU) 2016/943",
			`href="/handbook/plans/speakers#team-legal"`, `rel="next"`, `href="?in=lt"`}},
		{"/handbook/confidential?in=lt", []string{"Netinka", "Projekto Ąžuolo", `lang="lt"`, `?in=lt">`, "This text is in Lithuanian."}},
		{"/handbook/plans/conflict", []string{"Conflict plan", "Crisis"}},
		{"/handbook?q=two+factors", []string{"Found in"}},
		{"/handbook?q=slapta%C5%BEod%C5%BEiai&in=lt", []string{"Found in"}},
		{"/handbook?q=zzzz", []string{"Nothing found for “zzzz”"}},
		{"/handbook/site/en/all.html", []string{"The whole policy", "assets/handbook.css"}},
	} {
		status, page := b.get(c.path)
		for _, want := range c.want {
			if status != 200 || !strings.Contains(page, want) {
				t.Errorf("%s: status %d, no %q", c.path, status, want)
			}
		}
	}
	for _, missing := range []string{"/handbook/nothing", "/handbook/plans/nothing", "/handbook/site/../policy.yaml", "/versions/9/handbook", "/versions/x/handbook"} {
		if status, _ := b.get(missing); status != 404 {
			t.Errorf("%s: status %d", missing, status)
		}
	}
}

func TestPastVersionSaysThatItIsPast(t *testing.T) {
	r := newRoom(t)
	r.changeClause("confidential", "from January on")
	b := r.browser(r.person("Jonas Jonaitis", staff.Employee))
	if _, page := b.get("/versions/1/handbook/confidential"); !strings.Contains(page, "version 1, which is not the one in force") || strings.Contains(page, "from January on") {
		t.Error("version 1 does not say that it is past")
	}
	if _, page := b.get("/versions/2/handbook/confidential"); strings.Contains(page, "not the one in force") || !strings.Contains(page, "from January on") {
		t.Error("version 2, in force, says that it is past")
	}
}

func TestClauseThatChangedSinceItWasSigned(t *testing.T) {
	r := newRoom(t)
	who := r.person("Jonas Jonaitis", staff.Employee)
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		ready, err := r.InForce(t.Context(), tx, r.now)
		r.must(err)
		var signed []training.Signature
		for _, id := range []string{"confidential", "respect"} {
			c := ready.Policy.Clause(id)
			signed = append(signed, training.Signature{Person: who.ID, Clause: id, Digest: training.Digest(c), Version: 1, Policy: ready.Policy.Digest, Language: "en", At: r.now})
		}
		_, err = tx.AddSignatures(t.Context(), signed)
		return err
	}))
	r.changeClause("confidential", "from January on")
	b := r.browser(who)
	if _, page := b.get("/handbook/confidential"); !strings.Contains(page, "changed since you signed it") {
		t.Error("a changed clause does not say so")
	}
	if _, page := b.get("/handbook/respect"); strings.Contains(page, "changed since you signed it") {
		t.Error("an unchanged clause says that it changed")
	}
	if _, page := b.get("/handbook"); strings.Count(page, "Changed</span>") != 1 {
		t.Error("the list does not mark exactly the changed clause")
	}
}

// changeClause publishes another version, in which a clause says something more.
func (r *room) changeClause(id, more string) {
	r.t.Helper()
	ctx := r.t.Context()
	r.now = r.now.Add(time.Hour)
	r.must(r.Store.Write(ctx, func(tx *store.Tx) error {
		ready, err := r.InForce(ctx, tx, r.now)
		r.must(err)
		files := folder.Files{}
		for name, content := range ready.Files {
			files[name] = content
		}
		files["clauses/"+id+"/en.md"] = append(append([]byte{}, files["clauses/"+id+"/en.md"]...), "\n"+more+"\n"...)
		loaded, err := policy.Load(files)
		r.must(err)
		r.must(tx.AddContent(ctx, loaded.Digest, files))
		return tx.AddVersion(ctx, studio.Version{ID: staff.NewID(), Number: 2, Name: "2", State: studio.Published, Digest: loaded.Digest,
			Created: r.now, Changed: r.now, Effective: r.now, Published: r.now})
	}))
}

func TestPublicPolicyOnlyWhereSwitchedOn(t *testing.T) {
	r := newRoom(t)
	nobody := r.browser(staff.Person{})
	for _, path := range []string{"/policy", "/policy/confidential"} {
		if status, _ := nobody.get(path); status != 404 {
			t.Errorf("%s, not switched on: status %d", path, status)
		}
	}
	employee := r.browser(r.person("Jonas Jonaitis", staff.Employee))
	if status, _ := employee.post("/settings/handbook", url.Values{"open": {"yes"}}); status != 403 {
		t.Errorf("an employee opened the policy: status %d", status)
	}
	boss := r.browser(r.person("Rasa Rasaitė", staff.Employee, staff.Administrator))
	if status, page := boss.post("/settings/handbook", url.Values{"open": {"yes"}}); status != 200 || !strings.Contains(page, "/policy") {
		t.Fatalf("status %d", status)
	}
	status, page := nobody.get("/policy/confidential")
	if status != 200 || !strings.Contains(page, "Confidential stays with us") {
		t.Fatalf("switched on: status %d", status)
	}
	_, list := nobody.get("/policy")
	for _, private := range []string{"Questions?", "team-legal", "/plans/", "runbooks", "Approved by", "/handbook/"} {
		if strings.Contains(page+list, private) {
			t.Errorf("the public policy tells %q", private)
		}
	}
	if status, _ := nobody.get("/policy/plans/speakers"); status != 404 {
		t.Errorf("plans are public: status %d", status)
	}
	boss.post("/settings/handbook", url.Values{"open": {"no"}})
	if status, _ := nobody.get("/policy"); status != 404 {
		t.Errorf("switched off again: status %d", status)
	}
}

func TestHandbookAsPDF(t *testing.T) {
	if _, err := pdf.Find(); err != nil {
		browsertest.Lacking(t, "Chromium is not installed")
	}
	r := newRoom(t)
	b := r.browser(r.person("Jonas Jonaitis", staff.Employee))
	for range 2 { // the second comes from the shelf
		if status, made := b.get("/handbook/pdf"); status != 200 || !strings.HasPrefix(made, "%PDF-") {
			t.Errorf("status %d, %.60q", status, made)
		}
	}
}
