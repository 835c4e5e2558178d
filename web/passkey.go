package web

import (
	"encoding/json"
	"errors"
	"slices"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// openPages is how many pages of one browser may wait for a passkey at once.
const openPages = 4

// askPasskey answers a script with the options for navigator.credentials.get.
func (s *Server) askPasskey(v *visit) error {
	return s.ask(v, func(tx *store.Tx, a *attempt) (options, ceremony []byte, err error) {
		return s.gate.passkeys.BeginLogin(v.now)
	})
}

// askNewPasskey answers a script with the options for navigator.credentials.create.
func (s *Server) askNewPasskey(v *visit) error {
	return s.ask(v, func(tx *store.Tx, a *attempt) (options, ceremony []byte, err error) {
		if _, err := s.settingUp(v, tx); err != nil {
			return nil, nil, err
		}
		h, err := s.newHolder(v, tx, a)
		if err != nil {
			return nil, nil, err
		}
		return s.gate.passkeys.BeginRegister(h, v.now)
	})
}

// ask begins a ceremony and remembers it beside those of the browser's other pages.
func (s *Server) ask(v *visit, begin func(*store.Tx, *attempt) (options, ceremony []byte, err error)) error {
	if s.gate.passkeys == nil {
		return noPasskeys()
	}
	var options []byte
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		a, err := s.attempt(v, tx)
		if err != nil {
			return err
		}
		var ceremony []byte
		if options, ceremony, err = begin(tx, a); err != nil {
			return err
		}
		a.Ceremonies = append(a.Ceremonies, ceremony)
		a.Ceremonies = a.Ceremonies[max(0, len(a.Ceremonies)-openPages):]
		return s.keepAttempt(v, tx, a)
	})
	if err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "application/json")
	v.w.Header().Set("Cache-Control", "no-store")
	_, _ = v.w.Write(options) // a reader who went away is no fault of ours
	return nil
}

func noPasskeys() error {
	return fault.New(fault.Unavailable,
		"Passkeys need Rostrum to be reached by HTTPS and by a name. Sign in with your password.",
		"Prieigos raktai veikia tik tada, kai „Rostrum“ pasiekiamas per HTTPS ir pagal vardą. Prisijunkite slaptažodžiu.")
}

// enterPasskey signs in whoever the passkey says.
func (s *Server) enterPasskey(v *visit) error {
	then := Local(v.form("then"))
	err := s.judge(v, func(tx *store.Tx) (refusal, err error) {
		who, refusal, err := s.tryPasskey(v, tx)
		if refusal != nil || err != nil {
			return refusal, err
		}
		return nil, s.enter(v, tx, who, "passkey")
	})
	if status, mendable := refused(err); err != nil && mendable {
		return s.showSignIn(v, status, then, err)
	} else if err != nil {
		return err
	}
	return v.see(then)
}

// tryPasskey finds out whose passkey answered. Only the address is kept waiting after failures: who tries is not known.
func (s *Server) tryPasskey(v *visit, tx *store.Tx) (who staff.Person, refusal, err error) {
	if s.gate.passkeys == nil {
		return who, nil, noPasskeys()
	}
	a, err := s.attempt(v, tx)
	if err != nil {
		return who, nil, err
	}
	address, err := tx.Tally(v.ctx, s.addressKey(v))
	if err != nil {
		return who, nil, err
	}
	if err := signin.Hold(signin.Tally{}, address, v.now); err != nil {
		return who, nil, err
	}
	open := a.Ceremonies
	if a.Ceremonies = nil; len(open) > 0 { // right or wrong, each is answered once
		if err := s.keepAttempt(v, tx, a); err != nil {
			return who, nil, err
		}
	}
	who, used, err := s.passkeyOf(v, tx, open)
	if fault.Is(err, fault.SignIn) {
		return staff.Person{}, err, s.failedPasskey(v, tx, address, err)
	}
	if err != nil {
		return who, nil, err
	}
	return who, nil, tx.UsePasskey(v.ctx, used, v.now)
}

// passkeyOf verifies the answer against the ceremonies that are open, the latest first.
func (s *Server) passkeyOf(v *visit, tx *store.Tx, open []json.RawMessage) (who staff.Person, used signin.Passkey, err error) {
	find := func(id string) (signin.Holder, error) {
		if who, err = tx.Person(v.ctx, id); err == nil && who.State != staff.Active {
			err = fault.New(fault.NotFound, "There is no such person.", "Tokio žmogaus nėra.")
		}
		if err != nil {
			return signin.Holder{}, err
		}
		return s.holder(v, tx, who)
	}
	wrong := startAgain()
	for _, ceremony := range slices.Backward(open) {
		_, used, err := s.gate.passkeys.FinishLogin(ceremony, []byte(v.form("answer")), find, v.now)
		if err == nil {
			return who, used, nil
		}
		if wrong = err; !fault.Is(err, fault.SignIn) {
			break
		}
		if _, copied := errors.AsType[*signin.CopiedPasskey](err); copied {
			break
		}
	}
	return staff.Person{}, signin.Passkey{}, wrong
}

// failedPasskey counts and records a passkey that was refused. One that may have been copied is marked for its owner.
func (s *Server) failedPasskey(v *visit, tx *store.Tx, address signin.Tally, reason error) error {
	if err := tx.SetTally(v.ctx, s.addressKey(v), address.Failed(v.now)); err != nil {
		return err
	}
	copied, ok := errors.AsType[*signin.CopiedPasskey](reason)
	if !ok {
		return s.failed(v, tx, guess{}, "passkey")
	}
	if err := tx.CopiedPasskey(v.ctx, copied.ID, v.now); err != nil {
		return err
	}
	return tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: "signin", Kind: "passkey.copied", Subject: copied.Person,
		Data: map[string]string{"passkey": copied.ID}, Private: map[string]string{"address": s.from(v.r)}})
}
