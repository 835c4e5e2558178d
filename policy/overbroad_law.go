package policy

// ground is why a kind of sentence is void, and what to write in its place.
type ground struct {
	reason Text
	law    Text
	lawful Text
}

// The laws and readings of them that the grounds rest on.
var (
	nlra = Text{"National Labor Relations Act, sections 7 and 8(a)(1), as read in Stericycle, 372 NLRB No. 113 (2023)",
		"JAV Nacionalinis darbo santykių aktas (National Labor Relations Act), 7 str. ir 8 str. a d. 1 p., " +
			"kaip išaiškinta byloje Stericycle, 372 NLRB No. 113 (2023)"}
	memo = Text{"NLRB Operations-Management Memorandum OM 12-59 (30 May 2012)",
		"JAV Nacionalinės darbo santykių tarybos (NLRB) memorandumas OM 12-59 (2012 m. gegužės 30 d.)"}
	whistle = Text{"Directive (EU) 2019/1937, articles 10, 15, 19, 21 and 24; Law on the Protection of Whistleblowers of Lithuania",
		"Direktyva (ES) 2019/1937, 10, 15, 19, 21 ir 24 str.; Lietuvos Respublikos pranešėjų apsaugos įstatymas"}
	privateLife = Text{"Regulation (EU) 2016/679, articles 5, 6 and 88; Bărbulescu v. Romania (ECtHR, no. 61496/08); " +
		"Labour Code of Lithuania, article 27",
		"Reglamentas (ES) 2016/679, 5, 6 ir 88 str.; Bărbulescu prieš Rumuniją (EŽTT, Nr. 61496/08); " +
			"Lietuvos Respublikos darbo kodeksas, 27 str."}
	association = Text{"Charter of Fundamental Rights of the European Union, article 12",
		"Europos Sąjungos pagrindinių teisių chartija, 12 str."}
	expression = Text{"Charter of Fundamental Rights of the European Union, article 11",
		"Europos Sąjungos pagrindinių teisių chartija, 11 str."}
	payOpenness = Text{"Directive (EU) 2023/970, article 7(5)", "Direktyva (ES) 2023/970, 7 str. 5 d."}
	tradeSecret = Text{"Directive (EU) 2016/943, articles 2(1) and 5", "Direktyva (ES) 2016/943, 2 str. 1 p. ir 5 str."}
	california  = Text{"California Labor Code, section 980", "Kalifornijos darbo kodeksas, 980 str."}
)

func laws(all ...Text) Text {
	said := all[0]
	for _, law := range all[1:] {
		said = both("%s; %s", "%s; %s", said, law)
	}
	return said
}

