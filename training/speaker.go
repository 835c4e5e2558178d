package training

import (
	"maps"
	"slices"
	"strings"
	"time"

	"rostrum/policy"
	"rostrum/speaker"
	"rostrum/staff"
)

// Speaker gives a person as the book of speakers asks for them: the policy's teams that are called like the person's own
// team, and the trainings that the person's certificates prove at a moment, each with its day in the person's time zone.
// What the policy itself says of a person of that name counts as well, as far as nothing was withdrawn later.
func Speaker(book *speaker.Book, who staff.Person, team string, certificates []Certificate, at time.Time) *policy.Person {
	out := policy.Person{Name: who.Name, Trained: map[string]policy.Date{}}
	if written := book.Person(who.Name); written != nil {
		out.Handles, out.Teams = written.Handles, slices.Clone(written.Teams)
		maps.Copy(out.Trained, written.Trained)
	}
	for _, t := range book.Teams {
		if team != "" && (strings.EqualFold(t.ID, team) || strings.EqualFold(t.Name.EN, team) || strings.EqualFold(t.Name.LT, team)) && !slices.Contains(out.Teams, t.ID) {
			out.Teams = append(out.Teams, t.ID)
		}
	}
	zone, err := time.LoadLocation(who.Zone)
	if err != nil {
		zone = time.UTC
	}
	oldestFirst := slices.SortedFunc(slices.Values(certificates), func(a, b Certificate) int { return a.Passed.Compare(b.Passed) })
	for _, c := range oldestFirst {
		if c.Withdrawn && (c.WithdrawnAt.IsZero() || !out.Trained[c.Course].After(policy.DateOf(c.WithdrawnAt.In(zone)))) {
			delete(out.Trained, c.Course)
		}
		if passed := policy.DateOf(c.Passed.In(zone)); c.Holds(at) && passed.After(out.Trained[c.Course]) {
			out.Trained[c.Course] = passed
		}
	}
	return &out
}
