package tone

import (
	"rostrum/policy/rule"
	"rostrum/tone"
)

// said is what the writer is told about one kind of finding.
type said struct {
	category            rule.Category
	message, suggestion rule.Text
}

func (s said) match(e tone.Evidence) rule.Match {
	return rule.Match{Start: int(e.Start), End: int(e.End), Category: s.category, Message: s.message, Suggestion: s.suggestion}
}

// asAWhole is what the writer is told where not a word but the text as a whole was found.
var asAWhole = map[tone.Of]said{
	tone.Hate: {
		category: rule.AbuseHate,
		message: rule.Text{
			EN: "The text as a whole reads as hate against people for who they are; “{text}” weighs most in it.",
			LT: "Visas tekstas skamba kaip neapykanta žmonėms dėl to, kas jie yra; labiausiai – dėl žodžio „{text}“.",
		},
		suggestion: wording[tone.Hate].suggestion,
	},
	tone.Offensive: {
		category: rule.AbuseOffensive,
		message: rule.Text{
			EN: "The text as a whole reads as an insult aimed at somebody; “{text}” weighs most in it.",
			LT: "Visas tekstas skamba kaip kažkam skirtas įžeidimas; labiausiai – dėl žodžio „{text}“.",
		},
		suggestion: wording[tone.Offensive].suggestion,
	},
}

var wording = map[tone.Of]said{
	tone.Hate: {
		category: rule.AbuseHate,
		message: rule.Text{
			EN: "“{text}” reads as hate: it degrades or shuts out people for who they are, for example their origin, faith, sex, orientation or disability.",
			LT: "„{text}“ skamba kaip neapykanta: žmonės žeminami ar stumiami šalin dėl to, kas jie yra, pavyzdžiui, dėl kilmės, tikėjimo, lyties, orientacijos ar negalios.",
		},
		suggestion: rule.Text{
			EN: "Say what happened and what should change, and leave the group out of it.",
			LT: "Parašykite, kas įvyko ir ką reikėtų keisti, o visos grupės nekaltinkite.",
		},
	},
	tone.Offensive: {
		category: rule.AbuseOffensive,
		message: rule.Text{
			EN: "“{text}” reads as an insult aimed at somebody.",
			LT: "„{text}“ skamba kaip kažkam skirtas įžeidimas.",
		},
		suggestion: rule.Text{
			EN: "Say what bothers you about what was done rather than about the person.",
			LT: "Parašykite, kas netenkina poelgyje ar darbe, o ne pačiame žmoguje.",
		},
	},
	tone.Threat: {
		category: rule.AbuseThreat,
		message: rule.Text{
			EN: "“{text}” reads as a threat or a wish that somebody comes to harm.",
			LT: "„{text}“ skamba kaip grasinimas arba linkėjimas, kad kam nors nutiktų kas bloga.",
		},
		suggestion: rule.Text{
			EN: "Take it out; a joke about violence is easily taken at its word. If you are threatened yourself, keep the post and tell security.",
			LT: "Išbraukite: juoką apie smurtą lengva suprasti tiesiogiai. Jei grasinama jums, išsaugokite įrašą ir praneškite saugumo komandai.",
		},
	},
	tone.Defamation: {
		category: rule.Defamation,
		message: rule.Text{
			EN: "“{text}” accuses somebody named of a crime or grave misconduct as if it were proven. Unless it is, this can be defamation.",
			LT: "„{text}“ – įvardytas asmuo ar įmonė kaltinami nusikaltimu ar dideliu nusižengimu taip, lyg tai būtų įrodyta. Jei neįrodyta, tai gali būti šmeižtas.",
		},
		suggestion: rule.Text{
			EN: "Name the source (a court decision, an official notice, a published report) or describe only what you saw yourself.",
			LT: "Nurodykite šaltinį (teismo sprendimą, oficialų pranešimą, paskelbtą tyrimą) arba aprašykite tik tai, ką matėte patys.",
		},
	},
}
