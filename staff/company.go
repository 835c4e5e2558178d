package staff

import (
	"context"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// Company is the one whose policy this is.
type Company struct {
	Name      string
	Languages []string // "en", "lt"; the first is the one that people meet before they chose
	Sectors   []string // the sectors of policy/starter
	Zone      string   // IANA time zone, such as Europe/Vilnius
	Founded   time.Time
}

// Register is what founding a company needs to keep.
type Register interface {
	Company(ctx context.Context) (Company, error)
	AddCompany(ctx context.Context, c Company) error
	AddPerson(ctx context.Context, p Person) error
	Append(ctx context.Context, e ledger.Entry) error
}

// Found registers the company and its first administrator, who also owns the policy until somebody else does. It works
// once: a server that has a company refuses another.
func Found(ctx context.Context, r Register, c Company, first Person, now time.Time) (Person, error) {
	if _, err := r.Company(ctx); err == nil {
		return Person{}, fault.New(fault.Conflict,
			"This server has a company already. Sign in, or ask its administrator for an invitation.",
			"Šiame serveryje įmonė jau įregistruota. Prisijunkite arba paprašykite administratoriaus pakvietimo.")
	} else if !fault.Is(err, fault.NotFound) {
		return Person{}, err
	}
	if err := c.valid(); err != nil {
		return Person{}, err
	}
	first.Roles = []Role{Administrator, PolicyOwner}
	first.State, first.Invited, first.Joined = Active, now, now
	first.Zone = c.Zone
	first, err := first.checked()
	if err != nil {
		return Person{}, err
	}
	c.Founded = now
	if err := r.AddCompany(ctx, c); err != nil {
		return Person{}, err
	}
	if err := r.AddPerson(ctx, first); err != nil {
		return Person{}, err
	}
	return first, r.Append(ctx, ledger.Entry{Time: now, Actor: first.ID, Kind: "company.founded", Subject: c.Name,
		Data:    map[string]string{"languages": strings.Join(c.Languages, " "), "sectors": strings.Join(c.Sectors, " ")},
		Private: map[string]string{"name": first.Name, "mail": first.Mail}})
}

func (c *Company) valid() error {
	c.Name = strings.TrimSpace(c.Name)
	if c.Name == "" || len(c.Name) > 200 {
		return fault.Of("company", "Enter the company's name, up to 200 characters.", "Įveskite įmonės pavadinimą, ne ilgesnį kaip 200 ženklų.")
	}
	if len(c.Languages) == 0 {
		return fault.Of("languages", "Choose at least one language.", "Pasirinkite bent vieną kalbą.")
	}
	for _, l := range c.Languages {
		if l != "en" && l != "lt" {
			return fault.Of("languages", "The languages are English and Lithuanian.", "Kalbos yra anglų ir lietuvių.")
		}
	}
	if !knownZone(c.Zone) {
		return fault.Of("zone", "Choose a time zone such as Europe/Vilnius.", "Pasirinkite laiko juostą, pavyzdžiui, Europe/Vilnius.")
	}
	return nil
}

func knownZone(name string) bool {
	if name == "" || name == "Local" {
		return false
	}
	_, err := time.LoadLocation(name)
	return err == nil
}
