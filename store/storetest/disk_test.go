package storetest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/store"
	"rostrum/store/storetest"
)

// TestDiskFull lets the database grow no further, as a full disk does: the write that no longer fits is refused in words
// and leaves nothing, reading goes on, and with room again everything does.
func TestDiskFull(t *testing.T) {
	s, ctx := storetest.SQLite(t), t.Context()
	room := func(pages int) {
		t.Helper()
		if _, err := s.DB().ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	write := func(text string) error {
		return s.Write(ctx, func(tx *store.Tx) error {
			if err := tx.SetSetting(ctx, "text", text); err != nil {
				return err
			}
			return tx.Append(ctx, ledger.Entry{Time: time.Now(), Actor: "test", Kind: "setting.changed", Subject: "text"})
		})
	}
	if err := write("small"); err != nil {
		t.Fatal(err)
	}
	room(1) // which SQLite takes as no more than there is
	if err := write(strings.Repeat("large ", 200_000)); !fault.Is(err, fault.Unavailable) {
		t.Errorf("on a full disk: %v", err)
	}
	var kept string
	if err := s.Read(ctx, func(tx *store.Tx) error { return tx.Setting(ctx, "text", &kept) }); err != nil || kept != "small" {
		t.Errorf("after it: %.20q, %v", kept, err)
	}
	room(1_000_000)
	if err := write("again"); err != nil {
		t.Errorf("with room again: %v", err)
	}
	if entries, err := s.CheckLedger(ctx, "", nil); err != nil || entries != 2 {
		t.Errorf("the ledger has %d entries, %v", entries, err)
	}
}
