package staff

import (
	"context"
	"strconv"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// longestReason is in bytes.
const longestReason = 500

// Eraser is what erasing somebody's particulars needs to keep.
type Eraser interface {
	Person(ctx context.Context, id string) (Person, error)
	ChangePerson(ctx context.Context, p Person) error
	// ErasePrivate erases from the ledger what is private in the entries about a person, and where from they acted. It
	// tells from how many entries, and how many values. The entries stay, and what is left of them can still be proved.
	ErasePrivate(ctx context.Context, person string) (entries, values int, err error)
	Append(ctx context.Context, e ledger.Entry) error
}

// Erase takes name, address and whatever else is private of somebody who has left out of the ledger and the list of
// people, for good. What they did stays on the record under their id; so does who erased this, and why.
func Erase(ctx context.Context, r Eraser, who Person, id, reason string, now time.Time) error {
	if err := May(who, ErasePerson); err != nil {
		return err
	}
	was, err := r.Person(ctx, id)
	if err != nil {
		return err
	}
	if was.State != Left || Erased(was) {
		return fault.New(fault.Conflict, "Personal data are erased only of somebody who has left, and only once.",
			"Ištrinti galima tik išėjusio žmogaus asmens duomenis, ir tik vieną kartą.")
	}
	reason = spaced(reason)
	switch {
	case reason == "" || len(reason) > longestReason:
		return fault.Of("reason", "Write in up to 500 characters why: it stays on the record.",
			"Iki 500 ženklų parašykite, kodėl: tai liks žurnale.")
	case named(reason, was):
		return fault.Of("reason", "The reason stays on the record for good, so it must not name the person. Write it without the name and the address.",
			"Priežastis žurnale lieka visam laikui, todėl joje negali būti žmogaus vardo. Parašykite be vardo, pavardės ir el. pašto adreso.")
	}
	is := was
	is.Name, is.Mail, is.Outside = "#"+id[max(0, len(id)-6):], id+erasedMail, ""
	if err := r.ChangePerson(ctx, is); err != nil {
		return err
	}
	entries, values, err := r.ErasePrivate(ctx, id)
	if err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "person.erased", Subject: id,
		Data: map[string]string{"entries": strconv.Itoa(entries), "values": strconv.Itoa(values), "reason": reason}})
}

// erasedMail is how the address ends that stands for an erased one; no mail is ever delivered there (RFC 2606).
const erasedMail = "@erased.invalid"

// Erased tells whether a person's particulars were erased.
func Erased(p Person) bool { return strings.HasSuffix(p.Mail, erasedMail) }

// named tells whether a text speaks of the person by a part of their name, or by their address.
func named(text string, p Person) bool {
	words := plainWords(text)
	for _, part := range plainWords(p.Name) {
		for _, word := range words {
			if len(part) > 2 && word == part {
				return true
			}
		}
	}
	return strings.Contains(strings.ToLower(text), p.Mail)
}
