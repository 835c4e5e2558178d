package training

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// What a quiz is.
const (
	Length   = 8                // questions, fewer where there are fewer
	PassMark = 80               // per cent of right answers
	Tries    = 3                // failures in a row before a pause
	Pause    = 15 * time.Minute // counted from the last of them
	fewest   = 4                // questions in a reader's language before others are taken as well
)

// Attempt is one try at a course's quiz. It holds while the version of the policy that it was begun under is in force.
type Attempt struct {
	ID        string
	Person    string
	Course    string
	Policy    string // the digest of the version
	Number    int    // 1, 2, 3 … of the person in the course
	Questions []string
	Answers   []Choice // so far
	Right     int      // of Answers
	Begun     time.Time
	Finished  time.Time // zero while it goes on
}

// Passed tells whether the attempt is finished and good enough.
func (a Attempt) Passed() bool {
	return !a.Finished.IsZero() && a.Right*100 >= PassMark*len(a.Questions)
}

// Quizzes is what a quiz needs to keep.
type Quizzes interface {
	Signatures(ctx context.Context, person string) ([]Signature, error)
	// Attempts gives a person's attempts at a course, the latest first.
	Attempts(ctx context.Context, person, course string) ([]Attempt, error)
	AddAttempt(ctx context.Context, a Attempt) error
	// AnswerAttempt keeps an attempt to which one answer was added since it was read, or gives a fault Conflict.
	AnswerAttempt(ctx context.Context, a Attempt) error
	Certifier
}

// Begin begins a quiz, or goes on with the one that is open. The course's clauses must be signed; after three failures
// in a row there is a pause.
func Begin(ctx context.Context, q Quizzes, who staff.Person, e Edition, c Course, pool []Question, now time.Time) (Attempt, error) {
	if err := staff.May(who, staff.SignClauses); err != nil {
		return Attempt{}, err
	}
	attempts, err := q.Attempts(ctx, who.ID, c.ID)
	if err != nil {
		return Attempt{}, err
	}
	if len(attempts) > 0 && attempts[0].Finished.IsZero() && attempts[0].Policy == e.Version.Digest {
		return attempts[0], nil
	}
	if until := PausedUntil(attempts); now.Before(until) {
		minutes := int(until.Sub(now)/time.Minute) + 1
		return Attempt{}, fault.New(fault.TooMany,
			fmt.Sprintf("Take a short break: after three tries there is a pause. Look through the clauses again, and try once more in %d min.", minutes),
			fmt.Sprintf("Trumpam atsikvėpkite: po trijų bandymų daroma pertrauka. Dar kartą peržvelkite punktus ir bandykite po %d min.", minutes))
	}
	signed, err := q.Signatures(ctx, who.ID)
	if err != nil {
		return Attempt{}, err
	}
	if len(DueOf(c, Due(e.Policy, signed, who))) > 0 {
		return Attempt{}, fault.New(fault.Conflict, "First read and sign the clauses of this course.", "Pirmiausia perskaitykite ir pasirašykite šių mokymų punktus.")
	}
	if len(pool) == 0 {
		return Attempt{}, fault.New(fault.Conflict,
			"The clauses of this course have no examples to ask about yet. Tell the owner of the policy.",
			"Šių mokymų punktuose dar nėra pavyzdžių, iš kurių būtų galima klausti. Praneškite politikos šeimininkui.")
	}
	a := Attempt{ID: staff.NewID(), Person: who.ID, Course: c.ID, Policy: e.Version.Digest, Number: 1, Begun: now}
	if len(attempts) > 0 {
		a.Number = attempts[0].Number + 1
	}
	a.Questions = draw(pool, who.ID, c.ID, a.Number)
	return a, q.AddAttempt(ctx, a)
}

// DueOf narrows what is due down to the clauses of a course.
func DueOf(c Course, due []Item) []Item {
	var items []Item
	for _, i := range due {
		if c.Has(i.Clause.ID) {
			items = append(items, i)
		}
	}
	return items
}

// PausedUntil gives when somebody may try again; attempts are those at one course, the latest first.
func PausedUntil(attempts []Attempt) time.Time {
	failed, last := 0, time.Time{}
	for _, a := range attempts {
		if a.Finished.IsZero() {
			continue // given up when the policy changed
		}
		if a.Passed() {
			break
		}
		if failed == 0 {
			last = a.Finished
		}
		failed++
	}
	if failed == 0 || failed%Tries != 0 {
		return time.Time{}
	}
	return last.Add(Pause)
}

// draw takes the questions of an attempt: the same for the same person and number, as many fine as not fine as far as
// there are, in an order that gives nothing away.
func draw(pool []Question, person, course string, number int) []string {
	source := rand.New(rand.NewChaCha8(sha256.Sum256(fmt.Appendf(nil, "%s/%s/%d", person, course, number))))
	var fine, other, drawn []string
	for _, i := range source.Perm(len(pool)) {
		if pool[i].Right == Fine {
			fine = append(fine, pool[i].ID)
		} else {
			other = append(other, pool[i].ID)
		}
	}
	for len(drawn) < Length && len(fine)+len(other) > 0 {
		from := &fine
		if len(fine) == 0 || len(other) > 0 && len(drawn)%2 == 1 {
			from = &other
		}
		drawn, *from = append(drawn, (*from)[0]), (*from)[1:]
	}
	source.Shuffle(len(drawn), func(i, j int) { drawn[i], drawn[j] = drawn[j], drawn[i] })
	return drawn
}
