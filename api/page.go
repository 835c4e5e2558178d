package api

import (
	"encoding/base64"
	"strconv"
	"time"

	"rostrum/fault"
)

// Paged asks for a part of a list.
type Paged struct {
	Cursor string `query:"cursor" maxLength:"200" doc:"Where to go on: next of the page before."`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many at most."`
}

// cursor makes a place in a list opaque, so that no program depends on what it is.
func cursor(place string) string { return base64.RawURLEncoding.EncodeToString([]byte("1 " + place)) }

// place gives the place that a cursor stands for; empty is the beginning.
func (p Paged) place() (string, error) {
	if p.Cursor == "" {
		return "", nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(p.Cursor)
	if err != nil || len(raw) < 3 || string(raw[:2]) != "1 " || !plain(string(raw)) {
		return "", wrongCursor()
	}
	return string(raw[2:]), nil
}

// number gives the place where it is a number; without a cursor it is first.
func (p Paged) number(first int64) (int64, error) {
	place, err := p.place()
	if err != nil || place == "" {
		return first, err
	}
	n, err := strconv.ParseInt(place, 10, 64)
	if err != nil || n < 0 {
		return 0, wrongCursor()
	}
	return n, nil
}

func wrongCursor() error {
	return fault.Of("cursor", "Give “next” of the page before as the cursor, or none to begin.",
		"Kaip „cursor“ nurodykite ankstesnio puslapio „next“ arba nieko, jei pradedate.")
}

// moment is a time, or nothing where there is none.
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}
