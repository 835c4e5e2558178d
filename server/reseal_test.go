package server

import (
	"io"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// TestAnotherKeyForSecrets rotates the key under a secret: after the next start the new one opens it, and only then can the
// old one be forgotten.
func TestAnotherKeyForSecrets(t *testing.T) {
	c := Defaults()
	c.Listen, c.Data = "localhost:0", t.TempDir()
	during := func(f func(*Server, *store.Tx) error) {
		t.Helper()
		s, err := Start(t.Context(), c, Logger(io.Discard, "text"))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Store.Write(t.Context(), func(tx *store.Tx) error { return f(s, tx) }); err != nil {
			t.Error(err)
		}
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
	}
	var person string
	var sealed []byte
	during(func(s *Server, tx *store.Tx) error {
		ona, err := staff.Found(t.Context(), tx, staff.Company{Name: "Banga", Languages: []string{"en"}, Zone: "Europe/Vilnius"},
			staff.Person{Name: "Ona", Mail: "ona@example.com"}, time.Now())
		if err != nil {
			return err
		}
		person = ona.ID
		if sealed, err = s.Web.Sealer.Seal([]byte("JBSWY3DPEHPK3PXP"), "person/"+person+"/totp"); err != nil {
			return err
		}
		return tx.KeepCredential(t.Context(), store.Credential{Person: person, TOTP: sealed, Changed: time.Now()})
	})
	opens := func(anew bool) {
		t.Helper()
		during(func(s *Server, tx *store.Tx) error {
			kept, err := tx.Credential(t.Context(), person)
			if err != nil {
				return err
			}
			if anew != (string(kept.TOTP) != string(sealed)) {
				t.Errorf("sealed anew: %v, want %v", !anew, anew)
			}
			plain, err := s.Web.Sealer.Open(kept.TOTP, "person/"+person+"/totp")
			if string(plain) != "JBSWY3DPEHPK3PXP" {
				t.Errorf("the secret opens as %q", plain)
			}
			return err
		})
	}
	opens(false)
	if err := RotateKeys(c); err != nil {
		t.Fatal(err)
	}
	if _, err := ForgetKeys(t.Context(), c); !fault.Is(err, fault.Conflict) {
		t.Errorf("a key that a secret needs was forgotten: %v", err)
	}
	opens(true)
	if n, err := ForgetKeys(t.Context(), c); n != 1 || err != nil {
		t.Errorf("forgotten: %d, %v", n, err)
	}
	opens(true)
	if n, err := ForgetKeys(t.Context(), c); n != 0 || err != nil {
		t.Errorf("forgotten once more: %d, %v", n, err)
	}
}