// grounds gives the law behind each kind of overbreadth. What it says is that such words are likely to be void where
// that law holds; it is no advice on a case.
func grounds() map[string]ground {
	return map[string]ground{
		"pay": {
			Text{"People may talk with each other and in public about their pay and working conditions.",
				"Žmonės turi teisę tarpusavyje ir viešai kalbėti apie savo atlyginimą ir darbo sąlygas."},
			laws(nlra, memo, payOpenness),
			Text{"Write, for example: “Do not publish pay data of others that you handle in your job. You may always talk about your own " +
				"pay and working conditions.”",
				"Rašykite, pavyzdžiui: „Neskelbkite kitų žmonių atlyginimų duomenų, kuriuos tvarkote darbe. Apie savo atlyginimą ir " +
					"darbo sąlygas visada galite kalbėti.“"}},
		"union": {
			Text{"People may organise, and may say so.", "Žmonės turi teisę burtis į profesines sąjungas ir apie tai kalbėti."},
			laws(nlra, association),
			Text{"Write, for example: “Whether you join or support a union is your own decision. Do not speak for the company about it.”",
				"Rašykite, pavyzdžiui: „Ar stoti į profesinę sąjungą ir ją remti, sprendžiate patys. Tik nekalbėkite apie tai įmonės " +
					"vardu.“"}},
		"criticism": {
			Text{"A ban on all criticism also forbids lawful complaints about work, managers and the company.",
				"Draudžiant bet kokią kritiką, uždraudžiama ir teisėtai skųstis darbu, vadovais ar įmone."},
			laws(nlra, memo, expression),
			Text{"Write, for example: “Do not knowingly publish falsehoods about the company, its products or anyone who works here.”",
				"Rašykite, pavyzdžiui: „Neskelbkite žinomai melagingų teiginių apie įmonę, jos produktus ar čia dirbančius žmones.“"}},
		"image": {
			Text{"Nobody can tell what harms an image; lawful criticism of working conditions may.",
				"Neaišku, kas kenkia įvaizdžiui: jam pakenkti gali ir teisėta darbo sąlygų kritika."},
			laws(nlra, memo),
			Text{"Name the conduct, for example: “Do not threaten or harass anyone, and do not knowingly spread falsehoods.”",
				"Įvardykite elgesį, pavyzdžiui: „Niekam negrasinkite, nieko nepersekiokite ir sąmoningai neskleiskite netiesos.“"}},
		"vague": {
			Text{"Without examples, words such as “inappropriate” can be read to cover protected complaints.",
				"Be pavyzdžių tokie žodžiai kaip „netinkamas“ gali apimti ir teisėtus skundus."},
			laws(nlra, memo),
			Text{"Say what is meant, for example: “Discriminatory remarks, harassment and threats of violence have no place here.”",
				"Pasakykite, kas turima omenyje, pavyzdžiui: „Diskriminuojantys pasisakymai, priekabiavimas ir grasinimas smurtu mums " +
					"nepriimtini.“"}},
		"secrecy": {
			Text{"Confidentiality that covers everything, or what concerns the staff, also covers what people may talk about.",
				"Jei konfidencialu viskas arba visa, kas susiję su darbuotojais, tai apima ir tai, apie ką žmonės turi teisę kalbėti."},
			laws(nlra, memo, tradeSecret),
			Text{"Name what is secret, for example: “Keep trade secrets private: unreleased products, source code, clients' data and " +
				"unpublished results.”",
				"Įvardykite, kas slapta, pavyzdžiui: „Saugokite komercines paslaptis: neišleistus produktus, programų kodą, klientų " +
					"duomenis ir nepaskelbtus rezultatus.“"}},
		"friends": {
			Text{"With whom people connect outside work is their own matter.", "Su kuo bendrauti ne darbe, žmonės sprendžia patys."},
			memo,
			Text{"Write, for example: “Nobody has to accept a friend request, whoever sends it.”",
				"Rašykite, pavyzdžiui: „Niekas neprivalo priimti kvietimo draugauti, kad ir kas jį atsiųstų.“"}},
		"name": {
			Text{"People may name their employer, and show its name or logo, when they speak about their work.",
				"Kalbėdami apie savo darbą žmonės gali įvardyti darbdavį, parodyti jo pavadinimą ar logotipą."},
			laws(nlra, memo),
			Text{"Write, for example: “Do not use the logo to sell something, or in a way that suggests the company speaks through you.”",
				"Rašykite, pavyzdžiui: „Nenaudokite logotipo prekybai ar taip, kad atrodytų, jog per jus kalba įmonė.“"}},
		"media": {
			Text{"People may speak to the press, authorities and others for themselves, without asking.",
				"Savo vardu žmonės gali be leidimo kalbėti su žiniasklaida, institucijomis ir kitais."},
			laws(nlra, memo, whistle),
			Text{"Write, for example: “Only communications speaks to the press on behalf of the company; for yourself you may speak.”",
				"Rašykite, pavyzdžiui: „Įmonės vardu su žiniasklaida kalba tik komunikacijos komanda; savo vardu kalbėti galite.“"}},
		"outside": {
			Text{"Nobody may be kept from reporting breaches to an authority, nor be made to report inside first.",
				"Niekam negalima trukdyti pranešti apie pažeidimus institucijoms ar versti pirmiausia pranešti įmonės viduje."},
			laws(whistle, nlra),
			Text{"Write, for example: “We would like to hear of it, and you may go straight to the competent authority.”",
				"Rašykite, pavyzdžiui: „Norėtume apie tai sužinoti, tačiau galite kreiptis ir tiesiai į kompetentingą instituciją.“"}},
		"informing": {
			Text{"A duty to watch and report what colleagues say keeps people from talking to each other.",
				"Pareiga stebėti ir pranešti, ką sako kolegos, atgraso žmones nuo tarpusavio kalbų."},
			memo,
			Text{"Write, for example: “If you see a threat or harassment, you can report it to …”",
				"Rašykite, pavyzdžiui: „Pastebėję grasinimą ar priekabiavimą, galite apie tai pranešti …“"}},
		"password": {
			Text{"An employer may not demand access to private accounts.", "Darbdavys negali reikalauti prieigos prie asmeninių paskyrų."},
			laws(privateLife, california),
			Text{"Write, for example: “Nobody at the company will ever ask for the password of your private account.”",
				"Rašykite, pavyzdžiui: „Niekas įmonėje neprašys jūsų asmeninės paskyros slaptažodžio.“"}},
		"monitoring": {
			Text{"Watching private accounts intrudes on private life, and is seldom necessary or proportionate.",
				"Asmeninių paskyrų stebėjimas kėsinasi į privatų gyvenimą ir retai būna būtinas ar proporcingas."},
			privateLife,
			Text{"Write, for example: “We do not watch private accounts. We look only at a public post that somebody has reported to us.”",
				"Rašykite, pavyzdžiui: „Asmeninių paskyrų nestebime. Peržiūrime tik viešą įrašą, apie kurį mums kas nors pranešė.“"}},
		"approval": {
			Text{"What people say for themselves cannot depend on the employer's permission.",
				"Tai, ką žmonės sako savo vardu, negali priklausyti nuo darbdavio leidimo."},
			laws(memo, expression),
			Text{"Write, for example: “Posts on the company's accounts need approval. Your own accounts are yours.”",
				"Rašykite, pavyzdžiui: „Įrašams įmonės paskyrose reikia pritarimo. Jūsų asmeninės paskyros yra jūsų.“"}},
		"pictures": {
			Text{"Pictures can document working conditions; a ban on all of them also forbids that.",
				"Nuotraukos gali parodyti darbo sąlygas; uždraudus bet kokias, uždraudžiama ir tai."},
			laws(nlra, memo),
			Text{"Write, for example: “Do not post pictures that show customers, patients or trade secrets, and ask people before you " +
				"show them.”",
				"Rašykite, pavyzdžiui: „Neskelbkite nuotraukų, kuriose matyti klientai, pacientai ar komercinės paslaptys, ir " +
					"atsiklauskite žmonių, kuriuos rodote.“"}},
	}
}
