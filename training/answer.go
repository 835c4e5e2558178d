package training

import (
	"context"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// Next gives the question to answer now; finished attempts have none.
func (a Attempt) Next(all []Question) (Question, error) {
	if len(a.Answers) >= len(a.Questions) {
		return Question{}, missing("This quiz is finished.", "Šis testas baigtas.")
	}
	return questionOf(all, a.Questions[len(a.Answers)])
}

// Answered is a question with what was answered.
type Answered struct {
	Question
	Given Choice
}

// Good tells whether the answer was right.
func (a Answered) Good() bool { return a.Given == a.Right }

// At gives the question at a place, from 0, once it has been answered.
func (a Attempt) At(all []Question, place int) (Answered, error) {
	if place < 0 || place >= len(a.Answers) {
		return Answered{}, missing("This question has not been answered yet.", "Į šį klausimą dar neatsakyta.")
	}
	q, err := questionOf(all, a.Questions[place])
	return Answered{q, a.Answers[place]}, err
}

// Answer answers the question at a place of somebody's open attempt. A question that was answered keeps its answer. The
// last answer finishes the attempt, and if it is passed gives a certificate.
func Answer(ctx context.Context, q Quizzes, who staff.Person, e Edition, c Course, all []Question, place int, given Choice, now time.Time) (Attempt, error) {
	if err := staff.May(who, staff.SignClauses); err != nil {
		return Attempt{}, err
	}
	attempts, err := q.Attempts(ctx, who.ID, c.ID)
	if err != nil {
		return Attempt{}, err
	}
	if len(attempts) == 0 || attempts[0].Policy != e.Version.Digest {
		return Attempt{}, fault.New(fault.Conflict, "The policy changed since you began this quiz. Begin it again: the questions follow the new text.",
			"Pradėjus testą politika pasikeitė. Pradėkite iš naujo – klausimai sudaromi pagal naują tekstą.")
	}
	a := attempts[0]
	if place < len(a.Answers) {
		return a, nil
	}
	if !slices.Contains(Choices(), given) {
		return a, fault.Of("answer", "Choose one of the answers.", "Pasirinkite vieną iš atsakymų.")
	}
	asked, err := a.Next(all)
	if err != nil {
		return a, err
	}
	if place != len(a.Answers) {
		return a, fault.New(fault.Conflict, "Answer the questions in their order.", "Į klausimus atsakykite iš eilės.")
	}
	a.Answers = append(slices.Clone(a.Answers), given)
	if given == asked.Right {
		a.Right++
	}
	if len(a.Answers) == len(a.Questions) {
		a.Finished = now
	}
	if err := q.AnswerAttempt(ctx, a); err != nil || !a.Passed() {
		return a, err
	}
	return a, certify(ctx, q, who, c, a, e, now)
}
