// Package networktest owns the one suite that every connector passes, against a real server where there is one: what
// network.Network promises, tried with texts in Lithuanian and emoji, with pictures, and with servers that are away, die,
// swallow their answers, answer nonsense or never answer. It refuses to know any network: what differs is in the Case.
package networktest

import (
	"net/http"
	"slices"
	"testing"

	"rostrum/network"
)

// Case is a connector with a server to try it on.
type Case struct {
	Network network.Network
	// Account makes a new account on the server and signs it in.
	Account func(t *testing.T) network.Access
	// Posts asks the server, not the connector, what an account has posted, in any order.
	Posts func(t *testing.T, a network.Access) []Post
	// Publishes recognises the one request by which a post comes into being.
	Publishes func(r *http.Request) bool
	// Locked gives the account with a secret that the server takes no longer: ended, expired or taken back.
	Locked func(t *testing.T, a network.Access) network.Access
	// Stop kills the server at once, and Start brings it back with what it had kept.
	Stop, Start func()
	// Cannot names parts of the suite that this server cannot do, with the reason.
	Cannot map[string]string
}

// Post is a post as the server keeps it.
type Post struct {
	ID     string // as Receipt.ID
	Text   string
	Parent string // the ID of the post that it answers; empty: none
	Alts   []string
	Images [][]byte // the pictures' bytes, where the server keeps them as they came; nil: not asked
	Edited bool     // the server says that it was changed since
}

// parts are the suite, in the order in which it runs.
var parts = []struct {
	name string
	try  func(t *testing.T, c Case)
}{
	{"profile", profile},
	{"look", look},
	{"post", onePost},
	{"thread", thread},
	{"pictures", pictures},
	{"longest text", longestText},
	{"edit", edit},
	{"delete", remove},
	{"same piece twice", twice},
	{"same piece at once", atOnce},
	{"refresh", refresh},
	{"revoke", revoke},
	{"locked out", lockedOut},
	{"answer swallowed", answerSwallowed},
	{"the same words again", sameAgain},
	{"request broken off", requestBroken},
	{"server away", serverAway},
	{"server restarted", serverRestarted},
	{"server killed in mid-request", serverKilled},
	{"limited", limited},
	{"wrong answers", wrongAnswers},
	{"silence", silence},
}

// Run runs the suite.
func Run(t *testing.T, c Case) {
	for name, reason := range c.Cannot {
		if reason == "" || !slices.Contains(names(), name) {
			t.Errorf("the case cannot do %q for the reason %q: name a part of the suite, %q, and a reason", name, reason, names())
		}
	}
	for _, p := range parts {
		t.Run(p.name, func(t *testing.T) {
			if reason := c.Cannot[p.name]; reason != "" {
				t.Skip(reason)
			}
			p.try(t, c)
		})
	}
}

func names() []string {
	var all []string
	for _, p := range parts {
		all = append(all, p.name)
	}
	return all
}
