package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// tokensPage shows the person's API tokens, and one that was just made.
type tokensPage struct {
	Page
	Form
	Tabs   []Link
	Tokens []store.Token
	Made   string // shown once
	Scopes []scopeChoice
	Days   []Option
}

type scopeChoice struct {
	signin.Scope
	Key     string // names it in words
	Checked bool
}

func (s *Server) tokens(v *visit) error { return s.showTokens(v, http.StatusOK, "", nil) }

func (s *Server) showTokens(v *visit, status int, made string, wrong error) error {
	page := &tokensPage{Page: s.page(v, "account.tokens_title"), Form: Form{Values: v.r.PostForm}, Tabs: s.accountTabs(v), Made: made}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		page.Tokens, err = tx.TokensOf(v.ctx, v.who.ID)
		return err
	})
	if err != nil {
		return err
	}
	for _, scope := range signin.Scopes() {
		page.Scopes = append(page.Scopes, scopeChoice{scope, scopeKey(scope), slices.Contains(v.r.PostForm["scopes"], string(scope))})
	}
	for _, days := range []int{30, 90, 365} {
		page.Days = append(page.Days, Option{strconv.Itoa(days), s.words.T(v.lang, "account.token_days", "n", days)})
	}
	if wrong != nil {
		page.Refuse(v.lang, wrong)
	} else {
		page.Values = nil
	}
	s.render.Render(v.w, v.r, status, "account/tokens", page)
	return nil
}

// scopeKey names a scope in words: "account.scope_policy_read".
func scopeKey(scope signin.Scope) string {
	return "account.scope_" + strings.ReplaceAll(string(scope), ":", "_")
}

// makeToken makes a token and shows it in the answer itself, once: it is kept nowhere that a page could read it again.
func (s *Server) makeToken(v *visit) error {
	var shown string
	err := s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		shown, err = s.newToken(v, tx)
		return err
	})
	if status, mendable := refused(err); err != nil && mendable {
		return s.showTokens(v, status, "", err)
	} else if err != nil {
		return err
	}
	return s.showTokens(v, http.StatusOK, shown, nil)
}

func (s *Server) newToken(v *visit, tx *store.Tx) (shown string, err error) {
	if err := staff.May(v.who, staff.MakeTokens); err != nil {
		return "", err
	}
	name, err := passkeyName(v.form("name"))
	if err != nil {
		return "", err
	}
	scopes, err := signin.ParseScopes(v.r.PostForm["scopes"])
	if err != nil {
		return "", err
	}
	days, err := strconv.Atoi(v.form("days"))
	if err != nil || days < 1 || days > 365 {
		return "", fault.Of("days", "Choose for how long: a year at most.", "Pasirinkite, kiek laiko galios: ne ilgiau kaip metus.")
	}
	shown, token := signin.NewToken(signin.APIToken, v.now, scopes...)
	token.Expires = earlier(token.Expires, v.now.AddDate(0, 0, days))
	kept := store.Token{Token: token, ID: staff.NewID(), Person: v.who.ID, Name: name, Made: v.now}
	if err := tx.AddToken(v.ctx, kept); err != nil {
		return "", err
	}
	return shown, tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: v.who.ID, Kind: "token.made", Subject: kept.ID,
		Data:    map[string]string{"scopes": strings.Join(v.r.PostForm["scopes"], " "), "until": token.Expires.UTC().Format(time.RFC3339)},
		Private: map[string]string{"name": name}})
}

// revokeToken withdraws a token of one's own.
func (s *Server) revokeToken(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := tx.RevokeToken(v.ctx, v.who.ID, v.form("token")); err != nil {
			return err
		}
		err := tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: v.who.ID, Kind: "token.revoked", Subject: v.form("token")})
		if err != nil {
			return err
		}
		return s.flash(v, tx, "account.removed")
	})
	if err != nil {
		return err
	}
	return v.see("/account/tokens")
}
