package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"rostrum/check"
	"rostrum/post"
	"rostrum/text"
	"rostrum/tone"
)

// toneFlags are what `rostrum tone` was asked.
type toneFlags struct{ brand, format, lang string }

func (p *program) toneCommand() *cobra.Command {
	f := &toneFlags{}
	c := &cobra.Command{
		Use:   "tone [file]",
		Short: p.say("Say how posts sound: feelings, hate, offence, threats", "Pasakyti, kaip įrašai skamba: jausmai, neapykanta, įžeidimai, grasinimai"),
		Long: p.say(`Say how posts sound, from 0 to 1, which words make it so and at whom abuse is aimed. With --brand, the feelings are those
towards the brand. A file is one post; with --format jsonl each line is one, as for "rostrum check". - is standard input.
English and Lithuanian are understood; of other languages nothing is said. The scores are no verdict: the policy has the
thresholds.`,
			`Pasako, kaip įrašai skamba (nuo 0 iki 1), kurie žodžiai tai lemia ir į ką nukreiptas užgaulumas. Su --brand
vertinami jausmai prekių ženklui. Failas – vienas įrašas; su --format jsonl kiekviena eilutė yra įrašas, kaip ir
„rostrum check“. Brūkšnelis (-) reiškia standartinę įvestį. Suprantamos anglų ir lietuvių kalbos; apie kitas nesakoma nieko.
Įverčiai nėra sprendimas: ribas nustato politika.`),
		Example: "  echo \"Their rival is awful, thank God for Banga\" | rostrum tone --brand Banga -\n" +
			"  rostrum tone --brand Banga --format jsonl - < posts.jsonl > tone.jsonl",
		Args: p.atMostOne(),
		RunE: func(_ *cobra.Command, args []string) error { return p.tone(f, args) },
	}
	c.Flags().StringVar(&f.brand, "brand", "", p.say("whose name the feelings are about", "kieno vardui skirtus jausmus vertinti"))
	c.Flags().StringVar(&f.format, "format", "text", p.say("text or jsonl", "text arba jsonl"))
	c.Flags().StringVar(&f.lang, "lang", "", p.say("the posts' language, en or lt; default: recognised", "įrašų kalba, en arba lt; numatyta – atpažįstama"))
	return c
}

func (p *program) tone(f *toneFlags, args []string) error {
	if f.format != "text" && f.format != "jsonl" {
		return p.unknownValue("format", f.format, []string{"text", "jsonl"})
	}
	if f.lang != "" && f.lang != "en" && f.lang != "lt" {
		return p.unknownValue("lang", f.lang, []string{"en", "lt"})
	}
	if len(args) == 0 && isTerminal(p.in) {
		return errors.New(p.say("name a file with a post, or - for standard input", "nurodykite failą su įrašu arba - (standartinę įvestį)"))
	}
	h, err := newHearer(f.brand)
	if err != nil {
		return err
	}
	name := "-"
	if len(args) == 1 {
		name = args[0]
	}
	in, err := p.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	if f.format == "jsonl" {
		return p.toneLines(f, h, in)
	}
	content, err := io.ReadAll(io.LimitReader(in, check.MaxText+1))
	if err != nil {
		return p.unreadable(name, err)
	}
	if len(content) > check.MaxText {
		return errors.New(p.say("the text is longer than 16 MB. Cut it into posts", "tekstas ilgesnis nei 16 MB. Padalykite jį į įrašus"))
	}
	return p.toneText(strings.TrimRight(string(content), "\r\n"), h, text.Lang(f.lang))
}

// toneEntry is what is said of a post to programs. Start and end are bytes of its text.
type toneEntry struct {
	ID        string       `json:"id"`
	Sentiment string       `json:"sentiment"`
	Scores    toneFeelings `json:"scores"`
	Abuse     toneAbuse    `json:"abuse"`
	Because   []toneWord   `json:"because"`
	Error     string       `json:"error,omitempty"`
}

type toneFeelings struct {
	Negative rounded `json:"negative"`
	Neutral  rounded `json:"neutral"`
	Positive rounded `json:"positive"`
}

type toneAbuse struct {
	Hate      rounded `json:"hate"`
	Offensive rounded `json:"offensive"`
	Threat    rounded `json:"threat"`
}

type toneWord struct {
	Start  int32   `json:"start"`
	End    int32   `json:"end"`
	Weight rounded `json:"weight"`
}

// rounded is written with four digits: more would pretend to know.
type rounded float32

func (r rounded) MarshalJSON() ([]byte, error) {
	return json.Marshal(math.Round(float64(r)*1e4) / 1e4)
}

func newToneEntry(id string, o *tone.Opinion) toneEntry {
	s := &o.Scores
	e := toneEntry{
		ID: id, Sentiment: o.Feeling(),
		Scores:  toneFeelings{rounded(s.Negative), rounded(s.Neutral), rounded(s.Positive)},
		Abuse:   toneAbuse{rounded(s.Hate), rounded(s.Offensive), rounded(s.Threat)},
		Because: []toneWord{},
	}
	for _, b := range o.Words() {
		e.Because = append(e.Because, toneWord{b.Start, b.End, rounded(b.Weight)})
	}
	return e
}

// toneLines tells one line for each line, in order. A line that is no post is told as one about which nothing is known,
// with the error, and the run goes on.
func (p *program) toneLines(f *toneFlags, h *hearer, in io.Reader) error {
	lines, out := post.NewLineReader(in), bufio.NewWriter(p.out)
	var parser post.Parser
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	for {
		line, number, err := lines.Next()
		if errors.Is(err, io.EOF) {
			return out.Flush()
		}
		parsed := post.TooLong(number)
		if err == nil {
			parsed = parser.Parse(line, number)
		} else if !errors.Is(err, post.ErrLineTooLong) {
			return errors.Join(err, out.Flush())
		}
		entry, err := p.toneLine(&parsed, h, text.Lang(f.lang))
		if err != nil {
			return errors.Join(err, out.Flush())
		}
		buffer.Reset()
		if err := encoder.Encode(entry); err != nil {
			return err
		}
		if _, err := out.Write(buffer.Bytes()); err != nil {
			return err
		}
	}
}

func (p *program) toneLine(line *post.Line, h *hearer, lang text.Lang) (toneEntry, error) {
	nothing := tone.Opinion{Scores: tone.Scores{Neutral: 1}}
	e := newToneEntry(line.Post.ID, &nothing)
	switch {
	case line.Err != nil:
		e.Error = line.Err.In(p.lang)
		return e, nil
	case len(line.Post.Text) > check.MaxText:
		e.Error = p.say("the text is longer than 16 MB", "tekstas ilgesnis nei 16 MB")
		return e, nil
	}
	if line.Post.Lang != "" {
		lang = text.Lang(line.Post.Lang)
	}
	o, err := h.hear(line.Post.Text, lang)
	return newToneEntry(line.Post.ID, &o), err
}
