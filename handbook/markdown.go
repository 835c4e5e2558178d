package handbook

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newMarkdown reads CommonMark and tables. HTML in a text is not HTML here: it is shown as it was typed.
func newMarkdown() goldmark.Markdown {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500)),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extension.Table))
}

// prose is a Markdown text on its way to a page.
type prose struct {
	markdown goldmark.Markdown
	source   []byte
	level    int                             // of its highest headings on the page
	anchors  *anchors                        // ids that the page has already
	link     func(id string) string          // where a clause is, from this page
	number   func(number string) (id string) // which clause has a number; empty: none
	inside   func(id string) (known bool)    // whether there is such a clause
}

// html renders the text.
func (p *prose) html() (template.HTML, error) {
	doc := p.markdown.Parser().Parse(text.NewReader(p.source))
	p.headings(doc)
	p.links(doc)
	p.references(doc)
	var b bytes.Buffer
	if err := p.markdown.Renderer().Render(&b, p.source, doc); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil
}

// headings puts headings below the page's own, without gaps, and makes each a link to itself. A line that is nothing
// but bold is a heading as well: people write it for one, and those who listen to a page find their way by headings.
func (p *prose) headings(doc ast.Node) {
	last := p.level - 1
	for n := doc.FirstChild(); n != nil; {
		next := n.NextSibling()
		heading, is := n.(*ast.Heading)
		if strong := onlyStrong(n); strong != nil {
			heading, is = ast.NewHeading(max(last-p.level+2, 2)), true
			if last >= p.level {
				heading.Level = 2
			}
			moveChildren(heading, strong)
			doc.ReplaceChild(doc, n, heading)
		}
		if is {
			heading.Level = min(max(heading.Level+p.level-2, p.level), last+1, 6)
			last = heading.Level
			p.anchor(heading)
		}
		n = next
	}
}

func (p *prose) anchor(heading *ast.Heading) {
	id := p.anchors.take(plain(heading, p.source))
	heading.SetAttributeString("id", []byte(id))
	if hasLink(heading) {
		return
	}
	self := ast.NewLink()
	self.Destination = []byte("#" + id)
	self.SetAttributeString("class", []byte("self"))
	moveChildren(self, heading)
	heading.AppendChild(heading, self)
}

// onlyStrong gives the bold text that is all there is in a paragraph.
func onlyStrong(n ast.Node) ast.Node {
	if n.Kind() != ast.KindParagraph || n.ChildCount() != 1 {
		return nil
	}
	if e, ok := n.FirstChild().(*ast.Emphasis); ok && e.Level == 2 {
		return e
	}
	return nil
}

func moveChildren(to, from ast.Node) {
	for c := from.FirstChild(); c != nil; c = from.FirstChild() {
		to.AppendChild(to, c)
	}
}

func hasLink(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindLink || c.Kind() == ast.KindAutoLink || hasLink(c) {
			return true
		}
	}
	return false
}

// plain gives the words of a node, without marks.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch t := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(t.Value(source))
				if t.SoftLineBreak() || t.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				b.Write(t.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(t.Label(source))
			}
		default:
			if !entering && n.Type() == ast.TypeBlock {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// anchors are the ids of one page, or of one part of it.
type anchors struct {
	prefix string
	taken  map[string]bool
}

func newAnchors(prefix string, taken ...string) *anchors {
	a := &anchors{prefix, map[string]bool{}}
	for _, id := range taken {
		a.taken[id] = true
	}
	return a
}

var lithuanianLetters = strings.NewReplacer("ą", "a", "č", "c", "ę", "e", "ė", "e", "į", "i", "š", "s", "ų", "u", "ū", "u", "ž", "z")

// take gives an id that says what the heading says.
func (a *anchors) take(heading string) string {
	var b strings.Builder
	for _, r := range lithuanianLetters.Replace(strings.ToLower(heading)) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	id := strings.TrimSuffix(b.String(), "-")
	if id == "" {
		id = "section"
	}
	unique := id
	for n := 2; a.taken[unique]; n++ {
		unique = id + "-" + strconv.Itoa(n)
	}
	a.taken[unique] = true
	return a.prefix + unique
}
