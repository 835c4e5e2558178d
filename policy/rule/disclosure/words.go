package disclosure

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// lists are the words that this kind knows, shared by all its rules.
type lists struct {
	praise, no, refer        *phrase.List
	works, worksNear, belong *phrase.List
	relation, gift, giver    *phrase.List
	paidFor, influencer      *phrase.List
	code, codeWord           *phrase.List
	codeVerb, saving         *phrase.List
	marker, bought, by       *phrase.List
	influence                *phrase.List
	blame, place, kin, talk  *phrase.List
	better, anyone           *phrase.List
	basket, tag              *phrase.List
}

// words are separated by commas; "as" is matched as written, the others in all their forms.
type words struct{ en, lt, as string }

var (
	// praise recommends, praises or calls to buy.
	praise = words{
		en: `love, adore, recommend, favourite, favorite, obsess`,
		lt: `rekomenduoti, nuostabus, puikus, fantastiškas, tobulas, mėgstamiausias, dievinti, mylėti, nerealus, šaunus, skanus, skaniausias, geriausias, patogiausias, genialus, tyliausias, gražiausias, greičiausias, lengviausias, stipriausias, protingiausias, mieliausias, šauniausias, kokybiškiausias, patikimiausias, švariausias, smagiausias, stilingiausias, šedevras`,
		as: `a genius, is genius, was genius, masterpiece, mind blown, on another level, next level, shout-out, shout out to, shoutout, hats off, like a dream, slaps, gem, gorgeous, a dream, unreal, flawless, spot on, stunning, no notes, blew me away, gets it right, gets design right, finest, quietest, fastest, smoothest, easiest, prettiest, coolest, nicest, cutest, strongest, tastiest, smartest, most beautiful, most reliable, most comfortable,
			10 out of 10, ten out of ten, five out of five, 5/5, a solid ten, ⭐⭐⭐⭐, ⭐⭐⭐⭐⭐, ★★★★★, dešimt iš dešimties, dešimt balų, 10 balų, penki balai, penkios žvaigždutės, 5 žvaigždutės,
			better than anyone, better than any, better than everyone, won't find better, won't find a better, can't find a better, never had a better, wins hands down, wins and, wins every time, beats every, beats them all, beats the rest, in a league of its own, unbeatable, no competition, never had a bad, not a single bad, no regrets, can't fault, cannot fault, can't get enough, never looked back, never look back, crush it, crushes it, nailed it, did it again,
			should have done it years ago, should have bought it years ago, should've bought, should've done it, how i survived, how i lived without, how we lived without, how did i ever, how i managed without, going strong, still going strong, lasts forever, like new, as good as new, never let us down,
			i'd go with, i would go with, go with the, go for the, get yourself, treat your, grab it, snap it up, drop by, pop in, stop by, go see, i trust, do get, stop overpaying, before you've tried, until you've tried, till you've tried, look no further, trust me on, you're welcome, well done, kudos,
			genialu, genialiai, kosmosas, ugnis, svajonė, tiesiog svajonė, pasaka, veža, varo, bomba, žiauriai geras, žiauriai gera, lenkia, lenkia visus, lenkia abu, pralenkia, pranoko, pataikė, lenkiu galvą, nukeliu kepurę, kepurę nukeliu, valio, pagarba, aukštas lygis, kito lygio, kitas lygis, iš kitos planetos, atsidžiaugti, negaliu atsidžiaugti, džiaugiuosi kaskart, pirkinys metų, metų pirkinys, geriausias pirkinys, dovana sau,
			geresnio už, geresnės už, geresnių už, tylesnio, tylesnės, skanesnio, skanesnės, gražesnio, geresnių, geriau už, skaniau nei, skaniau už, geriau nei, tyliau nei, nėra lygių, neturi lygių, nė karto nenuvylė, nei karto nenuvylė, niekada nepavedė, nė vieno prasto, nė vienos blogos, nesigailiu, nesigailėjau, nesigailim, seniai reikėjo, reikėjo anksčiau, kaip anksčiau gyvenau be, kaip anksčiau gyvenom be, kaip gyvenau be, kaip gyvenome be, kaip gyvenom be, kaip naujas, kaip nauja, lyg niekur nieko, gyvenimas pasikeis, pakeitė gyvenimą,
			imčiau, rinkčiausi, siūlau visiems, siūlau, siulau visiems, nusipirkit, nusipirkite, nusipirk, čiupkit, čiupkite, čiupk, nueikit, nueikite, užsukit, paragaukit, paragaukite, paragauk, nepraeikit, nepraeikite, pasinaudokit, pasinaudokite, kol neišbandėt, kol neišbandėte, kol neišbandysit, nebemokėkit, nebepermokėkit, nėr už ką, nėra už ką, aišku kad, didžiausia fanė, didžiausias fanas, fanė, fanas,
			amazing, awesome, great, excellent, fantastic, brilliant, incredible, perfect, superb, outstanding, wonderful, delicious, best, the best,
			must-have, must have, game changer, game-changer, life changing, highly recommend, check out, check it out, go buy, buy it, buy one, go get, get yours, get one, order now, order yours, download it, download the, try it, you should try, you have to try, you need to try, give it a try, go try, you need this, everyone needs, worth every, worth it, so good, really good, super good, too good, can't live without, cannot live without, nothing beats, beats everything, 10/10, five stars, 5 stars, blown away, impressed, so happy with, very happy with, thumbs up, hands down, never going back, fan of, works like a charm, can't recommend it enough, cannot recommend it enough, can't recommend them enough, never disappoints, never disappoint, always delivers, never let me down, do yourself a favour, do yourself a favor, happy with my, so happy i bought, best purchase, love it, love this, top quality, second to none, treat yourself, run don't walk, grab yours, grab one, you won't regret, won't regret, changed my life, don't miss,
			patinka, labai patinka, patiko, niekada nenuvilia, niekada nenuvylė, nenuvylė, nenuvilia, pati geriausia, pats geriausias, geriausias pirkinys, neabejokite, griebkite, skubėkite įsigyti, labai skanu, skanu, rekomenduočiau, patarčiau, labai rekomenduoju, pasilepinkite, oho koks, superinė, aukščiausias lygis, aukščiausio lygio, žavi, sužavėjo, super, superinis, nuostabu, puiku, labai geras, labai gera, labai geri, labai gerai, toks geras, tokia gera, verta, verta kiekvieno, būtinai išbandykite, būtinai išbandyk, išbandykite, išbandyk, pabandykite, pabandyk, pirkite, pirk, įsigykite, įsigyk, užsisakykite, užsisakyk, atsisiųskite, atsisiųsk, parsisiųskite, negaliu be, neįsivaizduoju gyvenimo be, nieko nėra geriau, geresnio nėra, geriau nebūna, 10 iš 10, penkios žvaigždutės, likau sužavėta, likau sužavėtas, esu sužavėta, esu sužavėtas, labai džiaugiuosi, džiaugiuosi pirkiniu, gerbėja, gerbėjas, kietas, kieta, faina, fainas, topas, jėga, bomba, tobula, užsukite, eikite ir pirkite, nesigailėsite, nesigailėsi, imk, imkit, imkite, geresnio nerasi, geresnio nerasit, geresnio nerasite, geresnės nerasite, 😍, 🤩, 🔥, 💯, ❤️, ❤`,
	}
	// better praises where anyone, all the others, stands near: “makes better toasters than anyone else”.
	better = words{en: `better, nicer, faster, quieter, tastier, easier, stronger, smoother, prettier`,
		lt: `geresnis, gražesnis, greitesnis, tylesnis, skanesnis, patogesnis, stipresnis, lengvesnis, patikimesnis`, as: `geriau, skaniau, greičiau, tyliau, patogiau, gražiau`}
	anyone = words{as: `than anyone, than any, than everyone, than everything, than all, than the rest, than the others, than ever, nobody makes, nobody does, no one makes, won't find, can't find, cannot find, will never find,
		už visus, už visas, nei visi, nei visos, nei bet kas, nei bet kuris, nei kiti, nei kitur, negu kiti, niekas, nerasi, nerasit, nerasite, nebūna, nėra`}
	// blame turns what looks like praise into a complaint: “I wanted to love my …, but it broke”.
	blame = words{as: `broke, broken, breaks, wanted to love, wanted to like, tried to love, raised the price, raised prices, raised the prices, raising prices, refund, terrible, awful, disappointing, disappointed, overpriced, waste of money, save your money, never again, love how they never, used to be good, used to be great, 🙃, 🙄,
		sulūžo, sugedo, lūžta, genda, norėjau pamilti, norėjau mylėti, pakėlė kainas, pakėlė kainą, kelia kainas, pabrango, grąžinkit pinigus, baisus, baisu, nusivyliau, nuvylė, nuvylęs, neverta, neverti, nebeperku, šlamštas, į servisą, nešiau į servisą, brangoka, permokėjau`}
	// place comes before a brand that only says where something is.
	place = words{as: `past, near, next to, behind, outside, opposite, in front of, home from, walked from, pro, šalia, prie, už kampo nuo, priešais, netoli`}
	// kin is who gives and treats without being paid.
	kin = words{en: `mum, mom, dad, mother, father, sister, brother, grandma, grandpa, granny, nan, aunt, uncle, cousin, husband, wife, boyfriend, girlfriend, friend, colleague, coworker, neighbour, neighbor, boss, family, parents, kid, son, daughter, city, school`,
		lt: `mama, tėtis, sesė, sesuo, brolis, močiutė, senelis, teta, dėdė, pusseserė, pusbrolis, vyras, žmona, vaikinas, mergina, draugas, draugė, kolega, kolegė, kaimynas, kaimynė, viršininkas, viršininkė, šeima, tėvai, vaikai, sūnus, dukra, anyta, uošvė, savivaldybė, mokykla`}
	// talk is about such posts, or about work done together; it is none.
	talk = words{en: `label, thesis, workshop, webinar, seminar, guideline, disclose, hackathon, conference, university, research, lecture, watchdog, complaint, lawyer`,
		lt: `žymėti, žymėjimas, seminaras, hakatonas, konferencija, universitetas, paskaita, tyrimas, gairės, bakalauras, magistras, bakalaurinis, teisininkas`,
		as: `label gifted, how to label, ftc, vvtat, vtech, vgtu, vilnius tech, ktu, kaip žymėti, reikia žymėti, say it's an ad, rašykit reklama`}
	no = words{as: `not, no, never, don't, dont, doesn't, didn't, can't, cannot, isn't, wasn't, aren't, won't, wouldn't, hardly, neither, used to, wish,
			ne, nėra, nebuvo, nebe, niekada, nei, nerekomenduoju, nelabai`}
	// refer points back to what was named in the sentence before.
	refer = words{as: `it, it's, its, this, that, these, they, them, jis, ji, jie, jos, jį, ją, juos, jas, tai, šis, ši, šie, jo, toks, tokia`}
	// works says by itself that the writer works there.
	works = words{as: `i work here, i work there, i work for them, work for them, where i work, work at this company, company i work for, place i work, my employer, my workplace, my day job,
			employee of, as an employee, i'm an employee, i am an employee, (employee), employee here, full disclosure, disclosure, disclaimer i work, pay my salary, pays my salary, pay my wages, pays my bills, my payslip, my payslips, sign my payslips, on the payroll, for a living, new job alert, my new job, people i sit next to, engineers i sit next to, we've been working on, of my life in one box, i'm biased, i am biased, biased because,
			my company, our company, our product, our products, our app, our store, our stores, our shop, our latest, our launch, our engineers, our designers, our colleagues, my colleagues, our office, my work team, we launched, we just launched, we've just launched, we've launched, we're launching, we built, we made this, we released, we just released, we've released, we're hiring, i helped build, i helped make, i designed, i worked on, we at, here at, proud to work, proud to be working, joined the team, part of the team, on the team at, #employee, #teammember,
			man čia moka algą, moka man algą, moka algą, algą gaunu, gaunu algą, esu subjektyvus, esu subjektyvi, esu šališkas, esu šališka, mano naujas darbas, naujame darbe, parduoda kasdien, parduodu kasdien, išleidom, sukūrėm, pristatom, čia dirbu, ten dirbu, dirbu čia, dirbu ten, kurioje dirbu, kur dirbu, kuriame dirbu, mano darbdavys, mano darbdavio, mano darbdaviui, mano darbovietė, mano darbovietės, mano įmonė, mano įmonės, mano įmonėje, mūsų įmonė, mūsų įmonės, mūsų įmonėje, mūsų komanda, mūsų komandos, mūsų kolektyvas, mūsų produktas, mūsų produktai, mūsų produktą, mūsų programėlė, mūsų programėlę, mūsų parduotuvė, mūsų parduotuvėje, mūsų kavinėje, mūsų naujiena, mano kolegos, mano kolegų, mano kolegoms, su kolegomis sukūrėme, kolegos sukūrė, mes sukūrėme, sukūrėme, išleidome, pristatėme, esu darbuotoja, esu darbuotojas, kaip darbuotoja, kaip darbuotojas, pati dirbu, pats dirbu, mano darbe, pas mus darbe, mano darbo vieta, mano komanda`}
	// worksNear says so when the brand stands within a few words.
	worksNear = words{as: `day 1 at, day one at, first day at, first week at, my first month at, years at, year at, months at, worked at, used to work at, payroll, joining, joined, i design, i build, i develop, i test, i sell, i'm an engineer, my colleagues, pirma diena, pirmoji diena, pirma savaitė, metai, metų, dirbau, prisijungiau, prisijungiau prie, projektuoju, kuriu, testuoju, parduodu, bandau, algą, i work, working at, working for, work for, work at, i'm with, employee, employed, job at, my job, team, intern at, manager at, engineer at, designer at, developer at, #team,
			dirbu, dirbame, dirbanti, dirbantis, darbuotoja, darbuotojas, darbuotojų, darbas, komanda, komandos, komandoje, praktiką, vadovauju`}
	// belong says so right before the brand.
	belong = words{as: `our, mūsų, my team's, we at, mes`}
	// relation tells that money or goods may have changed hands. None of these words is clear enough for readers.
	relation = words{
		as: `collab, collaboration, in collaboration with, in collab with, collaborating with, partnered with, partnering with, in partnership with, teamed up with, ambassador, brand ambassador, gifted, gifted by, pr package, pr gift, pr box, press sample, spon, sp, barter, giftedbybrand, gifting, prsample, brandambassador, brandpartner, giftedproduct,
			bendradarbiavimas, bendradarbiaujant, bendradarbiauju, bendradarbiaudama, bendradarbiaudamas, bendradarbiaujame, kartu su partneriais, ambasadorė, ambasadorius, ambasadore, ambasadoriumi, pr siunta, pr siuntą, pr dėžutė, pr dėžutę, pr dovana, barteris, barteriu, mainais už įrašą, partnerystė, partnerystėje su, partnerystę, filialinė nuoroda, partnerio nuoroda,
			as the face of, new face of, newest ambassador, happy to be working with, excited to be working with, thrilled to be working with, proud to be working with, paired up with, joined forces with, the collection we made, our collection together, our joint collection, pr mail, pr haul, pr parcel, pr unboxing, in return for this post, in exchange for this post, in exchange for a review, in return for a review, in exchange for a post,
			veidas, šeimos dalis, naujoji ambasadorė, naujasis ambasadorius, galėdama dirbti su, galėdamas dirbti su, džiaugiuosi dirbdama su, džiaugiuosi dirbdamas su, susivienijom su, susivienijome su, suvienijom jėgas su, suvienijome jėgas su, bendra kolekcija, mūsų bendra kolekcija, x aš, pr siuntos, pr siuntų, pr siuntinys, pr paketas, už šį įrašą, už šitą įrašą, mainais į įrašą, mainais už istoriją, mainais į atsiliepimą`,
	}
	// code earns the writer a share of what others buy.
	code = words{as: `my followers get, tell them i sent you, say i sent you, own discount, personal discount code, small commission, a commission if, earn a commission, get a commission, i earn from, earn from qualifying, on my storefront, my storefront, linked in my bio, all linked in my, helps support me, my ref link, my invite link,
			mano sekėjams, mano sekėjai gauna, pasakykit kad nuo manęs, pasakykite kad nuo manęs, kad nuo manęs, asmeninę nuolaidą, mano nuolaida, palaikote mane, palaikysite mane, man atiteks, man atitenka, aš irgi gausiu, gausiu ir aš, gaunu procentą, gaunu procentus, per žemiau esančią nuorodą, per nuorodą žemiau, su mano nuoroda, partnerinė nuoroda, visos nuorodos profilyje, use my code, my code, with my code, my discount code, my promo code, my referral code, my referral link, my affiliate link, use my link, through my link, via my link, discount code, promo code, affiliate link, affiliate links, affiliate, affiliates, link in bio to shop, shop my link, swipe up to shop,
			mano kodas, mano kodą, mano kodu, su mano kodu, nuolaidos kodas, nuolaidos kodą, nuolaidos kodu, nuolaidų kodas, su nuolaidos kodu, per mano nuorodą, pagal mano nuorodą, mano nuoroda, kodas nuolaidai, asmeninis kodas`}
	// codeWord does so when a code in capitals or with digits follows.
	codeWord = words{as: `code, use code, with code, enter code, kodas, kodą, kodu, su kodu, panaudokite kodą, naudokite kodą, įveskite kodą`}
	// codeVerb says what to do with a code, which is any word in capitals where saving is spoken of as well.
	codeVerb = words{as: `type in, enter, put in, punch in, use, įveskit, įveskite, įvesk, įrašykit, įrašykite, įrašyk, pasakykit, pasakykite, pasakyk, panaudokit, panaudokite`}
	saving   = words{en: `discount`, lt: `nuolaida, pigiau`, as: `% off, off, save, free, for free, checkout, at checkout, cheaper, thank me later, krepšelyje, krepšelis, sutaupysit, sutaupysite, sutaupysi, sutaupyk, nemokamai, nemokamas, nemokama, už dyką, padėkosit, padėkosite, padėkosi`}
	// basket is where a code is typed, and tag what hashtags are looked at for.
	basket = words{as: `at checkout, at the checkout, krepšelyje, atsiskaitant`}
	tag    = words{as: `ad, ads, advert, sponsored, reklama, apmokėtapartnerystė, paidpartnership, partner, gifted, dovana, dovanota, gautadovana`}
	// influence tells of content that somebody makes for a company.
	influence = words{as: `we sent our, we sent the, we sent her, we sent him, sent our new, for us with, recipes for us, created for us, made for us, what he had to say, what she had to say, what they had to say, took over our, takes over our, to show you, shows you how, see how she, see how he,
		nusiuntėme, nusiuntėm, išsiuntėme, įteikėme, sukūrė mums, mums sukūrė, pagamino mums, mums paruošė, ką jis pasakė, ką ji pasakė, ką jie pasakė, parodėme, parodėm, kartu su influencere, perėmė mūsų paskyrą`}
	// gift is thanks for, or word of, something received; a brand or a handle tells from whom.
	gift = words{as: `sent me, sent us, sent this, for sending, for the gift, for gifting, for the gifts, for this gift, thanks for the goodies, for the goodies, got for free, received for free, got it for free from, free product from, for free from, invited me, invited us, for inviting, treated me, complimentary, for the free, dropped off at my door, dropped off at our door, dropped this off, dropped off, on my doorstep, parcel from, huge parcel, put us up, put me up, flew us, flew me, lent us, lent me, let me try, let us try, let me test, let us test, let me be the first, wouldn't let us pay, wouldn't let me pay, refused to let us pay, on the house, on them, didn't cost us, didn't cost me, cost us nothing, cost me nothing, for the goddies, for the goodie, for the treats, free haircut, free meal, free stay, free night, wanted us to test, wanted me to test, wanted us to put, asked me to try, asked us to try, paid me, paying me, for nothing, hosted us, hosted me, let us stay, let me stay,
			dovanojo, padovanojo, dovanų gavau, gavau dovanų, dovanų iš, už dovaną, už dovanas, už dovanėlę, už dovanėles, už siuntinį, už siuntą, už siurprizą, už vaišes, už pakvietimą, už kvietimą, atsiuntė, atsiuntė man, pakvietė išbandyti, pakvietė apsilankyti, leido išbandyti, davė išbandyti, siunta nuo, siuntą nuo, siuntinys nuo, siuntinį nuo, dėžė nuo, dėžę nuo, kurjeris atvežė, kurjeris atnešė, gavau iš, gavau nuo, gavom iš, gavome iš, paskolino, apgyvendino, nuskraidino, nuvežė mus, pasikvietė, kad priėmėte, kad priėmėt, ačiū kad pakvietėt, ačiū kad pakvietėte, jūsų sąskaita, sąskaitos neatnešė, sąskaitos taip ir neatnešė, vaišinam, nekainavo nė cento, nekainavo nieko, mums nekainavo, man nekainavo, paprašė išbandyti, paprašė jį išbandyti, paprašė ją išbandyti, išmėginti, leido pirmai, leido pirmam, leido man, nukirpo nemokamai, nemokamai nukirpo, nemokamą procedūrą, į nemokamą, moka už įrašą, man už tai moka, man moka, man sumokėjo, už tai gavau, lepina, palepino, nemokamai gavau, gavau nemokamai, gavau išbandyti, suteikė galimybę išbandyti, pavaišino, apdovanojo, pakvietė, davė pabandyti, davė paragauti, leido apsistoti, priėmė nemokamai, gavome dovanų`}
	// giver is who sends such things, where no name is given; with praise it is enough.
	giver = words{as: `sponsor, sponsors, a brand, the brand, brands, manufacturer, the hotel, the restaurant, the salon, sponsorius, sponsoriai, rėmėjas, rėmėjai, prekės ženklas, prekės ženklo, gamintojas, gamintojo, viešbutis, restoranas, salonas, kavinė, agentūra`}
	// paidFor tells that somebody was paid to speak; influencer is who.
	paidFor    = words{as: `už atlygį, atlygintinai, už pinigus, was paid to, were paid to, we paid, paid by us, for a fee, sumokėjome, apmokėjome, už honorarą`}
	influencer = words{en: `influencer, blogger, youtuber, tiktoker, vlogger, content creator`, lt: `nuomonės formuotoja, nuomonės formuotojas, tinklaraštininkė, tinklaraštininkas, turinio kūrėja, turinio kūrėjas, jutuberis, tiktokeris, influenceris, influencerė`}
	// by comes before the name of whom something is from.
	by = words{as: `by, from, with, su, iš`}
	// marker says clearly that it is an advertisement.
	marker = words{as: `paid partnership, paid promotion, paid advertisement, paid collaboration, sponsored by, sponsored post, sponsored content, sponsored, this is an ad, this is an advertisement, advertisement, advertorial, paid ad, in paid partnership,
			apmokėta partnerystė, apmokėtas bendradarbiavimas, apmokėtas turinys, apmokėta reklama, mokama partnerystė, mokamas bendradarbiavimas, reklaminis įrašas, reklaminis turinys, reklaminis bendradarbiavimas, užsakomasis turinys, užsakomasis įrašas, turinys yra reklama, tai yra reklama, čia reklama, įrašas yra reklama, įraše yra reklamos`}
	// bought tells that nothing was received.
	bought = words{as: `bought it myself, bought this myself, my own money, paid for it myself, paid full price, not gifted, not sponsored, not an ad, no one paid me, nobody paid me, unsponsored, hard-earned cash, hard-earned money, nobody asked me to post, no one asked me to post, nobody sent me anything, nobody sent me, pirkau pati, pirkau pats, pirkau už savo, už savo pinigus, už savus pinigus, nusipirkau pati, nusipirkau pats, kruvinai uždirbtus, niekas neprašė, niekas man nemoka, niekas nieko nesiuntė, nieko nedovanojo, sumokėjau visą kainą, už visą kainą, ne reklama, niekas nemokėjo, niekas už tai nemokėjo, neužsakyta`}
)

