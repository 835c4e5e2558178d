// Package receiver owns who outside Rostrum is told what is written in the ledger: webhooks and chat rooms, which
// entries each wants, and from which one on; and who gets the ledger's checkpoint by mail. It refuses to keep an address or a secret in the clear, since whoever knows
// a chat room's address can write there, and to send anything itself: package notify does.
package receiver

import (
	"context"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/notify"
	"rostrum/staff"
)

// Way says how a receiver is reached.
type Way string

// The ways, a closed list.
const (
	Webhook Way = "webhook"
	Chat    Way = "chat"
)

// Everything in About stands for all groups, those to come as well.
const Everything = "*"

// Groups lists what a receiver can be told about.
func Groups() []string {
	return []string{"policy", "signing", "people", "signin", "posts", "accounts", "settings"}
}

// groupOf gives the group of a ledger entry's kind, or nothing for one that only those who want everything are told.
func groupOf(kind string) string {
	concept, _, _ := strings.Cut(kind, ".")
	switch concept {
	case "policy", "handbook":
		return "policy"
	case "clause", "signature", "speaker":
		return "signing"
	case "person", "people", "invitation", "role", "team":
		return "people"
	case "signin", "passkey", "session", "token":
		return "signin"
	case "post", "guest", "delegation", "publication", "publish":
		return "posts"
	case "account":
		return "accounts"
	case "company", "ledger":
		return "settings"
	}
	return ""
}

// Receiver is one of those who are told.
type Receiver struct {
	ID     string
	Way    Way
	Name   string   // what people here call it
	Host   string   // where it is, as pages show it
	Sealed []byte   // its address and secret; see [Receiver.Open]
	About  []string // some of Groups, or Everything
	Since  int64    // the first ledger entry that it is told
	Added  time.Time
	Last   Last
}

// Last is how the latest delivery ended; its Time is zero before there was one.
type Last struct {
	Time   time.Time
	Answer notify.Answer
}

// Address is where a receiver is reached. Secret is empty for chat rooms.
type Address struct{ URL, Secret string }

// Sealer seals what is secret for the row that it is kept in.
type Sealer interface {
	Seal(plain []byte, row string) ([]byte, error)
	Open(sealed []byte, row string) ([]byte, error)
}

// Records is what receivers are kept in.
type Records interface {
	LedgerHead(ctx context.Context) (size int64, at time.Time, err error)
	Receiver(ctx context.Context, id string) (Receiver, error)
	AddReceiver(ctx context.Context, r Receiver) error
	RemoveReceiver(ctx context.Context, id string) error
	Append(ctx context.Context, e ledger.Entry) error
}

// Wanted is a receiver as somebody asks for it.
type Wanted struct {
	Way       Way
	Name, URL string
	About     []string
	Private   bool // the operator allows addresses of our own network
}

// Add adds a receiver, to be told what comes after this moment. The secret that a webhook's receiver checks signatures
// with is given once, here.
func Add(ctx context.Context, r Records, who staff.Person, w Wanted, sealer Sealer, now time.Time) (added Receiver, secret string, err error) {
	if err := staff.May(who, staff.ChangeSettings); err != nil {
		return Receiver{}, "", err
	}
	if w.Way == Webhook {
		secret = notify.NewSecret()
	}
	if err := w.check(secret); err != nil {
		return Receiver{}, "", err
	}
	added = Receiver{ID: staff.NewID(), Way: w.Way, Name: w.Name, Host: host(w), About: w.About, Added: now}
	plain, err := json.Marshal(Address{w.URL, secret})
	if err != nil {
		return Receiver{}, "", err
	}
	if added.Sealed, err = sealer.Seal(plain, added.row()); err != nil {
		return Receiver{}, "", err
	}
	if err := r.Append(ctx, added.entry(who, "company.receiver_added", now)); err != nil {
		return Receiver{}, "", err
	}
	if added.Since, _, err = r.LedgerHead(ctx); err != nil {
		return Receiver{}, "", err
	}
	return added, secret, r.AddReceiver(ctx, added)
}

// Remove takes a receiver away; what was not delivered to it yet no longer is.
func Remove(ctx context.Context, r Records, who staff.Person, id string, now time.Time) error {
	if err := staff.May(who, staff.ChangeSettings); err != nil {
		return err
	}
	gone, err := r.Receiver(ctx, id)
	if err != nil {
		return err
	}
	if err := r.RemoveReceiver(ctx, id); err != nil {
		return err
	}
	return r.Append(ctx, gone.entry(who, "company.receiver_removed", now))
}

func (r Receiver) entry(who staff.Person, kind string, now time.Time) ledger.Entry {
	return ledger.Entry{Time: now, Actor: who.ID, Kind: kind, Subject: r.ID,
		Data: map[string]string{"name": r.Name, "way": string(r.Way), "host": r.Host, "about": strings.Join(r.About, " ")}}
}

// Open gives the address of a receiver.
func (r Receiver) Open(sealer Sealer) (Address, error) {
	plain, err := sealer.Open(r.Sealed, r.row())
	if err != nil {
		return Address{}, err
	}
	var a Address
	return a, json.Unmarshal(plain, &a)
}

func (r Receiver) row() string { return "receiver/" + r.ID }

// Wants tells whether the receiver is to be told of an entry of this kind at this place.
func (r Receiver) Wants(kind string, seq int64) bool {
	return seq >= r.Since && (slices.Contains(r.About, Everything) || slices.Contains(r.About, groupOf(kind)))
}

func (w *Wanted) check(secret string) error {
	w.Name = strings.Join(strings.Fields(w.Name), " ")
	if w.Name == "" || len(w.Name) > 100 {
		return fault.Of("name", "Give it a name, up to 100 characters.", "Pavadinkite jį, ne ilgiau kaip 100 ženklų.")
	}
	var err error
	switch w.Way {
	case Webhook:
		err = notify.Webhook{URL: w.URL, Secret: secret, Private: w.Private}.Check()
	case Chat:
		err = notify.Chat{URL: w.URL, Private: w.Private}.Check()
	default:
		err = fault.Of("way", "Choose webhook or chat.", "Pasirinkite: „webhook“ arba pokalbių kanalas.")
	}
	if err != nil {
		return err
	}
	if len(w.About) == 0 {
		return fault.Of("about", "Choose at least one thing to be told about.", "Pasirinkite bent vieną sritį, apie kurią pranešti.")
	}
	for _, group := range w.About {
		if group != Everything && !slices.Contains(Groups(), group) {
			return fault.Of("about", "There is nothing called “"+group+"” to be told about.", "Srities „"+group+"“ nėra.")
		}
	}
	return nil
}

// host is what of the address is no secret: a webhook's host, a chat's service.
func host(w Wanted) string {
	u, err := url.Parse(w.URL)
	if err != nil {
		return ""
	}
	if w.Way == Chat {
		return u.Scheme
	}
	return u.Host
}
