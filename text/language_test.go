package text

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var languageTexts = []struct {
	lang Lang
	text string
}{
	{English, "Our new office opens on Monday"},
	{English, "Thanks for the quick answer!"},
	{English, "why is the delivery so slow again"},
	{English, "See you there"},
	{English, "cant wait 4 the weekend lol"},
	{English, "Congratulations to Jonas Kazlauskas and the whole Kaunas team"},
	{English, "Proud sponsor of Žalgiris this season"},
	{English, "Two tickets left, first come first served"},
	{English, "The café on Pilies street has the best soup in Vilnius"},
	{English, "never buying from this shop again"},
	{English, "Happy Monday everyone"},
	{English, "ok sure, sounds good to me"},
	{English, "@banga your app is down, please fix it"},
	{English, "Breaking: results for the third quarter are out https://www.banga.lt/naujienos"},
	{English, "What a goal by Kuzminskas!"},
	{English, "We stand with our colleagues in Ukraine"},
	{Lithuanian, "Pirmadienį atidarome naują biurą"},
	{Lithuanian, "Ačiū už greitą atsakymą!"},
	{Lithuanian, "Kodėl taip ilgai vežat siuntas?"},
	{Lithuanian, "Iki pasimatymo"},
	{Lithuanian, "Liko du bilietai, paskubėkite"},
	{Lithuanian, "Sveikiname Joną Kazlauską ir visą komandą"},
	{Lithuanian, "Gerai, tinka"},
	{Lithuanian, "Daugiau niekada nepirksiu šioje parduotuvėje"},
	{Lithuanian, "Bendrovės pajamos per ketvirtį augo dešimt procentų"},
	{Lithuanian, "Banga pristato naują Falcon kolekciją Vilniuje #fashion #style"},
	{Lithuanian, "Kas laimės rytoj?"},
	{Lithuanian, "Dirbame ir šeštadieniais, užsukite"},
	{Lithuanian, "@banga neveikia jūsų programėlė"},
	{Lithuanian, "Graži diena"},
	{Lithuanian, "pirmadieni atidarome nauja biura"},
	{Lithuanian, "aciu uz greita atsakyma"},
	{Lithuanian, "kodel taip ilgai vezat siuntas"},
	{Lithuanian, "sveikinam visus su svente"},
	{Lithuanian, "liko du bilietai paskubekit"},
	{Lithuanian, "niekada daugiau cia nepirksiu"},
	{Lithuanian, "siulau visiems isbandyti"},
	{Lithuanian, "nu jo cia tai geras bajeris"},
	{Lithuanian, "kas vakar zaide krepsini"},
	{Lithuanian, "labas vakaras draugai"},
	{Lithuanian, "gal kas parduoda dvirati Kaune"},
	{Lithuanian, "direktorius vagis ir melagis"},
	{Mixed, "Pirmadienį atidarome naują biurą Kaune, laukiame visų. We are opening a new office in Kaunas on Monday, everyone is welcome."},
	{Mixed, "Thank you all for coming to our birthday party last night! Ačiū visiems, kurie vakar atėjo į mūsų gimtadienį!"},
	{Mixed, "Ieškome programuotojo. We are looking for a developer. Rašykite mums šiandien. Write to us today."},
	{Mixed, "Aciu visiems uz nuostabu vakara ir iki kitu susitikimu! Thanks everybody for this amazing evening and see you soon!"},
	{Other, "Heute ist unser Geschäft leider geschlossen"},
	{Other, "Vielen Dank für die schnelle Antwort"},
	{Other, "Merci beaucoup pour votre réponse rapide"},
	{Other, "Notre nouveau bureau ouvre lundi"},
	{Other, "Muchas gracias por la respuesta"},
	{Other, "Nuestra oficina abre el lunes"},
	{Other, "Dziękuję bardzo za szybką odpowiedź"},
	{Other, "Nasze nowe biuro jest otwarte od poniedziałku"},
	{Other, "Paldies par ātro atbildi"},
	{Other, "Mūsu jaunais birojs tiks atvērts pirmdien"},
	{Other, "Aitäh kiire vastuse eest"},
	{Other, "Grazie mille per la risposta"},
	{Other, "Muito obrigado pela resposta"},
	{Other, "Bedankt voor het snelle antwoord"},
	{Other, "Tack för det snabba svaret"},
	{Other, "Kiitos nopeasta vastauksesta, hyvää päivää"},
	{Other, "Спасибо за быстрый ответ"},
	{Other, "spasibo vsem za podderzhku"},
	{Other, "Дякуємо за швидку відповідь"},
	{Other, "返信ありがとうございます"},
	{Other, "شكرا على الرد السريع"},
	{Other, "Ευχαριστώ πολύ για την απάντηση"},
	{"", "😀 👍 https://t.co/abc @user 2026"},
	{"", ""},
}

