package web

import (
	"compress/gzip"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func loadedAssets(t *testing.T) *Assets {
	t.Helper()
	assets, err := NewAssets(assetFiles)
	if err != nil {
		t.Fatal(err)
	}
	return assets
}

func get(h http.Handler, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestAssetsAreKeptByDigest(t *testing.T) {
	assets := loadedAssets(t)
	address, err := assets.URL("rostrum.css")
	if err != nil {
		t.Fatal(err)
	}
	packed := get(assets, address, "Accept-Encoding", "br, gzip")
	if got := packed.Header(); !strings.Contains(got.Get("Cache-Control"), "immutable") || got.Get("Content-Encoding") != "gzip" || !strings.HasPrefix(got.Get("Content-Type"), "text/css") {
		t.Error(got)
	}
	open, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(open)
	if plain := get(assets, address, "Accept-Encoding", "gzip;q=0").Body.String(); err != nil || plain != string(unpacked) {
		t.Error("what is compressed is not what is plain", err)
	}
	if w := get(assets, "/assets/rostrum.css"); w.Header().Get("Cache-Control") != "no-cache" {
		t.Error("a name without digest is kept:", w.Header())
	}
	if w := get(assets, address, "If-None-Match", get(assets, address).Header().Get("Etag")); w.Code != http.StatusNotModified {
		t.Error(w.Code)
	}
	for _, other := range []string{"/assets/README.md", "/assets/tabler.cut.cjs", "/assets/", "/assets/rostrum.000000000000.css"} {
		if w := get(assets, other); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", other, w.Code)
		}
	}
}

// TestFirstVisitIsSmall adds up what a browser without a cache fetches beside the page itself.
func TestFirstVisitIsSmall(t *testing.T) {
	assets, total := loadedAssets(t), 0
	for _, name := range []string{"tabler.css", "rostrum.css", "rostrum.js", "htmx.js", "icons.svg", "mark.svg"} {
		address, err := assets.URL(name)
		if err != nil {
			t.Fatal(err)
		}
		total += get(assets, address, "Accept-Encoding", "gzip").Body.Len()
	}
	if total > 110<<10 {
		t.Errorf("%d bytes", total)
	}
}

func TestPageMayAskForLess(t *testing.T) {
	if got := (CSP{NoConnect: true, WebAssembly: true}).header(); !strings.Contains(got, "connect-src 'none'") || !strings.Contains(got, "script-src 'self' 'wasm-unsafe-eval';") {
		t.Error(got)
	}
	if got := (CSP{}).header(); strings.Contains(got, "unsafe") || !strings.HasPrefix(got, "default-src 'none'") {
		t.Error(got)
	}
}

type examplePage struct {
	Page
	Label, Text string
	When, Soon  time.Time
	Steps       []Step
	Tabs        []Link
	Verdicts    []string
	Options     []Option
	Form        Form
	Columns     []string
	Heat        []HeatRow
}

func example(lang, theme string) *examplePage {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	p := &examplePage{When: now.Add(-50 * time.Hour), Soon: now.Add(3 * time.Hour), Verdicts: []string{"allow", "advise", "review", "block"}}
	p.Page = Page{Lang: lang, Theme: theme, Company: "Šiaurės bankas", Path: "/people?team=1", Title: "Acknowledgements", Lead: "Who has signed which clause, and who still has to.",
		Person: &Viewer{"Rūta Žukaitė", "RŽ", []string{"Policy owner", "Auditor"}}, Flash: &Flash{Kind: "done", Text: "The reminder has been sent to 12 people."},
		Crumbs: []Link{{Label: "Training", Href: "/training"}}, Action: &Link{Icon: "send", Label: "Remind everyone", Href: "/remind"}}
	p.Label, p.Text = "E-mail address", "We write to this address and nobody else sees it."
	if lang == Lithuanian {
		p.Title, p.Lead, p.Flash.Text = "Susipažinimai", "Kas kurį punktą jau pasirašė ir kas dar turi pasirašyti.", "Priminimas išsiųstas 12 žmonių."
		p.Crumbs[0].Label, p.Action.Label, p.Label, p.Text = "Mokymai", "Priminti visiems", "El. pašto adresas", "Rašysime tik šiuo adresu, kiti jo nematys."
	}
	for i, item := range menuItems {
		item.Current, item.Count = i == 3, i%4*3
		p.Nav = append(p.Nav, item)
	}
	p.Steps = []Step{{p.Label, "done"}, {p.Title, "current"}, {p.Label, ""}}
	p.Tabs = []Link{{Label: p.Title, Href: "/", Current: true, Count: 3}, {Label: p.Label, Href: "/x", Icon: "clock"}}
	p.Options = []Option{{"a", p.Title}, {"b", p.Label}}
	p.Form = Form{Values: url.Values{"email": {"rūta@"}, "text": {`<script>alert("x")</script>`}}, Errors: map[string]string{"email": p.Text}}
	p.Columns = []string{"I", "II", "III", "IV", "V", "VI"}
	for _, name := range []string{"Vilnius", "Kaunas"} {
		row := HeatRow{Name: name}
		for level := range 6 {
			row.Cells = append(row.Cells, HeatCell{Number(lang, level*7), level})
		}
		p.Heat = append(p.Heat, row)
	}
	return p
}

var menuItems = []NavItem{{Icon: "home", Key: "shell.nav_home", Href: "/"}, {Icon: "book", Key: "shell.nav_handbook", Href: "/handbook"},
	{Icon: "message", Key: "shell.nav_check", Href: "/check"}, {Icon: "certificate", Key: "shell.nav_training", Href: "/training"},
	{Icon: "users", Key: "shell.nav_people", Href: "/people"}, {Icon: "list", Key: "shell.nav_ledger", Href: "/ledger"}, {Icon: "settings", Key: "shell.nav_settings", Href: "/settings"}}

func exampleRenderer(t *testing.T, files fs.FS) (*Renderer, error) {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }
	return NewRenderer(files, loadedWords(t), loadedAssets(t), func() *time.Location { return time.UTC }, now, slog.New(slog.DiscardHandler))
}

