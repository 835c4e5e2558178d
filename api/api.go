// Package api owns how programs talk to Rostrum: JSON over HTTP under /api/v1, described by OpenAPI 3.1 at
// /api/openapi.json and for people at /api, people from the company's directory (package scim) and the figures of
// /metrics. Every call is made with a token of a person and does what that person may do on the pages, through the same
// functions. It refuses to decide anything, to take what it does not know, and to tell programs what went wrong inside.
package api

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"rostrum/api/scim"
	"rostrum/approval"
	"rostrum/check"
	"rostrum/outbox"
	"rostrum/policy"
	"rostrum/post"
	"rostrum/publish"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// Server answers programs for one company.
type Server struct {
	Store    *store.Store
	Verifier string // the public key of the ledger's checkpoints
	// InForce gives the policy in force at the moment.
	InForce func(ctx context.Context, tx *store.Tx, at time.Time) (Policy, error)
	// Edition gives the same as decisions about posts use it.
	Edition func(ctx context.Context, tx *store.Tx, at time.Time) (approval.Edition, error)
	// Second asks for a second opinion on a post that is about to be submitted, and gives nil where nobody is asked.
	Second func(ctx context.Context, who staff.Person, post string) (*approval.Second, error)
	// Past gives a version of the policy by its digest, in force or not.
	Past func(ctx context.Context, tx *store.Tx, digest string) (approval.Edition, error)
	// Develop cleans a picture and reads the words in it.
	Develop func(ctx context.Context, file []byte) (clean []byte, image post.Image, err error)
	// Halt pauses what goes out, as outbox.Runner.Halt does.
	Halt func(ctx context.Context, who staff.Person, scope publish.Scope, what, why string) (outbox.HaltReport, error)
	// Invite makes a person's invitation. The link is empty where a letter brings it.
	Invite func(ctx context.Context, tx *store.Tx, p, by staff.Person) (link string, err error)
	Log    *slog.Logger
	Now    func() time.Time

	limits limits
}

// Policy is a version of the policy, ready to use.
type Policy struct {
	Version studio.Version
	Policy  *policy.Policy
	Checker func() (*check.Checker, error)
}

// Handler gives everything under /api and /scim/v2.
func (s *Server) Handler() http.Handler {
	inner := http.NewServeMux()
	config := huma.DefaultConfig("Rostrum", "1")
	config.Info.Description = "The company's social media policy as working software. Tokens are made in Rostrum, under My account."
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "/api/openapi", "", ""
	config.CreateHooks = nil // they would put $schema into every answer
	config.RejectUnknownQueryParameters = true
	config.Transformers = []huma.Transformer{tellInProblem}
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{tokenScheme: {Type: "http", Scheme: "bearer",
		Description: "A token from Rostrum: rst_…"}}
	described := humago.New(inner, config)
	s.operations(described)
	documentProblems(described.OpenAPI())
	inner.HandleFunc("/api/v1/", nothingHere(inner))
	directory := &scim.Server{Store: s.Store, Invite: s.Invite, Log: s.Log}
	outer := http.NewServeMux()
	outer.Handle("/api/v1/", s.enter(tagged(inner), refuseInProblem))
	outer.Handle("/api/openapi.json", inner)
	outer.Handle("/api/openapi.yaml", inner)
	outer.Handle("GET /api", newPage(described.OpenAPI()))
	outer.Handle("/scim/v2/", s.enter(s.directory(directory), scim.Refuse))
	return headers(outer)
}

// operations is everything that programs can ask for.
func (s *Server) operations(a huma.API) {
	s.ownOperations(a)
	s.checkOperations(a)
	s.accountOperations(a)
	s.postOperations(a)
	s.whyOperations(a)
	s.approvalOperations(a)
	s.publicationOperations(a)
	s.pauseOperations(a)
	s.policyOperations(a)
	s.personOperations(a)
	s.teamOperations(a)
	s.signatureOperations(a)
	s.ledgerOperations(a)
}

// headers sets what holds for every answer to a program: it is neither kept nor shown.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("Referrer-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}
