package handle

import (
	"bytes"

	"rostrum/text"
)

// name is a handle taken apart: @banga@mastodon.example is banga at mastodon.example.
type name struct {
	full  []byte // lower case, without the first @
	local []byte // before the second @, or before .bsky.social
	host  []byte
	core  []byte // the letters and digits of local, folded
	ascii bool
}

// space is the memory for one name.
type space struct{ full, core, canon [96]byte }

// blueskyHost is what Bluesky's own handles end in; the name before it is the person's.
const blueskyHost = "bsky.social"

// readName takes a handle apart. It allocates only for letters beyond ASCII and very long names.
func readName(s string, m *space) name {
	n := name{full: m.full[:0], ascii: true}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		n.ascii = n.ascii && c < 0x80
		n.full = append(n.full, c)
	}
	if !n.ascii {
		n.full = bytes.ToLower(n.full)
	}
	n.full = bytes.Trim(n.full, "@ ")
	n.local = n.full
	if at := bytes.IndexByte(n.full, '@'); at >= 0 {
		n.local, n.host = n.full[:at], n.full[at+1:]
	} else if len(n.full) > len(blueskyHost)+1 && bytes.HasSuffix(n.full, []byte("."+blueskyHost)) {
		at := len(n.full) - len(blueskyHost)
		n.local, n.host = n.full[:at-1], n.full[at:]
	}
	local := n.local
	if !n.ascii {
		local = []byte(text.Fold(string(local)))
	}
	n.core = appendCore(m.core[:0], local)
	return n
}

// appendCore appends the letters and digits of a folded name.
func appendCore(core, folded []byte) []byte {
	for _, c := range folded {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 {
			core = append(core, c)
		}
	}
	return core
}

// whole gives the end of a handle with what was typed together with it: networks differ in which characters a name may
// have, and an imitator's @banga.pagalba or @banga-help must not be read as @banga.
func whole(source string, end int) int {
	for end < len(source)-1 && (source[end] == '.' || source[end] == '-') && isNameByte(source[end+1]) {
		end++
		for end < len(source) && isNameByte(source[end]) {
			end++
		}
	}
	return end
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80
}
