// Package form is the kind of rule for how a post is written, whatever it says: its length on its network, alternative
// texts, language, hashtags, capitals and invisible characters. It refuses to judge words.
package form

import (
	"sync"

	"rostrum/policy/rule"
	"rostrum/text"
)

type keys struct {
	Find        []string    `yaml:"find"`
	MaxHashtags int         `yaml:"max_hashtags"`
	Languages   []text.Lang `yaml:"languages"`
}

// find is a set of what a rule looks for.
type find uint8

const (
	length find = 1 << iota
	altText
	language
	hashtags
	capitals
	invisible
	punctuation
	all = length | altText | language | hashtags | capitals | invisible | punctuation
)

var finds = map[string]find{
	"length": length, "alt_text": altText, "language": language, "hashtags": hashtags, "capitals": capitals,
	"invisible": invisible, "punctuation": punctuation,
}

const usualHashtags = 5

type form struct {
	find        find
	maxHashtags int
	languages   []text.Lang
	readers     sync.Pool // of alternative texts
}

// New makes the rule.
func New(s *rule.Setup) (rule.Rule, error) {
	k := keys{MaxHashtags: usualHashtags, Languages: s.Languages}
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	r := &form{find: all, maxHashtags: k.MaxHashtags, languages: k.Languages}
	if len(k.Find) > 0 {
		r.find = 0
	}
	for _, name := range k.Find {
		f, known := finds[name]
		if !known {
			return nil, rule.Unknown("find", name, "length", "alt_text", "language", "hashtags", "capitals", "invisible", "punctuation")
		}
		r.find |= f
	}
	if k.MaxHashtags < 0 {
		return nil, rule.Faultf("max_hashtags: %d is less than none; give 0 or more",
			"max_hashtags: %d yra mažiau nei nulis; nurodykite 0 arba daugiau", k.MaxHashtags)
	}
	for _, l := range k.Languages {
		if l != text.English && l != text.Lithuanian {
			return nil, rule.Unknown("languages", string(l), "en", "lt")
		}
	}
	r.readers.New = func() any { return text.NewReader() }
	r.wait(s)
	return r, nil
}

// wait asks to be called for as few posts as will do.
func (r *form) wait(s *rule.Setup) {
	if r.find&(length|altText|language|capitals|punctuation) != 0 {
		s.OnAll()
	}
	if r.find&hashtags != 0 {
		s.On(text.HasHashtag)
	}
	if r.find&invisible != 0 {
		s.On(text.HasInvisible | text.HasInvalid)
	}
}

// Check reports each thing at most once.
func (r *form) Check(in *rule.Input, out *rule.Report) {
	if r.find&length != 0 && !in.Post.Counted {
		checkLength(in, out)
	}
	if r.find&altText != 0 && len(in.Post.Media) > 0 {
		r.checkAltText(in.Post, out)
	}
	if r.find&language != 0 {
		r.checkLanguage(in.Doc, out)
	}
	if r.find&hashtags != 0 && in.Doc.Has&text.HasHashtag != 0 {
		r.checkHashtags(in.Doc, out)
	}
	if r.find&capitals != 0 {
		checkCapitals(in.Doc, out)
	}
	if r.find&invisible != 0 && in.Doc.Has&(text.HasInvisible|text.HasInvalid) != 0 {
		checkInvisible(in.Doc, out)
	}
	if r.find&punctuation != 0 {
		checkPunctuation(in.Doc, out)
	}
}
