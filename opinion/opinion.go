// Package opinion owns the second opinion: for posts of which words and weights are not sure, a language model of the
// company's choice is asked. It is off unless an endpoint and a number of calls a day are given. It may raise a verdict
// to advise or review and give a reason; it refuses to lower one, to block, and to send personal data that it knows.
package opinion

import (
	"context"
	"crypto/sha256"
	"sync"
	"time"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/policy/rule"
	"rostrum/tone"
)

// Endpoint answers one prompt. See package chat.
type Endpoint interface {
	Complete(ctx context.Context, instruction, text string) (string, error)
}

// Config says whom to ask and how much. Without an Endpoint or Calls nobody is asked.
type Config struct {
	Endpoint Endpoint
	Calls    int           // a day, by UTC
	Timeout  time.Duration // of one call; 0: ten seconds
}

const (
	patience = 10 * time.Second
	kept     = 1000 // answers
)

// Answer is what a model said. The zero Answer says nothing.
type Answer struct {
	Verdict rule.Verdict // Allow, Advise or Review
	Reason  rule.Text
	Asked   bool // somebody was asked, now or when the same text came before
	Again   bool // the same text came before, so that nothing was sent
}

// Raise gives the verdict that a post has after the answer: never a lower one than before.
func (a Answer) Raise(v rule.Verdict) rule.Verdict { return max(v, a.Verdict) }

// Finding tells the answer beside what rules found; ok is false where it wants nobody to look.
func (a Answer) Finding() (f check.Finding, ok bool) {
	return check.Finding{Category: rule.System, Verdict: a.Verdict, Message: a.Reason}, a.Verdict > rule.Allow
}

// Opinion asks for second opinions. It is safe for concurrent use.
type Opinion struct {
	Config
	mu       sync.Mutex
	listener *tone.Listener
	day      string // of the calls that were made
	made     int
	answers  map[[sha256.Size]byte]Answer
	order    [][sha256.Size]byte // of the answers, oldest first
}

// New makes an Opinion. The error is about our own models.
func New(c Config) (*Opinion, error) {
	if c.Timeout == 0 {
		c.Timeout = patience
	}
	l, err := tone.NewListener("")
	return &Opinion{Config: c, listener: l, answers: map[[sha256.Size]byte]Answer{}}, err
}

// Ask asks about a post's text where that is worth it: see borderline. What was found tells the verdict so far and what
// must not be sent. Errors are faults: the day's calls are spent (TooMany), or the endpoint does not answer or not as
// asked (Unavailable); the Answer says nothing then, and the verdict stays as it is.
func (o *Opinion) Ask(ctx context.Context, now time.Time, text string, found []check.Finding) (Answer, error) {
	if o.Endpoint == nil || o.Calls <= 0 || !o.borderline(text, found) {
		return Answer{}, nil
	}
	o.mu.Lock()
	abuse := o.listener.Abuse(text, "")
	o.mu.Unlock()
	sent := redact(text, found, abuse)
	key := sha256.Sum256([]byte(sent))
	if a, ok := o.remembered(key); ok {
		a.Again = true
		return a, nil
	}
	if !o.spend(now) {
		return Answer{}, spent()
	}
	ctx, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()
	said, err := o.Endpoint.Complete(ctx, instruction, sent)
	if err != nil {
		return Answer{}, unanswered()
	}
	a, err := parse(said)
	if err == nil {
		o.remember(key, a)
	}
	return a, err
}

func (o *Opinion) remembered(key [sha256.Size]byte) (Answer, bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	a, ok := o.answers[key]
	return a, ok
}

func (o *Opinion) remember(key [sha256.Size]byte, a Answer) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if _, ok := o.answers[key]; ok {
		return
	}
	if len(o.order) == kept {
		delete(o.answers, o.order[0])
		o.order = o.order[1:]
	}
	o.answers[key] = a
	o.order = append(o.order, key)
}

// spend takes one of the day's calls.
func (o *Opinion) spend(now time.Time) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if day := now.UTC().Format(time.DateOnly); day != o.day {
		o.day, o.made = day, 0
	}
	if o.made >= o.Calls {
		return false
	}
	o.made++
	return true
}

func spent() error {
	return fault.New(fault.TooMany,
		"Today's calls for second opinions are spent; the verdict is the policy's own. Raise the number of calls a day if that happens often.",
		"Šiandienos antrosios nuomonės užklausos išnaudotos; galioja pačios politikos sprendimas. Jei taip nutinka dažnai, padidinkite užklausų skaičių per dieną.")
}

func unanswered() error {
	return fault.New(fault.Unavailable,
		"The model that gives second opinions did not answer; the verdict is the policy's own. Look at its address and whether it runs.",
		"Antrąją nuomonę teikiantis modelis neatsakė; galioja pačios politikos sprendimas. Patikrinkite jo adresą ir ar jis veikia.")
}
