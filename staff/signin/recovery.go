package signin

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base32"
	"encoding/hex"
	"slices"
	"strings"

	"rostrum/fault"
)

const (
	recoveryCodes = 10
	recoveryBytes = 15 // 120 bits: more than the 112 below which ASVS 5 (6.5.2) asks for the hash of a password
)

// Recovery is a set of codes for the day the phone is lost.
type Recovery struct {
	Codes  []string // shown to the person once: "x7kdm2-pq9rtv-4hbnw8-c3fgsy"
	Hashes []string // stored
}

// NewRecovery makes ten codes; they replace any earlier set.
func NewRecovery() Recovery {
	var r Recovery
	for range recoveryCodes {
		raw := make([]byte, recoveryBytes)
		rand.Read(raw)
		c := crockford().EncodeToString(raw)
		r.Codes = append(r.Codes, strings.Join([]string{c[:6], c[6:12], c[12:18], c[18:]}, "-"))
		r.Hashes = append(r.Hashes, recoveryHash(c))
	}
	return r
}

// UseRecovery takes a typed code out of the stored hashes and gives the ones that remain to be stored in the same
// transaction. Letter case, spaces and dashes don't matter. A code that is not among them is a fault of the field "code".
func UseRecovery(hashes []string, typed string) (rest []string, err error) {
	got, at := recoveryHash(plainRecovery(typed)), -1
	for i, h := range hashes {
		if subtle.ConstantTimeCompare([]byte(h), []byte(got)) == 1 {
			at = i
		}
	}
	if at < 0 {
		return nil, &fault.Fault{Code: fault.SignIn, Field: "code",
			EN: "This recovery code does not fit or was used before. Enter one of those you have not used yet.",
			LT: "Šis atkūrimo kodas netinka arba jau panaudotas. Įveskite dar nepanaudotą kodą."}
	}
	return slices.Delete(slices.Clone(hashes), at, at+1), nil
}

// crockford is Crockford's base32: no i, l, o or u, so that a code survives being copied by hand.
func crockford() *base32.Encoding {
	return base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)
}

// plainRecovery undoes what people do to a code: capitals, dashes, spaces, and letters for look-alike digits.
func plainRecovery(typed string) string {
	return strings.NewReplacer(" ", "", "-", "", "–", "", "\t", "", "\u00a0", "", "i", "1", "l", "1", "o", "0").
		Replace(strings.ToLower(typed))
}

func recoveryHash(plain string) string {
	sum := sha256.Sum256([]byte("recovery code " + plain))
	return hex.EncodeToString(sum[:])
}
