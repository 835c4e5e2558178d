package web

import (
	"slices"
	"strings"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// holder is the person as passkeys know them.
func (s *Server) holder(v *visit, tx *store.Tx, who staff.Person) (signin.Holder, error) {
	h := signin.Holder{Person: who.ID, Mail: who.Mail, Name: who.Name}
	all, err := tx.Passkeys(v.ctx, who.ID)
	for _, p := range all {
		h.Passkeys = append(h.Passkeys, p.Passkey)
	}
	return h, err
}

// newHolder is the person for whom the attempt sets up a way in; before the first run ends, nobody keeps them yet.
func (s *Server) newHolder(v *visit, tx *store.Tx, a *attempt) (signin.Holder, error) {
	if a.Purpose == forStart {
		return signin.Holder{Person: a.Person, Mail: a.Answers.Mail, Name: a.Answers.Name}, nil
	}
	who, err := tx.Person(v.ctx, a.Person)
	if err != nil {
		return signin.Holder{}, err
	}
	if a.Name != "" {
		who.Name = a.Name
	}
	return s.holder(v, tx, who)
}

// addPasskey ends a set-up with a new passkey.
func (s *Server) addPasskey(v *visit) error {
	if s.gate.passkeys == nil {
		return noPasskeys()
	}
	then, err := s.settle(v, "passkey", func(tx *store.Tx, a *attempt, who staff.Person) error {
		h, err := s.newHolder(v, tx, a)
		if err != nil {
			return err
		}
		err = startAgain()
		for _, ceremony := range slices.Backward(a.Ceremonies) {
			var key signin.Passkey
			if key, err = s.gate.passkeys.FinishRegister(h, ceremony, []byte(v.form("answer")), v.now); err == nil {
				name := s.device(v.lang, v.r.UserAgent())
				return tx.AddPasskey(v.ctx, store.Passkey{Passkey: key, Person: who.ID, Name: name, Made: v.now})
			}
		}
		return err
	})
	if status, mendable := refused(err); err != nil && mendable {
		return s.showSetUp(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see(then)
}

// passkeyName is how people tell their passkeys apart.
func passkeyName(typed string) (string, error) {
	name := strings.Join(strings.Fields(strings.ToValidUTF8(typed, "")), " ")
	if name == "" || len(name) > 100 {
		return "", fault.Of("name", "Enter a name, up to 100 characters.", "Įveskite pavadinimą, ne ilgesnį kaip 100 ženklų.")
	}
	return name, nil
}
