package sense

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/sense"
)

// wording is what is said of each thing, and what may be done.
var wording = [sense.Count]struct{ message, suggestion rule.Text }{
	sense.Finance: {
		rule.Text{EN: "This reads like a promise of gain or an offer of money that the law has rules for; above all: {words}.",
			LT: "Tai skamba kaip žadama grąža ar siūlomi pinigai, o tokiems teiginiams galioja įstatymai; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Say what it costs and what can be lost, or leave the promise out.", LT: "Parašykite, kiek tai kainuoja ir ką galima prarasti, arba pažado atsisakykite."},
	},
	sense.Health: {
		rule.Text{EN: "This reads as if a product made people well; above all: {words}.",
			LT: "Tai skamba taip, lyg prekė ar paslauga gydytų; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Describe the product, use an authorised wording, or leave the effect out.", LT: "Apibūdinkite prekę, vartokite leistiną teiginį arba poveikio neminėkite."},
	},
	sense.Boast: {
		rule.Text{EN: "This reads like a claim that would have to be proved; above all: {words}.",
			LT: "Tai skamba kaip teiginys, kurį reikėtų įrodyti; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Name the proof: who measured it, and when. Or say less.", LT: "Nurodykite įrodymą: kas ir kada tai nustatė. Arba teikite kukliau."},
	},
	sense.Praise: {
		rule.Text{EN: "This reads like praise of your employer's product, and readers cannot see that you work there; above all: {words}.",
			LT: "Tai skamba kaip darbdavio prekės gyrimas, bet skaitytojai nemato, kad ten dirbate; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Say so in a few words: “I work at …”.", LT: "Parašykite keliais žodžiais: „Dirbu …“."},
	},
	sense.Paid: {
		rule.Text{EN: "This reads as if something had been given or paid for the post, without a clear marker; above all: {words}.",
			LT: "Tai skamba taip, lyg už įrašą kas nors duota ar sumokėta, bet aiškaus ženklo nėra; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Begin with “Ad” or “Paid partnership”.", LT: "Pradėkite žodžiu „Reklama“ arba pažymėkite #reklama."},
	},
	sense.Borrowed: {
		rule.Text{EN: "This reads like somebody else's work without its author; above all: {words}.",
			LT: "Tai skamba kaip svetimas kūrinys be autoriaus; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Name the author and where it is from, or use something of your own.", LT: "Nurodykite autorių ir šaltinį arba naudokite savo darbą."},
	},
	sense.Illness: {
		rule.Text{EN: "This reads as if it told how somebody's health is; above all: {words}.",
			LT: "Tai skamba kaip žinia apie žmogaus sveikatą; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Leave the name or the health out, unless the person has agreed in writing.", LT: "Neminėkite vardo arba sveikatos, nebent žmogus sutiko raštu."},
	},
	sense.Threat: {
		rule.Text{EN: "This reads like a threat; above all: {words}.", LT: "Tai skamba kaip grasinimas; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Say what you want to happen, without harm to anybody.", LT: "Parašykite, ko norite, niekam nelinkėdami blogo."},
	},
	sense.Accusation: {
		rule.Text{EN: "This reads as if somebody who can be recognised had done what is a crime or grave misconduct; above all: {words}.",
			LT: "Tai skamba taip, lyg atpažįstamas žmogus ar įmonė būtų padarę nusikaltimą ar sunkų nusižengimą; labiausiai dėl žodžių: {words}."},
		rule.Text{EN: "Name the source that found it, say that it is your opinion, or leave it out.", LT: "Nurodykite, kas tai nustatė, pasakykite, kad tai jūsų nuomonė, arba nerašykite."},
	},
}

// match words what was found.
func match(of sense.Of, found sense.Said, because []sense.Word, source string) rule.Match {
	var words []string
	for _, w := range because {
		words = append(words, source[w.Start:w.End])
	}
	return rule.Match{Start: int(found.Start), End: int(found.End), Message: wording[of].message, Suggestion: wording[of].suggestion,
		Values: []string{"words", strings.Join(words, ", ")}, Unless: true}
}