func TestLanguage(t *testing.T) {
	const wanted = 0.95
	r := NewReader()
	right := 0
	for _, c := range languageTexts {
		if got := r.Read(c.text, "").Lang; got == c.lang {
			right++
		} else {
			t.Logf("%q is %q, taken for %q", c.text, c.lang, got)
		}
	}
	if share := float64(right) / float64(len(languageTexts)); share < wanted {
		t.Errorf("%d of %d texts recognised, %.3f; at least %.2f is wanted", right, len(languageTexts), share, wanted)
	}
}

func TestLanguageAsTheCallerSays(t *testing.T) {
	if got := NewReader().Read("Labas rytas, Lietuva", English).Lang; got != English {
		t.Errorf("the caller said en, the document %q", got)
	}
}

func TestScoreWordSumsTrigrams(t *testing.T) {
	for _, word := range []string{"a", "ir", "the", "don't", "nebeprisikiskiakopusteliaujantiems", "k1ll"} {
		var wantEnglish, wantLithuanian int
		Trigrams([]byte(word), func(trigram uint16) {
			wantEnglish += int(trigramScores[trigram].english)
			wantLithuanian += int(trigramScores[trigram].lithuanian)
		})
		if english, lithuanian := scoreWord([]byte(word)); english != wantEnglish || lithuanian != wantLithuanian {
			t.Errorf("%s scores %d and %d, its trigrams %d and %d", word, english, lithuanian, wantEnglish, wantLithuanian)
		}
	}
}

// BenchmarkLanguage reports the share of training texts recognised: tweets, which are nearly all English, and
// Lithuanian sentences as they are and without diacritics. It takes the data's folder from ROSTRUM_DATA.
func BenchmarkLanguage(b *testing.B) {
	data := os.Getenv("ROSTRUM_DATA")
	if data == "" {
		b.Log("ROSTRUM_DATA is not set: nothing to report on")
		return
	}
	tweets := tweetTexts(b, filepath.Join(data, "stream", "tweets_emoji.jsonl"))
	sentences := treebankTexts(b, filepath.Join(data, "lt", "ud_alksnis_dev.conllu"))
	r := NewReader()
	share := func(texts []string, want Lang, prepare func(string) string) float64 {
		right, told := 0, 0
		for _, s := range texts {
			if got := r.Read(prepare(s), "").Lang; got != "" {
				told++
				if got == want {
					right++
				}
			}
		}
		return float64(right) / float64(told)
	}
	asTyped := func(s string) string { return s }
	bytes := 0
	for i := 0; b.Loop(); i++ {
		s := tweets[i%len(tweets)]
		bytes += len(s)
		r.Read(s, "")
	}
	b.ReportMetric(float64(bytes)/float64(b.N), "bytes/tweet")
	b.ReportMetric(share(tweets, English, asTyped), "tweets-en")
	b.ReportMetric(share(sentences, Lithuanian, asTyped), "treebank-lt")
	b.ReportMetric(share(sentences, Lithuanian, Fold), "treebank-bare-lt")
}

func tweetTexts(b *testing.B, path string) []string {
	var texts []string
	eachLine(b, path, func(line []byte) {
		var tweet struct{ Text string }
		if err := json.Unmarshal(line, &tweet); err != nil {
			b.Fatalf("%s: %v", path, err)
		}
		texts = append(texts, tweet.Text)
	})
	return texts
}

func treebankTexts(b *testing.B, path string) []string {
	var texts []string
	eachLine(b, path, func(line []byte) {
		if sentence, found := strings.CutPrefix(string(line), "# text = "); found {
			texts = append(texts, sentence)
		}
	})
	return texts
}

func eachLine(b *testing.B, path string, use func([]byte)) {
	file, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		use(lines.Bytes())
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
}
