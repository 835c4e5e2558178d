package web

import (
	"context"
	"net/http"
	"time"

	"rostrum/account"
	"rostrum/fault"
	"rostrum/network"
	"rostrum/staff/signin"
	"rostrum/store"
)

// changeBrand takes what people decide about an account.
func (s *Server) changeBrand(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		to, err := typedBrand(v)
		if err != nil {
			return err
		}
		was, err := tx.BrandAccount(v.ctx, to.ID)
		if err != nil {
			return err
		}
		named, err := s.policyAccounts(v, tx, was.Network)
		if err != nil {
			return err
		}
		offered := make([]string, len(named))
		for i, a := range named {
			offered[i] = a.ID
		}
		if _, err := account.Change(v.ctx, tx, v.who, to, offered, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "accounts.saved")
	})
	return s.brandDone(v, err)
}

// brandDone goes back to the account's page, or shows there what was wrong.
func (s *Server) brandDone(v *visit, err error) error {
	if status, mendable := refused(err); err != nil && mendable {
		return s.showBrand(v, status, err)
	} else if err != nil {
		return err
	}
	return v.see("/accounts/" + v.r.PathValue("id"))
}

// lookAtBrand asks the network now whether we can still act for the account, and tells what it said.
func (s *Server) lookAtBrand(v *visit) error {
	a, err := s.watch().Look(v.ctx, v.r.PathValue("id"))
	if fault.Is(err, fault.Unavailable) { // this server does not know the network
		return s.showBrand(v, http.StatusUnprocessableEntity, err)
	}
	if err != nil {
		return s.brandDone(v, err)
	}
	told := "accounts.looked_" + string(a.State)
	if a.State == account.Connected && a.Failed > 0 {
		told = "accounts.looked_ailing"
	}
	return s.brandDone(v, s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.flash(v, tx, told) }))
}

// revokePatience is how long a network may take to end a secret that is forgotten here already.
const revokePatience = 10 * time.Second

// disconnectBrand forgets the account's secret and then ends it at the network, as far as that answers.
func (s *Server) disconnectBrand(v *visit) error {
	if err := signin.StepUp(openAccount, v.session.kept.Proved, v.now); err != nil {
		return err
	}
	var revoke func()
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		id := v.r.PathValue("id")
		sealed, _, err := tx.AccountSecret(v.ctx, id)
		if err != nil && !fault.Is(err, fault.Conflict) {
			return err
		}
		a, err := account.Disconnect(v.ctx, tx, v.who, id, v.form("reason"), v.now)
		if err != nil {
			return err
		}
		revoke = func() { s.revokeSecret(v, a, sealed) }
		return s.flash(v, tx, "accounts.disconnected")
	})
	if err == nil {
		revoke()
	}
	return s.brandDone(v, err)
}

// revokeSecret ends a secret at its network. That it fails changes nothing here: the secret is forgotten.
func (s *Server) revokeSecret(v *visit, a account.Account, sealed []byte) {
	n := s.Networks[a.Network]
	if n == nil || len(sealed) == 0 {
		return
	}
	secret, err := s.Sealer.Open(sealed, account.Row(a.ID))
	if err == nil {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(v.ctx), revokePatience)
		defer cancel()
		err = n.Revoke(ctx, network.Access{Server: a.Server, ID: a.Remote, Handle: a.Handle, Secret: secret})
	}
	if err != nil {
		s.Log.WarnContext(v.ctx, "a secret was forgotten and not ended at its network", "account", a.ID, "kind", network.KindOf(err), "said", network.SaidOf(err))
	}
}
