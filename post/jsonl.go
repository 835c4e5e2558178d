package post

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/valyala/fastjson"
)

// Line is one line of JSONL: a post, or why it is none.
type Line struct {
	Number  int // from 1
	Post    Post
	Err     *Fault   // why it is none; Post.ID is set where it could be read
	Unknown []string // keys that a post does not have
}

// TooLong gives the line of a number that is longer than MaxLine.
func TooLong(number int) Line {
	l := Line{Number: number}
	l.fault("line %d is longer than %d MB. Write one post a line",
		"%d eilutė ilgesnė nei %d MB. Kiekvienoje eilutėje rašykite po vieną įrašą", MaxLine>>20)
	return l
}

// fault notes what is wrong with the line, whose number comes first in both sentences.
func (l *Line) fault(en, lt string, values ...any) {
	values = append([]any{l.Number}, values...)
	l.Err = &Fault{fmt.Sprintf(en, values...), fmt.Sprintf(lt, values...)}
}

// Parser reads posts from lines. It is not for concurrent use.
type Parser struct{ json fastjson.Parser }

// Parse reads one post from one line.
func (p *Parser) Parse(line []byte, number int) Line {
	out := Line{Number: number}
	v, err := p.json.ParseBytes(line)
	if err != nil {
		out.fault("line %d is not JSON. Write one post a line: "+sample,
			"%d eilutė nėra JSON. Kiekvienoje eilutėje rašykite po vieną įrašą: "+sample)
		return out
	}
	o, err := v.Object()
	if err != nil {
		out.fault("line %d is not a JSON object. Write one post a line: "+sample,
			"%d eilutė nėra JSON objektas. Kiekvienoje eilutėje rašykite po vieną įrašą: "+sample)
		return out
	}
	r := &fields{line: &out}
	o.Visit(func(key []byte, v *fastjson.Value) { r.post(string(key), v) })
	if out.Err == nil && !r.text {
		out.fault("line %d has no \"text\"", "%d eilutėje nėra „text“")
	}
	return out
}

const sample = `{"id": "1", "text": "…"}`

// fields reads the values of one line and keeps the first fault.
type fields struct {
	line *Line
	text bool
}

func (f *fields) post(key string, v *fastjson.Value) {
	p := &f.line.Post
	switch key {
	case "id":
		p.ID = f.id(v)
	case "text":
		p.Text, f.text = f.string(key, v), true
	case "lang":
		p.Lang = f.string(key, v)
	case "channel":
		p.Channel = f.channel(v)
	case "network":
		p.Network = f.string(key, v)
	case "sector":
		p.Sector = f.string(key, v)
	case "author":
		f.author(v)
	case "media":
		f.media(v)
	default:
		f.line.Unknown = append(f.line.Unknown, key)
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
		f.say("%s must be a string", "%s reikšmė turi būti tekstas kabutėse", key)
	}
	return string(b)
}

func (f *fields) channel(v *fastjson.Value) Channel {
	c := Channel(f.string("channel", v))
	if c != "" && !slices.Contains(Channels[:], c) {
		f.say(`%s cannot be %s: use "brand", "personal", "mention"`, "%s negali būti %s: rašykite „brand“, „personal“ arba „mention“",
			"channel", string(c))
	}
	return c
}

func (f *fields) author(v *fastjson.Value) {
	if v.Type() == fastjson.TypeNull {
		return
	}
	o, err := v.Object()
	if err != nil {
		f.say("%s must be an object with handle, name and team", "%s turi būti objektas su handle, name ir team", "author")
		return
	}
	a := &Author{}
	o.Visit(func(key []byte, v *fastjson.Value) {
		f.into("author.", string(key), v, map[string]*string{"handle": &a.Handle, "name": &a.Name, "team": &a.Team})
	})
	f.line.Post.Author = a
}

const (
	mediaEN = "%s must be a list of objects with kind, alt and credit"
	mediaLT = "%s turi būti sąrašas objektų su kind, alt ir credit"
)

func (f *fields) media(v *fastjson.Value) {
	if v.Type() == fastjson.TypeNull {
		return
	}
	all, err := v.Array()
	if err != nil {
		f.say(mediaEN, mediaLT, "media")
		return
	}
	for _, item := range all {
		o, err := item.Object()
		if err != nil {
			f.say(mediaEN, mediaLT, "media")
			return
		}
		m := Media{}
		o.Visit(func(key []byte, v *fastjson.Value) {
			f.into("media.", string(key), v, map[string]*string{"kind": &m.Kind, "alt": &m.Alt, "credit": &m.Credit})
		})
		f.line.Post.Media = append(f.line.Post.Media, m)
	}
}

func (f *fields) into(prefix, key string, v *fastjson.Value, known map[string]*string) {
	to, ok := known[key]
	if !ok {
		f.line.Unknown = append(f.line.Unknown, prefix+key)
		return
	}
	*to = f.string(prefix+key, v)
}

// say notes a fault; each value is put in the quotation marks of the sentence's language.
func (f *fields) say(en, lt string, values ...string) {
	if f.line.Err != nil {
		return
	}
	inEN, inLT := make([]any, len(values)), make([]any, len(values))
	for i, value := range values {
		q := strconv.Quote(value)
		inEN[i], inLT[i] = q, "„"+q[1:len(q)-1]+"“"
	}
	at := f.line.Number
	f.line.Err = &Fault{fmt.Sprintf("line %d: ", at) + fmt.Sprintf(en, inEN...), fmt.Sprintf("%d eilutė: ", at) + fmt.Sprintf(lt, inLT...)}
}
