package text

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// describe writes tokens as kind:folded, with what they were typed as where it differs by more than case.
func describe(d *Document, tokens []Token) string {
	kinds := [...]string{"", "number:", "link:", "email:", "handle:", "hashtag:", "emoji:"}
	inside := map[Flag]string{InLink: "/", InHashtag: "#", InHandle: "@"}
	var out []string
	for i := range tokens {
		t := &tokens[i]
		out = append(out, inside[t.Flags&(InLink|InHashtag|InHandle)]+kinds[t.Kind]+string(d.Word(t)))
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, text, tokens string }{
		{"words", "Hello, big World!", "hello big world"},
		{"apostrophes", "don't Facebook’o 'quoted' dogs'", "don't facebook'o quoted dogs"},
		{"hyphen and slash", "well-known and/or under_score", "well known and or under score"},
		{"numbers", "10,5 eur b2b LT60 5km 2026", "number:10 number:5 eur b2b lt60 5km number:2026"},
		{"link", "See https://www.banga.lt/Kelias?x=1.", "see link:https://www.banga.lt/kelias?x=1 /banga /lt /kelias /x /number:1"},
		{"link in brackets", "(www.banga.lt/a_(b))", "link:www.banga.lt/a_(b)) /banga /lt /a /b"},
		{"link before an ellipsis", "https://t.co/abc…", "link:https://t.co/abc /t /co /abc"},
		{"bare domain", "swedbank.lt, t.me/banga or my-bank.com!", "link:swedbank.lt /swedbank /lt link:t.me/banga /t /me /banga or link:my-bank.com /my /bank /com"},
		{"no domains", "e.g. Node.js ok.It was i did.so x.com", "e g node js ok it was i did so x com"},
		{"port", "banga.lt:8080/a", "link:banga.lt:8080/a /banga /lt /number:8080 /a"},
		{"email", "Write to Rasa.K+x@banga.lt.", "write to email:rasa.k+x@banga.lt"},
		{"no email", "a@b c@d.1", "a b c d number:1"},
		{"handles", "@rasa_k @Banga2 @ Disneyland", "handle:@rasa_k @rasa @k handle:@banga2 @banga @number:2 disneyland"},
		{"handles with hosts", "@rasa@banga.lt @rasa.bsky.social. @rasa.", "handle:@rasa@banga.lt @rasa @banga @lt handle:@rasa.bsky.social @rasa @bsky @social handle:@rasa @rasa"},
		{"hashtags", "#ProjektasĄžuolas #covid19 #NBAFinals #reklama #1 C# x#y",
			"hashtag:#projektasazuolas #projektas #azuolas hashtag:#covid19 #covid #number:19 hashtag:#nbafinals #nba #finals hashtag:#reklama #reklama number:1 c x y"},
		{"handles with a full stop", "@rasa.kazlauskaite @rasa.Labas @rasa.", "handle:@rasa.kazlauskaite @rasa @kazlauskaite handle:@rasa @rasa labas handle:@rasa @rasa"},
		{"emoji", "ok 👍🏽👍 ❤️‍🔥 🇱🇹🇱🇻", "ok emoji:👍 emoji:👍 emoji:❤‍🔥 emoji:🇱🇹 emoji:🇱🇻"},
		{"Russian", "Привет, мир", "привет мир"},
		{"symbols", "€15 • ½", "number:15 number:1 number:2"},
		{"nothing", " \n ... !? ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := NewReader().Read(c.text, "")
			checkDocument(t, d)
			if got := describe(d, d.Tokens); got != c.tokens {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.tokens)
			}
		})
	}
}

func TestOriginal(t *testing.T) {
	d := NewReader().Read("Mūsų pa\u200Bypal cafe\u0301 рауpal ½", "")
	var got []string
	for i := range d.Tokens {
		got = append(got, d.Original(&d.Tokens[i]))
	}
	want := []string{"Mūsų", "pa\u200Bypal", "cafe\u0301", "рауpal", "½", "½"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("originals are %q, want %q", got, want)
	}
}

