package handbook

import (
	"bytes"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rostrum/folder"
	"rostrum/policy"
	"rostrum/policy/starter"
)

// starterSite is the site of the starter policy of a shop.
func starterSite(t *testing.T) folder.Files {
	t.Helper()
	source, err := starter.Files(starter.Options{
		Company: "Banga", Languages: []string{"lt", "en"}, Sectors: starter.Sectors,
		Today: time.Date(2026, time.December, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	return built(t, source, Options{PDF: true})
}

func built(t *testing.T, source fs.FS, o Options) folder.Files {
	t.Helper()
	p, err := policy.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	site, err := Build(p, o)
	if err != nil {
		t.Fatal(err)
	}
	return site.(folder.Files)
}

// smallSite is the site of the policy in testdata, with some of its files replaced.
func smallSite(t *testing.T, o Options, replaced map[string]string) folder.Files {
	t.Helper()
	source := fstest.MapFS{}
	err := fs.WalkDir(testdata, "testdata/acme", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := testdata.ReadFile(name)
		source[strings.TrimPrefix(name, "testdata/acme/")] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range replaced {
		source[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return built(t, source, o)
}

// document is a page as a browser reads it.
func document(t *testing.T, f folder.Files, name string) *html.Node {
	t.Helper()
	content, ok := f[name]
	if !ok {
		t.Fatalf("there is no page %s", name)
	}
	doc, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// elements gives the elements of a kind, all of them for 0.
func elements(doc *html.Node, kind atom.Atom) []*html.Node {
	var found []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (kind == 0 || n.DataAtom == kind) {
			found = append(found, n)
		}
	}
	return found
}

// textOf gives the words of an element; what does not run on in its line stands apart.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && !slices.Contains([]atom.Atom{atom.A, atom.Span, atom.Strong, atom.Em, atom.Code}, d.DataAtom) {
			b.WriteByte(' ')
		}
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func pages(f folder.Files) []string {
	var names []string
	for name := range f {
		if strings.HasSuffix(name, ".html") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func TestEveryPageIsSound(t *testing.T) {
	f := starterSite(t)
	for _, name := range pages(f) {
		doc := document(t, f, name)
		lang := attribute(elements(doc, atom.Html)[0], "lang")
		if want, _, inside := strings.Cut(name, "/"); inside && lang != want {
			t.Errorf("%s: its language is said to be %q", name, lang)
		}
		if titles := elements(doc, atom.Title); len(titles) != 1 || textOf(titles[0]) == "" {
			t.Errorf("%s has no title", name)
		}
		if n := len(elements(doc, atom.H1)); n != 1 {
			t.Errorf("%s has %d first headings", name, n)
		}
		if !strings.Contains(string(f[name]), `content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';`) {
			t.Errorf("%s has no strict content security policy", name)
		}
		last := 0
		ids := map[string]bool{}
		for _, n := range elements(doc, 0) {
			if id := attribute(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: the id %q is there twice", name, id)
				}
				ids[id] = true
			}
			if level := strings.Index("123456", strings.TrimPrefix(n.Data, "h")) + 1; strings.HasPrefix(n.Data, "h") && len(n.Data) == 2 && level > 0 {
				if level > last+1 {
					t.Errorf("%s: after a heading of level %d comes one of level %d: %s", name, last, level, textOf(n))
				}
				last = level
			}
			if attribute(n, "style") != "" {
				t.Errorf("%s: a style in the page is against its own security policy", name)
			}
		}
	}
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	f := starterSite(t)
	for _, name := range pages(f) {
		for _, n := range elements(document(t, f, name), 0) {
			link := attribute(n, "href") + attribute(n, "src")
			if link == "" {
				continue
			}
			u, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s: %s: %v", name, link, err)
				continue
			}
			if u.Scheme != "" || u.Host != "" {
				if n.DataAtom != atom.A || attribute(n, "rel") != "noreferrer" {
					t.Errorf("%s asks another host: <%s> %s", name, n.Data, link)
				}
				continue
			}
			target := path.Join(path.Dir(name), u.Path)
			if u.Path == "" {
				target = name
			}
			if _, ok := f[target]; !ok && path.Base(target) != PDF {
				t.Errorf("%s leads to %s, which is not there", name, target)
			} else if u.Fragment != "" && !strings.Contains(string(f[target]), `id="`+u.Fragment+`"`) {
				t.Errorf("%s leads to %s, where there is no #%s", name, target, u.Fragment)
			}
		}
	}
}

func TestLanguagesHaveTheSamePages(t *testing.T) {
	f := starterSite(t)
	of := func(lang string) []string {
		var names []string
		for name := range f {
			if rest, ok := strings.CutPrefix(name, lang+"/"); ok {
				names = append(names, rest)
			}
		}
		slices.Sort(names)
		return names
	}
	if len(of("lt")) < 30 || !slices.Equal(of("lt"), of("en")) {
		t.Errorf("lt has %v\nen has %v", of("lt"), of("en"))
	}
	page := document(t, f, "lt/clauses/privacy.html")
	for _, a := range elements(page, atom.A) {
		if attribute(a, "hreflang") == "en" && attribute(a, "href") == "../../en/clauses/privacy.html" {
			return
		}
	}
	t.Error("a Lithuanian clause does not lead to the same clause in English")
}

func TestSameAgain(t *testing.T) {
	if one, two := starterSite(t), starterSite(t); !maps.EqualFunc(one, two, bytes.Equal) {
		t.Error("the same policy gave two different sites")
	}
}

func TestFilesAreAFileSystem(t *testing.T) {
	f := starterSite(t)
	if err := fstest.TestFS(f, "index.html", "lt/clauses/privacy.html", "assets/handbook.css", Marker); err != nil {
		t.Error(err)
	}
}
