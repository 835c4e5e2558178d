package store

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/training"
)

// Attempts gives a person's attempts at a course, the latest first.
func (tx *Tx) Attempts(ctx context.Context, person, course string) ([]training.Attempt, error) {
	return many(ctx, tx, func(row scanner) (training.Attempt, error) {
		a := training.Attempt{Person: person, Course: course}
		var questions, answers string
		var begun, finished int64
		if err := row.Scan(&a.ID, &a.Policy, &a.Number, &questions, &answers, &a.Right, &begun, &finished); err != nil {
			return a, err
		}
		a.Begun, a.Finished = fromMicros(begun), fromMicros(finished)
		if err := fromJSON(questions, &a.Questions); err != nil {
			return a, err
		}
		return a, fromJSON(answers, &a.Answers)
	}, `SELECT id, policy, number, questions, answers, correct, begun, finished FROM quiz_attempt
		WHERE person = $1 AND course = $2 ORDER BY number DESC LIMIT 100`, person, course)
}

// AddAttempt keeps a new attempt.
func (tx *Tx) AddAttempt(ctx context.Context, a training.Attempt) error {
	questions, err := inJSON(a.Questions)
	if err != nil {
		return err
	}
	return tx.duplicate(tx.exec(ctx, `INSERT INTO quiz_attempt (id, person, course, policy, number, questions, answers, answered, correct, begun, finished)
		VALUES ($1, $2, $3, $4, $5, $6, '[]', 0, 0, $7, 0)`, a.ID, a.Person, a.Course, a.Policy, a.Number, questions, micros(a.Begun)), attemptMoved())
}

// AnswerAttempt keeps an attempt to which one answer was added since it was read.
func (tx *Tx) AnswerAttempt(ctx context.Context, a training.Attempt) error {
	answers, err := inJSON(a.Answers)
	if err != nil {
		return err
	}
	return tx.change(ctx, attemptMoved(), `UPDATE quiz_attempt SET answers = $1, answered = $2, correct = $3, finished = $4
		WHERE id = $5 AND answered = $2 - 1`, answers, len(a.Answers), a.Right, micros(a.Finished), a.ID)
}

func attemptMoved() *fault.Fault {
	return fault.New(fault.Conflict, "This quiz goes on in another window. Open it again to see where it stands.",
		"Šis testas tęsiamas kitame lange. Atverkite jį iš naujo ir matysite, kur sustota.")
}

const certificateColumns = `id, person, course, version, correct, questions, passed, expires, entry, withdrawn, withdrawn_at, reason`

func scanCertificate(row scanner) (training.Certificate, error) {
	var c training.Certificate
	var passed, expires, withdrawn int64
	err := row.Scan(&c.ID, &c.Person, &c.Course, &c.Version, &c.Right, &c.Questions, &passed, &expires, &c.Entry, &c.Withdrawn, &withdrawn, &c.Reason)
	c.Passed, c.Expires, c.WithdrawnAt = fromMicros(passed), fromMicros(expires), fromMicros(withdrawn)
	return c, err
}

// Certificate gives the certificate with the id.
func (tx *Tx) Certificate(ctx context.Context, id string) (training.Certificate, error) {
	return one(ctx, tx, fault.New(fault.NotFound, "There is no such certificate.", "Tokio pažymėjimo nėra."), scanCertificate,
		`SELECT `+certificateColumns+` FROM certificate WHERE id = $1`, id)
}

// Certificates gives all certificates of a person, the latest first.
func (tx *Tx) Certificates(ctx context.Context, person string) ([]training.Certificate, error) {
	return many(ctx, tx, scanCertificate, `SELECT `+certificateColumns+` FROM certificate WHERE person = $1 ORDER BY passed DESC, id DESC`, person)
}

// CertificatesBefore gives up to limit certificates of everybody, the latest first, those before the given one.
func (tx *Tx) CertificatesBefore(ctx context.Context, passed time.Time, id string, limit int) ([]training.Certificate, error) {
	return many(ctx, tx, scanCertificate, `SELECT `+certificateColumns+` FROM certificate
		WHERE passed < $1 OR (passed = $1 AND id < $2) ORDER BY passed DESC, id DESC LIMIT $3`, micros(passed), id, limit)
}

// AddCertificate keeps a new certificate.
func (tx *Tx) AddCertificate(ctx context.Context, c training.Certificate) error {
	return tx.exec(ctx, `INSERT INTO certificate (`+certificateColumns+`, warned) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, FALSE, 0, '', 0)`,
		c.ID, c.Person, c.Course, c.Version, c.Right, c.Questions, micros(c.Passed), micros(c.Expires), c.Entry)
}

// WithdrawCourse withdraws what certificates of a course a person has.
func (tx *Tx) WithdrawCourse(ctx context.Context, person, course, reason string, at time.Time) error {
	return tx.exec(ctx, `UPDATE certificate SET withdrawn = TRUE, withdrawn_at = $1, reason = $2 WHERE person = $3 AND course = $4 AND NOT withdrawn`,
		micros(at), reason, person, course)
}

// WithdrawGrants withdraws all certificates of somebody who leaves, and counts them. When that was is on the record of the
// leaving.
func (tx *Tx) WithdrawGrants(ctx context.Context, person string) (int, error) {
	result, err := tx.ExecContext(ctx, `UPDATE certificate SET withdrawn = TRUE WHERE person = $1 AND NOT withdrawn`, person)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}