func TestOtherReadings(t *testing.T) {
	for _, c := range []struct{ name, text, readings string }{
		{"stretched", "sooo cooool", "soo so cool col"},
		{"stretched with a mark", "ačiūūū", "aciuu aciu"},
		{"digits for letters", "k1ll pr0n l33t", "kill klll pron leet"},
		{"signs for letters", "sh!t a$$ @sshole b!tch $hit", "shit ass @asshole bitch shit"},
		{"digits at the ends", "0sprey kometa4 3x 4x4 7up 10km", "osprey kometa kometaa"},
		{"codes and quantities", "5km 10th b2b mp3 LT60 20 1st win10 $5million 100% US$ ok!", ""},
		{"masked", "f*ck š*das f**k f#ck", "f*ck s*das f**k f*ck"},
		{"emphasis", "*really* good **", ""},
		{"spaced", "s p a m and f-u-c-k, U.S.A.", "spam fuck usa"},
		{"split by emoji", "f🔥a🔥l🔥c🔥o🔥n, a🔥 b", "falcon"},
		{"other separators", "s/p/a/m, s|p|a|m. A, B, C", "spam spam"},
		{"hyphenated", "ser-kšnas fal_con b-day 20-metis - taip – ne", "serksnas falcon"},
		{"numbered", "falcon2 Šerkšnas2026 k1ll3 mp3", "falcon serksnas"},
		{"masked after a single letter", "a f*u*c*k", "afuck f*u*c*k"},
		{"too short to be spaced", "I a and x y", ""},
		{"Russian that looks Latin", "привет оса", "oca"},
		{"long digits", "1000000", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := NewReader().Read(c.text, "")
			checkDocument(t, d)
			if got := describe(d, d.Others); got != c.readings {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.readings)
			}
		})
	}
}

func TestReadingSpansWhatWasTyped(t *testing.T) {
	d := NewReader().Read("toks š ū d a s", "")
	if len(d.Others) != 1 {
		t.Fatalf("%d readings, want one", len(d.Others))
	}
	reading := &d.Others[0]
	if got := d.Original(reading); got != "š ū d a s" || reading.Marks != MarksOf("šūdas") || reading.Flags&Reading == 0 {
		t.Errorf("reading of %q with marks %b and flags %b", got, reading.Marks, reading.Flags)
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		text, word string
		has, not   Flag
	}{
		{"Labas NASA iPhone Ą", "labas", Capital, Upper},
		{"Labas NASA iPhone Ą", "nasa", Capital | Upper, HasDigit},
		{"Labas NASA iPhone Ą", "iphone", 0, Capital | Upper},
		{"Labas NASA iPhone Ą", "a", Capital, Upper},
		{"VMI'ui O'Neill", "vmi'ui", Upper, 0},
		{"VMI'ui O'Neill", "o'neill", Capital, Upper},
		{"ŽALGIRIS š", "zalgiris", Capital | Upper, Foreign},
		{"b2b x", "b2b", HasDigit, Foreign},
		{"yes, no", "no", BreakBefore, 0},
		{"yes – no", "no", BreakBefore, 0},
		{"yes—no", "no", BreakBefore, 0},
		{"well-known", "known", 0, BreakBefore},
		{"one\ntwo", "two", BreakBefore, 0},
		{"He said “never again” and left", "again", Quoted, 0},
		{"He said “never again” and left", "left", 0, Quoted},
		{"„Banga\" ir kiti", "banga", Quoted, 0},
		{"kaip «Banga» ir kiti", "ir", 0, Quoted},
		{"it's not ‘fine’ he said", "fine", Quoted, 0},
		{"it's not ‘fine’ he said", "said", 0, Quoted},
		{"мicrosoft", "microsoft", MixedScript, Foreign},
		{"мир", "мир", Foreign, MixedScript},
		{"“one\n\ntwo”", "two", 0, Quoted},
	} {
		d := NewReader().Read(c.text, "")
		found := false
		for i := range d.Tokens {
			token := &d.Tokens[i]
			if string(d.Word(token)) != c.word {
				continue
			}
			found = true
			if token.Flags&c.has != c.has || token.Flags&c.not != 0 {
				t.Errorf("%q: %s has flags %b, want %b and none of %b", c.text, c.word, token.Flags, c.has, c.not)
			}
		}
		if !found {
			t.Errorf("%q: no word %s", c.text, c.word)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"One. Two! Three? Four", []string{"One.", "Two!", "Three?", "Four"}},
		{"Tai kainuoja 1.5 mln. eurų, pvz. Vilniuje. Pabaiga.", []string{"Tai kainuoja 1.5 mln. eurų, pvz. Vilniuje.", "Pabaiga."}},
		{"2026 m. kovo 3 d. susitikome su p. J. Jonaičiu. Buvo gera.", []string{"2026 m. kovo 3 d. susitikome su p. J. Jonaičiu.", "Buvo gera."}},
		{"Dr. Smith, e.g. today, met Mr. Jones. Fine.", []string{"Dr. Smith, e.g. today, met Mr. Jones.", "Fine."}},
		{"I said no. Then I left.", []string{"I said no.", "Then I left."}},
		{"3. etapas prasideda. Taip.", []string{"3. etapas prasideda.", "Taip."}},
		{"first line\nsecond line", []string{"first line", "second line"}},
		{"Great day! 😀😀 Next one", []string{"Great day! 😀😀", "Next one"}},
		{"„Ateik.“ Jis atėjo.", []string{"Ateik.“", "Jis atėjo."}},
		{"Wait… what?!", []string{"Wait…", "what?!"}},
		{"...", nil},
	} {
		d := NewReader().Read(c.text, "")
		var got []string
		for _, s := range d.Sentences {
			got = append(got, c.text[s.Start:s.End])
		}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.want) {
			t.Errorf("%q has the sentences %q, want %q", c.text, got, c.want)
		}
	}
}

