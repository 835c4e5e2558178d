package web

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"text/template/parse"
	"time"

	"rostrum/fault"
)

//go:embed all:templates
var templateFiles embed.FS

// Renderer turns pages into HTML. It has read all templates before the first is shown, and puts each together with the frame
// when it is first asked for: all of them together take a hundred megabytes and a quarter of a second.
type Renderer struct {
	words  *Words
	assets *Assets
	pages  map[string]map[string]func() (*template.Template, error) // language → "room/page"
	log    *slog.Logger
	zips   sync.Pool // of *gzip.Writer
}

// NewRenderer reads templates/: layout.html, parts/, and each other file as the page "room/name". It refuses a template that
// names a word, icon or asset that does not exist. Times are shown in the time zone that zone gives at the moment.
func NewRenderer(files fs.FS, words *Words, assets *Assets, zone func() *time.Location, now func() time.Time, log *slog.Logger) (*Renderer, error) {
	r := &Renderer{words: words, assets: assets, pages: map[string]map[string]func() (*template.Template, error){}, log: log}
	pages, err := fs.Glob(files, "templates/*/*.html")
	if err != nil {
		return nil, err
	}
	var wrong []error
	for _, lang := range []string{English, Lithuanian} {
		r.pages[lang] = map[string]func() (*template.Template, error){}
		frame := template.New("").Funcs(r.functions(lang, zone, now))
		if _, err := frame.ParseFS(files, "templates/layout.html", "templates/parts/*.html"); err != nil {
			return nil, err
		}
		wrong = r.unknown(frame) // and the same again in the second language
		for _, file := range pages {
			name := strings.TrimSuffix(strings.TrimPrefix(file, "templates/"), ".html")
			if strings.HasPrefix(name, "parts/") {
				continue
			}
			alone, err := template.New("").Funcs(r.functions(lang, zone, now)).ParseFS(files, file)
			if err != nil {
				return nil, err
			}
			wrong = append(wrong, r.unknown(alone)...)
			r.pages[lang][name] = sync.OnceValues(func() (*template.Template, error) {
				return template.Must(frame.Clone()).ParseFS(files, file)
			})
		}
	}
	return r, errors.Join(wrong...)
}

func (r *Renderer) functions(lang string, zone func() *time.Location, now func() time.Time) template.FuncMap {
	return template.FuncMap{
		"t": func(key string, pairs ...any) string { return r.words.T(lang, key, pairs...) },
		"plural": func(key string, n int, pairs ...any) string {
			return r.words.T(lang, key, append([]any{"n", n}, pairs...)...)
		},
		"date":     func(t time.Time) string { return Date(lang, t.In(zone())) },
		"datetime": func(t time.Time) string { return DateTime(lang, t.In(zone())) },
		"ago":      func(t time.Time) string { return r.words.Ago(lang, t.In(zone()), now()) },
		"number":   func(n int) string { return Number(lang, n) },
		"asset":    r.assets.URL,
		"icon":     r.icon,
		"dict":     dict,
	}
}

// icon draws one of icons.svg in the colour and size of the text. It is never read out: a word stands beside it.
func (r *Renderer) icon(name string) (template.HTML, error) {
	sprite, err := r.assets.URL("icons.svg")
	return template.HTML(`<svg class="icon" aria-hidden="true" focusable="false"><use href="` + sprite + `#` + template.HTMLEscapeString(name) + `"/></svg>`), err
}

// dict makes a map of pairs, to hand a part more than one thing.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, errors.New("dict needs pairs of name and value")
	}
	m := map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: %v is no name", pairs[i])
		}
		m[name] = pairs[i+1]
	}
	return m, nil
}

// unknown lists the words, icons and assets that templates name and that do not exist.
func (r *Renderer) unknown(set *template.Template) (wrong []error) {
	icons := r.assets.icons()
	for _, t := range set.Templates() {
		if t.Tree == nil {
			continue
		}
		eachCall(t.Tree.Root, func(function, name string) {
			ok := true
			switch function {
			case "t", "plural":
				ok = r.words.Has(name)
			case "icon":
				ok = icons[name]
			case "asset":
				ok = r.assets.byName[name] != nil
			}
			if !ok {
				wrong = append(wrong, fmt.Errorf("template %s: there is no %s %q", t.Name(), function, name))
			}
		})
	}
	return wrong
}

