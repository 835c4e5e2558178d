package mastodon

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"rostrum/network"
)

const (
	pageLength = 40 // the most that Mastodon gives at once
	pagesMost  = 50
)

// The times of posts are the server's, whose clock we know from its answer to about a second, or not at all. What is that
// little older than the first try, and says the same, may be it or not: nobody can know.
const (
	slackKnown   = 5 * time.Second
	slackUnknown = time.Minute
)

// search is what is looked for, and what was seen on the way.
type search struct {
	access network.Access
	token  string
	marks  string // of the text
	parent string
	others []network.Receipt // ours, but of something else
	tried  time.Time         // when we first tried, on the server's clock: too early rather than too late
	since  time.Time         // somewhat earlier
	seen   map[string]bool
	doubt  bool // something says the same and is a little older
}

// Find goes back through what the account posted since the first try and compares text and parent. What says the same and is
// older, or is known to be of something else, is never taken for it. It is sure that a post is not there only if it came to an
// older one or to the end, and if nothing said the same so shortly before that the clocks leave it open. Where the account's own list has no pages it goes through the home
// timeline, which has the account's posts as well.
func (c *Connector) Find(ctx context.Context, a network.Access, p network.Piece) (network.Receipt, bool, error) {
	t, err := open(a)
	if err != nil {
		return network.Receipt{}, false, err
	}
	s := search{access: a, token: t.Token, marks: marksOf(p.Text), others: p.Others}
	if p.Parent != nil {
		if s.parent, err = c.nameNow(ctx, a, t, p.Parent.ID); err != nil {
			return network.Receipt{}, false, err
		}
	}
	for _, list := range []string{"/api/v1/accounts/" + url.PathEscape(a.ID) + "/statuses?exclude_reblogs=true&", "/api/v1/timelines/home?"} {
		found, sure, err := c.goBack(ctx, &s, list, p.At)
		if err != nil {
			return network.Receipt{}, false, err
		}
		if found != nil {
			r, err := found.receipt()
			return r, err == nil, err
		}
		if s.doubt {
			return network.Receipt{}, false, &network.Error{Kind: network.Unknown, Said: "the same words were posted at about the time of the first try, and nobody can tell whether that is this post"}
		}
		if sure {
			return network.Receipt{}, false, nil
		}
	}
	return network.Receipt{}, false, &network.Error{Kind: network.Unknown, Said: "the server does not show all that was posted since then"}
}

// nameNow gives the id that a post has now: on snac it changes with each edit.
func (c *Connector) nameNow(ctx context.Context, a network.Access, s secret, id string) (string, error) {
	answer, err := c.send(ctx, a.Server, call{method: http.MethodGet, path: statusPath(id), token: s.Token})
	if err != nil {
		return "", err
	}
	if answer.Status == http.StatusNotFound {
		return id, nil
	}
	var now status
	if err := read(answer, &now); err != nil {
		return "", err
	}
	return now.ID, nil
}

// goBack reads a list from its newest entry. sure tells that what was not found is not there.
func (c *Connector) goBack(ctx context.Context, s *search, list string, from time.Time) (found *status, sure bool, err error) {
	s.seen = map[string]bool{}
	for last, page := "", 0; page < pagesMost; page++ {
		path := fmt.Sprintf("%slimit=%d", list, pageLength)
		if last != "" {
			path += "&max_id=" + url.QueryEscape(last)
		}
		answer, err := c.send(ctx, s.access.Server, call{method: http.MethodGet, path: path, token: s.token})
		if err != nil {
			return nil, false, err
		}
		if page == 0 {
			var slack time.Duration
			s.tried, slack = onClockOf(answer.Header, from, time.Now())
			s.since = s.tried.Add(-slack)
		}
		var shown []status
		if err := read(answer, &shown); err != nil {
			return nil, false, err
		}
		if len(shown) == 0 {
			return nil, true, nil
		}
		found, past, fresh := s.in(shown)
		if found != nil || past {
			return found, past, nil
		}
		if !fresh {
			return nil, false, nil // the server gave what it gave before: it has no pages
		}
		last = shown[len(shown)-1].ID
	}
	return nil, false, nil
}

// in looks through one page. past tells that a post from before the first try was reached, fresh that something was new.
// What others wrote and what is pinned stands out of the order of time.
func (s *search) in(shown []status) (found *status, past, fresh bool) {
	for i := range shown {
		one := &shown[i]
		fresh = fresh || !s.seen[one.ID]
		s.seen[one.ID] = true
		if one.Reblog != nil || one.Account.ID != s.access.ID {
			continue
		}
		if one.Created.Before(s.since) {
			past = past || !one.Pinned
			continue
		}
		if one.ReplyTo != s.parent || marksOfPost(*one) != s.marks || s.isOther(one) {
			continue
		}
		if one.latest().Before(s.tried) {
			s.doubt = true
			continue
		}
		return one, false, fresh
	}
	return nil, past, fresh
}

// isOther tells whether a post is known to be of something else.
func (s *search) isOther(one *status) bool {
	return slices.ContainsFunc(s.others, func(r network.Receipt) bool {
		return r.ID == one.ID || r.URL != "" && r.URL == one.URL
	})
}

// latest is the last moment at which a post can have been made: some servers tell whole seconds.
func (s status) latest() time.Time {
	if s.Created.Nanosecond() == 0 {
		return s.Created.Add(time.Second)
	}
	return s.Created
}

// onClockOf gives our moment on the server's clock, not later than it was, and how much earlier it may have been.
func onClockOf(h http.Header, ours, now time.Time) (theirs time.Time, slack time.Duration) {
	said, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return ours, slackUnknown
	}
	return ours.Add(said.Sub(now)), slackKnown
}
