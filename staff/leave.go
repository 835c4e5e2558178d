package staff

import (
	"context"
	"strconv"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
)

// Leaver is what parting with somebody needs to keep.
type Leaver interface {
	Person(ctx context.Context, id string) (Person, error)
	ChangePerson(ctx context.Context, p Person) error
	CountRole(ctx context.Context, r Role) (int, error)
	// Holds counts what a person has now.
	Holds(ctx context.Context, person string) (Holding, error)
	// EndSessions ends all sessions of a person but the one with the hashed token, which may be empty.
	EndSessions(ctx context.Context, person, but string) error
	// EndCredentials forgets password, second factor, passkeys and open invitations.
	EndCredentials(ctx context.Context, person string) error
	RevokeTokens(ctx context.Context, person string) (int, error)
	// WithdrawGrants takes back what lets the person speak for the company.
	WithdrawGrants(ctx context.Context, person string) (int, error)
	// HandOverDrafts gives somebody else the versions of the policy that a person is still working on, and names them.
	HandOverDrafts(ctx context.Context, from, to string) ([]string, error)
	// HandOverAccounts gives somebody else the company's accounts that a person answers for, and names them.
	HandOverAccounts(ctx context.Context, from, to string) ([]string, error)
	Append(ctx context.Context, e ledger.Entry) error
}

// Holding is what a person has that ends, or passes to somebody else, when they leave.
type Holding struct {
	Sessions     int // devices on which they are signed in
	Passkeys     int
	Tokens       int // for the API
	Certificates int // trainings that let them speak
	Drafts       int // versions of the policy that they are working on
	Accounts     int // the company's accounts on networks that they answer for
}

// Leave parts with a person, all at once: nobody can sign in as them any more, their tokens and speaker grants end, and
// successor goes on with their drafts and answers for their accounts. Successor may be empty where there are neither. Who was only invited loses the
// invitation. It tells what they held.
func Leave(ctx context.Context, r Leaver, who Person, id string, version int64, successor string, now time.Time) (Holding, error) {
	if err := May(who, EditPeople); err != nil {
		return Holding{}, err
	}
	was, err := r.Person(ctx, id)
	if err != nil {
		return Holding{}, err
	}
	if err := mayLeave(who, was); err != nil {
		return Holding{}, err
	}
	held, err := r.Holds(ctx, id)
	if err != nil {
		return held, err
	}
	if err := canSucceed(ctx, r, was, successor, held); err != nil {
		return held, err
	}
	is := was
	is.State, is.Departed, is.Roles, is.Version = Left, now, nil, version
	if err := r.ChangePerson(ctx, is); err != nil {
		return held, err
	}
	passed, err := release(ctx, r, id, successor, &held)
	if err != nil {
		return held, err
	}
	if err := r.Append(ctx, left(who, was, held, passed, successor, now)); err != nil {
		return held, err
	}
	return held, stillAdministered(ctx, r, was, is)
}

func mayLeave(who, was Person) error {
	if was.State == Left {
		return fault.New(fault.Conflict, was.Name+" has left already.", was.Name+": šis žmogus jau išėjęs.")
	}
	if who.ID == was.ID {
		return fault.New(fault.Forbidden, "Nobody parts with themselves. Ask another administrator.",
			"Pačiam su savimi atsisveikinti negalima. Paprašykite kito administratoriaus.")
	}
	return nil
}

// canSucceed holds the successor to what there is to take over.
func canSucceed(ctx context.Context, r Leaver, was Person, successor string, held Holding) error {
	if held.Drafts+held.Accounts == 0 {
		return nil
	}
	needed := EditPolicy
	wrong := fault.Of("successor", "Choose an active policy owner to go on with the drafts.",
		"Pasirinkite politikos šeimininką, kuris tęs rengiamas versijas.")
	if held.Drafts == 0 {
		needed = SeeAccounts
		wrong = fault.Of("successor", "Choose somebody active whose roles let them see accounts: they will answer for these.",
			"Pasirinkite dirbantį žmogų, kurio vaidmenys leidžia matyti paskyras: jis už jas atsakys.")
	}
	if successor == "" || successor == was.ID {
		return wrong
	}
	next, err := r.Person(ctx, successor)
	if fault.Is(err, fault.NotFound) || err == nil && May(next, needed) != nil {
		return wrong
	}
	return err
}

// passed is the ids of what somebody else has taken over.
type passed struct{ drafts, accounts []string }

// release ends and hands over all that the person has.
func release(ctx context.Context, r Leaver, id, successor string, held *Holding) (p passed, err error) {
	if err = r.EndSessions(ctx, id, ""); err != nil {
		return p, err
	}
	if err = r.EndCredentials(ctx, id); err != nil {
		return p, err
	}
	if held.Tokens, err = r.RevokeTokens(ctx, id); err != nil {
		return p, err
	}
	if held.Certificates, err = r.WithdrawGrants(ctx, id); err != nil {
		return p, err
	}
	if held.Drafts > 0 {
		if p.drafts, err = r.HandOverDrafts(ctx, id, successor); err != nil {
			return p, err
		}
	}
	if held.Accounts > 0 {
		p.accounts, err = r.HandOverAccounts(ctx, id, successor)
	}
	held.Drafts, held.Accounts = len(p.drafts), len(p.accounts)
	return p, err
}

func left(who, was Person, held Holding, p passed, successor string, now time.Time) ledger.Entry {
	data := map[string]string{"state": string(was.State), "roles": roleList(was.Roles), "team": was.Team,
		"sessions": strconv.Itoa(held.Sessions), "passkeys": strconv.Itoa(held.Passkeys), "tokens": strconv.Itoa(held.Tokens),
		"certificates": strconv.Itoa(held.Certificates), "drafts": strconv.Itoa(held.Drafts),
		"accounts": strconv.Itoa(held.Accounts)}
	if len(p.drafts) > 0 {
		data["versions"], data["successor"] = strings.Join(p.drafts, " "), successor
	}
	if len(p.accounts) > 0 {
		data["handed"], data["successor"] = strings.Join(p.accounts, " "), successor
	}
	return ledger.Entry{Time: now, Actor: who.ID, Kind: "person.left", Subject: was.ID, Data: data,
		Private: map[string]string{"name": was.Name, "mail": was.Mail}}
}

// Held reads from a ledger entry person.left what the person had.
func Held(e ledger.Entry) Holding {
	n := func(name string) int {
		count, err := strconv.Atoi(e.Data[name])
		if err != nil {
			return 0
		}
		return count
	}
	return Holding{n("sessions"), n("passkeys"), n("tokens"), n("certificates"), n("drafts"), n("accounts")}
}
