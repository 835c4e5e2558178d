package web

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"net/netip"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"rostrum/fault"
	"rostrum/staff/signin"
	"rostrum/store"
)

// gate is what guards the ways in.
type gate struct {
	passwords *signin.Passwords
	passkeys  *signin.Passkeys // nil where browsers would not offer any
	limits    limits           // of addresses from which somebody sends who is not signed in
	own       limits           // of people who are
	service   openID
}

// openGate makes the guards ready. Passkeys need an address with a name, by HTTPS or on this very machine.
func (s *Server) openGate() error {
	s.gate.passwords = signin.NewPasswords()
	host := s.Address.Hostname()
	if _, err := netip.ParseAddr(host); err == nil || s.Address.Scheme != "https" && host != "localhost" {
		return nil
	}
	var err error
	s.gate.passkeys, err = signin.NewPasskeys(host, "Rostrum", s.Address.Scheme+"://"+s.Address.Host)
	return err
}

// startCode is asked of whoever sets up the company from another machine. It follows from the server's keys, so that only who
// can read the server's log or keys knows it, and every process of one server has the same.
func (s *Server) startCode() string {
	mac := hmac.New(sha256.New, s.Keys.Seal)
	mac.Write([]byte("start code"))
	code := strings.ToLower(base32.StdEncoding.EncodeToString(mac.Sum(nil)[:10]))
	return strings.Join([]string{code[:4], code[4:8], code[8:12], code[12:]}, "-")
}

// TellStart tells the operator how to set up the company, while there is none.
func (s *Server) TellStart(ctx context.Context) error {
	return s.Store.Read(ctx, func(tx *store.Tx) error {
		_, err := tx.Company(ctx)
		if !fault.Is(err, fault.NotFound) {
			return err
		}
		s.Log.InfoContext(ctx, "no company is set up yet: open the page, and enter the code if it asks for one",
			"page", s.Address.String()+"/start", "code", s.startCode())
		return nil
	})
}

// near tells whether a request was made on this machine, by somebody who means this machine: no proxy stands between,
// and the page's address is a loopback one, so that no foreign name can lead a browser here.
func (s *Server) near(v *visit) bool {
	for _, sign := range []string{"X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via"} {
		if v.r.Header.Get(sign) != "" {
			return false
		}
	}
	peer, err := netip.ParseAddrPort(v.r.RemoteAddr)
	return err == nil && peer.Addr().Unmap().IsLoopback() && loopbackName(s.Address.Host) && loopbackName(v.r.Host)
}

func loopbackName(host string) bool {
	if i := strings.LastIndexByte(host, ':'); i > strings.LastIndexByte(host, ']') {
		host = host[:i]
	}
	address, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return host == "localhost" || err == nil && address.IsLoopback()
}

// Who is not signed in may send this many forms a second from one address, and this many at once. Whole offices share
// an address; guessing is slowed down far more by signin.Hold.
const (
	formsPerSecond = 5
	formsAtOnce    = 100
)

// Who is signed in may send this many forms a second and at once: more than hands do, even where a page keeps what is
// typed by itself, and less than a script that runs amok.
const (
	ownPerSecond = 2
	ownAtOnce    = 240
)

// limits counts the forms of each address or person. It keeps two generations, so that it forgets and stays small.
type limits struct {
	mu         sync.Mutex
	young, old map[string]*rate.Limiter
	turned     time.Time
}

// keptLimits bounds how many of them a generation has.
const keptLimits = 20_000

func (l *limits) allow(who string, now time.Time, perSecond rate.Limit, atOnce int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.young == nil || len(l.young) >= keptLimits || now.Sub(l.turned) > 10*time.Minute {
		l.old, l.young, l.turned = l.young, map[string]*rate.Limiter{}, now
	}
	of := l.young[who]
	if of == nil {
		if of = l.old[who]; of == nil {
			of = rate.NewLimiter(perSecond, atOnce)
		}
		l.young[who] = of
	}
	return of.AllowN(now, 1)
}

// slow refuses a visitor who sends too much.
func (s *Server) slow(v *visit) error {
	if v.who.ID != "" {
		if s.gate.own.allow(v.who.ID, v.now, ownPerSecond, ownAtOnce) {
			return nil
		}
		return fault.New(fault.TooMany, "Too many forms came from you at once: 120 a minute at most. Wait a minute, go back and send this one again; nothing was changed.",
			"Iš jūsų vienu metu gauta per daug formų: daugiausia 120 per minutę. Palaukite minutę, grįžkite ir išsiųskite šią dar kartą; niekas nepakeista.")
	}
	if s.gate.limits.allow(s.addressKey(v), v.now, formsPerSecond, formsAtOnce) {
		return nil
	}
	return fault.New(fault.TooMany, "Too much was sent from your network at once. Wait a minute, then try again.",
		"Iš jūsų tinklo vienu metu išsiųsta per daug. Palaukite minutę ir bandykite dar kartą.")
}

func (s *Server) addressKey(v *visit) string {
	address, _ := netip.ParseAddr(s.from(v.r)) // what is no address shares one tally
	return signin.AddressKey(address)
}
