package web

import (
	"context"
	"time"

	"rostrum/approval"
	"rostrum/fault"
	"rostrum/jobs"
	"rostrum/notify"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Approvals adds the letters and reminders about approvals to the queue.
func (s *Server) Approvals(q *jobs.Queue) {
	jobs.Work(q, s.sendApprovalLetter)
	jobs.Work(q, s.tellRemarks)
	jobs.Work(q, s.sendRemarksLetter)
	jobs.Work(q, func(ctx context.Context, n approval.Nudge) error {
		return s.Store.Write(ctx, func(tx *store.Tx) error { return approval.Remind(ctx, tx, n, s.Now()) })
	})
}

// sendApprovalLetter writes to one person or guest about a request. What has become pointless is not sent.
func (s *Server) sendApprovalLetter(ctx context.Context, job approval.Letter) error {
	if job.About == approval.AboutGuest {
		return s.sendGuestLetter(ctx, job.To)
	}
	return s.sendLetter(ctx, job.To, func(tx *store.Tx, who staff.Person) (notify.Letter, error) {
		req, err := tx.Request(ctx, job.Request)
		if err != nil {
			return nil, err
		}
		by, start, err := s.postInLetter(ctx, tx, req)
		if err != nil {
			return nil, err
		}
		due, in := time.Time{}, zoneOf(who)
		if !req.Due.IsZero() {
			due = req.Due.In(in)
		}
		link := s.Address.String() + "/approvals/" + req.ID
		switch job.About {
		case approval.AboutAsked, approval.AboutReminder:
			if req.State != approval.Open {
				return nil, nil
			}
			return notify.PostAsked{By: by, Start: start, Due: due, Again: job.About == approval.AboutReminder, Link: link}, nil
		case approval.AboutEscalated:
			if req.State != approval.Open {
				return nil, nil
			}
			waiting, err := s.waitingNames(ctx, tx, req)
			return notify.PostLate{By: by, Start: start, Waiting: waiting, Due: due, Link: link}, err
		}
		return s.decidedLetter(ctx, tx, req, start, due)
	})
}

// postInLetter gives who submitted a post and its first words, of the revision that is asked about.
func (s *Server) postInLetter(ctx context.Context, tx *store.Tx, req approval.Request) (by, start string, err error) {
	author, err := tx.Person(ctx, req.Author)
	if err != nil {
		return "", "", err
	}
	revision, err := tx.Revision(ctx, req.Post, req.Revision)
	return author.Name, firstWords(revision.Content.Text), err
}

// waitingNames gives those who have not answered, guests among them.
func (s *Server) waitingNames(ctx context.Context, tx *store.Tx, req approval.Request) ([]string, error) {
	known, err := s.votersOf(ctx, tx, req)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, id := range req.Waiting() {
		names = append(names, known[id])
	}
	return names, nil
}

// decidedLetter tells how a request ended, with the last word on it.
func (s *Server) decidedLetter(ctx context.Context, tx *store.Tx, req approval.Request, start string, due time.Time) (notify.Letter, error) {
	outcome, ended := map[approval.State]notify.PostOutcome{approval.Approved: notify.PostApproved, approval.Rejected: notify.PostRejected,
		approval.Changes: notify.PostSentBack}[req.State]
	if !ended {
		return nil, nil
	}
	l := notify.PostDecided{Outcome: outcome, Start: start, Due: due, Link: s.Address.String() + "/posts/" + req.Post}
	known, err := s.votersOf(ctx, tx, req)
	for _, step := range req.Steps {
		for _, v := range step.Votes {
			if v.Choice != approval.Yes {
				l.By, l.Reason = known[v.Person], v.Reason
			}
		}
	}
	return l, err
}

// votersOf gives the names of everybody who is asked or has voted, people and guests.
func (s *Server) votersOf(ctx context.Context, tx *store.Tx, req approval.Request) (map[string]string, error) {
	ids := []string{req.Author}
	for _, step := range req.Steps {
		ids = append(ids, step.Who...)
		for _, v := range step.Votes {
			ids = append(ids, v.Person, v.For)
		}
	}
	names, err := tx.NamesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	guests, err := tx.Guests(ctx, req.ID)
	for _, g := range guests {
		names[g.ID] = g.Name
	}
	return names, err
}

// sendGuestLetter mails a guest a new link; one that was mailed before ends.
func (s *Server) sendGuestLetter(ctx context.Context, id string) error {
	if s.Mail == nil {
		return nil
	}
	var message notify.Message
	err := s.Store.Write(ctx, func(tx *store.Tx) error {
		message = notify.Message{}
		shown, token := signin.NewToken(signin.GuestToken, s.Now())
		g, err := approval.Mailed(ctx, tx, id, token.Hash, s.Now())
		if err != nil {
			return err
		}
		req, err := tx.Request(ctx, g.Request)
		if err != nil || req.State != approval.Open {
			return err
		}
		by, start, err := s.postInLetter(ctx, tx, req)
		if err != nil {
			return err
		}
		l := notify.GuestAsked{By: by, Start: start, Until: g.Until.In(s.zone.get()), Link: s.Address.String() + "/review/" + shown}
		if !req.Due.IsZero() {
			l.Due = req.Due.In(s.zone.get())
		}
		message, err = s.toGuest(ctx, tx, g, l)
		return err
	})
	if err != nil || len(message.To) == 0 {
		return err
	}
	err = s.Mail.Send(ctx, message)
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.NotFound) {
		s.Log.WarnContext(ctx, "letter to a guest cannot be delivered", "guest", id, "error", err)
		return nil
	}
	return err
}

func (s *Server) toGuest(ctx context.Context, tx *store.Tx, g approval.GuestLink, l notify.Letter) (notify.Message, error) {
	company, err := tx.Company(ctx)
	if err != nil {
		return notify.Message{}, err
	}
	letters, err := notify.NewLetters(company.Name)
	if err != nil {
		return notify.Message{}, err
	}
	return letters.Write(notify.Reader{Name: g.Name, Address: g.Mail, Lang: g.Lang}, l)
}
