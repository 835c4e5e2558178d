package simulator

import (
	"html/template"
	"regexp"
	"strings"
)

var special = regexp.MustCompile(`https?://[^\s<>"]*[^\s<>".,;:!?'”“„’)\]]|#[\p{L}\p{N}_]+|@[\p{L}\p{N}_]+(@[\p{L}\p{N}.-]*[\p{L}\p{N}](:\d+)?)?`)

// contentOf writes a text as Mastodon does: paragraphs, shortened links, mentions without their server. It is HTML that is
// safe, since everything in it went through an escape.
func contentOf(text string) template.HTML {
	var out strings.Builder
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if paragraph = strings.Trim(paragraph, "\n"); paragraph != "" {
			out.WriteString("<p>" + strings.ReplaceAll(marked(paragraph), "\n", "<br />") + "</p>")
		}
	}
	return template.HTML(out.String())
}

func marked(text string) string {
	var out strings.Builder
	last := 0
	for _, at := range special.FindAllStringIndex(text, -1) {
		out.WriteString(template.HTMLEscapeString(text[last:at[0]]))
		found := template.HTMLEscapeString(text[at[0]:at[1]])
		switch found[0] {
		case 'h':
			out.WriteString(link(found))
		case '#':
			out.WriteString(`<span class="tag">` + found + `</span>`)
		default:
			name, _, _ := strings.Cut(found[1:], "@")
			out.WriteString(`<span class="mention">@` + name + `</span>`)
		}
		last = at[1]
	}
	return out.String() + template.HTMLEscapeString(text[last:])
}

// link hides the scheme, and what is beyond 30 characters, from eyes alone.
func link(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	shown, hidden, class := rest, "", ""
	if runes := []rune(rest); len(runes) > 30 && !strings.Contains(rest, "&") { // an escape must not be cut in two
		shown, hidden, class = string(runes[:30]), string(runes[30:]), ` class="ellipsis"`
	}
	return `<a href="` + address + `" rel="nofollow noopener" target="_blank"><span class="invisible">` + scheme + `://</span><span` + class + `>` + shown +
		`</span><span class="invisible">` + hidden + `</span></a>`
}
