package claim

import "rostrum/policy/rule"

// Conduct that the law forbids, as somebody says it who does it or invites to it. What is reported of others, or warned
// of, is none of it.
var conductStatements = []*statement{
	{
		id: "drugs", category: rule.IllegalConduct, news: true,
		says: []way{
			{say: "drug drug-deal", within: 4, unless: "drug-talk"},
			{say: "drug-idiom", unless: "drug-talk"},
			{say: "hard-drug drug-have", within: 5, unless: "drug-talk"},
		},
		message: rule.Text{
			EN: "“{text}” speaks of using or selling drugs, which is an offence (Criminal Code art. 259–260).",
			LT: "„{text}“ – kalbama apie narkotikų vartojimą ar pardavimą, o tai nusikaltimas (Baudžiamojo kodekso 259–260 str.).",
		},
		suggestion: rule.Text{EN: "Leave it out.", LT: "Geriau to nerašykite."},
	},
	{
		id: "drunk_driving", category: rule.IllegalConduct, news: true,
		says: []way{
			{say: "drive-bad", unless: "sober"},
			{say: "drive drink", within: 7, unless: "sober"},
			{say: "drive-home drink", within: 8, unless: "sober"},
			{say: "while-driving on-phone", within: 4, unless: "sober"},
		},
		message: rule.Text{
			EN: "“{text}” shows driving after drinking or with a phone in hand, which is an offence and can kill.",
			LT: "„{text}“ – kalbama apie vairavimą išgėrus arba su telefonu rankoje. Tai pažeidimas, galintis kainuoti gyvybę.",
		},
		suggestion: rule.Text{EN: "Leave it out, even as a joke.", LT: "Nerašykite to net juokais."},
	},
	{
		id: "bribe", category: rule.IllegalConduct, news: true,
		says: []way{
			{say: "bribe bribe-act", within: 7, unless: "bribe-talk"},
			{say: "slip official €", within: 5, unless: "fine-talk"},
			{say: "slip official cash-sum", within: 5, unless: "fine-talk"},
			{say: "cash-sum official give", within: 5, unless: "fine-talk"},
			{say: "envelope official", within: 5, unless: "envelope-talk"},
		},
		message: rule.Text{
			EN: "“{text}” speaks of bribes as if they were normal. Giving and taking them are crimes (Criminal Code art. 225–227).",
			LT: "„{text}“ – apie kyšį kalbama kaip apie įprastą dalyką. Ir duoti, ir imti kyšį – nusikaltimas (Baudžiamojo kodekso 225–227 str.).",
		},
		suggestion: rule.Text{EN: "Leave it out. If it happened, report it.", LT: "Nerašykite to. Jei taip buvo iš tikrųjų, praneškite."},
	},
	{
		id: "tax_evasion", category: rule.IllegalConduct, news: true,
		says: []way{{say: "no-invoice invoice-act", within: 7, unless: "tax-talk"}},
		message: rule.Text{
			EN: "“{text}” offers or praises working past the tax office, which is an offence.",
			LT: "„{text}“ – siūloma ar giriama nemokėti mokesčių, o tai pažeidimas (Mokesčių administravimo įstatymas, Darbo kodeksas).",
		},
		suggestion: rule.Text{EN: "Leave it out: every sale has its receipt, every salary its taxes.", LT: "Atsisakykite šio sakinio: pardavimui – kvitas, atlyginimui – mokesčiai."},
	},
	{
		id: "hiring_discrimination", category: rule.IllegalConduct, news: true,
		says: []way{
			{say: "trait hiring", within: 9, unless: "trait-talk"},
			{say: "no-hire group at-work", within: 6, unless: "trait-talk"},
			{say: "we-no-hire group", within: 5, unless: "trait-talk"},
			{say: "sex wanted", within: 3, about: "job", unless: "trait-talk"},
		},
		message: rule.Text{
			EN: "“{text}” limits a job by sex, age, origin, family or health, which the law forbids (directives 2000/78/EC and 2006/54/EC).",
			LT: "„{text}“ – darbo skelbime ribojama pagal lytį, amžių, kilmę, šeimą ar sveikatą. Tai draudžia Lygių galimybių įstatymas ir Darbo kodekso 26 str.",
		},
		suggestion: rule.Text{EN: "Say what the person must be able to do.", LT: "Parašykite, ką žmogus turi mokėti."},
	},
	{
		id: "piracy", category: rule.IllegalConduct, news: true,
		says: []way{{say: "pirate pirate-act", within: 6}},
		message: rule.Text{
			EN: "“{text}” speaks of using or sharing pirated works, which infringes copyright.",
			LT: "„{text}“ – kalbama apie piratinį kūrinį ar programą, o tai pažeidžia autorių teises (Autorių teisių ir gretutinių teisių įstatymas).",
		},
		suggestion: rule.Text{EN: "Point to a lawful source.", LT: "Nurodykite teisėtą šaltinį."},
	},
	{
		id: "alcohol", category: rule.IllegalConduct,
		says: []way{
			{say: "alcohol alcohol-sell", within: 6, unless: "no-alcohol"},
			{say: "alcohol €", within: 6, unless: "no-alcohol"},
			{say: "alcohol gift-idea", within: 9, unless: "no-alcohol"},
			{say: "minor minor-act", within: 6},
			{say: "alcohol new-drink", within: 3, about: "alcohol-sell", unless: "no-alcohol"},
		},
		message: rule.Text{
			EN: "“{text}” advertises alcohol or offers it to minors. In Lithuania all advertising of alcohol is forbidden (Law on Alcohol Control art. 29).",
			LT: "„{text}“ – alkoholio reklama arba jo siūlymas nepilnamečiams. Reklamuoti alkoholį Lietuvoje draudžiama (Alkoholio kontrolės įstatymo 29 str.).",
		},
		suggestion: rule.Text{EN: "Leave the drink out.", LT: "Alkoholio neminėkite."},
	},
	{
		id: "gambling", category: rule.IllegalConduct,
		says: []way{{say: "gamble gamble-call", within: 6, unless: "gamble-talk"}},
		message: rule.Text{
			EN: "“{text}” invites people to gamble, which Lithuanian law forbids in advertising (Law on Gaming art. 10).",
			LT: "„{text}“ – raginimas lošti. Skatinti dalyvauti lošimuose draudžiama (Azartinių lošimų įstatymo 10 str. 9 d.).",
		},
		suggestion: rule.Text{EN: "Leave the invitation out.", LT: "Raginimo atsisakykite."},
	},
	{
		id: "price_fixing", category: rule.IllegalConduct, news: true,
		says: []way{
			{say: "price-fix price-fix-who", within: 9, unless: "cartel-talk"},
			{say: "rival prices agree", within: 11, unless: "cartel-talk"},
		},
		message: rule.Text{
			EN: "“{text}” speaks of an agreement between competitors, which is a cartel (TFEU art. 101).",
			LT: "„{text}“ – kalbama apie konkurentų susitarimą, o tai kartelis (SESV 101 str., Konkurencijos įstatymo 5 str.).",
		},
		suggestion: rule.Text{EN: "Do not post it, and speak to legal first.", LT: "Neskelbkite to ir pirmiausia pasikalbėkite su teisininkais."},
	},
	{
		id: "insider", category: rule.IllegalConduct, news: true,
		says: []way{
			{say: "insider-tip trade", within: 10, unless: "insider-talk"},
			{say: "announce before stock trade-now", within: 10, unless: "insider-talk"},
		},
		message: rule.Text{
			EN: "“{text}” passes on inside information or trades on it, which is a crime (MAR art. 8, 10 and 14).",
			LT: "„{text}“ – dalijamasi viešai neatskleista informacija arba ja prekiaujama, o tai nusikaltimas (MAR 8, 10 ir 14 str.).",
		},
		suggestion: rule.Text{EN: "Do not post it, and speak to compliance.", LT: "Neskelbkite to ir pasikalbėkite su atitikties skyriumi."},
	},
}
