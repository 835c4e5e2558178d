package demo

import (
	"context"
	"fmt"
	"time"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// planSigning has the person sign each edition as their habit is.
func (y *year) planSigning(m member) {
	all := editions()
	for i, e := range all {
		asked := min(e.daysAgo, m.since-1) // when it came into force, or when they joined
		if i+1 < len(all) && asked <= all[i+1].daysAgo {
			continue // the next edition was in force before they came
		}
		var delay int
		switch m.habit {
		case prompt:
			delay = 1 + chance(e.name+m.name, 4)
		case slow:
			delay = 5 + chance(e.name+m.name, 18)
		case behind:
			if i+1 == len(all) {
				continue
			}
			delay = 8 + chance(e.name+m.name, 20)
		case never:
			continue
		}
		day := asked - delay
		if day < max(1, m.left+1) || i+1 < len(all) && day <= all[i+1].daysAgo {
			continue
		}
		at := later(y.workday(day, e.name+m.name+" signs"), y.published[i].Add(time.Hour))
		y.on(later(at, y.joined[m.name].Add(time.Hour)), y.sign(m))
	}
}

// sign has the person sign whatever they are asked for, a clause every minute and a half.
func (y *year) sign(m member) func(context.Context, *store.Tx, time.Time) error {
	return y.step(m.name, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		e, err := y.edition(ctx, tx, at)
		if err != nil {
			return err
		}
		signed, err := tx.Signatures(ctx, who.ID)
		if err != nil {
			return err
		}
		for i, item := range training.Due(e.Policy, signed, who) {
			read := []training.Read{{Clause: item.Clause.ID, Digest: item.Digest}}
			if err := training.Sign(ctx, tx, who, e, read, who.Language, at.Add(time.Duration(i)*90*time.Second)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (y *year) edition(ctx context.Context, tx *store.Tx, at time.Time) (training.Edition, error) {
	v, err := tx.VersionAt(ctx, at)
	if err != nil {
		return training.Edition{}, err
	}
	if known, ok := y.loaded[v.Digest]; ok {
		return training.Edition{Version: v, Policy: known.policy}, nil
	}
	files, err := tx.Content(ctx, v.Digest)
	if err != nil {
		return training.Edition{}, err
	}
	p, err := policy.Load(files)
	if err != nil {
		return training.Edition{}, err
	}
	checker, err := check.Compile(p)
	if err != nil {
		return training.Edition{}, err
	}
	coverage, err := check.Examples(p)
	if err != nil {
		return training.Edition{}, err
	}
	y.loaded[v.Digest] = learned{p, checker, training.Questions(p, checker, coverage)}
	return training.Edition{Version: v, Policy: p}, nil
}

// learned is a policy that is ready to check posts, with the questions that its examples make.
type learned struct {
	policy    *policy.Policy
	checker   *check.Checker
	questions []training.Question
}

// planCourses has those who speak for the company take the courses that this needs, and again when they run out.
func (y *year) planCourses(m member) {
	speaks := m.team == communications || m.team == service || m.team == legal || m.team == management
	if !speaks || m.habit == behind || m.habit == never {
		return
	}
	for _, day := range []int{m.since - 32, m.since - 32 - 358} {
		for i, course := range []string{"brand-guidelines", "etiquette", "confidentiality", "consequences"} {
			if day-i > max(1, m.left+1) {
				y.on(y.workday(day-i, m.name+course), y.take(m, course))
			}
		}
	}
}

// take has the person do a course's quiz, once with mistakes if they are that kind of person.
func (y *year) take(m member, id string) func(context.Context, *store.Tx, time.Time) error {
	return y.step(m.name, func(ctx context.Context, tx *store.Tx, who staff.Person, at time.Time) error {
		e, err := y.edition(ctx, tx, at)
		if err != nil {
			return err
		}
		course, err := training.CourseOf(e.Policy, id)
		if err != nil {
			return err
		}
		signed, err := tx.Signatures(ctx, who.ID)
		if err != nil || len(training.DueOf(course, training.Due(e.Policy, signed, who))) > 0 {
			return err // not signed yet: no course
		}
		all := y.loaded[e.Version.Digest].questions
		if chance(m.name+id, 5) == 0 {
			if err := quiz(ctx, tx, who, e, course, all, 3, at.Add(-20*time.Minute)); err != nil {
				return err
			}
		}
		return quiz(ctx, tx, who, e, course, all, chance(m.name+id, 2), at)
	})
}

// quiz answers all questions, so many of them wrongly.
func quiz(ctx context.Context, tx *store.Tx, who staff.Person, e training.Edition, course training.Course, all []training.Question, wrong int, at time.Time) error {
	attempt, err := training.Begin(ctx, tx, who, e, course, training.Pool(all, course, who.Language), at)
	if err != nil {
		return fmt.Errorf("%s, %s: %w", who.Name, course.ID, err)
	}
	for place := range attempt.Questions {
		asked, err := attempt.Next(all)
		if err != nil {
			return err
		}
		given := asked.Right
		if place < wrong {
			given = other(asked.Right)
		}
		attempt, err = training.Answer(ctx, tx, who, e, course, all, place, given, at.Add(time.Duration(place+1)*25*time.Second))
		if err != nil {
			return err
		}
	}
	return nil
}

func other(right training.Choice) training.Choice {
	for _, c := range training.Choices() {
		if c != right {
			return c
		}
	}
	return right
}
