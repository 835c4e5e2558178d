package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/approval"
	"rostrum/fault"
	"rostrum/studio"
)

const problemType = "application/problem+json"

// Problem tells a program what is wrong (RFC 9457).
type Problem struct {
	Title  string   `json:"title" doc:"What the status means."`
	Status int      `json:"status" doc:"The HTTP status."`
	Detail string   `json:"detail" doc:"What is wrong and how to mend it, in the language of Accept-Language."`
	Code   string   `json:"code" doc:"Which kind of fault it is." enum:"invalid,sign_in,step_up,forbidden,not_found,conflict,too_many,unavailable,internal"`
	Field  string   `json:"field,omitempty" doc:"The field at fault, if one is."`
	Errors []Detail `json:"errors,omitempty" doc:"Every field or place at fault, where there are several."`
}

// Detail is one of several things that are wrong.
type Detail struct {
	Field  string `json:"field" doc:"A field, or a place in the policy folder as file:line:column."`
	Detail string `json:"detail"`
}

// Error gives the sentence.
func (p *Problem) Error() string { return p.Detail }

// GetStatus gives the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType gives the media type of problems.
func (p *Problem) ContentType(string) string { return problemType }

// answered is a fault that is told with a status of its own.
type answered struct {
	*fault.Fault
	status int
}

// Unwrap gives the sentence for the person.
func (a *answered) Unwrap() error { return a.Fault }

// problem makes the answer to an error, and logs what it does not say.
func (s *Server) problem(ctx context.Context, err error) *Problem {
	c, f := callOf(ctx), s.known(ctx, err)
	p := told(statusOf(err), f, c.lang)
	if lacking, ok := errors.AsType[*studio.NotReady](err); ok {
		for _, l := range lacking.Lacks {
			p.Errors = append(p.Errors, Detail{l.Place.String(), l.Text.In(c.lang)})
		}
	}
	if blocked, ok := errors.AsType[*approval.Blocked](err); ok {
		p.Errors = append(p.Errors, stopped(blocked, c.lang)...)
	}
	return p
}

func told(status int, f *fault.Fault, lang string) *Problem {
	return &Problem{Title: http.StatusText(status), Status: status, Detail: f.In(lang), Code: string(f.Code), Field: f.Field}
}

func refuseInProblem(w http.ResponseWriter, status int, f *fault.Fault, lang string) {
	writeProblem(w, told(status, f, lang))
}

func writeProblem(w http.ResponseWriter, p *Problem) {
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // a caller who went away is no fault of ours
}

// statusOf gives the HTTP status that tells an error.
func statusOf(err error) int {
	if a, ok := errors.AsType[*answered](err); ok {
		return a.status
	}
	switch fault.For(err).Code {
	case fault.Invalid:
		return http.StatusUnprocessableEntity
	case fault.SignIn:
		return http.StatusUnauthorized
	case fault.Forbidden, fault.StepUp:
		return http.StatusForbidden
	case fault.NotFound:
		return http.StatusNotFound
	case fault.Conflict:
		return http.StatusConflict
	case fault.TooMany:
		return http.StatusTooManyRequests
	case fault.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// nothingHere answers what no operation does: with the methods that the address has, if it has any.
func nothingHere(operations *http.ServeMux) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		other := r.Clone(r.Context())
		for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPatch} {
			other.Method = method
			if _, pattern := operations.Handler(other); pattern != "" && pattern != "/api/v1/" {
				w.Header().Add("Allow", method)
			}
		}
		lang := callOf(r.Context()).lang
		if len(w.Header().Values("Allow")) > 0 {
			writeProblem(w, told(http.StatusMethodNotAllowed, fault.New(fault.Invalid, "This address does not take that method. Allow says which it takes.",
				"Šis adresas tokio metodo nepriima. Kokius priima, parašyta antraštėje „Allow“."), lang))
			return
		}
		writeProblem(w, told(http.StatusNotFound, fault.New(fault.NotFound, "There is nothing at this address. See /api for what there is.",
			"Šiuo adresu nieko nėra. Kas yra, aprašyta puslapyje /api."), lang))
	}
}

// documentProblems puts our problem in place of huma's in the description.
func documentProblems(d *huma.OpenAPI) {
	schema := d.Components.Schemas.Schema(typeOf[Problem](), true, "Problem")
	for _, path := range d.Paths {
		for _, op := range []*huma.Operation{path.Get, path.Post, path.Patch} {
			if op == nil {
				continue
			}
			for _, response := range op.Responses {
				if media := response.Content[problemType]; media != nil {
					media.Schema = schema
				}
			}
		}
	}
	delete(d.Components.Schemas.Map(), "ErrorModel")
	delete(d.Components.Schemas.Map(), "ErrorDetail")
}
