package api

import (
	"bytes"
	_ "embed"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

//go:embed docs.html
var docsTemplate string

// docs is the description of the API as a page: what there is, what it asks and what it takes.
type docs struct {
	Lang, Theme string
	Groups      []docsGroup
}

// T picks the words of the page's language.
func (d docs) T(en, lt string) string {
	if d.Lang == "lt" {
		return lt
	}
	return en
}

type docsGroup struct {
	ID         string
	Operations []docsOperation
}

// Name is the group's name in a language.
func (g docsGroup) Name(lang string) string {
	if lang != "lt" {
		return map[string]string{"me": "The token", "check": "Checking posts", "accounts": "The company's accounts", "posts": "Posts", "approvals": "Approvals",
			"publications": "Publications", "pauses": "Pauses", "policy": "The policy", "people": "People and teams", "signatures": "Signatures", "ledger": "The ledger"}[g.ID]
	}
	return map[string]string{"me": "Žetonas", "check": "Įrašų tikrinimas", "accounts": "Įmonės paskyros", "posts": "Įrašai", "approvals": "Tvirtinimas",
		"publications": "Publikacijos", "pauses": "Sustabdymai", "policy": "Politika", "people": "Žmonės ir komandos", "signatures": "Parašai", "ledger": "Žurnalas"}[g.ID]
}

type docsOperation struct {
	ID, Method, Path, Scope string
	EN, LT                  string
	Fields                  []docsField
}

// Summary says what the operation does, in a language.
func (o docsOperation) Summary(lang string) string {
	if lang == "lt" {
		return o.LT
	}
	return o.EN
}

type docsField struct {
	Name, In, Type, Doc string
	Required            bool
}

// newPage makes the page of a description, in both languages, and its handler.
func newPage(d *huma.OpenAPI) http.Handler {
	t := template.Must(template.New("docs").Parse(docsTemplate)) // it is a part of the program
	groups := groupsOf(d)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page := docs{Groups: groups}
		page.Lang, _ = language(r)
		if chosen, err := r.Cookie("language"); err == nil && (chosen.Value == "en" || chosen.Value == "lt") {
			page.Lang = chosen.Value
		}
		if chosen, err := r.Cookie("theme"); err == nil && (chosen.Value == "light" || chosen.Value == "dark") {
			page.Theme = chosen.Value
		}
		var out bytes.Buffer
		if err := t.Execute(&out, page); err != nil {
			http.Error(w, "the page could not be made", http.StatusInternalServerError)
			return
		}
		h := w.Header()
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
		_, _ = w.Write(out.Bytes()) // a reader who went away is no fault of ours
	})
}

func groupsOf(d *huma.OpenAPI) []docsGroup {
	var groups []docsGroup
	for _, id := range []string{"me", "check", "accounts", "posts", "approvals", "publications", "pauses", "policy", "people", "signatures", "ledger"} {
		g := docsGroup{ID: id}
		for path, item := range d.Paths {
			for method, op := range map[string]*huma.Operation{http.MethodGet: item.Get, http.MethodPost: item.Post, http.MethodPatch: item.Patch} {
				if op != nil && op.Tags[0] == id {
					g.Operations = append(g.Operations, described(d, method, path, op))
				}
			}
		}
		slices.SortFunc(g.Operations, func(a, b docsOperation) int {
			return strings.Compare(a.Path+" "+a.Method, b.Path+" "+b.Method)
		})
		groups = append(groups, g)
	}
	return groups
}

func described(d *huma.OpenAPI, method, path string, op *huma.Operation) docsOperation {
	summary, _ := op.Extensions[lithuanian].(string)
	out := docsOperation{ID: op.OperationID, Method: method, Path: path, EN: op.Summary, LT: summary}
	out.Scope = strings.Join(op.Security[0][tokenScheme], " ")
	for _, p := range op.Parameters {
		out.Fields = append(out.Fields, docsField{p.Name, p.In, typeName(p.Schema), p.Description, p.Required})
	}
	if op.RequestBody == nil {
		return out
	}
	for kind, media := range op.RequestBody.Content {
		if kind != "application/json" {
			out.Fields = append(out.Fields, docsField{"", "body", kind, "", true})
			continue
		}
		body := resolved(d, media.Schema)
		for name, field := range body.Properties {
			out.Fields = append(out.Fields, docsField{name, "body", typeName(resolved(d, field)), field.Description, slices.Contains(body.Required, name)})
		}
	}
	slices.SortStableFunc(out.Fields, func(a, b docsField) int { return strings.Compare(a.In+a.Name, b.In+b.Name) })
	return out
}

func resolved(d *huma.OpenAPI, schema *huma.Schema) *huma.Schema {
	if schema.Ref != "" {
		return d.Components.Schemas.SchemaFromRef(schema.Ref)
	}
	return schema
}

func typeName(schema *huma.Schema) string {
	if schema == nil {
		return ""
	}
	if len(schema.Enum) > 0 {
		var names []string
		for _, e := range schema.Enum {
			if name, ok := e.(string); ok {
				names = append(names, name)
			}
		}
		return strings.Join(names, " | ")
	}
	if schema.Format == "date-time" {
		return "2026-03-14T09:00:00Z"
	}
	return schema.Type
}
