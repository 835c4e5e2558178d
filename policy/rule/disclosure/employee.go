package disclosure

import (
	"bytes"
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

var (
	employeeMessage = rule.Text{
		EN: "“{text}” praises your employer's product, but readers cannot see that you work there (16 CFR 255.5; directive 2005/29/EC, annex I no. 22).",
		LT: "„{text}“ – giriate savo darbdavio prekę, bet skaitytojai nemato, kad ten dirbate (Direktyvos 2005/29/EB I priedo 22 p.).",
	}
	employeeSuggestion = rule.Text{
		EN: "Say so in a few words: “I work at …”.",
		LT: "Parašykite keliais žodžiais: „Dirbu …“.",
	}
)

// How far a brand can stand from words that say that the writer works there.
const (
	nearBrand   = 6
	beforeBrand = 2
)

// checkEmployee looks for praise of a brand by somebody who does not say that they work there.
func (r *disclosure) checkEmployee(in *rule.Input, out *rule.Report) {
	for _, h := range in.Awaited {
		if !r.praises(in, h) || denied(in, r.words.no, h) || asked(in, h.First) || r.notOwn(in, h) {
			continue
		}
		first, last, ok := r.praised(in, h)
		if !ok {
			continue
		}
		if r.discloses(in) {
			return
		}
		start, end := rule.SpanOf(in.Doc, min(first, h.First), max(last, h.Last))
		out.Add(rule.Match{Start: start, End: end, Message: employeeMessage, Suggestion: employeeSuggestion})
		return
	}
}

// praises tells that a word praises: by itself, or by setting what it speaks of above all others.
func (r *disclosure) praises(in *rule.Input, h phrase.Hit) bool {
	if h.List != r.words.better.ID {
		return h.List == r.words.praise.ID
	}
	_, ok := in.Within(r.words.anyone, h.First, h.Last, nearBrand)
	return ok
}

// notOwn tells that the praise is somebody else's, in quotation marks, or that a complaint stands in its sentence.
func (r *disclosure) notOwn(in *rule.Input, praise phrase.Hit) bool {
	if in.Doc.Tokens[praise.First].Flags&text.Quoted != 0 {
		return true
	}
	_, blamed := in.Within(r.words.blame, praise.First, praise.Last, int32(len(in.Doc.Tokens)))
	return blamed
}

// praised gives the brand that the praise is for: in its sentence, or in the one before, to which it points back.
func (r *disclosure) praised(in *rule.Input, praise phrase.Hit) (first, last int32, ok bool) {
	sentence := in.Doc.Tokens[praise.First].Sentence
	_, pointsBack := in.Within(r.words.refer, praise.First, praise.Last, nearBrand)
	pointsBack = pointsBack || short(in.Doc, praise)
	for _, h := range in.Hits() {
		if r.isBrand(h.List) && belongs(in.Doc, h.First, sentence, pointsBack) && !r.isPlace(in, h) {
			return h.First, h.Last, true
		}
	}
	for i := range in.Doc.Tokens {
		if in.Doc.Tokens[i].Kind == text.Handle && belongs(in.Doc, int32(i), sentence, pointsBack) && r.named(in.Doc, &in.Doc.Tokens[i]) {
			return int32(i), int32(i), true
		}
	}
	return 0, 0, false
}

// isPlace tells that the brand only says where something is: “next to Banga”.
func (r *disclosure) isPlace(in *rule.Input, brand phrase.Hit) bool {
	h, ok := in.Within(r.words.place, brand.First, brand.First, 1)
	return ok && h.Last == brand.First-1
}

// short tells that a sentence is little more than the praise: “Worth every cent.”
func short(d *text.Document, praise phrase.Hit) bool {
	s := d.Tokens[praise.First].Sentence
	before, after := praise.First-1, praise.Last+3
	return (before < 0 || d.Tokens[before].Sentence != s) && (int(after) >= len(d.Tokens) || d.Tokens[after].Sentence != s)
}

func belongs(d *text.Document, token, sentence int32, pointsBack bool) bool {
	s := d.Tokens[token].Sentence
	return s == sentence || pointsBack && s == sentence-1 || d.Tokens[token].Flags&text.InHashtag != 0
}

// named tells that a handle or hashtag has the name of a brand in it.
func (r *disclosure) named(d *text.Document, t *text.Token) bool {
	word := d.Word(t)
	for _, name := range r.names {
		if bytes.Contains(word, name) {
			return true
		}
	}
	return false
}

// discloses tells that the post says anywhere that its writer works there, or that it is advertising.
func (r *disclosure) discloses(in *rule.Input) bool {
	if in.Has(r.words.works) || r.own != nil && in.Has(r.own) {
		return true
	}
	for _, h := range in.Hits() {
		switch {
		case h.List == r.words.worksNear.ID && r.brandWithin(in, h, nearBrand, false):
			return true
		case h.List == r.words.belong.ID && r.brandWithin(in, h, beforeBrand, true):
			return true
		}
	}
	advert, _ := markerTag(in.Doc)
	return advert != nil || r.marked(in) || r.disclosingTag(in.Doc)
}

func (r *disclosure) brandWithin(in *rule.Input, word phrase.Hit, distance int32, after bool) bool {
	for _, h := range in.Hits() {
		if !r.isBrand(h.List) || in.Doc.Tokens[h.First].Sentence != in.Doc.Tokens[word.First].Sentence {
			continue
		}
		if d := h.First - word.Last; d > 0 && d <= distance {
			return true
		}
		if d := word.First - h.Last; !after && d > 0 && d <= distance {
			return true
		}
	}
	return false
}

// What in a hashtag with the brand's name says that its writer works there: #BangaTeam, #LifeAtBanga.
var (
	dirbu     = []byte("dirbu")
	darbuotoj = []byte("darbuotoj")
	tagWords  = bytes.Fields([]byte("team lifeat employee staff komanda darbuotoj kolektyv work"))
)

// disclosingTag tells that a hashtag says it.
func (r *disclosure) disclosingTag(d *text.Document) bool {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != text.Hashtag {
			continue
		}
		tag := bytes.TrimLeft(d.Word(t), "#")
		if string(tag) == "employee" || bytes.HasPrefix(tag, dirbu) || bytes.HasPrefix(tag, darbuotoj) {
			return true
		}
		for _, w := range tagWords {
			if bytes.Contains(tag, w) && r.named(d, t) {
				return true
			}
		}
	}
	return false
}

// denied tells that a negation stands right before: "I would not recommend".
func denied(in *rule.Input, no *phrase.List, h phrase.Hit) bool {
	for _, n := range in.Hits() {
		if n.List == no.ID && n.Last < h.First && h.First-n.Last <= 3 && in.Doc.Tokens[n.First].Sentence == in.Doc.Tokens[h.First].Sentence {
			return true
		}
	}
	return false
}

func asked(in *rule.Input, token int32) bool {
	s := in.Doc.Sentences[in.Doc.Tokens[token].Sentence]
	return strings.HasSuffix(strings.TrimRight(in.Doc.Source[s.Start:s.End], " \n\"”“')"), "?")
}
