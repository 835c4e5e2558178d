package web

import (
	"context"
	"encoding/json"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/notify"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// SignInLetter is the job that writes and sends a letter about signing in. What it holds is sealed: links are as good as keys.
type SignInLetter struct {
	Person string `json:"person"` // empty where only an address was typed
	Sealed []byte `json:"sealed"`
}

// Kind names the job.
func (SignInLetter) Kind() string { return "signin_letter" }

// letter is what is sealed in a job.
type letter struct {
	What   letterKind
	Mail   string    // forgotten: the address that was typed
	By     string    // invited: who invites
	Link   string    // invited
	Until  time.Time // invited
	Device string    // newDevice, wayChanged: the browser's name for itself
	Place  string    // newDevice, wayChanged
	At     time.Time // newDevice, wayChanged
	Way    string    // wayChanged: what was set or removed, as the ledger has it
}

type letterKind string

const (
	invited   letterKind = "invited"
	forgotten letterKind = "forgotten" // somebody typed an address; whether it is anybody's is found out by the job
	newDevice letterKind = "new_device"
	// wayChanged tells somebody what was changed about how they sign in.
	wayChanged letterKind = "way_changed"
)

// letterPause is how long nobody can have a second letter sent about lost ways in.
const letterPause = 5 * time.Minute

// post puts a letter into the transaction. Without a mail server there are none.
func (s *Server) post(ctx context.Context, tx *store.Tx, person string, l letter) error {
	if s.Mail == nil {
		return nil
	}
	plain, err := json.Marshal(l)
	if err != nil {
		return err
	}
	sealed, err := s.Sealer.Seal(plain, "letter/"+person)
	if err != nil {
		return err
	}
	return tx.Enqueue(ctx, SignInLetter{person, sealed}, s.Now())
}

// SendSignInLetter is the work of the job. A letter that cannot arrive is logged and dropped; others come again.
func (s *Server) SendSignInLetter(ctx context.Context, job SignInLetter) error {
	plain, err := s.Sealer.Open(job.Sealed, "letter/"+job.Person)
	if err != nil || s.Mail == nil {
		return err
	}
	var l letter
	if err := json.Unmarshal(plain, &l); err != nil {
		return err
	}
	message, err := s.write(ctx, job.Person, l)
	if err != nil || len(message.To) == 0 {
		return err
	}
	err = s.Mail.Send(ctx, message)
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.NotFound) {
		s.Log.WarnContext(ctx, "letter cannot be delivered", "kind", string(l.What), "person", job.Person, "error", err)
		return nil
	}
	return err
}

// write finds the reader and puts the letter into words; a message to nobody where there is nothing to send any more.
func (s *Server) write(ctx context.Context, person string, l letter) (message notify.Message, err error) {
	now := s.Now()
	err = s.Store.Write(ctx, func(tx *store.Tx) error {
		message = notify.Message{}
		company, err := tx.Company(ctx)
		if err != nil {
			return err
		}
		to, err := tx.Person(ctx, person)
		if l.What == forgotten {
			to, err = tx.PersonByMail(ctx, l.Mail)
		}
		if fault.Is(err, fault.NotFound) || err == nil && to.State == staff.Left {
			return nil
		} else if err != nil {
			return err
		}
		content, err := s.letter(ctx, tx, to, l, now)
		if err != nil || content == nil {
			return err
		}
		letters, err := notify.NewLetters(company.Name)
		if err != nil {
			return err
		}
		message, err = letters.Write(notify.Reader{Name: to.Name, Address: to.Mail, Lang: to.Language}, content)
		return err
	})
	return message, err
}

// letter gives the letter's own kind, or nil where it has become pointless.
func (s *Server) letter(ctx context.Context, tx *store.Tx, to staff.Person, l letter, now time.Time) (notify.Letter, error) {
	zone, err := time.LoadLocation(to.Zone)
	if err != nil {
		zone = time.UTC
	}
	switch l.What {
	case invited:
		if !now.Before(l.Until) {
			return nil, nil
		}
		return notify.Invitation{By: l.By, Link: l.Link, Until: l.Until.In(zone)}, nil
	case newDevice:
		return notify.NewDevice{Device: s.device(to.Language, l.Device), Place: l.Place, At: l.At.In(zone),
			Link: s.Address.String() + "/account/devices"}, nil
	case wayChanged:
		return notify.WayChanged{What: s.words.T(to.Language, "signin.letter_"+l.Way), Device: s.device(to.Language, l.Device), Place: l.Place,
			At: l.At.In(zone), Link: s.Address.String() + "/account/ways"}, nil
	}
	if to.State != staff.Active {
		return nil, nil
	}
	last, err := tx.InvitationOf(ctx, to.ID, signin.ResetToken)
	if err == nil && now.Sub(last.Made) < letterPause {
		return nil, nil
	} else if err != nil && !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	shown, token := signin.NewToken(signin.ResetToken, now)
	if err := tx.AddInvitation(ctx, store.Invitation{Token: token, Person: to.ID, Made: now}); err != nil {
		return nil, err
	}
	return notify.Recovery{Link: s.Address.String() + "/recovery/" + shown, Until: token.Expires.In(zone)}, nil
}

// invite gives a person a link by which they set up signing in: by letter, or, where no mail server is configured, as
// link, to be handed over. For somebody who is active it replaces every way in that they have. The caller has asked
// whether by may invite.
func (s *Server) invite(ctx context.Context, tx *store.Tx, person, by staff.Person) (link string, err error) {
	now := s.Now()
	shown, token := signin.NewToken(signin.InvitationToken, now)
	link = s.Address.String() + "/invitation/" + shown
	if err := tx.AddInvitation(ctx, store.Invitation{Token: token, Person: person.ID, By: by.ID, Made: now}); err != nil {
		return "", err
	}
	err = tx.Append(ctx, ledger.Entry{Time: now, Actor: by.ID, Kind: "invitation.made", Subject: person.ID,
		Data: map[string]string{"until": token.Expires.UTC().Format(time.RFC3339)}})
	if err != nil || s.Mail == nil {
		return link, err
	}
	return "", s.post(ctx, tx, person.ID, letter{What: invited, By: by.Name, Link: link, Until: token.Expires})
}
