package mastodon

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
)

// marksOf gives what stays of a text on its way through any server: without white space, the signs of Markdown, and the
// servers of mentions; links in one way of writing.
func marksOf(text string) string {
	text = replaceLinks(text, oneWay)
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("*_`~\\", r) || unicode.Is(unicode.Cf, r) && r != '\u200d' {
			return -1
		}
		return r
	}, norm.NFC.String(withoutServers(text)))
}

// oneWay writes a link as all ways of writing it: the name of the server in small letters, nothing escaped, no slash at the end.
func oneWay(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	plain := strings.ToLower(u.Scheme+"://"+u.Host) + strings.TrimRight(u.Path, "/")
	if u.RawQuery != "" {
		if query, err := url.PathUnescape(u.RawQuery); err == nil {
			plain += "?" + query
		}
	}
	if u.Fragment != "" {
		plain += "#" + u.Fragment
	}
	return plain
}

func marksOfPost(s status) string {
	if s.Text != "" {
		return marksOf(s.Text)
	}
	root, err := html.Parse(strings.NewReader(s.Content))
	if err != nil {
		return "" // reading from memory cannot fail
	}
	return marksOf(written(root))
}

// written gives the text of HTML. A link that is shown shortened counts with its address.
func written(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var text strings.Builder
	if n.Type == html.ElementNode && (n.Data == "br" || n.Data == "p") {
		text.WriteByte('\n')
	}
	for child := range n.ChildNodes() {
		text.WriteString(written(child))
	}
	if shown := text.String(); n.Type == html.ElementNode && n.Data == "a" && isAddress(shown) {
		return attribute(n, "href")
	}
	return text.String()
}

func isAddress(shown string) bool {
	return strings.HasPrefix(shown, "http://") || strings.HasPrefix(shown, "https://") || strings.HasSuffix(shown, "…")
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
