package entity

import (
	"bytes"

	"rostrum/text"
)

// emails reports the e-mail addresses that are not an office's and not allowed.
func (s *search) emails() {
	if s.d.Has&text.HasEmail != 0 {
		for i := range s.d.Tokens {
			if t := &s.d.Tokens[i]; t.Kind == text.Email {
				s.emailAt(t)
			}
		}
	}
	s.spelledEmails()
}

func (s *search) emailAt(t *text.Token) {
	address := s.d.Word(t)
	at := bytes.IndexByte(address, '@')
	if at < 0 || s.allowed.addresses[string(address)] || s.allowed.addresses[string(address[at:])] || isOffice(address[:at], address[at+1:]) {
		return
	}
	s.found(email, t.FoldStart, t.FoldEnd)
}

// isOffice tells whether a name before the @ is an office's. With a free mail provider it is somebody's own.
func isOffice(local, host []byte) bool {
	if isFreeMail(host) {
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
