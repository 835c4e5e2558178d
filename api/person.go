package api

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Person is somebody of the company as programs see them.
type Person struct {
	ID       string     `json:"id"`
	Name     string     `json:"name"`
	Mail     string     `json:"mail"`
	Team     string     `json:"team,omitempty" doc:"The id of a team."`
	Roles    []string   `json:"roles" nullable:"false"`
	Language string     `json:"language" enum:"en,lt"`
	Zone     string     `json:"zone" doc:"IANA time zone."`
	State    string     `json:"state" enum:"invited,active,left"`
	Outside  string     `json:"outside,omitempty" doc:"The id in the company's own directory."`
	Invited  *time.Time `json:"invited,omitempty"`
	Joined   *time.Time `json:"joined,omitempty"`
	Departed *time.Time `json:"departed,omitempty"`
}

func personOut(p staff.Person) Person {
	roles := make([]string, len(p.Roles))
	for i, r := range p.Roles {
		roles[i] = string(r)
	}
	return Person{p.ID, p.Name, p.Mail, p.Team, roles, p.Language, p.Zone, string(p.State), p.Outside,
		moment(p.Invited), moment(p.Joined), moment(p.Departed)}
}

func rolesIn(names []string) []staff.Role {
	roles := make([]staff.Role, len(names))
	for i, n := range names {
		roles[i] = staff.Role(n)
	}
	return roles
}

type personAnswer struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     Person
}

// PersonID names a person.
type PersonID struct {
	ID string `path:"id" maxLength:"40"`
}

func (s *Server) personOperations(a huma.API) {
	offer(s, a, getting("list-people", "/people", signin.PeopleRead, "people", "List people by name", "Žmonių sąrašas pagal vardą"), s.people)
	offer(s, a, getting("get-person", "/people/{id}", signin.PeopleRead, "people", "Get one person", "Vienas žmogus"), s.person)
	offer(s, a, posting("invite-person", "/people", signin.PeopleWrite, "people", "Invite somebody", "Pakviesti žmogų").created(), s.invitePerson)
	offer(s, a, patching("change-person", "/people/{id}", signin.PeopleWrite, "people", "Change a person", "Pakeisti žmogaus duomenis"), s.changePerson)
	offer(s, a, posting("part-with-person", "/people/{id}/leave", signin.PeopleWrite, "people", "Part with a person: all access ends at once", "Atsisveikinti su žmogumi: visa prieiga iškart baigiasi"), s.leavePerson)
}

type peopleQuestion struct {
	Paged
	Query string `query:"query" maxLength:"200" doc:"Beginnings of words of the name, the address or the team's name."`
	Team  string `query:"team" maxLength:"40"`
	State string `query:"state" enum:"invited,active,left"`
}

type peopleAnswer struct {
	Body struct {
		Items []Person `json:"items" nullable:"false"`
		Next  string   `json:"next,omitempty" doc:"The cursor of the next page; absent on the last."`
	}
}

func (s *Server) people(ctx context.Context, c *call, in *peopleQuestion) (*peopleAnswer, error) {
	if err := staff.May(c.who, staff.SeePeople); err != nil {
		return nil, err
	}
	after, err := in.place()
	if err != nil {
		return nil, err
	}
	var found []staff.Person
	err = s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		found, err = tx.FindPeople(ctx, store.PeopleFilter{Query: in.Query, Team: in.Team, State: staff.State(in.State), After: after}, in.Limit+1)
		return err
	})
	out := &peopleAnswer{}
	if len(found) > in.Limit {
		found = found[:in.Limit]
		out.Body.Next = cursor(found[in.Limit-1].ID)
	}
	out.Body.Items = make([]Person, len(found))
	for i, p := range found {
		out.Body.Items[i] = personOut(p)
	}
	return out, err
}

func (s *Server) person(ctx context.Context, c *call, in *PersonID) (*personAnswer, error) {
	if err := staff.May(c.who, staff.SeePeople); err != nil {
		return nil, err
	}
	var p staff.Person
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		p, err = tx.Person(ctx, in.ID)
		return err
	})
	return &personAnswer{ETag: etag(p.Version), Body: personOut(p)}, err
}

type inviteQuestion struct {
	Repeatable
	Body struct {
		Name     string   `json:"name" maxLength:"800"`
		Mail     string   `json:"mail" maxLength:"300"`
		Team     string   `json:"team,omitempty" maxLength:"40" doc:"The id of a team."`
		Roles    []string `json:"roles,omitempty" maxItems:"20" doc:"Any but administrator, which is given on the person's page."`
		Language string   `json:"language,omitempty" enum:"en,lt" doc:"The company's first where it is not said."`
		Zone     string   `json:"zone,omitempty" maxLength:"100" doc:"The company's where it is not said."`
		Outside  string   `json:"outside,omitempty" maxLength:"800" doc:"The id in the company's own directory."`
	}
}

type invitedAnswer struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     struct {
		Person
		Link string `json:"link,omitempty" doc:"The invitation, where no mail server is set up to bring it. It is told once, also under an idempotency key."`
	}
}

