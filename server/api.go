package server

import (
	"context"
	"net/http"
	"time"

	"rostrum/api"
	"rostrum/store"
)

// programs puts what programs ask for beside the pages, and counts all requests.
func (s *Server) programs(mux *http.ServeMux) http.Handler {
	a := &api.Server{Store: s.Store, Verifier: s.Web.Keys.Verifier, Invite: s.Web.Invite, Log: s.log, Now: time.Now,
		Edition: s.Web.Edition, Second: s.Web.Second, Past: s.past, Develop: s.Web.Develop, Halt: s.Web.Outbox.Halt,
		InForce: func(ctx context.Context, tx *store.Tx, at time.Time) (api.Policy, error) {
			ready, err := s.Web.InForce(ctx, tx, at)
			if err != nil {
				return api.Policy{}, err
			}
			return api.Policy{Version: ready.Version, Policy: ready.Policy, Checker: ready.Checker}, nil
		}}
	metrics, handler := a.NewMetrics(), a.Handler()
	for _, pattern := range []string{"GET /api", "/api/", "/scim/v2/"} {
		mux.Handle(pattern, handler)
	}
	mux.Handle("GET /metrics", metrics.Handler())
	return metrics.Measure(mux)
}
