package disclosure

import (
	"bytes"

	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
	"rostrum/text/phrase"
)

var (
	paidMessage = rule.Text{
		EN: "“{text}” looks like paid or gifted content, but nothing says clearly that it is advertising (16 CFR 255; directive 2005/29/EC art. 7(2)).",
		LT: "„{text}“ – panašu į apmokėtą ar dovana gautą turinį, bet nėra aiškaus reklamos ženklo (Reklamos įstatymas, VVTAT gairės nuomonės formuotojams).",
	}
	paidSuggestion = rule.Text{
		EN: "Begin with #ad or “Paid partnership”. Words such as #collab, #sp or “gifted” are not clear enough.",
		LT: "Pradėkite žodžiu #reklama arba „Apmokėta partnerystė“. Tokių žodžių kaip #bendradarbiavimas, #collab ar „dovanojo“ nepakanka.",
	}
	buriedMessage = rule.Text{
		EN: "“{text}” stands behind many other hashtags, where readers do not see it (16 CFR 255.0(f)).",
		LT: "„{text}“ įrašyta po daugelio kitų grotažymių, tad skaitytojai to nepamatys (VVTAT gairės nuomonės formuotojams).",
	}
	buriedSuggestion = rule.Text{
		EN: "Move it to the beginning.",
		LT: "Perkelkite į pradžią.",
	}
)

// After so many other hashtags a marker is not seen.
const seenTags = 5

// checkPaid looks for content that was paid for, in money or goods, and does not say so.
func (r *disclosure) checkPaid(in *rule.Input, out *rule.Report) {
	found, ok := r.paidFor(in)
	if !ok && in.Doc.Has&text.HasHashtag == 0 {
		return
	}
	tag, before := markerTag(in.Doc)
	switch {
	case r.marked(in), tag == nil && !ok:
	case tag == nil:
		out.Add(rule.Match{Start: int(found.Start), End: int(found.End), Message: paidMessage, Suggestion: paidSuggestion})
	case before > seenTags:
		out.Add(rule.Match{Start: int(tag.Start), End: int(tag.End), Verdict: rule.Advise, Message: buriedMessage, Suggestion: buriedSuggestion})
	}
}

// paidFor gives the words that tell of payment.
func (r *disclosure) paidFor(in *rule.Input) (phrase.Hit, bool) {
	if in.Has(r.words.bought) {
		return phrase.Hit{}, false
	}
	for _, h := range in.Hits() {
		if in.Doc.Tokens[h.First].Flags&(text.InLink|text.InHandle) != 0 || r.spokenOf(in, h) {
			continue
		}
		switch h.List {
		case r.words.codeVerb.ID:
			if in.Post.Channel != post.Brand && capitals(in.Doc, h.Last+1) && in.Has(r.words.saving) {
				return h, true
			}
		case r.words.basket.ID:
			if in.Post.Channel != post.Brand && h.First > 0 && isCode(in.Doc, h.First-1) {
				return h, true
			}
		case r.words.influence.ID:
			if in.Post.Channel == post.Brand && in.Doc.Has&text.HasHandle != 0 {
				return h, true
			}
		case r.words.code.ID, r.words.codeWord.ID:
			// A company's own code is plainly its own advertising.
			if in.Post.Channel != post.Brand && (h.List == r.words.code.ID || codeFollows(in.Doc, h.Last)) {
				return h, true
			}
		case r.words.paidFor.ID:
			if _, ok := in.Within(r.words.influencer, h.First, h.Last, influencerNear); ok && !denied(in, r.words.no, h) {
				return h, true
			}
		case r.words.relation.ID:
			if r.withSomeone(in, h) && !denied(in, r.words.no, h) {
				return h, true
			}
		case r.words.gift.ID:
			if in.Post.Channel != post.Brand && r.fromSomeone(in, h) && !denied(in, r.words.no, h) && !r.fromKin(in, h) {
				return h, true
			}
		}
	}
	return r.partnerTag(in)
}

// partnerTag gives a hashtag that says, not clearly enough, that somebody with a handle pays: #lumopartner, #gifted.
func (r *disclosure) partnerTag(in *rule.Input) (phrase.Hit, bool) {
	if in.Post.Channel == post.Brand || in.Doc.Has&text.HasHandle == 0 {
		return phrase.Hit{}, false
	}
	for i := range in.Doc.Tokens {
		t := &in.Doc.Tokens[i]
		if t.Kind == text.Hashtag && isPartnerTag(bytes.TrimLeft(in.Doc.Word(t), "#")) {
			return phrase.Hit{First: int32(i), Last: int32(i), Start: t.Start, End: t.End}, true
		}
	}
	return phrase.Hit{}, false
}

var partnerTags = [...]string{"partner", "partnere", "partneris", "ambassador", "ambasadore", "ambasadorius", "gifted", "gautadovana", "dovanota"}

func isPartnerTag(tag []byte) bool {
	for _, end := range partnerTags {
		if bytes.HasSuffix(tag, []byte(end)) {
			return true
		}
	}
	return string(tag) == "dovana"
}

// spokenOf tells that the sentence is about such posts or about work done together, and is none.
func (r *disclosure) spokenOf(in *rule.Input, h phrase.Hit) bool {
	_, ok := in.Within(r.words.talk, h.First, h.Last, talkNear)
	return ok
}

const talkNear = 12

// fromKin tells that a relative, a friend or the like stands right before the gift: they are not paid back in posts.
func (r *disclosure) fromKin(in *rule.Input, h phrase.Hit) bool {
	who, ok := in.Within(r.words.kin, h.First, h.First, kinNear)
	return ok && who.Last < h.First
}

