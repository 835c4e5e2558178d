package signin

import (
	"bytes"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"rostrum/fault"
)

// rfcSecret is the test secret of RFC 6238, appendix B.
const rfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

func TestCheckTOTP(t *testing.T) {
	now := time.Unix(1111111109, 0) // RFC 6238: 07081804, step 37037036
	for _, c := range []struct {
		name, typed string
		last        int64
		at          time.Duration
		step        int64
	}{
		{"this step", "081804", 0, 0, 37037036},
		{"with a space", " 081 804", 0, 0, 37037036},
		{"a step late", "081804", 0, 30 * time.Second, 37037036},
		{"a step early", "081804", 0, -30 * time.Second, 37037036},
		{"two steps late", "081804", 0, time.Minute, 0},
		{"a second time", "081804", 37037036, 0, 0},
		{"older than the last", "081804", 37037037, 0, 0},
		{"wrong", "081805", 0, 0, 0},
		{"nothing", "", 0, 0, 0},
		{"letters", "ąąąąąą", 0, 0, 0},
	} {
		step, err := CheckTOTP(rfcSecret, c.typed, c.last, now.Add(c.at))
		if step != c.step || (step == 0) != fault.Is(err, fault.SignIn) {
			t.Errorf("%s: %d %v", c.name, step, err)
		}
	}
	if _, err := CheckTOTP("not base32!", "081804", 0, now); err == nil || fault.Is(err, fault.SignIn) {
		t.Errorf("a damaged secret: %v", err)
	}
}

// TestNoCodeTwice tries codes of steps around now, over and over, at times that jump about.
func TestNoCodeTwice(t *testing.T) {
	secret, err := NewTOTP("Šaltinis: UAB", "ona@pavyzdys.lt")
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	accepted, last := map[int64]bool{}, int64(0)
	start := time.Unix(1_800_000_000, 0)
	for range 3000 {
		now := start.Add(time.Duration(r.IntN(3600)) * time.Second)
		code, _ := totp.GenerateCode(secret.Secret, now.Add(time.Duration(r.IntN(5)-2)*30*time.Second))
		step, err := CheckTOTP(secret.Secret, code, last, now)
		if err != nil {
			continue
		}
		if accepted[step] || step <= last {
			t.Fatalf("the code of step %d was accepted again", step)
		}
		accepted[step], last = true, step
	}
	if len(accepted) == 0 {
		t.Fatal("no code was accepted at all")
	}
}

func TestQR(t *testing.T) {
	secret, err := NewTOTP("Šaltinis: UAB", "ona@pavyzdys.lt")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(secret.URL, "otpauth://totp/") || !strings.Contains(secret.URL, "secret="+secret.Secret) {
		t.Errorf("the URL is %s", secret.URL)
	}
	if strings.Count(secret.URL, "%3A")+strings.Count(secret.URL, ":") != 2 {
		t.Errorf("the issuer's colon cuts the label of %s", secret.URL)
	}
	picture, err := secret.QR()
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	dark := 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if v, _, _, _ := img.At(x, y).RGBA(); v == 0 {
				dark++
				if x < 32 || y < 32 || x >= 512 || y >= 512 {
					t.Fatal("the quiet zone is not empty")
				}
			}
		}
	}
	if dark < 20000 {
		t.Errorf("only %d dark pixels", dark)
	}
}
