package check

import (
	"slices"

	"rostrum/policy"
	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
	"rostrum/text/phrase"
)

// conditions are a rule's or a waiver's `when`, ready to be held against a post.
type conditions struct {
	*policy.Conditions
	quiet []*policy.QuietPeriod
	any   bool // whether there is anything to hold
}

func (c *Checker) conditions(w *policy.Conditions) conditions {
	out := conditions{Conditions: w}
	for _, id := range w.During {
		out.quiet = append(out.quiet, c.policy.QuietPeriod(id))
	}
	out.any = len(w.Network)+len(w.Sector)+len(w.Lang)+len(w.During)+len(w.Team) > 0
	return out
}

// hold tells whether all that is given holds, but for the channel, by which rules are sorted beforehand.
func (c *conditions) hold(in *rule.Input) bool {
	if !c.any {
		return true
	}
	return c.network(in.Post.Network) && c.sector(in.Sectors) && c.lang(in.Doc.Lang) && c.during(in.Post) && c.team(in.Post)
}

func (c *conditions) inChannel(channel post.Channel) bool {
	return len(c.Channel) == 0 || slices.Contains(c.Channel, channel)
}

// network does not exclude a post that names none: it may be meant for any.
func (c *conditions) network(network string) bool {
	return len(c.Network) == 0 || network == "" || slices.Contains(c.Network, network)
}

func (c *conditions) sector(sectors []string) bool {
	if len(c.Sector) == 0 {
		return true
	}
	for _, s := range sectors {
		if slices.Contains(c.Sector, s) {
			return true
		}
	}
	return false
}

func (c *conditions) lang(l text.Lang) bool {
	return len(c.Lang) == 0 || l == text.Mixed || slices.Contains(c.Lang, string(l))
}

// during holds for a post without a date: it may well go out in the quiet period.
func (c *conditions) during(p *post.Post) bool {
	if len(c.quiet) == 0 || p.At.IsZero() {
		return true
	}
	for _, q := range c.quiet {
		if q.Contains(policy.DateOf(p.At)) {
			return true
		}
	}
	return false
}

func (c *conditions) team(p *post.Post) bool {
	return len(c.Team) == 0 || (p.Author != nil && slices.Contains(c.Team, p.Author.Team))
}

// not says that hits of a list do not count inside hits of another: a term's `not`.
type not struct{ list, not phrase.ListID }

// dropNots looks only as far as a phrase can reach, so that a long text takes no longer than its length.
func dropNots(nots []not, hits []phrase.Hit) []phrase.Hit {
	kept := hits[:0]
	for i := range hits {
		h := hits[i]
		if !insideNot(nots, ahead(hits[i:], h), h) && !insideNot(nots, behind(kept, h), h) {
			kept = append(kept, h)
		}
	}
	return kept
}

// ahead gives those of the hits, in order, that begin with the same token as the first.
func ahead(hits []phrase.Hit, h phrase.Hit) []phrase.Hit {
	n := 0
	for n < len(hits) && hits[n].First == h.First {
		n++
	}
	return hits[:n]
}

// behind gives those of the hits before h that may reach as far as h.
func behind(hits []phrase.Hit, h phrase.Hit) []phrase.Hit {
	n := len(hits)
	for n > 0 && hits[n-1].First > h.First-2*phrase.MaxWords {
		n--
	}
	return hits[n:]
}

func insideNot(nots []not, hits []phrase.Hit, h phrase.Hit) bool {
	for _, n := range nots {
		if n.list != h.List {
			continue
		}
		for _, o := range hits {
			if o.List == n.not && o.Start <= h.Start && h.End <= o.End {
				return true
			}
		}
	}
	return false
}
