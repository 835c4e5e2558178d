package entity

import (
	"bytes"

	"rostrum/text"
)

// spelledAt are ways to write an address so that machines do not see it.
var spelledAt = [...]string{"(at)", "[at]", "{at}", " at gmail", "(eta)", "[eta]", "(@)", "[@]", " eta gmail"}

// emails reports the e-mail addresses that are not an office's and not allowed.
func (s *search) emails() {
	if s.d.Has&text.HasEmail != 0 {
		for i := range s.d.Tokens {
			if t := &s.d.Tokens[i]; t.Kind == text.Email {
				s.emailAt(t)
			}
		}
	}
	for _, sign := range spelledAt {
		s.spelledEmail(sign)
	}
}

func (s *search) emailAt(t *text.Token) {
	address := s.d.Word(t)
	at := bytes.IndexByte(address, '@')
	if at < 0 || s.allowed.addresses[string(address)] || s.allowed.addresses[string(address[at:])] || isOffice(address[:at], address[at+1:]) {
		return
	}
	s.found(email, t.FoldStart, t.FoldEnd)
}

// spelledEmail looks for name (at) host, with a full stop or the word for it in the host.
func (s *search) spelledEmail(sign string) {
	at := bytes.Index(s.folded, []byte(sign))
	if at < 0 {
		return
	}
	start := at
	if start > 0 && s.folded[start-1] == ' ' {
		start--
	}
	nameEnd := start
	for start > 0 && isLocal(s.folded[start-1]) {
		start--
	}
	end := at + len(sign)
	if sign[0] == ' ' {
		end -= len("gmail")
	}
	for end < len(s.folded) && s.folded[end] == ' ' {
		end++
	}
	host := end
	for end < len(s.folded) && isLocal(s.folded[end]) {
		end++
	}
	end = s.spelledDot(end)
	if nameEnd-start < 3 || !bytes.ContainsAny(s.folded[host:end], ".[(") && !bytes.Contains(s.folded[host:end], []byte(" dot ")) {
		return
	}
	if !isOffice(s.folded[start:nameEnd], s.folded[host:end]) {
		s.found(email, int32(start), int32(end))
	}
}

// spelledDot moves over one or two of "(dot) com".
func (s *search) spelledDot(end int) int {
	for range 2 {
		spaces := len(s.folded[end:]) - len(bytes.TrimLeft(s.folded[end:], " "))
		rest := s.folded[end+spaces:]
		for _, dot := range [...]string{"(dot)", "[dot]", "(taskas)", "[taskas]", "[.]", "(.)", "dot ", "taskas "} {
			if len(rest) > len(dot) && string(rest[:len(dot)]) == dot {
				end += spaces + len(dot)
				for end < len(s.folded) && s.folded[end] == ' ' {
					end++
				}
				for end < len(s.folded) && isLocal(s.folded[end]) {
					end++
				}
				break
			}
		}
	}
	if end > 0 && s.folded[end-1] == '.' {
		end--
	}
	return end
}

func isLocal(c byte) bool { return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' }

// isOffice tells whether a name before the @ is an office's. With a free mail provider it is somebody's own.
func isOffice(local, host []byte) bool {
	switch string(host) {
	case "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "inbox.lt", "one.lt", "mail.ru", "proton.me", "protonmail.com":
		return false
	}
	switch string(local) {
	case "info", "hello", "hi", "contact", "contacts", "kontaktai", "labas", "sveiki", "support", "help", "helpdesk", "pagalba",
		"klientai", "klientams", "aptarnavimas", "office", "biuras", "administracija", "admin", "mail", "pastas",
		"sales", "pardavimai", "uzsakymai", "orders", "shop", "parduotuve", "eshop", "service", "servisas", "customerservice",
		"customer.service", "care", "customercare", "klientu.aptarnavimas", "press", "media", "spauda", "ziniasklaida", "pr", "marketing", "rinkodara",
		"jobs", "careers", "career", "karjera", "darbas", "hr", "cv", "personalas", "team", "komanda", "events", "renginiai",
		"registracija", "rezervacija", "rezervacijos", "booking", "bookings", "reservations", "privacy", "dpo", "gdpr", "duomenu.apsauga", "bdar",
		"legal", "compliance", "security", "abuse", "postmaster", "webmaster", "noreply", "no-reply", "billing", "accounts",
		"buhalterija", "feedback", "enquiries", "inquiries", "general", "news", "newsletter", "naujienlaiskis", "partneriai", "partners", "donate", "parama", "hotline":
		return true
	}
	return false
}
