package store

import (
	"context"
	"time"

	"rostrum/training"
)

// Reminder is what somebody has been reminded of so far, under one version of the policy.
type Reminder struct {
	Person  string
	Version string // the version's digest
	Sent    int    // of the regular ones
	Last    time.Time
}

// RemindersOf gives the reminders of several people under a version, by person; who was never reminded is missing.
func (tx *Tx) RemindersOf(ctx context.Context, version string, people []string) (map[string]Reminder, error) {
	found := map[string]Reminder{}
	if len(people) == 0 {
		return found, nil
	}
	all, err := many(ctx, tx, func(row scanner) (Reminder, error) {
		r := Reminder{Version: version}
		var last int64
		err := row.Scan(&r.Person, &r.Sent, &last)
		r.Last = fromMicros(last)
		return r, err
	}, `SELECT person, sent, last FROM reminder WHERE version = $1 AND person IN (`+places(2, len(people))+`)`,
		append([]any{version}, anys(people)...)...)
	for _, r := range all {
		found[r.Person] = r
	}
	return found, err
}

// KeepReminder notes that somebody was reminded.
func (tx *Tx) KeepReminder(ctx context.Context, r Reminder) error {
	return tx.exec(ctx, `INSERT INTO reminder (person, version, sent, last) VALUES ($1, $2, $3, $4)
		ON CONFLICT (person, version) DO UPDATE SET sent = excluded.sent, last = excluded.last`, r.Person, r.Version, r.Sent, micros(r.Last))
}

// Warned is a certificate with how many times its holder was told that it ends.
type Warned struct {
	training.Certificate
	Warnings int
}

// ExpiringCertificates gives the certificates that end between two moments and have not been withdrawn.
func (tx *Tx) ExpiringCertificates(ctx context.Context, from, to time.Time) ([]Warned, error) {
	return many(ctx, tx, func(row scanner) (Warned, error) {
		var w Warned
		var err error
		w.Certificate, err = scanCertificate(more{row, &w.Warnings})
		return w, err
	}, `SELECT `+certificateColumns+`, warned FROM certificate WHERE expires > $1 AND expires <= $2 AND NOT withdrawn`, micros(from), micros(to))
}

// KeepWarning notes how many times a certificate's holder was told that it ends.
func (tx *Tx) KeepWarning(ctx context.Context, certificate string, warnings int) error {
	return tx.exec(ctx, `UPDATE certificate SET warned = $1 WHERE id = $2`, warnings, certificate)
}
