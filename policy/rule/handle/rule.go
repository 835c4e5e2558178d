// Package handle is the kind of rule that finds accounts, names and e-mail addresses which imitate the company's. It
// refuses to call an imitator whoever merely has the company's name in his own: fans, surfers of waves, namesakes.
package handle

import (
	"strings"
	"unicode"

	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
)

type keys struct {
	Own     string `yaml:"own"`
	Brands  string `yaml:"brands"`
	Allowed string `yaml:"allowed"`
}

type handles struct{ judge judge }

// New makes the rule.
func New(s *rule.Setup) (rule.Rule, error) {
	k := keys{Own: "own_handles", Brands: "brands"}
	if err := s.Decode(&k); err != nil {
		return nil, err
	}
	own, err := s.Terms(k.Own)
	if err != nil {
		return nil, err
	}
	brands, err := s.Terms(k.Brands)
	if err != nil {
		return nil, err
	}
	r := &handles{judge{words: readWords()}}
	for _, t := range own {
		n := readName(t.Term, new(space))
		r.judge.own = append(r.judge.own, n)
		r.judge.models = append(r.judge.models, newModel(t.Term, n.core, true))
	}
	r.judge.addBrand(s.Company)
	for _, t := range brands {
		r.judge.addBrand(t.Term)
	}
	if k.Allowed != "" {
		allowed, err := s.Terms(k.Allowed)
		if err != nil {
			return nil, err
		}
		for _, t := range allowed {
			r.judge.allowed = append(r.judge.allowed, readName(t.Term, new(space)))
		}
	}
	s.On(text.HasHandle | text.HasEmail)
	for _, c := range s.Channels {
		if c == post.Mention { // whose author may be an imitator, whatever the post says
			s.OnAll()
		}
	}
	return r, nil
}

// addBrand adds the name of the company or of a brand, without its legal form.
func (j *judge) addBrand(brand string) {
	var letters strings.Builder
	for _, word := range strings.FieldsFunc(brand, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		switch word = text.Fold(word); word {
		case "uab", "ab", "mb", "vsi", "ii", "ltd", "llc", "inc", "gmbh", "plc", "as", "ou", "sia":
		default:
			letters.WriteString(word)
		}
	}
	if letters.Len() >= minModel {
		j.models = append(j.models, newModel(brand, []byte(letters.String()), false))
	}
}

// Check reports the handles and e-mail addresses that imitate the company's, and on mentions an author who does.
func (r *handles) Check(in *rule.Input, out *rule.Report) {
	if in.Doc.Has&(text.HasHandle|text.HasEmail) != 0 {
		r.inText(in.Doc, out)
	}
	if a := in.Post.Author; in.Post.Channel == post.Mention && a != nil {
		r.author(a, out)
	}
}

func (r *handles) inText(d *text.Document, out *rule.Report) {
	var m space
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch t.Kind {
		case text.Handle:
			r.handle(d, t, &m, out)
		case text.Email:
			n := readName(d.Original(t), &m)
			if model, found := r.judge.mailImitates(&n, &m); found && !r.judge.isOwn(&n) {
				out.Add(imitation(int(t.Start), int(t.End), d.Original(t), model, freeMail))
			}
		}
	}
}

func (r *handles) handle(d *text.Document, t *text.Token, m *space, out *rule.Report) {
	// A sentence may begin right behind a handle: what follows a dot counts only if it makes an imitation.
	for _, end := range [...]int{whole(d.Source, int(t.End)), int(t.End)} {
		typed := d.Source[t.Start:end]
		n := readName(typed, m)
		if r.judge.isOwn(&n) {
			return
		}
		if model, how, found := r.judge.imitates(&n, m); found {
			out.Add(imitation(int(t.Start), end, typed, model, how))
			return
		}
		if end == int(t.End) {
			return
		}
	}
}

func (r *handles) author(a *post.Author, out *rule.Report) {
	var m space
	n := readName(a.Handle, &m)
	if len(n.full) > 0 && r.judge.isOwn(&n) {
		return
	}
	if model, how, found := r.judge.imitates(&n, &m); found {
		out.Add(imitation(0, 0, a.Handle, model, how))
		return
	}
	shown := readName(a.Name, &m)
	if model, found := r.judge.nameImitates(&shown, &m); found {
		out.Add(imitation(0, 0, a.Name, model, display))
	}
}
