package signin

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"math/big"
	"slices"
	"strings"
	"time"

	"rostrum/fault"
)

// TokenKind says what a token is for. It is the token's prefix, by which people and secret scanners know it, and no
// token of one kind passes for another.
type TokenKind string

// The kinds of tokens, a closed list.
const (
	APIToken        TokenKind = "rst" // a program's, by scopes
	InvitationToken TokenKind = "rsi" // the link that a new colleague gets
	ResetToken      TokenKind = "rsr" // the link for a forgotten password
	GuestToken      TokenKind = "rsg" // the link by which somebody without an account looks at one post
)

// lasts is how long a token of a kind is good for.
func (k TokenKind) lasts() time.Duration {
	switch k {
	case APIToken:
		return 365 * 24 * time.Hour
	case InvitationToken:
		return 7 * 24 * time.Hour
	case GuestToken:
		return 14 * 24 * time.Hour
	default:
		return time.Hour
	}
}

// Token is what is stored of a token. An invitation or a reset is deleted when it is used.
type Token struct {
	Kind    TokenKind
	Hash    string // hex of SHA-256; look it up by what [TokenHash] gives
	Scopes  []Scope
	Expires time.Time
}

const (
	tokenBytes  = 32
	tokenDigits = 43 // base62 digits of 32 bytes
	checkDigits = 6  // base62 digits of a CRC-32
)

// NewToken makes a token. shown is what its holder gets, once: "rst_" and 49 letters and digits.
func NewToken(kind TokenKind, now time.Time, scopes ...Scope) (shown string, t Token) {
	raw := make([]byte, tokenBytes)
	rand.Read(raw)
	body := string(kind) + "_" + base62(new(big.Int).SetBytes(raw), tokenDigits)
	shown = body + checksum(body)
	return shown, Token{Kind: kind, Hash: hashToken(shown), Scopes: scopes, Expires: now.Add(kind.lasts())}
}

// TokenHash gives the hash under which a token is stored, or a fault when what was given is no token of this kind: a
// typing mistake is found by the checksum, without asking the database.
func TokenHash(kind TokenKind, shown string) (string, error) {
	prefix := string(kind) + "_"
	cut := len(prefix) + tokenDigits
	if len(shown) != cut+checkDigits || !strings.HasPrefix(shown, prefix) || checksum(shown[:cut]) != shown[cut:] {
		return "", refusedToken(kind)
	}
	return hashToken(shown), nil
}

// Check tells whether a token shown at now is the stored one and in time; otherwise it gives a fault.
func (t Token) Check(shown string, now time.Time) error {
	hash, err := TokenHash(t.Kind, shown)
	if err != nil {
		return err
	}
	if subtle.ConstantTimeCompare([]byte(hash), []byte(t.Hash)) != 1 || !now.Before(t.Expires) {
		return refusedToken(t.Kind)
	}
	return nil
}

// Allows gives a fault unless the token carries a scope.
func (t Token) Allows(s Scope) error {
	if t.Kind == APIToken && slices.Contains(t.Scopes, s) {
		return nil
	}
	return fault.New(fault.Forbidden,
		fmt.Sprintf("This token may not do that: it lacks the scope “%s”. Ask for a token that has it.", s),
		fmt.Sprintf("Šiuo prieigos žetonu to daryti negalima: jam trūksta srities „%s“. Paprašykite žetono, kuris ją turi.", s))
}

// refusedToken says the same of a token that is wrong, unknown, used or too old.
func refusedToken(kind TokenKind) error {
	if kind == APIToken {
		return fault.New(fault.SignIn,
			"The access token is wrong, was withdrawn or has expired. Make a new one in your account.",
			"Prieigos žetonas neteisingas, atšauktas arba nebegalioja. Susikurkite naują savo paskyroje.")
	}
	return fault.New(fault.SignIn,
		"This link is wrong, was used before or has expired. Ask for a new one.",
		"Ši nuoroda neteisinga, jau panaudota arba nebegalioja. Paprašykite naujos.")
}

func hashToken(shown string) string {
	sum := sha256.Sum256([]byte(shown))
	return hex.EncodeToString(sum[:])
}

func checksum(body string) string {
	return base62(big.NewInt(int64(crc32.ChecksumIEEE([]byte(body)))), checkDigits)
}

func base62(n *big.Int, digits int) string { return fmt.Sprintf("%0*s", digits, n.Text(62)) }
