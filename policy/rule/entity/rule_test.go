package entity

import (
	"strings"
	"testing"

	"rostrum/policy/rule"
	"rostrum/policy/rule/ruletest"
	"rostrum/text"
)

// expected is a post and the words that are found in it; none means that nothing is.
type expected struct{ kind, text, want string }

func run(t *testing.T, cases []expected) {
	t.Helper()
	benches := map[string]*ruletest.Bench{}
	for _, c := range cases {
		b := benches[c.kind]
		if b == nil {
			b = ruletest.New(t, New, ruletest.Given{Keys: "find: [" + c.kind + "]\nallow: [public_contacts]", Terms: map[string][]string{
				"public_contacts": {"+370 5 200 0000", "8 612 00000", "Rasa@Banga.lt", "@partneris.lt", "LT60 1010 0123 4567 8901", "Gedimino pr. 9"}}})
			benches[c.kind] = b
		}
		var got []string
		for _, m := range b.Find(c.text) {
			got = append(got, c.text[m.Start:m.End])
			if m.Category == "" || m.Message.EN == "" || m.Message.LT == "" || m.Suggestion.EN == "" || m.Suggestion.LT == "" {
				t.Errorf("%s: %q is reported without a category or words in both languages", c.kind, c.text)
			}
		}
		if all := strings.Join(got, " | "); all != c.want {
			t.Errorf("%s in %q: found %q, want %q", c.kind, c.text, all, c.want)
		}
	}
}

func TestPersonalCodes(t *testing.T) {
	run(t, []expected{
		{"lt_personal_code", "Mano asmens kodas 38501010013.", "38501010013"},
		{"lt_personal_code", "Kliento a. k. 3 850101 0013, patikrinkite", "3 850101 0013"},
		{"lt_personal_code", "Registracija: 385-0101-0013", "385-0101-0013"},
		{"lt_personal_code", "Siunčiu kliento kodą 49003111115", ""},
		{"lt_personal_code", "Siunčiu asmens kodą 49003111115", "49003111115"}, // mistyped, but said to be one
		{"lt_personal_code", "my personal code is ３８５０１０１００１３", "３８５０１０１００１３"},
		{"lt_personal_code", "Užsakymo nr. 38501010014 jau išsiųstas", ""},
		{"lt_personal_code", "38513010013 nėra data", ""},
		{"lt_personal_code", "0038501010013", ""},
		{"lt_personal_code", "https://banga.lt/u/38501010013", ""},
		{"ee_personal_code", "Isikukood 38501010013", "38501010013"},
		{"lv_personal_code", "Personas kods 161175-19997", "161175-19997"},
		{"lv_personal_code", "Siunta 161175-19998", ""},
		{"pl_pesel", "PESEL: 44051401359", "44051401359"},
		{"pl_pesel", "nr zamówienia 44051401358", ""},
	})
}

