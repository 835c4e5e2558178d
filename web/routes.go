package web

import (
	"rostrum/staff"
)

// route is an address, who may go there, and what answers.
type route struct {
	pattern string
	who     access
	answer  func(*visit) error
}

// access is an action of package staff, or one of the two below.
type access = staff.Action

const (
	anyone   access = ""          // also who is not signed in
	signedIn access = "signed_in" // whoever is signed in
)

// routes is every page there is.
func (s *Server) routes() []route {
	return []route{
		// Home
		{"GET /{$}", signedIn, s.home},

		// First run

		// Signing in

		// People

		// Policy studio

		// Handbook

		// Training and signing

		// May I post this?

		// Ledger

		// Settings
	}
}
