package link

import (
	"bytes"
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
)

// scriptSchemes begin what a browser runs or shows as a page although it names no host.
var scriptSchemes = [...]string{"javascript:", "data:text/html"}

// Check reports at most one thing about each link and each e-mail address: the gravest.
func (r *links) Check(in *rule.Input, out *rule.Report) {
	for i := range in.Doc.Tokens {
		t := &in.Doc.Tokens[i]
		if t.Kind != text.Link && t.Kind != text.Email {
			continue
		}
		m, found := r.mail(in.Doc.Original(t))
		if t.Kind == text.Link {
			m, found = r.link(in.Doc.Original(t), in.Doc.Source[t.End:])
		}
		if found {
			m.Start, m.End = int(t.Start), int(t.End)
			out.Add(m)
		}
	}
	if r.find&(lookalike|punycode|denied) != 0 {
		r.broken(in.Doc, out)
	}
	if r.find&suspicious != 0 {
		scripts(in.Doc, out)
	}
}

// read takes a link apart. It allocates nothing where the host is remembered.
func (r *links) read(raw string) (address, *place, error) {
	a, host, err := cut(raw)
	if err != nil {
		return a, nil, err
	}
	k := r.memory.host(host)
	a.host, a.ip, a.punycode = k.address.host, k.address.ip, k.address.punycode
	return a, &k.place, k.err
}

// link looks at one link; after is the text behind it.
func (r *links) link(raw, after string) (rule.Match, bool) {
	a, p, err := r.read(raw)
	if err != nil {
		return unreadable(), !cutShort(raw, after)
	}
	if r.find&credentials != 0 && a.user != "" {
		if looksLikeHost(a.user) {
			return pretended(&a), true
		}
		return withCredentials(&a), true
	}
	if r.find&denied != 0 && withinAny(a.host, r.denied) {
		return deniedHost(&a), true
	}
	if withinAny(a.host, r.own) || withinAny(a.host, r.allowed) {
		return rule.Match{}, false
	}
	if m, found := r.deceit(&a, p); found {
		return m, true
	}
	switch {
	case r.find&shortener != 0 && r.judge.shortener.covers(a.host):
		return shortened(&a), true
	case r.find&notOwn != 0:
		return foreign(&a), true
	}
	return rule.Match{}, false
}

// deceit looks for what makes a link appear to be something else.
func (r *links) deceit(a *address, p *place) (rule.Match, bool) {
	if a.ip.IsValid() && r.find&ipHost != 0 {
		return numeric(a), true
	}
	if _, real := r.judge.isReal(a.host); real {
		return rule.Match{}, false
	}
	if m, found := r.disguise(a, p); found {
		return m, true
	}
	if r.find&suspicious != 0 && r.judge.score(a, p) >= enough {
		return doubtful(a), true
	}
	return rule.Match{}, false
}

// disguise looks for a host that is written to be taken for another.
func (r *links) disguise(a *address, p *place) (rule.Match, bool) {
	if r.find&lookalike != 0 {
		if l, found := r.judge.lookalike(p); found {
			return imitation(a, l), true
		}
	}
	if r.find&punycode != 0 && p.hidden {
		return mixedScript(a), true
	}
	return rule.Match{}, false
}

// mail looks at the host of an e-mail address.
func (r *links) mail(address string) (rule.Match, bool) {
	a, p, err := r.read(address[strings.LastIndexByte(address, '@')+1:])
	if err != nil {
		return rule.Match{}, false
	}
	if r.find&denied != 0 && withinAny(a.host, r.denied) {
		return deniedHost(&a), true
	}
	if withinAny(a.host, r.own) || withinAny(a.host, r.allowed) {
		return rule.Match{}, false
	}
	if _, real := r.judge.isReal(a.host); real || a.ip.IsValid() {
		return rule.Match{}, false
	}
	return r.disguise(&a, p)
}

// cutShort tells a link that was shortened with dots, as when a post is quoted: its host may be cut in two.
func cutShort(raw, after string) bool {
	return strings.HasSuffix(raw, "…") || strings.HasPrefix(after, "…") ||
		strings.HasSuffix(raw, "...") || strings.HasPrefix(after, "...")
}

// looksLikeHost tells a user part that is there to be taken for the host: swedbank.lt in https://swedbank.lt@evil.example.
func looksLikeHost(user string) bool {
	name, _, _ := strings.Cut(user, ":")
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && dot+2 < len(name)
}

// scripts reports links that carry a program or a page in themselves.
func scripts(d *text.Document, out *rule.Report) {
	for _, scheme := range scriptSchemes {
		at := bytes.Index(d.Folded, []byte(scheme))
		if at < 0 {
			continue
		}
		end := at + len(scheme)
		for end < len(d.Folded) && d.Folded[end] > ' ' {
			end++
		}
		if bytes.ContainsAny(d.Folded[at+len(scheme):end], "(=;,<") {
			m := scripted()
			m.Start, m.End = d.SourceOffset(at), d.SourceOffset(end)
			out.Add(m)
		}
	}
}