func TestEveryPartIsShown(t *testing.T) {
	render, err := exampleRenderer(t, templateFiles)
	if err != nil {
		t.Fatal(err)
	}
	for lang, wanted := range map[string][]string{
		"en": {`<html lang="en" data-bs-theme="dark">`, "Lietuviškai", "2 days ago", "Review", "12,480", `value="/people?team=1"`},
		"lt": {`<html lang="lt" data-bs-theme="dark">`, "In English", "prieš 2 dienas", "Peržiūrėti", "12\u00a0480", "Daugiau"},
	} {
		w := httptest.NewRecorder()
		page := example(lang, "dark")
		page.CSP.NoConnect = true
		render.Render(w, httptest.NewRequest("GET", "/", nil), http.StatusOK, "example/example", page)
		body := w.Body.String()
		for _, want := range append(wanted, `value="rūta@"`, `aria-invalid="true"`, `<option value="b" selected>`, `&lt;script&gt;alert`) {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %s", lang, want)
			}
		}
		if found := regexp.MustCompile(`(?i)\sstyle=|<style|\son[a-z]+=|<script>|ZgotmplZ|no value|&lt;nil|\[[a-z]+\.[a-z_]+\]`).FindString(body); found != "" {
			t.Errorf("%s: %q on the page", lang, found)
		}
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Content-Security-Policy"), "connect-src 'none'") {
			t.Error(w.Code, w.Header())
		}
	}
}

func TestBrokenPageIsNotShownHalf(t *testing.T) {
	render, err := exampleRenderer(t, withPage(t, `{{define "content"}}half a page {{.Missing}}{{end}}`))
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	render.Render(w, httptest.NewRequest("GET", "/", nil), http.StatusOK, "x/x", example("lt", ""))
	if body := w.Body.String(); w.Code != http.StatusInternalServerError || strings.Contains(body, "half") || !strings.Contains(body, "Šio puslapio parodyti nepavyko") {
		t.Error(w.Code, body)
	}
}

func TestTemplatesThatStopTheStart(t *testing.T) {
	for _, source := range []string{`{{t "shell.nowhere"}}`, `{{if true}}{{range .}}{{plural "shell.no" 3}}{{end}}{{end}}`, `{{icon "unicorn"}}`, `{{asset "x.css"}}`, `{{with (t "no.no")}}{{.}}{{end}}`} {
		_, err := exampleRenderer(t, withPage(t, `{{define "content"}}`+source+`{{end}}`))
		if err == nil {
			t.Errorf("%s: taken", source)
		}
	}
}

// withPage gives the real layout and parts with one page, x/x.
func withPage(t *testing.T, source string) fs.FS {
	t.Helper()
	files := fstest.MapFS{"templates/x/x.html": {Data: []byte(source)}}
	real, err := fs.Glob(templateFiles, "templates/parts/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(real, "templates/layout.html") {
		data, err := templateFiles.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		files[file] = &fstest.MapFile{Data: data}
	}
	return files
}

func TestPreferencesComeBackToUs(t *testing.T) {
	for back, want := range map[string]string{"/people?team=1": "/people?team=1", "//evil.example": "/", "https://evil.example": "/", `/\evil.example`: "/", "people": "/", "": "/"} {
		r := httptest.NewRequest("POST", "/preferences", strings.NewReader(url.Values{"back": {back}, "language": {"lt"}, "theme": {"pink"}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		Preferences(w, r)
		if got := w.Header().Get("Location"); got != want {
			t.Errorf("%q leads to %q", back, got)
		}
		if set := w.Result().Cookies(); len(set) != 1 || set[0].Name != "language" || set[0].Value != "lt" {
			t.Error(set)
		}
	}
}