func TestOtherNationalNumbers(t *testing.T) {
	run(t, []expected{
		{"fi_hetu", "Henkilötunnus 131052-308T.", "131052-308T"},
		{"fi_hetu", "010203A123B", ""},
		{"se_personnummer", "Hans nummer: 811218-9876", "811218-9876"},
		{"se_personnummer", "19811218-9876", "19811218-9876"},
		{"se_personnummer", "811218-9875", ""},
		{"dk_cpr", "CPR 010190-1234", "010190-1234"},
		{"dk_cpr", "kodas 010190-1234", ""},
		{"de_steuer_id", "Meine Steuer-ID ist 86095742719", "86095742719"},
		{"de_steuer_id", "Bestellung 86095742719", ""},
		{"es_dni", "mi DNI es 12345678Z", "12345678Z"},
		{"es_dni", "12345678-Z y X1234567L", "12345678-Z | X1234567L"},
		{"es_dni", "modelis 12345678A", ""},
		{"it_codice_fiscale", "Codice fiscale RSSMRA85T10A562S", "RSSMRA85T10A562S"},
		{"it_codice_fiscale", "RSSMRA85T10A562A", ""},
		{"fr_nir", "Sécu 2 55 08 14 168 025 38", "2 55 08 14 168 025 38"},
		{"fr_nir", "255081416802539", ""},
		{"nl_bsn", "mijn BSN is 111222333", "111222333"},
		{"nl_bsn", "bestelling 111222333", ""},
		{"be_rrn", "85.07.30-033.28", "85.07.30-033.28"},
		{"uk_nino", "My NI number is AB 12 34 56 C", "AB 12 34 56 C"},
		{"uk_nino", "AB123456C", "AB123456C"},
		{"uk_nino", "QQ123456C, GB123456C", ""},
		{"us_ssn", "SSN 078-05-1120", "078-05-1120"},
		{"us_ssn", "her social security number is 078051120", "078051120"},
		{"us_ssn", "They printed my Social Security number (536-22-8145) on the parcel", "(536-22-8145"},
		{"us_ssn", "Part number 536-22-8145 is back in stock", ""},
		{"us_ssn", "666-12-1234, 900-12-1234, 123-00-1234, order 123-45-6789", ""},
		{"passport", "Kliento paso nr. 12345678", "12345678"},
		{"passport", "passport no. LB123456", "LB123456"},
		{"passport", "asmens tapatybės kortelė 15123456", "15123456"},
		{"passport", "Pasaulyje parduota 12345678 vnt.", ""},
		{"driving_licence", "Vairuotojo pažymėjimo Nr. 01234567", "01234567"},
		{"driving_licence", "my driver's license number is D1234567", "D1234567"},
		{"driving_licence", "part D1234567", ""},
	})
}

func TestPhones(t *testing.T) {
	run(t, []expected{
		{"phone", "Skambinkite +370 612 34567 arba 8 612 34568", "+370 612 34567 | 8 612 34568"},
		{"phone", "rašyk man į 861234567", "861234567"},
		{"phone", "Naujas numeris 0 612 34567", "0 612 34567"},
		{"phone", "Biuras (8 5) 212 3456, tel. (8-46) 412345", "(8 5) 212 3456 | (8-46) 412345"},
		{"phone", "mano nr 61234567", "61234567"},
		{"phone", "+44 (0)20 7946 0958, 07700 900123, 0171 1234567", "+44 (0)20 7946 0958 | 07700 900123 | 0171 1234567"},
		{"phone", "(212) 555-0199, 212-555-0199, 212.555.0199, +1 415 555 0132", "(212) 555-0199 | 212-555-0199 | 212.555.0199 | +1 415 555 0132"},
		{"phone", "call me at 785 8949", "785 8949"},
		{"phone", "Skambinkite +370 5 200 0000, 8 5 200 0000 arba +37061200000", ""}, // public contacts
		{"phone", "Klientams: 1884, 8 800 12345, 1-800-555-0199, 0800 123 456", ""},
		{"phone", "Užsakymas Nr. 861234567, sąskaita 20260012345", ""},
		{"phone", "Kaina 1 250 000 €, 861 234 567 Eur, $612 345 678", ""},
		{"phone", "2026-11-22, 22.11.2026 18-20, 2019-2024 m., 11.25.16 - 11.29.16", ""},
		{"phone", "Skambinkit 2026-11-22 nuo 10.00", ""},
		{"phone", "98-95, 105-98, 54.687157, 25.279652", ""},
		{"phone", "100 000 000 peržiūrų, +1000000", ""},
		{"phone", "PVM LT100001234567, įm. kodas 302512345, EAN 4770123456789", ""},
		{"phone", "Reglamentas (EB) Nr. 1257/1999, Žin., 2003, Nr. 101-4550", ""},
		{"phone", "Vairuotojo nr. (8~687) 12 345, 8~687 12345", "(8~687) 12 345 | 8~687 12345"},
		{"phone", "Rašykite https://wa.me/37061234567 arba https://api.whatsapp.com/send?phone=37061234568&text=labas", "37061234567 | 37061234568"},
		{"phone", "Ask Luke: tel:+14155552671", "+14155552671"},
		{"phone", "https://wa.me/37061200000 https://wa.me/message/ABCDEF", ""}, // a public contact
		{"phone", "Vaikų linija 116 111, pagalba 116 123", ""},
		{"phone", "Per metus surinkome 867 654 321 žingsnį", ""},
		{"phone", "skambinkite 867 654 321 rytais", "867 654 321"},
		{"phone", "https://x.lt/861234567 @jonas861234567", ""},
	})
}

