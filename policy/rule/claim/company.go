package claim

import "rostrum/policy/rule"

var companyWords = map[string]words{
	"our-company": {as: `we, our, we're, we'll, we've, we'd, us, my company, my employer, the company, our company, my team, our firm, at work, our ceo, our cfo, the board, boss, i, my boss, management,
		mes, mūsų, mums, mus, įmonė, įmonės, įmonei, įmonę, bendrovė, bendrovės, bendrovę, mūsiškiai, pas mus, vadovas, vadovė, direktorius, valdyba, darbe, mūsiškė, kompanija, kompanijos, mano darbdavys`},
	"result": {en: `revenue, profit, sales, earnings, EBITDA, turnover, loss, margin, results, net income, quarterly results, numbers, Q1, Q2, Q3, Q4, revenues`,
		lt: `pelnas, pajamos, apyvarta, pardavimai, nuostolis, EBITDA, marža, rezultatai, pelningumas, ketvirčio rezultatai`, as: `q1, q2, q3, q4, nuostoliai, nuostolių, ebitda`},
	"hard-result": {en: `revenue, profit, earnings, EBITDA, turnover, net income, operating margin, sales figures, quarterly results, annual results, revenues`,
		lt: `pelnas, pajamos, apyvarta, nuostolis, EBITDA, pelningumas, ketvirčio rezultatai, metiniai rezultatai, metų rezultatai, pardavimų pajamos`, as: `nuostolių, nuostoliai, ebitda, q1 results, q2 results, q3 results, q4 results, q1 numbers, q2 numbers, q3 numbers, q4 numbers, q1 revenue, q2 revenue, q3 revenue, q4 revenue`},
	"will-report": {as: `will report, we'll report, we'll be reporting, going to report, about to report, will announce, we'll announce, going to announce, about to announce, will post, we'll post, will publish, we'll publish, going to post, going to beat, will beat, we'll beat, will miss, we'll miss, going to miss, will exceed, we'll exceed, will smash, going to smash, about to smash, will come in, coming in at, coming in above, coming in below, will be, going to be, is going to, on track for, on track to, heading for, expects, expect, we expect, forecast, forecasting, projecting, will hit, we'll hit, about to hit, about to close, will grow, will drop, will fall, will rise, wait until you see, wait till you see, before it's announced, before we announce, before we publish, before the announcement, before the report, not public yet, not yet public, not announced yet, unannounced, unpublished, haven't announced, hasn't been announced, haven't published, still confidential, still secret, under embargo, hush-hush, keep it quiet, internal numbers, internal figures, internally, just saw the numbers, saw the numbers, seen the numbers, sneak peek, leaked, between us, don't tell anyone, sneak preview, next week's results, preliminary, unaudited, we're on course, unofficially,
		bus, sieks, viršys, augs, išaugs, didės, mažės, kris, sumažės, padidės, paskelbsime, skelbsime, pranešime, paskelbs, praneš, planuojame, prognozuojame, prognozuojama, tikimės, numatome, laukiama, dar neskelbta, dar nepaskelbta, dar nepaskelbti, dar nepaskelbėme, dar neskelbėme, dar neskelbiame, dar nevieša, dar neviešas, dar nevieši, neviešas, neviešai, neviešinta, neviešinama, kol kas nevieša, kol kas neviešinta, dar paslaptis, kol kas paslaptis, kol kas niekam nesakykite, niekam nesakykite, niekam nesakyk, tarp mūsų, tik tarp mūsų, prieš paskelbiant, iki paskelbimo, nesulaukus paskelbimo, pribloškiantys, mačiau skaičius, mačiau ataskaitą, mačiau rezultatus, preliminarus, preliminarūs, preliminariais, preliminari, preliminarios, pirminiais, neaudituoti, neaudituotais, neoficialiai, vidiniais duomenimis, pamatysite kai paskelbsime, nutekėjo`},
	"direction": {as: `record, up, down, doubled, tripled, halved, grew, fell, dropped, jumped, plunged, collapsed, missed, beat, beating, exceeded, worst, best, higher, lower, terrible, amazing, huge, disappointing, below, above, in the red, tanked, soared, crashed, negative, positive, strong, weak, way ahead, behind target, below target, above target,
		rekordinis, rekordinė, rekordines, rekordinės, rekordinį, rekordiniai, rekordą, išaugo, krito, sumažėjo, padidėjo, smuko, šoktelėjo, padvigubėjo, patrigubėjo, nukrito, prastas, prasti, prasčiausi, prasčiausias, geriausias, geriausi, didesnis, didesnės, didesnės, mažesnis, mažesnės, blogi, blogas, puikūs, nesieks, nesiekė, minuse, pliuse, žemyn, aukštyn, nepasiekėme, viršijome, viršijo, nuostolingas, nuostolingi, neįvykdėme, kritę, augo, silpnas, stiprus, nebus`},
	"fiscal-period": {as: `this quarter, next quarter, last quarter, the quarter, first quarter, second quarter, third quarter, fourth quarter, q1, q2, q3, q4, this year, the year, this month, next month, half-year, h1, h2, fiscal year, fy26, fy27, fy25, year end, year-end, next week, on thursday, on monday, tomorrow, next year, full-year,
		šį ketvirtį, šio ketvirčio, kitą ketvirtį, praėjusį ketvirtį, pirmąjį ketvirtį, antrąjį ketvirtį, trečiąjį ketvirtį, ketvirtąjį ketvirtį, pirmą ketvirtį, antrą ketvirtį, trečią ketvirtį, ketvirtą ketvirtį, ketvirčio, i ketvirčio, ii ketvirčio, iii ketvirčio, iv ketvirčio, i ketvirtį, ii ketvirtį, iii ketvirtį, iv ketvirtį, šiemet, šiais metais, šių metų, šį mėnesį, šio mėnesio, kitą mėnesį, kitą savaitę, pusmečio, pusmetį, pirmąjį pusmetį, metų pabaigoje, kitąmet, kitais metais, rytoj, ketvirtadienį, metų, 2026 m, 2027 m, 2026 metų`},
	"public-already": {as: `as announced, announced today, today announced, we announced today, we have announced, we published, today we published, published today, has published, annual report, press release, our report is, full report, read our report, read the report, reported today, today reported, as published, nasdaq, stock exchange, according to our published, publicly available, has been published, were published, is now public, available on our website, earnings call today, see our results, investor page, investor relations page, interim report, our published,
		paskelbėme, paskelbė, šiandien paskelbėme, paskelbta, paskelbti, paskelbtas, paskelbtais, viešai paskelbta, metiniame pranešime, metinį pranešimą, metinė ataskaita, metinėje ataskaitoje, metinę ataskaitą, ataskaitoje, ataskaita skelbiama, visa ataskaita, visą ataskaitą, pranešimas spaudai, biržoje, per biržą, nasdaq vilnius, rezultatus rasite, rezultatai skelbiami, registrų centro duomenimis, viešai skelbiama, skelbiama mūsų svetainėje, ataskaitą rasite, jau vieša, jau viešas, jau vieši`},
	"not-finance": {en: `election, lottery, match, game, exam, test, blood, lab, search, survey, race, competition, garage, bake, charity, ticket, album, vote, football, basketball, season, lost and found, team sports, donate, teaser, hiring, concert`,
		lt: `rinkimai, loterija, rungtynės, egzaminas, kraujas, testas, apklausa, varžybos, konkursas, labdara, bilietas, balsavimas, krepšinis, futbolas, sezonas, žaidimas, tyrimas, paaukoti, mokinys, studentas, pažymys, koncertas, mokykla`},
	"acquire": {as: `acquiring, will acquire, to acquire, about to buy, buying out, going to buy, buying the company, taking over, takeover, merging with, merge with, merging, merger, merger talks, the merger, acquisition, acquisition talks, being acquired, getting acquired, being bought, getting bought, been bought, selling the company, selling our company, sell the company, being sold, bought out, buyout, in talks to buy, in talks to sell, signing the deal, due diligence, letter of intent, term sheet, we're buying, we are buying, we're acquiring, sold to,
		perkame įmonę, perkame bendrovę, perka mus, mus perka, perka mūsų įmonę, mūsų įmonę perka, mus parduoda, parduodama įmonė, įmonė parduodama, parduodame įmonę, parduos įmonę, nuperka, nupirks, perims, perimame, perima, susijungiame, susijungsime, susijungs, susijungimas, susijungimo, susijungimą, susijungia, jungiamės, jungsimės, įsigyjame, įsigysime, įsigis, įsigyja, įsigijimas, įsigijimo, įsigijimą, derybos dėl pardavimo, derybos dėl įsigijimo, deramės dėl, dėl pirkimo, sandoris, sandorį, sandorio, parduodami, ketinimų protokolas, ketinimų protokolą, keičiasi savininkas, keičiasi savininkai, perkame konkurentą, perkame konkurentus, perkame startuolį`},
	"company-deal": {en: `company, competitor, startup, firm, subsidiary, business, rival, brand, group, bank, chain, board, shareholder, owner, lawyer, CEO, deal, agency, supplier, plc, ltd, Inc`,
		lt: `įmonė, bendrovė, konkurentas, startuolis, dukterinė įmonė, verslas, grupė, bankas, tinklas, valdyba, akcininkas, savininkas, teisininkas, sandoris, agentūra, tiekėjas, UAB, AB, kompanija`, as: `uab, ab`},
	"not-yet": {as: `not announced, not announced yet, not public, not yet public, isn't public, unannounced, before the announcement, secret, secretly, confidential, hush, quietly, between us, don't tell, not yet signed, not signed yet, almost signed, next week, next month, tomorrow, soon, about to, in talks, talks, negotiating, negotiations, will, we'll, going to, planning, rumour has it, rumor has it, keep it quiet, this spring, this summer, this autumn, this year, next year, in january, in february, in march, in april, in may, in june, in september, in october, in november, in december, are acquiring, we're acquiring, we are acquiring, by the end of, 
		dar neskelbta, dar nepaskelbta, dar nevieša, neviešai, neviešas, slapta, paslaptis, konfidencialu, tyliai, tarp mūsų, niekam nesakyk, niekam nesakykite, kitą savaitę, kitą mėnesį, rytoj, netrukus, greitai, tuoj, derybos, derybų, deramės, derybose, planuojame, planuojama, ketiname, ketinama, bus, gandai, jau beveik, pasirašysime, pasirašome, pasirašys, pavasarį, vasarą, rudenį, žiemą, šiemet, kitąmet, kitais metais, iki metų pabaigos, susijungsime, įsigysime, susijungiame, įsigyjame, perkame, mus perka, perka mus`},
	"cut-jobs": {as: `laying off, lay off, layoffs, layoff, laid off, will be laid off, redundancies, redundancy, job cuts, cutting jobs, cut jobs, staff cuts, letting people go, let go of, downsizing, closing the office, closing our office, closing the factory, closing the plant, close the plant, closing the store, shutting down the, close the office, firing, headcount reduction, hiring freeze, restructuring, mass dismissal,
		atleisime, atleis, atleidžiame, atleidžia, atleidimai, atleidimus, atleidimų, atleidimas, atleidimą, masiniai atleidimai, masinis atleidimas, mažinsime etatus, mažins etatus, mažiname etatus, mažina etatus, etatų mažinimas, etatų mažinimą, mažinsime darbuotojų, mažins darbuotojų, uždarysime, uždaro, uždarys, uždarome, uždaromas, uždaroma, naikinsime etatus, naikins etatus, naikinami etatai, restruktūrizacija, karpys etatus, karpysime, stabdome priėmimą`},
	"job-thing": {en: `people, employee, staff, colleague, team, job, department, worker, office, factory, plant, store, branch, developer, engineer, company, half, third, per cent, position, everyone`,
		lt: `žmogus, žmonės, darbuotojas, kolega, komanda, skyrius, padalinys, biuras, gamykla, parduotuvė, filialas, etatas, programuotojas, inžinierius, įmonė, pusė, trečdalis, cechas, fabrikas, vadybininkas, pareigybė`},
	"at-work": {as: `we, we're, we'll, our, my company, the company, at work, my employer, here, management, the board, my team, mes, mūsų, įmonė, įmonėje, bendrovė, pas mus, darbe, vadovybė, valdyba, mūsiškiai, pas mus darbe, skyrių, skyrius, atleisime, atleidžiame, uždarysime, uždarome, mažinsime etatus, mažiname etatus`},
	"own-merger": {as: `we're acquiring, we are acquiring, we're being acquired, we are being acquired, we're getting acquired, we're merging with, we are merging with, we're about to acquire, we're buying our competitor, our company is being sold, our company is being acquired, the company is being sold, my company is being acquired, my company is getting acquired,
		mus perka, mūsų įmonę perka, mūsų bendrovę perka, mūsų įmonę parduoda, mūsų įmonę nupirko, perkame konkurentą, perkame konkurentus, perkame konkurento, susijungiame su, susijungsime su, jungiamės su konkurentais, parduodame savo įmonę`},
	"own-layoffs": {as: `we're laying off, we are laying off, we'll be laying off, we will lay off, we're going to lay off, layoffs are coming, layoffs coming, layoffs next week, layoffs next month, company is planning layoffs, our company is laying off, my company is laying off, management is planning layoffs, management plans layoffs, we're cutting jobs, we are cutting jobs, we're closing the plant, we're closing the factory, we're closing the office,
		atleisime darbuotojus, atleisim žmones, atleisime žmones, planuojame atleidimus, planuojami atleidimai, planuoja atleidimus, laukia atleidimai, bus atleidimų, bus atleidimai, bus masinių atleidimų, mažinsime etatus, mažinsim etatus, mažins etatus, naikins etatus, atleidžiame trečdalį, atleisime trečdalį, atleis trečdalį, atleis pusę, atleisime pusę, uždarysime skyrių, uždarysime gamyklą, uždarys gamyklą, uždarys skyrių, uždaro skyrių, uždaro gamyklą, uždarys mūsų`},
	"investor-event": {as: `ipo, going public, go public, listing on, share buyback, stock split, dividend will, dividends will, dividend this year, the dividend, raising a round, closing a round, closing our series, raised a series, funding round, series a, series b, series c, seed round, investment round, our investors, lead investor, profit warning, guidance, new investor, term sheet, share issue, bond issue, new ceo, ceo is resigning, ceo is leaving, ceo resigns, cfo is leaving, ceo will step down, ceo is stepping down, cfo is stepping down, going bankrupt, bankruptcy, insolvency, insolvent, running out of cash, out of cash, can't pay, credit rating, rights issue, shareholder vote, sold his shares,
		ipo, eisime į biržą, einame į biržą, eina į biržą, eis į biržą, į biržą, akcijų supirkimas, akcijų supirkimą, supirksime akcijas, supirks akcijas, dividendai bus, dividendus mokėsime, dividendų nebus, mokėsime dividendus, mokės dividendus, dividendai, dividendus, dividendų, investicijų raundas, investicijų raundą, finansavimo raundas, finansavimo raundą, pritraukėme investiciją, pritraukiame, pritraukėme, naujas investuotojas, naujasis investuotojas, naują investuotoją, obligacijų emisija, obligacijų emisiją, akcijų emisija, akcijų emisiją, traukiasi vadovas, vadovas traukiasi, atsistatydina, atsistatydins, direktorius išeina, vadovas išeina, išeina iš pareigų, keičiasi vadovas, bankrutuojame, bankrotas, bankrotą, bankrutuos, nemokumas, nemokūs, pritrūksime pinigų, baigiasi pinigai, akcininkų susirinkime`},
	"secret-time": {as: `not announced, not announced yet, not public, not yet public, isn't public, unannounced, before the announcement, before it's announced, secret, secretly, confidential, between us, don't tell, next week, next month, next quarter, tomorrow, soon, about to, will be, we'll, will, going to, planning, rumour has it, rumor has it, keep it quiet, hasn't been announced, haven't announced, haven't told,
		dar neskelbta, dar nepaskelbta, dar nepaskelbėme, dar nevieša, dar nežino, neviešai, slapta, paslaptis, konfidencialu, tarp mūsų, niekam nesakyk, niekam nesakykite, kitą savaitę, kitą mėnesį, kitą ketvirtį, rytoj, netrukus, tuoj, planuojame, ketiname, bus, nebus, mokėsime, eisime, einame, traukiasi, atsistatydins, pasirašysime, kol kas neviešinama, kitąmet, kitais metais, pavasarį, rudenį, oficialiai dar`},
}

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
			{say: "own-merger"},
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
