package signin

import (
	"fmt"
	"slices"

	"rostrum/fault"
)

// Scope is one thing that an API token may do. It never gives more than its owner's roles.
type Scope string

// The scopes, a closed list.
const (
	PolicyRead  Scope = "policy:read"
	PolicyWrite Scope = "policy:write"
	PeopleRead  Scope = "people:read"
	PeopleWrite Scope = "people:write"
	LedgerRead  Scope = "ledger:read"
	CheckPosts  Scope = "check"
	PostRead    Scope = "post:read"
	PostWrite   Scope = "post:write"
	PostVote    Scope = "post:vote"
	PostPause   Scope = "post:pause"
	TakeDown    Scope = "post:take_down"
)

// Scopes lists them all, in the order in which people choose from them.
func Scopes() []Scope {
	return []Scope{PolicyRead, PolicyWrite, PeopleRead, PeopleWrite, LedgerRead, CheckPosts, PostRead, PostWrite, PostVote, PostPause, TakeDown}
}

// ParseScopes reads chosen scopes: at least one, none unknown, each once. Otherwise it gives a fault of the field "scopes".
func ParseScopes(names []string) ([]Scope, error) {
	var chosen []Scope
	for _, name := range names {
		s := Scope(name)
		if !slices.Contains(Scopes(), s) {
			return nil, fault.Of("scopes",
				fmt.Sprintf("There is no scope “%s”. Choose from the list.", name),
				fmt.Sprintf("Srities „%s“ nėra. Pasirinkite iš sąrašo.", name))
		}
		if !slices.Contains(chosen, s) {
			chosen = append(chosen, s)
		}
	}
	if len(chosen) == 0 {
		return nil, fault.Of("scopes",
			"Choose at least one thing that the token may do.",
			"Pasirinkite bent vieną dalyką, kurį žetonu bus galima daryti.")
	}
	return chosen, nil
}
