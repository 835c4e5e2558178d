package handbook

import (
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// links keeps the links that a reader may follow: to other sites, to mail, and to other clauses, which a text may
// name as ../other-clause/en.md. Of every other link and of every picture the words remain: a picture would have to
// be asked of another host.
func (p *prose) links(doc ast.Node) {
	for _, n := range all(doc, ast.KindLink, ast.KindAutoLink, ast.KindImage) {
		switch n := n.(type) {
		case *ast.Link:
			if class, own := n.AttributeString("class"); own && string(class.([]byte)) == "self" {
				continue
			}
			if id := p.clauseOf(string(n.Destination)); id != "" {
				n.Destination = []byte(p.link(id))
			} else if external(string(n.Destination)) {
				n.SetAttributeString("rel", []byte("noreferrer"))
			} else {
				unwrap(n)
			}
		case *ast.AutoLink:
			if external(string(n.URL(p.source))) {
				n.SetAttributeString("rel", []byte("noreferrer"))
			} else {
				n.Parent().ReplaceChild(n.Parent(), n, ast.NewString(n.Label(p.source)))
			}
		case *ast.Image:
			unwrap(n)
		}
	}
}

// external says whether a link leads out of the site, and in a way that is safe to follow.
func external(url string) bool {
	url = strings.ToLower(url)
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "mailto:")
}

func (p *prose) clauseOf(destination string) string {
	id := path.Base(path.Dir(destination))
	if strings.HasPrefix(destination, "../") && strings.HasSuffix(destination, ".md") && p.inside(id) {
		return id
	}
	return ""
}

// reference is how a text names another clause: “clause 5.5”, „5.5 punktas“.
var reference = regexp.MustCompile(`(?i)\bclause (\d+(?:\.\d+)+)|\b(\d+(?:\.\d+)+) punkt\p{L}*`)

// references turns the numbers of clauses into links.
func (p *prose) references(doc ast.Node) {
	for _, n := range all(doc, ast.KindText) {
		if t := n.(*ast.Text); !within(t, ast.KindLink, ast.KindCodeSpan) {
			p.refer(t)
		}
	}
}

func (p *prose) refer(t *ast.Text) {
	value, parent, from := t.Value(p.source), t.Parent(), t.Segment.Start
	for _, at := range reference.FindAllSubmatchIndex(value, -1) {
		number := value[max(at[2], at[4]):max(at[3], at[5])]
		id := p.number(string(number))
		if id == "" {
			continue
		}
		start, end := t.Segment.Start, from+at[0]
		if start < end {
			parent.InsertBefore(parent, t, ast.NewTextSegment(text.NewSegment(start, end)))
		}
		link := ast.NewLink()
		link.Destination = []byte(p.link(id))
		link.AppendChild(link, ast.NewTextSegment(text.NewSegment(end, from+at[1])))
		parent.InsertBefore(parent, t, link)
		t.Segment = t.Segment.WithStart(from + at[1])
	}
}

// all gives the nodes of some kinds in the order of the text, as it was before any of them is changed.
func all(doc ast.Node, kinds ...ast.NodeKind) []ast.Node {
	var found []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		for _, k := range kinds {
			if entering && n.Kind() == k {
				found = append(found, n)
			}
		}
		return ast.WalkContinue, nil
	})
	return found
}

func within(n ast.Node, kinds ...ast.NodeKind) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		for _, k := range kinds {
			if p.Kind() == k {
				return true
			}
		}
	}
	return false
}

// unwrap leaves what stands in a node in its place.
func unwrap(n ast.Node) {
	parent := n.Parent()
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
}
