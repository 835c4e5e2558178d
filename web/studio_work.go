package web

import (
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// studioWork gives the versions on their way, those first that wait for this person.
func (s *Server) studioWork(v *visit, tx *store.Tx) ([]workCard, error) {
	open, err := tx.Versions(v.ctx, mostWork, studio.Draft, studio.Review, studio.Approved)
	if err != nil {
		return nil, err
	}
	published, err := tx.Versions(v.ctx, mostWork, studio.Published)
	if err != nil {
		return nil, err
	}
	var work []workCard
	for _, version := range slices.Concat(open, published) {
		if version.State == studio.Published && !version.Effective.After(v.now) {
			continue
		}
		waits, mine := studioWaits(v.who, version)
		work = append(work, workCard{version, s.words.T(v.lang, waits), mine, s.studioSteps(v.lang, version, v.now)})
	}
	slices.SortStableFunc(work, func(a, b workCard) int {
		switch {
		case a.Mine == b.Mine:
			return 0
		case a.Mine:
			return -1
		}
		return 1
	})
	return work, nil
}

// studioWaits says what a version waits for, as a word key, and whether this person can do it.
func studioWaits(who staff.Person, version studio.Version) (key string, mine bool) {
	switch version.State {
	case studio.Draft:
		if version.EditedBy(who.ID) && staff.May(who, staff.EditPolicy) == nil {
			return "studio.waits_yours", true
		}
		return "studio.waits_editor", false
	case studio.Review:
		if version.EditedBy(who.ID) || staff.May(who, staff.ApprovePolicy) != nil {
			return "studio.waits_other", false
		}
		return "studio.waits_you", true
	case studio.Approved:
		return "studio.waits_publication", staff.May(who, staff.PublishPolicy) == nil
	}
	return "studio.waits_day", false
}

// studioSteps shows how far a version is on its way.
func (s *Server) studioSteps(lang string, version studio.Version, now time.Time) []Step {
	at := slices.Index([]studio.State{studio.Draft, studio.Review, studio.Approved, studio.Published}, version.State)
	if version.State == studio.Published && !version.Effective.After(now) {
		at = 4
	}
	var steps []Step
	for i, name := range []string{"draft", "review", "approved", "published"} {
		step := Step{Label: s.words.T(lang, "studio.step_"+name)}
		if i < at {
			step.State = "done"
		} else if i == at {
			step.State = "current"
		}
		steps = append(steps, step)
	}
	return steps
}

// studioTodos are the versions that wait for this person.
func (s *Server) studioTodos(v *visit, tx *store.Tx) ([]Todo, error) {
	if staff.May(v.who, staff.ApprovePolicy) != nil {
		return nil, nil
	}
	work, err := s.studioWork(v, tx)
	if err != nil {
		return nil, err
	}
	_, err = tx.VersionAt(v.ctx, v.now)
	begun := fault.Is(err, fault.NotFound) // nothing is in force yet, and startTodos tells of the first draft
	if err != nil && !begun {
		return nil, err
	}
	var todos []Todo
	for _, w := range work {
		if w.Mine && !(begun && w.State == studio.Draft) {
			todos = append(todos, Todo{Icon: studioIcon(w.State), Href: studioNext(w.Version),
				Text: s.words.T(v.lang, "studio.todo_"+string(w.State), "name", w.Name)})
		}
	}
	return todos, nil
}

// studioNext is where the next step of a version is taken.
func studioNext(version studio.Version) string {
	if version.State == studio.Draft {
		return "/studio/" + version.ID
	}
	return "/studio/" + version.ID + "/review"
}

func studioIcon(state studio.State) string {
	switch state {
	case studio.Draft:
		return "pencil"
	case studio.Review:
		return "eye"
	case studio.Approved:
		return "calendar-event"
	case studio.Withdrawn:
		return "x"
	}
	return "circle-check"
}
