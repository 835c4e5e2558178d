package approval

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"math/big"
	"net/mail"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

// GuestAsked is somebody without an account whom the author asks for a yes.
type GuestAsked struct {
	Name, Mail string
	Lang       string // "en" or "lt"
	Order      int    // after which steps they are asked: 1 (and 0) at once, 2 after those of order 1, and so on
}

// GuestLink is a guest of one request and the link by which they come. The link alone is of no use: opening it asks for a code
// that is mailed to the guest's address, and the code opens it in one browser.
type GuestLink struct {
	ID      string
	Request string
	Post    string
	Name    string
	Mail    string
	Lang    string
	By      string // the id of who asks
	Link    string // the hash of the token in the link; empty until the letter is sent
	Until   time.Time
	Code    string // the hash of the code that was mailed last; empty: none waits
	CodeEnd time.Time
	Tries   int    // of the code that was mailed last
	Codes   int    // how many codes were mailed
	Session string // the hash of what the browser holds that entered the code
	Opened  time.Time
}

// How long links and codes are good for, and how often a code is mailed and tried.
const (
	LinkLasts = 14 * 24 * time.Hour
	CodeLasts = 15 * time.Minute
	maxTries  = 5
	maxCodes  = 10
	maxGuests = 10
)

// GuestRecords is what guests need kept.
type GuestRecords interface {
	AddGuest(ctx context.Context, g GuestLink) error
	ChangeGuest(ctx context.Context, g GuestLink) error
	// GuestToChange gives the guest, and lets nobody else change them until the transaction ends; a fault NotFound.
	GuestToChange(ctx context.Context, id string) (GuestLink, error)
}

// invite adds the guests and their steps to a request that is being made.
func invite(ctx context.Context, r Records, who staff.Person, req *Request, guests []GuestAsked, now time.Time) error {
	if len(guests) > maxGuests {
		return fault.Of("guests", "Ask at most ten guests.", "Kvieskite ne daugiau kaip dešimt svečių.")
	}
	for i, asked := range guests {
		g, err := asked.checked(i)
		if err != nil {
			return err
		}
		for _, id := range req.Writers {
			if p, err := r.Person(ctx, id); err != nil {
				return err
			} else if mailbox(p.Mail) == mailbox(g.Mail) {
				return fault.Of(field(i, "mail"), "This is the address of somebody who wrote the post. Ask another person.",
					"Tai vieno iš šio įrašo autorių adresas. Paklauskite kito žmogaus.")
			}
		}
		g.ID, g.Request, g.Post, g.By = staff.NewID(), req.ID, req.Post, who.ID
		if err := r.AddGuest(ctx, g); err != nil {
			return err
		}
		req.Steps = append(req.Steps, Step{ID: staff.NewID(), Order: max(asked.Order, first), Kind: Guest, Who: []string{g.ID}})
		err = r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "guest.asked", Subject: req.Post,
			Data: map[string]string{"request": req.ID, "guest": g.ID}, Private: map[string]string{"name": g.Name, "mail": g.Mail}})
		if err != nil {
			return err
		}
	}
	return nil
}

// mailbox is where mail to an address arrives: what follows a + in its name leads to the same place (RFC 5233).
func mailbox(address string) string {
	at := strings.LastIndexByte(address, '@')
	name, _, _ := strings.Cut(address[:max(at, 0)], "+")
	return strings.ToLower(name + address[max(at, 0):])
}

func field(i int, name string) string { return "guest." + strconv.Itoa(i) + "." + name }

func (a GuestAsked) checked(i int) (GuestLink, error) {
	g := GuestLink{Name: strings.Join(strings.Fields(a.Name), " "), Lang: a.Lang}
	if g.Name == "" || utf8.RuneCountInString(g.Name) > 200 || strings.ContainsFunc(g.Name, unicode.IsControl) || !utf8.ValidString(g.Name) {
		return g, fault.Of(field(i, "name"), "Enter the guest's name.", "Įveskite svečio vardą ir pavardę.")
	}
	address, err := mail.ParseAddress(strings.TrimSpace(a.Mail))
	if err != nil || address.Name != "" || len(address.Address) > 254 {
		return g, fault.Of(field(i, "mail"), "Enter an e-mail address such as rasa@example.com.", "Įveskite el. pašto adresą, pavyzdžiui, rasa@example.com.")
	}
	if g.Mail = strings.ToLower(address.Address); g.Lang != "lt" {
		g.Lang = "en"
	}
	return g, nil
}

// Mailed notes the hash of the token in the link that is mailed to a guest now; an older link ends.
func Mailed(ctx context.Context, r GuestRecords, guest, link string, now time.Time) (GuestLink, error) {
	g, err := r.GuestToChange(ctx, guest)
	if err != nil {
		return g, err
	}
	g.Link, g.Until = link, now.Add(LinkLasts)
	return g, r.ChangeGuest(ctx, g)
}

// NewCode gives a code of six digits.
func NewCode() string {
	n, _ := rand.Int(rand.Reader, big.NewInt(1_000_000)) // never fails; see crypto/rand
	return fmt.Sprintf("%06d", n)
}

