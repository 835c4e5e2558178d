package api

import (
	"net/http"

	"rostrum/api/scim"
	"rostrum/staff/signin"
)

// directory lets the company's directory in, with a token that may change people.
func (s *Server) directory(d *scim.Server) http.Handler {
	return d.Handler(func(r *http.Request) (scim.Caller, error) {
		c := callOf(r.Context())
		return scim.Caller{Who: c.who, Now: c.now, Lang: c.lang}, c.token.Allows(signin.PeopleWrite)
	})
}
