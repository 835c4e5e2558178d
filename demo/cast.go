package demo

import (
	"strings"

	"rostrum/staff"
	"rostrum/text"
	"rostrum/web"
)

// Personas are whom a visitor may be. Their mails are in the cast.
func Personas() []web.Persona {
	return []web.Persona{
		{Mail: "rasa.petraityte@banga.example", Key: "owner"},
		{Mail: "simona.vaitkute@banga.example", Key: "author"},
		{Mail: "tomas.bieliauskas@banga.example", Key: "lawyer"},
		{Mail: "ieva.zukaite@banga.example", Key: "employee"},
		{Mail: "james.whitfield@banga.example", Key: "service"},
		{Mail: "martynas.serksnas@banga.example", Key: "security"},
		{Mail: "jurga.savickiene@banga.example", Key: "auditor"},
		{Mail: "mantas.urbonas@banga.example", Key: "administrator"},
	}
}

// member is one of the cast: who, in which team, since how many days, and how they take to signing.
type member struct {
	name, team string
	roles      []staff.Role
	language   string
	since      int // days before today
	left       int // days before today, or 0 for still here
	habit      habit
}

// habit is how soon somebody signs what they are asked for.
type habit int

const (
	prompt habit = iota // within days
	slow                // within weeks
	behind              // has not signed the latest changes yet
	never               // has signed nothing
)

// The teams, as the company calls them.
const (
	communications = "Komunikacija"
	service        = "Klientų aptarnavimas"
	shops          = "Parduotuvės"
	legal          = "Teisė ir atitiktis"
	technology     = "IT ir sauga"
	personnel      = "Personalas"
	management     = "Vadovybė"
)

func cast() []member {
	return []member{
		{"Mantas Urbonas", technology, []staff.Role{staff.Administrator, staff.Security}, "lt", 420, 0, prompt},
		{"Rasa Petraitytė", communications, []staff.Role{staff.PolicyOwner, staff.Author}, "lt", 419, 0, prompt},
		{"Tomas Bieliauskas", legal, []staff.Role{staff.Approver}, "lt", 419, 0, prompt},
		{"Jurga Savickienė", legal, []staff.Role{staff.Auditor}, "lt", 416, 0, prompt},
		{"James Whitfield", service, []staff.Role{staff.CaseHandler, staff.Author}, "en", 390, 0, prompt},
		{"Ieva Žukaitė", shops, nil, "lt", 210, 0, behind},
		{"Dalia Norkūnienė", management, []staff.Role{staff.Approver}, "lt", 418, 0, slow},
		{"Aidas Kubilius", management, nil, "lt", 418, 0, behind},
		{"Simona Vaitkutė", communications, []staff.Role{staff.Author}, "lt", 402, 0, prompt},
		{"Paulius Gedvilas", communications, []staff.Role{staff.Author}, "lt", 260, 0, slow},
		{"Hannah Brooks", communications, []staff.Role{staff.Author, staff.Approver}, "en", 180, 0, prompt},
		{"Karolis Jankus", communications, []staff.Role{staff.Author}, "lt", 400, 35, prompt},
		{"Agnė Butkutė", service, []staff.Role{staff.CaseHandler}, "lt", 398, 0, prompt},
		{"Lukas Mickus", service, []staff.Role{staff.CaseHandler}, "lt", 371, 0, prompt},
		{"Viktorija Stankutė", service, []staff.Role{staff.CaseHandler}, "lt", 300, 0, slow},
		{"Oleg Morozov", service, nil, "lt", 145, 0, slow},
		{"Priya Nair", service, nil, "en", 96, 0, prompt},
		{"Gintarė Povilaitytė", service, nil, "lt", 40, 0, behind},
		{"Martynas Šerkšnas", technology, []staff.Role{staff.Security}, "lt", 411, 0, prompt},
		{"Edvinas Ragauskas", technology, nil, "lt", 330, 0, slow},
		{"Chloe Anderson", technology, nil, "en", 120, 0, prompt},
		{"Neringa Alksnytė", personnel, nil, "lt", 415, 0, prompt},
		{"Eglė Tamošiūnaitė", personnel, nil, "lt", 250, 0, slow},
		{"Birutė Lapinskienė", shops, nil, "lt", 405, 0, slow},
		{"Rokas Daukantas", shops, nil, "lt", 399, 0, behind},
		{"Greta Miliauskaitė", shops, nil, "lt", 388, 0, slow},
		{"Arnas Vilkas", shops, nil, "lt", 352, 0, behind},
		{"Justina Bartkutė", shops, nil, "lt", 340, 0, prompt},
		{"Nerijus Skirmantas", shops, nil, "lt", 322, 0, never},
		{"Liepa Rimkutė", shops, nil, "lt", 287, 0, slow},
		{"Domantas Juška", shops, nil, "lt", 240, 0, behind},
		{"Sandra Kairytė", shops, nil, "lt", 199, 0, slow},
		{"Marius Žemaitis", shops, nil, "lt", 150, 60, slow},
		{"Ugnė Sakalaitė", shops, nil, "lt", 101, 0, behind},
		{"Andrius Balčytis", shops, nil, "lt", 75, 0, slow},
		{"Monika Grigaitė", shops, nil, "lt", 33, 0, behind},
		{"Titas Ąžuolaitis", shops, nil, "lt", 12, 0, never},
		{"Saulė Kregždytė", shops, nil, "lt", 6, 0, never},
	}
}

// mail is the address that the company would give the person: name and surname without diacritics.
func (m member) mail() string {
	return strings.ReplaceAll(text.Fold(m.name), " ", ".") + "@banga.example"
}

// Guest says who a persona is, for the terminal.
type Guest struct{ Name, EN, LT string }

// Guests are the personas in the order in which they are shown.
func Guests() []Guest {
	return []Guest{
		{"Rasa Petraitytė", "head of communications: owns the policy", "komunikacijos vadovė, politikos šeimininkė"},
		{"Simona Vaitkutė", "communications: writes posts, has two drafts", "komunikacijos specialistė, rašo įrašus, turi du juodraščius"},
		{"Tomas Bieliauskas", "lawyer: a post and a policy draft wait for him", "teisininkas, jo sprendimo laukia įrašas ir politikos juodraštis"},
		{"Ieva Žukaitė", "shop assistant: has changes to sign", "pardavėja konsultantė, turi ką pasirašyti"},
		{"James Whitfield", "customer service, in English", "klientų aptarnavimas, angliškai"},
		{"Martynas Šerkšnas", "security: can stop everything that goes out", "saugumo pareigūnas, gali sustabdyti viską, kas skelbiama"},
		{"Jurga Savickienė", "compliance officer: reads the record", "atitikties pareigūnė, skaito žurnalą"},
		{"Mantas Urbonas", "IT administrator: people and settings", "IT administratorius: žmonės ir nustatymai"},
	}
}