func (s *Server) invitePerson(ctx context.Context, c *call, in *inviteQuestion) (*invitedAnswer, error) {
	b := &in.Body
	link := ""
	out, err := change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*invitedAnswer, error) {
		link = ""
		company, err := tx.Company(ctx)
		if err != nil {
			return nil, err
		}
		p := staff.Person{Name: b.Name, Mail: b.Mail, Team: b.Team, Roles: rolesIn(b.Roles), Outside: b.Outside,
			Language: b.Language, Zone: b.Zone}
		if p.Language == "" && len(company.Languages) > 0 {
			p.Language = company.Languages[0]
		}
		if p.Zone == "" {
			p.Zone = company.Zone
		}
		if p.Has(staff.Administrator) {
			return nil, handsOff("roles")
		}
		p, err = staff.Invite(ctx, tx, c.who, p, func(ctx context.Context, p staff.Person) (err error) {
			link, err = s.Invite(ctx, tx, p, c.who)
			return err
		}, c.now)
		out := &invitedAnswer{ETag: etag(1), Location: "/api/v1/people/" + p.ID}
		out.Body.Person = personOut(p)
		return out, err
	})
	if err == nil {
		out.Body.Link = link // after it was kept: no link lies in the database
	}
	return out, err
}

type changeQuestion struct {
	PersonID
	Matching
	Body struct {
		Name     *string   `json:"name,omitempty" maxLength:"800"`
		Mail     *string   `json:"mail,omitempty" maxLength:"300"`
		Team     *string   `json:"team,omitempty" maxLength:"40" doc:"The id of a team, or empty for none."`
		Roles    *[]string `json:"roles,omitempty" maxItems:"20" doc:"All of them, in place of those there are."`
		Language *string   `json:"language,omitempty" enum:"en,lt"`
		Zone     *string   `json:"zone,omitempty" maxLength:"100"`
		Outside  *string   `json:"outside,omitempty" maxLength:"800"`
	}
}

func (s *Server) changePerson(ctx context.Context, c *call, in *changeQuestion) (*personAnswer, error) {
	return change(ctx, s, c, Repeatable{}, func(tx *store.Tx) (*personAnswer, error) {
		was, err := seen(ctx, tx, c, in.ID, in.Matching)
		if err != nil {
			return nil, err
		}
		is, b := was, &in.Body
		for _, f := range []struct{ to, from *string }{{&is.Name, b.Name}, {&is.Mail, b.Mail}, {&is.Team, b.Team},
			{&is.Language, b.Language}, {&is.Zone, b.Zone}, {&is.Outside, b.Outside}} {
			if f.from != nil {
				*f.to = *f.from
			}
		}
		if b.Roles != nil {
			is.Roles = rolesIn(*b.Roles)
		}
		switch {
		case was.Has(staff.Administrator) != is.Has(staff.Administrator):
			return nil, handsOff("roles")
		case was.Has(staff.Administrator) && was.Mail != is.Mail:
			return nil, handsOff("mail")
		}
		p, err := staff.Move(ctx, tx, c.who, is, c.now)
		return &personAnswer{ETag: etag(p.Version), Body: personOut(p)}, err
	})
}

// seen gives a person to change, if the caller may see people and has read this one as it is.
func seen(ctx context.Context, tx *store.Tx, c *call, id string, as Matching) (staff.Person, error) {
	if err := staff.May(c.who, staff.EditPeople); err != nil {
		return staff.Person{}, err
	}
	p, err := tx.Person(ctx, id)
	if err != nil {
		return p, err
	}
	return p, as.as(p.Version)
}

// handsOff refuses what would let whoever finds a token become an administrator: that is done on the person's page, with
// a fresh proof of who is doing it.
func handsOff(field string) error {
	return &fault.Fault{Code: fault.Forbidden, Field: field,
		EN: "Programs neither make nor unmake administrators, nor change their addresses. Do that on the person's own page.",
		LT: "Programos administratoriaus vaidmens nei suteikia, nei atima, nekeičia ir administratorių adresų. Tai padarykite žmogaus puslapyje."}
}

type leaveQuestion struct {
	PersonID
	Matching
	Repeatable
	Body struct {
		Successor string `json:"successor,omitempty" maxLength:"40" doc:"The id of a policy owner who goes on with the person's drafts, and answers for the company's accounts that were theirs; needed where there are any."`
	}
}

type leaveAnswer struct {
	ETag string `header:"ETag"`
	Body struct {
		Person Person  `json:"person"`
		Held   holding `json:"held" doc:"What ended or passed to the successor."`
	}
}

type holding struct {
	Sessions     int `json:"sessions"`
	Passkeys     int `json:"passkeys"`
	Tokens       int `json:"tokens"`
	Certificates int `json:"certificates"`
	Drafts       int `json:"drafts"`
	Accounts     int `json:"accounts"`
}

func (s *Server) leavePerson(ctx context.Context, c *call, in *leaveQuestion) (*leaveAnswer, error) {
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*leaveAnswer, error) {
		was, err := seen(ctx, tx, c, in.ID, in.Matching)
		if err != nil {
			return nil, err
		}
		held, err := staff.Leave(ctx, tx, c.who, was.ID, was.Version, in.Body.Successor, c.now)
		if err != nil {
			return nil, err
		}
		p, err := tx.Person(ctx, was.ID)
		out := &leaveAnswer{ETag: etag(p.Version)}
		out.Body.Person, out.Body.Held = personOut(p), holding(held)
		return out, err
	})
}
