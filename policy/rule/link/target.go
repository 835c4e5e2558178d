package link

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"rostrum/policy/rule/link/likeness"
	"rostrum/text"
)

//go:embed brands.txt
var brandFile string

// target is a name that an address may imitate.
type target struct {
	label   string // the name as a domain writes it: swedbank
	canon   []byte // the label as likeness.Canonical gives it
	letters uint64 // of the label, see likeness.Letters
	looks   uint64 // of canon
	shown   string // the real address, or the brand where none is known
	domains []string
	own     bool // the company's, not a well-known one
	word    bool // an ordinary word or somebody else's name as well: plain signs of deceit only
	world   bool // holds its name under most countries' endings
}

// targets are all names that an address is held against.
type targets struct {
	all    []target
	labels map[string]int // label or canonical label → index in all
	real   map[string]int // domain → index in all
}

// collect makes the targets from the company's own domains and brands and the names that ship with the product.
// A name of the company's takes the place of one that ships.
func collect(own []string, brands []string) (*targets, error) {
	t := &targets{labels: map[string]int{}, real: map[string]int{}}
	for _, domain := range own {
		label, _ := split(domain)
		i := t.add(target{label: label, shown: domain, own: true})
		t.all[i].domains = append(t.all[i].domains, domain)
		t.real[domain] = i
	}
	for _, brand := range brands {
		label := strings.Join(words(text.Fold(brand)), "")
		if len(label) >= minLabel {
			t.add(target{label: label, shown: brand, own: true, word: true})
		}
	}
	for line := range strings.Lines(brandFile) {
		if err := t.addKnown(strings.TrimSpace(line)); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// addKnown adds a line of brands.txt.
func (t *targets) addKnown(line string) error {
	if line == "" || strings.HasPrefix(line, "#") {
		return nil
	}
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return fmt.Errorf("the list of well-known names says no domain for %q", line)
	}
	label := strings.TrimLeft(fields[0], "~*")
	marks := fields[0][:len(fields[0])-len(label)]
	i := t.add(target{label: label, shown: fields[1],
		word: strings.Contains(marks, "~"), world: strings.Contains(marks, "*")})
	for _, domain := range fields[1:] {
		t.all[i].domains = append(t.all[i].domains, domain)
		if _, taken := t.real[domain]; !taken {
			t.real[domain] = i
		}
	}
	return nil
}

// add gives the target of that label, making it if it is new.
func (t *targets) add(n target) int {
	if i, known := t.labels[n.label]; known {
		return i
	}
	n.canon, n.letters = likeness.Canonical(nil, n.label), likeness.Letters(n.label)
	n.looks = likeness.Letters(n.canon)
	i := len(t.all)
	t.all = append(t.all, n)
	t.labels[n.label] = i
	if _, taken := t.labels[string(n.canon)]; !taken {
		t.labels[string(n.canon)] = i
	}
	return i
}

// isReal tells whether a host is, or lies under, a domain of a target.
func (t *targets) isReal(host string) (int, bool) {
	for {
		if i, ok := t.real[host]; ok {
			return i, true
		}
		dot := strings.IndexByte(host, '.')
		if dot < 0 {
			return 0, false
		}
		host = host[dot+1:]
	}
}

// split cuts the registrable domain of a host into its name and its public suffix: swedbank, lt. A host of two labels
// needs no look into the list of suffixes, which allocates.
func split(host string) (label, suffix string) {
	host = strings.TrimPrefix(host, "www.")
	first, last, _ := strings.Cut(host, ".")
	if !strings.Contains(last, ".") {
		return first, last
	}
	suffix, _ = publicsuffix.PublicSuffix(host)
	if len(suffix) >= len(host) {
		return "", suffix
	}
	rest := host[:len(host)-len(suffix)-1]
	return rest[strings.LastIndexByte(rest, '.')+1:], suffix
}

// words cuts at everything that is neither a letter nor a digit.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isAlnum(r) })
}

func isAlnum(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f }

// within tells whether host is domain or lies under it.
func within(host, domain string) bool {
	return strings.HasSuffix(host, domain) &&
		(len(host) == len(domain) || host[len(host)-len(domain)-1] == '.')
}

func withinAny(host string, domains []string) bool {
	return slices.ContainsFunc(domains, func(d string) bool { return within(host, d) })
}
