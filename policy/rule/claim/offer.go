package claim

import "rostrum/policy/rule"

// How a financial product is offered: besides the sources of finance.go, the advertising of consumer credit (directive
// (EU) 2023/2225 art. 8, Vartojimo kredito įstatymas), crypto-assets (MiCA art. 7 and 66), testimonials (SEC 206(4)-1).
var offerStatements = []*statement{
	{
		id: "urgency", category: rule.ClaimFinance,
		says: []way{
			{say: "hurry invest", within: 9, unless: "seminar"},
			{say: "hurry", about: "invest-now", unless: "seminar"},
		},
		message: rule.Text{
			EN: "“{text}” presses people to invest in a hurry, which is not fair and balanced (FINRA 2210(d)(1), MiFID II art. 24(3)).",
			LT: "„{text}“ – raginimas investuoti skubant. Tokia informacija nėra sąžininga ir subalansuota (MiFID II 24 str. 3 d.).",
		},
		suggestion: rule.Text{
			EN: "Give the date if there is one, and leave people time to read the terms.",
			LT: "Jei yra terminas, nurodykite datą ir palikite žmonėms laiko susipažinti su sąlygomis.",
		},
	},
	{
		id: "credit_without_terms", category: rule.ClaimFinance, requires: "apr",
		says: []way{
			{say: "loan loan-offer", within: 7, unless: "loan-news"},
			{say: "loan %", within: 6, unless: "loan-news"},
			{say: "loan € loan-offer", within: 9, unless: "loan-news"},
			{say: "loan €", within: 3, unless: "loan-news not-money"},
			{say: "pay-only € monthly", within: 4, about: "big-buy", unless: "not-credit"},
			{say: "in-account in-no-time", within: 8},
		},
		message: rule.Text{
			EN: "“{text}” advertises credit without the annual percentage rate and a representative example (directive (EU) 2023/2225 art. 8).",
			LT: "„{text}“ – kredito reklama be bendros vartojimo kredito kainos metinės normos (BVKKMN) ir pavyzdžio (Vartojimo kredito įstatymas).",
		},
		suggestion: rule.Text{
			EN: "Add the APR, the amount, the term and the total to be repaid, and ask people to borrow responsibly.",
			LT: "Nurodykite BVKKMN, sumą, terminą ir bendrą mokėtiną sumą bei paraginkite skolintis atsakingai.",
		},
	},
	{
		id: "tax_free", category: rule.ClaimFinance,
		says: []way{{say: "tax-free tax-free-gain", within: 7}},
		message: rule.Text{
			EN: "“{text}” promises freedom from tax, which depends on each person and can change (MiFID II Delegated Reg. (EU) 2017/565 art. 44(7)).",
			LT: "„{text}“ – mokesčių lengvatos pažadas. Ji priklauso nuo žmogaus padėties ir gali keistis (Deleguotojo reglamento (ES) 2017/565 44 str. 7 d.).",
		},
		suggestion: rule.Text{
			EN: "Say whom it holds for, and that tax treatment depends on individual circumstances and may change.",
			LT: "Nurodykite, kam tai taikoma ir kad apmokestinimas priklauso nuo asmens padėties bei gali keistis.",
		},
	},
	{
		id: "state_guaranteed", category: rule.ClaimFinance,
		says: []way{
			{say: "state-backed not-deposit", within: 8},
			{say: "state-guarantees state not-deposit", within: 8, unless: "state-talk"},
		},
		message: rule.Text{
			EN: "“{text}” says that the state or a supervisor stands behind an investment (Delegated Reg. (EU) 2017/565 art. 44(8), FDIC part 328).",
			LT: "„{text}“ – teigiama, kad už investiciją laiduoja valstybė ar priežiūros institucija (Deleguotojo reglamento (ES) 2017/565 44 str. 8 d.).",
		},
		suggestion: rule.Text{
			EN: "Say exactly what is insured, by whom and up to what sum, or leave it out.",
			LT: "Tiksliai nurodykite, kas, kieno ir iki kokios sumos apdrausta, arba šio teiginio atsisakykite.",
		},
	},
	{
		id: "crypto", category: rule.ClaimFinance, requires: "past-warning", lowered: true,
		says: []way{{say: "crypto crypto-call", within: 7, unless: "game"}},
		message: rule.Text{
			EN: "“{text}” markets a crypto-asset without a risk warning and the white paper (MiCA art. 7 and 66).",
			LT: "„{text}“ – kriptoturto reklama be įspėjimo apie riziką ir nuorodos į baltąją knygą (MiCA 7 ir 66 str.).",
		},
		suggestion: rule.Text{
			EN: "Mark it as marketing, warn that everything can be lost, and say where the white paper is.",
			LT: "Pažymėkite, kad tai reklama, įspėkite, kad galima prarasti viską, ir nurodykite, kur rasti baltąją knygą.",
		},
	},
	{
		id: "finance_testimonial", category: rule.ClaimFinance, requires: "testimony-terms",
		says: []way{
			{say: "made-money client €", within: 8},
			{say: "made-money client %", within: 8},
			{say: "made-money client hard-yield", within: 8, unless: "company-results"},
			{say: "first-made €", within: 4, about: "investing"},
			{say: "first-made client client-says", within: 12, about: "investing"},
			{say: "first-made thanks invest", within: 9},
			{say: "first-made %", within: 4, about: "investing"},
		},
		message: rule.Text{
			EN: "“{text}” is a client's success without saying whether it was paid for and is typical (SEC 206(4)-1(b)).",
			LT: "„{text}“ – kliento sėkmės istorija, bet nenurodyta, ar ji apmokėta ir ar tipiška (SEC 206(4)-1, MiFID II 24 str. 3 d.).",
		},
		suggestion: rule.Text{
			EN: "Say whether the client was compensated, and that other clients' results differ.",
			LT: "Nurodykite, ar klientui už tai atlyginta, ir kad kitų klientų rezultatai skiriasi.",
		},
	},
	{
		id: "finance_comparison", category: rule.ClaimFinance, requires: "proof",
		says: []way{
			{say: "outperform", about: "investing"},
			{say: "as-safe bank-etc", within: 4, about: "investing"},
			{say: "bank-etc % our-platform %", within: 14, unless: "bank-rate"},
			{say: "outperform safe-too", within: 8},
			{say: "pays-more bank-etc an-investment", within: 12},
			{say: "more-than bank-etc", within: 4, about: "investing", ordered: true},
		},
		message: rule.Text{
			EN: "“{text}” compares investments without the basis of the comparison (Delegated Reg. (EU) 2017/565 art. 44(3)).",
			LT: "„{text}“ – palyginimas, bet nenurodyta, kuo jis grindžiamas (Deleguotojo reglamento (ES) 2017/565 44 str. 3 d.).",
		},
		suggestion: rule.Text{
			EN: "Say what is compared with what, over which period, and the source.",
			LT: "Nurodykite, kas su kuo lyginama, kurio laikotarpio ir iš kokio šaltinio.",
		},
	},
}
