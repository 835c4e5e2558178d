package main

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"path/filepath"

	"golang.org/x/net/publicsuffix"

	"rostrum/bench/corpus"
	"rostrum/post"
)

type labelledLink struct{ URL, Label string }

// half counts links, and the sites that they are on, since many links are on few sites.
type half struct {
	name         string
	links, sites tally
	phish, plain map[string]bool // site → whether a link on it was found
}

// links holds links against the policy, each as a post. Sites are halved by a hash of their name: the rule was tuned
// on the first half.
func links(m *measurement) error {
	halves := [2]*half{newHalf("tuned on"), newHalf("held out")}
	for _, file := range []string{"phishtank_2020.jsonl", "benign_half.jsonl"} {
		all, err := corpus.Objects[labelledLink](filepath.Join(m.data, "phishing", file))
		if err != nil {
			return err
		}
		for _, one := range all {
			r := m.check(one.URL, post.Mention)
			phish, found := one.Label == "phish", stop(r, "security.") != nil
			site := siteOf(one.URL)
			halves[hash(site)&1].count(site, phish, found)
			if phish != found {
				m.samples.add(map[bool]string{true: "missed phishing", false: "ordinary link found"}[phish], one.URL)
			}
			for i := range r.Findings {
				if f := &r.Findings[i]; !isOneOf(f.Category, []string{"security."}) {
					m.samples.finding("in a link, "+f.Rule, one.URL, f)
				}
			}
		}
	}
	table("half of the sites", ">phishing links", ">ordinary links", ">precision", ">recall", ">recall by site", ">ordinary links found", ">of their sites")
	for _, h := range halves {
		h.print()
	}
	return nil
}

func newHalf(name string) *half {
	return &half{name: name, phish: map[string]bool{}, plain: map[string]bool{}}
}

func (h *half) count(site string, phish, found bool) {
	h.links.count(phish, found)
	sites := h.plain
	if phish {
		sites = h.phish
	}
	sites[site] = sites[site] || found
}

func (h *half) print() {
	for _, found := range h.phish {
		h.sites.count(true, found)
	}
	for _, found := range h.plain {
		h.sites.count(false, found)
	}
	l, s := &h.links, &h.sites
	row(h.name, l.hit+l.missed, l.wrong+l.quiet, l.precision(), l.recall(), s.recall(), l.wrong, fmt.Sprintf("%d of %d", s.wrong, s.wrong+s.quiet))
}

// siteOf gives the registrable domain of a link.
func siteOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname())
	if err != nil {
		return u.Hostname()
	}
	return site
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
