package claim

import "rostrum/policy/rule"

// A public body speaks for all: neutrality in campaigns (Rinkimų kodeksas, Hatch Act) and records that others may ask
// for (Dokumentų ir archyvų įstatymas, public records acts).
var officeStatements = []*statement{
	{
		id: "partisan", category: rule.ClaimOther, news: true,
		says: []way{
			{say: "vote-for party", within: 8, unless: "vote-talk"},
			{say: "side support", within: 4, unless: "vote-talk"},
			{say: "party-slogan", unless: "vote-talk"},
		},
		message: rule.Text{
			EN: "“{text}” takes sides in politics. An official account stays neutral (election law, Hatch Act).",
			LT: "„{text}“ – politinė agitacija. Įstaigos paskyra turi likti neutrali (Rinkimų kodeksas).",
		},
		suggestion: rule.Text{
			EN: "Tell people when and where to vote, not for whom.",
			LT: "Parašykite, kada ir kur balsuoti, o ne už ką.",
		},
	},
	{
		id: "records", category: rule.ClaimOther, news: true,
		says: []way{{say: "hide-record", about: "office"}},
		message: rule.Text{
			EN: "“{text}” speaks of keeping public business out of the records, which must be kept and can be asked for.",
			LT: "„{text}“ – siūloma tarnybinių reikalų nefiksuoti. Dokumentus privaloma saugoti, juos galima išprašyti (Dokumentų ir archyvų įstatymas).",
		},
		suggestion: rule.Text{
			EN: "Keep official business in official channels.",
			LT: "Tarnybinius reikalus tvarkykite tarnybiniais kanalais.",
		},
	},
}
