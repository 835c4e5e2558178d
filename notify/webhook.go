package notify

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/rs/xid"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"rostrum/fault"
)

// Event is something that happened, for a machine.
type Event struct {
	// ID is the same each time the same event is delivered, so that the receiver can drop what it has already seen.
	ID string
	// Type is a dotted verb, as in the ledger: clause.signed.
	Type string
	Time time.Time
	Data map[string]string
}

// Webhook is an address that receives events, signed by the Standard Webhooks specification.
type Webhook struct {
	URL string
	// Secret begins with whsec_; see [NewSecret].
	Secret string
	// Private allows addresses of our own network and plain http. It is the operator's to allow, never a page's.
	Private bool
}

const secretPrefix = "whsec_"

// The specification's limits to a secret, in bytes.
const shortestKey, longestKey = 24, 64

// NewSecret makes a secret to share with the receiver of a webhook.
func NewSecret() string {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails: crypto/rand ends the program instead
	return secretPrefix + base64.StdEncoding.EncodeToString(key)
}

// Check gives the fault in the address or the secret, if there is one, without reaching anybody.
func (w Webhook) Check() error {
	u, err := url.Parse(w.URL)
	if err != nil || u.Hostname() == "" || u.Scheme != "https" && u.Scheme != "http" {
		return fault.Of("url",
			"Enter the whole address of the webhook, beginning with https://.",
			"Įveskite visą „webhook“ adresą, prasidedantį https://.")
	}
	if u.Scheme == "http" && !w.Private {
		return fault.Of("url",
			"Events are sent only over https. Change the beginning of the address to https://.",
			"Įvykiai siunčiami tik per https. Pakeiskite adreso pradžią į https://.")
	}
	encoded, marked := strings.CutPrefix(w.Secret, secretPrefix)
	key, err := base64.StdEncoding.DecodeString(encoded)
	if !marked || err != nil || len(key) < shortestKey || len(key) > longestKey {
		return fault.Of("secret",
			"The secret of the webhook must be whsec_ and 24 to 64 bytes in base64. Make a new one and enter it on both sides.",
			"„Webhook“ raktas turi būti whsec_ ir nuo 24 iki 64 baitų base64 koduote. Sukurkite naują ir įveskite jį abiejose pusėse.")
	}
	return nil
}

// Deliver sends an event once. The fault of one that did not arrive is Unavailable when it is worth trying later,
// NotFound when the receiver is gone for good, and Invalid when the webhook itself has to be changed.
func (w Webhook) Deliver(ctx context.Context, event Event) (Answer, error) {
	if err := w.Check(); err != nil {
		return unsent(err)
	}
	req, err := w.request(ctx, event)
	if err != nil {
		return unsent(fmt.Errorf("notify: webhook request: %w", err))
	}
	secrets := append(secretsOf(req.URL, false), w.Secret, strings.TrimPrefix(w.Secret, secretPrefix))
	res, err := client(w.Private).Do(req)
	if err != nil {
		return explain(err).withhold(secrets).answer()
	}
	defer func() { _ = res.Body.Close() }()
	o := replied(res.StatusCode)
	o.said = statusLine(res)
	return o.withhold(secrets).answer()
}

// Try delivers an event of the type webhook.tried, which means nothing.
func (w Webhook) Try(ctx context.Context) Answer {
	answer, _ := w.Deliver(ctx, Event{ID: xid.New().String(), Type: "webhook.tried", Time: time.Now()})
	return answer
}

// payload is an event as the specification writes it.
type payload struct {
	Type      string            `json:"type"`
	Timestamp time.Time         `json:"timestamp"`
	Data      map[string]string `json:"data"`
}

func (w Webhook) request(ctx context.Context, event Event) (*http.Request, error) {
	data := event.Data
	if data == nil {
		data = map[string]string{}
	}
	body, err := json.Marshal(payload{event.Type, event.Time.UTC(), data})
	if err != nil {
		return nil, err
	}
	signer, err := standardwebhooks.NewWebhook(w.Secret)
	if err != nil {
		return nil, err
	}
	now := time.Now()
	signature, err := signer.Sign(event.ID, now, body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.URL, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "Rostrum")
	req.Header.Set(standardwebhooks.HeaderWebhookID, event.ID)
	req.Header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(now.Unix(), 10))
	req.Header.Set(standardwebhooks.HeaderWebhookSignature, signature)
	return req, nil
}
