package web

import (
	"time"

	"rostrum/publish"
)

// markOf gives where a publication stands in a word and a sign.
func markOf(p publish.Publication) mark {
	m := map[publish.State]mark{
		publish.Scheduled: {"scheduled", "clock", "note"}, publish.Held: {"held", "hand-stop", "warn"}, publish.Sending: {"sending", "send", "note"},
		publish.Unsure: {"unsure", "search", "warn"}, publish.Sent: {"sent", "circle-check", "good"}, publish.Failed: {"failed", "circle-x", "bad"},
		publish.Cancelled: {"cancelled", "x", ""}, publish.Deleted: {"deleted", "trash", ""},
	}[p.State]
	if p.State == publish.Sent && p.Verb == publish.Delete {
		return mark{"deleted", "trash", ""}
	}
	return m
}

// stands says in a sentence where a publication stands. It is true at any moment: what is not known is said to be unknown.
func (s *Server) stands(v *visit, p publish.Publication) string {
	return s.words.T(v.lang, "publish."+saysKey(p, v.now), "due", s.moment(v.lang, p.Due), "sent", s.moment(v.lang, p.Sent), "again", s.clock(p.Again))
}

func saysKey(p publish.Publication, now time.Time) string {
	verb := ""
	if p.Verb != publish.Post {
		verb = string(p.Verb) + "_"
	}
	switch p.State {
	case publish.Scheduled:
		switch {
		case p.Tries > 0 && p.Again.After(now):
			return "says_again"
		case p.Due.After(now):
			return "says_" + verb + "scheduled"
		}
		return "says_" + verb + "due"
	case publish.Unsure:
		if p.Hold != "" && p.Hold != publish.Overdue {
			return "says_lost"
		}
		return "says_unsure"
	case publish.Held, publish.Failed:
		return "hold_" + string(p.Hold)
	case publish.Sending, publish.Sent:
		return "says_" + verb + string(p.State)
	}
	return "says_" + string(p.State)
}

// moment writes a time as the company's clocks show it.
func (s *Server) moment(lang string, t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return DateTime(lang, t.In(s.zone.get()))
}

// clock writes a time of day with its seconds.
func (s *Server) clock(t time.Time) string { return t.In(s.zone.get()).Format("15:04:05") }

// linksOf leads to what a publication has put out, post by post of the thread.
func (s *Server) linksOf(lang string, p publish.Publication) []Link {
	if p.State == publish.Deleted || p.Verb == publish.Delete {
		return nil
	}
	var links []Link
	for i, r := range p.Receipts {
		label := s.words.T(lang, "publish.see_there")
		if len(p.Receipts) > 1 {
			label = s.words.T(lang, "publish.see_there_n", "number", i+1)
		}
		if safeLink(r.URL) {
			links = append(links, Link{Label: label, Href: r.URL})
		}
	}
	return links
}
