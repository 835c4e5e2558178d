package link

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"rostrum/policy/rule"
)

// address is a link taken apart as a browser takes it apart, with nothing forgiven.
type address struct {
	scheme   string // as typed; empty where none was written
	user     string // what stands before the @
	password bool   // the user part has a password
	host     string // lower case, punycode decoded, without a dot at the end
	port     string
	rest     string // path, query and fragment, as typed
	ip       netip.Addr
	punycode bool // a label was typed as xn--…
}

// Why a link cannot be read.
var (
	errNoHost   = rule.Faultf("it has no host", "jame nėra serverio vardo")
	errHost     = rule.Faultf("its host is not a valid one", "netinkamas serverio vardas")
	errPunycode = rule.Faultf("its punycode cannot be decoded", "nepavyksta iškoduoti jo „punycode“ dalies")
	errPort     = rule.Faultf("its port is not a number up to 65535", "prievadas nėra skaičius iki 65535")
)

const (
	maxHost  = 253 // bytes, RFC 1035 section 2.3.4
	maxLabel = 63
)

// parse takes a link apart. The error is one of those above.
func parse(raw string) (address, error) {
	a, host, err := cut(raw)
	if err != nil {
		return a, err
	}
	return a, a.readHost(host)
}

// cut takes a link apart but for its host, which it gives as typed.
func cut(raw string) (a address, host string, err error) {
	raw = strings.TrimSpace(raw)
	a.scheme, raw = cutScheme(raw)
	authority := raw
	if end := strings.IndexAny(raw, `/\?#`); end >= 0 {
		authority, a.rest = raw[:end], raw[end:]
	}
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		a.user, authority = authority[:at], authority[at+1:]
		a.password = strings.Contains(a.user, ":")
	}
	host, a.port, err = cutPort(authority)
	return a, host, err
}

// cutScheme cuts off the scheme and the slashes after it; browsers take backslashes, and any number of both.
func cutScheme(raw string) (scheme, rest string) {
	rest = raw
	for i := 0; i < len(raw); i++ {
		c := raw[i] | 0x20
		if c >= 'a' && c <= 'z' || i > 0 && (raw[i] >= '0' && raw[i] <= '9' || raw[i] == '+' || raw[i] == '-') {
			continue
		}
		if raw[i] == ':' && i > 1 && i+1 < len(raw) && (raw[i+1] == '/' || raw[i+1] == '\\') {
			scheme, rest = raw[:i], raw[i+1:]
		}
		break
	}
	return scheme, strings.TrimLeft(rest, `/\`)
}

func cutPort(authority string) (host, port string, err error) {
	colon := strings.LastIndexByte(authority, ':')
	if colon < 0 || strings.HasSuffix(authority, "]") {
		return authority, "", nil
	}
	host, port = authority[:colon], authority[colon+1:]
	if port == "" {
		return host, "", nil
	}
	if _, err := strconv.ParseUint(port, 10, 16); err != nil {
		return "", "", errPort
	}
	return host, port, nil
}

// readHost fills in host and ip.
func (a *address) readHost(host string) error {
	if strings.HasPrefix(host, "[") {
		ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
		if err != nil {
			return errHost
		}
		a.host, a.ip = host, ip
		return nil
	}
	if strings.Contains(host, "%") {
		decoded, err := url.PathUnescape(host)
		if err != nil {
			return errHost
		}
		host = decoded
	}
	if !plain(host) {
		var err error
		if host, err = a.readUnicode(host); err != nil {
			return err
		}
	}
	host = strings.TrimRight(strings.ToLower(host), ".")
	if host == "" {
		return errNoHost
	}
	a.host = host
	if ip, numeric, ok := parseIPv4(host); numeric {
		if !ok {
			return errHost
		}
		a.ip = ip
		return nil
	}
	return checkLabels(host)
}

// plain tells a host of ASCII letters, digits, dots and hyphens in which nothing is encoded.
func plain(host string) bool {
	for i := 0; i < len(host); i++ {
		if host[i] >= utf8.RuneSelf {
			return false
		}
	}
	return !hasPunycode(host)
}

func hasPunycode(host string) bool {
	for i := 0; i+4 <= len(host); i++ {
		if host[i]|0x20 == 'x' && host[i+1]|0x20 == 'n' && host[i+2:i+4] == "--" && (i == 0 || host[i-1] == '.') {
			return true
		}
	}
	return false
}

// otherDots are what browsers take for a dot (IDNA 2003; UTS 46).
var otherDots = strings.NewReplacer("。", ".", "．", ".", "｡", ".")

func (a *address) readUnicode(host string) (string, error) {
	if !utf8.ValidString(host) {
		return "", errHost
	}
	host = strings.ToLower(otherDots.Replace(host))
	if !hasPunycode(host) {
		return host, nil
	}
	a.punycode = true
	decoded, err := idna.Punycode.ToUnicode(host)
	if err != nil {
		return "", errPunycode
	}
	return decoded, nil
}

// checkLabels refuses what no name server would answer for.
func checkLabels(host string) error {
	if len(host) > maxHost {
		return errHost
	}
	length := 0
	for _, c := range host {
		switch {
		case c == '.':
			if length == 0 {
				return errHost
			}
			length = 0
			continue
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_':
		case c >= utf8.RuneSelf && unicode.In(c, unicode.L, unicode.M, unicode.N, unicode.S, unicode.Cf, unicode.Pd, unicode.Po):
		default:
			return errHost
		}
		length++
		if length > maxLabel {
			return errHost
		}
	}
	if length == 0 {
		return errHost
	}
	return nil
}
