package demo

import (
	"context"
	"slices"
	"time"

	"rostrum/account"
	"rostrum/network/simulator"
	"rostrum/staff"
	"rostrum/store"
)

// The company's accounts, by their ids in speakers.yaml.
const (
	mainAccount    = "main"
	serviceAccount = "service"
	englishAccount = "english"
)

// opened is how many days ago the company connected its accounts.
const opened = 380

// brand is an account as the company has it at first.
type brand struct {
	id, purpose, owner string
	languages          []string
	rule               account.Rule
	approvers          []string
	slots              string // of each working day
	simulated          simulator.Account
}

func brands() []brand {
	return []brand{
		{mainAccount, "Pagrindinė paskyra lietuviškai: prekės, parduotuvės, patarimai namams.", owner, []string{"lt"},
			account.Always, []string{"Dalia Norkūnienė"}, "12:00, 17:30",
			simulator.Account{Name: "banga", Shown: "Banga", About: "Namų prekės penkiuose miestuose ir internete. / Things for the home."}},
		{serviceAccount, "Klausimai apie užsakymus, pristatymą ir grąžinimą.", "James Whitfield", []string{"lt", "en"},
			account.Findings, nil, "9:30",
			simulator.Account{Name: "banga_help", Shown: "Banga: pagalba", About: "Klientų aptarnavimas darbo dienomis 8–20 val., šeštadieniais 9–15 val. / Customer service."}},
		{englishAccount, "The main account in English, for customers who do not read Lithuanian.", "Karolis Jankus", []string{"en"},
			account.Findings, []string{lawyer}, "12:00",
			simulator.Account{Name: "banga_en", Shown: "Banga in English", About: "Things for the home, in five Lithuanian cities and online."}},
	}
}

// Accounts are the company's accounts on the simulated network.
func Accounts() []simulator.Account {
	var all []simulator.Account
	for _, b := range brands() {
		all = append(all, b.simulated)
	}
	return all
}

// planAccounts has the accounts connected and looked after.
func (y *year) planAccounts() {
	for i, b := range brands() {
		at := y.workday(opened, "accounts").Add(time.Duration(i) * 10 * time.Minute)
		y.on(at, y.connect(b))
		y.on(at.Add(4*time.Minute), y.settle(b.id, func(a *account.Account) error { return y.decide(a, b) }))
	}
	y.on(y.workday(177, "second approver"), y.settle(mainAccount, func(a *account.Account) error {
		a.Approvers = append(a.Approvers, y.people[editor])
		return nil
	}))
	y.on(y.workday(32, "new owner"), y.settle(englishAccount, func(a *account.Account) error {
		a.Owner = y.people[editor]
		a.Approvers = append(a.Approvers, y.people[editor])
		return nil
	}))
	y.on(y.now.Add(-25*time.Minute), y.look)
}

func (y *year) connect(b brand) func(context.Context, *store.Tx, time.Time) error {
	return y.step(administrator, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		found, err := y.Simulator.Connect(b.simulated.Name)
		if err != nil {
			return err
		}
		a, err := account.Connect(ctx, tx, who, account.Wanted{Network: "simulator", Policy: b.id, Languages: b.languages, Zone: y.zone.String()}, found, y.Sealer, at)
		y.accounts[b.id] = a.ID
		return err
	})
}

// decide sets what the company decided about an account when it was new.
func (y *year) decide(a *account.Account, b brand) error {
	a.Owner, a.Purpose, a.Rule = y.people[b.owner], b.purpose, b.rule
	for _, name := range b.approvers {
		a.Approvers = append(a.Approvers, y.people[name])
	}
	for day := time.Monday; day <= time.Friday; day++ {
		slots, err := account.ReadSlots("slots", day, b.slots)
		if err != nil {
			return err
		}
		a.Slots = append(a.Slots, slots...)
	}
	return nil
}

// settle has the administrator change an account.
func (y *year) settle(id string, change func(*account.Account) error) func(context.Context, *store.Tx, time.Time) error {
	return y.step(administrator, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		a, err := tx.BrandAccount(ctx, y.accounts[id])
		if err != nil {
			return err
		}
		a.Slots, a.Approvers = slices.Clone(a.Slots), slices.Clone(a.Approvers)
		if err := change(&a); err != nil {
			return err
		}
		_, err = account.Change(ctx, tx, who, a, []string{id}, at)
		return err
	})
}

// look is the hourly look at the accounts, the last before now.
func (y *year) look(ctx context.Context, tx *store.Tx, at time.Time) error {
	for _, id := range y.accounts {
		access, err := y.access(ctx, tx, id)
		if err != nil {
			return err
		}
		found, err := y.Simulator.Past(at).Look(ctx, access)
		if err != nil {
			return err
		}
		_, version, err := tx.AccountSecret(ctx, id)
		if err != nil {
			return err
		}
		if _, _, err := account.Looked(ctx, tx, id, version, found, nil, at); err != nil {
			return err
		}
	}
	return nil
}
