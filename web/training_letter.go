package web

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/notify"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// sendSignLetter reminds somebody of what is left to sign by now; who has signed everything meanwhile is left in peace.
func (s *Server) sendSignLetter(ctx context.Context, job SignLetter) error {
	return s.sendLetter(ctx, job.Person, func(tx *store.Tx, who staff.Person) (notify.Letter, error) {
		ready, err := s.InForce(ctx, tx, s.Now())
		if err != nil || ready.Version.Digest != job.Version {
			return nil, err
		}
		due, err := s.dueClauses(ctx, tx, ready, who)
		if err != nil || len(due) == 0 {
			return nil, err
		}
		return notify.SignReminder{Clauses: due, Link: s.Address.String() + "/training/sign"}, nil
	})
}

// sendCourseLetter tells somebody that a certificate ends, unless they have a newer one.
func (s *Server) sendCourseLetter(ctx context.Context, job CourseLetter) error {
	var ends training.Certificate
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		ends, err = tx.Certificate(ctx, job.Certificate)
		return err
	})
	if err != nil {
		return err
	}
	return s.sendLetter(ctx, ends.Person, func(tx *store.Tx, who staff.Person) (notify.Letter, error) {
		held, err := tx.Certificates(ctx, who.ID)
		if err != nil || ends.Withdrawn {
			return nil, err
		}
		for _, c := range held {
			if c.Course == ends.Course && c.Expires.After(ends.Expires) && c.Holds(s.Now()) {
				return nil, nil
			}
		}
		v := &visit{ctx: ctx, now: s.Now(), lang: who.Language}
		name, err := s.courseName(v, tx, ends)
		return notify.CourseExpires{Course: name, Expires: ends.Expires.In(zoneOf(who)), Link: s.Address.String() + "/training/courses/" + ends.Course}, err
	})
}

// sendLetter writes to an active person what letter gives, if anything. A letter that cannot arrive is logged and
// dropped; others come again.
func (s *Server) sendLetter(ctx context.Context, person string, letter func(*store.Tx, staff.Person) (notify.Letter, error)) error {
	if s.Mail == nil {
		return nil
	}
	var message notify.Message
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		who, err := tx.Person(ctx, person)
		if err != nil || who.State != staff.Active {
			return err
		}
		content, err := letter(tx, who)
		if err != nil || content == nil {
			return err
		}
		company, err := tx.Company(ctx)
		if err != nil {
			return err
		}
		letters, err := notify.NewLetters(company.Name)
		if err != nil {
			return err
		}
		message, err = letters.Write(notify.Reader{Name: who.Name, Address: who.Mail, Lang: who.Language}, content)
		return err
	})
	if err != nil || len(message.To) == 0 {
		return err
	}
	err = s.Mail.Send(ctx, message)
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.NotFound) {
		s.Log.WarnContext(ctx, "reminder cannot be delivered", "person", person, "error", err)
		return nil
	}
	return err
}

// zoneOf is where a person works.
func zoneOf(p staff.Person) *time.Location {
	if zone, err := time.LoadLocation(p.Zone); err == nil {
		return zone
	}
	return time.UTC
}
