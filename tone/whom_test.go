package tone

import (
	"strings"
	"testing"
	"time"

	"rostrum/text"
)

func TestOfWhomWordsAreSaid(t *testing.T) {
	for _, c := range []struct {
		text, word string
		lang       text.Lang
		want       whom
	}{
		{"you are an idiot", "idiot", text.English, ofReader},
		{"immigrants are parasites", "parasites", text.English, ofPeople},
		{"I am such an idiot", "idiot", text.English, ofWriter},
		{"the printer, stupid as ever", "stupid", text.English, ofNoOne},
		{"he called me an idiot", "idiot", text.English, isTold},
		{"he said \"idiot\" and left", "idiot", text.English, isTold},
		{"he called me names. Idiot!", "idiot", text.English, ofNoOne},
		{"they told me. You are an idiot", "idiot", text.English, ofReader},
		{"nobody is an idiot, stop saying that", "idiot", text.English, isTold},
		{"tu debilas", "debilas", text.Lithuanian, ofReader},
		{"aš tikras debilas", "debilas", text.Lithuanian, ofWriter},
		{"jis mane išvadino debilu", "debilu", text.Lithuanian, isTold},
		{"jis mane isvadino debilu", "debilu", text.Lithuanian, isTold},
		{"musulmonai parazitai", "parazitai", text.Lithuanian, ofPeople},
	} {
		for _, before := range []string{"", strings.Repeat("word ", pointed) + ". "} {
			d := text.NewReader().Read(before+c.text, c.lang)
			f := tongueOf(c.lang).begin(d)
			got, seen := ofNoOne, false
			for i := range d.Tokens {
				w := f.whom(i)
				if string(d.Word(&d.Tokens[i])) == c.word {
					got, seen = w, true
				}
			}
			if !seen || got != c.want {
				t.Errorf("%q behind %d letters: %q is said of %d, want %d", c.text, len(before), c.word, got, c.want)
			}
		}
	}
}

// A text that only denies must not take as many looks as it has words, squared.
func TestLongDenialIsReadOnce(t *testing.T) {
	l, err := NewListener("")
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	l.Listen(strings.Repeat("You are not stupid. ", 100_000), text.English)
	if took := time.Since(begun); took > 20*time.Second {
		t.Errorf("2 MB of denials took %v", took)
	}
}

func TestToldAbuseCountsLess(t *testing.T) {
	for _, c := range []struct{ meant, told string }{
		{"you are a stupid immigrant", "he called me a stupid immigrant"},
		{"Women are inferior", "Women are not inferior, stop saying that"},
		{"tu debilas, nurimk", "tu ne debilas, nurimk"},
		{"You are dumb, nothing else", "You are not dumb, nothing else"},
		{"musulmonai yra parazitai", "kaimynas sakė, kad musulmonai yra parazitai"},
		{"juodaodziai beždžionės, važiuokit namo", "stadione skandavo „beždžionės, važiuokit namo“ juodaodziui žaidėjui"},
	} {
		l, err := NewListener("")
		if err != nil {
			t.Fatal(err)
		}
		meant, told := l.Listen(c.meant, "").Scores, l.Listen(c.told, "").Scores
		if told.Hate >= 0.5 || told.Offensive >= meant.Offensive {
			t.Errorf("%q has hate %.2f, offence %.2f; %q has %.2f and %.2f", c.told, told.Hate, told.Offensive, c.meant, meant.Hate, meant.Offensive)
		}
	}
}
