package text

import (
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, typed, folded string }{
		{"upper case", "Labas Rytas", "labas rytas"},
		{"Lithuanian", "ĄČĘĖĮŠŲŪŽ ąčęėįšųūž", "aceeisuuz aceeisuuz"},
		{"other Latin", "Łódź Straße Ærø naïve façade", "lodz strasse aero naive facade"},
		{"combining accents", "cafe\u0301 e\u0307z\u030Cero", "cafe ezero"},
		{"quotation marks and dashes", "„Banga“ – ‘it’s’ — «x»", "\"banga\" - 'it's' - \"x\""},
		{"full width", "ＦＵＬＬ　ｗｉｄｔｈ＠", "full width@"},
		{"mathematical letters", "𝐁𝐨𝐥𝐝 𝓼𝓬𝓻𝓲𝓹𝓽 𝟙𝟚", "bold script 12"},
		{"circled letters", "ⓟⓐⓨ 🅟🅐🅨", "pay pay"},
		{"small capitals", "ᴘᴀʏᴘᴀʟ", "paypal"},
		{"invisible", "pa\u200By\u00ADp\u2060al\u202E", "paypal"},
		{"Cyrillic among Latin", "рауpal Мicrosoft", "paypal microsoft"},
		{"only look-alikes", "раураl оса", "paypal oca"},
		{"ordinary Russian", "Сахар и оса, Ёлка", "сахар и оса, ёлка"},
		{"й typed in two", "йод", "йод"},
		{"Greek", "Καλημέρα", "καλημέρα"},
		{"emoji are one", "❤️ ❤ 👍🏽 👍", "❤ ❤ 👍 👍"},
		{"emoji with joiners", "👩🏽‍💻", "👩‍💻"},
		{"keycap", "1️⃣", "1"},
		{"digits of other scripts", "٣٧٠", "370"},
		{"invalid", "a\xffb", "a b"},
		{"trade mark", "Banga™", "banga™"},
		{"ellipsis", "na…", "na..."},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Fold(c.typed); got != c.folded {
				t.Errorf("%q folds to %q, want %q", c.typed, got, c.folded)
			}
		})
	}
}

func TestHas(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		has, hasNot Has
	}{
		{"plain", "Hello there", 0, ^Has(0)},
		{"zero width", "pay\u200Bpal", HasNonASCII | HasInvisible, HasInvalid},
		{"override", "abc\u202Egnp.exe", HasInvisible, 0},
		{"joined emoji", "👩‍💻 👨‍👩‍👧 ❤️", HasEmoji, HasInvisible},
		{"flag of a region", "🏴\U000E0067\U000E0062\U000E007F", HasEmoji, HasInvisible},
		{"Hebrew with directions", "\u200Fשלום\u200F", 0, HasInvisible},
		{"direction without need", "hello\u200F", HasInvisible, 0},
		{"Persian joiner", "می\u200Cخواهم", 0, HasInvisible},
		{"byte order mark", "\uFEFFhello", HasNonASCII, HasInvisible},
		{"selector left over", "fun \uFE0F \uFE0F", 0, HasInvisible},
		{"selector in a word", "pa\uFE0Fypal", HasInvisible, 0},
		{"invalid", "a\xff", HasInvalid, HasInvisible},
		{"imitated", "рауpal", HasMixedScript, 0},
		{"Russian", "Привет всем", HasNonASCII, HasMixedScript},
		{"phone", "+370 612 34567", HasNumber | HasLongNumber, 0},
		{"year", "in 2026 we had 100 guests", HasNumber, HasLongNumber},
		{"at", "see you @ five", HasAt, HasHandle | HasEmail},
		{"quotation", "„Banga“ ir kiti", HasQuote, 0},
		{"inches", "a 32\" screen and a 27\" one", 0, HasQuote},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := NewReader().Read(c.typed, English).Has
			if got&c.has != c.has || got&c.hasNot != 0 {
				t.Errorf("%q has %b, want %b and none of %b", c.typed, got, c.has, c.hasNot)
			}
		})
	}
}

func TestMarks(t *testing.T) {
	if got, want := MarksOf("ąėš"), uint64(1|2<<2|1<<4); got != want {
		t.Errorf("marks of ąėš are %b, want %b", got, want)
	}
	if MarksOf("éçñ") != 0 {
		t.Error("accents that are not Lithuanian leave marks")
	}
	if MarksOf("a\u0328e\u0307s\u030C") != MarksOf("ąėš") {
		t.Error("letters typed as two characters have other marks than those typed as one")
	}
	for _, c := range []struct {
		typed, form string
		want        bool
	}{
		{"azuolas", "ąžuolas", true},
		{"ažuolas", "ąžuolas", true},
		{"ąžuolas", "ąžuolas", true},
		{"ąžuolas", "azuolas", false},
		{"ėta", "ęta", false},
		{"šešėliū", "šešėlių", false},
		{"", "ąžuolas", true},
	} {
		if got := Compatible(MarksOf(c.typed), MarksOf(c.form)); got != c.want {
			t.Errorf("%s typed for %s: %v, want %v", c.typed, c.form, got, c.want)
		}
	}
}

