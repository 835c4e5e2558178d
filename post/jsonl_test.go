package post

import (
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	var p Parser
	got := p.Parse([]byte(`{"id":"a","text":"Labas ąž \u0161","lang":"lt","channel":"personal","network":"bluesky","sector":"finance",
		"author":{"handle":"@r","name":"Rasa","team":"sales","age":3},"media":[{"kind":"image","alt":"x","credit":"y"}],"likes":4}`), 7)
	want := Post{ID: "a", Text: "Labas ąž š", Lang: "lt", Channel: Personal, Network: "bluesky", Sector: "finance",
		Author: &Author{Handle: "@r", Name: "Rasa", Team: "sales"}, Media: []Media{{"image", "x", "y"}}}
	if got.Err != nil || !reflect.DeepEqual(got.Post, want) || strings.Join(got.Unknown, " ") != "author.age likes" {
		t.Errorf("got %+v", got)
	}
	if got := p.Parse([]byte(`{"id":17,"text":"x","author":null,"media":null,"network":null}`), 1); got.Err != nil || got.Post.ID != "17" {
		t.Errorf("got %+v", got)
	}
}

func TestBadLinesSayWhatIsWrong(t *testing.T) {
	var p Parser
	for line, want := range map[string]string{
		`{`: "line 3 is not JSON", `[]`: "not a JSON object", `"x"`: "not a JSON object", `{}`: `has no "text"`,
		`{"text":5}`:                  `"text" must be a string`,
		`{"text":"a","channel":"tv"}`: `"channel" cannot be "tv": use "brand", "personal", "mention"`,
		`{"text":"a","media":{}}`:     `"media" must be a list`, `{"text":"a","author":"me"}`: `"author" must be an object`,
		`{"text":"a","media":[1]}`: `"media" must be a list`, `{"text":"a"} {}`: "not JSON",
	} {
		got := p.Parse([]byte(line), 3)
		if got.Err == nil || !strings.Contains(got.Err.Error(), want) {
			t.Errorf("%s: %v, want %s", line, got.Err, want)
			continue
		}
		if lt := got.Err.In("lt"); !strings.HasPrefix(lt, "3 eilutė") || strings.Contains(got.Err.EN+lt, "%!") {
			t.Errorf("%s: in Lithuanian %q", line, lt)
		}
	}
	const lt = `5 eilutė: „channel“ negali būti „\x1btv“: rašykite „brand“, „personal“ arba „mention“`
	if got := p.Parse([]byte(`{"text":"a","channel":"\u001btv"}`), 5); got.Err.In("lt") != lt {
		t.Errorf("got %s", got.Err.In("lt"))
	}
	if got := p.Parse([]byte(`{"id":"k","text":5}`), 1); got.Post.ID != "k" {
		t.Error("the id of a bad line is lost")
	}
}

func TestLines(t *testing.T) {
	long := strings.Repeat("x", MaxLine+1)
	r := NewLineReader(strings.NewReader("\ufeffa\r\n\n  \nb\n" + long + "\nc"))
	var got []string
	for {
		line, n, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.Is(err, ErrLineTooLong) {
			line, err = []byte("long"), nil
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.TrimSpace(string(line))+":"+string(rune('0'+n)))
	}
	if strings.Join(got, " ") != "a:1 b:4 long:5 c:6" {
		t.Errorf("got %v", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`{"id":"a","text":"b"}`, `{"text":"\ud800"}`, `{"author":{"name":[]}}`, "\xff", `{"text":"a","text":"b"}`} {
		f.Add([]byte(s))
	}
	var p Parser
	f.Fuzz(func(t *testing.T, line []byte) {
		got := p.Parse(line, 1)
		if got.Err != nil && (!strings.HasPrefix(got.Err.EN, "line 1") || !strings.HasPrefix(got.Err.LT, "1 eilutė")) {
			t.Errorf("%q: %v does not name the line", line, got.Err)
		}
	})
}