// AskCode notes a code that is mailed to the guest now. An older one ends.
func AskCode(ctx context.Context, r Records, guest, code string, now time.Time) (GuestLink, error) {
	g, _, err := welcome(ctx, r, guest, now)
	if err != nil {
		return g, err
	}
	if g.Codes >= maxCodes {
		return g, fault.New(fault.TooMany, "Too many codes were sent for this link. Ask whoever invited you for a new one.",
			"Šiai nuorodai išsiųsta per daug kodų. Naujos paprašykite jus pakvietusio žmogaus.")
	}
	g.Code, g.CodeEnd, g.Tries, g.Codes = g.hash(code), now.Add(CodeLasts), 0, g.Codes+1
	return g, r.ChangeGuest(ctx, g)
}

// EnterCode opens the link in the browser that holds what session is the hash of; in any other it closes. A wrong code is a
// [*Refusal], so that each try counts.
func EnterCode(ctx context.Context, r Records, guest, code, session string, now time.Time) (GuestLink, error) {
	g, _, err := welcome(ctx, r, guest, now)
	if err != nil {
		return g, err
	}
	if g.Code == "" || g.Tries >= maxTries || !now.Before(g.CodeEnd) {
		return g, fault.Of("code", "This code is not good any more. Have a new one sent.", "Šis kodas nebegalioja. Paprašykite naujo.")
	}
	if typed := strings.Join(strings.Fields(code), ""); subtle.ConstantTimeCompare([]byte(g.hash(typed)), []byte(g.Code)) != 1 {
		g.Tries++
		if err := r.ChangeGuest(ctx, g); err != nil {
			return g, err
		}
		if g.Tries == maxTries {
			err := r.Append(ctx, ledger.Entry{Time: now, Actor: g.ID, Kind: "guest.locked_out", Subject: g.Post, Data: map[string]string{"request": g.Request, "guest": g.ID}})
			if err != nil {
				return g, err
			}
		}
		return g, &Refusal{fault.Of("code", "This is not the code that we sent. Look at the latest letter.", "Kodas ne tas, kurį išsiuntėme. Pažiūrėkite į paskutinį laišką.")}
	}
	g.Code, g.Session, g.Opened = "", session, now
	if err := r.ChangeGuest(ctx, g); err != nil {
		return g, err
	}
	return g, r.Append(ctx, ledger.Entry{Time: now, Actor: g.ID, Kind: "guest.opened", Subject: g.Post, Data: map[string]string{"request": g.Request, "guest": g.ID}})
}

// hash is how a code is kept: it lives for minutes, and is no use for another guest.
func (g GuestLink) hash(code string) string {
	sum := sha256.Sum256([]byte(g.ID + " " + code))
	return hex.EncodeToString(sum[:])
}

// In tells whether the link is open in the browser that holds what session is the hash of.
func (g GuestLink) In(session string) bool {
	return g.Session != "" && subtle.ConstantTimeCompare([]byte(g.Session), []byte(session)) == 1
}

// welcome gives a guest who may still answer, and the request.
func welcome(ctx context.Context, r Records, guest string, now time.Time) (GuestLink, Request, error) {
	g, err := r.GuestToChange(ctx, guest)
	if err != nil {
		return g, Request{}, err
	}
	req, err := r.Request(ctx, g.Request)
	switch {
	case err != nil:
		return g, req, err
	case req.State != Open:
		return g, req, decided(req.State)
	case !now.Before(g.Until):
		return g, req, fault.New(fault.Conflict, "This link has expired. Ask whoever invited you for a new one.",
			"Ši nuoroda nebegalioja. Naujos paprašykite jus pakvietusio žmogaus.")
	}
	return g, req, nil
}

// CastGuest takes the vote of a guest whose link is open in the browser that holds what session is the hash of.
func CastGuest(ctx context.Context, r Records, guest, session string, choice Choice, reason string, now time.Time) (Request, error) {
	g, _, err := welcome(ctx, r, guest, now)
	if err != nil {
		return Request{}, err
	}
	if !g.In(session) {
		return Request{}, notOpened()
	}
	b, err := openBallot(ctx, r, g.Request, choice, reason, now)
	if err != nil {
		return b.req, err
	}
	counts, err := b.counts(ctx)
	if err != nil {
		return b.req, err
	}
	turn := b.req.turn(counts)
	for i, s := range b.req.Steps {
		if s.Kind != Guest || s.Who[0] != g.ID {
			continue
		}
		switch {
		case s.Done():
			return b.req, fault.New(fault.Conflict, "You have said yes already. Thank you.", "Jūs jau pritarėte. Ačiū.")
		case s.Order > turn && choice == Yes:
			return b.req, fault.New(fault.Conflict, "Others are asked before you.", "Pirmiausia klausiama kitų.")
		}
		return b.cast(ctx, g.ID, []seat{{step: i}})
	}
	return b.req, askedOthers()
}

func notOpened() *fault.Fault {
	return fault.New(fault.Forbidden, "Confirm first that it is you: have a code sent to your address.",
		"Pirmiausia patvirtinkite, kad tai jūs: paprašykite į savo paštą atsiųsti kodą.")
}
