package claim

import "rostrum/policy/rule"

var marketWords = map[string]words{
	"best-phrase": {as: `number one in, number 1 in, no. 1 in, no 1 in, nr 1 in, the number one, the no. 1, market leader, the market leader, market-leading, leader in the market, undisputed leader, second to none, unrivalled, unrivaled, unmatched in the market, best in the market, best on the market, best in class, best-in-class, best on earth, the best in lithuania, best in europe, best in the baltics, best price-quality, world's best, europe's best, lithuania's best, world's leading, the world's number one, better than any competitor, better than all competitors, better than the competition, better than our competitors, nobody does it better, no one does it better, no competitor,
		numeris vienas, nr. 1, nr 1, numeris 1, rinkos lyderis, rinkos lyderė, rinkos lyderiai, lyderis rinkoje, lyderiai rinkoje, geriausias rinkoje, geriausia rinkoje, geriausi rinkoje, geriausios rinkoje, geriausią rinkoje, geriausią pasiūlymą rinkoje, geriausias lietuvoje, geriausia lietuvoje, geriausi lietuvoje, geriausios lietuvoje, geriausią lietuvoje, geriausias baltijos šalyse, geriausia baltijos šalyse, geriausi baltijos šalyse, geriausias europoje, geriausi europoje, geriausia europoje, geriausias pasaulyje, geriausia pasaulyje, geriausi pasaulyje, neturi analogų, analogų neturi, neturintis analogų, neturinti analogų, neturi lygių, lygių neturi, neturi konkurentų, geresnio nerasite, geresnės nerasite, geresnių nerasite, geriau nei konkurentai, geriau už konkurentus, geresnis už konkurentų, geresnė už konkurentų, geresni už konkurentų, lenkia visus konkurentus, be konkurencijos, pirmaujanti rinkoje, pirmaujantis rinkoje, pirmaujame rinkoje, pirmi rinkoje`},
	"best": {as: `best, number one, fastest, finest, highest quality, most reliable, most trusted, leading, top, most advanced, most powerful, most popular, safest, strongest, tastiest, healthiest,
		geriausias, geriausia, geriausi, geriausios, geriausią, geriausius, geriausias, greičiausias, greičiausia, greičiausi, greičiausią, greičiausios, kokybiškiausias, kokybiškiausia, kokybiškiausi, kokybiškiausios, patikimiausias, patikimiausia, patikimiausi, patikimiausią, pažangiausias, pažangiausia, pažangiausi, galingiausias, galingiausia, populiariausias, populiariausia, populiariausi, skaniausias, skaniausia, skaniausi, skaniausią, saugiausias, saugiausia, saugiausi, pirmaujantis, pirmaujanti`},
	"scope": {as: `on the market, in the market, in lithuania, in vilnius, in kaunas, in the baltics, in europe, in the world, in the country, in town, in the city, in the industry, in the eu, on earth, worldwide, anywhere, of all, you can buy, money can buy, in the usa, in america, in the uk, nationwide, available today,
		rinkoje, lietuvoje, vilniuje, kaune, klaipėdoje, baltijos šalyse, europoje, pasaulyje, šalyje, mieste, iš visų, visoje lietuvoje, visame pasaulyje, kokį galite rasti, regione, versle`},
	"we": {en: `our, we, us, ours`, lt: `mes, mūsų`, as: `we're, we've, esame, turime, siūlome, gaminame, parduodame, teikiame, kepame, kuriame`},
	"product-word": {en: `product, service, app, software, platform, bank, insurance, internet, phone, laptop, coffee machine, mattress, vacuum cleaner, shampoo, cream, warranty, delivery, customer service, quality, provider, supplier, clinic, pharmacy, shop, store, tyre, window, furniture, toothpaste, detergent, tool, router, mobile plan, solution`,
		lt: `produktas, paslauga, programėlė, platforma, bankas, draudimas, internetas, telefonas, kompiuteris, čiužinys, siurblys, šampūnas, kremas, pristatymas, aptarnavimas, kokybė, tiekėjas, klinika, vaistinė, parduotuvė, padanga, langas, baldai, planas, sprendimas, įrankis, prekė, pasiūlymas, gaminys`},
	"not-market": {en: `fan, team, mom, dad, friend, colleague, day, night, weekend, job, customer, staff, people, person, community, weather, birthday, city, season, practice, luck, wish, boyfriend, girlfriend, summer, view, beach, one of, place to, song, album, seat, memory, choose, help you find, party, band, vacation, school, coach, student, family`,
		lt: `komandos draugas, mama, tėtis, draugas, kolega, diena, naktis, savaitgalis, klientas, darbuotojas, žmogus, bendruomenė, oras, gimtadienis, miestas, sezonas, linkėjimas, vasara, vaizdas, vieta, daina, vienas iš, viena iš, padėti išsirinkti, siekti, norėti, mokytojas, šeima, krepšininkas, futbolas, krepšinis, sirgaliai, žaidėjas, mokykla`},
	"hygiene": {as: `nr 1 taisyklė, rule number one, number one rule, number one priority, number one fan, priority number one, prioritetas numeris vienas, problem number one, number one reason, number one question, klausimas numeris vienas, namas nr 1, durys nr 1, mokykla nr 1, gimnazija nr 1`},
	"green": {as: `carbon neutral, carbon-neutral, climate neutral, climate-neutral, climate positive, climate-positive, carbon negative, co2 neutral, co2-neutral, net zero, net-zero, zero emissions, zero-emission, emission-free, eco-friendly, eco friendly, ecofriendly, environmentally friendly, environment-friendly, planet-friendly, planet friendly, earth-friendly, earth friendly, nature-friendly, good for the planet, good for the environment, better for the planet, kind to the planet, kind to nature, saves the planet, saving the planet, doesn't harm the environment, does not harm the environment, no impact on the environment, zero footprint, no carbon footprint, 100 % natural, all-natural, 100 % organic, 100 % sustainable, fully sustainable, completely sustainable, 100 % biodegradable, fully biodegradable, 100 % recyclable, 100 % green, totally green, chemical-free, chemical free, the greenest, most sustainable, fully compostable, plastic neutral, guilt-free, biodegradable,
		neutralus klimatui, neutrali klimatui, neutralūs klimatui, neutralios klimatui, klimatui neutralus, klimatui neutrali, klimatui neutralūs, klimatui neutralios, klimatui neutralų, klimatui neutralią, anglies dioksidui neutralus, neutralus anglies dioksidui, neutralus co2, co2 neutralus, co2 neutrali, co2 neutralūs, neutralus anglies atžvilgiu, nulinė tarša, nulinės taršos, nulinis anglies pėdsakas, nulinės emisijos, be emisijų, nulinis poveikis aplinkai, be poveikio aplinkai, nedaro žalos aplinkai, draugiškas aplinkai, draugiška aplinkai, draugiški aplinkai, draugiškos aplinkai, draugišką aplinkai, draugiškas gamtai, draugiška gamtai, draugiški gamtai, draugiškos gamtai, aplinkai draugiškas, aplinkai draugiška, aplinkai draugiški, aplinkai draugiškos, aplinkai draugišką, gamtai draugiškas, gamtai draugiška, gamtai draugiški, gamtai draugišką, nekenkia gamtai, nekenkia aplinkai, nekenkiantis gamtai, nekenkianti gamtai, nekenkiantis aplinkai, nekenkianti aplinkai, nekenksmingas aplinkai, nekenksminga aplinkai, tausoja planetą, tausojantis planetą, tausojanti gamtą, tausojantis gamtą, saugo planetą, 100 % natūralus, 100 % natūrali, 100 % natūralūs, 100 % natūralios, 100 % natūralu, šimtu procentų natūralus, šimtu procentų natūrali, visiškai natūralus, visiškai natūrali, visiškai natūralūs, 100 % ekologiškas, 100 % ekologiška, 100 % ekologiški, visiškai ekologiškas, visiškai ekologiška, visiškai ekologiški, 100 % tvarus, 100 % tvari, 100 % tvarūs, visiškai tvarus, visiškai tvari, visiškai tvarūs, 100 % perdirbamas, 100 % perdirbama, visiškai suyrantis, visiškai suyranti, biologiškai skaidus, biologiškai skaidi, be chemijos, žaliausias, tvariausias, tvariausia, tvariausi, ekologiškiausias, ekologiškiausia`},
	"green-thing": {en: `our, we, product, packaging, bag, bottle, collection, shirt, fabric, car, company, brand, shop, store, delivery, flight, cream, soap, cosmetics, detergent, shampoo, energy, cup, box, range, line, new, material, water, coffee, office, factory, service, furniture, paint, ingredient, candle, toothbrush, hotel, buy, fuel, data centre, skincare`,
		lt: `mūsų, mes, produktas, pakuotė, maišelis, butelis, kolekcija, marškinėliai, audinys, automobilis, įmonė, parduotuvė, pristatymas, skrydis, kremas, muilas, kosmetika, skalbiklis, šampūnas, energija, puodelis, dėžutė, linija, naujas, medžiaga, vanduo, kava, biuras, gamykla, paslauga, baldai, dažai, sudėtis, žvakė, viešbutis, pirkti, kuras, priemonė, degalai, gaminys`},
	"green-talk": {en: `by 2030, by 2040, by 2050, goal, target, law, directive, policy, conference, parliament, EU, city, government, country, europe, tips, workshop, event, transition, discuss, hair, greenwashing, what does, sugar`,
		lt: `tikslas, siekti, įstatymas, direktyva, konferencija, seimas, ES, miestas, vyriausybė, valstybė, europa, patarimas, seminaras, diskusija, manipuliacija, žaliasis smegenų plovimas`, as: `iki 2030, iki 2040, iki 2050`},
	"lowest-price": {as: `lowest price guaranteed, lowest prices guaranteed, guaranteed lowest price, guaranteed lowest prices, lowest price guarantee, best price guaranteed, best price guarantee, best prices guaranteed, lowest price in, lowest prices in, lowest price on the market, lowest prices on the market, cheapest in, cheapest on the market, the cheapest in, cheaper than anyone, cheaper than anywhere, cheaper than everyone, nobody is cheaper, no one is cheaper, no one beats our prices, nobody beats our prices, nobody beats our price, unbeatable prices, unbeatable price, won't find it cheaper, won't find cheaper, you won't find a better price, won't find a lower price, can't find it cheaper, cannot find it cheaper, cheaper than all, always the lowest prices, always the lowest price, the lowest prices, our lowest price ever, lower than any competitor,
		mažiausia kaina rinkoje, mažiausios kainos rinkoje, mažiausia kaina lietuvoje, mažiausios kainos lietuvoje, mažiausia kaina garantuota, mažiausios kainos garantija, mažiausia kaina garantuojama, garantuojame mažiausią kainą, garantuojame mažiausias kainas, garantuota mažiausia kaina, geriausia kaina garantuota, geriausios kainos garantija, garantuojame geriausią kainą, garantuota geriausia kaina, geriausia kaina rinkoje, geriausios kainos rinkoje, geriausia kaina lietuvoje, geriausios kainos lietuvoje, geriausiomis kainomis lietuvoje, mažiausiomis kainomis lietuvoje, mažiausiomis kainomis rinkoje, mažiausiomis kainomis mieste, pigiausiai lietuvoje, pigiausiai rinkoje, pigiausiai mieste, pigiausia lietuvoje, pigiausi lietuvoje, pigiausias lietuvoje, pigiausia rinkoje, pigiausias rinkoje, pigiausi rinkoje, pigiau nerasite, pigiau nerasi, pigiau niekur nerasite, pigiau niekur, niekur nerasite pigiau, niekur kitur pigiau, pigiau nei kitur, pigiau nei bet kur, pigiau nei visi, pigiau nei konkurentai, pigiau už visus, nenugalimos kainos, nepralenkiamos kainos, kainos mažesnės nei pas konkurentus, visada mažiausios kainos, visada mažiausia kaina, žemiausia kaina, žemiausios kainos, žemiausią kainą`},
	"was":             {as: `was, were, used to be, previously, before, instead of, old price, original price, regular price, rrp, down from, reduced from, buvo, anksčiau, prieš tai, sena kaina, ankstesnė kaina, įprasta kaina, vietoj, vietoje, kainavo`},
	"now":             {as: `now, now only, now just, today, today only, only, just, new price, sale, sale price, off, dabar, dabar tik, šiandien, tik, vos, nauja kaina, akcija, akcijos kaina, išpardavimas`},
	"reference-price": {as: `last 30 days, past 30 days, previous 30 days, 30-day, 30 day, 30 days before, lowest prior price, mažiausia 30 dienų, per 30 dienų, pastarųjų 30 dienų, paskutinių 30 dienų, 30 dienų kaina, 30 d. kaina, prieš 30 dienų`},
	"not-price":       {en: `raised, donated, salary, wage, fine, budget, worth, rent, ticket fine, turnover, revenue, profit, bill, share, stock, investment, crypto`, lt: `paaukoti, surinkti, alga, atlyginimas, bauda, biudžetas, apyvarta, pelnas, pajamos, akcijų, mokestis, sąskaita, išmoka, investicija, pensija`},
	"free": {as: `absolutely free, completely free, totally free, 100 % free, free of charge, for free, free trial, free gift, free iphone, free phone, free month, first month free, free sample, free samples, free forever, no strings attached, free device, free bottle, free bag, get it free,
		visiškai nemokamai, visiškai nemokamas, visiškai nemokama, nemokama dovana, nemokamą dovaną, nemokamas mėnuo, nemokamą mėnesį, pirmas mėnuo nemokamai, pirmąjį mėnesį nemokamai, mėnuo nemokamai, nemokamas bandomasis, nemokamą bandomąjį, nemokamai gaukite, gaukite nemokamai, gauk nemokamai, pasiimk nemokamai, pasiimkite nemokamai, išbandykite nemokamai, išbandyk nemokamai, dovanų gausite, gausite dovanų, gausite nemokamai, antras nemokamai, antra nemokamai, antroji prekė nemokamai, visam laikui nemokamai, absoliučiai nemokamai, be jokių įsipareigojimų, už 0 eur, už 0 €`},
	"free-offer": {en: `get, order, buy, try, customer, subscription, shop, offer, sign, claim, download, plan, purchase, win, gift, grab`, lt: `gauti, užsisakyti, pirkti, išbandyti, klientas, prenumerata, parduotuvė, pasiūlymas, registruotis, planas, prekė, dovana, akcija, mėnuo, pasiimti`, as: `gaukite, gauk, išbandyk, išbandykite, pasiimk, užsisakyk, užsisakykite, registruokis, registruokitės`},
	"free-terms": {en: `terms, conditions, purchase over, T&C, then, cancel`, lt: `sąlygos, taisyklės, perkant, nusipirkus, įsigijus, išleidus`, as: `terms apply, t&cs, t&c, with every purchase, with any purchase, when you spend, when you buy, with purchase, then €, then $, per month after, while stocks last, apsipirkus už, perkantiems už, vėliau, po to, kiekvienam perkančiam, užsisakius, pirkiniui nuo, sudarius sutartį, entry is free, admission, library, lecture`},
	"safe": {as: `100 % safe, 100 % secure, completely safe, completely secure, absolutely safe, absolutely secure, totally safe, totally secure, perfectly secure, fully secure, unhackable, hack-proof, hacker-proof, can't be hacked, cannot be hacked, impossible to hack, never been hacked and never, bulletproof security, unbreakable encryption, no one can ever steal, zero accidents guaranteed, 100 % accident-free, completely harmless, 100 % child-safe, impossible to break into, 100 % protection, total protection, complete protection guaranteed,
		100 % saugus, 100 % saugi, 100 % saugūs, 100 % saugu, 100 % saugios, šimtu procentų saugus, šimtu procentų saugi, šimtu procentų saugu, visiškai saugus, visiškai saugi, visiškai saugūs, visiškai saugu, visiškai saugios, absoliučiai saugus, absoliučiai saugi, absoliučiai saugūs, absoliučiai saugu, neįmanoma nulaužti, neįmanoma įsilaužti, įsilaužti neįmanoma, nulaužti neįmanoma, neįveikiama apsauga, šimtaprocentinis saugumas, šimtaprocentinė apsauga, 100 % apsauga, visiška apsauga, absoliutus saugumas, niekas niekada nenulauš`},
	"safe-thing": {en: `our, we, product, app, data, payment, bank, account, wallet, toy, car, platform, service, system, password, device, material, vaccine, cream, website, transaction, storage, lock, helmet, ride, food, website, cloud, ingredient, software, your`,
		lt: `mūsų, mes, produktas, programėlė, duomenys, mokėjimas, bankas, sąskaita, piniginė, žaislas, automobilis, platforma, paslauga, sistema, slaptažodis, įrenginys, medžiaga, kremas, svetainė, spyna, šalmas, maistas, debesis, pirkimas, jūsų, prekė`},
	"safe-talk": {en: `nothing, home safe, stay, everyone is, arrived, feel, kids are, family is, made it, driver, landed`, lt: `grįžti, jaustis, parvažiuoti, likti, niekas, visi saugūs`},
}

// What is promised of goods and services: directives 2005/29/EC, 2006/114/EC, 98/6/EC as amended by (EU) 2019/2161, and
// (EU) 2024/825 on environmental claims.
var marketStatements = []*statement{
	{
		id: "best_in_market", category: rule.ClaimOther, requires: "proof",
		says: []way{
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
		says: []way{{say: "green green-thing", within: 8, unless: "green-talk"}},
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
		says: []way{{say: "lowest-price"}},
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
		says: []way{{say: "was now € €", within: 6, unless: "not-price"}},
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
		says: []way{{say: "free free-offer", within: 6}},
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
		says: []way{{say: "safe safe-thing", within: 7, unless: "safe-talk"}},
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
