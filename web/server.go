package web

import (
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"time"

	"rostrum/keyring"
	"rostrum/network"
	"rostrum/notify"
	"rostrum/opinion"
	"rostrum/outbox"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Server is the pages of one company.
type Server struct {
	Store    *store.Store
	Keys     keyring.Keys
	Sealer   *signin.Sealer
	Networks map[string]network.Network // the connectors, by Profile().ID; nil where there are none
	Outbox   *outbox.Runner             // what brings posts to them; pauses go through it
	Mail     *notify.Mail               // nil where no mail server is configured
	Address  *url.URL                   // how browsers reach the server
	Proxies  []netip.Prefix
	Private  bool // webhooks may go to private addresses
	Provider Provider
	Log      *slog.Logger
	Now      func() time.Time
	// Opinion gives second opinions on borderline posts, by OpinionModel; nil where nobody is asked.
	Opinion      *opinion.Opinion
	OpinionModel string
	Demo         []Persona // whom a visitor of a demo may be without a password; nil on every other server

	render     *Renderer
	words      *Words
	zone       companyZone
	policies   shelf // versions as they are in force or were
	headcount  latest[map[staff.State]int]
	prolonging sync.Map // ids of the sessions that are being prolonged
	signed     latest[counted]
	quizzes    quizzes
	shelf      shelf
	reports    reports
	gate       gate
	dark       darkroom
}

// Provider is the OpenID Connect provider that people may sign in with; the zero Provider is none.
type Provider struct{ Issuer, Client, Secret string }

// Handler gives all pages, ready to serve. It reads every template and every word, so that what is missing stops the
// start and not a reader.
func (s *Server) Handler() (http.Handler, error) {
	assets, err := NewAssets(assetFiles)
	if err != nil {
		return nil, err
	}
	if s.words, err = LoadWords(wordFiles); err != nil {
		return nil, err
	}
	if s.render, err = NewRenderer(templateFiles, s.words, assets, s.zone.get, s.Now, s.Log); err != nil {
		return nil, err
	}
	s.policies.most = keptPolicies
	if err := s.openGate(); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", assets)
	mux.Handle("POST /preferences", http.MaxBytesHandler(http.HandlerFunc(Preferences), maxForm))
	for _, route := range s.routes() {
		mux.Handle(route.pattern, s.visit(route))
	}
	mux.Handle("/", s.visit(route{"/", anyone, s.nothingHere}))
	return Headers(http.NewCrossOriginProtection().Handler(mux), s.Address.Scheme == "https"), nil
}

// companyZone is the time zone in which pages show times; UTC until the company has chosen one.
type companyZone struct {
	mu   sync.RWMutex
	name string
	at   *time.Location
}

func (z *companyZone) get() *time.Location {
	z.mu.RLock()
	defer z.mu.RUnlock()
	if z.at == nil {
		return time.UTC
	}
	return z.at
}

func (z *companyZone) set(name string) {
	z.mu.RLock()
	same := z.name == name
	z.mu.RUnlock()
	if same {
		return
	}
	if at, err := time.LoadLocation(name); err == nil {
		z.mu.Lock()
		z.name, z.at = name, at
		z.mu.Unlock()
	}
}
