package web

import (
	"errors"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// takeService signs in the person whom the service knows, or notes their fresh proof.
func (s *Server) takeService(v *visit, tx *store.Tx, a *attempt, said claims) (refusal, err error) {
	at := time.Unix(said.At, 0)
	who, refusal, err := s.personAtService(v, tx, said)
	if err != nil {
		return nil, err
	}
	if refusal == nil && a.Prove && (who.ID != v.who.ID || v.now.Sub(at) > signin.ProofLasts) {
		refusal = notByService(errors.New("not the same person, or no fresh proof"))
	}
	if refusal != nil {
		return refusal, s.failed(v, tx, guess{mail: said.Mail, person: who.ID}, "service")
	}
	if a.Prove {
		return nil, s.noteProof(v, tx)
	}
	if err := s.enter(v, tx, who, "service"); err != nil {
		return nil, err
	}
	v.session.kept.Proved = time.Time{} // a session there may be hours old
	if said.At > 0 {
		v.session.kept.Proved = earlier(at, v.now)
	}
	return nil, s.remember(v, tx)
}

// personAtService finds the person by a link made before, else by a verified address, and links them. It makes nobody:
// who is not invited is refused.
func (s *Server) personAtService(v *visit, tx *store.Tx, said claims) (who staff.Person, refusal, err error) {
	unknown := fault.New(fault.SignIn,
		"You are signed in at your company's service, but nobody has invited you here yet. Ask your administrator.",
		"Įmonės tarnyboje prisijungėte, bet čia jūsų dar niekas nepakvietė. Kreipkitės į administratorių.")
	id, err := tx.Linked(v.ctx, s.Provider.Issuer, said.subject)
	if err != nil {
		return who, nil, err
	}
	if id != "" {
		who, err = tx.Person(v.ctx, id)
	} else if said.Verified && said.Mail != "" {
		who, err = tx.PersonByMail(v.ctx, strings.ToLower(said.Mail))
	} else {
		return who, unknown, nil
	}
	if fault.Is(err, fault.NotFound) || err == nil && who.State == staff.Left {
		return who, unknown, nil
	} else if err != nil {
		return who, nil, err
	}
	if taken, err := tx.IsLinked(v.ctx, s.Provider.Issuer, who.ID); err != nil {
		return who, nil, err
	} else if id == "" && taken { // services give the address of who has gone to somebody new
		return who, fault.New(fault.SignIn,
			"Another account of your company's service signs in with this e-mail address. Ask your administrator for a new invitation.",
			"Su šiuo el. pašto adresu jungiasi kita įmonės tarnybos paskyra. Paprašykite administratoriaus naujo pakvietimo."), nil
	}
	if who.State == staff.Invited {
		if who, err = staff.Join(v.ctx, tx, who, who.Name, who.Language, v.now); err != nil {
			return who, nil, err
		}
		if err := tx.EndInvitations(v.ctx, who.ID); err != nil {
			return who, nil, err
		}
	}
	if id != "" {
		return who, nil, nil
	}
	if err := tx.Link(v.ctx, s.Provider.Issuer, said.subject, who.ID, v.now); err != nil {
		return who, nil, err
	}
	return who, nil, tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: who.ID, Kind: "signin.linked", Subject: who.ID,
		Data: map[string]string{"issuer": s.Provider.Issuer}})
}
