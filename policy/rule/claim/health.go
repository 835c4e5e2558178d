package claim

import "rostrum/policy/rule"

// What is promised of food, supplements and treatments: Regulation (EU) No 1169/2011 art. 7(3), Regulation (EC)
// No 1924/2006, Directive 2001/83/EC title VIII.
var healthStatements = []*statement{
	{
		id: "cure", category: rule.ClaimHealth,
		says: []way{
			{say: "cure disease product", within: 8, unless: "metaphor"},
			{say: "cure disease remedy", within: 8, unless: "metaphor care"},
			{say: "cure disease", within: 4, about: "remedy", unless: "metaphor care"},
			{say: "cure disease", within: 3, about: "health", unless: "metaphor care"},
			{say: "cure-all", unless: "metaphor care"},
		},
		message: rule.Text{
			EN: "“{text}” promises a cure. Food and supplements may not be said to cure (Reg. (EU) 1169/2011 art. 7(3)), and medicines may not be said to work for sure (Directive 2001/83 art. 90).",
			LT: "„{text}“ – žadama išgydyti. Apie maistą ir papildus taip sakyti draudžiama (Reglamento (ES) 1169/2011 7 str. 3 d.), o vaistų poveikio garantuoti negalima (Direktyvos 2001/83 90 str.).",
		},
		suggestion: rule.Text{
			EN: "Use only an authorised health claim, word for word, or describe the product without speaking of illness.",
			LT: "Vartokite tik leidžiamą teiginį apie sveikatingumą arba apibūdinkite produktą neminėdami ligų.",
		},
	},
	{
		id: "treats_disease", category: rule.ClaimHealth,
		says: []way{
			{say: "product treat disease", within: 5, ordered: true, unless: "metaphor"},
			{say: "disease treat remedy", within: 8, unless: "metaphor care"},
			{say: "covered product", within: 5, about: "disease", unless: "metaphor care"},
		},
		message: rule.Text{
			EN: "“{text}” says that a product treats or prevents an illness, which food and supplements may not (Reg. (EU) 1169/2011 art. 7(3)).",
			LT: "„{text}“ – teigiama, kad produktas gydo ligą ar nuo jos saugo. Apie maistą ir papildus taip sakyti draudžiama (Reglamento (ES) 1169/2011 7 str. 3 d.).",
		},
		suggestion: rule.Text{
			EN: "Leave the illness out. Only claims in the EU register may be made, in its wording.",
			LT: "Ligos neminėkite. Galima vartoti tik ES registre įrašytus teiginius, tokiais žodžiais, kokiais jie įrašyti.",
		},
	},
	{
		id: "no_side_effects", category: rule.ClaimHealth,
		says: []way{
			{say: "no-harm", about: "health"},
			{say: "side-effect none", within: 4, unless: "side-talk"},
		},
		message: rule.Text{
			EN: "“{text}” says that there are no side effects, which no medicine or treatment may claim (Directive 2001/83 art. 90).",
			LT: "„{text}“ – teigiama, kad šalutinio poveikio nėra. Reklamuojant vaistus ar gydymą taip sakyti draudžiama (Direktyvos 2001/83 90 str., Farmacijos įstatymas).",
		},
		suggestion: rule.Text{
			EN: "Point to the package leaflet and to a doctor or pharmacist instead.",
			LT: "Geriau pasiūlykite perskaityti pakuotės lapelį ir pasitarti su gydytoju ar vaistininku.",
		},
	},
	{
		id: "guaranteed_effect", category: rule.ClaimHealth,
		says: []way{
			{say: "sure-effect", about: "health"},
			{say: "sure-idiom", about: "product"},
			{say: "no-chance germ", within: 5, unless: "metaphor care advice"},
			{say: "guarantee-word outcome-sure", within: 7, unless: "goods-return"},
			{say: "guarantee-word outcome", within: 6, about: "health", unless: "goods-return"},
		},
		message: rule.Text{
			EN: "“{text}” guarantees an effect on health, which nobody can (Directive 2001/83 art. 90, Reg. (EC) 1924/2006 art. 3).",
			LT: "„{text}“ – garantuojamas poveikis sveikatai, o to garantuoti negalima (Direktyvos 2001/83 90 str., Reglamento (EB) 1924/2006 3 str.).",
		},
		suggestion: rule.Text{
			EN: "Say what is known and for whom, and that results differ.",
			LT: "Parašykite, kas ir kam nustatyta, ir kad rezultatai skiriasi.",
		},
	},
	{
		id: "doctor_recommended", category: rule.ClaimHealth,
		says: []way{
			{say: "doctors-say", about: "health", unless: "advice"},
			{say: "even-doctor remedy", within: 6, unless: "advice"},
			{say: "profession recommends", within: 4, about: "remedy", unless: "advice"},
			{say: "recommended-by profession", within: 4, ordered: true, unless: "advice"},
		},
		message: rule.Text{
			EN: "“{text}” leans on doctors. Recommendations by health professionals may not be used in advertising (Reg. (EC) 1924/2006 art. 12(c), Directive 2001/83 art. 90(f)).",
			LT: "„{text}“ – remiamasi gydytojais. Reklamoje naudoti sveikatos specialistų rekomendacijas draudžiama (Reglamento (EB) 1924/2006 12 str. c p., Direktyvos 2001/83 90 str. f p.).",
		},
		suggestion: rule.Text{
			EN: "Leave the recommendation out, or cite a published study.",
			LT: "Rekomendacijos atsisakykite arba nurodykite paskelbtą tyrimą.",
		},
	},
	{
		id: "weight_loss_rate", category: rule.ClaimHealth,
		says: []way{
			{say: "lose # weight days", within: 7, unless: "gym-talk"},
			{say: "weight # days", within: 5, about: "slimming", unless: "gym-talk"},
			{say: "lose few weight days", within: 7, unless: "gym-talk"},
			{say: "melt belly # days", within: 7, unless: "gym-talk"},
		},
		message: rule.Text{
			EN: "“{text}” names how much weight is lost and how fast, which may not be claimed (Reg. (EC) 1924/2006 art. 12(b)).",
			LT: "„{text}“ – nurodoma, kiek ir kaip greitai krenta svoris. Taip reklamuoti draudžiama (Reglamento (EB) 1924/2006 12 str. b p.).",
		},
		suggestion: rule.Text{
			EN: "Leave the kilograms and the time out.",
			LT: "Kilogramų ir laiko neminėkite.",
		},
	},
	{
		id: "miracle", category: rule.ClaimHealth,
		says: []way{{say: "miracle-cure"}, {say: "miracle product", within: 3, unless: "metaphor"}},
		message: rule.Text{
			EN: "“{text}” presents a product as a miracle, which misleads people about their health (Directive 2005/29/EC, annex I no. 17).",
			LT: "„{text}“ – produktas vaizduojamas kaip stebuklas, tai klaidina dėl sveikatos (Direktyvos 2005/29/EB I priedo 17 p.).",
		},
		suggestion: rule.Text{
			EN: "Say plainly what it is and what it contains.",
			LT: "Paprastai parašykite, kas tai ir iš ko pagaminta.",
		},
	},
	{
		id: "health_testimonial", category: rule.ClaimHealth,
		says: []way{
			{say: "illness-gone disease", within: 6, unless: "metaphor care", about: "remedy"},
			{say: "illness-gone pain", within: 5, unless: "metaphor care", about: "product"},
			{say: "thanks-to remedy recovered", within: 9, unless: "metaphor care"},
		},
		message: rule.Text{
			EN: "“{text}” tells of somebody's recovery. Advertising may not refer to recoveries (Directive 2001/83 art. 90(j)), and food may not be said to cure.",
			LT: "„{text}“ – pasakojimas apie pasveikimą. Reklamoje remtis pasveikimo istorijomis draudžiama (Direktyvos 2001/83 90 str. j p.).",
		},
		suggestion: rule.Text{
			EN: "Leave the recovery out, even if it is true.",
			LT: "Pasveikimo istorijos atsisakykite, net jei ji tikra.",
		},
	},
}
