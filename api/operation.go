package api

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/staff/signin"
)

const tokenScheme = "token"

// operation is one thing that programs can ask for.
type operation struct {
	id, method, path string
	scope            signin.Scope // empty: any token
	tag              string
	en, lt           string // what it does
	status           int    // of an answer; 0 is 200
}

// lithuanian is the key in the description of what an operation does, in Lithuanian.
const lithuanian = "x-summary-lt"

// offer makes an operation available. Scope is asked before anything is read, and faults are told as problems.
func offer[I, O any](s *Server, a huma.API, op operation, answer func(context.Context, *call, *I) (*O, error)) {
	described := huma.Operation{OperationID: op.id, Method: op.method, Path: "/api/v1" + op.path, Tags: []string{op.tag},
		Summary: op.en, Extensions: map[string]any{lithuanian: op.lt}, DefaultStatus: op.status, MaxBodyBytes: maxArchive + 1,
		Security:    []map[string][]string{{tokenScheme: scopesOf(op)}},
		Middlewares: huma.Middlewares{s.scoped(op.scope)}}
	huma.Register(a, described, func(ctx context.Context, in *I) (*O, error) {
		out, err := answer(ctx, callOf(ctx), in)
		if err != nil {
			return nil, s.problem(ctx, err)
		}
		return out, nil
	})
}

func scopesOf(op operation) []string {
	if op.scope == "" {
		return []string{}
	}
	return []string{string(op.scope)}
}

// scoped lets calls through whose token may do this.
func (s *Server) scoped(scope signin.Scope) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		c := callOf(ctx.Context())
		if scope == "" {
			next(ctx)
			return
		}
		if err := c.token.Allows(scope); err != nil {
			p := s.problem(ctx.Context(), err)
			ctx.SetHeader("Content-Type", problemType)
			ctx.SetStatus(p.Status)
			_ = json.NewEncoder(ctx.BodyWriter()).Encode(p)
			return
		}
		next(ctx)
	}
}

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }

func getting(id, path string, scope signin.Scope, tag, en, lt string) operation {
	return operation{id: id, method: http.MethodGet, path: path, scope: scope, tag: tag, en: en, lt: lt}
}

func posting(id, path string, scope signin.Scope, tag, en, lt string) operation {
	return operation{id: id, method: http.MethodPost, path: path, scope: scope, tag: tag, en: en, lt: lt}
}

func patching(id, path string, scope signin.Scope, tag, en, lt string) operation {
	return operation{id: id, method: http.MethodPatch, path: path, scope: scope, tag: tag, en: en, lt: lt}
}

// created says that the answer's status is 201.
func (o operation) created() operation {
	o.status = http.StatusCreated
	return o
}
