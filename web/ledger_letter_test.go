package web

import (
	"net/url"
	"strings"
	"testing"

	"rostrum/notify"
	"rostrum/staff"
	"rostrum/store"
)

// TestAnAuditorAsksForTheCheckpoint: on the page of checkpoints, for the auditor's own address, on the record, and to be
// stopped there.
func TestAnAuditorAsksForTheCheckpoint(t *testing.T) {
	r := newRoom(t)
	ada := r.person("Ada Auditorė", staff.Auditor)
	b := r.browser(ada)
	if _, page := b.get("/ledger/checkpoints"); !strings.Contains(page, "No mail server is configured") {
		t.Error("without a mail server letters are offered")
	}
	var err error
	r.Mail, err = notify.ParseMail("smtp://127.0.0.1:25?from=rostrum@example.com")
	r.must(err)
	readers := func() (n int) {
		r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
			all, err := tx.CheckpointReaders(t.Context())
			n = len(all)
			return err
		}))
		return n
	}
	for range 2 { // a second time changes nothing
		if _, page := b.post("/ledger/checkpoints", url.Values{"mail": {"yes"}}); !strings.Contains(page, "is sent to ada.auditorė@example.com once a day") || readers() != 1 {
			t.Errorf("she asked for it, and %d people get it", readers())
		}
	}
	if _, page := b.get("/ledger"); strings.Count(page, "Ada Auditorė asked for the checkpoint by mail") != 1 {
		t.Error("that she asked for it is not in the ledger, once")
	}
	if status, _ := r.browser(r.person("Jonas Jonaitis")).post("/ledger/checkpoints", url.Values{"mail": {"yes"}}); status != 403 || readers() != 1 {
		t.Errorf("%d: somebody who may not read the ledger gets its checkpoint", status)
	}
	if _, page := b.post("/ledger/checkpoints", url.Values{"mail": {"no"}}); !strings.Contains(page, "Send it to ada.auditorė@example.com") || readers() != 0 {
		t.Error("it cannot be stopped")
	}
}
