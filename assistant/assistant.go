// Package assistant owns what writing assistants may ask of Rostrum, over the Model Context Protocol: hold a text against the
// policy, explain a clause, keep a draft. It refuses everything that speaks for the company: an assistant submits, approves
// and publishes nothing, and there is no tool for it.
package assistant

import (
	"context"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rostrum/check"
)

// Draft is a text that an assistant wants kept for a person to go on with.
type Draft struct {
	Text     string   `json:"text" jsonschema:"the text; a line with only --- begins the next post of a thread"`
	Lang     string   `json:"lang,omitempty" jsonschema:"en or lt; left out, it is recognised"`
	Accounts []string `json:"accounts,omitempty" jsonschema:"handles of the company's accounts that it is meant for"`
}

// Drafts keeps drafts on a server, in the name of the person whose token is used.
type Drafts interface {
	// Keep gives the address at which people find the draft.
	Keep(ctx context.Context, d Draft) (address string, err error)
}

// New makes a server of the protocol for one policy. Without drafts there is no tool to keep one. lang is the language in
// which findings are told where the question names none.
func New(checker *check.Checker, drafts Drafts, lang, version string) *mcp.Server {
	s := mcp.NewServer(&mcp.Implementation{Name: "rostrum", Title: "Rostrum", Version: version}, &mcp.ServerOptions{
		Instructions: "Rostrum is the company's social media policy. Check every text before you offer it, say which clause each finding cites, " +
			"and never present a text with the verdict review or block as ready. Publishing is for people: there is no tool for it.",
	})
	d := &desk{checker: checker, drafts: drafts, lang: lang}
	reads := &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true}
	mcp.AddTool(s, &mcp.Tool{Name: "check", Title: "Check a text against the policy", Annotations: reads,
		Description: "Holds a text against the company's policy and gives the verdict (allow, advise, review or block) with each finding: the clause, the place, the reason, a suggestion."}, d.check)
	mcp.AddTool(s, &mcp.Tool{Name: "explain", Title: "Explain a clause", Annotations: reads,
		Description: "Gives a clause of the policy as people read it, with its owner, its consequence and its examples. Without a clause it lists all of them."}, d.explain)
	if drafts != nil {
		mcp.AddTool(s, &mcp.Tool{Name: "draft", Title: "Keep a draft",
			Description: "Keeps a text as a draft that a person of the company goes on with. It is not submitted and goes nowhere by itself."}, d.draft)
	}
	return s
}
