package web

import (
	"strings"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// guess is one try at proving who one is, and the two tallies that count it.
type guess struct {
	mail             string
	person           string // empty where nobody has the address
	account, address string
}

// guess says which tallies count a try. A browser in which the person has signed in before has a tally of its own.
func (s *Server) guess(v *visit, tx *store.Tx, mail, person string) (guess, error) {
	mark := s.mark(v)
	known, err := tx.KnowsDevice(v.ctx, person, hashed(mark))
	if !known {
		mark = ""
	}
	return guess{mail, person, signin.AccountKey(mail, mark), s.addressKey(v)}, err
}

// charge counts a try before it is known whether it succeeds, so that many at once are counted too. A try that comes too
// early is refused and not counted.
func (s *Server) charge(v *visit, tx *store.Tx, g guess) error {
	account, err := tx.Tally(v.ctx, g.account)
	if err != nil {
		return err
	}
	address, err := tx.Tally(v.ctx, g.address)
	if err != nil {
		return err
	}
	if err := signin.Hold(account, address, v.now); err != nil {
		return err
	}
	if err := tx.SetTally(v.ctx, g.account, account.Failed(v.now)); err != nil {
		return err
	}
	return tx.SetTally(v.ctx, g.address, address.Failed(v.now))
}

// uncharge takes one try back: it was right, but is not the last that is needed.
func (s *Server) uncharge(v *visit, tx *store.Tx, tallies ...string) error {
	for _, name := range tallies {
		t, err := tx.Tally(v.ctx, name)
		if err != nil {
			return err
		}
		t.Count = max(0, t.Count-1)
		if err := tx.SetTally(v.ctx, name, t); err != nil {
			return err
		}
	}
	return nil
}

// forgive forgets the account's failures after a success; the address keeps its earlier ones.
func (s *Server) forgive(v *visit, tx *store.Tx, g guess) error {
	if err := tx.ForgetTally(v.ctx, g.account); err != nil {
		return err
	}
	return s.uncharge(v, tx, g.address)
}

// failed records a try that was wrong. What was typed may be anything, so it is private.
func (s *Server) failed(v *visit, tx *store.Tx, g guess, by string) error {
	return tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: "signin", Kind: "signin.failed", Subject: g.person,
		Data:    map[string]string{"by": by},
		Private: map[string]string{"mail": strings.ToValidUTF8(shortened(g.mail, 254), ""), "address": s.from(v.r)}})
}

// judge runs f in a transaction that is kept even where f refuses the visitor: failures count and are recorded.
func (s *Server) judge(v *visit, f func(*store.Tx) (refusal, err error)) error {
	var refusal error
	err := s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		refusal, err = f(tx)
		return err
	})
	if err != nil {
		return err
	}
	return refusal
}

// checkCode verifies a code of the person's app, or one of the recovery codes, and uses it up. It gives which it was.
func (s *Server) checkCode(v *visit, tx *store.Tx, person, typed string) (by string, err error) {
	c, err := tx.Credential(v.ctx, person)
	if err != nil {
		return "", err
	}
	if digits := strings.Join(strings.Fields(typed), ""); len(digits) <= 6 && len(c.TOTP) > 0 {
		secret, err := s.Sealer.Open(c.TOTP, totpRow(person))
		if err != nil {
			return "", err
		}
		step, err := signin.CheckTOTP(string(secret), digits, c.Step, v.now)
		if err != nil {
			return "app", err
		}
		return "app", tx.UseStep(v.ctx, person, step)
	}
	left, err := signin.UseRecovery(c.Recovery, typed)
	if err != nil {
		return "recovery", err
	}
	return "recovery", tx.UseRecovery(v.ctx, person, c.Recovery, left)
}

// tryCode checks a code, counts and records a wrong one.
func (s *Server) tryCode(v *visit, tx *store.Tx, who staff.Person, typed string) (by string, refusal, err error) {
	g, err := s.guess(v, tx, who.Mail, who.ID)
	if err != nil {
		return "", nil, err
	}
	if err := s.charge(v, tx, g); err != nil {
		return "", nil, err
	}
	by, err = s.checkCode(v, tx, who.ID, typed)
	if fault.Is(err, fault.SignIn) {
		return by, err, s.failed(v, tx, g, by)
	}
	if err != nil {
		return by, nil, err
	}
	return by, nil, s.forgive(v, tx, g)
}

func totpRow(person string) string { return "person/" + person + "/totp" }
