package claim

import "rostrum/policy/rule"

var officeWords = map[string]words{
	"vote-for": {as: `vote for, voting for, vote against, votes for, vote out, support candidate, we support candidate, we endorse, i endorse, endorses, endorsing, endorse, endorsed by the city, re-elect, elect, our candidate, your candidate, cast your vote for, cast your ballot for, don't vote for, do not vote for, best candidate, the only candidate, deserves your vote, give your vote, our choice is, we stand with candidate, donate to the campaign, campaign donation, join the campaign of, we back, support our mayor's campaign, support the mayor's party,
		balsuokite už, balsuok už, balsuokim už, balsuokime už, balsuojame už, balsuojam už, balsuosime už, balsuoju už, kviečiame balsuoti už, raginame balsuoti už, raginu balsuoti už, balsuoti už, nebalsuokite už, nebalsuok už, balsuokite prieš, balsuokime prieš, balsą už, atiduokite balsą, atiduokite savo balsą, atiduok balsą, balsą atiduokite, palaikome kandidatą, palaikome kandidatę, palaikykite kandidatą, palaikykite kandidatę, palaikome partiją, palaikykite partiją, remiame kandidatą, remiame kandidatę, remiame partiją, remkite partiją, remkite kandidatą, mūsų kandidatas, mūsų kandidatė, mūsų kandidatą, mūsų kandidatę, išrinkime, išrinkite, perrinkime, perrinkite, geriausias kandidatas, geriausia kandidatė, vienintelis kandidatas, verta balsuoti`},
	"party": {en: `party, candidate, mayor, president, minister, coalition, councillor, council, election, MP, senator, governor, ballot, government, parliament, democrats, republicans, conservatives, labour, liberals, social democrats, greens, right, left, campaign, referendum, seimas, congress`,
		lt: `partija, kandidatas, kandidatė, meras, merė, prezidentas, ministras, koalicija, tarybos narys, taryba, rinkimai, seimas, seimo narys, konservatoriai, socialdemokratai, liberalai, demokratai, valstiečiai, sąrašas, rinkimų sąrašas, politikas, TS-LKD, LSDP, LVŽS, frakcija, numeris, referendumas, mandatas, savivalda, darbo partija, laisvės partija, savivaldybės tarybos`,
		as: `lsdp, ts-lkd, tėvynės sąjunga, tėvynės sąjungą, tėvynės sąjungos, lvžs, liberalų sąjūdis, liberalų sąjūdį, nemuno aušra, nemuno aušrą, darbo partiją, laisvės partiją, labour, tory, tories, gop, trump, biden, democrat, republican`},
	"vote-talk": {en: `poll, logo, mascot, song, budget project, participatory, photo, best burger, team of the week, name, dish, favourite, favorite, player, mvp, award, contest, how to vote, where to vote, remember to vote, video, bird, tree, book, neutral, not endorse, teen choice, artist`,
		lt: `apklausa, logotipas, talismanas, daina, dalyvaujamasis biudžetas, projektas, nuotrauka, pavadinimas, patiekalas, konkursas, žaidėjas, apdovanojimas, kaip balsuoti, kur balsuoti, paukštis, medis, knyga, neutralus, eurovizija, vaizdo įrašas, idėja, iniciatyva`},
	"party-slogan": {as: `our party will, our party has, only our party, their party has ruined, the opposition has ruined, opposition lies, the opposition is lying, the opposition only, thanks to our mayor, opozicija meluoja, opozicija tik, opozicija sugriovė, tik mūsų partija, mūsų partija žada, mūsų partija pažadėjo, ateikite į partijos, stokite į partiją, join our party, join the party and, politinė kampanija remiama`},
	"hide-record": {as: `off the record, delete the emails, delete the email, delete those emails, delete this email, delete the messages, delete the message, delete those messages, delete the records, delete the minutes, destroy the documents, destroy the records, destroy the files, shred the documents, shred the files, keep it off email, keep this off email, nothing in writing, don't put it in writing, do not put it in writing, not in writing, use my private email, use my personal email, write to my private email, write to my personal email, to my gmail, on my private phone, via my private whatsapp, on my private whatsapp, on signal with disappearing messages, disappearing messages, so there's no record, so there is no record, so it leaves no trace, no paper trail, avoid a paper trail, leave no trace, avoid foi, avoid a freedom of information, backdate, backdated, we delete comments that criticise, we delete critical comments, delete critical comments, we delete negative comments,
		ištrinkite laiškus, ištrink laiškus, ištrinkite žinutes, ištrink žinutes, ištrinkite laišką, ištrink laišką, ištrinkite susirašinėjimą, ištrinkim susirašinėjimą, ištrynėme susirašinėjimą, ištrynėm susirašinėjimą, ištrinti susirašinėjimą, ištrynėme protokolą, ištrynėm protokolą, ištrynėme laiškus, ištrynėm laiškus, sunaikinkite dokumentus, sunaikinkim dokumentus, sunaikinti dokumentus, sunaikinome dokumentus, sunaikinom dokumentus, sunaikinome protokolus, sunaikinom protokolus, rašykite į asmeninį paštą, rašykit į asmeninį paštą, į mano asmeninį paštą, į mano gmail, per asmeninį whatsapp, per privatų whatsapp, į asmeninį telefoną, nerašykite oficialiai, nerašykit oficialiai, kad neliktų pėdsakų, kad neliktų įrašų, kad neliktų dokumentų, be protokolo, neprotokoluojame, neprotokoluokime, nefiksuokime, nefiksuokite raštu, nerašykite raštu, dingstančios žinutės, dingstančiomis žinutėmis, atgaline data, triname kritiškus komentarus, triname neigiamus komentarus, ištrinsime neigiamus komentarus, trinsime kritiškus komentarus`},
	"office": {en: `council, city, mayor, meeting, permit, tender, official, decision, request, resident, municipality, department, contract, complaint, minister, agency, application, public, citizen, government, committee, journalist, inspection, document, comment`,
		lt: `taryba, miestas, meras, posėdis, leidimas, konkursas, sprendimas, prašymas, gyventojas, savivaldybė, skyrius, sutartis, skundas, ministras, ministerija, pareiškimas, viešas, pilietis, valdžia, komitetas, žurnalistas, patikra, dokumentas, klausimas, paraiška, pasitarimas, komentaras, protokolas, susirašinėjimas`},
}

// A public body speaks for all: neutrality in campaigns (Rinkimų kodeksas, Hatch Act) and records that others may ask
// for (Dokumentų ir archyvų įstatymas, public records acts).
var officeStatements = []*statement{
	{
		id: "partisan", category: rule.ClaimOther, news: true,
		says: []way{
			{say: "vote-for party", within: 8, unless: "vote-talk"},
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
