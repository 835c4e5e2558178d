package web

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/network"
	"rostrum/staff/signin"
	"rostrum/store"
)

// openAccount is the action of package signin that wants a fresh proof: to let Rostrum speak for an account, or to end that.
const openAccount = "account.open"

// flowLasts is how long somebody may take at the network.
const flowLasts = 15 * time.Minute

// connectPatience is how long a network may take to answer while somebody waits.
const connectPatience = 25 * time.Second

// connectPage asks for the network first, then for what is needed to go there.
type connectPage struct {
	Page
	Form     Form
	Networks []network.Profile
	Network  *network.Profile // the chosen one
	Account  *account.Account // that is connected again
	Host     string           // where the browser is to go
	URL      string
}

func (s *Server) connectForm(v *visit) error {
	query := v.r.URL.Query()
	return s.showConnect(v, query.Get("network"), query.Get("account"), Form{}, http.StatusOK)
}

// showConnect shows the form for a network, or what networks there are.
func (s *Server) showConnect(v *visit, chosen, again string, form Form, status int) error {
	page, err := s.connectPage(v, chosen, again, form)
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "accounts/connect", page)
	return nil
}

func (s *Server) connectPage(v *visit, chosen, again string, form Form) (*connectPage, error) {
	page := &connectPage{Page: s.page(v, "accounts.connect_title"), Form: form, Networks: s.profiles()}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "accounts.title"), Href: "/accounts"}}
	if again != "" {
		var a account.Account
		if err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
			a, err = tx.BrandAccount(v.ctx, again)
			return err
		}); err != nil {
			return nil, err
		}
		page.Account, chosen = &a, a.Network
		page.Title = s.words.T(v.lang, "accounts.again_title", "handle", a.Handle)
		page.Crumbs = append(page.Crumbs, Link{Label: a.Handle, Href: "/accounts/" + a.ID})
	}
	if chosen == "" && len(page.Networks) == 1 {
		chosen = page.Networks[0].ID
	}
	if n := s.Networks[chosen]; n != nil {
		profile := n.Profile()
		page.Network = &profile
	} else if chosen != "" || len(page.Networks) == 0 {
		return nil, fault.New(fault.NotFound, "This server is not set up for that network.", "Šis serveris neparengtas šiam tinklui.")
	}
	return page, nil
}

// goConnect begins a connection and shows where to go on. That is a link and no redirect: whoever connects sees to
// which server before they type a password there.
func (s *Server) goConnect(v *visit) error {
	if err := signin.StepUp(openAccount, v.session.kept.Proved, v.now); err != nil {
		return err
	}
	chosen, again := v.form("network"), v.form("account")
	page, err := s.connectPage(v, chosen, again, Form{Values: v.r.PostForm})
	if err != nil {
		return s.unconnected(v, chosen, "", err)
	}
	if page.Network == nil {
		return s.unconnected(v, chosen, again, chooseNetwork())
	}
	start, server, err := s.beginFlow(v, *page.Network)
	if err != nil {
		return s.unconnected(v, chosen, again, err)
	}
	to, err := url.Parse(start.URL)
	if err != nil || to.Host == "" {
		return s.unconnected(v, chosen, again, fault.New(fault.Unavailable, "The network gave no address to go to.", "Tinklas nenurodė, kur eiti toliau."))
	}
	page.URL, page.Host = start.URL, to.Host
	if err := s.keepFlow(v, page.Network.ID, server, again, start.State); err != nil {
		return err
	}
	s.render.Render(v.w, v.r, http.StatusOK, "accounts/go", page)
	return nil
}

func chooseNetwork() error {
	return fault.New(fault.Invalid, "Choose a network first.", "Pirmiausia pasirinkite tinklą.")
}

func (s *Server) beginFlow(v *visit, p network.Profile) (network.Start, string, error) {
	server, err := typedServer(v, p)
	if err != nil {
		return network.Start{}, "", err
	}
	ctx, cancel := context.WithTimeout(v.ctx, connectPatience)
	defer cancel()
	start, err := s.Networks[p.ID].Begin(ctx, server, s.Address.JoinPath(doneConnecting).String())
	return start, server, fromNetwork(err, serverField(p))
}

// typedServer is the server that was typed, or the network's only one.
func typedServer(v *visit, p network.Profile) (string, error) {
	if !p.Servers {
		return p.Home, nil
	}
	return account.Server("server", v.form("server"))
}

// serverField is the form's field to blame where a server does not answer: none where nobody is asked for one.
func serverField(p network.Profile) string {
	if p.Servers {
		return "server"
	}
	return ""
}

func (s *Server) keepFlow(v *visit, network, server, again string, state []byte) error {
	sealed, err := s.Sealer.Seal(state, flowRow(v))
	if err != nil {
		return err
	}
	return s.Store.Write(v.ctx, func(tx *store.Tx) error {
		return tx.AddAccountFlow(v.ctx, store.AccountFlow{Person: v.who.ID, Account: again, Network: network, Server: server, Sealed: sealed,
			Expires: v.now.Add(flowLasts)})
	})
}

