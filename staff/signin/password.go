package signin

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"rostrum/fault"
)

// MaxPassword is the longest password in bytes, after Unicode normalisation (NFC).
const MaxPassword = 256

// hashesAtOnce bounds what a flood of sign-ins can take: this many times the memory of one hash.
const hashesAtOnce = 2

// argonParams are the costs of one Argon2id hash.
type argonParams struct {
	memory uint32 // KiB
	time   uint32 // passes
	lanes  uint8
}

// currentParams is the second recommended option of RFC 9106, section 4.
func currentParams() argonParams { return argonParams{memory: 64 << 10, time: 3, lanes: 4} }

const (
	saltBytes = 16
	hashBytes = 32
)

// Passwords hashes and verifies passwords with Argon2id, a few at a time. Share one in a process.
type Passwords struct {
	params argonParams
	gate   chan struct{}
}

// NewPasswords makes the hasher of a process.
func NewPasswords() *Passwords {
	return &Passwords{params: currentParams(), gate: make(chan struct{}, hashesAtOnce)}
}

// Hash gives what to store for a new password: a PHC string. It refuses, with a fault of the field "password", one that
// is too long or easy to guess; own are the person's own words, as for [Measure].
func (p *Passwords) Hash(ctx context.Context, password string, own ...string) (string, error) {
	password = norm.NFC.String(password)
	if len(password) > MaxPassword {
		return "", fault.Of("password",
			fmt.Sprintf("The password is too long. Use at most %d characters; fewer with letters such as ą or é.", MaxPassword),
			fmt.Sprintf("Slaptažodis per ilgas. Naudokite ne daugiau kaip %d simbolius, o su raidėmis ą ar é – mažiau.", MaxPassword))
	}
	if s := Measure(password, own...); !s.Enough() {
		return "", fault.Of("password", s.EN, s.LT)
	}
	return p.hash(ctx, password)
}

// Verify compares a password with its stored PHC string. An empty string stands for somebody who is unknown or has no
// password: it takes as long as a wrong password. Where the stored costs are below today's, renewed is the string to
// store instead, otherwise it is empty.
func (p *Passwords) Verify(ctx context.Context, stored, password string) (ok bool, renewed string, err error) {
	password = norm.NFC.String(password)
	if len(password) > MaxPassword {
		return false, "", nil
	}
	if stored == "" {
		_, err := p.hash(ctx, password)
		return false, "", err
	}
	params, salt, want, err := parsePHC(stored)
	if err != nil {
		return false, "", err
	}
	got, err := p.argon(ctx, params, password, salt)
	if err != nil || subtle.ConstantTimeCompare(got, want) != 1 {
		return false, "", err
	}
	if params.memory < p.params.memory || params.time < p.params.time {
		renewed, err = p.hash(ctx, password)
	}
	return err == nil, renewed, err
}

func (p *Passwords) hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltBytes)
	rand.Read(salt)
	sum, err := p.argon(ctx, p.params, password, salt)
	if err != nil {
		return "", err
	}
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		p.params.memory, p.params.time, p.params.lanes, b64.EncodeToString(salt), b64.EncodeToString(sum)), nil
}

// argon waits for its turn, as long as ctx allows, and hashes.
func (p *Passwords) argon(ctx context.Context, params argonParams, password string, salt []byte) ([]byte, error) {
	select {
	case p.gate <- struct{}{}:
		defer func() { <-p.gate }()
	case <-ctx.Done():
		return nil, fault.New(fault.Unavailable,
			"Too many people are signing in at this moment. Try again in a minute.",
			"Šiuo metu jungiasi per daug žmonių. Bandykite dar kartą po minutės.")
	}
	return argon2.IDKey([]byte(password), salt, params.time, params.memory, params.lanes, hashBytes), nil
}
