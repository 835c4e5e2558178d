package claim

import "rostrum/policy/rule"

// Promises of profit: FINRA rule 2210(d), SEC rule 206(4)-1, article 24(3) of MiFID II with article 44 of Delegated
// Regulation (EU) 2017/565, and the Bank of Lithuania's guidelines on advertising financial services.
var financeStatements = []*statement{
	{
		id: "guaranteed_return", category: rule.ClaimFinance, news: true,
		says: []way{
			{say: "guarantee hard-yield", within: 5, unless: "goods-return"},
			{say: "guarantee yield", within: 4, about: "investing", unless: "goods-return"},
			{say: "guarantee % investing", within: 7, unless: "goods-return"},
			{say: "guarantee earn", within: 5, unless: "goods-return"},
			{say: "promise hard-yield", within: 6, unless: "goods-return"},
			{say: "promise earn", within: 5, unless: "goods-return"},
			{say: "certain-yield", about: "investing"},
			{say: "guarantee % period", within: 8, about: "investing", unless: "goods-return bank-rate"},
			{say: "promise % period", within: 8, about: "investing", unless: "goods-return bank-rate"},
			{say: "guarantee put-in get-back", within: 14, unless: "goods-return"},
			{say: "whatever-market % earn", within: 9, about: "investing"},
			{say: "whatever-market hard-yield", within: 7, about: "investing", unless: "goods-return"},
			{say: "whatever-market %", within: 8, about: "investing", unless: "goods-return bank-rate"},
			{say: "paid-back put-word # #", within: 14, unless: "goods-return not-money"},
		},
		message: rule.Text{
			EN: "“{text}” promises a return. No investment result may be guaranteed to the public (FINRA 2210(d), MiFID II art. 24(3)).",
			LT: "„{text}“ – grąžos pažadas. Viešai garantuoti investavimo rezultato negalima (MiFID II 24 str. 3 d., Lietuvos banko reklamos gairės).",
		},
		suggestion: rule.Text{
			EN: "Leave the guarantee out and say that returns can vary and capital can be lost.",
			LT: "Garantijos atsisakykite ir parašykite, kad grąža gali kisti, o dalį pinigų galima prarasti.",
		},
	},
	{
		id: "no_risk", category: rule.ClaimFinance,
		says: []way{
			{say: "riskless", about: "investing", unless: "other-risk"},
			{say: "risk zero", within: 3, about: "investing", unless: "other-risk"},
		},
		message: rule.Text{
			EN: "“{text}” says that there is no risk. Every investment has some, and saying otherwise misleads (FINRA 2210(d), MiFID II art. 24(3)).",
			LT: "„{text}“ – teigiama, kad rizikos nėra. Kiekviena investicija rizikinga, todėl toks teiginys klaidina (MiFID II 24 str. 3 d.).",
		},
		suggestion: rule.Text{
			EN: "Name the risk as clearly as the benefit.",
			LT: "Apie riziką parašykite taip pat aiškiai kaip apie naudą.",
		},
	},
	{
		id: "exaggerated", category: rule.ClaimFinance,
		says: []way{
			{say: "cant-lose", about: "investing", unless: "not-money"},
			{say: "cannot-fall own-money", within: 6, unless: "not-money"},
			{say: "rich-idiom", about: "invest", unless: "not-money"},
			{say: "lose-it impossible", within: 6, about: "investing", unless: "not-money spare-money"},
			{say: "multiply money", within: 4, unless: "not-money company-results"},
			{say: "turn-into € #", within: 7, ordered: true, unless: "not-money"},
			{say: "superlative an-investment ever-made", within: 6},
			{say: "earns-you # each-day", within: 3, about: "investing", unless: "not-money company-results economy"},
			{say: "learners earns-you # each-day", within: 8, unless: "not-money company-results"},
		},
		message: rule.Text{
			EN: "“{text}” exaggerates what an investment can do (FINRA 2210(d)(1)(B), MiFID II art. 24(3)).",
			LT: "„{text}“ – perdėtas teiginys apie tai, ką duoda investicija (MiFID II 24 str. 3 d.).",
		},
		suggestion: rule.Text{
			EN: "Say what the product is and what can go wrong, without superlatives.",
			LT: "Parašykite, kas tai per produktas ir kas gali nepavykti, be skambių žodžių.",
		},
	},
	{
		id: "past_performance", category: rule.ClaimFinance, requires: "past-warning",
		says: []way{
			{say: "gained % past-time a-fund", within: 10, unless: "economy"},
			{say: "hard-yield % past-time", within: 9, about: "a-fund", unless: "economy"},
			{say: "past-time %", within: 3, about: "joins-fund", unless: "economy may"},
		},
		message: rule.Text{
			EN: "“{text}” shows past performance without the warning that it says nothing reliable about the future (Delegated Reg. (EU) 2017/565 art. 44(4)).",
			LT: "„{text}“ – ankstesni rezultatai be įspėjimo, kad jie negarantuoja būsimų (Deleguotojo reglamento (ES) 2017/565 44 str. 4 d.).",
		},
		suggestion: rule.Text{
			EN: "Add: “Past performance is not a reliable indicator of future results. Capital at risk.” Name the period and the source.",
			LT: "Pridėkite: „Praeities rezultatai negarantuoja ateities rezultatų. Investuodami galite prarasti pinigų.“ Nurodykite laikotarpį ir šaltinį.",
		},
	},
	{
		id: "forecast", category: rule.ClaimFinance, requires: "past-warning", lowered: true, hedged: true,
		says: []way{
			{say: "will-earn % period", within: 9, about: "investing", unless: "bank-rate"},
			{say: "will-earn % hard-yield", within: 8, about: "investing", unless: "bank-rate"},
			{say: "will-earn € period", within: 6, about: "invest", unless: "bank-rate"},
			{say: "we-see % joins-fund", within: 7, unless: "economy"},
			{say: "gold hits-level #", within: 6, about: "buy-now", unless: "economy"},
			{say: "price-up an-investment", within: 8},
			{say: "will-rise an-investment how-much", within: 9},
			{say: "will-rise an-investment %", within: 9},
			{say: "will-rise an-investment trade-now", within: 12},
			{say: "expected-yield %", within: 6},
			{say: "will-earn € an-investment", within: 9, unless: "bank-rate"},
		},
		message: rule.Text{
			EN: "“{text}” forecasts a result. Projections are not allowed to retail investors, or only with their basis and a warning (FINRA 2210(d)(1)(F), Delegated Reg. (EU) 2017/565 art. 44(6)).",
			LT: "„{text}“ – rezultato prognozė. Prognozes leidžiama skelbti tik su pagrindimu ir įspėjimu (Deleguotojo reglamento (ES) 2017/565 44 str. 6 d.).",
		},
		suggestion: rule.Text{
			EN: "Leave the figure out, or have compliance add what it rests on and that forecasts are not reliable.",
			LT: "Skaičiaus atsisakykite arba tegul atitikties skyrius nurodo, kuo jis pagrįstas, ir prideda įspėjimą, kad prognozės nepatikimos.",
		},
	},
}
