package store

import (
	"context"
	"time"

	"rostrum/fault"
)

// Session is one device on which somebody is signed in. Its token is kept only as a hash.
type Session struct {
	Token   string // the hash, hexadecimal
	ID      string // names it on pages
	Person  string
	Data    []byte
	Begun   time.Time
	Seen    time.Time
	Expires time.Time
	Address string
	Agent   string
}

const sessionColumns = `token, id, person, data, begun, seen, expires, address, agent`

func scanSession(row scanner) (Session, error) {
	var s Session
	var begun, seen, expires int64
	err := row.Scan(&s.Token, &s.ID, &s.Person, &s.Data, &begun, &seen, &expires, &s.Address, &s.Agent)
	s.Begun, s.Seen, s.Expires = fromMicros(begun), fromMicros(seen), fromMicros(expires)
	return s, err
}

func noSession() error { return fault.New(fault.SignIn, "Sign in first.", "Pirmiausia prisijunkite.") }

// Session gives the session with the hashed token that has not expired.
func (tx *Tx) Session(ctx context.Context, token string, now time.Time) (Session, error) {
	return one(ctx, tx, noSession(), scanSession,
		`SELECT `+sessionColumns+` FROM session WHERE token = $1 AND expires > $2`, token, micros(now))
}

// SessionsOf gives a person's sessions, the latest used first.
func (tx *Tx) SessionsOf(ctx context.Context, person string, now time.Time) ([]Session, error) {
	return many(ctx, tx, scanSession, `SELECT `+sessionColumns+` FROM session WHERE person = $1 AND expires > $2 ORDER BY seen DESC`, person, micros(now))
}

// KeepSession keeps a session as it is now.
func (tx *Tx) KeepSession(ctx context.Context, s Session) error {
	return tx.exec(ctx, `INSERT INTO session (`+sessionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (token) DO UPDATE SET person = excluded.person, data = excluded.data, seen = excluded.seen, expires = excluded.expires,
		address = excluded.address, agent = excluded.agent`,
		s.Token, s.ID, s.Person, s.Data, micros(s.Begun), micros(s.Seen), micros(s.Expires), s.Address, s.Agent)
}

// ChangeSession keeps what is new about a session. One that has ended meanwhile stays so.
func (tx *Tx) ChangeSession(ctx context.Context, s Session) error {
	return tx.change(ctx, noSession(), `UPDATE session SET data = $1, seen = $2, expires = $3 WHERE token = $4`,
		s.Data, micros(s.Seen), micros(s.Expires), s.Token)
}

// EndSession forgets the session with the hashed token.
func (tx *Tx) EndSession(ctx context.Context, token string) error {
	return tx.exec(ctx, `DELETE FROM session WHERE token = $1`, token)
}

// EndSessionOf forgets one of a person's sessions by its id.
func (tx *Tx) EndSessionOf(ctx context.Context, person, id string) error {
	return tx.exec(ctx, `DELETE FROM session WHERE person = $1 AND id = $2`, person, id)
}

// EndSessions forgets all sessions of a person but the one with the hashed token, which may be empty.
func (tx *Tx) EndSessions(ctx context.Context, person, but string) error {
	return tx.exec(ctx, `DELETE FROM session WHERE person = $1 AND token <> $2`, person, but)
}

// ForgetExpired forgets the sessions that have expired.
func (tx *Tx) ForgetExpired(ctx context.Context, now time.Time) error {
	return tx.exec(ctx, `DELETE FROM session WHERE expires <= $1`, micros(now))
}
