package claim

import "rostrum/policy/rule"

// Medicines: Directive 2001/83/EC art. 87 and 88, Farmacijos įstatymas; FDA rules on unapproved uses.
var medicineStatements = []*statement{
	{
		id: "prescription_advert", category: rule.ClaimHealth,
		says: []way{
			{say: "prescription sell", within: 7, unless: "rx-talk"},
			{say: "prescription €", within: 7, unless: "rx-talk"},
		},
		message: rule.Text{
			EN: "“{text}” advertises a prescription medicine to the public, which is forbidden (Directive 2001/83 art. 88, the Lithuanian Law on Pharmacy).",
			LT: "„{text}“ – receptinio vaisto reklama gyventojams. Ji draudžiama (Direktyvos 2001/83 88 str., Farmacijos įstatymas).",
		},
		suggestion: rule.Text{
			EN: "Do not name the medicine. You may invite people to speak to a doctor or pharmacist.",
			LT: "Vaisto neįvardykite. Galite pakviesti pasitarti su gydytoju ar vaistininku.",
		},
	},
	{
		id: "off_label", category: rule.ClaimHealth,
		says: []way{
			{say: "rx-weight slimming", within: 10, unless: "rx-talk"},
			{say: "off-label-drug off-label-use", within: 5, unless: "rx-talk"},
			{say: "off-label prescription", within: 10, unless: "rx-talk"},
			{say: "off-label disease", within: 6, about: "health", unless: "rx-talk"},
		},
		message: rule.Text{
			EN: "“{text}” promotes a medicine for a use that it is not approved for (Directive 2001/83 art. 87(2)).",
			LT: "„{text}“ – vaistas siūlomas vartoti ne pagal patvirtintas indikacijas (Direktyvos 2001/83 87 str. 2 d.).",
		},
		suggestion: rule.Text{
			EN: "Leave the use out and send people to their doctor.",
			LT: "Šios paskirties neminėkite ir nukreipkite pas gydytoją.",
		},
	},
	{
		id: "replaces_treatment", category: rule.ClaimHealth, requires: "ask-doctor",
		says: []way{
			{say: "replace", about: "health", unless: "metaphor care"},
			{say: "medicine need-no", within: 4, about: "our-remedy", unless: "metaphor care"},
		},
		message: rule.Text{
			EN: "“{text}” suggests leaving off a treatment or a doctor's care, which can harm people (Directive 2001/83 art. 90(a)).",
			LT: "„{text}“ – užuomina, kad gydymo ar gydytojo nebereikia. Tai gali pakenkti žmonėms (Direktyvos 2001/83 90 str. a p.).",
		},
		suggestion: rule.Text{
			EN: "Say that nobody should change a treatment without a doctor.",
			LT: "Parašykite, kad gydymo nereikia keisti nepasitarus su gydytoju.",
		},
	},
}
