// Package training owns what people learn and sign: which clauses a person has yet to sign, what a signature stands for,
// courses and quizzes made from the policy's own examples, certificates and when to remind. It refuses to read a clock,
// to send anything, and to decide who may speak: that is package speaker's, and a certificate is only what it asks for.
package training

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"rostrum/policy"
	"rostrum/post"
	"rostrum/staff"
)

// Digest names what a signature of a clause stands for: the clause's id, title, text and consequence in every language,
// and which accounts it applies to. Its number, its rules and examples are not part of it, nor are line breaks: people
// are asked again when what they agreed to changes, and at no other time. It is SHA-256 over the parts, each after its
// length.
func Digest(c *policy.Clause) string {
	h := sha256.New()
	part := func(s string) {
		s = strings.Join(strings.Fields(s), " ")
		fmt.Fprintf(h, "%d\n%s\n", len(s), s)
	}
	part(c.ID)
	for _, t := range []policy.Text{c.Title, c.Text, c.Consequence} {
		part(t.EN)
		part(t.LT)
	}
	channels := slices.Sorted(slices.Values(c.AppliesTo))
	for _, channel := range channels {
		part(string(channel))
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// Concerns tells whether somebody with these roles has to sign a clause. Everybody signs what the policy says of the
// company's accounts, as of their own: who may not speak for the company has to know that. Only a clause about other
// people's posts alone is for those who answer them.
func Concerns(c *policy.Clause, roles []staff.Role) bool {
	if len(c.AppliesTo) == 1 && c.AppliesTo[0] == post.Mention {
		return slices.Contains(roles, staff.CaseHandler)
	}
	return true
}
