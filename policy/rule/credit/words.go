package credit

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

// lists are the words that this kind knows, shared by all its rules.
type lists struct {
	said, title, heading, greeting, note, borrowed, perhaps, took, net, thing, no, pictureBy, picture *phrase.List
	unknown, teller, label, made, leave                                                               *phrase.List
}

// words are separated by commas; "as" is matched as written, the others in all their forms.
type words struct{ en, lt, as string }

var (
	// said names or announces whose words they are, or that they are one's own.
	said = words{
		en: `say, tell, write, tweet, ask, reply, shout, yell, text, whisper, sing, sung, explain, recall, announce, respond, claim, argue, repeat, remind`,
		lt: `sakyti, pasakyti, teigti, rašyti, parašyti, pasakoti, papasakoti, klausti, paklausti, atsakyti, šaukti, sušukti, dainuoti, kalbėti, pridurti, pabrėžti, aiškinti, paaiškinti, komentuoti, juokauti, pajuokauti, cituoti, tarti, ištarti, prisiminti, atsiliepti, skelbti, skambėti, džiaugtis, vadinti, vadintis, pastebėti, tikinti, tvirtinti, užrašyti, kartoti, priminti, perspėti, surikti, sumurmėti, juoktis, prašyti, paprašyti`,
		as: `said, says, told, attributed to, repost, reposted, wrote, according to, via, source, sources, author, asked, goes, went, be like, was like, were like, is like, i'm like, im like, like, thinking, thought, sign, reads, read, lyrics by, by, words of, in the words of, hashtag, caption, motto, slogan, tagline, proverb, saying, she's like, he's like, says it best,
			pasak, anot, šaltinis, autorius, autorė, žodžiais, žodžiai, citata iš, patarlė, priežodis, sako, sakė, rašo, rašė, teigia, klausia, šūkis, šūkiu, devizas, anot autoriaus, užrašas, liaudies išmintis, lietuvių liaudies, iš knygos`,
	}
	// unknown says that nobody knows whose words they are, which is no credit.
	unknown = words{as: `unknown, anonymous, anon, author unknown, unknown author, source unknown, somebody once said, someone once said, a wise man said, a wise man once said, a wise woman once said, a wise person once said, as they say, like they say,
		nežinomas, nežinoma, nežinomas autorius, autorius nežinomas, anonimas, anonimo, kažkas yra pasakęs, kažkas pasakė, kažkas sakė, kažkas kadaise pasakė, išminčius sakė, išminčius pasakė, vienas išminčius, kaip sakoma, kaip sakydavo kažkas`}
	// teller is who speaks where a colon stands between them and the quotation.
	teller = words{en: `me, customer, client, driver, boss, kid, son, daughter, mum, mom, dad, teacher, neighbour, neighbor, colleague, coworker, husband, wife, brother, sister, patient, guest, visitor, manager, grandma, grandpa, doctor, friend`,
		lt: `aš, klientas, klientė, vairuotojas, vairuotoja, viršininkas, viršininkė, sūnus, dukra, mama, tėtis, mokytojas, mokytoja, kaimynas, kaimynė, kolega, kolegė, vyras, žmona, brolis, sesuo, sesė, pacientas, pacientė, svečias, lankytojas, lankytoja, vadovas, vadovė, močiutė, senelis, draugas, draugė`}
	// label announces a credit, made says who did the work, and leave that they agree.
	label = words{as: `source, sources, credit, credits, photo, photos, pic, pics, picture, image, video, artwork, map, šaltinis, nuotr, nuotrauka, nuotraukos, foto, vaizdas, paveikslėlis, 📷, 📸, 🎥`}
	made  = words{as: `by, drawn by, painted by, made by, written by, author, autorius, autorė, nupiešė, piešė, sukūrė, parašė, nufotografavo, fotografavo, nufilmavo, iliustravo`}
	leave = words{as: `with permission, with his permission, with her permission, with their permission, with kind permission, used with permission, cc by, gavus leidimą, gavę leidimą, su leidimu, su jos leidimu, su jo leidimu, su autoriaus leidimu, su autorės leidimu, su jos sutikimu, su jo sutikimu, sutikus autoriui, sutikus autorei`}
	// title tells that what follows in quotation marks is a name.
	title = words{
		en: `book, novel, song, film, movie, article, album, show, episode, exhibition, play, conference, seminar, webinar, report, project, competition, campaign, talk, lecture, poem, video, podcast, series, game, title, theme, called, titled, entitled, named, presentation, panel, workshop, course, category, track, single, documentary, painting, chapter, edition, event, award, programme, program, message, button, notification, slogan, bug, error, rule, sign, label, headline, checkbox`,
		lt: `knyga, romanas, daina, filmas, straipsnis, albumas, laida, paroda, spektaklis, konferencija, seminaras, ataskaita, projektas, konkursas, akcija, paskaita, eilėraštis, tinklalaidė, serialas, žaidimas, pavadinimas, tema, pristatymas, diskusija, mokymai, kursas, kategorija, renginys, apdovanojimas, programa, pranešimas, iniciatyva, kampanija, festivalis, nominacija, forumas, leidinys, koncertas, stovykla, asociacija, fondas, įmonė, bendrovė, mygtukas, žinutė, klaida, šūkis, dirbtuvės, taisyklė, antraštė, skyrius`,
		as: `call it, calls it, call it a, calls it a, called it a, so-called, this is the, tai vadina, vadina tai, vadinamas, vadinamasis, štai tas, štai ta, toks, tokia, press, click, tap, paspauskite, spauskite`,
	}
	// heading announces a quotation without saying whose it is.
	heading = words{as: `motivation, inspiration, quote, quote of the day, thought, thought of the day, reminder, mood, wisdom, citata, dienos citata, mintis, dienos mintis, motyvacija, įkvėpimas, įkvėpimui, priminimas, nuotaika, savaitės citata, savaitės mintis`}
	// greeting begins a new thought behind a quotation, though it is written like a name: Happy Monday.
	greeting = words{as: `happy, merry, good, have, great, thank, thanks, love, best, so, this, gražaus, gero, geros, linksmų, su, ačiū, labas, laba`}
	note     = words{as: `🎵, 🎶, 🎼, ♪, ♫`}
	// borrowed admits that it is somebody else's.
	borrowed = words{as: `photographer unknown, artist unknown, unknown artist, unknown photographer, fotografas nežinomas, fotografė nežinoma, nuotraukos autorius nežinomas, iš forumo, nukopinta iš, nukopinau iš, copied from, copy pasted from, copy-pasted from, copy and paste from, not my photo, not my picture, not my video, pic from google, photo from google, picture from google, image from google, pics from google, found on google, from google images, google images, found this online, found this on the internet, pic from the internet, credit to the owner, credits to the owner, credit to owner, credits to owner, credit goes to the owner, dm for credit, dm for credits, no copyright infringement intended, no copyright intended, i don't own this, i do not own this, i don't own the rights, i do not own the rights, rights belong to the owner, author unknown to me, don't know who made this, don't know who took this, translated from an article, saved from pinterest, from pinterest, screenshot from the article, pasted from,
		rasta internete, radau internete, rastas internete, radom internete, radome internete, nuotrauka nuotr. iš interneto, nuotr iš interneto, foto iš interneto, nuotraukos iš interneto, iš interneto platybių, interneto platybėse, iš interneto, paveikslėlis iš google, nuotrauka iš google, iš google paieškos, ne mano nuotrauka, ne mano nuotraukos, ne mano foto, ne mano tekstas, ne mano darbas, paimta iš interneto, paėmiau iš interneto, autoriaus nežinau, nežinau autoriaus, nežinau kas autorius, nežinau kas nufotografavo, autorius man nežinomas, versta iš straipsnio, vertimas iš straipsnio, iš pinterest, iš pinteresto, visos teisės priklauso savininkui, visos teisės priklauso autoriui`}
	// perhaps admits it where a picture or text is spoken of.
	perhaps = words{as: `no idea who took, no idea who made, no idea who drew, no idea who wrote, no idea who painted, no idea who shot, no idea who designed, no clue who took, no clue who made, no clue who drew, no clue who wrote, no clue who painted, no clue who shot, no clue who designed, not sure who took, not sure who made, not sure who drew, not sure who wrote, not sure who painted, not sure who shot, not sure who designed, don't know who took, don't know who made, don't know who drew, don't know who wrote, don't know who painted, don't know who shot, don't know who designed, not sure who found, don't know whose, no idea whose, who knows who made, no clue where, no idea where, don't know where, don't know the artist, don't know the author, don't know the photographer, couldn't find the artist, couldn't find the author, whoever made, whoever drew, whoever took, whoever wrote, whoever created, tell me and i'll tag you, i'll tag you, claim it in the comments, word for word from, isn't mine, is not mine, aren't mine, isn't ours, don't own the, do not own the, no infringement intended, infringement intended, all rights to the, all rights go to, rights go to, rightful owner, rightful owners, belongs to its owner,
		neįsivaizduoju kas, nė neįsivaizduoju, neįsivaizduoju kieno, nežinau kas, nežinau kieno, nežinia kas, piešė nežinau, kas piešė nežinau, autoriaus neradau, autoriaus neradome, autoriaus neradom, vardo neradau, originalo neradau, originalo neradome, tam kas nupiešė, tam kas sukūrė, tam kas nufotografavo, kas nupiešė šitą, kas sukūrė šitą, kas sukūrė šį, kas nupiešė šį, pažymėsiu, autoriau atsiliepk, autoriau atsiliepkite, žodis žodin, nukopijuota iš, nukopijavau iš, pavogta iš, pasiskolinta iš, pasiskolinau iš, visos teisės priklauso, teisės priklauso, teisėtam savininkui, priklauso teisėtam, not mine, found on the internet, found it on the internet, from the internet, found online, found it online, stolen from, stole it from, taken from the internet, copied,
		iš interneto, internete rasta, paimta iš, nukopijavau, nukopijavome, nusikopijavau, ne mano, ne mūsų, radau internete, internetuose`,
		lt: `nukopijuotas, perkopijuotas, nurašytas, pavogtas, pasiskolintas`}
	// thing is what has an author.
	thing = words{en: `pic, photo, picture, image, meme, video, text, quote, poem, drawing, lyrics, cartoon, infographic, recipe, illustration, graphic, gif, artwork, chart, map, song, music, clip, footage, tips, shot`,
		lt: `nuotrauka, fotografija, foto, tekstas, paveikslėlis, citata, eilėraštis, piešinys, vaizdo įrašas, memas, receptas, iliustracija, eilės, infografikas, karikatūra, kadras, žemėlapis, daina, muzika, klipas, patarimas, grafikas, infografika, paveikslas`, as: `nuotr, fotkė, fotkę`}
	// took tells that somebody took it, net that they took it where everybody's works are.
	took = words{as: `came across, stumbled upon, stumbled across, spotted, screenshotted, pulled, pinched, nicked, lifted, copy-pasted, copy pasted, copied, borrowed, forwarded me, sent me, pamačiau, nugvelbiau, nukniaukiau, nušvilpiau, parsitraukiau, nusifotkinau, nusirašiau, nurašiau, perkėliau, persiuntė, atsiuntė, nukopinau, nukopinta, nusikopinau, nukopijuotas, found, stole, stolen, borrowed, grabbed, copied, taken from, took from, took it from, took this from, saved from, saw, seen,
		radau, radome, radom, rasta, rastas, rasti, rado, aptikau, aptikome, aptikom, mačiau, matėme, matėm, paėmiau, paėmėme, paėmėm, paimta, paimtas, pasiskolinau, pasiskolinome, pasiskolinta, nusikopijavau, nusikopijavome, nukopijuota, parsisiunčiau, parsisiuntėme, parsisiuntėm`}
	net = words{as: `online, the internet, the web, google, google images, pinterest, facebook, instagram, tumblr, reddit, linkedin, whatsapp, a forum, the forum, another blog, another site, another website, competitor's website, competitor's site, somebody's blog, someone's blog, tumbleryje, tumblryje, reddite, linkedine, whatsappą, vatsapą, forumo, kito tinklaraščio, kitos svetainės, konkurentų svetainės, konkurentų puslapio, gūglo, gūgle, googlo, pintereste, feisbuke, googlėje`, lt: `internetas, gūglas`}
	no  = words{as: `if you, jei nežinote, jei nežinot, jeigu nežinote, don't, do not, never, avoid, stop, no, without, please don't, ne, nekopijuokite, nenaudokite, nekelkite, nedėkite, negalima, jokių, venkite`}
	// pictureBy credits a picture.
	pictureBy = words{as: `photo by, photos by, photo credit, photo credits, photo courtesy, pic by, picture by, image by, image credit, video by, shot by, filmed by, photographed by, illustration by, drawing by, art by, artwork by, design by, courtesy of, credit to, credits to, photographer, pics by, my photo, my photos, my own photo, own photo, i took, i shot, i filmed, taken by, captured by, our photo, our photos, screenshot, 📷, 📸, 🎥,
		nuotr, nuotr. autorius, nuotraukos autorius, nuotraukos autorė, nuotraukų autorius, nuotraukų autorė, fotografas, fotografė, fotografo, fotografės, fotografavo, nufotografavo, fotografavau, nufotografavau, filmavo, nufilmavo, filmavau, nufilmavau, vaizdo įrašo autorius, vaizdo įrašo autorė, iliustracija, iliustracijos autorė, iliustracijos autorius, iliustravo, piešė, piešinio autorė, mano nuotr, mano nuotrauka, mūsų nuotr, asmeninio archyvo, asmeninis archyvas, archyvo nuotr`}
	// picture credits one only next to a name: “Photo: Ieva Jonaitė”, „Ievos Jonaitės nuotrauka“.
	picture = words{as: `illustration, illustrations, drawing, artwork, cartoon, footage, karikatūra, piešinys, piešiniai, filmuota, photo, photos, picture, image, video, foto, nuotrauka, nuotraukos, fotografija, iliustracija`}
)

