package policy

import "strings"

// Lithuanian words are written here without diacritics and as stems: people leave diacritics out and inflect. A verb
// with "ne" before it is read as the mark NE and the verb: nekalbėkite is NE kalbekite.
const (
	ltTell = "kalb* | snek* | pasakok* | pasakot* | pasakoj* | aptarin* | aptart* | aptark* | diskutuo* | diskusij* | saky* | " +
		"pasaky* | skelb* | paskelb* | viesin* | pavies* | atskle* | dalin* | dalyk* | dalyt* | dalij* | rasy* | raso* | parasy* | " +
		"komentuo* | komentar* | perduo* | mineti | minek* | minim* | uzsimin* | skusk* | skust* | skund* | lygin* | isduo* | tark* | " +
		"tart* | klausin* | pokalb* | garsin*"
	ltFirm = "imon* | bendrov* | darbdav* | vadov* | virsinink* | administracij* | mus | musu | mumis | organizacij* | darboviet* | " +
		"valdyb* | direktor*"
	ltFellows = "koleg* | bendradarb* | kitus darbuotoj* | kitu darbuotoj* | kitas darbuotoj* | kiti darbuotoj*"
	ltMine    = "asmenin* ..2 paskyr* | asmenin* ..1 profil* | privac* | privat* ..1 paskyr* | privat* ..1 profil* | asmenin* iras* | " +
		"asmenin* zinut* | asmenin* susirasin* | asmenin* socialin* | savo paskyr* | laisvalaik* | ne darbo metu | po darbo | " +
		"paskyr* ..2 asmenin*"
	ltTrue  = "melag* | neties* | zinomai | samoningai | melu | mela | neteising*"
	ltForUs = "imones vardu | bendroves vardu | musu vardu | organizacijos vardu | imones paskyr* | bendroves paskyr* | oficial* | " +
		"atstov*"
	ltActs = "kritik* | menkin* | niekin* | juodin* | peik* | naudo* | rody* | demonstruo* | vilke* | deve* | nurody* | draugau* | " +
		"bendrau* | sek* | pridek* | pridet* | kviesk* | kvieskit* | kreip* | kontaktuo* | duok* | fotograf* | filmuo* | kenk* | " +
		"gadin* | stok* | stot* | remk* | remt* | palaik* | pasirasin* | pasirasy* | organizuo* | agituo* | pranes* | atsakin* | kelk* | " +
		"kelt* | zeid* | tersk* | tersi* | teik* | reiksk* | dek* | veltis | velk*"
)

// turn stands for bet where it means but.
const turn = "BET"

