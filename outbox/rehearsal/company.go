// Package rehearsal owns what tests, proofs and benchmarks of publishing have in common: a small company that is ready to
// publish, and a simulated network that counts what arrives. It refuses to be used by anything that people run.
package rehearsal

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/check"
	"rostrum/compose"
	"rostrum/folder"
	"rostrum/network"
	"rostrum/outbox"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Company is a company with an author, two approvers, a security officer and accounts.
type Company struct {
	Store                             *store.Store
	Sealer                            *signin.Sealer
	Networks                          map[string]network.Network
	Author, Approver, Second, Officer staff.Person
	Accounts                          []account.Account
	Policy                            approval.Edition // in force
}

// Found founds a company on an empty database, with an account for each identity.
func Found(ctx context.Context, s *store.Store, keyset []byte, n network.Network, identities []network.Identity, now time.Time) (*Company, error) {
	c := &Company{Store: s, Networks: map[string]network.Network{n.Profile().ID: n}}
	if err := c.prepare(keyset, n); err != nil {
		return nil, err
	}
	return c, s.Write(ctx, func(tx *store.Tx) error {
		c.Accounts = nil
		_, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt", "en"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: "Ona Onaitė", Mail: "ona@example.com"}, now)
		if err != nil {
			return err
		}
		for i, p := range c.people() {
			*p = staff.Person{ID: staff.NewID(), Name: fmt.Sprintf("%s Person", []string{"Asta", "Birutė", "Cyrus", "Dalia"}[i]), Mail: fmt.Sprintf("p%d@example.com", i),
				Language: "en", Zone: "Europe/Vilnius", State: staff.Active, Version: 1, Invited: now, Joined: now,
				Roles: [][]staff.Role{{staff.Author}, {staff.Approver}, {staff.Author, staff.Approver}, {staff.Security}}[i]}
			if err := tx.AddPerson(ctx, *p); err != nil {
				return err
			}
		}
		connector := c.Officer
		for _, id := range identities {
			a, err := account.Connect(ctx, tx, connector, account.Wanted{Network: n.Profile().ID, Languages: []string{"en"}, Zone: "Europe/Vilnius"}, id, c.Sealer, now)
			if err != nil {
				return err
			}
			c.Accounts = append(c.Accounts, a)
		}
		return nil
	})
}

// Join gives the company of a database that Found has filled.
func Join(ctx context.Context, s *store.Store, keyset []byte, n network.Network) (*Company, error) {
	c := &Company{Store: s, Networks: map[string]network.Network{n.Profile().ID: n}}
	if err := c.prepare(keyset, n); err != nil {
		return nil, err
	}
	return c, s.Read(ctx, func(tx *store.Tx) (err error) {
		if c.Accounts, err = tx.BrandAccounts(ctx); err != nil {
			return err
		}
		for i, p := range c.people() {
			if *p, err = tx.PersonByMail(ctx, fmt.Sprintf("p%d@example.com", i)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *Company) people() []*staff.Person {
	return []*staff.Person{&c.Author, &c.Approver, &c.Second, &c.Officer}
}

func (c *Company) prepare(keyset []byte, n network.Network) (err error) {
	if c.Sealer, err = signin.NewSealer(keyset); err != nil {
		return err
	}
	c.Policy, err = Edition(n, func(folder.Files) {})
	return err
}

// speakers lets the author and the approvers speak.
const speakers = `people:
  - {name: Asta Person, teams: [communications], trained: &t}
  - {name: Birutė Person, teams: [communications, customer-service, legal, security, hr, management], trained: &t}
  - {name: Cyrus Person, teams: [communications, customer-service, legal, security, hr, management], trained: &t}
`

// Edition gives the starter's policy, changed, for a network.
func Edition(n network.Network, change func(folder.Files)) (approval.Edition, error) {
	files, err := starter.Files(starter.Options{Company: "Banga"})
	if err != nil {
		return approval.Edition{}, err
	}
	whole, err := folder.Read(files)
	if err != nil {
		return approval.Edition{}, err
	}
	day := time.Now().Format(time.DateOnly)
	trained := "{brand-guidelines: " + day + ", etiquette: " + day + ", confidentiality: " + day + ", consequences: " + day + "}"
	whole["speakers.yaml"] = []byte(strings.Replace(string(whole["speakers.yaml"]), "people: []\n", strings.ReplaceAll(speakers, "&t", trained), 1))
	change(whole)
	p, err := policy.Load(whole)
	if err != nil {
		return approval.Edition{}, err
	}
	checker, err := check.Compile(p)
	return approval.Edition{Digest: p.Digest, Policy: p, Checker: checker, Networks: map[string]network.Profile{n.Profile().ID: n.Profile()}}, err
}

// Runner makes a worker of the company's outbox.
func (c *Company) Runner(now func() time.Time) *outbox.Runner {
	return &outbox.Runner{Store: c.Store, Sealer: c.Sealer, Networks: c.Networks, Now: now, Log: slog.New(slog.DiscardHandler),
		Edition: func(context.Context, *store.Tx, time.Time) (approval.Edition, error) { return c.Policy, nil }}
}

// Write begins a post as somebody.
func (c *Company) Write(ctx context.Context, tx *store.Tx, who staff.Person, text string, due, now time.Time, accounts ...account.Account) (compose.Post, error) {
	content := post.Content{Text: text, Lang: "en"}
	for _, a := range accounts {
		content.Accounts = append(content.Accounts, a.ID)
	}
	return compose.Begin(ctx, tx, who, content, due, "Europe/Vilnius", now)
}

// Approve writes a post and has it approved by the approver.
func (c *Company) Approve(ctx context.Context, tx *store.Tx, text string, due, now time.Time, accounts ...account.Account) (approval.Request, error) {
	p, err := c.Write(ctx, tx, c.Author, text, due, now, accounts...)
	if err != nil {
		return approval.Request{}, err
	}
	return c.Decide(ctx, tx, p, now)
}

// Decide submits a draft and has it approved by the approver.
func (c *Company) Decide(ctx context.Context, tx *store.Tx, p compose.Post, now time.Time) (approval.Request, error) {
	q, err := publish.Submit(ctx, tx, c.Author, p.ID, p.Version, c.Policy, nil, now)
	if err != nil || q.State != approval.Open {
		return q, err
	}
	return publish.Vote(ctx, tx, c.Approver, q.ID, approval.Yes, "", now)
}
