package web

import (
	"net/http"
	"strings"
	"time"

	"rostrum/ledger"
	"rostrum/store"
)

// devicesPage shows where the person is signed in.
type devicesPage struct {
	Page
	Tabs    []Link
	Devices []device
}

// device is a session as its owner sees it.
type device struct {
	ID, Name, Address string
	Seen              time.Time
	Here              bool
}

func (s *Server) devices(v *visit) error {
	page := &devicesPage{Page: s.page(v, "account.devices_title"), Tabs: s.accountTabs(v)}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		all, err := tx.SessionsOf(v.ctx, v.who.ID, v.now)
		for _, one := range all {
			page.Devices = append(page.Devices, device{one.ID, s.device(v.lang, one.Agent), one.Address, one.Seen, one.ID == v.session.ID})
		}
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, http.StatusOK, "account/devices", page)
	return nil
}

// endDevice ends one of the person's sessions, or all but this one. It wants no fresh proof: who fears a thief is in a hurry.
func (s *Server) endDevice(v *visit) error {
	which := v.form("device")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		var err error
		if which == "others" {
			err = tx.EndSessions(v.ctx, v.who.ID, v.session.Token)
		} else {
			err = tx.EndSessionOf(v.ctx, v.who.ID, which)
		}
		if err != nil {
			return err
		}
		err = tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: v.who.ID, Kind: "session.ended", Subject: v.who.ID})
		if err != nil || which == v.session.ID {
			return err
		}
		return s.flash(v, tx, "account.ended")
	})
	if err != nil {
		return err
	}
	return v.see("/account/devices")
}

// device names a browser by what it calls itself: enough to recognise one's own.
func (s *Server) device(lang, agent string) string {
	browser, system := "", ""
	for _, known := range [][2]string{{"Edg/", "Edge"}, {"EdgA/", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser/", "Samsung Internet"},
		{"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"}, {"CriOS/", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}} {
		if strings.Contains(agent, known[0]) {
			browser = known[1]
			break
		}
	}
	for _, known := range [][2]string{{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"},
		{"Macintosh", "macOS"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"}} {
		if strings.Contains(agent, known[0]) {
			system = known[1]
			break
		}
	}
	switch {
	case browser == "" && system == "":
		return s.words.T(lang, "account.device_unknown")
	case browser == "":
		return system
	case system == "":
		return browser
	}
	return s.words.T(lang, "account.device", "browser", browser, "system", system)
}
