package handbook

func lithuanian() *words {
	return &words{
		LanguageName: "Lietuvių", Title: "Socialinių tinklų politika", Skip: "Pereiti prie teksto", Contents: "Turinys",
		Search: "Paieška", Print: "Viskas viename puslapyje (spausdinti)", PDF: "Visa politika PDF formatu", Sections: "Skyriai",

		SearchHint: "Ieškoti politikoje", SearchFound: "Rasta:", SearchNone: "Nieko nerasta. Pabandykite kitą žodį arba tik jo pradžią.",

		Version: "Versija", Effective: "Galioja nuo", Review: "Peržiūrėti iki", Approved: "Patvirtino", Part: "%s dalis",

		AppliesTo: "Taikoma", Examples: "Pavyzdžiai", Fine: "Tinka", NotFine: "Netinka",
		Consequence: "Kas bus, jei nesilaikysime", Sources: "Kuo remiamasi", OwnedBy: "Kilo klausimų?",
		OwnedByLead: "Už šį punktą atsako:", Previous: "Ankstesnis", Next: "Kitas",
		OnlyIn:   "Šis tekstas dar neišverstas į lietuvių kalbą.",
		Speakers: "Kas gali kalbėti įmonės vardu", SpeakersLead: "Kas čia neišvardyta, neleidžiama. Susiraskite temą ir pažiūrėkite, kas ką gali daryti. Jei jūsų tarp jų nėra, kreipkitės į juos: jie gali kalbėti patys arba patvirtinti jūsų įrašą.",
		ByTopic: "Kas kokia tema gali kalbėti", Nobody: "niekas", EveryAccount: "visos paskyros",
		Topic: "Tema", AllTopics: "visos temos", OtherTopics: "visa kita", Grants: "Ką gali kiekviena komanda", Team: "Komanda",
		Accounts: "Paskyros", Topics: "Temos", May: "Gali", Training: "Išklausius mokymus", NoTraining: "mokymų nereikia",
		Until: "iki %s", Teams: "Komandos ir žmonės", NoPeople: "Žmonės dar neįrašyti.", NoAccounts: "Paskyros dar neįrašytos.",
		Account: "Paskyra", Network: "Tinklas", AnsweredBy: "Kam priklauso", Trainings: "Mokymai", ValidFor: "kartoti kas %d mėn.",
		ForEver: "vieną kartą", Conflict: "Konfliktų planas",
		ConflictLead: "Tuo, ką apie mus rašo kiti, rūpinasi penki atsakingieji. Kiekvienas žino, kas jam tenka, per kiek laiko turi imtis darbo ir kas jį prireikus perima.",
		FlowIn:       "Kas parašyta", FlowOwner: "Kas atsako", FlowDeadline: "Imasi darbo", FlowUp: "Jei ne, perima",
		Routes: "Kas kam tenka", RoutesLead: "Skaitykite nuo viršaus: įrašą gauna tas, kieno eilutė pirmoji tinka.",
		Comes: "Kas parašyta", Owner: "Atsakingas", Deadline: "Terminas", IfSilent: "Jei nesureaguota", Help: "Padės",
		EverythingElse: "visa kita", On: "tinkle", Within: "per %s", After: "per %s – perima: %s", Deputy: "pavaduoja: %s",
		Responses: "Parengti atsakymai", ResponsesLead: "Šiems atsakymams atskiro patvirtinimo nereikia. Įrėmintas vietas užpildykite patys.",
		FitsWhen: "Tinka, kai žmogus rašo", NoResponses: "Parengtų atsakymų dar nėra.",
		Runbooks: "Veiksmų planai", RunbooksLead: "Ką daryti, kai svarbi kiekviena minutė: kas, kokia tvarka ir per kiek laiko. Laikas skaičiuojamas nuo tada, kai apie įvykį sužinota.",
		NoRunbooks: "Veiksmų planų dar nėra.",
		OnePage:    "Visa politika", Digest: "Politikos kontrolinė suma",
	}
}
