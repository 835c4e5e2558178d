package entity

// ibanLengths says how long an account number is in each country (SWIFT IBAN registry).
const ibanLengths = "ad24ae23al28at20az28ba20be16bg22bh22bi27br29by28ch21cr22cy28cz24de22dj27dk18do28ee20eg29es24fi18fk18fo18fr27" +
	"gb22ge22gi23gl18gr27gt28hn28hr21hu28ie22il23iq23is26it27jo30kw30kz20lb28lc32li21lt20lu20lv21ly25mc27md24me22mk19" +
	"mn20mr27mt31mu30ni28nl18no15om23pk24pl28ps29pt25qa29ro24rs22ru33sa24sc31sd18se24si19sk24sm27so23st25sv28tl23tn24" +
	"tr26ua29va22vg24xk20ye30"

// iban recognises an account number that begins at piece i, in groups or not. It gives the piece after it, or i.
func (s *search) iban(i int) int {
	p := &s.pieces[i]
	want := ibanLength(s.folded[p.start:p.end])
	if want == 0 && p.len() == 2 && i+1 < len(s.pieces) {
		want = ibanLength(s.folded[p.start:min(p.start+5, int32(len(s.folded)))])
	}
	if want == 0 {
		return i
	}
	s.joined = s.joined[:0]
	for last := i; last < len(s.pieces); last++ {
		if last > i && !isIBANGap(s.between(last-1)) {
			return i
		}
		s.joined = append(s.joined, s.folded[s.pieces[last].start:s.pieces[last].end]...)
		if len(s.joined) < want {
			continue
		}
		if len(s.joined) == want && mod97(s.joined) == 1 && !isWordly(s.after(s.pieces[last].end)) {
			s.foundIBAN(p.start, s.pieces[last].end)
			return last + 1
		}
		return i
	}
	return i
}

func isIBANGap(gap []byte) bool { return len(gap) == 1 && (gap[0] == ' ' || gap[0] == '-') }

func (s *search) foundIBAN(start, end int32) {
	if !s.allowed.has(s.joined) {
		s.found(iban, start, end)
	}
}

// ibanLength gives how long an account number that begins so must be, 0 where none does.
func ibanLength(head []byte) int {
	if len(head) >= 5 && head[2] == ' ' {
		head = append(append(make([]byte, 0, 4), head[:2]...), head[3:5]...)
	}
	if len(head) < 4 || !isLetter(head[0]) || !isLetter(head[1]) || !isDigit(head[2]) || !isDigit(head[3]) {
		return 0
	}
	for i := 0; i < len(ibanLengths); i += 4 {
		if ibanLengths[i] == head[0] && ibanLengths[i+1] == head[1] {
			return int(ibanLengths[i+2]-'0')*10 + int(ibanLengths[i+3]-'0')
		}
	}
	return 0
}

// mod97 gives the rest by ISO 7064 MOD 97-10 of a number whose first four characters are read last.
func mod97(number []byte) int {
	rest := 0
	for i := range number {
		c := number[(i+4)%len(number)]
		if isDigit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'a') + 10) % 97
		}
	}
	return rest
}
