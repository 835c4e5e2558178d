package web

import (
	"context"
	"strconv"
	"time"

	"github.com/riverqueue/river"

	"rostrum/fault"
	"rostrum/notify"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// AnnounceVersion is the job that looks, every few minutes, whether another version of the policy has come into force.
type AnnounceVersion struct{}

// Kind names the job.
func (AnnounceVersion) Kind() string { return "announce_version" }

// VersionLetter is the job that tells one person of a new version and what it asks them to sign.
type VersionLetter struct {
	Person  string `json:"person"`
	Version string `json:"version"` // its digest
}

// Kind names the job.
func (VersionLetter) Kind() string { return "version_letter" }

const (
	// announcePause is how long a new version waits at most to be noticed.
	announcePause = 5 * time.Minute
	// announceFor is how long a version is news. A server that was away for longer leaves it to the reminders.
	announceFor = 7 * 24 * time.Hour
)

// announce puts a letter into the queue for everybody to whom the version in force brought something to sign, once a
// version. Who had any letter about it, or joined later, gets none; so a server that was killed half-way goes on where it was.
func (s *Server) announce(ctx context.Context) error {
	const setting = "training.announced"
	var digest, announced string
	now := s.Now()
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		version, err := tx.VersionAt(ctx, now)
		if fault.Is(err, fault.NotFound) || err == nil && now.Sub(version.Effective) > announceFor {
			return nil
		} else if err != nil {
			return err
		}
		digest = version.Digest
		return tx.Setting(ctx, setting, &announced)
	})
	if err != nil || digest == announced {
		return err
	}
	letter := func(person, version string) river.JobArgs { return VersionLetter{person, version} }
	err = s.remind(ctx, digest, "", "", letter, func(p training.Signer, since time.Time, before store.Reminder) (int, bool) {
		return 0, before.Last.IsZero() && p.Joined.Before(since)
	})
	if err != nil {
		return err
	}
	return s.Store.Write(ctx, func(tx *store.Tx) error { return tx.SetSetting(ctx, setting, digest) })
}

// sendVersionLetter tells somebody of the version in force and what of it they have yet to sign, if anything.
func (s *Server) sendVersionLetter(ctx context.Context, job VersionLetter) error {
	return s.sendLetter(ctx, job.Person, func(tx *store.Tx, who staff.Person) (notify.Letter, error) {
		ready, err := s.InForce(ctx, tx, s.Now())
		if err != nil || ready.Version.Digest != job.Version {
			return nil, err
		}
		due, err := s.dueClauses(ctx, tx, ready, who)
		if err != nil || len(due) == 0 {
			return nil, err
		}
		return notify.NewVersion{Version: strconv.Itoa(ready.Version.Number), Applies: ready.Version.Effective.In(zoneOf(who)),
			Changed: due, Link: s.Address.String() + "/training/sign"}, nil
	})
}

// dueClauses lists what somebody has yet to sign, in their language.
func (s *Server) dueClauses(ctx context.Context, tx *store.Tx, ready *Ready, who staff.Person) ([]notify.Clause, error) {
	signed, err := tx.Signatures(ctx, who.ID)
	if err != nil {
		return nil, err
	}
	var clauses []notify.Clause
	for _, item := range training.Due(ready.Policy, signed, who) {
		clauses = append(clauses, notify.Clause{Number: item.Clause.Number, Title: item.Clause.Title.In(who.Language)})
	}
	return clauses, nil
}
