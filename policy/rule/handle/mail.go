package handle

import "bytes"

// freeHosts lists where anyone can have an e-mail address under any name.
var freeHosts = map[string]bool{
	"gmail.com": true, "googlemail.com": true, "outlook.com": true, "hotmail.com": true, "live.com": true, "msn.com": true,
	"yahoo.com": true, "ymail.com": true, "icloud.com": true, "me.com": true, "aol.com": true, "proton.me": true,
	"protonmail.com": true, "pm.me": true, "gmx.com": true, "gmx.net": true, "gmx.de": true, "web.de": true,
	"mail.com": true, "mail.ru": true, "list.ru": true, "bk.ru": true, "inbox.ru": true, "yandex.com": true, "yandex.ru": true,
	"tuta.com": true, "tutanota.com": true, "tuta.io": true, "zohomail.com": true, "zohomail.eu": true, "mailfence.com": true,
	"inbox.lt": true, "one.lt": true, "mail.lt": true, "zebra.lt": true, "takas.lt": true, "inbox.lv": true, "mail.ee": true,
	"wp.pl": true, "o2.pl": true, "onet.pl": true, "interia.pl": true, "seznam.cz": true, "ukr.net": true,
}

// mailImitates tells whom an address at a free mail host imitates: its name is the company's, or dressed up as that.
func (j *judge) mailImitates(n *name, m *space) (*model, bool) {
	if !freeHosts[string(n.host)] {
		return nil, false
	}
	for i := range j.models {
		if model := &j.models[i]; len(model.core) >= minModel && bytes.Equal(model.core, n.core) {
			return model, true
		}
	}
	bare := *n
	bare.host = nil
	model, _, found := j.imitates(&bare, m)
	return model, found
}
