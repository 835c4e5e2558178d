package policy

import "testing"

const unlawfulLithuanian = `
Draudžiama kalbėti apie atlyginimą.
Apie savo algą su kolegomis nekalbėkite.
Darbuotojams draudžiama viešai aptarinėti darbo sąlygas.
Atlyginimų dydis yra konfidencialus.
Neatskleiskite, kiek uždirbate.
Apie darbo užmokestį galite kalbėti tik su vadovu.
Niekada neskelbkite socialiniuose tinkluose apie viršvalandžius ir darbo krūvį.
apie atlyginima kalbeti negalima
Premijų dydžiais su kolegomis nesidalykite.
Nesiskųskite internete darbo grafiku.
Draudžiama kritikuoti įmonę.
Viešai nekritikuokite vadovų.
Apie bendrovę neigiamai kalbėti negalima.
Venkite skųstis savo vadovu internete.
Nemenkinkite darbdavio savo įrašuose.
Nepalankūs komentarai apie įmonę draudžiami.
Apie mus nieko blogo nerašykite.
Viskas, ką sužinote darbe, yra konfidenciali informacija: viskas, kas vyksta įmonėje, lieka paslaptyje.
Bet kokia informacija apie darbuotojus yra konfidenciali.
Visa informacija apie įmonę laikoma paslaptimi.
Niekam nepasakokite, kas vyksta darbe.
Nesidalykite jokia informacija: neskelbkite nieko apie įmonę.
Nekvieskite į draugus kolegų.
Draudžiama socialiniuose tinkluose draugauti su bendradarbiais.
Kolegų paskyrų nesekite.
Nenaudokite įmonės pavadinimo ir logotipo.
Savo profilyje nenurodykite darbovietės.
Draudžiama skelbti nuotraukas su uniforma.
Su žiniasklaida be leidimo nekalbėkite.
Darbuotojams draudžiama bendrauti su žurnalistais.
Be vadovo sutikimo negalima kreiptis į valstybės institucijas.
Privalote pranešti apie kolegas, kurie pažeidžia šią politiką.
Darbuotojai turi informuoti administraciją apie bendradarbių įrašus.
Darbuotojas privalo pateikti slaptažodį.
Pareikalavus privalote atskleisti savo asmeninės paskyros slaptažodį.
Turite suteikti vadovui prieigą prie savo asmeninės paskyros.
Stebime jūsų asmenines paskyras.
Įmonė pasilieka teisę tikrinti darbuotojų asmeninius profilius.
Jūsų asmeninės paskyros gali būti stebimos darbdavio, jas stebime nuolat.
Skundus galima teikti tik įmonės viduje.
Apie pažeidimus pirmiausia privaloma pranešti vadovui.
Nesikreipkite į institucijas dėl pažeidimų, kol jų neištyrė vadovas.
Apie darbo problemas viešai nekalbėkite.
Venkite kenkti įmonės įvaizdžiui.
Draudžiami įrašai, menkinantys bendrovės reputaciją.
Netinkami pokalbiai draudžiami.
Neprofesionalūs komentarai netoleruojami.
Draudžiama agituoti už profesinę sąjungą.
Neraginame ir nerašykite apie streiką.
Įrašus apie darbą privaloma suderinti su komunikacijos komanda.
Be leidimo asmeninėje paskyroje apie įmonę nerašykite.
Draudžiama fotografuoti darbo vietoje.
Atlyginimas yra asmeninis reikalas – apie jį su kolegomis nediskutuojama ir kalbėti draudžiama.
Už algos dydžio atskleidimą taikoma drausminė nuobauda.
Darbuotojai negali viešinti savo darbo užmokesčio.
Savo darbo sąlygų viešai nekomentuokite.
Darbuotojams neleidžiama diskutuoti apie algas.
Griežtai draudžiama neigiamai atsiliepti apie bendrovę.
Apie vadovybę blogai nešnekėkite.
Darbuotojas privalo susilaikyti nuo kritikos darbdavio atžvilgiu.
Socialiniuose tinkluose neperduokite jokios informacijos apie įmonės vidaus reikalus.
Informacija apie personalą ir visi vidaus reikalai yra konfidencialūs.
Negalima draugauti su kolegomis socialiniuose tinkluose.
Įmonės logotipo asmeninėse paskyrose naudoti negalima.
Neminėkite, kur dirbate.
Žurnalistams interviu be direktoriaus leidimo neduokite.
Draudžiama kreiptis į Darbo inspekciją, prieš tai nepranešus vadovui apie problemas.
Pastebėję, kad bendradarbis pažeidžia taisykles, privalote apie tai pranešti.
Vadovai reguliariai tikrina darbuotojų asmenines paskyras.
Darbdavys gali peržiūrėti jūsų privačias paskyras.
Paprašius turite nurodyti savo paskyros slaptažodį.
Visi nusiskundimai sprendžiami tik viduje.
Draudžiama bet kokia veikla, kenkianti bendrovės prestižui.
Nederami komentarai neleistini.
Prieš skelbdami asmeninėje paskyroje privalote gauti vadovo leidimą.
Dalyvauti streike ar apie jį rašyti draudžiama.
Nefotografuokite darbo patalpų.
Nesiskųskite darbdaviu viešojoje erdvėje.
`

