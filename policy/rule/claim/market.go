package claim

import "rostrum/policy/rule"

// What is promised of goods and services: directives 2005/29/EC, 2006/114/EC, 98/6/EC as amended by (EU) 2019/2161, and
// (EU) 2024/825 on environmental claims.
var marketStatements = []*statement{
	{
		id: "best_in_market", category: rule.ClaimOther, requires: "proof",
		says: []way{
			{say: "our-best", unless: "not-market"},
			{say: "possessive-best product-word", within: 3, unless: "not-market"},
			{say: "better-word not-found product-word", within: 7, unless: "not-market"},
			{say: "better-word no-such product-word we", within: 9, unless: "not-market"},
			{say: "no-such better-word product-word", within: 7, unless: "not-market"},
			{say: "leading product-word", within: 3, unless: "not-market"},
			{say: "best-phrase we", within: 12, unless: "not-market"},
			{say: "best-phrase product-word", within: 8, unless: "not-market"},
			{say: "best-phrase", about: "product-word", unless: "not-market"},
			{say: "best scope we", within: 9, unless: "not-market"},
			{say: "best product-word scope", within: 7, unless: "not-market"},
		},
		message: rule.Text{
			EN: "“{text}” claims to be the best without proof (directives 2005/29/EC art. 12 and 2006/114/EC art. 4).",
			LT: "„{text}“ – teiginys, kad esate geriausi, be įrodymų (Reklamos įstatymas, direktyvos 2005/29/EB 12 str. ir 2006/114/EB 4 str.).",
		},
		suggestion: rule.Text{
			EN: "Name the survey, award or measurement and its date, or say what is good about it instead.",
			LT: "Nurodykite apklausą, apdovanojimą ar matavimą ir datą arba parašykite, kuo tai gera.",
		},
	},
	{
		id: "environmental", category: rule.ClaimOther, requires: "proof", hedged: true,
		says: []way{
			{say: "green green-thing", within: 8, unless: "green-talk"},
			{say: "nature eco", within: 3, about: "green-thing", unless: "green-talk"},
			{say: "natural sure-word", within: 2, about: "green-thing", unless: "green-talk"},
			{say: "eco-word eco-product", within: 2, ordered: true, unless: "green-talk"},
			{say: "footprint no-footprint", within: 3, about: "green-thing", unless: "green-talk"},
		},
		message: rule.Text{
			EN: "“{text}” is an environmental claim without proof; general ones and those that rest on offsetting are forbidden (directive (EU) 2024/825).",
			LT: "„{text}“ – aplinkosauginis teiginys be įrodymų. Bendri ir kompensavimu grindžiami teiginiai draudžiami (Direktyva (ES) 2024/825).",
		},
		suggestion: rule.Text{
			EN: "Say exactly what is better, by how much, and who certified it.",
			LT: "Tiksliai parašykite, kas ir kiek geriau ir kas tai patvirtino.",
		},
	},
	{
		id: "lowest_price", category: rule.ClaimOther, requires: "proof",
		says: []way{
			{say: "lowest-price", unless: "reference-price"},
			{say: "cheapest price-scope", within: 5, unless: "reference-price"},
			{say: "cheaper nowhere", within: 5},
			{say: "beats-all price-word", within: 6, unless: "reference-price"},
		},
		message: rule.Text{
			EN: "“{text}” promises the lowest price, which must hold at all times and against everyone (directive 2005/29/EC art. 6(1)(d)).",
			LT: "„{text}“ – mažiausios kainos pažadas. Jis turi būti teisingas visada ir visų atžvilgiu (Direktyvos 2005/29/EB 6 str. 1 d. d p.).",
		},
		suggestion: rule.Text{
			EN: "Say with what and when you compared the price, or give the price alone.",
			LT: "Nurodykite, su kuo ir kada lyginote kainą, arba tiesiog parašykite kainą.",
		},
	},
	{
		id: "price_reduction", category: rule.ClaimOther, requires: "reference-price",
		says: []way{
			{say: "was now € €", within: 6, unless: "not-price"},
			{say: "was now # #", within: 3, about: "sale-word", unless: "not-price"},
		},
		message: rule.Text{
			EN: "“{text}” announces a reduced price without the lowest price of the last 30 days (directive 98/6/EC art. 6a).",
			LT: "„{text}“ – skelbiama nuolaida, bet nenurodyta mažiausia pastarųjų 30 dienų kaina (Direktyvos 98/6/EB 6a str.).",
		},
		suggestion: rule.Text{
			EN: "Add the lowest price of the last 30 days.",
			LT: "Pridėkite mažiausią pastarųjų 30 dienų kainą.",
		},
	},
	{
		id: "free", category: rule.ClaimOther, requires: "free-terms",
		says: []way{
			{say: "free free-offer", within: 6, unless: "free-talk"},
			{say: "free-word free-thing free-offer", within: 6, unless: "free-talk"},
		},
		message: rule.Text{
			EN: "“{text}” offers something free without its terms (directive 2005/29/EC, annex I no. 20).",
			LT: "„{text}“ – siūloma nemokamai, bet nenurodytos sąlygos (Direktyvos 2005/29/EB I priedo 20 p.).",
		},
		suggestion: rule.Text{
			EN: "Say what one must do or buy for it and where the terms are.",
			LT: "Parašykite, ką reikia padaryti ar nusipirkti ir kur rasti sąlygas.",
		},
	},
	{
		id: "safety", category: rule.ClaimOther, requires: "proof",
		says: []way{
			{say: "safe safe-thing", within: 7, unless: "safe-talk"},
			{say: "secure sure-word", within: 2, about: "safe-thing", unless: "safe-talk"},
			{say: "never-hacked", about: "safe-thing"},
		},
		message: rule.Text{
			EN: "“{text}” promises complete safety, which nobody can prove (directive 2005/29/EC art. 6).",
			LT: "„{text}“ – visiško saugumo pažadas, kurio niekas negali įrodyti (Direktyvos 2005/29/EB 6 str.).",
		},
		suggestion: rule.Text{
			EN: "Say what protects people and which standard it meets.",
			LT: "Parašykite, kas saugo žmones ir kokį standartą tai atitinka.",
		},
	},
}