func TestReadReusesItsMemory(t *testing.T) {
	r := NewReader()
	posts := append([]string{"рауpal 👩🏽‍💻 e\u0301 йод ﷺ f*ck s p a m “x” \xff"}, samplePosts...)
	read := func() {
		for _, post := range posts {
			r.Read(post, "")
		}
	}
	read()
	if allocations := testing.AllocsPerRun(20, read); allocations > 0 {
		t.Errorf("reading %d posts again allocates %v times", len(posts), allocations)
	}
}

func TestReadForgetsTheLastText(t *testing.T) {
	r := NewReader()
	r.Read("„Ąžuolas“ k1ll рауpal \u202E 👍 @x #y a@b.lt www.a.lt 123456789\xff", "")
	d, fresh := r.Read("plain words", ""), NewReader().Read("plain words", "")
	if fmt.Sprint(*d) != fmt.Sprint(*fresh) {
		t.Errorf("after another text the document is\n%+v, want\n%+v", *d, *fresh)
	}
}

// TestLongTexts reads texts that would take hours if anything in the Reader looked back over what it has read.
func TestLongTexts(t *testing.T) {
	const size = 1 << 20
	r := NewReader()
	for _, unit := range []string{
		"a", "a ", "a.", "a@", "a-", "@a", "#a", "\"", "“a", "“a”\"", "*a", "a*", "$", "1", "1 ", "a.a@", "http://", "http://(", "www.", ")", "'a",
		"\u0301", "и\u0306", "а", "аa ", "👍\u200D", "\u200D", "!", "a!", "\n", "a,", "a'", "_", "#_", "\xff", "ﷺ", "„", "a1", "…",
	} {
		start := time.Now()
		d := r.Read(strings.Repeat(unit, size/len(unit)), "")
		if len(d.Folded) > 0 && d.SourceOffset(len(d.Folded)) != len(d.Source) {
			t.Errorf("%q repeated: the end is lost", unit)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q repeated to a megabyte takes %v", unit, took)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, post := range samplePosts {
		f.Add(post)
	}
	f.Add("sh!t a$$ @@sshole f*ck a f*u*c*k !AAA s p a c e d f🔥a🔥l ser-kšnas 5km U.S.A. „x\" ‘y’ (http://a.lt) a@b.lt @a@b.lt @a.b.social #aB1 👍🏽🇱🇹 \xff")
	r := NewReader()
	f.Fuzz(func(t *testing.T, s string) { checkDocument(t, r.Read(s, "")) })
}

// TestStretchedLettersAreSeenWhereverTheyStand holds the look at eight bytes at once against its slow twin.
func TestStretchedLettersAreSeenWhereverTheyStand(t *testing.T) {
	for _, part := range []string{"aaa", "aab", "!!!", "aa", "ž", ".aaa", "zzzz"} {
		for before := range 20 {
			for after := range 20 {
				s := []byte(strings.Repeat("ab", before)[:before] + part + strings.Repeat("cd", after)[:after])
				if got, want := hasStretch(s), hasStretchSlowly(s); got != want {
					t.Fatalf("%q: %v, want %v", s, got, want)
				}
			}
		}
	}
}
