package web

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/compose"
	"rostrum/folder"
	"rostrum/network"
	"rostrum/network/simulator"
	"rostrum/outbox"
	"rostrum/outbox/rehearsal"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// press is a room whose company publishes: two accounts on a simulated network, and people who may speak and decide.
type press struct {
	*room
	network                   *rehearsal.Network
	accounts                  []account.Account
	author, approver, officer staff.Person
}

// pressRoom makes the room at a moment. Nothing goes out until run.
func pressRoom(t *testing.T, now time.Time, change ...func(*Server)) *press {
	t.Helper()
	n, err := rehearsal.Open(filepath.Join(t.TempDir(), "network"), 2, true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	connector := simulator.Connector(n.Address)
	p := &press{network: n}
	p.room = newEntrance(t, true, append(change, func(s *Server) {
		s.Networks = map[string]network.Network{connector.Profile().ID: connector}
	})...)
	p.now = now
	p.author, p.approver, p.officer = p.person("Asta Astaitė", staff.Author), p.person("Birutė Birutaitė", staff.Approver), p.person("Dalia Dalytė", staff.Security)
	identities, err := n.Identities()
	p.must(err)
	p.must(p.Store.Write(t.Context(), func(tx *store.Tx) error {
		for _, id := range identities {
			a, err := account.Connect(t.Context(), tx, p.officer, account.Wanted{Network: connector.Profile().ID, Languages: []string{"en"}, Zone: "Europe/Vilnius"}, id, p.Sealer, p.now)
			p.must(err)
			p.accounts = append(p.accounts, a)
		}
		return nil
	}))
	p.speak()
	return p
}

// speak brings into force a policy under which the author may speak and the approver decide.
func (p *press) speak() {
	p.t.Helper()
	files, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Today: p.now})
	p.must(err)
	whole, err := folder.Read(files)
	p.must(err)
	day := p.now.Format(time.DateOnly)
	trained := "{brand-guidelines: " + day + ", etiquette: " + day + ", confidentiality: " + day + ", consequences: " + day + "}"
	people := "people:\n"
	for _, who := range []staff.Person{p.author, p.approver} {
		people += "  - {name: " + who.Name + ", teams: [communications, customer-service, legal, security, hr, management], trained: " + trained + "}\n"
	}
	whole["speakers.yaml"] = []byte(strings.Replace(string(whole["speakers.yaml"]), "people: []\n", people, 1))
	from, to := p.now.AddDate(0, 0, 4).Format(time.DateOnly), p.now.AddDate(0, 0, 5).Format(time.DateOnly)
	const none = "quiet_periods: []\n"
	quiet := "quiet_periods:\n  - {id: mourning, name: {en: Mourning, lt: Gedulas}, from: " + from + ", to: " + to + "}\n"
	whole["policy.yaml"] = []byte(strings.Replace(string(whole["policy.yaml"]), none, quiet, 1))
	loaded, err := policy.Load(whole)
	p.must(err)
	p.must(p.Store.Write(p.t.Context(), func(tx *store.Tx) error {
		p.must(tx.AddContent(p.t.Context(), loaded.Digest, whole))
		return tx.AddVersion(p.t.Context(), studio.Version{ID: staff.NewID(), Number: 2, Name: "2", State: studio.Published, Digest: loaded.Digest,
			Created: p.now, Changed: p.now, Effective: p.now, Published: p.now})
	}))
}

// draft begins a post of the author's for accounts by their places.
func (p *press) draft(text string, due time.Time, to ...int) (begun compose.Post) {
	p.t.Helper()
	content := post.Content{Text: text, Lang: "en"}
	for _, i := range to {
		content.Accounts = append(content.Accounts, p.accounts[i].ID)
	}
	at := p.now
	if !due.IsZero() && due.Before(at) {
		at = due.Add(-time.Hour)
	}
	p.must(p.Store.Write(p.t.Context(), func(tx *store.Tx) (err error) {
		begun, err = compose.Begin(p.t.Context(), tx, p.author, content, due, "Europe/Vilnius", at)
		return err
	}))
	return begun
}

// approved has a post approved and gives its publications.
func (p *press) approved(text string, due time.Time, to ...int) (all []publish.Publication) {
	p.t.Helper()
	begun := p.draft(text, due, to...)
	p.must(p.Store.Write(p.t.Context(), func(tx *store.Tx) (err error) {
		all, err = p.decided(tx, begun)
		return err
	}))
	return all
}

// decided has a draft approved and gives its publications.
func (p *press) decided(tx *store.Tx, draft compose.Post) ([]publish.Publication, error) {
	ctx := p.t.Context()
	edition, err := p.Edition(ctx, tx, p.now)
	p.must(err)
	q, err := publish.Submit(ctx, tx, p.author, draft.ID, draft.Version, edition, nil, p.now)
	p.must(err)
	if q.State == approval.Open {
		_, err = publish.Vote(ctx, tx, p.approver, q.ID, approval.Yes, "Fine", p.now)
		p.must(err)
	}
	return tx.PublicationsOf(ctx, draft.ID)
}

// run works the outbox until the test ends.
func (p *press) run() {
	now := p.now
	p.Outbox = &outbox.Runner{Store: p.Store, Sealer: p.Sealer, Networks: p.Networks, Edition: p.Edition, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler)}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- p.Outbox.Run(ctx) }()
	p.t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			p.t.Error(err)
		}
	})
}

// becomes waits until a publication is in a state.
func (p *press) becomes(id string, state publish.State) (out publish.Publication) {
	p.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if out = p.publicationNow(id); out.State == state {
			return out
		}
	}
	p.t.Fatalf("it is %s (%s %q), want %s", out.State, out.Hold, out.Said, state)
	return out
}

func (p *press) publicationNow(id string) (out publish.Publication) {
	p.t.Helper()
	p.must(p.Store.Read(p.t.Context(), func(tx *store.Tx) (err error) {
		out, err = tx.Publication(p.t.Context(), id)
		return err
	}))
	return out
}

func slot(day time.Weekday, minute int) account.Slot { return account.Slot{Day: day, Minute: minute} }