func TestHash(t *testing.T) {
	seen := map[uint64]string{}
	for _, word := range []string{"", "a", "b", "ab", "ba", "aab", "abb", "abcd", "abcde", "abcdefgh", "abcdefghi", "azuolas", "azuolasazuolas", "azuolasazuolat"} {
		hash := HashString(word)
		if other, taken := seen[hash]; taken {
			t.Errorf("%q and %q have the same hash", word, other)
		}
		seen[hash] = word
		if hash != HashFolded([]byte(word)) {
			t.Errorf("%q has two hashes", word)
		}
	}
	if got := HashString("azuolas"); got != wantHash {
		t.Errorf("the hash has changed to %#x: stored hashes no longer hold", got)
	}
}

// wantHash pins the hash function.
const wantHash = 0x2d268ced26eabc03

func TestFoldEveryCharacter(t *testing.T) {
	r := NewReader()
	for c := rune(0); c <= 0x1FFFF; c++ {
		if unicode.Is(unicode.Han, c) || !utf8.ValidRune(c) {
			continue
		}
		for _, s := range []string{string(c), "a" + string(c) + "b"} {
			d := r.Read(s, English)
			if want, _ := FoldSlow(s); string(d.Folded) != want {
				t.Errorf("%+q folds to %+q, slowly to %+q", s, d.Folded, want)
			}
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, post := range samplePosts {
		f.Add(post)
	}
	for _, odd := range []string{
		"рауpal Мicrosoft оса", "сахар и оса", "e\u0301\u0328", "йй", "각각", "\u1100\u1161\u11A8", "ﷺ½™℃", "👩🏽‍💻❤️‍🔥🇱🇹",
		"\xff\xfe\u200D", "ά\u0301", "ǆǅﬁ", "µm μm", "שׁ", "క్ష", "İı", "\uFEFF\u202E", "❤\u200D\u200D🔥", "²³¼", "Ⅷ", "Χ ǃ", "0.at/", "ΑΒ\u0345",
	} {
		f.Add(odd)
	}
	r := NewReader()
	f.Fuzz(func(t *testing.T, s string) {
		d := r.Read(s, "")
		want, offsets := FoldSlow(s)
		if string(d.Folded) != want {
			t.Fatalf("%q folds to %q, slowly to %q", s, d.Folded, want)
		}
		if d.offsets != nil && !slices.Equal(d.offsets, offsets) {
			t.Fatalf("%q has offsets %v, slowly %v", s, d.offsets, offsets)
		}
		checkDocument(t, d)
	})
}

// checkDocument asserts what holds of every document.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	before := 0
	for i := range len(d.Folded) + 1 {
		at := d.SourceOffset(i)
		if at < before || at > len(d.Source) {
			t.Fatalf("%q: folded byte %d came from %d, after %d", d.Source, i, at, before)
		}
		if at < len(d.Source) && !utf8.RuneStart(d.Source[at]) && utf8.ValidString(d.Source) {
			t.Fatalf("%q: folded byte %d came from the middle of a character, %d", d.Source, i, at)
		}
		before = at
	}
	if d.SourceOffset(len(d.Folded)) != len(d.Source) {
		t.Fatalf("%q: the end is at %d", d.Source, d.SourceOffset(len(d.Folded)))
	}
	checkTokens(t, d)
	end := int32(0)
	for _, s := range d.Sentences {
		if s.Start < end || s.End <= s.Start || int(s.End) > len(d.Source) {
			t.Fatalf("%q: sentence %v after %d", d.Source, s, end)
		}
		end = s.End
	}
}

func checkTokens(t *testing.T, d *Document) {
	t.Helper()
	start, sentence := int32(0), int32(0)
	for i := range d.Tokens {
		token := &d.Tokens[i]
		if token.Start < start || token.Sentence < sentence {
			t.Fatalf("%q: token %q out of order", d.Source, d.Original(token))
		}
		start, sentence = token.Start, token.Sentence
		if token.Hash != HashFolded(d.Word(token)) {
			t.Fatalf("%q: token %q has the wrong hash", d.Source, d.Original(token))
		}
		span := d.Sentences[sentence]
		if token.Start < span.Start || token.End > span.End {
			t.Fatalf("%q: token %q outside its sentence", d.Source, d.Original(token))
		}
	}
	for i := 1; i < len(d.Others); i++ {
		if d.Others[i].Start < d.Others[i-1].Start {
			t.Fatalf("%q: reading %q out of order", d.Source, d.Original(&d.Others[i]))
		}
	}
	for _, tokens := range [][]Token{d.Tokens, d.Others} {
		for i := range tokens {
			token := &tokens[i]
			if token.Start < 0 || token.End <= token.Start || int(token.End) > len(d.Source) || len(d.Word(token)) == 0 {
				t.Fatalf("%q: token %+v is outside the text or empty", d.Source, token)
			}
			if int(token.Sentence) >= len(d.Sentences) {
				t.Fatalf("%q: token %+v has no sentence", d.Source, token)
			}
		}
	}
}
