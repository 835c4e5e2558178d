package signin

import (
	"bytes"
	"crypto/subtle"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"

	"rostrum/fault"
)

// totpPeriod is the length of a step in seconds, RFC 6238.
const totpPeriod = 30

// TOTP is a new secret for an authenticator app, RFC 6238: six digits, SHA-1, 30 seconds, as every app reads it.
type TOTP struct {
	Secret string // base32, to be sealed at rest and typed where a camera is missing
	URL    string // otpauth://…, what the QR code says
}

// NewTOTP makes a secret. The app shows issuer (the company) and account (the mail address) beside its codes.
func NewTOTP(issuer, account string) (TOTP, error) {
	// A colon divides the two in the URL's label.
	noColon := strings.NewReplacer(":", " ")
	key, err := totp.Generate(totp.GenerateOpts{Issuer: noColon.Replace(issuer), AccountName: noColon.Replace(account)})
	if err != nil {
		return TOTP{}, fmt.Errorf("signin: new one-time secret: %w", err)
	}
	return TOTP{Secret: key.Secret(), URL: key.URL()}, nil
}

// QR draws the URL as a PNG of 544 × 544 pixels, to be shown at half that size: cameras read coarse dots badly.
func (t TOTP) QR() ([]byte, error) {
	const side, quiet = 480, 32
	key, err := otp.NewKeyFromURL(t.URL)
	if err != nil {
		return nil, fmt.Errorf("signin: QR code: %w", err)
	}
	code, err := key.Image(side, side)
	if err != nil {
		return nil, fmt.Errorf("signin: QR code: %w", err)
	}
	page := image.NewGray(image.Rect(0, 0, side+2*quiet, side+2*quiet))
	draw.Draw(page, page.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(page, code.Bounds().Add(image.Pt(quiet, quiet)), code, image.Point{}, draw.Src)
	var out bytes.Buffer
	if err := png.Encode(&out, page); err != nil {
		return nil, fmt.Errorf("signin: QR code: %w", err)
	}
	return out.Bytes(), nil
}

// CheckTOTP verifies a typed code against the step of now and its two neighbours. last is the step that was accepted
// last, 0 for none: a code of that step or an earlier one is refused, so none works twice. It returns the step to store as last in the
// same transaction, or a fault of the field "code".
func CheckTOTP(secret, typed string, last int64, now time.Time) (step int64, err error) {
	typed = strings.Join(strings.Fields(typed), "")
	current := now.Unix() / totpPeriod
	for _, s := range []int64{current - 1, current, current + 1} {
		want, err := hotp.GenerateCodeCustom(secret, uint64(s), hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err != nil {
			return 0, fmt.Errorf("signin: the stored one-time secret is damaged: %w", err)
		}
		if subtle.ConstantTimeCompare([]byte(want), []byte(typed)) == 1 && s > last {
			step = s
		}
	}
	if step == 0 {
		return 0, &fault.Fault{Code: fault.SignIn, Field: "code",
			EN: "This code does not fit. Enter the six digits that your app shows now; each code works once.",
			LT: "Kodas netinka. Įveskite šešis skaitmenis, kuriuos programėlė rodo dabar; kiekvienas kodas galioja vieną kartą."}
	}
	return step, nil
}
