package claim

import "rostrum/policy/rule"

// What the market does not know yet: Regulation (EU) No 596/2014 (MAR) art. 7, 10, 14 and 17; SEC Regulation FD.
var companyStatements = []*statement{
	{
		id: "unpublished_results", category: rule.ConfidentialFinancials, requires: "public-already",
		says: []way{
			{say: "hard-result will-report fiscal-period", within: 9, unless: "not-finance", about: "our-company"},
			{say: "result our-company will-report fiscal-period", within: 12, unless: "not-finance"},
			{say: "hard-result will-report our-company", within: 8, unless: "not-finance"},
			{say: "hard-result our-company direction fiscal-period", within: 10, unless: "not-finance"},
			{say: "hard-result fiscal-period €", within: 9, unless: "not-finance", about: "our-company"},
			{say: "hard-result fiscal-period %", within: 9, unless: "not-finance", about: "our-company"},
			{say: "hard-result will-report €", within: 8, unless: "not-finance"},
			{say: "hard-result fiscal-period will-report", within: 8, unless: "not-finance"},
			{say: "result direction", within: 6, about: "not-public", unless: "not-finance"},
			{say: "result %", within: 6, about: "not-public", unless: "not-finance"},
			{say: "result €", within: 6, about: "not-public", unless: "not-finance"},
			{say: "hard-result direction fiscal-period", within: 6, about: "our-company", unless: "not-finance"},
		},
		message: rule.Text{
			EN: "“{text}” tells of results that are not published yet. Until then they are inside information (MAR art. 10, SEC Regulation FD).",
			LT: "„{text}“ – dar nepaskelbti rezultatai. Iki paskelbimo tai – viešai neatskleista informacija (MAR 10 str.).",
		},
		suggestion: rule.Text{
			EN: "Wait for the official publication and link to it.",
			LT: "Palaukite oficialaus paskelbimo ir pateikite nuorodą į jį.",
		},
	},
	{
		id: "merger", category: rule.ConfidentialFinancials, requires: "public-already",
		says: []way{
			{say: "acquire not-yet our-company", within: 9, unless: "not-finance"},
			{say: "acquire our-company company-deal", within: 7, unless: "not-finance"},
			{say: "acquire company-deal not-yet", within: 7, unless: "not-finance", about: "our-company"},
			{say: "sale deal-talks", within: 6, about: "our-company", unless: "not-finance"},
			{say: "we-acquire rival-firm", within: 4},
			{say: "own-merger"},
			{say: "being-bought company-itself", within: 5, unless: "not-finance"},
			{say: "unit sells hush", within: 14, unless: "not-finance property"},
			{say: "we-talk deal-word", within: 5, unless: "not-finance"},
		},
		message: rule.Text{
			EN: "“{text}” tells of a deal that is not announced. It is inside information and may break off the talks (MAR art. 7 and 10).",
			LT: "„{text}“ – užuomina apie nepaskelbtą sandorį. Tai viešai neatskleista informacija, jos nutekėjimas gali sužlugdyti derybas (MAR 7 ir 10 str.).",
		},
		suggestion: rule.Text{
			EN: "Say nothing until the company has announced it.",
			LT: "Nerašykite nieko, kol bendrovė apie tai nepaskelbė.",
		},
	},
	{
		id: "layoffs", category: rule.ConfidentialFinancials, requires: "public-already",
		says: []way{
			{say: "cut-jobs at-work # job-thing", within: 7, unless: "not-finance"},
			{say: "cut-jobs at-work not-yet", within: 8, unless: "not-finance"},
			{say: "cut-jobs # not-yet", within: 8, unless: "not-finance"},
			{say: "will-cut job-thing", within: 8, unless: "not-finance"},
			{say: "own-layoffs", unless: "not-finance"},
		},
		message: rule.Text{
			EN: "“{text}” tells of job cuts that have not been announced: colleagues should not learn of them from a post (directive 98/59/EC, MAR art. 7).",
			LT: "„{text}“ – dar nepaskelbtas darbuotojų atleidimas. Kolegos apie jį neturėtų sužinoti iš įrašo (Darbo kodekso 63 str., MAR 7 str.).",
		},
		suggestion: rule.Text{
			EN: "Leave it to the official announcement. Your own working conditions you may of course speak of.",
			LT: "Palikite tai oficialiam pranešimui. Apie savo darbo sąlygas, žinoma, kalbėti galite.",
		},
	},
	{
		id: "investor_news", category: rule.ConfidentialFinancials, requires: "public-already",
		says: []way{
			{say: "investor-event our-company secret-time", within: 9, unless: "not-finance"},
			{say: "leaving boss", within: 4, about: "secret-time", unless: "not-finance"},
			{say: "own-event", unless: "not-finance"},
		},
		message: rule.Text{
			EN: "“{text}” is news for investors before it is announced: it may move the price, so all must learn of it at once (MAR art. 17, SEC Regulation FD).",
			LT: "„{text}“ – investuotojams svarbi žinia anksčiau, nei ji paskelbta. Ji gali paveikti kainą, todėl visi turi ją sužinoti vienu metu (MAR 17 str.).",
		},
		suggestion: rule.Text{
			EN: "Wait for the announcement by investor relations.",
			LT: "Palaukite, kol tai paskelbs už ryšius su investuotojais atsakingi kolegos.",
		},
	},
}
