package simulator

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"unicode/utf8"
)

//go:embed pages
var pageFiles embed.FS

// pages are what people see of the simulator.
type pages struct {
	s         *Simulator
	templates *template.Template
}

func newPages(s *Simulator) (*pages, error) {
	t, err := template.ParseFS(pageFiles, "pages/*.html")
	if err != nil {
		return nil, fmt.Errorf("simulator: %w", err)
	}
	return &pages{s, t}, nil
}

// page is what all pages have. T says something in its language.
type page struct {
	language
	Title string
	Base  string // the path under which the simulator is mounted
	Other string // this page in the other language
	Theme string // "light" or "dark" where Rostrum shows itself so in the same browser; otherwise the system's
}

func (p *pages) page(r *http.Request, title string) page {
	l := languageOf(r)
	query := r.URL.Query()
	query.Set("lang", string(l.other()))
	return page{language: l, Title: title, Base: p.s.address.Path, Other: "?" + query.Encode(), Theme: cookie(r, "theme")}
}

func (p *pages) show(w http.ResponseWriter, status int, name string, data any) {
	var out bytes.Buffer
	if err := p.templates.ExecuteTemplate(&out, name, data); err != nil {
		http.Error(w, "The simulator cannot show this page.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes()) // whoever asked may be gone
}

func (p *pages) file(name, kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "public, max-age=300")
		content, err := pageFiles.ReadFile("pages/" + name)
		if err != nil {
			w.WriteHeader(http.StatusInternalServerError)
		}
		_, _ = w.Write(content)
	}
}

// face is an account with what its picture is drawn of: a letter and one of six colours.
type face struct {
	Account
	Handle, Letter, Colour string
}

func (p *pages) face(a Account) face {
	letter, _ := utf8.DecodeRuneInString(a.Shown + a.Name)
	id := idOf(a.Name)
	return face{a, "@" + a.Name, strings.ToUpper(string(letter)), "c" + string('0'+(id[len(id)-1]-'0')%6)}
}

type indexPage struct {
	page
	Faces []face
}

func (p *pages) index(w http.ResponseWriter, r *http.Request) {
	q := indexPage{page: p.page(r, "")}
	for _, a := range p.s.options.Accounts {
		q.Faces = append(q.Faces, p.face(a))
	}
	p.show(w, http.StatusOK, "index", q)
}

// nothing answers what is not there.
func (p *pages) nothing(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/api/") || strings.HasPrefix(r.URL.Path, "/oauth/") {
		no(http.StatusNotFound, "Record not found").write(w)
		return
	}
	p.show(w, http.StatusNotFound, "missing", p.page(r, ""))
}
