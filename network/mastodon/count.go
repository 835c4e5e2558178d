package mastodon

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/rivo/uniseg"
)

// linkLength is what any link counts.
const linkLength = 23

var (
	linkPattern = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"]+`)
	// A mention of somebody elsewhere: @name@server.
	mentionPattern = regexp.MustCompile(`(^|[^\w/@])(@[\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*)@[\p{L}\p{N}]+(?:[.-]+[\p{L}\p{N}]+)*(?::\d+)?`)
)

// Count counts a text as Mastodon does: in what people see as one character, a link as 23, a mention without its server.
func Count(text string) int {
	links := 0
	rest := replaceLinks(text, func(string) string {
		links++
		return ""
	})
	return links*linkLength + uniseg.GraphemeClusterCount(withoutServers(rest))
}

// withoutServers makes @name of @name@server.
func withoutServers(text string) string { return mentionPattern.ReplaceAllString(text, "$1$2") }

// replaceLinks puts something else in the place of each link. Punctuation that ends the sentence is not the link's.
func replaceLinks(text string, with func(link string) string) string {
	return linkPattern.ReplaceAllStringFunc(text, func(found string) string {
		link := withoutEnd(found)
		u, err := url.Parse(link)
		if err != nil || !strings.Contains(u.Hostname(), ".") {
			return found
		}
		return with(link) + found[len(link):]
	})
}

func withoutEnd(link string) string {
	for {
		cut := strings.TrimRight(link, `.,;:!?'”“„’…*_~`)
		if strings.HasSuffix(cut, ")") && strings.Count(cut, ")") > strings.Count(cut, "(") {
			cut = strings.TrimSuffix(cut, ")")
		}
		if cut == link {
			return link
		}
		link = cut
	}
}