const lawfulLithuanian = `
Niekas čia nedraudžia kalbėti apie atlyginimą.
Apie savo atlyginimą ir darbo sąlygas visada galite kalbėti.
Galite laisvai aptarti darbo sąlygas su kolegomis ir viešai.
Ši politika neriboja kalbų apie algą ar kitas darbo sąlygas.
Už kalbas apie darbo sąlygas niekas nebus baudžiamas.
Neskelbkite klientų darbuotojų atlyginimų, kuriuos matote darbe.
Nebaudžiame už tai, kad lyginate atlyginimus.
Darbo laiku įrašų asmeninėje paskyroje nerašykite, kai laukia klientai.
Neskelbkite įrašų už atlyginimą, to nenurodę.
Klientams premijų nežadame.
Turite teisę kritikuoti įmonę.
Vadovus kritikuoti galima.
Neskelbkite žinomai melagingų teiginių apie įmonę ar jos produktus.
Įmonės paskyrose nekalbėkite blogai apie konkurentus.
Niekada nemenkinkite konkurentų.
Nežeminkite žmonių dėl kilmės, lyties ar tikėjimo.
Neskelbkite komercinių paslapčių: neišleistų produktų, programų kodo ir klientų duomenų.
Konfidenciali informacija – tai, kas suteikia pranašumą, kol to nežino kiti: receptai, derybų kainos ir nepaskelbti rezultatai.
Neskelbkite paciento vardo.
Su kolegomis galite bendrauti kur tik norite.
Vadovai neturi spausti kolegų sekti mūsų puslapių.
Nenaudokite logotipo savo prekėms parduoti.
Nenaudokite mūsų pavadinimo taip, kad atrodytų, jog kalbate mūsų vardu.
Girdami mūsų produktus pasakykite, kad čia dirbate.
Įmonės vardu su žurnalistais kalba tik komunikacijos komanda.
Savo vardu galite kalbėti su žiniasklaida, institucijomis ir profesine sąjunga.
Pastebėję grasinimą kolegai galite apie tai pranešti saugos komandai.
Apie pavogtą telefoną privalote iš karto pranešti saugos komandai.
Niekas įmonėje negali prašyti jūsų asmeninio slaptažodžio.
Niekam nesakykite savo slaptažodžio.
Privalote naudoti du veiksnius ir slaptažodžių tvarkyklę.
Jei slaptažodis nutekėjo, turite iš karto apie tai pasakyti IT komandai.
Jūsų asmeninių paskyrų nestebime.
Peržiūrime tik viešus įrašus, apie kuriuos mums kas nors pranešė.
Kasmet patikrinkite savo asmeninių paskyrų privatumo nuostatas.
Apie pažeidimus galite pranešti įmonės viduje arba tiesiai institucijai.
Norėtume apie problemas sužinoti pirmi, tačiau galite kreiptis ir į inspekciją.
Į klientų skundus atsakome tik per vidinę sistemą.
Diskriminuojantys pasisakymai, priekabiavimas ir grasinimai netoleruojami.
Netinkami įrašai, pavyzdžiui, diskriminuojantys ar grasinantys, draudžiami.
Nekenkite žmogaus reputacijai melu.
Ar stoti į profesinę sąjungą, sprendžiate patys.
Įrašams įmonės paskyrose reikia komunikacijos komandos pritarimo.
Įrašams jūsų asmeninėse paskyrose pritarimo nereikia.
Neskelbkite klientų nuotraukų be jų sutikimo.
Nefotografuokite darbe ekranų ir dokumentų.
Negadinkite įmonės turto.
Skelbdami nuotrauką nurodykite autorių.
Įmonės paskyrų slaptažodžius laikykite saugykloje.
Neskelbkite rezultatų anksčiau, nei juos paskelbia įmonė.
Į įžeidimus neatsakykite įžeidimais.
Atsakomybės ribojimo pastaba neapsaugo nuo neteisėtų įrašų pasekmių.
Prieš skelbdami pagalvokite: tai, kas parašyta, lieka.
Kodinių pavadinimų niekur neminėkite.
Visada galite tarpusavyje kalbėtis apie atlyginimą, darbo laiką ir kitas darbo sąlygas.
Šis punktas neriboja jūsų teisių, tarp jų ir teisės kalbėti apie atlyginimą.
Niekas negali jūsų bausti už tai, kad skundžiatės vadovu.
Kritikos įmonei nebaudžiame.
Ginčykitės dėl minčių, o ne dėl žmonių.
Nepaskelbtų rezultatų neviešinkite.
Be sutikimo nenaudokite kliento vardo ar nuotraukos.
Kalbėdami apie mūsų produktus savo paskyroje nurodykite, kad tai jūsų nuomonė.
Jei rekomenduojate mūsų prekes, turite pasakyti, kad čia dirbate.
Įmonės vardu nekalbėkite, jei tam nesate paskirti.
Jei jums parašė žurnalistas, savo vardu galite atsakyti; tai, kas skirta įmonei, perduokite komunikacijos komandai.
Niekam negrasinkite, nieko neįžeidinėkite ir nepersekiokite.
Nespauskite nuorodų iš nepažįstamų žmonių.
Įmonės paskyros slaptažodžiu dalykitės tik per saugyklą.
Dviejų veiksnių prisijungimą įjunkite ir asmeninėse paskyrose.
Saugos komanda kas mėnesį tikrina įmonės paskyras.
Niekada neprašysime atverti jūsų asmeninės paskyros.
Galite nurodyti, kad dirbate mūsų įmonėje.
Mūsų logotipo nedėkite ant parduodamų prekių.
Apie saugumo pažeidimą per valandą praneškite saugos komandai – už pranešimą niekas nebus baudžiamas.
Nežadėkite garantuotos grąžos.
Viešuose atsakymuose neteikite medicininių patarimų.
Į skundus atsakykite mandagiai ir kvieskite tęsti pokalbį asmenine žinute.
Netrinkite klientų kritikos.
Įmonės paskyrose skelbia tik paskirti žmonės.
Viešai neaptarinėkite paciento sveikatos.
Darbo vietą fotografuoti galite, jei kadre nėra klientų ar ekranų.
Apie apsimetėlius praneškite saugos komandai.
Ką veikiate laisvalaikiu, yra jūsų reikalas.
Prieš dalydamiesi svetima nuotrauka, gaukite autoriaus leidimą.
Nekonsultuokite klientų viešai apie jų sąskaitas.
`

func TestUnlawfulLithuanianIsFound(t *testing.T) {
	for _, s := range lines(unlawfulLithuanian) {
		if len(Overbroad(s, Lithuanian)) == 0 {
			t.Errorf("not found: %s", s)
		}
	}
}

func TestLawfulLithuanianPasses(t *testing.T) {
	for _, s := range lines(lawfulLithuanian) {
		for _, o := range Overbroad(s, Lithuanian) {
			t.Errorf("%s\n\tfound: %s", s, o.Reason.EN)
		}
	}
}
