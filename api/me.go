package api

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

type meAnswer struct {
	Body struct {
		Person Person   `json:"person"`
		Token  ownToken `json:"token"`
	}
}

type ownToken struct {
	Name    string    `json:"name"`
	Scopes  []string  `json:"scopes"`
	Expires time.Time `json:"expires"`
}

func (s *Server) ownOperations(a huma.API) {
	offer(s, a, getting("me", "/me", "", "me", "For whom this token speaks", "Kieno vardu veikia šis žetonas"), s.me)
}

func (s *Server) me(_ context.Context, c *call, _ *struct{}) (*meAnswer, error) {
	out := &meAnswer{}
	out.Body.Person = personOut(c.who)
	out.Body.Token = ownToken{c.token.Name, make([]string, len(c.token.Scopes)), c.token.Expires}
	for i, scope := range c.token.Scopes {
		out.Body.Token.Scopes[i] = string(scope)
	}
	return out, nil
}
