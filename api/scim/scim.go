// Package scim owns how the company's directory, such as Entra ID or Okta, keeps Rostrum's people in step: SCIM 2.0 (RFC
// 7643, 7644) with users as people and groups as teams. Joining, moving and leaving go through package staff, so that they
// mean the same as on the pages. It refuses what it cannot keep: passwords, roles, bulk, filters other than “eq”.
package scim

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// Base is where the addresses of this protocol begin.
const Base = "/scim/v2"

const mediaType = "application/scim+json"

// Server answers a directory.
type Server struct {
	Store *store.Store
	// Invite makes a person's invitation. The link is empty where a letter brings it.
	Invite func(ctx context.Context, tx *store.Tx, p, by staff.Person) (link string, err error)
	Log    *slog.Logger
}

// Caller is for whom the directory speaks: the administrator who made its token.
type Caller struct {
	Who  staff.Person
	Now  time.Time
	Lang string
}

// visit is one request of the directory.
type visit struct {
	Caller
	s   *Server
	w   http.ResponseWriter
	r   *http.Request
	ctx context.Context
}

// Handler gives everything under [Base]; caller tells who asks.
func (s *Server) Handler(caller func(*http.Request) (Caller, error)) http.Handler {
	mux := http.NewServeMux()
	for _, route := range []struct {
		pattern string
		answer  func(*visit) error
	}{
		{"GET " + Base + "/ServiceProviderConfig", (*visit).config},
		{"GET " + Base + "/ResourceTypes", (*visit).types},
		{"GET " + Base + "/ResourceTypes/{id}", (*visit).oneType},
		{"GET " + Base + "/Schemas", (*visit).schemas},
		{"GET " + Base + "/Schemas/{id}", (*visit).oneSchema},
		{"GET " + Base + "/Users", (*visit).users},
		{"POST " + Base + "/Users", (*visit).addUser},
		{"GET " + Base + "/Users/{id}", (*visit).user},
		{"PUT " + Base + "/Users/{id}", (*visit).replaceUser},
		{"PATCH " + Base + "/Users/{id}", (*visit).patchUser},
		{"DELETE " + Base + "/Users/{id}", (*visit).deleteUser},
		{"GET " + Base + "/Groups", (*visit).groups},
		{"POST " + Base + "/Groups", (*visit).addGroup},
		{"GET " + Base + "/Groups/{id}", (*visit).group},
		{"PUT " + Base + "/Groups/{id}", (*visit).replaceGroup},
		{"PATCH " + Base + "/Groups/{id}", (*visit).patchGroup},
		{"DELETE " + Base + "/Groups/{id}", (*visit).deleteGroup},
		{Base + "/", (*visit).nothing},
	} {
		mux.HandleFunc(route.pattern, func(w http.ResponseWriter, r *http.Request) {
			v := &visit{s: s, w: w, r: r, ctx: r.Context()}
			var err error
			if v.Caller, err = caller(r); err == nil {
				err = staff.May(v.Who, staff.EditPeople)
			}
			if err == nil {
				err = route.answer(v)
			}
			if err != nil {
				v.refuse(err)
			}
		})
	}
	return mux
}

// wrong is an error of the protocol, with its scimType (RFC 7644, 3.12).
type wrong struct {
	*fault.Fault
	kind string
}

// Unwrap gives the sentence for the person.
func (w *wrong) Unwrap() error { return w.Fault }

func invalid(kind, en, lt string) error { return &wrong{fault.New(fault.Invalid, en, lt), kind} }

func (v *visit) refuse(err error) {
	f := fault.For(err)
	if f.Code == fault.Broken || f.Code == fault.Unavailable {
		v.s.Log.ErrorContext(v.ctx, "call of the directory failed", "method", v.r.Method, "path", v.r.URL.Path, "error", err)
	}
	kind := ""
	if w, ok := errors.AsType[*wrong](err); ok {
		kind = w.kind
	} else if f.Code == fault.Invalid {
		kind = "invalidValue"
	} else if f.Code == fault.Conflict && (f.Field == "mail" || f.Field == "team") {
		kind = "uniqueness"
	}
	write(v.w, statusOf(f.Code), fail(statusOf(f.Code), kind, f.In(v.Lang)))
}

// Refuse writes an error of the protocol.
func Refuse(w http.ResponseWriter, status int, f *fault.Fault, lang string) {
	write(w, status, fail(status, "", f.In(lang)))
}

func statusOf(code fault.Code) int {
	switch code {
	case fault.Invalid:
		return http.StatusBadRequest
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

func (v *visit) nothing() error {
	return fault.New(fault.NotFound, "There is nothing here: Users and Groups are what there is.", "Čia nieko nėra: yra tik „Users“ ir „Groups“.")
}

// take reads the body. What Rostrum has no use for is passed over, as the protocol wants.
func (v *visit) take(into any) error {
	body, err := io.ReadAll(v.r.Body)
	if err == nil {
		err = json.Unmarshal(body, into)
	}
	if err != nil {
		if w, ok := errors.AsType[*wrong](err); ok {
			return w
		}
		return invalid("invalidSyntax", "The body is not JSON of this protocol: a value is missing or of another kind.",
			"Užklausos turinys nėra šio protokolo JSON: trūksta reikšmės arba ji kitokios rūšies.")
	}
	return nil
}

// give answers with a resource, without what the directory does not want (RFC 7644, 3.9).
func (v *visit) give(status int, resource object) error {
	write(v.w, status, v.wanted(resource))
	return nil
}

func (v *visit) wanted(resource object) object {
	query := v.r.URL.Query()
	if only := names(query.Get("attributes")); len(only) > 0 {
		for name := range resource {
			if !only[strings.ToLower(name)] && name != "id" && name != "schemas" && name != "meta" {
				delete(resource, name)
			}
		}
	}
	for name := range resource {
		if names(query.Get("excludedAttributes"))[strings.ToLower(name)] && name != "id" && name != "schemas" {
			delete(resource, name)
		}
	}
	return resource
}

// names reads a list of attributes; of a part, the whole is meant.
func names(list string) map[string]bool {
	all := map[string]bool{}
	for name := range strings.SplitSeq(list, ",") {
		if name, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(name)), "."); name != "" {
			all[name] = true
		}
	}
	return all
}

func write(w http.ResponseWriter, status int, body object) {
	w.Header().Set("Content-Type", mediaType)
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a caller who went away is no fault of ours
}