// flowRow is the row that the state of a connection under way is sealed for.
func flowRow(v *visit) string { return "account_flow/" + v.who.ID }

// doneConnecting is where networks send the browser back to.
const doneConnecting = "/accounts/connect/done"

// strayed tells that a network sent the browser back to this machine under another name than the one under which people use
// the server, so that their cookies stay behind: Bluesky knows programs on one's own machine as 127.0.0.1 alone, never as
// localhost, for which alone browsers make passkeys. Under the right name the visitor is signed in, and goes on.
func (s *Server) strayed(v *visit) bool {
	return v.r.Method == http.MethodGet && v.r.URL.Path == doneConnecting && s.Address.Hostname() == "localhost" &&
		loopbackName(v.r.Host) && v.r.Host != s.Address.Host
}

// connected takes the browser back from the network.
func (s *Server) connected(v *visit) error {
	var flow store.AccountFlow
	err := s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		flow, err = tx.TakeAccountFlow(v.ctx, v.who.ID, v.now)
		return err
	})
	if err != nil {
		return s.unconnected(v, "", "", err)
	}
	found, err := s.finishFlow(v, flow)
	if err != nil {
		return s.unconnected(v, flow.Network, flow.Account, err)
	}
	return s.keepConnection(v, flow.Network, flow.Account, found)
}

func (s *Server) finishFlow(v *visit, flow store.AccountFlow) (network.Identity, error) {
	n := s.Networks[flow.Network]
	if n == nil {
		return network.Identity{}, chooseNetwork()
	}
	state, err := s.Sealer.Open(flow.Sealed, flowRow(v))
	if err != nil {
		return network.Identity{}, err
	}
	ctx, cancel := context.WithTimeout(v.ctx, connectPatience)
	defer cancel()
	found, err := n.Finish(ctx, state, v.r.URL.Query())
	return found, fromNetwork(err, "")
}

// connectByPassword connects with a password made for applications.
func (s *Server) connectByPassword(v *visit) error {
	if err := signin.StepUp(openAccount, v.session.kept.Proved, v.now); err != nil {
		return err
	}
	chosen, again := v.form("network"), v.form("account")
	n := s.Networks[chosen]
	if n == nil || !n.Profile().Password {
		return s.unconnected(v, "", "", chooseNetwork())
	}
	server, err := typedServer(v, n.Profile())
	if err != nil {
		return s.unconnected(v, chosen, again, err)
	}
	handle, password := v.form("handle"), v.form("password")
	if handle == "" || password == "" || len(handle) > 300 || len(password) > 300 {
		return s.unconnected(v, chosen, again, fault.Of("handle", "Type the handle and the app password.", "Įveskite paskyros vardą ir programėlės slaptažodį."))
	}
	ctx, cancel := context.WithTimeout(v.ctx, connectPatience)
	defer cancel()
	found, err := n.SignIn(ctx, server, handle, password)
	if network.KindOf(err) == network.SignedOut && err != nil {
		err = fault.Of("password", "The network does not take this handle with this password. Make an app password in its settings, and copy it whole.",
			"Tinklas nepriima šio vardo su šiuo slaptažodžiu. Tinklo nustatymuose sukurkite programėlės slaptažodį ir nukopijuokite jį visą.")
	}
	if err = fromNetwork(err, serverField(n.Profile())); err != nil {
		return s.unconnected(v, chosen, again, err)
	}
	return s.keepConnection(v, chosen, again, found)
}

// keepConnection keeps the account and goes to its page.
func (s *Server) keepConnection(v *visit, chosen, again string, found network.Identity) error {
	var a account.Account
	err := s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		want := account.Wanted{Network: chosen, Account: again, Languages: v.company.Languages, Zone: v.company.Zone}
		if want.Policy, err = s.policyAccount(v, tx, chosen, found.Handle); err != nil {
			return err
		}
		if a, err = account.Connect(v.ctx, tx, v.who, want, found, s.Sealer, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "accounts.connected")
	})
	if err != nil {
		return s.unconnected(v, chosen, again, err)
	}
	return v.see("/accounts/" + a.ID)
}

// unconnected shows the form again, with what went wrong and all that was typed but the password.
func (s *Server) unconnected(v *visit, chosen, again string, err error) error {
	status, mendable := refused(err)
	if fault.Is(err, fault.Unavailable) {
		status, mendable = http.StatusUnprocessableEntity, true
	}
	if !mendable {
		return err
	}
	form := Form{Values: url.Values{}}
	for _, name := range []string{"server", "handle"} {
		form.Values.Set(name, v.r.PostFormValue(name))
	}
	form.Refuse(v.lang, err)
	if s.Networks[chosen] == nil {
		chosen = ""
	}
	return s.showConnect(v, chosen, again, form, status)
}
