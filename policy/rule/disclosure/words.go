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
	marker, bought, by       *phrase.List
}

// words are separated by commas; "as" is matched as written, the others in all their forms.
type words struct{ en, lt, as string }

var (
	// praise recommends, praises or calls to buy.
	praise = words{
		en: `love, adore, recommend, favourite, favorite, obsess`,
		lt: `rekomenduoti, nuostabus, puikus, fantastiškas, tobulas, mėgstamiausias, dievinti, mylėti, nerealus, šaunus, skanus, skaniausias, geriausias, patogiausias`,
		as: `amazing, awesome, great, excellent, fantastic, brilliant, incredible, perfect, superb, outstanding, wonderful, delicious, best, the best,
			must-have, must have, game changer, game-changer, life changing, highly recommend, check out, check it out, go buy, buy it, buy one, go get, get yours, get one, order now, order yours, download it, download the, try it, you should try, you have to try, you need to try, give it a try, go try, you need this, everyone needs, worth every, worth it, so good, really good, super good, too good, can't live without, cannot live without, nothing beats, beats everything, 10/10, five stars, 5 stars, blown away, impressed, so happy with, very happy with, thumbs up, hands down, never going back, fan of, works like a charm, can't recommend it enough, cannot recommend it enough, can't recommend them enough, never disappoints, never disappoint, always delivers, never let me down, do yourself a favour, do yourself a favor, happy with my, so happy i bought, best purchase, love it, love this, top quality, second to none, treat yourself, run don't walk, grab yours, grab one, you won't regret, won't regret, changed my life, don't miss,
			patinka, labai patinka, patiko, niekada nenuvilia, niekada nenuvylė, nenuvylė, nenuvilia, pati geriausia, pats geriausias, geriausias pirkinys, neabejokite, griebkite, skubėkite įsigyti, labai skanu, skanu, rekomenduočiau, patarčiau, labai rekomenduoju, pasilepinkite, oho koks, superinė, aukščiausias lygis, aukščiausio lygio, žavi, sužavėjo, super, superinis, nuostabu, puiku, labai geras, labai gera, labai geri, labai gerai, toks geras, tokia gera, verta, verta kiekvieno, būtinai išbandykite, būtinai išbandyk, išbandykite, išbandyk, pabandykite, pabandyk, pirkite, pirk, įsigykite, įsigyk, užsisakykite, užsisakyk, atsisiųskite, atsisiųsk, parsisiųskite, negaliu be, neįsivaizduoju gyvenimo be, nieko nėra geriau, geresnio nėra, geriau nebūna, 10 iš 10, penkios žvaigždutės, likau sužavėta, likau sužavėtas, esu sužavėta, esu sužavėtas, labai džiaugiuosi, džiaugiuosi pirkiniu, gerbėja, gerbėjas, kietas, kieta, faina, fainas, topas, jėga, bomba, tobula, užsukite, eikite ir pirkite, nesigailėsite, nesigailėsi, imk, imkit, imkite, geresnio nerasi, geresnio nerasit, geresnio nerasite, geresnės nerasite, 😍, 🤩, 🔥, 💯, ❤️, ❤`,
	}
	no = words{as: `not, no, never, don't, dont, doesn't, didn't, can't, cannot, isn't, wasn't, aren't, won't, wouldn't, hardly, neither, used to, wish,
			ne, nėra, nebuvo, nebe, niekada, nei, nerekomenduoju, nelabai`}
	// refer points back to what was named in the sentence before.
	refer = words{as: `it, it's, its, this, that, these, they, them, jis, ji, jie, jos, jį, ją, juos, jas, tai, šis, ši, šie, jo, toks, tokia`}
	// works says by itself that the writer works there.
	works = words{as: `i work here, i work there, i work for them, work for them, where i work, work at this company, company i work for, place i work, my employer, my workplace, my day job,
			employee of, as an employee, i'm an employee, i am an employee, (employee), employee here, full disclosure, disclosure, disclaimer i work, i'm biased, i am biased, biased because,
			my company, our company, our product, our products, our app, our store, our stores, our shop, our latest, our launch, our engineers, our designers, our colleagues, my colleagues, our office, my work team, we launched, we just launched, we've just launched, we've launched, we're launching, we built, we made this, we released, we just released, we've released, we're hiring, i helped build, i helped make, i designed, i worked on, we at, here at, proud to work, proud to be working, joined the team, part of the team, on the team at, #employee, #teammember,
			čia dirbu, ten dirbu, dirbu čia, dirbu ten, kurioje dirbu, kur dirbu, kuriame dirbu, mano darbdavys, mano darbdavio, mano darbdaviui, mano darbovietė, mano darbovietės, mano įmonė, mano įmonės, mano įmonėje, mūsų įmonė, mūsų įmonės, mūsų įmonėje, mūsų komanda, mūsų komandos, mūsų kolektyvas, mūsų produktas, mūsų produktai, mūsų produktą, mūsų programėlė, mūsų programėlę, mūsų parduotuvė, mūsų parduotuvėje, mūsų kavinėje, mūsų naujiena, mano kolegos, mano kolegų, mano kolegoms, su kolegomis sukūrėme, kolegos sukūrė, mes sukūrėme, sukūrėme, išleidome, pristatėme, esu darbuotoja, esu darbuotojas, kaip darbuotoja, kaip darbuotojas, pati dirbu, pats dirbu, mano darbe, pas mus darbe, mano darbo vieta, mano komanda`}
	// worksNear says so when the brand stands within a few words.
	worksNear = words{as: `i work, working at, working for, work for, work at, i'm with, employee, employed, job at, my job, team, intern at, manager at, engineer at, designer at, developer at, #team,
			dirbu, dirbame, dirbanti, dirbantis, darbuotoja, darbuotojas, darbuotojų, darbas, komanda, komandos, komandoje, praktiką, vadovauju`}
	// belong says so right before the brand.
	belong = words{as: `our, mūsų, my team's, we at, mes`}
	// relation tells that money or goods may have changed hands. None of these words is clear enough for readers.
	relation = words{
		as: `collab, collaboration, in collaboration with, in collab with, collaborating with, partnered with, partnering with, in partnership with, teamed up with, ambassador, brand ambassador, gifted, gifted by, pr package, pr gift, pr box, press sample, spon, sp, barter, giftedbybrand, gifting, prsample, brandambassador, brandpartner, giftedproduct,
			bendradarbiavimas, bendradarbiaujant, bendradarbiauju, bendradarbiaudama, bendradarbiaudamas, bendradarbiaujame, kartu su partneriais, ambasadorė, ambasadorius, ambasadore, ambasadoriumi, pr siunta, pr siuntą, pr dėžutė, pr dėžutę, pr dovana, barteris, barteriu, mainais už įrašą, partnerystė, partnerystėje su, partnerystę, filialinė nuoroda, partnerio nuoroda`,
	}
	// code earns the writer a share of what others buy.
	code = words{as: `use my code, my code, with my code, my discount code, my promo code, my referral code, my referral link, my affiliate link, use my link, through my link, via my link, discount code, promo code, affiliate link, affiliate links, affiliate, affiliates, link in bio to shop, shop my link, swipe up to shop,
			mano kodas, mano kodą, mano kodu, su mano kodu, nuolaidos kodas, nuolaidos kodą, nuolaidos kodu, nuolaidų kodas, su nuolaidos kodu, per mano nuorodą, pagal mano nuorodą, mano nuoroda, kodas nuolaidai, asmeninis kodas`}
	// codeWord does so when a code in capitals or with digits follows.
	codeWord = words{as: `code, use code, with code, enter code, kodas, kodą, kodu, su kodu, panaudokite kodą, naudokite kodą, įveskite kodą`}
	// gift is thanks for, or word of, something received; a brand or a handle tells from whom.
	gift = words{as: `sent me, sent us, sent this, for sending, for the gift, for gifting, for the gifts, for this gift, thanks for the goodies, for the goodies, got for free, received for free, got it for free from, free product from, for free from, invited me, invited us, for inviting, treated me, complimentary, for the free, paid me, paying me, for nothing, hosted us, hosted me, let us stay, let me stay,
			dovanojo, padovanojo, dovanų gavau, gavau dovanų, dovanų iš, už dovaną, už dovanas, už dovanėlę, už dovanėles, už siuntinį, už siuntą, už siurprizą, už vaišes, už pakvietimą, už kvietimą, atsiuntė, atsiuntė man, pakvietė išbandyti, pakvietė apsilankyti, leido išbandyti, davė išbandyti, nemokamai gavau, gavau nemokamai, gavau išbandyti, suteikė galimybę išbandyti, pavaišino, apdovanojo, pakvietė, davė pabandyti, davė paragauti, leido apsistoti, priėmė nemokamai, gavome dovanų`}
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
	bought = words{as: `bought it myself, bought this myself, my own money, paid for it myself, paid full price, not gifted, not sponsored, not an ad, no one paid me, nobody paid me, unsponsored, pirkau pati, pirkau pats, pirkau už savo, už savo pinigus, už savus pinigus, nusipirkau pati, nusipirkau pats, ne reklama, niekas nemokėjo, niekas už tai nemokėjo, neužsakyta`}
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
