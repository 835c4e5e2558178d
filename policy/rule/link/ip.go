package link

import (
	"net/netip"
	"strconv"
	"strings"
)

// parseIPv4 reads a host as browsers read it when its last part is a number (WHATWG URL, host parsing): up to four
// parts, each decimal, octal (0…) or hexadecimal (0x…), the last of which fills the bytes that are left. numeric tells
// that it must be an address, ok that it is one.
func parseIPv4(host string) (ip netip.Addr, numeric, ok bool) {
	last := host[strings.LastIndexByte(host, '.')+1:]
	if last == "" || !startsDigit(last) {
		return ip, false, false
	}
	value, valid := parseIPv4Part(last)
	if !valid {
		return ip, onlyDigits(last), false
	}
	var high uint64
	parts := 1
	for rest := strings.TrimSuffix(host[:len(host)-len(last)], "."); rest != ""; parts++ {
		part := rest
		if dot := strings.IndexByte(rest, '.'); dot >= 0 {
			part, rest = rest[:dot], rest[dot+1:]
		} else {
			rest = ""
		}
		n, valid := parseIPv4Part(part)
		if !valid || n > 255 || parts > 3 {
			return ip, true, false
		}
		high = high<<8 | n
	}
	bits := 8 * (5 - parts)
	if value >= 1<<bits {
		return ip, true, false
	}
	all := high<<bits | value
	return netip.AddrFrom4([4]byte{byte(all >> 24), byte(all >> 16), byte(all >> 8), byte(all)}), true, true
}

func parseIPv4Part(part string) (uint64, bool) {
	base := 10
	switch {
	case len(part) > 2 && part[0] == '0' && part[1] == 'x':
		part, base = part[2:], 16
	case len(part) > 1 && part[0] == '0':
		part, base = part[1:], 8
	}
	n, err := strconv.ParseUint(part, base, 32)
	return n, err == nil
}

func startsDigit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

func onlyDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
