package web

import (
	"errors"
	"fmt"

	"rostrum/fault"
	"rostrum/network"
	"rostrum/policy"
	"rostrum/store"
)

// fromNetwork tells a person what a network's failure means. Field names the field at fault where the server is.
func fromNetwork(err error, field string) error {
	var told *network.Error
	if err == nil || !errors.As(err, &told) {
		return err
	}
	f := &fault.Fault{Code: fault.Invalid}
	switch told.Kind {
	case network.Away, network.Unknown:
		f.Field = field
		f.EN, f.LT = "The network's server does not answer. Look at its address, or try again in a moment.",
			"Tinklo serveris neatsako. Patikrinkite jo adresą arba po akimirkos bandykite dar kartą."
	case network.Limited:
		f.EN, f.LT = "The network says: too many requests. Wait a few minutes.", "Tinklas praneša, kad užklausų per daug. Palaukite kelias minutes."
	case network.Unsupported:
		f.EN, f.LT = "This network cannot be connected in this way.", "Šio tinklo taip prijungti negalima."
	default:
		f.EN, f.LT = "The network did not give its permission. Try again, and allow it there.",
			"Tinklas leidimo nedavė. Bandykite dar kartą ir tinkle suteikite leidimą."
	}
	if said := shortened(told.Said, 300); said != "" {
		f.EN, f.LT = f.EN+" It said: “"+said+"”", f.LT+" Tinklo žodžiai: „"+said+"“"
	}
	return fmt.Errorf("%w (%w)", f, err)
}

// policyAccounts are the accounts that the policy in force names for a network; none where no policy is in force.
func (s *Server) policyAccounts(v *visit, tx *store.Tx, network string) ([]policy.Account, error) {
	ready, err := s.InForce(v.ctx, tx, v.now)
	if fault.Is(err, fault.NotFound) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var all []policy.Account
	for _, a := range ready.Policy.Speakers.Accounts {
		if a.Network == network {
			all = append(all, a)
		}
	}
	return all, nil
}

// policyAccount is the id that the policy in force has for an account, or nothing.
func (s *Server) policyAccount(v *visit, tx *store.Tx, network, handle string) (string, error) {
	all, err := s.policyAccounts(v, tx, network)
	for _, a := range all {
		if plainHandle(a.Handle) == plainHandle(handle) {
			return a.ID, nil
		}
	}
	return "", err
}
