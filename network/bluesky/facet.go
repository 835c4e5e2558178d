package bluesky

import (
	"context"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/net/publicsuffix"

	"rostrum/network"
)

// facet marks bytes of the text: Bluesky has no markup and recognises nothing by itself.
type facet struct {
	Index    span      `json:"index"`
	Features []feature `json:"features"`
}

// span is from Start up to and without End, in bytes of UTF-8.
type span struct {
	Start int `json:"byteStart"`
	End   int `json:"byteEnd"`
}

type feature struct {
	Type string `json:"$type"`
	URI  string `json:"uri,omitempty"`
	DID  string `json:"did,omitempty"`
	Tag  string `json:"tag,omitempty"`
}

// Where a link, a mention or a hashtag may begin, and what each looks like. Bluesky's own app reads posts in this way.
var (
	aLink    = regexp.MustCompile(`(?:^|[\s\p{Z}("'„“‚«])(https?://[^\s\p{Z}]+|[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#:][^\s\p{Z}]*)?)`)
	aMention = regexp.MustCompile(`(?:^|[\s\p{Z}("'„“‚«])(@[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?)`)
	aTag     = regexp.MustCompile(`(?:^|[\s\p{Z}("'„“‚«])([#＃][^\s\p{Z}\x{00AD}\x{2060}\x{200B}\x{20E2}]+)`)
	aHandle  = regexp.MustCompile(`^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$`)
)

const longestTag = 64 // graphemes

// facets finds links, mentions and hashtags. A mention of nobody stays plain text; an error means that somebody could
// not be looked up now.
func (c *Connector) facets(ctx context.Context, server, text string) ([]facet, error) {
	var all []facet
	mark := func(from, to int, f feature) {
		all = append(all, facet{span{from, to}, []feature{f}})
	}
	for _, at := range aLink.FindAllStringSubmatchIndex(text, -1) {
		link := trimLink(text[at[2]:at[3]])
		if to := address(link); to != "" && ends(text[at[3]:]) {
			mark(at[2], at[2]+len(link), feature{Type: "app.bsky.richtext.facet#link", URI: to})
		}
	}
	for _, at := range aTag.FindAllStringSubmatchIndex(text, -1) {
		written := strings.TrimRightFunc(text[at[2]:at[3]], unicode.IsPunct)
		tag := strings.TrimLeft(written, "#＃")
		if strings.IndexFunc(tag, isWord) >= 0 && uniseg.GraphemeClusterCount(tag) <= longestTag {
			mark(at[2], at[2]+len(written), feature{Type: "app.bsky.richtext.facet#tag", Tag: tag})
		}
	}
	for _, at := range aMention.FindAllStringSubmatchIndex(text, -1) {
		did, err := c.didOf(ctx, server, text[at[2]+1:at[3]])
		if err != nil {
			return nil, err
		}
		if did != "" {
			mark(at[2], at[3], feature{Type: "app.bsky.richtext.facet#mention", DID: did})
		}
	}
	return all, nil
}

// isWord tells what makes a hashtag of a sign with a number: #1 is none.
func isWord(r rune) bool { return !unicode.IsDigit(r) && !unicode.IsPunct(r) }

// trimLink leaves the punctuation of the sentence out of the link.
func trimLink(link string) string {
	link = strings.TrimRight(link, ".,;:!?…'\"“”’»")
	if strings.HasSuffix(link, ")") && strings.Count(link, ")") > strings.Count(link, "(") {
		return trimLink(strings.TrimSuffix(link, ")"))
	}
	return link
}

// ends tells whether a link ends before the rest, and is not the beginning of a longer word or of a mail address.
func ends(rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '@' && next != '_'
}

// address is where a link leads: itself, or https where it begins with a domain that can be.
func address(link string) string {
	if strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "https://") {
		if u, err := url.Parse(link); err != nil || u.Host == "" {
			return ""
		}
		return link
	}
	u, err := url.Parse("https://" + link)
	if err != nil {
		return ""
	}
	if _, known := publicsuffix.PublicSuffix(u.Hostname()); !known {
		return ""
	}
	return u.String()
}

// didOf asks the server, which knows its own accounts and looks up others, who a handle is; empty: nobody.
func (c *Connector) didOf(ctx context.Context, server, handle string) (string, error) {
	if !aHandle.MatchString(handle) {
		return "", nil
	}
	var found struct{ DID string }
	err := c.ask(ctx, server, nil, query("com.atproto.identity.resolveHandle", url.Values{"handle": {handle}}), &found)
	if err != nil && network.KindOf(err) == network.Refused {
		return "", nil
	}
	return found.DID, err
}
