// Package credit owns what is taken from others without saying whose it is: quotations, song and poem lines, pictures,
// and texts that admit to be copied. It refuses to find out who the author is.
package credit

import (
	"strings"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/phrase"
)

type keys struct {
	Find []string `yaml:"find"`
}

// credit is a rule of this kind.
type credit struct {
	quote, image, lyrics bool
	words                lists
}

// New makes a rule. Without find it looks for all three.
func New(s *rule.Setup) (rule.Rule, error) {
	k := keys{Find: []string{"quote", "image", "lyrics"}}
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	r := &credit{}
	for _, f := range k.Find {
		switch f {
		case "quote":
			r.quote = true
		case "image":
			r.image = true
		case "lyrics":
			r.lyrics = true
		default:
			return nil, rule.Unknown("find", f, "quote", "image", "lyrics")
		}
	}
	var err error
	if r.words, err = readLists(s); err != nil {
		return nil, err
	}
	r.wait(s)
	return r, nil
}

func (r *credit) wait(s *rule.Setup) {
	if r.quote || r.lyrics {
		s.On(text.HasQuote)
	}
	if r.lyrics {
		s.OnLiteral(" / ")
		s.OnList(r.words.note)
	}
	if r.image {
		s.OnAll() // the picture stands beside the text, not in it
	}
	s.OnList(r.words.borrowed)
	s.OnList(r.words.perhaps)
	s.OnList(r.words.net)
	s.OnList(r.words.unknown)
}

// Check reports each thing that lacks its author.
func (r *credit) Check(in *rule.Input, out *rule.Report) {
	r.checkBorrowed(in, out)
	if r.quote || r.lyrics {
		r.checkQuotes(in, out)
	}
	if r.lyrics {
		r.checkLines(in, out)
	}
	if r.image {
		r.checkMedia(in, out)
	}
}

// checkBorrowed looks for words that admit that something is not one's own, without saying whose it is.
func (r *credit) checkBorrowed(in *rule.Input, out *rule.Report) {
	if in.Doc.Has&(text.HasHandle|text.HasLink) != 0 || !r.mayBorrow(in) || in.Has(r.words.leave) || r.saysWho(in) {
		return
	}
	aboutWork := len(in.Post.Media) > 0 || in.Has(r.words.thing)
	for _, h := range in.Hits() {
		if (h.List == r.words.borrowed.ID || aboutWork && h.List == r.words.perhaps.ID) && !r.denied(in, h) {
			start, end := rule.SpanOfHit(in.Doc, h)
			out.Add(rule.Match{Start: start, End: end, Message: borrowedMessage, Suggestion: borrowedSuggestion})
			return
		}
	}
	if start, end, ok := r.creditsNobody(in); ok {
		out.Add(rule.Match{Start: start, End: end, Message: borrowedMessage, Suggestion: borrowedSuggestion})
		return
	}
	if start, end, ok := r.fromNet(in); ok {
		out.Add(rule.Match{Start: start, End: end, Message: borrowedMessage, Suggestion: borrowedSuggestion})
	}
}

// mayBorrow tells whether there is a word by which checkBorrowed goes; few posts have one.
func (r *credit) mayBorrow(in *rule.Input) bool {
	for i := range in.Awaited {
		switch in.Awaited[i].List {
		case r.words.borrowed.ID, r.words.perhaps.ID, r.words.net.ID, r.words.unknown.ID:
			return true
		}
	}
	return false
}

// saysWho tells that a name stands behind a word such as “by”, „nupiešė“: the work is not the writer's, but it is credited.
func (r *credit) saysWho(in *rule.Input) bool {
	d := in.Doc
	for _, h := range in.Hits() {
		next := h.Last + 1
		if h.List != r.words.made.ID || int(next) >= len(d.Tokens) || d.Tokens[next].Flags&text.Capital == 0 || d.Tokens[next].Kind != text.Word {
			continue
		}
		if !r.isNobody(in, next) && d.Tokens[next].Sentence == d.Tokens[h.Last].Sentence {
			return true
		}
	}
	return false
}

// isNobody tells that the token begins the words “unknown” or “the internet”.
func (r *credit) isNobody(in *rule.Input, token int32) bool {
	for _, h := range in.Hits() {
		if (h.List == r.words.unknown.ID || h.List == r.words.net.ID) && h.First <= token && token <= h.Last {
			return true
		}
	}
	return false
}

// creditsNobody looks for a credit that names nobody: “Source: Pinterest”, „Nuotr. – internetas“.
func (r *credit) creditsNobody(in *rule.Input) (start, end int, ok bool) {
	d := in.Doc
	for _, h := range in.Hits() {
		if h.List != r.words.net.ID && h.List != r.words.unknown.ID {
			continue
		}
		for _, l := range in.Hits() {
			gap := h.First - l.Last
			if l.List == r.words.label.ID && gap >= 1 && gap <= labelNear && isCreditMark(d, l, h) {
				return int(l.Start), int(h.End), true
			}
		}
	}
	return 0, 0, false
}

// A credit begins at most so many tokens before whom it names: “Photo: from the internet”.
const labelNear = 2

func isCreditMark(d *text.Document, label, whom phrase.Hit) bool {
	return d.Tokens[label.First].Kind == text.Emoji || strings.ContainsAny(d.Source[label.End:whom.Start], ":–—-")
}

// How far apart the words “found” and “online” can stand.
const netDistance = 8

// fromNet looks for a sentence that says of a picture or text that it was found where everybody's works are.
func (r *credit) fromNet(in *rule.Input) (start, end int, ok bool) {
	for _, net := range in.Hits() {
		if net.List != r.words.net.ID {
			continue
		}
		took, ok := in.Within(r.words.took, net.First, net.Last, netDistance)
		if !ok || r.denied(in, took) || r.namesMaker(in) {
			continue
		}
		if _, ok := in.Within(r.words.thing, net.First, net.Last, netDistance); ok {
			return int(min(net.Start, took.Start)), int(max(net.End, took.End)), true
		}
	}
	return 0, 0, false
}

// namesMaker tells that the text says who made the picture.
func (r *credit) namesMaker(in *rule.Input) bool {
	if in.Has(r.words.pictureBy) || in.Has(r.words.leave) || strings.Contains(in.Doc.Source, "©") {
		return true
	}
	d := in.Doc
	for _, h := range in.Hits() {
		if h.List != r.words.picture.ID {
			continue
		}
		rest := strings.TrimLeft(d.Source[h.End:], " ")
		if strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "@") {
			return true
		}
		if h.First > 0 && d.Tokens[h.First-1].Flags&text.Capital != 0 && d.Tokens[h.First-1].End+1 == h.Start {
			return h.First > 1 && d.Tokens[h.First-2].Flags&text.Capital != 0
		}
	}
	return false
}

func (r *credit) denied(in *rule.Input, h phrase.Hit) bool {
	for _, n := range in.Hits() {
		if n.List == r.words.no.ID && n.Last < h.First && h.First-n.Last <= 4 && in.Doc.Tokens[n.First].Sentence == in.Doc.Tokens[h.First].Sentence {
			return true
		}
	}
	return false
}

// checkMedia looks for a picture or film whose author neither its credit nor the text names.
func (r *credit) checkMedia(in *rule.Input, out *rule.Report) {
	if len(in.Post.Media) == 0 || r.namesMaker(in) {
		return
	}
	for _, m := range in.Post.Media {
		if (m.Kind == "image" || m.Kind == "video") && m.Credit == "" {
			out.Add(rule.Match{Message: imageMessage, Suggestion: imageSuggestion})
			return
		}
	}
}
