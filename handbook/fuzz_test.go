package handbook

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rostrum/policy"
)

// FuzzText holds that whatever a clause says, its page has no code, no picture and no link that is not safe to follow.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"Plain.\n\n**Bold line**\n\n## Heading", "<script>x</script><img src=x onerror=y>", "[a](javascript:x) <javascript:y> ![p](http://h/i.png)",
		"clause 1.1, 1.1 punkte", "**clause 1.1**", "# a\n\n###### b\n\n[# c](d)\n\n[x]: javascript:y\n\n[x]", "| a | b |\n|---|---|\n| **clause 1.1** | `1.1 punktas` |",
		"[**![x](y)**](../one/en.md)", "\x00\xff", "[a](https://x \"t\" ) <a@b.c> <https://h>",
	} {
		f.Add(seed)
	}
	e := newEdition(&site{policy: &policy.Policy{Languages: []string{"en"}, Clauses: []*policy.Clause{{ID: "one", Number: "1.1"}}}}, "en")
	f.Fuzz(func(t *testing.T, text string) {
		rendered, err := e.render(policy.Text{EN: text}, 2, newAnchors(""), clausePath)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(strings.NewReader(string(rendered)))
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range elements(doc, 0) {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" && !strings.HasPrefix(a.Val, "text-align") {
					t.Errorf("<%s %s=%q> came from %q", n.Data, a.Key, a.Val, text)
				}
			}
			if n.Data == "script" || n.Data == "img" || n.Data == "h1" {
				t.Errorf("<%s> came from %q", n.Data, text)
			}
			if href := attribute(n, "href"); href != "" && !external(href) && href[0] != '#' && href != clausePath("one") {
				t.Errorf("a link to %q came from %q", href, text)
			}
		}
	})
}
