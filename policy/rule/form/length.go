package form

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"

	"rostrum/policy/rule"
	"rostrum/text"
)

// network is how long a post may be, in the network's own counting.
type network struct {
	name     string // as people write it
	limit    int
	bytes    int // a second limit, in bytes; 0: none
	hashtags int // at most so many; 0: any number
	count    func(s string) int
	links    bool // each link counts linkLength, however long
	mentions bool // the server in @name@server does not count
	emoji    bool // each emoji counts emojiLength, however it is made up
}

const (
	linkLength  = 23 // Mastodon and X alike
	emojiLength = 2
)

var x = network{name: "X", limit: 280, count: weighted, links: true, emoji: true}

// networks by the names under which a post may name them. The limits are those that the networks document: Bluesky's
// app.bsky.feed.post lexicon, Mastodon's default of 500, version 3 of twitter-text's configuration, and the publishing
// references of the others.
var networks = map[string]*network{
	"bluesky":         {name: "Bluesky", limit: 300, bytes: 3000, count: uniseg.GraphemeClusterCount},
	"mastodon":        {name: "Mastodon", limit: 500, count: uniseg.GraphemeClusterCount, links: true, mentions: true},
	"x":               &x,
	"twitter":         &x,
	"linkedin":        {name: "LinkedIn", limit: 3000, count: utf16Length},
	"facebook":        {name: "Facebook", limit: 63206, count: utf16Length},
	"instagram":       {name: "Instagram", limit: 2200, hashtags: 30, count: utf16Length},
	"threads":         {name: "Threads", limit: 500, count: utf8.RuneCountInString},
	"youtube":         {name: "YouTube", limit: 5000, count: utf8.RuneCountInString},
	"tiktok":          {name: "TikTok", limit: 2200, count: utf16Length},
	"telegram":        {name: "Telegram", limit: 4096, count: utf16Length},
	"pinterest":       {name: "Pinterest", limit: 500, count: utf8.RuneCountInString},
	"google_business": {name: "Google Business", limit: 1500, count: utf8.RuneCountInString},
	"google-business": {name: "Google Business", limit: 1500, count: utf8.RuneCountInString},
}

// networkOf gives the network of a name, or nil where its limits are not known.
func networkOf(name string) *network {
	if n := networks[name]; n != nil || name == "" {
		return n
	}
	return networks[strings.ToLower(name)]
}

func checkLength(in *rule.Input, out *rule.Report) {
	n := networkOf(in.Post.Network)
	if n == nil {
		return
	}
	d := in.Doc
	if size := len(d.Source); n.bytes > 0 && size > n.bytes {
		out.Add(tooLong(n, size, n.bytes, tooManyBytes))
	} else if n.mayExceed(d) {
		if size := n.length(d); size > n.limit {
			out.Add(tooLong(n, size, n.limit, tooManyCharacters))
		}
	}
	if n.hashtags > 0 && d.Has&text.HasHashtag != 0 {
		if tags := countHashtags(d); tags > n.hashtags {
			out.Add(tooLong(n, tags, n.hashtags, tooManyHashtags))
		}
	}
}

// mayExceed spares the counting: nothing counts more than it has bytes, but for links.
func (n *network) mayExceed(d *text.Document) bool {
	size := len(d.Source)
	if n.links && d.Has&text.HasLink != 0 {
		size += linkLength * countKind(d, text.Link)
	}
	return size > n.limit
}

// length counts the post as the network does.
func (n *network) length(d *text.Document) int {
	total := n.count(d.Source)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch {
		case t.Kind == text.Link && n.links:
			total += linkLength - n.count(d.Original(t))
		case t.Kind == text.Emoji && n.emoji:
			total += emojiLength - n.count(d.Original(t))
		case t.Kind == text.Handle && n.mentions:
			handle := d.Original(t)
			if server := strings.LastIndexByte(handle, '@'); server > 0 {
				total -= n.count(handle[server:])
			}
		}
	}
	return total
}

func countKind(d *text.Document, k text.Kind) int {
	n := 0
	for i := range d.Tokens {
		if d.Tokens[i].Kind == k {
			n++
		}
	}
	return n
}

// weighted counts as twitter-text does: Latin, Greek, Cyrillic and their like and common punctuation once, the rest
// twice.
func weighted(s string) int {
	total := 0
	for _, c := range norm.NFC.String(s) {
		switch {
		case c <= 0x10FF, c >= 0x2000 && c <= 0x200D, c >= 0x2010 && c <= 0x201F, c >= 0x2032 && c <= 0x2037:
			total++
		default:
			total += 2
		}
	}
	return total
}

// utf16Length counts as JavaScript does, where an emoji is two or more.
func utf16Length(s string) int {
	n := 0
	for _, c := range s {
		n++
		if c > 0xFFFF {
			n++
		}
	}
	return n
}

func tooLong(n *network, size, limit int, what rule.Text) rule.Match {
	return rule.Match{
		Message: what, Suggestion: shorten,
		Values: []string{"network", n.name, "length", strconv.Itoa(size), "limit", strconv.Itoa(limit), "over", strconv.Itoa(size - limit)},
	}
}
