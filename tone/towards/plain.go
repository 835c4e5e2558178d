package towards

import (
	_ "embed"
	"fmt"
	"strings"

	"rostrum/text"
)

// Plain sentences, in which X and Y stand for two companies: what hard posts do not teach, as they are hard.
var (
	//go:embed plain_en.txt
	plainEnglish string
	//go:embed plain_lt.txt
	plainLithuanian string
)

// The names that X and Y are given by turns, in Lithuanian before an ending.
var (
	names = strings.Fields("Norvale Kestrin Halmar Fenwick Tarvo Ostrin Brinley Quellan Pardow Lumora Wexton Garrow")
	stems = strings.Fields("Aldon Mirt Perlon Sakm Gintar Rasuv Nordin Telm Vild Kortin Sault Jorv")
)

var marks = map[string]string{"n": "negative", "0": "neutral", "p": "positive"}

func plain() ([]Post, error) {
	english, err := readPlain(plainEnglish, text.English, names)
	if err != nil {
		return nil, err
	}
	lithuanian, err := readPlain(plainLithuanian, text.Lithuanian, stems)
	return append(english, lithuanian...), err
}

// readPlain gives each sentence once for each company that it names.
func readPlain(lines string, lang text.Lang, names []string) ([]Post, error) {
	var posts []Post
	for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("plain_%s.txt:%d: a line is two marks and a sentence with tabs in between", lang, i+1)
		}
		x, y := names[i%len(names)], names[(i+5)%len(names)]
		said := strings.NewReplacer("X", x, "Y", y).Replace(fields[2])
		for k, name := range []string{x, y} {
			if lang == text.Lithuanian {
				name += "a"
			}
			if label, ok := marks[fields[k]]; ok {
				posts = append(posts, Post{Text: said, Brand: name, Label: label, Lang: lang, taught: true})
			}
		}
	}
	return posts, nil
}
