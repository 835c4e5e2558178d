// Package secret owns the finding of what opens doors: keys and tokens in known formats, and passwords, PINs and codes
// said in words. It refuses to try whether they work.
package secret

import (
	"sync"

	"rostrum/policy/rule"
	"rostrum/text"
	"rostrum/text/literal"
)

type keys struct {
	Find []string `yaml:"find"`
}

type finder struct {
	formats  *formatFinder   // nil where the policy does not ask for it
	password *passwordFinder // likewise
	searches sync.Pool
}

// New makes a rule of kind secret.
func New(s *rule.Setup) (rule.Rule, error) {
	var k keys
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	if len(k.Find) == 0 {
		k.Find = []string{"format", "password"}
	}
	f := &finder{}
	f.searches.New = func() any { return new(search) }
	for _, name := range k.Find {
		switch name {
		case "format":
			formats, err := newFormatFinder()
			if err != nil {
				return nil, err
			}
			f.formats = formats
			s.On(text.HasNumber) // hardly any key is without a digit, and few posts have one
			for _, beginning := range lettersOnly {
				s.OnLiteral(beginning)
			}
		case "password":
			password, err := newPasswordFinder(s)
			if err != nil {
				return nil, err
			}
			f.password = password
		default:
			return nil, rule.Unknown("find", name, "format", "password")
		}
	}
	return f, nil
}

// search is the work on one post. It is reused, so that a post with no finding allocates nothing.
type search struct {
	in    *rule.Input
	d     *text.Document
	out   *rule.Report
	first int // of out.Matches that this search added
	ids   []literal.ID
	note  func(literal.ID)
}

// Check reports the secrets in a post.
func (f *finder) Check(in *rule.Input, out *rule.Report) {
	s := f.searches.Get().(*search)
	s.in, s.d, s.out, s.first = in, in.Doc, out, len(out.Matches)
	if f.formats != nil {
		f.formats.check(s)
	}
	if f.password != nil {
		f.password.check(s)
	}
	s.in, s.d, s.out = nil, nil, nil
	f.searches.Put(s)
}

// mostFound is how many secrets one post is told of; whoever shows more knows by then what to do.
const mostFound = 100

// found reports bytes of the source, unless they are reported already.
func (s *search) found(start, end int, message rule.Text) {
	if len(s.out.Matches)-s.first >= mostFound {
		return
	}
	for _, m := range s.out.Matches[s.first:] {
		if start < m.End && m.Start < end {
			return
		}
	}
	s.out.Add(rule.Match{Start: start, End: end, Category: rule.SecretCredential, Message: message, Suggestion: suggestion})
}

var (
	formatMessage = rule.Text{
		EN: "This looks like a secret key or token. Whoever reads it can act in the company’s name.",
		LT: "Panašu, kad tai slaptas raktas ar prieigos raktas. Kas jį perskaitys, galės veikti įmonės vardu.",
	}
	passwordMessage = rule.Text{
		EN: "This looks like a password, a PIN or a code. Whoever reads the post can use it.",
		LT: "Panašu, kad tai slaptažodis, PIN ar kitas kodas. Juo galės pasinaudoti bet kas, perskaitęs įrašą.",
	}
	suggestion = rule.Text{
		EN: "Take it out, and change it if it has already been seen by others. Hand such things over in person or with a password manager.",
		LT: "Išbraukite, o jei kas nors jau matė – pakeiskite. Tokius dalykus perduokite asmeniškai arba per slaptažodžių tvarkyklę.",
	}
)