func readLists(s *rule.Setup) (lists, error) {
	var firstErr error
	list := func(name string, w words) *phrase.List {
		return s.List("credit/"+name, func(l *phrase.List) {
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
	all := lists{said: list("said", said), title: list("title", title), heading: list("heading", heading), greeting: list("greeting", greeting), note: list("note", note),
		borrowed: list("borrowed", borrowed), no: list("no", no), perhaps: list("perhaps", perhaps), thing: list("thing", thing), pictureBy: list("picture-by", pictureBy),
		unknown: list("unknown", unknown), teller: list("teller", teller), label: list("label", label), made: list("made", made), leave: list("leave", leave),
		took: list("took", took), net: list("net", net), picture: list("picture", picture)}
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

var (
	quoteMessage = rule.Text{
		EN: "“{text}” is a quotation without its author; quoting is allowed only with the source (Berne Convention art. 10(3)).",
		LT: "„{text}“ – citata be autoriaus. Cituoti leidžiama tik nurodant šaltinį ir autorių (Autorių teisių ir gretutinių teisių įstatymo 21 str.).",
	}
	quoteSuggestion = rule.Text{
		EN: "Add who said it: “…” – Name.",
		LT: "Pridėkite, kas tai pasakė: „…“ – vardas ir pavardė.",
	}
	lyricsMessage = rule.Text{
		EN: "“{text}” looks like lines of a song or poem without its author.",
		LT: "„{text}“ – panašu į dainos ar eilėraščio eilutes be autoriaus.",
	}
	lyricsSuggestion = rule.Text{
		EN: "Name the author and the work, and quote no more than a few lines.",
		LT: "Nurodykite autorių ir kūrinį, cituokite ne daugiau kaip kelias eilutes.",
	}
	imageMessage = rule.Text{
		EN: "The picture or film has no credit.",
		LT: "Nenurodytas nuotraukos ar vaizdo įrašo autorius.",
	}
	imageSuggestion = rule.Text{
		EN: "Add “Photo by …”, also when it is your own.",
		LT: "Pridėkite „Nuotr. aut. …“, net jei nuotrauka jūsų.",
	}
	borrowedMessage = rule.Text{
		EN: "“{text}”: this is somebody else's work, and the post does not say whose.",
		LT: "„{text}“ – tai ne jūsų kūrinys, o kieno jis, nenurodyta.",
	}
	borrowedSuggestion = rule.Text{
		EN: "Find the author, ask if you may use it, and name them – or use another.",
		LT: "Suraskite autorių, gaukite leidimą ir nurodykite vardą arba naudokite ką nors kita.",
	}
)