func lithuanianSpeech() speech {
	return speech{
		words:    lithuanianWords(parse(ltTell + " | " + ltActs)),
		splits:   []string{turn, "taciau", "o", "visgi"},
		only:     "tik",
		negation: "ne",
		leave:    []string{"galite", "gali", "galima", "galit"},
		blunted: []string{"buti", "netekti", "lemti", "uztraukti", "pakenkti", "kenkti", "kilti", "reiksti", "sukelti", "tik", "stebeti",
			"tikrinti", "perziureti"},
		forbids: "NE | draudz* | draudim* | uzdraus* | uzdraudz* | drausti | negalima | negalite | negali | nevalia | neleistin* | " +
			"neleidz* | nedera | neturi teises | neturite teises | nepriimtin* | netoleruoj* | nebus toleruoj* | " +
			"be ..3 leidimo | be ..3 sutikimo | be ..3 pritarimo | neturi* ..2 leidimo | venk* | veng* | susilaik* | atleid* | " +
			"atleist* | drausmin* | nuobaud* | baudziam* | tik su | tik gavus | tik gave | tik vadov* | neturetu* | neturi buti | " +
			"neturi kalb* | pasilaik*",
		orders: "prival* | turi | turite | reikia | reikalauj* | butina | ipareigo* | paprasius | pareikalav* | prasom* | pareiga | " +
			"tures*",
		company: "mes | imon* | bendrov* | darbdav* | vadov* | stebim* | stebes* | sekam* | tikrinam* | tikrins* | perziurim* | " +
			"perziures* | skaitom* | pasiliek*",
		denies: "NE | ne | niekas | niekada | niekam | negal* | neturi* | nereik* | neprival* | neprasy* | nestebi* | nei | jokiu",
		permits: "turite teise | turi teise | turime teise | teise kalbeti | teise kritikuoti | laisvai | leidziam* | leistina | " +
			"jusu reikalas | skatinam* | sprendziate patys | jusu sprendimas | normalu | savo nuoziura",
		saves: "nedraudz* | nedraus* | neriboj* | neribos* | netrukd* | nevarz* | nebaudz* | nebaus* | nenubaus* | nebus baudz* | " +
			"nebus baudziam* | nebus nubaust* | nebus atleist* | neatleid* | neatleis* | neuzdraudz* | nereiskia | netaikom* | " +
			"neprival* | nereik* | nepersekio* | nenuken* | neatima | " +
			"negal* ..4 drausti | negal* ..4 uzdrausti | negal* ..4 bausti | negal* ..5 prasyti | negal* ..5 reikalauti | " +
			"negali ..4 versti | niekas ..3 neprasys | neprasom* | neprasys* | nereikalau* | visada galite | be baimes | " +
			"neturi prasyti | nereikalinga",
		breadths: []breadth{
			{"pay", forbids, []string{ltTell + " | konfidencial* | slapt* | paslapt*",
				"atlyginim* | alga | algos | algu | algas | algai | algomis | algoms | uzmokes* | premij* | apie priedus | priedu dyd* | " +
					"uzdirba* | uzdirbat* | darbo salyg* | darbo kruv* | darbo grafik* | apie darbo laik* | apie pamain* | pamainas | " +
					"virsvaland* | salygas darbe | darbo sutarties salyg*"},
				"klient* | kandidat* | tvarkot* | tvarkom* | buhalter* | uz atlyginim* | kitu zmoniu | konkurent* | darbo skelbim* | " +
					"einant pareig* | eidami pareig*"},
			{"pay", says,
				[]string{"atlyginim* ..4 konfidencial* | alg* ..3 konfidencial* | atlyginim* ..3 paslapt* | alga ..3 paslapt* | " +
					"algos ..3 paslapt* | uzmokes* ..4 konfidencial* | uzmokes* ..3 paslapt* | atlyginim* ..4 slapt* | " +
					"konfidencial* ..3 atlyginim* | premij* ..3 konfidencial* | atlyginim* ..4 tarp jusu ir | atlyginim* pasilaik*"},
				"klient* | tvarkot* | kandidat*"},
			{"union", forbids,
				[]string{"profesin* sajung* | profsajung* | streik* | darbo taryb* | kolektyvin* | peticij*",
					ltTell + " | sto* | isto* | prisijung* | remt* | remk* | palaik* | agituo* | pasiras* | organizuo* | burt* | " +
						"kviest* | " +
						"kviesk*"}, ltForUs},
			{"criticism", forbids,
				[]string{"kritik* | neigiam* | blogai | blogo | bloga | blogus | menkin* | niekin* | zemin* | skusk* | skust* | skund* | " +
					"nusiskund* | nepasitenkin* | nepalank* | juodin* | peik* | nepagarb*", ltFirm},
				ltTrue + " | " + ltForUs +
					" | klient* | konkurent* | kilme* | rase* | tikejim* | lyti* | lyties | priekabi* | priziuros | institucij*"},
			{"image", forbids,
				[]string{"kenk* | pakenk* | zalo* | zala | zalos | menkin* | gadin* | sugadin* | ters* | juodin* | diskredituo* | " +
					"zemin* | kompromituo*",
					"ivaizd* | reputacij* | gera varda | geram vardui | geraji varda | gero vardo | prestiz* | imones varda | " +
						"imones vardui | bendroves varda | bendroves vardui", ltFirm},
				ltTrue + " | konkurent* | kito zmogaus | kitu zmoniu | zmogaus"},
			{"vague", forbids,
				[]string{"netinkam* | neprofesional* | nederam* | nekorektisk* | kontroversisk* | kontraversisk* | prasto skonio | " +
					"nepagarb* | neetisk*",
					"pokalb* | komentar* | iras* | turin* | elges* | pasisaky* | zinut* | tem* | zodz* | replik* | nuotrauk* | diskusij*"},
				"pavyzdziui | toki* kaip | tokie kaip | tai yra | diskrimin* | priekabi* | grasin* | smurt* | rasist* | rasizm* | " +
					"seksual* | neapykant* | " + ltForUs},
			{"secrecy", says,
				[]string{"konfidencial* | slapt* | paslapt*",
					"viskas kas | viska kas | viska ka | visa informacija | bet koki* informacij* | visos zinios | " +
						"informacij* apie darbuotoj* | personalo informacij* | personalo duomen* | darbuotoju vardai | " +
						"darbuotoju pavard* | " +
						"vidaus reikal* | vidini* reikal* | viskas apie"}, "klient* | tvarkot* | pavyzdziui"},
			{"secrecy", forbids,
				[]string{ltTell + " | platin* | teikti | teik*",
					"bet koki* informacij* apie | jokios informacijos apie | nieko apie imon* | nieko apie bendrov* | nieko apie darb* | " +
						"apie imone ..2 nieko | apie darba ..2 nieko | kas vyksta ..2 darbe | kas darbe vyksta | kas vyksta imoneje | " +
						"kas vyksta bendroveje | personalo reikal* | vidaus reikal* | apie savo darba | apie darba internete | " +
						"informacij* apie darbuotoj* | informacij* apie kolegas"},
				ltForUs + " | komercin* paslapt* | klient* | pacient* | asmens duomen* | pavyzdziui | sveikat*"},
			{"friends", forbids,
				[]string{"draugau* ..4 koleg* | draugau* ..4 bendradarb* | draugau* ..3 vadov* | koleg* ..4 draugau* | " +
					"bendradarb* ..4 draugau* | i draugus ..4 koleg* | i draugus ..4 bendradarb* | koleg* ..4 i draugus | " +
					"bendradarb* ..4 i draugus | sekti ..3 koleg* | sekti ..3 bendradarb* | sekite ..3 koleg* | sekite ..3 bendradarb* | " +
					"koleg* ..4 sekti | koleg* ..4 sekite | bendradarb* ..4 sekti | bendrau* ..3 koleg* ..2 socialin* | " +
					"bendrau* ..2 socialin* ..2 ..2 koleg* | koleg* ..3 socialin* tinkl* ..3 bendrau*"}, "vadovai | vadovams | spaus*"},
			{"name", forbids,
				[]string{"naudo* | rody* | demonstruo* | skelb* | vilke* | deve* | min* | uzsimin* | nurody* | rasy* | pateik* | saky* | " +
					"dek* | deti",
					"logotip* | imones pavadinim* | musu pavadinim* | bendroves pavadinim* | prekes zenkl* | darboviet* | kur dirba* | " +
						"darbdavio pavadinim* | savo darbdav* | uniform*"},
				ltTrue + " | pardav* | preky* | reklam* | komercin* | tarsi | atrody* | tartum | ispud* | kad kalbate | " + ltForUs +
					" | iskreip* | keist* | keisk* | spalv* | konkurent* | proporcij* | klient* | atlyginim* | parduo* | rekomenduo*"},
			{"media", forbids,
				[]string{"kalbe* | kalbet* | bendrau* | kreip* | kontaktuo* | komentuo* | komentar* | interviu | atsakin* | teikti | " +
					"teik* | rasyti",
					"ziniasklaid* | zurnalist* | spauda | spaudai | spaudos | laikrasc* | institucij* | valdzi* | inspekcij* | " +
						"policij* | " +
						"priziuros | ministerij* | advokat*"},
				ltForUs + " | konfidencial* | nepaskelbt* | teismo"},
			{"outside", forbids,
				[]string{ltTell + " | pranes* | kreip* | kelt* | kelk* | reiksk* | reiksti | viesum*",
					"uz imones ribu | uz bendroves ribu | isoreje | isores | institucij* | inspekcij* | policij* | viesai | viesum* | " +
						"internete | socialin* tinkl* | treciosioms salims | treciosioms",
					"pazeidim* | skund* | nusiskund* | problem* | nuogastav* | nusizengim* | skusk* | skust* | gincus | nesutarim*"},
				"klient* | komercin* paslapt* | asmens duomen* | saugumo | " + ltTrue},
			{"outside", says,
				[]string{"pazeidim* | skund* | nusiskund* | problem* | nesutarim* | gincai | gincus | skustis | nuogastav*",
					"tik imones viduje | tik bendroves viduje | tik viduje | tik vidin* | tik vadov* | tik savo vadov* | " +
						"tik tiesiogin* | " +
						"tik personalo | tik administracij* | isimtinai | prival* ..5 pirmiausia | pirmiausia ..2 prival* | " +
						"pirmiausia turi* | " +
						"turi* ..4 pirmiausia | pirmiausia ..3 turi buti | o ne internete | o ne viesai"},
				"klient* | saugumo | tiesiai i | noretume | tiesiogiai i institucij*"},
			{"informing", orders,
				[]string{"pranes* | informuo* | skusti | isduoti", ltFellows,
					"pazeid* | iras* | raso | rasin* | kritik* | nusizeng* | skelbia | internete"},
				"priekabi* | grasin* | smurt* | diskrimin* | pavog* | pavogt* | klient* | gali | galite | fising*"},
			{"password", orders,
				[]string{"pateik* ..5 slaptazod* | slaptazod* ..5 pateik* | atskle* ..5 slaptazod* | slaptazod* ..5 atskle* | " +
					"duoti ..5 slaptazod* | slaptazod* ..4 duoti | perduot* ..5 slaptazod* | slaptazod* ..5 perduot* | " +
					"pasaky* ..4 slaptazod* | slaptazod* ..4 pasaky* | nurody* ..4 slaptazod* | slaptazod* ..4 nurody* | " +
					"prisijungim* ..6 pateik* | pateik* ..6 prisijungim* | suteik* ..6 asmenin* | asmenin* paskyr* ..6 suteik* | " +
					"prieig* ..4 asmenin* | parody* ..4 asmenin* | asmenin* ..4 parody* | atverti ..4 asmenin* | " +
					"slaptazod* ..6 privalo | " +
					"slaptazodzius ..6 turi"},
				"imones paskyr* | bendroves paskyr* | jei | jeigu | nutek* | saugykl* | tvarkykl*"},
			{"monitoring", states,
				[]string{"stebim* | stebes* | stebet* | stebi | stebima | stebimos | sekam* | sekti | seka | tikrinam* | tikrins* | " +
					"tikrinti | tikrina | perziurim* | perziures* | perziuret* | perziuri | skaitom* | skaityti | skaito",
					ltMine + " | ka rasote ..3 laisvalaik*"},
				"nuostat* | rekomenduo* | patari* | patart* | jei kas pranese | pranese | pranes* | mokym*"},
			{"approval", forbids,
				[]string{"leidim* | pritarim* | sutikim* | suderin* | patvirtin* | derin*",
					ltMine + " | apie imone | apie bendrove | apie darba | apie savo darba"},
				ltForUs + " | nuotrauk* | klient* | pacient* | komercin* paslapt* | reklam*"},
			{"approval", orders,
				[]string{"leidim* | pritarim* | sutikim* | suderin* | patvirtin* | derinti | derinami",
					ltMine + " | apie imone | apie bendrove | apie darba | apie savo darba"},
				ltForUs + " | nuotrauk* | klient* | pacient* | reklam*"},
			{"pictures", forbids,
				[]string{"fotograf* | nuotrauk* | film* | filmuo* | vaizdo iras* | garso iras* | iraso darom*",
					"darbo viet* | darbe | patalp* | biure | biuro | ceche | sandelyje | sandelio"},
				"klient* | pacient* | konfidencial* | ekran* | dokument* | sutikim* | atsiklaus* | prototip* | saug* | komercin* | " +
					"lankytoj* | vaik*"},
		},
	}
}

// lithuanianWords gives the words of a text in lower case and without diacritics, verbs that are negated in two.
func lithuanianWords(verbs alternatives) func(text string) []string {
	fold := strings.NewReplacer("ą", "a", "č", "c", "ę", "e", "ė", "e", "į", "i", "š", "s", "ų", "u", "ū", "u", "ž", "z")
	isVerb := func(w string) bool { return verbs.in([]string{w}) }
	return func(text string) []string {
		var words []string
		all := wordsOf(fold.Replace(strings.ToLower(text)))
		for i, w := range all {
			if w == "bet" && (i+1 == len(all) || !strings.HasPrefix(all[i+1], "k")) {
				w = turn // and not bet koks, bet kada
			}
			verb, negated := strings.CutPrefix(w, "ne")
			if reflexive, is := strings.CutPrefix(verb, "si"); is && isVerb(reflexive) {
				verb = reflexive
			}
			if negated && isVerb(verb) {
				words = append(words, "NE", verb)
			} else {
				words = append(words, w)
			}
		}
		return words
	}
}
