package web

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"rostrum/fault"
	"rostrum/jobs"
	"rostrum/store"
	"rostrum/training"
)

// DueReminders is the job that looks, every hour, whom to remind: of clauses to sign, and of certificates that end.
type DueReminders struct{}

// Kind names the job.
func (DueReminders) Kind() string { return "due_reminders" }

// AskedReminders is the job that reminds whom somebody wants reminded: of a team and of a clause, where these are not empty.
type AskedReminders struct {
	Team    string `json:"team"`
	Clause  string `json:"clause"`
	Version string `json:"version"` // the digest of the version in force then
}

// Kind names the job.
func (AskedReminders) Kind() string { return "asked_reminders" }

// SignLetter is the job that sends one person one reminder of what is to be signed.
type SignLetter struct {
	Person  string `json:"person"`
	Version string `json:"version"`
}

// Kind names the job.
func (SignLetter) Kind() string { return "sign_letter" }

// CourseLetter is the job that tells the holder of a certificate that it ends.
type CourseLetter struct {
	Certificate string `json:"certificate"`
}

// Kind names the job.
func (CourseLetter) Kind() string { return "course_letter" }

// askedPause is how long nobody is reminded a second time because somebody asked.
const askedPause = 20 * time.Hour

// Reminders adds the room's work to the queue. Without a mail server there is none.
func (s *Server) Reminders(q *jobs.Queue) {
	jobs.Work(q, func(ctx context.Context, _ DueReminders) error { return s.remindDue(ctx) })
	jobs.Work(q, s.remindAsked)
	jobs.Work(q, s.sendSignLetter)
	jobs.Work(q, s.sendCourseLetter)
	jobs.Work(q, func(ctx context.Context, _ AnnounceVersion) error { return s.announce(ctx) })
	jobs.Work(q, s.sendVersionLetter)
	if s.Mail != nil {
		jobs.Every(q, time.Hour, DueReminders{})
		jobs.Every(q, announcePause, AnnounceVersion{})
	}
}

// letterAbout makes the job that sends one person one letter about a version, named by its digest.
type letterAbout func(person, version string) river.JobArgs

func signLetter(person, version string) river.JobArgs { return SignLetter{person, version} }

// remindDue puts a letter into the queue for everybody whose next reminder has come.
func (s *Server) remindDue(ctx context.Context) error {
	now := s.Now()
	err := s.remind(ctx, "", "", "", signLetter, func(p training.Signer, since time.Time, before store.Reminder) (int, bool) {
		come := training.RemindersBy(since, now, zoneOf(p.Person))
		return come, come > before.Sent
	})
	if err != nil {
		return err
	}
	return s.Store.Write(ctx, func(tx *store.Tx) error { return s.warnOfEnds(ctx, tx, now) })
}

// remindAsked puts a letter into the queue for everybody on the list, but for those who had one just now.
func (s *Server) remindAsked(ctx context.Context, job AskedReminders) error {
	now := s.Now()
	return s.remind(ctx, job.Version, job.Team, job.Clause, signLetter, func(_ training.Signer, _ time.Time, before store.Reminder) (int, bool) {
		return before.Sent, now.Sub(before.Last) >= askedPause
	})
}

// remind goes through everybody who has something to sign, a few hundred at a time, and asks of each how many regular
// reminders that makes and whether to send a letter now. A letter and the note that it was sent are one transaction. It
// does nothing where version is not empty and another one is in force.
func (s *Server) remind(ctx context.Context, version, team, clause string, letter letterAbout,
	whom func(p training.Signer, since time.Time, before store.Reminder) (sent int, now bool)) error {
	for after := ""; ; {
		next := ""
		err := s.Store.Write(ctx, func(tx *store.Tx) error {
			next = ""
			ready, err := s.InForce(ctx, tx, s.Now())
			if fault.Is(err, fault.NotFound) || err == nil && version != "" && ready.Version.Digest != version {
				return nil
			} else if err != nil {
				return err
			}
			signers, err := s.openSigners(ctx, tx, ready, after, team, clause)
			if err != nil || len(signers) == 0 {
				return err
			}
			next = signers[len(signers)-1].ID
			return s.enqueueLetters(ctx, tx, ready, signers, clause, letter, whom)
		})
		if err != nil || next == "" {
			return err
		}
		after = next
	}
}

func (s *Server) openSigners(ctx context.Context, tx *store.Tx, ready *Ready, after, team, clause string) ([]training.Signer, error) {
	standings, err := tx.Standings(ctx)
	if err != nil {
		return nil, err
	}
	settled := training.Settled(ready.Policy, training.Digests(ready.Policy), clause, standings)
	return tx.SignersAfter(ctx, after, team, settled, exportBatch)
}

func (s *Server) enqueueLetters(ctx context.Context, tx *store.Tx, ready *Ready, signers []training.Signer, clause string, letter letterAbout,
	whom func(training.Signer, time.Time, store.Reminder) (int, bool)) error {
	var ids []string
	for _, p := range signers {
		ids = append(ids, p.ID)
	}
	before, err := tx.RemindersOf(ctx, ready.Version.Digest, ids)
	if err != nil {
		return err
	}
	digests := training.Digests(ready.Policy)
	for _, p := range signers {
		since := ready.Version.Effective
		if p.Joined.After(since) {
			since = p.Joined
		}
		sent, now := whom(p, since, before[p.ID])
		if !now || !stillOpen(training.Open(ready.Policy, digests, p), clause) {
			continue
		}
		if err := tx.KeepReminder(ctx, store.Reminder{Person: p.ID, Version: ready.Version.Digest, Sent: sent, Last: s.Now()}); err != nil {
			return err
		}
		if err := tx.Enqueue(ctx, letter(p.ID, ready.Version.Digest), training.Awake(s.Now(), zoneOf(p.Person))); err != nil {
			return err
		}
	}
	return nil
}

// warnOfEnds puts a letter into the queue for each certificate that ends soon and whose holder was not told yet.
func (s *Server) warnOfEnds(ctx context.Context, tx *store.Tx, now time.Time) error {
	soon, err := tx.ExpiringCertificates(ctx, now, now.AddDate(0, 0, training.ExpiryWarnings()[0]))
	if err != nil {
		return err
	}
	for _, c := range soon {
		come := training.WarningsBy(c.Expires, now)
		if come <= c.Warnings {
			continue
		}
		who, err := tx.Person(ctx, c.Person)
		if err != nil {
			return err
		}
		if err := tx.KeepWarning(ctx, c.ID, come); err != nil {
			return err
		}
		if err := tx.Enqueue(ctx, CourseLetter{c.ID}, training.Awake(now, zoneOf(who))); err != nil {
			return err
		}
	}
	return nil
}