// eachCall visits the calls below a node whose first argument is a literal string: t "shell.skip".
func eachCall(node parse.Node, visit func(function, literal string)) {
	branch := func(b *parse.BranchNode) {
		eachCall(b.Pipe, visit)
		eachCall(b.List, visit)
		if b.ElseList != nil {
			eachCall(b.ElseList, visit)
		}
	}
	switch n := node.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			eachCall(child, visit)
		}
	case *parse.ActionNode:
		eachCall(n.Pipe, visit)
	case *parse.TemplateNode:
		if n.Pipe != nil {
			eachCall(n.Pipe, visit)
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.PipeNode:
		for _, command := range n.Cmds {
			eachCall(command, visit)
		}
	case *parse.CommandNode:
		for i, arg := range n.Args {
			if called, ok := arg.(*parse.IdentifierNode); ok && i == 0 && len(n.Args) > 1 {
				if literal, ok := n.Args[1].(*parse.StringNode); ok {
					visit(called.Ident, literal.Text)
				}
			}
			eachCall(arg, visit)
		}
	}
}

// Render answers with a page. It is written whole or not at all: if a page breaks half-way, the reader gets a plain one
// that says so, and the error is logged.
func (r *Renderer) Render(w http.ResponseWriter, req *http.Request, status int, name string, view View) {
	page := view.page()
	var out bytes.Buffer
	err := fmt.Errorf("there is no page %s in %q", name, page.Lang)
	if whole := r.pages[page.Lang][name]; whole != nil {
		var set *template.Template
		if set, err = whole(); err == nil {
			err = set.ExecuteTemplate(&out, "layout.html", view)
		}
	}
	if err != nil {
		r.log.ErrorContext(req.Context(), "page could not be rendered", "page", name, "path", req.URL.Path, "error", err)
		status = http.StatusInternalServerError
		out.Reset()
		r.plain(&out, page.Lang)
	}
	head := w.Header()
	head.Set("Content-Type", "text/html; charset=utf-8")
	head.Set("Content-Security-Policy", page.CSP.header())
	head.Set("Cache-Control", "no-store")
	head.Add("Vary", "Accept-Encoding")
	body := &out
	if !page.Whole && r.shrinks(req, out.Len()) {
		head.Set("Content-Encoding", "gzip")
		body = r.shrunk(out.Bytes())
	}
	w.WriteHeader(status)
	if req.Method != http.MethodHead {
		w.Write(body.Bytes()) // a reader who went away is no fault of ours
	}
}

var plainPage = template.Must(template.New("").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{.Title}}</title>
<h1>{{.Title}}</h1><p>{{.Text}}</p><p><a href="/">{{.Home}}</a></p></html>
`))

func (r *Renderer) plain(out *bytes.Buffer, lang string) {
	plainPage.Execute(out, struct{ Lang, Title, Text, Home string }{lang,
		r.words.T(lang, "shell.broken_title"), r.words.T(lang, "shell.broken"), r.words.T(lang, "shell.home")})
}

// Status gives the HTTP status that tells a fault of this kind.
func Status(code fault.Code) int {
	switch code {
	case fault.Invalid:
		return http.StatusUnprocessableEntity
	case fault.SignIn, fault.StepUp:
		return http.StatusUnauthorized
	case fault.Forbidden:
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

// Theme gives the colours that a reader chose: "light", "dark", or empty for those of the device.
func Theme(r *http.Request) string {
	if chosen, err := r.Cookie("theme"); err == nil && (chosen.Value == "light" || chosen.Value == "dark") {
		return chosen.Value
	}
	return ""
}

// Preferences answers POST /preferences, the switches of the page's head: it keeps language or theme in a cookie for a
// year and returns to the page named in back.
func Preferences(w http.ResponseWriter, r *http.Request) {
	keep := func(name, value string) {
		http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: 365 * 24 * 60 * 60,
			SameSite: http.SameSiteLaxMode, Secure: r.TLS != nil})
	}
	if lang := r.PostFormValue("language"); lang == English || lang == Lithuanian {
		keep("language", lang)
	}
	if theme := r.PostFormValue("theme"); theme == "light" || theme == "dark" {
		keep("theme", theme)
	}
	http.Redirect(w, r, Local(r.PostFormValue("back")), http.StatusSeeOther)
}

// Local gives back an address within this site, and "/" for anything that would lead a browser elsewhere.
func Local(back string) string {
	u, err := url.Parse(back)
	if err != nil || u.Scheme != "" || u.Host != "" || !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.Contains(back, `\`) {
		return "/"
	}
	return back
}
