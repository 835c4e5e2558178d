package entity

import (
	"bytes"

	"rostrum/text"
)

// linkedNumbers are what stands before the phone number in a link that begins a call or a chat.
var linkedNumbers = [...]string{"wa.me/", "whatsapp.com/send?phone=", "whatsapp.com/send/?phone=", "signal.me/#p/", "t.me/+", "viber.click/", "/tel:", "number=%2b"}

// linkedPhones reports phone numbers in links that are there to be called: https://wa.me/37061234567.
func (s *search) linkedPhones() {
	if s.d.Has&text.HasLink == 0 {
		return
	}
	for i := range s.d.Tokens {
		t := &s.d.Tokens[i]
		if t.Kind != text.Link {
			continue
		}
		for _, sign := range linkedNumbers {
			if at := bytes.Index(s.d.Word(t), []byte(sign)); at >= 0 {
				s.linkedPhone(t.FoldStart+int32(at+len(sign)), t.FoldEnd)
				break
			}
		}
	}
}

// linkedPhone looks at the number that begins at a place in a link, with its country's code and with or without a plus.
func (s *search) linkedPhone(at, end int32) {
	for _, plus := range [...]string{"+", "%2b", "00"} {
		if bytes.HasPrefix(s.folded[at:end], []byte(plus)) {
			at += int32(len(plus))
			break
		}
	}
	start := at
	s.w.digits = s.w.space[:0]
	for at < end && isDigit(s.folded[at]) && len(s.w.digits) < maxDigits {
		s.w.digits = append(s.w.digits, s.folded[at])
		at++
	}
	if s.phones.international(s.w.digits) && !s.isAllowedPhone() {
		s.found(phone, start, at)
	}
}
