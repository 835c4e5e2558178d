package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/store"
)

func TestEndingOneDeviceLeavesTheOthers(t *testing.T) {
	r := newRoom(t)
	jonas := r.person("Jonas Jonaitis")
	desk, phone, tablet := r.browser(jonas), r.browser(jonas), r.browser(jonas)
	signedIn := func(b *browser) bool { return b.visit("/account").who.ID == jonas.ID }
	desk.post("/account/devices", url.Values{"device": {phone.visit("/").session.ID}})
	if !signedIn(desk) || signedIn(phone) || !signedIn(tablet) {
		t.Errorf("after ending the phone's: desk %v, phone %v, tablet %v", signedIn(desk), signedIn(phone), signedIn(tablet))
	}
	desk.post("/account/devices", url.Values{"device": {"others"}})
	if !signedIn(desk) || signedIn(tablet) {
		t.Errorf("after ending the others: desk %v, tablet %v", signedIn(desk), signedIn(tablet))
	}
}

// A page that was on its way when its session ended must not bring the session back.
func TestEndedSessionStaysEnded(t *testing.T) {
	r := newRoom(t)
	jonas := r.person("Jonas Jonaitis")
	b := r.browser(jonas)
	v := b.visit("/")
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error { return tx.EndSessions(t.Context(), jonas.ID, "") }))
	err := r.Store.Write(t.Context(), func(tx *store.Tx) error { return r.flash(v, tx, "account.ended") })
	if !fault.Is(err, fault.SignIn) {
		t.Errorf("noting something in it gives %v", err)
	}
	v.now = v.now.Add(time.Hour)
	if err := r.prolong(v); !fault.Is(err, fault.SignIn) {
		t.Errorf("prolonging it gives %v", err)
	}
	if b.visit("/").session != nil {
		t.Error("the session is back")
	}
}

// visit gives the browser's request as pages see it.
func (b *browser) visit(path string) *visit {
	b.room.t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for _, c := range b.http.Jar.Cookies(b.room.Address) {
		request.AddCookie(c)
	}
	v := &visit{w: httptest.NewRecorder(), r: request, ctx: context.WithoutCancel(b.room.t.Context()), now: b.room.now}
	b.room.must(b.room.Store.Read(v.ctx, func(tx *store.Tx) error { return b.room.recognise(v, tx) }))
	return v
}
