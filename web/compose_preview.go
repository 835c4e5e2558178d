package web

import (
	"regexp"
	"strings"

	"rostrum/account"
	"rostrum/network"
	"rostrum/post"
)

// postPreview is how a text looks on a network.
type postPreview struct {
	Network, Name, Handle, Initials string
	Limit                           int
	Parts                           []previewPart
}

// previewPart is one post of a thread.
type previewPart struct {
	Number, Of int
	Pieces     []previewPiece
	Count      int
	Over       bool
}

// previewPiece is a stretch of text; Kind is link, mention, tag or empty.
type previewPiece struct{ Text, Kind string }

func previewOf(n network.Profile, a account.Account, limit int, text string) postPreview {
	p := postPreview{Network: n.ID, Name: a.Name, Handle: "@" + strings.TrimPrefix(a.Handle, "@"), Limit: limit, Initials: initials(a.Name)}
	if p.Name == "" {
		p.Name = a.Handle
	}
	parts := post.Thread(text)
	if len(parts) == 0 {
		parts = []string{""}
	}
	for i, part := range parts {
		shown := previewPart{Number: i + 1, Of: len(parts), Pieces: marked(n.ID, part), Count: len([]rune(part))}
		if n.Count != nil {
			shown.Count = n.Count(part)
		}
		shown.Over = limit > 0 && shown.Count > limit
		p.Parts = append(p.Parts, shown)
	}
	return p
}

// marks finds links, mentions and hashtags; assets/preview.js finds the same.
var marks = regexp.MustCompile(`(?i)(https?://[^\s<>"]+)|(^|[^\pL\pN_/@.])(@[\pL\pN_](?:[\pL\pN_.-]*[\pL\pN_])?(?:@[\pL\pN.-]*[\pL\pN])?)|(^|[^\pL\pN_/#&])([#＃][\pL\pN_]*[\pL_][\pL\pN_]*)`)

// marked cuts a text where a network marks it. Mastodon shows links without their scheme and shortened, and mentions without their server.
func marked(net, text string) []previewPiece {
	var all []previewPiece
	add := func(text, kind string) {
		if text != "" {
			all = append(all, previewPiece{text, kind})
		}
	}
	from := 0
	for _, at := range marks.FindAllStringSubmatchIndex(text, -1) {
		switch {
		case at[2] >= 0:
			link := strings.TrimRight(text[at[2]:at[3]], ".,;:!?…'\"“”„’»)")
			add(text[from:at[2]], "")
			add(shownLink(net, link), "link")
			from = at[2] + len(link)
		case at[6] >= 0:
			add(text[from:at[6]], "")
			mention := text[at[6]:at[7]]
			if name, _, ok := strings.Cut(mention[1:], "@"); ok && net != "bluesky" {
				mention = "@" + name
			}
			add(mention, "mention")
			from = at[7]
		default:
			add(text[from:at[10]], "")
			add(text[at[10]:at[11]], "tag")
			from = at[11]
		}
	}
	add(text[from:], "")
	return all
}

func shownLink(net, link string) string {
	if net == "bluesky" {
		return link
	}
	_, bare, _ := strings.Cut(link, "://")
	bare = strings.TrimPrefix(bare, "www.")
	if short := []rune(bare); len(short) > 30 {
		return string(short[:30]) + "…"
	}
	return bare
}
