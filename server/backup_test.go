package server

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/keyring"
	"rostrum/ledger"
	"rostrum/store"
	"rostrum/store/storetest"
)

// TestPostgreSQLBackup dumps a database and restores it into an empty one.
func TestPostgreSQLBackup(t *testing.T) {
	c := Defaults()
	c.Data, c.Database = t.TempDir(), storetest.PostgreSQLURL(t)
	keys, err := keyring.Open(c.Data)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), c.Database)
	if err != nil {
		t.Fatal(err)
	}
	for range 30 {
		if err := s.Write(t.Context(), func(tx *store.Tx) error {
			err := tx.Append(t.Context(), ledger.Entry{Time: time.Now(), Actor: "a", Kind: "test.done", Private: map[string]string{"name": "Ona"}})
			if err == nil {
				_, err = tx.SignCheckpoint(t.Context(), keys.Signer, time.Now())
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "rostrum.dump")
	if kept, err := Backup(t.Context(), c, file, nil); err != nil || kept.Entries != 30 || !kept.HasKeys {
		t.Fatalf("%+v, %v", kept, err)
	}
	if _, err := Restore(t.Context(), c, file, nil); !fault.Is(err, fault.Conflict) {
		t.Errorf("restored over a database: %v", err)
	}
	c.Database = storetest.PostgreSQLURL(t)
	if kept, err := Restore(t.Context(), c, file, nil); err != nil || kept.Entries != 30 {
		t.Errorf("%+v, %v", kept, err)
	}
}

// TestBackupOfADamagedLedger leaves no file behind that somebody would rely on.
func TestBackupOfADamagedLedger(t *testing.T) {
	c := Defaults()
	c.Data = t.TempDir()
	s, err := store.Open(t.Context(), c.Store())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if err := s.Write(t.Context(), func(tx *store.Tx) error {
		return tx.Append(t.Context(), ledger.Entry{Time: time.Now(), Actor: "a", Kind: "test.done"})
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.DB().Exec(`UPDATE ledger_entry SET actor = 'b'`); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "copy.db")
	if _, err := Backup(t.Context(), c, file, nil); err == nil {
		t.Error("a damaged ledger was backed up as verified")
	}
	left, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
