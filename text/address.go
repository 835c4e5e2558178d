package text

import "bytes"

// scanAddress takes the link or e-mail address that begins with the word from i to end, and gives the place after it,
// or 0 where there is none.
func (r *Reader) scanAddress(i, end int) int {
	folded := r.doc.Folded
	word := folded[i:end]
	if folded[end] == ':' {
		if (string(word) == "http" || string(word) == "https") && bytes.HasPrefix(folded[end:], []byte("://")) {
			return r.addLink(i, end+len("://"), r.linkEnd(end+len("://")))
		}
		return 0
	}
	if after := r.scanEmail(i); after > 0 {
		return after
	}
	if i < r.hostTo {
		return 0
	}
	host := r.hostEnd(i)
	r.hostTo = host.scanned
	switch {
	case string(word) == "www" && host.labels > 2:
		return r.addLink(i, end+1, r.afterHost(host))
	case host.labels > 1 && r.isDomain(host):
		return r.addLink(i, i, r.afterHost(host))
	}
	return 0
}

// scanEmail takes name@host from i.
func (r *Reader) scanEmail(i int) int {
	folded := r.doc.Folded
	if r.doc.Has&HasAt == 0 || i < r.mailTo {
		return 0
	}
	at := i
	for at < len(folded) && isLocalPart(folded[at]) {
		at++
	}
	r.mailTo = at
	if at == len(folded) || folded[at] != '@' || at-i > 64 || folded[at-1] == '.' {
		return 0
	}
	host := r.hostEnd(at + 1)
	if host.labels < 2 || host.end-host.last < 2 || r.hasDigit(host.last, host.end) {
		return 0
	}
	r.add(Email, i, host.end, 0)
	r.doc.Has |= HasEmail
	return host.end
}

// isLocalPart tells what may stand before the @ of an e-mail address (RFC 5321, without what nobody uses).
func isLocalPart(c byte) bool {
	return classes[c]&(letter|digit) != 0 || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'
}

func (r *Reader) hasDigit(from, to int) bool {
	for _, c := range r.doc.Folded[from:to] {
		if classes[c] == digit {
			return true
		}
	}
	return false
}

// addLink adds the link from start to end, and the words in it from host on.
func (r *Reader) addLink(start, host, end int) int {
	if end <= host {
		return 0
	}
	r.add(Link, start, end, 0)
	r.doc.Has |= HasLink
	if bytes.HasPrefix(r.doc.Folded[host:end], []byte("www.")) {
		host += len("www.")
	}
	for i := host; i < end; {
		if !r.isWordAt(i) {
			i++
			continue
		}
		after, kinds := r.wordEnd(i)
		after = min(after, end)
		r.addWord(i, after, kinds, InLink)
		i = after
	}
	return end
}

// afterHost gives the end of a link whose host is known: its path may follow.
func (r *Reader) afterHost(host host) int {
	folded := r.doc.Folded
	if host.end < len(folded) {
		switch folded[host.end] {
		case '/', '?', '#', ':':
			return max(host.end, r.linkEnd(host.end))
		}
	}
	return host.end
}

// linkEnd gives the end of the address that goes on at i: before blanks, quotation marks and symbols, and without the
// punctuation of the sentence around it.
func (r *Reader) linkEnd(i int) int {
	folded := r.doc.Folded
	start := i
	opened := false
	for ; i < len(folded); i++ {
		c := folded[i]
		k := classes[c]
		if k&(space|lineEnd) != 0 || bytes.IndexByte([]byte("\"<>`{}|\\^"), c) >= 0 || k&beyond != 0 && r.isSymbol(i) {
			break
		}
		opened = opened || c == '('
	}
	for i > start {
		c := folded[i-1]
		trailing := bytes.IndexByte([]byte(".,!?;:'*]"), c) >= 0 || c == ')' && !opened
		if !trailing {
			break
		}
		i--
	}
	return i
}

// isSymbol says whether a character that is no letter begins at i.
func (r *Reader) isSymbol(i int) bool { return r.isLetterStart(i) && r.letterSize(i) == 0 }

// host is the name of a host in the folded text: where it ends, how many labels it has, where its last two begin, and
// how far one had to look.
type host struct{ end, labels, before, last, scanned int }

// hostEnd reads a host's name from i on.
func (r *Reader) hostEnd(i int) host {
	folded := r.doc.Folded
	h := host{end: i, scanned: i}
	for {
		start := i
		for i < len(folded) && (classes[folded[i]]&(letter|digit) != 0 || folded[i] == '-') {
			i++
		}
		h.scanned = i
		if i == start || folded[start] == '-' || folded[i-1] == '-' {
			return h
		}
		h = host{end: i, labels: h.labels + 1, before: h.last, last: start, scanned: i}
		if i+1 >= len(folded) || folded[i] != '.' || classes[folded[i+1]]&(letter|digit) == 0 {
			return h
		}
		i++
	}
}

// isDomain says whether a host without http:// or www. before it is one, and not two sentences without a blank between
// them: the ending must be known, and written like one.
func (r *Reader) isDomain(h host) bool {
	folded := r.doc.Folded
	path := h.end < len(folded) && folded[h.end] == '/'
	if !path && (h.last-h.before < len("ab.") || !r.hasLetter(h.before, h.last)) {
		return false
	}
	if r.isUpper(h.last) && !r.isUpper(h.end-1) {
		return false
	}
	switch ending := string(folded[h.last:h.end]); {
	case isWordEnding(ending):
		return path
	default:
		return isEnding(ending)
	}
}