func readLists(s *rule.Setup) (lists, error) {
	var firstErr error
	list := func(name string, w words) *phrase.List {
		return s.List("disclosure/"+name, func(l *phrase.List) {
			for _, column := range []struct {
				words string
				langs []text.Lang
			}{{w.en, []text.Lang{text.English}}, {w.lt, []text.Lang{text.Lithuanian}}, {w.as, nil}} {
				if err := fill(l, column.words, column.langs); err != nil && firstErr == nil {
					firstErr = err
				}
			}
		})
	}
	all := lists{
		praise: list("praise", praise), no: list("no", no), refer: list("refer", refer),
		works: list("works", works), worksNear: list("works-near", worksNear), belong: list("belong", belong),
		relation: list("relation", relation), code: list("code", code), gift: list("gift", gift), codeWord: list("code-word", codeWord),
		marker: list("marker", marker), bought: list("bought", bought), giver: list("giver", giver),
		codeVerb: list("code-verb", codeVerb), saving: list("saving", saving), influence: list("influence", influence),
		better: list("better", better), anyone: list("anyone", anyone), basket: list("basket", basket), tag: list("tag", tag),
		blame: list("blame", blame), place: list("place", place), kin: list("kin", kin), talk: list("talk", talk),
		paidFor: list("paid-for", paidFor), influencer: list("influencer", influencer), by: list("by", by),
	}
	return all, firstErr
}

func fill(l *phrase.List, words string, langs []text.Lang) error {
	for _, w := range strings.Split(words, ",") {
		if w = strings.TrimSpace(w); w != "" {
			if err := l.Add(w, phrase.Options{Languages: langs}); err != nil {
				return err
			}
		}
	}
	return nil
}
