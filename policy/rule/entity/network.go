package entity

import (
	"bytes"
	"net/netip"
)

var (
	ipWords      = words{"ip.", "ip:", "ipv4", "ipv6", "server", "serveri", "host", "dns", "ping", "adres", "address", "log", "prisijung", "browse", "connect"}
	versionWords = words{"v.", "ver.", "version", "versij", "release", "build", "firmware", "update", "atnaujin", "android", "ios.", "section", "skyri", "punkt", "p.", "str."}
)

// address recognises an IP address that begins at piece i. It gives the piece after it, or i.
func (s *search) address(i int) int {
	p := &s.pieces[i]
	if isWordly(s.before(p.start)) || p.len() > 4 {
		return i
	}
	if s.before(p.start) == ':' && (p.start < 2 || s.folded[p.start-2] != ':' && isWordly(s.folded[p.start-2])) {
		return i
	}
	if next := s.ipv4(i); next > i {
		return next
	}
	return s.ipv6(i)
}

// ipv4 takes four numbers up to 255 with full stops between them.
func (s *search) ipv4(i int) int {
	if i+3 >= len(s.pieces) {
		return i
	}
	var octets [4]byte
	for j := range 4 {
		p := &s.pieces[i+j]
		if !p.isNumber() || p.len() > 3 || j > 0 && string(s.between(i+j-1)) != "." {
			return i
		}
		n := value(s.folded[p.start:p.end])
		if n > 255 || p.len() > 1 && s.folded[p.start] == '0' {
			return i
		}
		octets[j] = byte(n)
	}
	start, end := s.pieces[i].start, s.pieces[i+3].end
	if s.after(end) == '.' && isDigit(s.after(end+1)) || isWordly(s.after(end)) || s.before(start) == '.' && start > 1 && isDigit(s.folded[start-2]) {
		return i
	}
	a := netip.AddrFrom4(octets)
	small := octets[0] < 20 && octets[1] < 20 && octets[2] < 20
	if version := s.distanceBefore(start, aboutVersion); version >= 0 && version < 14 || small && !s.near(start, end, aboutIP) {
		return i + 4
	}
	if isPublic(a) {
		s.found(ip, start, end)
	}
	return i + 4
}

// ipv6 takes groups of hexadecimal digits with colons between them: all eight, or fewer around two colons.
func (s *search) ipv6(i int) int {
	start := s.pieces[i].start
	end, colons := start, 0
	for int(end) < len(s.folded) && (isHex(s.folded[end]) || s.folded[end] == ':') {
		if s.folded[end] == ':' {
			colons++
		}
		end++
	}
	if end > start && s.folded[end-1] == ':' && (end < start+2 || s.folded[end-2] != ':') {
		end--
	}
	if colons < 2 || end-start > 39 || isWordly(s.after(end)) || !hasGroups(s.folded[start:end], colons) {
		return i
	}
	from, to := s.d.SourceOffset(int(start)), s.sourceEnd(int(end))
	a, err := netip.ParseAddr(s.d.Source[from:to])
	if err != nil {
		return i
	}
	if isPublic(a) {
		s.found(ip, start, end)
	}
	for i < len(s.pieces) && s.pieces[i].start < end {
		i++
	}
	return i
}

// hasGroups tells whether there are eight groups of digits, or fewer and two colons side by side: 10:30:45 is a time.
func hasGroups(folded []byte, colons int) bool {
	return colons == 7 || bytes.Contains(folded, []byte("::"))
}

func isHex(c byte) bool { return isDigit(c) || c >= 'a' && c <= 'f' }

// isPublic tells whether an address can be somebody's on the internet. Those set aside for documentation count as well:
// nobody reading a post can tell.
func isPublic(a netip.Addr) bool {
	return a.IsGlobalUnicast() && !a.IsPrivate() && !(a.Is4() && (a.As4()[0] == 0 || a.As4()[0] >= 224))
}
