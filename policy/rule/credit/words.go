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
}

// words are separated by commas; "as" is matched as written, the others in all their forms.
type words struct{ en, lt, as string }

var (
	// said names or announces whose words they are, or that they are one's own.
	said = words{
		en: `say, tell, write, tweet, ask, reply, shout, yell, text, whisper, sing, sung, explain, recall, announce, respond, claim, argue`,
		lt: `sakyti, pasakyti, teigti, rašyti, parašyti, pasakoti, papasakoti, klausti, paklausti, atsakyti, šaukti, sušukti, dainuoti, kalbėti, pridurti, pabrėžti, aiškinti, paaiškinti, komentuoti, juokauti, pajuokauti, cituoti, tarti, ištarti, prisiminti, atsiliepti, skelbti, skambėti, džiaugtis, vadinti, vadintis, pastebėti, tikinti, tvirtinti, užrašyti`,
		as: `said, says, told, attributed to, repost, reposted, wrote, according to, via, source, sources, author, asked, goes, went, be like, was like, were like, is like, i'm like, im like, like, thinking, thought, sign, reads, read, lyrics by, by, words of, in the words of, hashtag, caption, motto, slogan, tagline, proverb, saying, she's like, he's like, says it best,
			pasak, anot, šaltinis, autorius, autorė, žodžiais, žodžiai, citata iš, patarlė, priežodis, sako, sakė, rašo, rašė, teigia, klausia, šūkis, šūkiu, devizas, anot autoriaus, užrašas, liaudies išmintis, lietuvių liaudies, iš knygos`,
	}
	// title tells that what follows in quotation marks is a name.
	title = words{
		en: `book, novel, song, film, movie, article, album, show, episode, exhibition, play, conference, seminar, webinar, report, project, competition, campaign, talk, lecture, poem, video, podcast, series, game, title, theme, called, titled, entitled, named, presentation, panel, workshop, course, category, track, single, documentary, painting, chapter, edition, event, award, programme, program`,
		lt: `knyga, romanas, daina, filmas, straipsnis, albumas, laida, paroda, spektaklis, konferencija, seminaras, ataskaita, projektas, konkursas, akcija, paskaita, eilėraštis, tinklalaidė, serialas, žaidimas, pavadinimas, tema, pristatymas, diskusija, mokymai, kursas, kategorija, renginys, apdovanojimas, programa, pranešimas, iniciatyva, kampanija, festivalis, nominacija, forumas, leidinys, koncertas, stovykla, asociacija, fondas, įmonė, bendrovė`,
	}
	// heading announces a quotation without saying whose it is.
	heading = words{as: `motivation, inspiration, quote, quote of the day, thought, thought of the day, reminder, mood, wisdom, citata, dienos citata, mintis, dienos mintis, motyvacija, įkvėpimas, įkvėpimui, priminimas, nuotaika, savaitės citata, savaitės mintis`}
	// greeting begins a new thought behind a quotation, though it is written like a name: Happy Monday.
	greeting = words{as: `happy, merry, good, have, great, thank, thanks, love, best, so, this, gražaus, gero, geros, linksmų, su, ačiū, labas, laba`}
	note     = words{as: `🎵, 🎶, 🎼, ♪, ♫`}
	// borrowed admits that it is somebody else's.
	borrowed = words{as: `copied from, copy pasted from, copy-pasted from, copy and paste from, not my photo, not my picture, not my video, pic from google, photo from google, picture from google, image from google, pics from google, found on google, from google images, google images, found this online, found this on the internet, pic from the internet, credit to the owner, credits to the owner, credit to owner, credits to owner, credit goes to the owner, dm for credit, dm for credits, no copyright infringement intended, no copyright intended, i don't own this, i do not own this, i don't own the rights, i do not own the rights, rights belong to the owner, author unknown to me, don't know who made this, don't know who took this, translated from an article, saved from pinterest, from pinterest, screenshot from the article, pasted from,
		rasta internete, radau internete, rastas internete, radom internete, radome internete, nuotrauka nuotr. iš interneto, nuotr iš interneto, foto iš interneto, nuotraukos iš interneto, iš interneto platybių, interneto platybėse, iš interneto, paveikslėlis iš google, nuotrauka iš google, iš google paieškos, ne mano nuotrauka, ne mano nuotraukos, ne mano foto, ne mano tekstas, ne mano darbas, nukopijuota iš, nukopijavau iš, pavogta iš, pasiskolinta iš, pasiskolinau iš, paimta iš interneto, paėmiau iš interneto, autoriaus nežinau, nežinau autoriaus, nežinau kas autorius, nežinau kas nufotografavo, autorius man nežinomas, versta iš straipsnio, vertimas iš straipsnio, iš pinterest, iš pinteresto, visos teisės priklauso savininkui, visos teisės priklauso autoriui`}
	// perhaps admits it where a picture or text is spoken of.
	perhaps = words{as: `not mine, found on the internet, found it on the internet, from the internet, found online, found it online, stolen from, stole it from, taken from the internet, copied,
		iš interneto, internete rasta, paimta iš, nukopijavau, nukopijavome, nusikopijavau, ne mano, ne mūsų, radau internete, internetuose`,
		lt: `nukopijuotas, perkopijuotas, nurašytas, pavogtas, pasiskolintas`}
	// thing is what has an author.
	thing = words{en: `pic, photo, picture, image, meme, video, text, quote, poem, drawing, lyrics, cartoon, infographic, recipe, illustration, graphic, gif`,
		lt: `nuotrauka, fotografija, foto, tekstas, paveikslėlis, citata, eilėraštis, piešinys, vaizdo įrašas, memas, receptas, iliustracija, eilės, infografikas`, as: `nuotr, fotkė, fotkę`}
	// took tells that somebody took it, net that they took it where everybody's works are.
	took = words{as: `found, stole, stolen, borrowed, grabbed, copied, taken from, took from, took it from, took this from, saved from, saw, seen,
		radau, radome, radom, rasta, rastas, rasti, rado, aptikau, aptikome, aptikom, mačiau, matėme, matėm, paėmiau, paėmėme, paėmėm, paimta, paimtas, pasiskolinau, pasiskolinome, pasiskolinta, nusikopijavau, nusikopijavome, nukopijuota, parsisiunčiau, parsisiuntėme, parsisiuntėm`}
	net = words{as: `online, the internet, the web, google, google images, pinterest, facebook, instagram, tumblr, reddit, pintereste, feisbuke, googlėje`, lt: `internetas`}
	no  = words{as: `don't, do not, never, avoid, stop, no, without, please don't, ne, nekopijuokite, nenaudokite, nekelkite, nedėkite, negalima, jokių, venkite`}
	// pictureBy credits a picture.
	pictureBy = words{as: `photo by, photos by, photo credit, photo credits, photo courtesy, pic by, picture by, image by, image credit, video by, shot by, filmed by, photographed by, illustration by, drawing by, art by, artwork by, design by, courtesy of, credit to, credits to, photographer, pics by, my photo, my photos, my own photo, own photo, i took, i shot, i filmed, taken by, captured by, our photo, our photos, screenshot, 📷, 📸, 🎥,
		nuotr, nuotr. autorius, nuotraukos autorius, nuotraukos autorė, nuotraukų autorius, nuotraukų autorė, fotografas, fotografė, fotografo, fotografės, fotografavo, nufotografavo, fotografavau, nufotografavau, filmavo, nufilmavo, filmavau, nufilmavau, vaizdo įrašo autorius, vaizdo įrašo autorė, iliustracija, iliustracijos autorė, iliustracijos autorius, iliustravo, piešė, piešinio autorė, mano nuotr, mano nuotrauka, mūsų nuotr, asmeninio archyvo, asmeninis archyvas, archyvo nuotr`}
	// picture credits one only next to a name: “Photo: Ieva Jonaitė”, „Ievos Jonaitės nuotrauka“.
	picture = words{as: `photo, photos, picture, image, video, foto, nuotrauka, nuotraukos, fotografija, iliustracija`}
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
