// Package staff owns the company and its people: who they are, in which team, with which roles, and what each role may do.
// It refuses to let a permission live anywhere else: pages, API and queries ask [May]. How people prove who they are is
// in signin.
package staff

import (
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rs/xid"

	"rostrum/fault"
)

// State is where a person stands with the company.
type State string

// The states, in the order in which people go through them.
const (
	Invited State = "invited" // asked to join; cannot sign in but by the invitation
	Active  State = "active"
	Left    State = "left" // may do nothing and stays on the record
)

// Person is somebody who works for the company or writes for it.
type Person struct {
	ID       string // an xid
	Name     string
	Mail     string // in lower case; what people sign in with
	Team     string // the id of a team, or empty
	Roles    []Role
	Language string // "en" or "lt"
	Zone     string // IANA time zone
	State    State
	Outside  string // the id that the company's own directory gives the person, or empty
	Version  int64  // grows with each change, so that two editors notice each other
	Invited  time.Time
	Joined   time.Time
	Departed time.Time
}

// Has tells whether the person has the role. Everybody who is active is an employee.
func (p Person) Has(r Role) bool { return r == Employee || slices.Contains(p.Roles, r) }

// Team is a part of the company; speakers.yaml grants to teams by name.
type Team struct {
	ID, Name string
	Members  int // people who have not left
}

// NewID gives an id that nobody has: 20 characters that sort by time.
func NewID() string { return xid.New().String() }

// checked gives the person tidied, with an id, or what is wrong.
func (p Person) checked() (Person, error) {
	p.Name = spaced(p.Name)
	if p.Name == "" || utf8.RuneCountInString(p.Name) > 200 || !printable(p.Name) {
		return p, fault.Of("name", "Enter the name, up to 200 characters.", "Įveskite vardą ir pavardę, ne ilgiau kaip 200 ženklų.")
	}
	address, err := mail.ParseAddress(strings.TrimSpace(p.Mail))
	if err != nil || address.Name != "" || len(address.Address) > 254 {
		return p, fault.Of("mail", "Enter an e-mail address such as rasa@example.com.", "Įveskite el. pašto adresą, pavyzdžiui, rasa@example.com.")
	}
	p.Mail = strings.ToLower(address.Address)
	if p.Language != "lt" {
		p.Language = "en"
	}
	if !knownZone(p.Zone) {
		return p, fault.Of("zone", "Choose a time zone such as Europe/Vilnius.", "Pasirinkite laiko juostą, pavyzdžiui, Europe/Vilnius.")
	}
	for _, r := range p.Roles {
		if !slices.Contains(Roles(), r) {
			return p, fault.Of("roles", "There is no role “"+string(r)+"”.", "Vaidmens „"+string(r)+"“ nėra.")
		}
	}
	if len(p.Outside) > 200 || !printable(p.Outside) {
		return p, fault.Of("outside", "The directory's own id has up to 200 characters.", "Katalogo suteiktas identifikatorius – ne ilgesnis kaip 200 ženklų.")
	}
	if p.ID == "" {
		p.ID = NewID()
	}
	return p, nil
}

// printable tells that a text is UTF-8 without control characters and without marks that turn the direction of writing.
func printable(s string) bool { return utf8.ValidString(s) && !strings.ContainsFunc(s, unprintable) }

func unprintable(r rune) bool {
	return r < ' ' || r == 0x7f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
