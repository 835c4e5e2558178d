package policy

import (
	"slices"
	"strings"
)

// pointNames says each point of a complete policy in words.
var pointNames = map[string]Text{
	"confidential":             {"confidential and proprietary information", "konfidenciali informacija ir komercinės paslaptys"},
	"derogatory":               {"defamatory, derogatory and inflammatory content", "šmeižiantis, žeminantis ir kurstantis turinys"},
	"illegal":                  {"content that implies illegal conduct", "turinys, užsimenantis apie neteisėtus veiksmus"},
	"speakers":                 {"who may speak for the company", "kas gali kalbėti įmonės vardu"},
	"brand_guidelines":         {"the brand guidelines", "prekės ženklo gairės"},
	"etiquette":                {"etiquette", "etiketas"},
	"confidentiality_training": {"training in confidentiality", "konfidencialumo mokymai"},
	"consequences":             {"the consequences of a breach", "pažeidimo pasekmės"},
	"conflict":                 {"what to do in a conflict or crisis", "ką daryti kilus konfliktui ar krizei"},
	"responses":                {"pre-approved answers", "iš anksto patvirtinti atsakymai"},
	"personal_facts": {"checking facts before posting from a personal account",
		"faktų tikrinimas prieš skelbiant asmeninėje paskyroje"},
	"personal_law":   {"law and copyright on personal accounts", "įstatymai ir autorių teisės asmeninėse paskyrose"},
	"personal_brand": {"the brand on personal accounts", "prekės ženklas asmeninėse paskyrose"},
	"personal_disclaimer": {"saying on personal accounts that opinions are one's own",
		"išlyga asmeninėse paskyrose, kad nuomonė asmeninė"},
	"credit":  {"crediting sources", "šaltinių nurodymas"},
	"privacy": {"privacy", "privatumas"},
	"disclosure": {"disclosing that one works for the company or is paid",
		"pasisakymas, kad žmogus dirba įmonėje arba gauna atlygį"},
	"disclaimer_limits": {"what a disclaimer does not do", "nuo ko išlyga neapsaugo"},
	"sector":            {"the rules of the company's sector", "įmonės sektoriaus taisyklės"},
	"passwords":         {"passwords", "slaptažodžiai"},
	"two_factor": {"two factors on brand and personal accounts",
		"dviejų veiksnių tapatybės patvirtinimas įmonės ir asmeninėse paskyrose"},
	"devices": {"updates and devices", "atnaujinimai ir įrenginiai"},
	"attacks": {"recognising attacks", "atakų atpažinimas"},
	"breach":  {"what to do after a breach", "ką daryti po saugumo pažeidimo"},
}

// ownerNames says what each of the five owners owns; in Lithuanian, as it stands after „už“.
var ownerNames = map[string]Text{
	OwnerCrisis:          {"crisis", "krizių valdymą"},
	OwnerMessageApproval: {"message approval", "pranešimų tvirtinimą"},
	OwnerCustomerService: {"customer service", "klientų aptarnavimą"},
	OwnerPublicRelations: {"public relations", "viešuosius ryšius"},
	OwnerEngagement:      {"engagement", "bendravimą su sekėjais"},
}

// coverage holds the clauses against the list of what a complete policy answers.
func (l *linter) coverage() {
	for _, point := range Points {
		if point == "sector" && len(l.Sectors) == 0 {
			continue
		}
		covered, ruled := false, false
		for _, c := range l.Clauses {
			if slices.Contains(c.Covers, point) {
				covered, ruled = true, ruled || len(c.Rules) > 0
			}
		}
		switch {
		case !covered && point == "sector":
			l.err(l.Place, LintUncovered, both("the company's sectors are %s, and no clause covers their regulation",
				"įmonės sektoriai – %s, tačiau nė vienas punktas neaptaria jų taisyklių", strings.Join(l.Sectors, ", ")),
				both("Write one, or add the sector's pack.", "Parašykite tokį punktą arba pridėkite sektoriaus rinkinį."))
		case !covered:
			l.err(l.Place, LintUncovered, both("no clause covers %s", "nė vienas punktas neaptaria klausimo „%s“", pointNames[point]),
				both("Write one, and put %s in its covers.", "Parašykite tokį punktą, o į jo covers įrašykite %s.", quoted(point)))
		case !ruled && slices.Contains(MinimumRules[:], point):
			l.err(l.Place, LintUncovered, both("no rule holds posts to %s",
				"punktuose, aptariančiuose klausimą „%s“, nėra nė vienos taisyklės", pointNames[point]),
				both("Give one of the clauses that cover %s a rule.", "Sukurkite taisyklę bent viename punkte, kurio covers yra %s.",
					quoted(point)))
		}
	}
}

// plan looks at what is ready for the day on which something goes wrong.
func (l *linter) plan() {
	for _, owner := range Owners {
		if _, named := l.Conflict.Owners[owner]; !named {
			l.err(l.Conflict.Place, LintOwner, both("nobody owns %s", "niekas neatsako už %s", ownerNames[owner]),
				both("Add %s to owners, with a team and a deputy.", "Pridėkite %s prie owners, nurodykite komandą ir pavaduotoją.",
					quoted(owner)))
		} else if duty := l.Conflict.Owners[owner]; duty.Deputy == "" || duty.Deputy == duty.Team {
			l.warn(duty.Place, LintOwner, both("nobody stands in for the owner of %s",
				"atsakingojo už %s niekas nepavaduoja", ownerNames[owner]),
				both("Name another team as deputy.", "Pavaduotoja (deputy) nurodykite kitą komandą."))
		}
	}
	if len(l.Responses) == 0 {
		l.err(Place{File: "responses"}, LintPlan, both("there is no pre-approved answer", "nėra nė vieno iš anksto patvirtinto atsakymo"),
			both("Write at least one: responses/<id>/response.yaml, en.md, lt.md.",
				"Parašykite bent vieną: responses/<id>/response.yaml, en.md, lt.md."))
	}
	for _, kind := range [...]Text{{"crisis", "krizei"}, {"breach", "saugumo pažeidimui"}} {
		if !slices.ContainsFunc(l.Runbooks, func(r *Runbook) bool { return r.Kind == kind.EN }) {
			l.err(Place{File: "runbooks"}, LintPlan, both("there is no runbook for a %s", "nėra veiksmų plano %s", kind),
				both("Write one: runbooks/<id>/runbook.yaml, en.md, lt.md.", "Parašykite jį: runbooks/<id>/runbook.yaml, en.md, lt.md."))
		}
	}
}
