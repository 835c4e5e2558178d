package web

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"rostrum/fault"
	"rostrum/store"
)

// openID is the company's sign-in service, found when somebody first goes there, so that the server starts without it.
type openID struct {
	mu    sync.Mutex
	found *oidc.Provider
}

// servicePatience is how long the sign-in service may take for one answer.
const servicePatience = 15 * time.Second

// service finds the sign-in service (OpenID Connect Discovery 1.0) and how to talk to it.
func (s *Server) service(ctx context.Context) (*oidc.Provider, *oauth2.Config, error) {
	if s.Provider.Issuer == "" {
		return nil, nil, s.nothingHere(nil)
	}
	s.gate.service.mu.Lock()
	defer s.gate.service.mu.Unlock()
	if s.gate.service.found == nil {
		found, err := oidc.NewProvider(withPatience(ctx), s.Provider.Issuer)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", fault.New(fault.Unavailable,
				"Your company's sign-in service does not answer. Try again in a moment, or sign in another way.",
				"Jūsų įmonės prisijungimo tarnyba neatsako. Po akimirkos bandykite dar kartą arba prisijunkite kitaip."), err)
		}
		s.gate.service.found = found
	}
	return s.gate.service.found, &oauth2.Config{ClientID: s.Provider.Client, ClientSecret: s.Provider.Secret,
		Endpoint: s.gate.service.found.Endpoint(), RedirectURL: s.Address.String() + "/sign-in/service/done",
		Scopes: []string{oidc.ScopeOpenID, "email", "profile"}}, nil
}

func withPatience(ctx context.Context) context.Context {
	return oidc.ClientContext(ctx, &http.Client{Timeout: servicePatience})
}

// toService sends the browser to the sign-in service: code flow with PKCE, state and nonce. With prove, the person has to
// sign in there anew.
func (s *Server) toService(v *visit) error {
	if err := s.slow(v); err != nil {
		return err
	}
	_, config, err := s.service(v.ctx)
	if err != nil {
		return err
	}
	begun := attempted{Then: Local(v.r.URL.Query().Get("then")), State: rand.Text(), Nonce: rand.Text(),
		Verifier: oauth2.GenerateVerifier(), Prove: v.who.ID != ""}
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error { return s.beginSetUp(v, tx, begun) })
	if err != nil {
		return err
	}
	options := []oauth2.AuthCodeOption{oidc.Nonce(begun.Nonce), oauth2.S256ChallengeOption(begun.Verifier)}
	if begun.Prove {
		options = append(options, oauth2.SetAuthURLParam("prompt", "login"), oauth2.SetAuthURLParam("max_age", "0"))
	}
	return v.see(config.AuthCodeURL(begun.State, options...))
}

// claims is what the sign-in service says of a person.
type claims struct {
	Mail     string `json:"email"`
	Verified bool   `json:"email_verified"`
	At       int64  `json:"auth_time"`
	Nonce    string `json:"nonce"`
	subject  string
}

// fromService takes the browser back from the sign-in service.
func (s *Server) fromService(v *visit) error {
	if err := s.slow(v); err != nil {
		return err
	}
	var a *attempt
	err := s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		if a, err = s.attempt(v, tx); err != nil {
			return err
		}
		return s.endAttempt(v, tx)
	})
	if err != nil {
		return err
	}
	said, err := s.askService(v, a)
	if err == nil {
		err = s.judge(v, func(tx *store.Tx) (refusal, err error) { return s.takeService(v, tx, a, said) })
	}
	if status, mendable := refused(err); err != nil && mendable && a.Prove && v.who.ID != "" {
		return s.showProve(v, status, a.Then, err)
	} else if err != nil && mendable {
		return s.showSignIn(v, status, Local(a.Then), err)
	} else if err != nil {
		return err
	}
	return v.see(Local(a.Then))
}

// askService trades the code for what the service says, and checks that it says it to us, now, of this browser.
func (s *Server) askService(v *visit, a *attempt) (claims, error) {
	query := v.r.URL.Query()
	if a.State == "" || subtle.ConstantTimeCompare([]byte(query.Get("state")), []byte(a.State)) != 1 {
		return claims{}, startAgain()
	}
	if query.Get("error") != "" {
		return claims{}, notByService(errors.New(shortened(query.Get("error"), 200)))
	}
	provider, config, err := s.service(v.ctx)
	if err != nil {
		return claims{}, err
	}
	ctx, cancel := context.WithTimeout(withPatience(v.ctx), servicePatience)
	defer cancel()
	tokens, err := config.Exchange(ctx, query.Get("code"), oauth2.VerifierOption(a.Verifier))
	if err != nil {
		return claims{}, notByService(err)
	}
	raw, _ := tokens.Extra("id_token").(string)
	verified, err := provider.Verifier(&oidc.Config{ClientID: s.Provider.Client, Now: s.Now}).Verify(ctx, raw)
	if err != nil {
		return claims{}, notByService(err)
	}
	said := claims{subject: verified.Subject}
	if err := verified.Claims(&said); err != nil {
		return claims{}, notByService(err)
	}
	if subtle.ConstantTimeCompare([]byte(said.Nonce), []byte(a.Nonce)) != 1 {
		return claims{}, startAgain()
	}
	if said.Mail == "" { // some services tell the address only when asked separately
		info, err := provider.UserInfo(ctx, oauth2.StaticTokenSource(tokens))
		if err == nil && info.Subject == said.subject {
			said.Mail, said.Verified = info.Email, info.EmailVerified
		}
	}
	return said, nil
}

func notByService(reason error) error {
	return fmt.Errorf("%w (%w)", fault.New(fault.SignIn,
		"Your company's sign-in service did not let you in. Try again, or sign in another way.",
		"Jūsų įmonės prisijungimo tarnyba jūsų neįleido. Bandykite dar kartą arba prisijunkite kitaip."), reason)
}
