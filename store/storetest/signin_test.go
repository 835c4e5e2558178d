package storetest_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// in runs f in a transaction that must succeed.
func in(t *testing.T, s *store.Store, f func(*store.Tx) error) {
	t.Helper()
	if err := s.Write(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func TestCredentialsAndTheirEnd(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		in(t, s, func(tx *store.Tx) error {
			if c, err := tx.Credential(ctx, "ona"); err != nil || c.Password != "" {
				t.Errorf("somebody without a credential has %+v, %v", c, err)
			}
			return tx.KeepCredential(ctx, store.Credential{Person: "ona", Password: "$hash", TOTP: []byte{1}, Recovery: []string{"a", "b"}, Changed: noon})
		})
		in(t, s, func(tx *store.Tx) error { return tx.UseStep(ctx, "ona", 7) })
		if err := s.Write(ctx, func(tx *store.Tx) error { return tx.UseStep(ctx, "ona", 7) }); !fault.Is(err, fault.SignIn) {
			t.Errorf("a code used twice: %v", err)
		}
		in(t, s, func(tx *store.Tx) error { return tx.UseRecovery(ctx, "ona", []string{"a", "b"}, []string{"b"}) })
		if err := s.Write(ctx, func(tx *store.Tx) error { return tx.UseRecovery(ctx, "ona", []string{"a", "b"}, []string{"b"}) }); !fault.Is(err, fault.SignIn) {
			t.Errorf("a recovery code used twice at once: %v", err)
		}
		key := store.Passkey{Passkey: signin.Passkey{ID: "k", Record: []byte("{}")}, Person: "ona", Name: "Phone", Made: noon}
		in(t, s, func(tx *store.Tx) error {
			if err := tx.Link(ctx, "https://id.example.com", "1", "ona", noon); err != nil {
				return err
			}
			if err := tx.KeepDevice(ctx, "ona", "mark", noon); err != nil {
				return err
			}
			return tx.AddPasskey(ctx, key)
		})
		if err := s.Write(ctx, func(tx *store.Tx) error { return tx.AddPasskey(ctx, key) }); !fault.Is(err, fault.Conflict) {
			t.Errorf("the same passkey twice: %v", err)
		}
		if err := s.Write(ctx, func(tx *store.Tx) error { return tx.Link(ctx, "https://id.example.com", "2", "ona", noon) }); !fault.Is(err, fault.Conflict) {
			t.Errorf("a second identity at one service: %v", err)
		}
		if err := s.Write(ctx, func(tx *store.Tx) error { return tx.RemovePasskey(ctx, "jonas", "k") }); !fault.Is(err, fault.NotFound) {
			t.Errorf("somebody else's passkey: %v", err)
		}
		in(t, s, func(tx *store.Tx) error {
			if c, err := tx.Credential(ctx, "ona"); err != nil || c.Step != 7 || !slices.Equal(c.Recovery, []string{"b"}) || !c.Changed.Equal(noon) {
				t.Errorf("kept: %+v, %v", c, err)
			}
			return tx.EndCredentials(ctx, "ona")
		})
		in(t, s, func(tx *store.Tx) error {
			c, err := tx.Credential(ctx, "ona")
			keys, err2 := tx.Passkeys(ctx, "ona")
			linked, err3 := tx.Linked(ctx, "https://id.example.com", "1")
			known, err4 := tx.KnowsDevice(ctx, "ona", "mark")
			if err != nil || err2 != nil || err3 != nil || err4 != nil || c.Password != "" || len(c.Recovery) > 0 || len(keys) > 0 || linked != "" || known {
				t.Errorf("after the end: %+v %v %q %v", c, keys, linked, known)
			}
			return nil
		})
	})
}

