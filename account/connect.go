package account

import (
	"cmp"
	"context"
	"net/url"
	"strings"
	"time"
	"unicode"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/network"
	"rostrum/staff"
)

// Wanted is a connection that somebody makes.
type Wanted struct {
	Network   string
	Account   string   // the id of the account that is connected again; empty: a new one
	Policy    string   // of a new one: its id in speakers.yaml
	Languages []string // of a new one
	Zone      string   // of a new one: the time zone of its slots
}

// Connect keeps an account whose secret the network has just given, owned by whoever connects it. One that is known
// already is connected again: its owner, rules and slots stay. Connecting another account in the place of Wanted.Account
// is refused.
func Connect(ctx context.Context, r Records, who staff.Person, want Wanted, found network.Identity, sealer Sealer, now time.Time) (Account, error) {
	if err := staff.May(who, staff.ConnectAccount); err != nil {
		return Account{}, err
	}
	if found.ID == "" || found.Handle == "" || len(found.Secret.Bytes) == 0 {
		return Account{}, fault.New(fault.Unavailable, "The network did not say which account this is. Try again.",
			"Tinklas nepasakė, kokia tai paskyra. Bandykite dar kartą.")
	}
	a, known, err := before(ctx, r, want, found)
	if err != nil {
		return a, err
	}
	a.tell(found)
	a.State, a.Said, a.Failed, a.Warned = Connected, "", 0, 0
	a.Connected, a.Looked, a.Refreshed, a.Expires, a.Ends = now, now, now, found.Secret.Expires, found.Secret.Ends
	if !known {
		a.ID, a.Network, a.Remote, a.Owner, a.Rule, a.Version = staff.NewID(), want.Network, found.ID, who.ID, Always, 1
		a.Policy, a.Languages, a.Zone = want.Policy, want.Languages, want.Zone
		if err := r.AddBrandAccount(ctx, a); err != nil {
			return a, err
		}
	}
	sealed, err := sealer.Seal(found.Secret.Bytes, Row(a.ID))
	if err != nil {
		return a, err
	}
	if err := r.SetAccountSecret(ctx, a.ID, sealed); err != nil {
		return a, err
	}
	if err := r.KeepAccountHealth(ctx, a); err != nil {
		return a, err
	}
	data := map[string]string{"network": a.Network, "server": a.Server, "remote": a.Remote, "handle": a.Handle}
	if known {
		data["again"] = "yes"
	}
	return a, r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "account.connected", Subject: a.ID, Data: data})
}

// Server reads the address of a network's server as people type it: social.example.com, https://social.example.com/ or the
// account's whole handle. Field is the form's field to name in a fault.
func Server(field, typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	if at := strings.LastIndexByte(typed, '@'); at >= 0 && !strings.Contains(typed, "/") {
		typed = typed[at+1:]
	}
	if !strings.Contains(typed, "://") {
		typed = "https://" + typed
	}
	u, err := url.Parse(typed)
	if err != nil || len(typed) > 300 || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || u.User != nil ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || strings.ContainsFunc(u.Host, func(r rune) bool { return r <= ' ' || strings.ContainsRune("\"'<>\\`{}|^", r) }) {
		return "", fault.Of(field, "Type the address of the server, such as social.example.com.", "Įveskite serverio adresą, pavyzdžiui, social.example.com.")
	}
	return u.Scheme + "://" + strings.ToLower(u.Host), nil
}

// before is the account as it is known already.
func before(ctx context.Context, r Records, want Wanted, found network.Identity) (a Account, known bool, err error) {
	if want.Account == "" {
		a, err = r.BrandAccountOf(ctx, want.Network, found.Server, found.ID)
		if fault.Is(err, fault.NotFound) {
			return Account{}, false, nil
		}
		return a, err == nil, err
	}
	if a, err = r.BrandAccount(ctx, want.Account); err != nil {
		return a, false, err
	}
	if a.Network != want.Network || !a.is(found) {
		return a, false, fault.New(fault.Conflict,
			"You allowed another account, "+line(found.Handle, longHandle)+", and not "+a.Handle+". At the network, sign in as "+a.Handle+" and connect it again.",
			"Leidimą suteikė kita paskyra – "+line(found.Handle, longHandle)+", ne "+a.Handle+". Tinkle prisijunkite kaip "+a.Handle+" ir prijunkite iš naujo.")
	}
	return a, true, nil
}

// is tells whether the network speaks of this very account. An account may move to another server only where its id is
// the same everywhere, as a DID is.
func (a Account) is(found network.Identity) bool {
	return a.Remote == found.ID && (found.Server == "" || a.Server == found.Server || strings.HasPrefix(a.Remote, "did:"))
}

const (
	longHandle = 300 // characters; what is longer is no handle of any network
	longName   = 200
	longSaid   = 500
)

// tell takes over how the network calls the account. What it leaves out stays.
func (a *Account) tell(found network.Identity) {
	a.Server = cmp.Or(found.Server, a.Server)
	a.Handle = cmp.Or(line(found.Handle, longHandle), a.Handle)
	a.Name = cmp.Or(line(found.Name, longName), a.Name)
	a.Length = cmp.Or(max(0, found.Length), a.Length)
}

// line is a text that somebody else wrote, made fit to stand in one line of at most so many characters.
func line(s string, longest int) string {
	s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || unicode.In(r, unicode.Cc, unicode.Bidi_Control) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, " "))), " ")
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest-1]) + "…"
	}
	return s
}
