package claim

import "maps"

// vocabulary holds every list by its name.
var vocabulary = together(excuseWords, financeWords, offerWords, healthWords, medicineWords, marketWords, companyWords, conductWords, officeWords)

func together(parts ...map[string]words) map[string]words {
	all := map[string]words{}
	for _, p := range parts {
		maps.Copy(all, p)
	}
	return all
}

// statements lists what can be found, in the order in which people read about them.
var statements = concat(financeStatements, offerStatements, healthStatements, medicineStatements, marketStatements,
	companyStatements, conductStatements, officeStatements)

func concat(parts ...[]*statement) []*statement {
	var all []*statement
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// excuseWords turn a statement into another one.
var excuseWords = map[string]words{
	"no": {as: `not, no, never, don't, dont, doesn't, doesnt, didn't, didnt, cannot, can't, cant, couldn't, isn't, isnt,
		aren't, arent, wasn't, weren't, won't, wont, wouldn't, without, nothing, nobody, neither, nor, hardly, none,
		stop, avoid, ne, nėra, nebus, nebuvo, nei, niekada, negali, negalima, negalime, neįmanoma, jokios, jokio, joks, jokių,
		nežadame, nežada, niekas, nereiškia, vietoj, nebėra`},
	"no-after": {as: `nėra, nebus, nebuvo, negali būti, neįmanoma, nežadame, nežada, nesuteikiame, nesuteikia, neteikiame, neduodame,
		is not, are not, isn't, aren't, not possible, is impossible, is never, are never, does not exist, doesn't exist, neegzistuoja, nebūna`},
	"turn": {as: `and, but, or, so, only, just, ir, bet, o, tik, tačiau, nes, yet, plus, why, kodėl, reason, wait, worry, miss, hesitate`},
	"may": {en: `may, might, could, aim, target, hope, perhaps, possibly, potential, potentially, strive, seek`,
		lt: `siekti, tikėtis, galbūt, galimas, potencialus, tikslas, planuoti`, as: `gali, galėtų, gal, galėtume, can, on average, goal`},
	"alarm": {en: `beware, scam, scammer, fraud, fraudster, fraudulent, con artist, red flag, myth, ponzi, pyramid scheme, warning sign, misleading,
		prohibited, forbidden, banned, illegal, unlawful, hoax, deceive, fake, quack, misinformation, debunked, steer clear`,
		lt: `sukčius, sukčiavimas, sukčiauti, apgaulė, apgavikas, apgavystė, aferistas, afera, mitas, melas, klaidinantis, klaidinti, draudžiamas, uždraustas,
		neteisėtas, saugotis, netikėti, nepatikėti, nepasitikėti, vengti, piramidė, įspėti, įspėjimas, dezinformacija`,
		as: `too good to be true, don't trust, do not trust, don't believe, do not believe, never trust, never believe, be wary, wary of, be careful of, watch out for,
		if someone, if anyone, if somebody, anyone who, anyone promising, anyone offering, anyone claiming, whoever, someone promises, someone offers,
		those who promise, people who promise, against the law, not allowed to, must not, may not promise, be skeptical, be sceptical, don't fall for, if a company, if an advert, ads that promise, claims to,
		per gražu kad būtų tiesa, saugokitės, saugokis, netikėkite, netikėk, nepatikėkite, nepatikėk, nepasitikėkite, pasisaugokite, būkite atsargūs, draudžiama, draudžia, negalima, neleidžiama, neteisėta,
		jei kas, jeigu kas, kas nors žada, kas nors siūlo, jei jums žada, jei jums siūlo, jei žada, kai žada, kai jums žada, kas žada, kurie žada, kurie siūlo, kuris žada, tiems kurie, tariamai, esą`},
	"lure": {en: `want, looking, ready, tired, dream, dreaming, fancy, need, interested, sick, struggling, suffer`,
		lt: `norėti, ieškoti, svajoti, pavargti, pasiruošęs, kankinti, vargti`, as: `nori, norite, ieškai, ieškote, svajojate, svajoji, pavargote, pavargai, why not, kodėl ne, know how, žinote kaip, did you know, ar žinojote, wanna, interested`},
	"news": {en: `police, court, judge, arrest, arrested, convict, convicted, sentence, fine, fined, prosecutor, investigation, investigate, charge, charged, accuse, accused, suspect, allege, alleged, report, law, minister, campaign, prison, jail, trial, study, research, news, statistic, victim, crackdown, prevention, awareness, regulator, whistleblower, museum, history, documentary, film, movie, novel, character, scandal, penalty, inspector`,
		lt: `policija, teismas, teisėjas, sulaikyti, nuteisti, nubausti, bauda, prokuroras, prokuratūra, tyrimas, įtarimas, įtariamasis, įtarti, įstatymas, ministras, ministerija, kampanija, kalėjimas, byla, tyrėjas, pareigūnas, statistika, auka, prevencija, istorija, filmas, romanas, skandalas, STT, FNTT, VMI, inspekcija, nusikaltimas`,
		as: `don't, do not, never, dont, nevairuokite, nevairuok, neduokite, neimkite, nepirkite, zero tolerance, nulinė tolerancija, refuse, atsisako, say no, sakome ne, report it, praneškite`},
}
