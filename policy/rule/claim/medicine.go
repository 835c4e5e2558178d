package claim

import "rostrum/policy/rule"

var medicineWords = map[string]words{
	"cure-all": {as: `cures everything, cures all, cures any disease, cures all diseases, cure-all, cure all, heals everything, cures cancer, cure for cancer, cancer cure, cures diabetes, cures covid, cures autism, cures depression, cures arthritis,
		gydo viską, išgydo viską, gydo visas ligas, išgydo visas ligas, gydo nuo visko, vaistas nuo visko, vaistas nuo visų ligų, gydo vėžį, išgydo vėžį, išgydys vėžį, gydo diabetą, išgydo diabetą, vaistas nuo vėžio, gydo artritą, gydo depresiją, gydo covid, padeda nuo visų ligų`},
	"prescription": {as: `ozempic, wegovy, mounjaro, zepbound, saxenda, semaglutide, semaglutidas, semaglutido, semaglutidą, tirzepatide, tirzepatidas, liraglutide, trulicity, rybelsus, viagra, viagrą, viagros, cialis, sildenafil, sildenafilis, tadalafil, xanax, alprazolam, valium, diazepam, diazepamas, ativan, zolpidem, ambien, botox, botokso, botoksas, botoksą, amoxicillin, amoksicilinas, amoksicilino, augmentin, antibiotics, antibiotikai, antibiotikų, antibiotikus, tramadol, tramadolis, tramadolį, oxycontin, oxycodone, oksikodonas, fentanyl, zoloft, prozac, lexapro, cipralex, antidepressants, accutane, roaccutane, isotretinoin, izotretinoinas, adderall, ritalin, concerta, metformin, metforminas, insulin, insulinas, lyrica, pregabalin, pregabalinas, humira, keytruda, ivermectin, ivermektinas, hydroxychloroquine, finasteride, clomid, testosterone injections, ketamine therapy, levitra, lipitor, statins, statinai, ozempiko, ozempiką, ozempikas, ozempic'o, wegovy'o`},
	"sell": {as: `buy, buy now, order, order now, order online, in stock, available now, now available, available at, available in, get yours, get your, on sale, discount, % off, price, special offer, offer, only, shop, cheap, cheapest, without a prescription, without prescription, no prescription, no prescription needed, delivered, delivery, from just, ask for, try, book, book now, we sell, we have, we offer, starting at, starts at, deal, free shipping, come in for, start your, save, sign up,
		pirkite, pirk, įsigykite, įsigyk, užsisakykite, užsisakyk, turime, jau turime, gavome, parduodame, parduodu, akcija, nuolaida, su nuolaida, kaina, tik, pigiau, pigiausiai, be recepto, be receptų, pristatome, pristatymas, išbandykite, išbandyk, siūlome, jau vaistinėje, mūsų vaistinėje, vaistinėje, klauskite, registruokitės, registruokis, specialus pasiūlymas, nuo, dabar, pasiūlymas, ateikite, galite įsigyti, jau prekyboje`},
	"rx-talk": {en: `shortage, study, trial, research, recall, counterfeit, side effect, resistance, approval, approved, pharmacist can explain, awareness, rationing, pump, guideline, patients need, manufacturer, share price, stock price, earnings, leftover, expired, scientist`,
		lt: `trūkumas, tyrimas, padirbtas, klastotė, atsparumas, patvirtinti, mokslininkas, gairės, gamintojas, šalutinis poveikis, atšaukti, likučiai, nesaikingas, atsakingai, senas, pasibaigęs`,
		as: `only with a prescription, prescription only, prescription-only, only your doctor, by prescription only, your doctor decides, as prescribed, tik su receptu, parduodami tik su receptu, tik gydytojas, skiria gydytojas, paskyrė gydytojas, gydytojo paskirtus, should not, shouldn't, nereklamuojame, we do not advertise, world insulin, invention`},
	"rx-weight":      {as: `ozempic, semaglutide, semaglutidas, semaglutido, semaglutidą, metformin, metforminas, metforminą, rybelsus, trulicity, ozempiko, ozempiką, ozempikas, mounjaro`},
	"slimming":       {as: `weight loss, lose weight, losing weight, slim, slimming, fat loss, drop kilos, diet, get slim, skinny, belly fat, fat burner, svorio metimui, svoriui mesti, numesti svorio, mesti svorį, lieknėjimui, lieknėti, lieknėkite, sulieknėti, sulieknėkite, svorio mažinimui, svorio kontrolei, dieta, riebalų deginimo, riebalų degintojas, sulieknėsite, lieknėjimas, lieknėjimo`},
	"off-label-drug": {as: `ivermectin, ivermektinas, ivermektiną, hydroxychloroquine, hidroksichlorokvinas, naltrexone, ketamine, ketaminas, modafinil, modafinilis, adderall, ritalin, ritalinas, ketorol, clenbuterol, botox, botoksas, antibiotics, antibiotikai, propranolol, propranololis, tramadol, tramadolis, xanax`},
	"off-label-use": {as: `for covid, against covid, for covid-19, for cancer, for focus, to study, for studying, for exams, for exam, for stage fright, for sleep, to relax, for migraines, for depression, for anti-aging, for fat burning, for the flu, for a cold, for colds, for viruses, for sweating,
		nuo covid, nuo covido, nuo vėžio, susikaupimui, mokymuisi, egzaminams, prieš egzaminus, nuo streso, atsipalaidavimui, miegui, nuo gripo, nuo peršalimo, nuo slogos, nuo virusų, nuo migrenos, nuo depresijos, nuo prakaitavimo, riebalams deginti`},
	"off-label": {as: `off-label, off label, outside its label, outside the label, unapproved use, unapproved indication, also works for, ne pagal indikacijas, ne pagal indikaciją, nors neregistruotas, nepatvirtintai indikacijai, nepatvirtintoms indikacijoms, kitoms ligoms, neregistruotai indikacijai`},
	"miracle":   {en: `miracle, miraculous, magic`, lt: `stebuklingas, stebuklas, magiškas`},
	"miracle-cure": {as: `miracle cure, miracle pill, miracle drug, miracle supplement, miracle product, magic pill, miracle remedy, miracle weight loss, miracle diet, wonder drug, wonder pill, secret doctors don't want, doctors don't want you to know, doctors hate, big pharma doesn't want, big pharma hides, what big pharma, revolutionary weight loss, the fountain of youth, elixir of life, turn back the clock, rejuvenates your cells,
		stebuklingas vaistas, stebuklingi vaistai, stebuklingas papildas, stebuklingą papildą, stebuklinga priemonė, stebuklingą priemonę, stebuklinga tabletė, stebuklingos tabletės, stebuklingi lašai, stebuklinga arbata, stebuklinga dieta, stebuklingas produktas, stebuklingas tepalas, stebuklingas kremas, stebuklinga kapsulė, stebuklingos kapsulės, stebuklingas eliksyras, jaunystės eliksyras, gydytojai slepia, gydytojai nenori kad žinotumėte, ką slepia gydytojai, ko nesako gydytojai, farmacininkai slepia, farmacija slepia, vaistas nuo senėjimo`},
	"illness-gone": {as: `is gone, are gone, was gone, were gone, disappeared, has disappeared, vanished, went away, completely gone, healed, cured, cured my, healed my, recovered from, got rid of, free of, free from, no longer have, beat my, no more, in remission,
		dingo, išnyko, praėjo, pranyko, pasveikau, pasveiko, išgijau, išgijo, išsigydžiau, išsigydė, išgydė, pagydė, įveikiau, įveikė, atsikračiau, atsikratė, nebeskauda, nebeliko, nebekankina, pamiršau, pamiršo, nebeturiu`},
	"pain":    {en: `pain, back pain, knee pain, arthritis, migraine, rash, headache, wrinkles, tinnitus, joint, knee`, lt: `skausmas, skausmai, nugaros skausmai, sąnariai, sąnarys, migrena, bėrimas, galvos skausmai, kelis, nugara, spuogai, raukšlės`},
	"product": {en: `supplement, capsule, pill, cream, oil, drops, herbal, CBD, vitamin, tea, collagen, remedy, ointment, gel, tablet, gummies, syrup, product, patch`, lt: `papildas, kapsulė, kremas, aliejus, lašai, vitaminas, arbata, kolagenas, tepalas, gelis, tabletė, sirupas, produktas, pleistras, priemonė, milteliai, žolelės, preparatas, tinktūra`, as: `cbd, papildo`},
	"thanks-to": {as: `thanks to, after using, after taking, after two weeks of, after one month of, after a month of, after drinking, since I started, since I began, used our, taking our, using our, started taking,
		dėka, pradėjus vartoti, pradėjusi vartoti, pradėjęs vartoti, pavartojus, pavartojusi, pavartojęs, vartodama, vartodamas, po mėnesio, po savaitės, po dviejų savaičių, gerdama, gerdamas, išgėrus, pradėjau vartoti, pradėjau gerti, nuo tada kai, padėjo man, man padėjo, padėjo`},
	"recovered": {as: `cured, healed, recovered, disease-free, cancer-free, cancer free, pain-free, pain free, off my medication, off my meds, off insulin, stopped taking my medication, threw away my, beat cancer, symptoms disappeared, i can walk again, walk again,
		pasveikau, pasveiko, išgijau, išgijo, išgyti, pasveikti, išsigydė, išsigydžiau, nebegeriu vaistų, nebegeria vaistų, nebevartoju vaistų, atsisakiau vaistų, įveikė vėžį, įveikė ligą, įveikiau ligą, įveikiau vėžį, vėl vaikšto, vėl vaikštau, simptomai išnyko, be skausmo`},
}

// Medicines: Directive 2001/83/EC art. 87 and 88, Farmacijos įstatymas; FDA rules on unapproved uses.
var medicineStatements = []*statement{
	{
		id: "prescription_advert", category: rule.ClaimHealth,
		says: []way{{say: "prescription sell", within: 7, unless: "rx-talk"}},
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
			{say: "rx-weight slimming", within: 6, unless: "rx-talk"},
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
		says: []way{{say: "replace", about: "health", unless: "metaphor"}},
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