func TestEmails(t *testing.T) {
	run(t, []expected{
		{"email", "Rašykite jonas.jonaitis@gmail.com!", "jonas.jonaitis@gmail.com"},
		{"email", "Rašykite info@banga.lt, press@banga.lt", ""},
		{"email", "info@gmail.com", "info@gmail.com"},
		{"email", "rasa@banga.lt, ona@partneris.lt, ona@banga.lt", "ona@banga.lt"},
		{"email", "jonas.petraitis (at) gmail.com", "jonas.petraitis (at) gmail.com"},
		{"email", "jonas [eta] gmail [taškas] com", "jonas [eta] gmail [taškas] com"},
		{"email", "rasa taškas kaz eta gmail taškas com", "rasa taškas kaz eta gmail taškas com"},
		{"email", "Send it to kate.miller AT outlook DOT com please", "kate.miller AT outlook DOT com"},
		{"email", "write to bob_jones at fastmail dot com or ann (at) proton (dot) me", "ann (at) proton (dot) me | bob_jones at fastmail dot com"},
		{"email", "Meet us @ lunch. Dot com era is over", ""},
		{"email", "We are at banga dot com slash jobs, look at delfi taškas lt", ""},
		{"email", "Susitinkam (at) Vilnius", ""},
	})
}

func TestAccountsAndCards(t *testing.T) {
	run(t, []expected{
		{"iban", "Sąskaita LT12 1000 0111 0100 1000.", "LT12 1000 0111 0100 1000"},
		{"iban", "lt121000011101001000", "lt121000011101001000"},
		{"iban", "GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"},
		{"iban", "LT13 1000 0111 0100 1000, LT100001234567", ""},
		{"iban", "Aukokite: LT601010012345678901", ""}, // a public contact
		{"card", "Kortelė 4111 1111 1111 1111 iki 12/28", "4111 1111 1111 1111"},
		{"card", "5500-0000-0000-0004, 378282246310005, 6011111111111117", "5500-0000-0000-0004 | 378282246310005 | 6011111111111117"},
		{"card", "4111 1111 1111 1112", ""},
		{"card", "Dovanų kortelė Nr. 1234 5678 9012 3456", ""},
		{"card", "EAN 4770262990015, order 4111111111111111", ""},
	})
}

func TestAddressesOfComputers(t *testing.T) {
	run(t, []expected{
		{"ip", "Prisijungė iš 84.15.21.77.", "84.15.21.77"},
		{"ip", "8.8.8.8 is down, my server too", "8.8.8.8"},
		{"ip", "Skaitykite 1.2.3.4 ir 4.3.2.1", ""},
		{"ip", "address 2a02:4780:1:1::5 is blocked", "2a02:4780:1:1::5"},
		{"ip", "192.168.1.1, 10.0.0.7, 127.0.0.1, ::1", ""},
		{"ip", "v10.20.30.40, versija 10.20.30.40, Android 12.1.0.5", ""},
		{"ip", "10:30:45, 1.2.3.4.5, 256.1.1.1", ""},
	})
}

