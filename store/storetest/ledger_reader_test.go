package storetest_test

import (
	"context"
	"testing"
	"time"

	"rostrum/staff"
	"rostrum/store"
	"rostrum/store/storetest"
)

// TestCheckpointReaders: who asked is among the readers once and until they no longer want to be, or have left.
func TestCheckpointReaders(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
		person := func(id string, state staff.State) staff.Person {
			return staff.Person{ID: id, Name: id, Mail: id + "@example.com", Language: "en", Zone: "UTC", State: state, Roles: []staff.Role{staff.Approver}, Invited: now}
		}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			for _, p := range []staff.Person{person("ada", staff.Active), person("gone", staff.Left), person("asked", staff.Invited)} {
				if err := tx.AddPerson(ctx, p); err != nil {
					return err
				}
			}
			for _, id := range []string{"ada", "ada", "gone"} {
				if err := tx.SetCheckpointReader(ctx, id, true, now); err != nil {
					return err
				}
			}
			readers, err := tx.CheckpointReaders(ctx)
			if err != nil || len(readers) != 1 || readers[0].ID != "ada" {
				t.Errorf("readers: %+v, %v", readers, err)
			}
			if err := tx.SetCheckpointReader(ctx, "ada", false, now); err != nil {
				return err
			}
			if reads, err := tx.ReadsCheckpoints(ctx, "ada"); reads || err != nil {
				t.Errorf("she still gets it: %v", err)
			}
			invited, err := tx.InvitedWithRole(ctx, staff.Approver)
			if len(invited) != 1 || invited[0].ID != "asked" {
				t.Errorf("invited: %+v", invited)
			}
			return err
		})
	})
}
