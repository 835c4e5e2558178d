package web

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"rostrum/account"
	accountwatch "rostrum/account/watch"
	"rostrum/network"
	"rostrum/staff"
	"rostrum/store"
)

// brandAccountsPage lists the company's accounts on networks.
type brandAccountsPage struct {
	Page
	Accounts   []brandLine
	MayConnect bool
	Networks   bool // this server knows at least one
}

// brandLine is an account with the words for what it holds ids of.
type brandLine struct {
	account.Account
	NetworkName string
	OwnerName   string
}

// Host is the account's server as people know it.
func (b brandLine) Host() string { return strings.TrimPrefix(b.Server, "https://") }

func (s *Server) brandAccounts(v *visit) error {
	page := &brandAccountsPage{Page: s.page(v, "accounts.title"), MayConnect: staff.May(v.who, staff.ConnectAccount) == nil, Networks: len(s.Networks) > 0}
	page.Lead = s.words.T(v.lang, "accounts.lead")
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		all, err := tx.BrandAccounts(v.ctx)
		if err == nil {
			page.Accounts, err = s.brandLines(v, tx, all)
		}
		return err
	})
	if err != nil {
		return err
	}
	if page.MayConnect && page.Networks && len(page.Accounts) > 0 {
		page.Action = &Link{Icon: "plus", Label: s.words.T(v.lang, "accounts.connect"), Href: "/accounts/connect"}
	}
	s.render.Render(v.w, v.r, http.StatusOK, "accounts/list", page)
	return nil
}

func (s *Server) brandLines(v *visit, tx *store.Tx, all []account.Account) ([]brandLine, error) {
	owners := make([]string, len(all))
	for i, a := range all {
		owners[i] = a.Owner
	}
	names, err := tx.NamesOf(v.ctx, owners)
	lines := make([]brandLine, len(all))
	for i, a := range all {
		lines[i] = brandLine{a, s.networkName(a.Network), names[a.Owner]}
	}
	return lines, err
}

// profiles gives the networks that accounts can be connected on, in the order of their ids.
func (s *Server) profiles() []network.Profile {
	var all []network.Profile
	for _, id := range slices.Sorted(maps.Keys(s.Networks)) {
		all = append(all, s.Networks[id].Profile())
	}
	return all
}

// networkName is what a network calls itself. One that this server does not know any more keeps its id.
func (s *Server) networkName(id string) string {
	if n := s.Networks[id]; n != nil {
		return n.Profile().Name
	}
	return id
}

// watch looks after the accounts' secrets.
func (s *Server) watch() accountwatch.Watch {
	return accountwatch.Watch{Store: s.Store, Sealer: s.Sealer, Networks: s.Networks, Now: s.Now}
}

// brandTodos are the accounts that somebody must see to, for their owners and for whoever may connect.
func (s *Server) brandTodos(v *visit, tx *store.Tx) ([]Todo, error) {
	if staff.May(v.who, staff.SeeAccounts) != nil {
		return nil, nil
	}
	all, err := tx.BrandAccounts(v.ctx)
	var todos []Todo
	for _, a := range all {
		if a.Owner != v.who.ID && staff.May(v.who, staff.ConnectAccount) != nil {
			continue
		}
		todo := Todo{Icon: "at", Href: "/accounts/" + a.ID}
		switch {
		case a.Lost():
			todo.Text = s.words.T(v.lang, "accounts.todo_lost", "handle", a.Handle)
		case a.State == account.Ailing && a.Warned > 0:
			todo.Text, todo.Due = s.words.T(v.lang, "accounts.todo_ends", "handle", a.Handle), a.Ends
		case a.State == account.Ailing:
			todo.Text = s.words.T(v.lang, "accounts.todo_away", "handle", a.Handle)
		default:
			continue
		}
		todos = append(todos, todo)
	}
	return todos, err
}

// plainHandle is a handle without what people write or leave out as they like.
func plainHandle(handle string) string { return strings.ToLower(strings.TrimPrefix(handle, "@")) }