func TestHomes(t *testing.T) {
	run(t, []expected{
		{"home_address", "Jis gyvena Žalgirio g. 90, Vilnius", "Žalgirio g. 90"},
		{"home_address", "gyvena savanoriu pr 45", "savanoriu pr 45"},
		{"home_address", "Jonas gyvena J. Basanavičiaus g. 7, bt. 3, Kaunas", "J. Basanavičiaus g. 7, bt. 3"},
		{"home_address", "Gedimino pr. 12-5", "Gedimino pr. 12-5"},
		{"home_address", "Pirkėjas Jonas, Taikos pr. 61-14, Klaipėda", "Taikos pr. 61-14"},
		{"home_address", "She lives at 12 Baker Street, London", "12 Baker Street"},
		{"home_address", "John Smith, 742 Evergreen Terrace, Springfield", "742 Evergreen Terrace"},
		{"home_address", "Our client's address is 45 Oak Avenue, Apt 4, Boston", "45 Oak Avenue, Apt 4"},
		{"home_address", "please send it to her address: 26 Veres Pálné u. 91", "26 Veres Pálné u. 91"},
		{"home_address", "Deliver to Margaret Hill, 14 Elm Street, Apt 3B, Springfield, IL 62704", "14 Elm Street, Apt 3B, Springfield, IL 62704"},
		{"home_address", "Aaron Hill\n\n16 Salontie 6\n Apt. 523\n Urjala\n Finland 31760\n", "16 Salontie 6\n Apt. 523\n Urjala\n Finland 31760"},
		{"home_address", "2 storage unit 5 boxes, Monday 9 Room 12", ""},
		{"home_address", "Laukiame parduotuvėje Gedimino pr. 12-5", ""},
		{"home_address", "Mūsų biuras – Konstitucijos pr. 7, Vilnius", ""},
		{"home_address", "Nauja kavinė – Vilniaus g. 22", ""},
		{"home_address", "Visit our shop at 221B Baker Street", ""},
		{"home_address", "Jonas gyvena Gedimino pr. 9", ""}, // a public contact
		{"home_address", "Next show January 5th! 522 2nd Street. $15", ""},
		{"home_address", "500 g. 12 porcijų", ""},
	})
}

func TestHealthFacts(t *testing.T) {
	run(t, []expected{
		{"health_fact", "Our colleague Jonas was diagnosed with cancer", "colleague Jonas was diagnosed with cancer"},
		{"health_fact", "mūsų kolega Jonas serga vėžiu", "kolega Jonas serga vėžiu"},
		{"health_fact", "kolega jonas serga veziu", "kolega jonas serga veziu"},
		{"health_fact", "Klientė Rasa Petraitienė nėščia", "Klientė Rasa Petraitienė nėščia"},
		{"health_fact", "Pacientas Antanas Kazlauskas turi ŽIV", "Pacientas Antanas Kazlauskas turi ŽIV"},
		{"health_fact", "Our client Mrs Smith has diabetes.", "client Mrs Smith has diabetes"},
		{"health_fact", "Sales manager Laura is on sick leave", "manager Laura is on sick leave"},
		{"health_fact", "Jonui diagnozuota šizofrenija", "Jonui diagnozuota šizofrenija"},
		{"health_fact", "Direktorius Valdas Rimkus atsigulė į Santaras operacijai.", "Direktorius Valdas Rimkus atsigulė į Santaras operacijai"},
		{"health_fact", "vadovas ligonineje su infarktu, Kazlauskas visada nervinosi", "ligonineje su infarktu, Kazlauskas"},
		{"health_fact", "Vytui Petrauskui depresija, todėl jis nebeateina", "Vytui Petrauskui depresija"},
		{"health_fact", "girdėjau, kad Daiva laukiasi, tik nesakykit", "Daiva laukiasi"},
		{"health_fact", "so Linda from accounting is on antidepressants, explains a lot", "Linda from accounting is on antidepressants"},
		{"health_fact", "Get well soon, Mike!", "Get well soon, Mike"},
		{"health_fact", "Laura works in the hospital", ""},
		{"health_fact", "Depresija – liga, apie kurią Vilniuje verta kalbėti garsiai", ""},
		{"health_fact", "Tomas serga už „Žalgirį“", ""},
		{"health_fact", "I have a cold", ""},
		{"health_fact", "Vėžio prevencija: Jonas pasakoja apie tyrimus", ""},
		{"health_fact", "Nurse Kate takes part in cancer research", ""},
		{"health_fact", "Our dog Max has cancer", ""},
		{"health_fact", "Sick beat, Tom!", ""},
		{"health_fact", "Ieva laukiasi jūsų parduotuvėje", ""},
		{"health_fact", "Sergant gripu – likite namuose", ""},
	})
}

