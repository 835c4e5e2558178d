package post

import (
	"fmt"
	"slices"

	"github.com/valyala/fastjson"
)

// Line is one line of JSONL: a post, or why it is none.
type Line struct {
	Number  int // from 1
	Post    Post
	Err     error    // a sentence for the person; Post.ID is set where it could be read
	Unknown []string // keys that a post does not have
}

// Parser reads posts from lines. It is not for concurrent use.
type Parser struct{ json fastjson.Parser }

// Parse reads one post from one line.
func (p *Parser) Parse(line []byte, number int) Line {
	out := Line{Number: number}
	v, err := p.json.ParseBytes(line)
	if err != nil {
		out.Err = fmt.Errorf("line %d is not JSON. Write one post a line: {\"id\": \"1\", \"text\": \"…\"}", number)
		return out
	}
	o, err := v.Object()
	if err != nil {
		out.Err = fmt.Errorf("line %d is not a JSON object. Write one post a line: {\"id\": \"1\", \"text\": \"…\"}", number)
		return out
	}
	r := &fields{}
	o.Visit(func(key []byte, v *fastjson.Value) { r.post(&out, string(key), v) })
	switch {
	case r.fault != "":
		out.Err = fmt.Errorf("line %d: %s", number, r.fault)
	case !r.text:
		out.Err = fmt.Errorf("line %d has no \"text\"", number)
	}
	return out
}

// fields reads values and keeps the first fault.
type fields struct {
	fault string
	text  bool
}

func (f *fields) post(l *Line, key string, v *fastjson.Value) {
	p := &l.Post
	switch key {
	case "id":
		p.ID = f.id(v)
	case "text":
		p.Text, f.text = f.string(key, v), true
	case "lang":
		p.Lang = f.string(key, v)
	case "channel":
		p.Channel = Channel(f.oneOf(key, v, "brand", "personal", "mention", ""))
	case "network":
		p.Network = f.string(key, v)
	case "sector":
		p.Sector = f.string(key, v)
	case "author":
		f.author(l, v)
	case "media":
		f.media(l, v)
	default:
		l.Unknown = append(l.Unknown, key)
	}
}

// id takes a number as well: exports often have them.
func (f *fields) id(v *fastjson.Value) string {
	if v.Type() == fastjson.TypeNumber {
		return v.String()
	}
	return f.string("id", v)
}

func (f *fields) string(key string, v *fastjson.Value) string {
	if v.Type() == fastjson.TypeNull {
		return ""
	}
	b, err := v.StringBytes()
	if err != nil {
		f.say("%q must be a string", key)
	}
	return string(b)
}

func (f *fields) oneOf(key string, v *fastjson.Value, allowed ...string) string {
	s := f.string(key, v)
	if !slices.Contains(allowed, s) {
		f.say("%q cannot be %q: use %s", key, s, quoted(allowed[:len(allowed)-1]))
	}
	return s
}

func quoted(all []string) string {
	s := ""
	for i, a := range all {
		if i > 0 {
			s += ", "
		}
		s += "\"" + a + "\""
	}
	return s
}

func (f *fields) author(l *Line, v *fastjson.Value) {
	if v.Type() == fastjson.TypeNull {
		return
	}
	o, err := v.Object()
	if err != nil {
		f.say("%q must be an object with handle, name and team", "author")
		return
	}
	a := &Author{}
	o.Visit(func(key []byte, v *fastjson.Value) {
		f.into(l, "author.", string(key), v, map[string]*string{"handle": &a.Handle, "name": &a.Name, "team": &a.Team})
	})
	l.Post.Author = a
}

func (f *fields) media(l *Line, v *fastjson.Value) {
	if v.Type() == fastjson.TypeNull {
		return
	}
	all, err := v.Array()
	if err != nil {
		f.say("%q must be a list of objects with kind, alt and credit", "media")
		return
	}
	for _, item := range all {
		o, err := item.Object()
		if err != nil {
			f.say("%q must be a list of objects with kind, alt and credit", "media")
			return
		}
		m := Media{}
		o.Visit(func(key []byte, v *fastjson.Value) {
			f.into(l, "media.", string(key), v, map[string]*string{"kind": &m.Kind, "alt": &m.Alt, "credit": &m.Credit})
		})
		l.Post.Media = append(l.Post.Media, m)
	}
}

func (f *fields) into(l *Line, prefix, key string, v *fastjson.Value, known map[string]*string) {
	to, ok := known[key]
	if !ok {
		l.Unknown = append(l.Unknown, prefix+key)
		return
	}
	*to = f.string(prefix+key, v)
}

func (f *fields) say(format string, args ...any) {
	if f.fault == "" {
		f.fault = fmt.Sprintf(format, args...)
	}
}
