package web

import (
	"net/http"
	"slices"

	"rostrum/fault"
	"rostrum/notify"
	"rostrum/receiver"
	"rostrum/store"
)

// receiversPage lists who outside is told what is written in the ledger.
type receiversPage struct {
	Page
	Tabs      []Link
	Receivers []receiverLine
	Form      Form
	Ways      []Option
	About     []Link
	Secret    string // of the webhook that was just added, shown this once
	Added     string // its name
}

type receiverLine struct {
	receiver.Receiver
	About string
	Said  string // what the latest answer means
}

func (s *Server) receivers(v *visit) error { return s.showReceivers(v, &receiversPage{}, 200) }

func (s *Server) showReceivers(v *visit, page *receiversPage, status int) error {
	page.Page, page.Tabs = s.page(v, "settings.title"), s.settingsTabs(v, "/settings/receivers")
	for _, way := range []receiver.Way{receiver.Webhook, receiver.Chat} {
		page.Ways = append(page.Ways, Option{string(way), s.words.T(v.lang, "settings.way_"+string(way))})
	}
	for _, group := range append([]string{receiver.Everything}, receiver.Groups()...) {
		page.About = append(page.About, Link{Href: group, Label: s.groupName(v.lang, group), Current: slices.Contains(page.Form.Values["about"], group)})
	}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		all, err := tx.Receivers(v.ctx)
		for _, r := range all {
			line := receiverLine{Receiver: r, Said: r.Last.Answer.In(v.lang)}
			for i, group := range r.About {
				if i > 0 {
					line.About += ", "
				}
				line.About += s.groupName(v.lang, group)
			}
			page.Receivers = append(page.Receivers, line)
		}
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "settings/receivers", page)
	return nil
}

func (s *Server) groupName(lang, group string) string {
	if group == receiver.Everything {
		group = "everything"
	}
	return s.words.T(lang, "settings.about_"+group)
}

// addReceiver adds a receiver. The answer is a page and not a way back, since it shows a secret that nothing keeps.
func (s *Server) addReceiver(v *visit) error {
	wanted := receiver.Wanted{Way: receiver.Way(v.form("way")), Name: v.form("name"), URL: v.form("url"), About: v.r.PostForm["about"], Private: s.Private}
	page := receiversPage{}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		added, secret, err := receiver.Add(v.ctx, tx, v.who, wanted, s.Sealer, v.now)
		page.Added, page.Secret = added.Name, secret
		if err == nil && secret == "" {
			err = s.flash(v, tx, "settings.receiver_added")
		}
		return err
	})
	switch {
	case fault.Is(err, fault.Invalid):
		page = receiversPage{Form: Form{Values: v.r.PostForm}}
		page.Form.Refuse(v.lang, err)
		return s.showReceivers(v, &page, http.StatusUnprocessableEntity)
	case err != nil:
		return err
	case page.Secret == "":
		return v.see("/settings/receivers")
	}
	return s.showReceivers(v, &page, 200)
}

// removeReceiver takes a receiver away.
func (s *Server) removeReceiver(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := receiver.Remove(v.ctx, tx, v.who, v.r.PathValue("id"), v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "settings.receiver_removed")
	})
	if err != nil {
		return err
	}
	return v.see("/settings/receivers")
}

// tryReceiver sends something that means nothing and shows what the other side said.
func (s *Server) tryReceiver(v *visit) error {
	var r receiver.Receiver
	if err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		r, err = tx.Receiver(v.ctx, v.r.PathValue("id"))
		return err
	}); err != nil {
		return err
	}
	address, err := r.Open(s.Sealer)
	if err != nil {
		return err
	}
	var answer notify.Answer
	if r.Way == receiver.Chat {
		answer = notify.Chat{URL: address.URL, Private: s.Private}.Try(v.ctx)
	} else {
		answer = notify.Webhook{URL: address.URL, Secret: address.Secret, Private: s.Private}.Try(v.ctx)
	}
	if err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		return tx.NoteDelivery(v.ctx, r.ID, receiver.Last{Time: v.now, Answer: answer})
	}); err != nil {
		return err
	}
	return v.see("/settings/receivers#" + r.ID)
}
