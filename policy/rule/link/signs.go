package link

import (
	_ "embed"
	"strings"

	"rostrum/policy/rule/link/likeness"
)

//go:embed signs.txt
var signFile string

//go:embed shorteners.txt
var shortenerFile string

// set is a set of words or hosts.
type set map[string]bool

// signs are the words and hosts that tell a swindle's address.
type signs struct {
	lure      set // as typed and in canonical letters
	filler    set // likewise
	ask       set
	ordinary  set
	hosting   set
	ending    set
	shortener set
}

// readSigns reads the lists that ship with the product.
func readSigns() *signs {
	named := map[string]set{}
	for paragraph := range strings.SplitSeq(signFile, "\n\n") {
		name, members := "", set{}
		for line := range strings.Lines(paragraph) {
			switch line = strings.TrimSpace(line); {
			case line == "" || strings.HasPrefix(line, "#"):
			case name == "":
				name = line
			default:
				members.add(strings.Fields(line))
			}
		}
		named[name] = members
	}
	s := &signs{
		lure: named["lure"], filler: named["filler"], ask: named["ask"], ordinary: named["ordinary"],
		hosting: named["hosting"], ending: named["ending"], shortener: set{},
	}
	s.shortener.add(strings.Fields(shortenerFile))
	s.lure.addCanonical()
	s.filler.addCanonical()
	return s
}

func (s set) add(members []string) {
	for _, m := range members {
		s[m] = true
	}
}

func (s set) addCanonical() {
	var more []string
	for m := range s {
		more = append(more, string(likeness.Canonical(nil, m)))
	}
	s.add(more)
}

// covers tells whether host is, or lies under, a member.
func (s set) covers(host string) bool {
	for {
		if s[host] {
			return true
		}
		dot := strings.IndexByte(host, '.')
		if dot < 0 {
			return false
		}
		host = host[dot+1:]
	}
}