func TestBearer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		ona := staff.Person{ID: "ona", Name: "Ona", Mail: "ona@example.com", State: staff.Active, Zone: "UTC"}
		shown, token := signin.NewToken(signin.APIToken, noon, signin.CheckPosts)
		in(t, s, func(tx *store.Tx) error {
			if err := tx.AddPerson(ctx, ona); err != nil {
				return err
			}
			return tx.AddToken(ctx, store.Token{Token: token, ID: "t", Person: "ona", Name: "CI", Made: noon})
		})
		bearer := func(shown string, at time.Time) (who staff.Person, got store.Token, err error) {
			err = s.Read(ctx, func(tx *store.Tx) (err error) {
				who, got, err = tx.Bearer(ctx, shown, at)
				return err
			})
			return who, got, err
		}
		if who, got, err := bearer(shown, noon); err != nil || who.ID != "ona" || got.Allows(signin.CheckPosts) != nil || got.Allows(signin.PolicyWrite) == nil {
			t.Errorf("%+v %+v %v", who, got, err)
		}
		other, _ := signin.NewToken(signin.APIToken, noon)
		for name, c := range map[string]struct {
			shown string
			at    time.Time
		}{"unknown": {other, noon}, "garbage": {"rst_x", noon}, "too old": {shown, noon.AddDate(1, 0, 1)}} {
			if _, _, err := bearer(c.shown, c.at); !fault.Is(err, fault.SignIn) {
				t.Errorf("%s: %v", name, err)
			}
		}
		in(t, s, func(tx *store.Tx) error {
			who, err := tx.Person(ctx, "ona")
			who.State = staff.Left
			if err != nil {
				return err
			}
			return tx.ChangePerson(ctx, who)
		})
		if _, _, err := bearer(shown, noon); !fault.Is(err, fault.SignIn) {
			t.Errorf("the token of somebody who has left: %v", err)
		}
		in(t, s, func(tx *store.Tx) error {
			if n, err := tx.RevokeTokens(ctx, "ona"); n != 1 || err != nil {
				t.Errorf("revoked %d, %v", n, err)
			}
			return nil
		})
	})
}

func TestInvitationsReplaceEachOther(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		_, first := signin.NewToken(signin.InvitationToken, noon)
		_, second := signin.NewToken(signin.InvitationToken, noon)
		_, reset := signin.NewToken(signin.ResetToken, noon)
		for _, token := range []signin.Token{first, reset, second} {
			in(t, s, func(tx *store.Tx) error {
				return tx.AddInvitation(ctx, store.Invitation{Token: token, Person: "ona", By: "jonas", Made: noon})
			})
		}
		in(t, s, func(tx *store.Tx) error {
			if _, err := tx.Invitation(ctx, first.Hash); !fault.Is(err, fault.NotFound) {
				t.Errorf("the replaced link: %v", err)
			}
			for _, kept := range []signin.Token{second, reset} {
				if i, err := tx.Invitation(ctx, kept.Hash); err != nil || i.Kind != kept.Kind || i.Person != "ona" || !i.Expires.Equal(kept.Expires) {
					t.Errorf("%+v %v", i, err)
				}
			}
			return tx.ForgetAttempts(ctx, noon.Add(2*time.Hour))
		})
		in(t, s, func(tx *store.Tx) error {
			_, err := tx.Invitation(ctx, reset.Hash)
			_, err2 := tx.Invitation(ctx, second.Hash)
			if !fault.Is(err, fault.NotFound) || err2 != nil {
				t.Errorf("two hours later: %v, %v", err, err2)
			}
			return nil
		})
	})
}

// TestTallyLosesNothing counts from many sides at once.
func TestTallyLosesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				err := s.Write(ctx, func(tx *store.Tx) error {
					tally, err := tx.Tally(ctx, "account/x")
					if err != nil {
						return err
					}
					return tx.SetTally(ctx, "account/x", tally.Failed(noon))
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		in(t, s, func(tx *store.Tx) error {
			if tally, err := tx.Tally(ctx, "account/x"); tally.Count != 20 || !tally.Last.Equal(noon) {
				t.Errorf("%+v %v", tally, err)
			}
			return nil
		})
	})
}
