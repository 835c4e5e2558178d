package entity

import (
	"bytes"

	"rostrum/policy/rule"
)

// spelledAt are ways to write an address so that machines do not see it.
var spelledAt = [...]string{"(at)", "[at]", "{at}", "(eta)", "[eta]", "{eta}", "(@)", "[@]"}

// looseAt are the same in plain words, which also stand in any sentence: the host must tell.
var looseAt = [...]string{" at ", " eta ", " @ "}

// spelledDots are ways to write the full stop in an address, as they stand after spaces.
var spelledDots = [...]string{"(dot)", "[dot]", "{dot}", "(taskas)", "[taskas]", "[.]", "(.)", "dot ", "taskas ", ". "}

// freeMail are hosts at which anyone has an address, without their ending.
var freeMail = [...]string{"gmail", "outlook", "hotmail", "yahoo", "icloud", "inbox", "one", "mail", "proton", "protonmail", "fastmail", "gmx", "live", "yandex"}

// mailEndings are the endings that a spelled host has.
var mailEndings = [...]string{"com", "lt", "net", "org", "eu", "me", "co", "info", "io", "de", "uk", "pl", "lv", "ee", "ru", "us", "fr"}

// waitForSpelled says what spelled addresses need.
func waitForSpelled(s *rule.Setup) {
	for _, sign := range spelledAt {
		s.OnLiteral(sign)
	}
	for _, sign := range looseAt {
		for _, host := range freeMail {
			s.OnLiteral(sign + host)
		}
	}
	for _, dot := range [...]string{" dot ", " taskas ", "(dot)", "[dot]", "{dot}"} {
		s.OnLiteral(dot)
	}
}

// spelledEmails reports addresses such as name (at) host (dot) com.
func (s *search) spelledEmails() {
	for _, sign := range spelledAt {
		if s.d.Chars[sign[0]>>6]&(1<<(sign[0]&63)) != 0 {
			s.spelledWith(sign, false)
		}
	}
	for _, sign := range looseAt {
		s.spelledWith(sign, true)
	}
}

func (s *search) spelledWith(sign string, loose bool) {
	for from := 0; ; {
		at := bytes.Index(s.folded[from:], []byte(sign))
		if at < 0 {
			return
		}
		from += at + len(sign)
		s.spelledEmail(from-len(sign), from, loose)
	}
}

// spelledEmail looks at what stands before and after a sign that may be an @.
func (s *search) spelledEmail(at, after int, loose bool) {
	for at > 0 && s.folded[at-1] == ' ' {
		at--
	}
	start := s.localBefore(at)
	host := s.skipSpaces(after)
	hostEnd := s.localAfter(host)
	end, spelled := s.spelledEnding(hostEnd)
	name, domain := s.folded[start:at], bytes.TrimRight(s.folded[host:hostEnd], ".")
	if len(name) < 3 || len(domain) < 2 {
		return
	}
	dotted := bytes.IndexByte(domain, '.') > 0
	switch {
	case !spelled && !dotted:
		return
	case !spelled:
		end = host + len(domain)
	}
	if loose && !isFreeMail(domain) && !(spelled && bytes.ContainsAny(name, "._0123456789")) {
		return
	}
	if loose && spelled && !isMailEnding(s.folded[s.wordBefore(end):end]) || isOffice(name, domain) {
		return
	}
	s.found(email, int32(start), int32(end))
}

const longestLocal = 64 // bytes of a name before the @, RFC 5321 section 4.5.3.1

// localBefore gives where a name that ends at a place begins, also one with spelled full stops in it.
func (s *search) localBefore(end int) int {
	start := end
	for start > 0 && end-start < longestLocal && isLocal(s.folded[start-1]) {
		start--
	}
	for _, dot := range [...]string{" dot ", " taskas ", "(dot)", "[dot]", "(taskas)", "[taskas]"} {
		if before := start - len(dot); before > 0 && start < end && end-start < longestLocal && string(s.folded[before:start]) == dot && isLocal(s.folded[before-1]) {
			return s.wordBefore(before)
		}
	}
	return start
}

func (s *search) wordBefore(end int) int {
	start := end
	for start > 0 && end-start < longestLocal && isLocal(s.folded[start-1]) {
		start--
	}
	return start
}

func (s *search) localAfter(from int) int {
	end := from
	for end < len(s.folded) && end-from < longestLocal && isLocal(s.folded[end]) {
		end++
	}
	return end
}

func (s *search) skipSpaces(at int) int {
	const most = 3
	for limit := at + most; at < len(s.folded) && at < limit && s.folded[at] == ' '; {
		at++
	}
	return at
}

// spelledEnding moves over one or two of "(dot) com".
func (s *search) spelledEnding(end int) (after int, found bool) {
	for range 2 {
		at := s.skipSpaces(end)
		for _, dot := range spelledDots {
			if !bytes.HasPrefix(s.folded[at:], []byte(dot)) || dot[len(dot)-1] == ' ' && at == end {
				continue
			}
			word := s.skipSpaces(at + len(dot))
			if next := s.localAfter(word); next > word {
				end, found = next, true
			}
			break
		}
	}
	for end > 0 && s.folded[end-1] == '.' {
		end--
	}
	return end, found
}

// isFreeMail tells whether a host, with its ending or without, gives an address to anyone.
func isFreeMail(host []byte) bool {
	name, _, _ := bytes.Cut(host, []byte("."))
	for _, free := range freeMail {
		if string(name) == free {
			return true
		}
	}
	return false
}

func isMailEnding(ending []byte) bool {
	for _, known := range mailEndings {
		if string(ending) == known {
			return true
		}
	}
	return false
}

func isLocal(c byte) bool { return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' }
