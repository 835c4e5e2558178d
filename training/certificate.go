package training

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

// DefaultDays is for how long a certificate holds where speakers.yaml says nothing.
const DefaultDays = 365

// Certificate says that somebody passed a course.
type Certificate struct {
	ID          string
	Person      string
	Course      string
	Version     int // of the policy, when it was passed
	Right       int // of Questions
	Questions   int
	Passed      time.Time
	Expires     time.Time
	Entry       int64 // the place in the ledger of the entry that proves it
	Withdrawn   bool
	WithdrawnAt time.Time // zero where it ended with the employment
	Reason      string    // why it was withdrawn
}

// Holds tells whether the certificate counts at a moment.
func (c Certificate) Holds(at time.Time) bool { return !c.Withdrawn && at.Before(c.Expires) }

// Certifier is what certificates need to keep.
type Certifier interface {
	Certificate(ctx context.Context, id string) (Certificate, error)
	AddCertificate(ctx context.Context, c Certificate) error
	// WithdrawCourse withdraws what certificates of a course a person has.
	WithdrawCourse(ctx context.Context, person, course, reason string, at time.Time) error
	// LedgerHead tells how many entries the ledger has, this transaction's among them.
	LedgerHead(ctx context.Context) (size int64, at time.Time, err error)
	Append(ctx context.Context, e ledger.Entry) error
}

// certify gives the certificate for a passed attempt.
func certify(ctx context.Context, r Certifier, who staff.Person, c Course, a Attempt, e Edition, now time.Time) error {
	given := Certificate{ID: staff.NewID(), Person: who.ID, Course: c.ID, Version: e.Version.Number, Right: a.Right,
		Questions: len(a.Questions), Passed: now, Expires: now.AddDate(0, c.Months, 0)}
	if c.Months == 0 {
		given.Expires = now.AddDate(0, 0, DefaultDays)
	}
	err := r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "speaker.granted", Subject: who.ID, Data: map[string]string{
		"certificate": given.ID, "course": c.ID, "attempt": strconv.Itoa(a.Number), "score": fmt.Sprintf("%d/%d", a.Right, len(a.Questions)),
		"policy": e.Version.Digest, "version": strconv.Itoa(given.Version), "expires": given.Expires.UTC().Format(time.RFC3339)}})
	if err != nil {
		return err
	}
	size, _, err := r.LedgerHead(ctx)
	if err != nil {
		return err
	}
	given.Entry = size - 1
	return r.AddCertificate(ctx, given)
}

// Withdraw takes a certificate back, and with it any older one of the same person and course: who lost a training takes
// it again. The reason is kept where it can be erased.
func Withdraw(ctx context.Context, r Certifier, who staff.Person, id, reason string, now time.Time) error {
	if err := staff.May(who, staff.GrantSpeaker); err != nil {
		return err
	}
	c, err := r.Certificate(ctx, id)
	if err != nil {
		return err
	}
	reason = strings.Join(strings.Fields(reason), " ")
	if reason == "" || len(reason) > 1000 {
		return fault.Of("reason", "Say why, in up to 1,000 characters: the person will ask.", "Nurodykite priežastį, ne ilgiau kaip 1 000 ženklų: žmogus jos paklaus.")
	}
	if c.Withdrawn {
		return fault.New(fault.Conflict, "This certificate has been withdrawn already.", "Šis pažymėjimas jau panaikintas.")
	}
	if err := r.WithdrawCourse(ctx, c.Person, c.Course, reason, now); err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "speaker.withdrawn", Subject: c.Person,
		Data: map[string]string{"certificate": c.ID, "course": c.Course}, Private: map[string]string{"reason": reason}})
}
