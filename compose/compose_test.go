package compose

import (
	"context"
	"strings"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/post"
	"rostrum/staff"
)

// nothing keeps nothing: what is refused never comes so far.
type nothing struct{ Records }

func (nothing) AddPost(context.Context, Post) error         { return nil }
func (nothing) AddRevision(context.Context, Revision) error { return nil }

var day = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func TestWhatNoPostMayHave(t *testing.T) {
	author := staff.Person{ID: "rasa", State: staff.Active, Roles: []staff.Role{staff.Author}}
	many := func(n int) (ids []string) {
		for i := range n {
			ids = append(ids, strings.Repeat("a", i+1))
		}
		return ids
	}
	for field, c := range map[string]post.Content{
		"text":     {Text: "a\xff\xfe"},
		"lang":     {Lang: "de"},
		"own.a":    {Accounts: []string{"a"}, Own: map[string]string{"a": "x\x00y"}},
		"accounts": {Accounts: many(MaxAccounts + 1)},
		"topic":    {Topic: strings.Repeat("t", 101)},
		"images":   {Images: []post.Image{{Digest: "../../etc/passwd"}}},
	} {
		_, err := Begin(t.Context(), nothing{}, author, c, time.Time{}, "Europe/Vilnius", day)
		if told := fault.For(err); told.Code != fault.Invalid || told.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	long := post.Content{Text: strings.Repeat("ą", MaxText/4), Accounts: []string{"a"}, Own: map[string]string{"a": strings.Repeat("ą", MaxText/4+1)}}
	if _, err := Begin(t.Context(), nothing{}, author, long, time.Time{}, "Europe/Vilnius", day); !fault.Is(err, fault.Invalid) {
		t.Errorf("texts that are too long together: %v", err)
	}
	if _, err := Begin(t.Context(), nothing{}, staff.Person{ID: "jonas", State: staff.Active}, post.Content{}, time.Time{}, "Europe/Vilnius", day); !fault.Is(err, fault.Forbidden) {
		t.Errorf("who is no author: %v", err)
	}
	if _, err := Begin(t.Context(), nothing{}, author, post.Content{}, day.Add(-time.Minute), "Europe/Vilnius", day); fault.For(err).Field != "due" {
		t.Errorf("a time that has passed: %v", err)
	}
	tidy, err := Begin(t.Context(), nothing{}, author, post.Content{Text: "a\r\nb", Accounts: []string{"a", "a"}, Own: map[string]string{"a": " ", "gone": "x"}}, time.Time{}, "Europe/Vilnius", day)
	if err != nil || tidy.Content.Text != "a\nb" || len(tidy.Content.Accounts) != 1 || tidy.Content.Own != nil {
		t.Errorf("%+v, %v", tidy.Content, err)
	}
}

func TestParseDue(t *testing.T) {
	for _, c := range []struct{ day, clock, zone, want, wrong string }{
		{"", "", "Europe/Vilnius", "0001-01-01T00:00:00Z", ""},
		{"2026-07-01", "14:30", "Europe/Vilnius", "2026-07-01T11:30:00Z", ""},
		{"2026-03-29", "03:30", "Europe/Vilnius", "", "due"}, // the clocks go from 3 to 4
		{"2026-10-25", "03:30", "Europe/Vilnius", "2026-10-25T00:30:00Z", ""},
		{"0001-01-01", "00:00", "UTC", "", "due"}, // no "as soon as it may"
		{"2026-02-30", "10:00", "Europe/Vilnius", "", "due"},
		{"2026-07-01", "", "Europe/Vilnius", "", "due"},
		{"2026-07-01", "14:30", "Local", "", "zone"},
		{"2026-07-01", "14:30", "../../etc/passwd", "", "zone"},
	} {
		due, err := ParseDue(c.day, c.clock, c.zone)
		if c.wrong != "" {
			if fault.For(err).Field != c.wrong {
				t.Errorf("%+v: %v", c, err)
			}
		} else if got := due.UTC().Format(time.RFC3339); got != c.want || err != nil {
			t.Errorf("%+v: %s, %v", c, got, err)
		}
	}
}
