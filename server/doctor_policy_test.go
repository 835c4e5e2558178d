package server

import (
	"strings"
	"testing"
	"time"

	"rostrum/staff"
	"rostrum/store"
)

// TestDoctorSaysThatOnePersonCannotPublish: before the first run there is nothing to say; then it warns until a second
// person can approve.
func TestDoctorSaysThatOnePersonCannotPublish(t *testing.T) {
	c := Defaults()
	c.Data = t.TempDir()
	ctx, now := t.Context(), time.Now()
	s, err := store.Open(ctx, c.Store())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	look := func() (level Level, found string) {
		lookAtPolicyPeople(ctx, s, func(f Finding) { level, found = f.Level, f.EN })
		return level, found
	}
	write := func(change func(tx *store.Tx) error) {
		t.Helper()
		if err := s.Write(ctx, change); err != nil {
			t.Fatal(err)
		}
	}
	if _, found := look(); found != "" {
		t.Errorf("without a company: %s", found)
	}
	write(func(tx *store.Tx) error {
		_, err := staff.Found(ctx, tx, staff.Company{Name: "Banga", Languages: []string{"lt"}, Zone: "Europe/Vilnius"}, staff.Person{Name: "Ona", Mail: "ona@example.com"}, now)
		return err
	})
	second := staff.Person{ID: staff.NewID(), Name: "Asta", Mail: "asta@example.com", Language: "lt", Zone: "UTC", State: staff.Invited, Roles: []staff.Role{staff.Approver}, Version: 1, Invited: now}
	write(func(tx *store.Tx) error { return tx.AddPerson(ctx, second) })
	if level, found := look(); level != Warn || !strings.Contains(found, "there is no second person") {
		t.Errorf("with one person: %s %s", level, found)
	}
	second.State, second.Joined = staff.Active, now
	write(func(tx *store.Tx) error { return tx.ChangePerson(ctx, second) })
	if level, found := look(); level != Fine {
		t.Errorf("with two: %s %s", level, found)
	}
}