func TestMistypedCodeNeedsReview(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{Keys: "find: [lt_personal_code]"})
	found := b.Find("Asmens kodas 38501010014")
	if len(found) != 1 || found[0].Verdict != rule.Review {
		t.Fatalf("a personal code with a wrong check digit gives %v, want one match for review", found)
	}
}

func TestNoFindMeansAll(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{})
	text := "Kolega Jonas serga gripu, a. k. 38501010013, tel. +370 612 34567, jonas@gmail.com, LT121000011101001000"
	if found := b.Find(text); len(found) != 5 {
		t.Errorf("found %d things in %q, want 5", len(found), text)
	}
}

func TestOneNumberIsOneThing(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{Keys: "find: [phone]"})
	if found := b.Find("tel. 4111 1111 1111 1111, asmens kodas 38501010013"); len(found) != 0 {
		t.Errorf("a card and a personal code are taken for phones: %v", found)
	}
}

func TestBadKeys(t *testing.T) {
	for keys, want := range map[string]string{
		"find: [fax]":         `"fax" is not known; use lt_personal_code`,
		"allow: [nowhere]":    "nowhere",
		"found: [phone]":      "found",
		"find: {phone: true}": "cannot unmarshal",
	} {
		ruletest.Refuses(t, New, ruletest.Given{Keys: keys}, want)
	}
}

func TestCleanPostAllocatesNothing(t *testing.T) {
	b := ruletest.New(t, New, ruletest.Given{})
	reader := text.NewReader()
	for _, post := range []string{
		"Nuo 2026-11-22 iki 2026-11-30 visoms prekėms 20 % nuolaida, laukiame Gedimino pr. 9!",
		"Order 1234567890 shipped on 11.22.2026, score 98-95, v1.2.3.4 https://banga.lt/a/861234567",
	} {
		in := &rule.Input{Doc: reader.Read(post, "")}
		out := &rule.Report{}
		if n := testing.AllocsPerRun(100, func() { b.Rule.Check(in, out) }); n > 0 || len(out.Matches) > 0 {
			t.Errorf("%q costs %v allocations and gives %d findings", post, n, len(out.Matches))
		}
	}
}

func BenchmarkCleanPost(b *testing.B) {
	bench := ruletest.New(b, New, ruletest.Given{})
	b.ReportAllocs()
	for b.Loop() {
		bench.Find("Order 1234567890 shipped on 11.22.2026, score 98-95, visit us at 221B Baker Street, London!")
	}
}

func BenchmarkMake(b *testing.B) {
	for b.Loop() {
		if _, err := ruletest.Try(New, ruletest.Given{}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, seed := range []string{"+370 612 34567", "LT12 1000 0111 0100 1000", "gyvena Žalgirio g. 90-1", "2a02::5", "ąž\xff38501010013", "(8 5) 212", "a(at)b.c", "0 @0", "12 Baker St, Apt", "Jonas serga"} {
		f.Add(seed)
	}
	bench := ruletest.New(f, New, ruletest.Given{})
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range bench.Find(s) {
			if m.Start < 0 || m.Start >= m.End || m.End > len(s) {
				t.Errorf("%q: the place %d-%d is not in it", s, m.Start, m.End)
			}
		}
	})
}

func FuzzReadPhones(f *testing.F) {
	f.Add("370 8 300-699\n1 10 201")
	f.Fuzz(func(t *testing.T, s string) { readPhones(s).international([]byte("37061234567")) })
}

func FuzzReadSections(f *testing.F) {
	f.Add("[states]\nserga, sirgo\n")
	f.Fuzz(func(t *testing.T, s string) {
		sections, err := readSections(s)
		if err != nil && sections != nil {
			t.Errorf("%q gives both an error and words", s)
		}
	})
}