const kinNear = 2

// capitals tells that a word is written in capitals, as a code is: JONAS, RASA10.
func capitals(d *text.Document, token int32) bool {
	return int(token) < len(d.Tokens) && d.Tokens[token].Kind == text.Word && d.Tokens[token].Flags&text.Upper != 0 &&
		d.Tokens[token].FoldEnd-d.Tokens[token].FoldStart >= shortestCode
}

const shortestCode = 4

// How far an influencer can stand from the word that they were paid.
const influencerNear = 12

// codeFollows tells that the next word is written as a code: RASA10.
func codeFollows(d *text.Document, token int32) bool {
	if int(token)+1 >= len(d.Tokens) {
		return false
	}
	return isCode(d, token+1)
}

func isCode(d *text.Document, token int32) bool {
	const both = text.Upper | text.HasDigit
	return d.Tokens[token].Kind == text.Word && d.Tokens[token].Flags&both == both
}

// withSomeone tells that the other side is named: in a hashtag, by a handle, by a brand, or by a name right after.
func (r *disclosure) withSomeone(in *rule.Input, h phrase.Hit) bool {
	d := in.Doc
	inTag := d.Tokens[h.First].Flags&text.InHashtag != 0
	if inTag && !endsTag(d, h) {
		return false
	}
	if in.Post.Channel == post.Brand {
		return d.Has&text.HasHandle != 0
	}
	if inTag || d.Has&text.HasHandle != 0 || r.hasBrand(in) {
		return true
	}
	for i := h.Last + 1; int(i) < len(d.Tokens) && i <= h.Last+2; i++ {
		if d.Tokens[i].Flags&text.Capital != 0 && d.Tokens[i].Sentence == d.Tokens[h.First].Sentence {
			return true
		}
	}
	return r.byName(in, h.Last)
}

// byName tells that a name stands behind a word such as “by” or “from”, further on in the sentence.
func (r *disclosure) byName(in *rule.Input, last int32) bool {
	d := in.Doc
	for _, h := range in.Hits() {
		next := h.Last + 1
		if h.List == r.words.by.ID && h.First > last && int(next) < len(d.Tokens) && d.Tokens[next].Sentence == d.Tokens[last].Sentence {
			if d.Tokens[next].Flags&text.Capital != 0 {
				return true
			}
		}
	}
	return false
}

// endsTag tells that a hashtag is the word, or ends with it: #VejasAmbassador, but not #SpringTime for #sp.
func endsTag(d *text.Document, h phrase.Hit) bool {
	for i := h.First; i >= 0; i-- {
		if d.Tokens[i].Kind == text.Hashtag {
			return d.Tokens[i].End == h.End
		}
	}
	return false
}

// fromSomeone tells that a brand or handle stands in the sentence of the gift or in the one before, or that some
// company stands beside it and the gift is praised.
func (r *disclosure) fromSomeone(in *rule.Input, h phrase.Hit) bool {
	d := in.Doc
	sentence := d.Tokens[h.First].Sentence
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Kind == text.Handle && near(t.Sentence, sentence) {
			return true
		}
	}
	for _, b := range in.Hits() {
		if r.isBrand(b.List) && near(d.Tokens[b.First].Sentence, sentence) {
			return true
		}
	}
	_, given := in.Within(r.words.giver, h.First, h.Last, giverNear)
	return given && in.Has(r.words.praise)
}

// How far the giver can stand from the gift.
const giverNear = 6

func near(a, b int32) bool { return a == b || a == b-1 }

func (r *disclosure) hasBrand(in *rule.Input) bool {
	for _, h := range in.Hits() {
		if r.isBrand(h.List) {
			return true
		}
	}
	return false
}

// marked tells that words, not a hashtag, say that it is advertising.
func (r *disclosure) marked(in *rule.Input) bool {
	for _, h := range in.Hits() {
		if h.List == r.words.marker.ID && in.Doc.Tokens[h.First].Flags&text.InHashtag == 0 && !denied(in, r.words.no, h) {
			return true
		}
	}
	return r.own != nil && in.Has(r.own) || labelled(in.Doc)
}

// labelled tells that the post begins with, or has in brackets or on a line of its own, the bare word.
func labelled(d *text.Document) bool {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != text.Word || !isOne(d.Word(t), bareMarkers) {
			continue
		}
		begins := i == 0 || t.Flags&text.BreakBefore != 0
		ends := i+1 == len(d.Tokens) || d.Tokens[i+1].Flags&text.BreakBefore != 0 || d.Tokens[i+1].Kind != text.Word
		if begins && ends && t.Flags&text.InHashtag == 0 {
			return true
		}
	}
	return false
}

func isOne(word []byte, of []string) bool {
	for _, w := range of {
		if string(word) == w {
			return true
		}
	}
	return false
}

var bareMarkers = []string{"reklama", "ad", "advert"}

// Hashtags that are clear enough.
var markerTags = []string{"ad", "ads", "advert", "advertisement", "sponsored", "paidpartnership", "paidad", "paidpromotion", "paidcollaboration",
	"reklama", "apmoketa", "apmoketapartneryste", "apmoketareklama", "mokamapartneryste", "mokamareklama", "apmoketasbendradarbiavimas", "reklaminisirasas"}

// markerTag gives the first clear hashtag, and how many stand before it.
func markerTag(d *text.Document) (tag *text.Token, before int) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != text.Hashtag {
			continue
		}
		if isOne(bytes.TrimLeft(d.Word(t), "#"), markerTags) {
			return t, before
		}
		before++
	}
	return nil, before
}
