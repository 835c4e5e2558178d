package server

import (
	"fmt"
	"net/http"

	"rostrum/jobs"
	"rostrum/network/bluesky"
)

// handler puts the machine's own addresses beside the pages.
func (s *Server) handler(pages http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("GET /readyz", s.health)
	mux.HandleFunc("GET "+bluesky.ClientPath, s.describe)
	if s.Simulator != nil {
		mux.Handle("/simulator/", s.Simulator)
	}
	mux.Handle("/", pages)
	return s.programs(mux)
}

// health answers 200 when the database does.
func (s *Server) health(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if err := s.Store.Ping(r.Context()); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, "the database does not answer")
		return
	}
	fmt.Fprintln(w, "ok")
}

// queue is the work that is done later.
func (s *Server) queue() *jobs.Queue {
	q := jobs.New(s.log)
	s.housekeeping(q)
	jobs.Work(q, s.Web.SendSignInLetter)
	jobs.Work(q, s.Web.TakeList)
	s.checkpoints(q)
	s.sendingCheckpoints(q)
	s.notifications(q)
	s.Web.Reminders(q)
	s.Web.WatchAccounts(q)
	s.Web.Approvals(q)
	return q
}
