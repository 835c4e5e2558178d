package policy

import (
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// explainYAML says in plain words, with the place, what the YAML reader could not read. That reader names at best
// a line, and often the line before, so the place is looked for here.
func explainYAML(file, content string) *Problem {
	read, said := readUntilFault(content)
	at := func(offset int, message, mend Text) *Problem {
		line, column := position(content, offset)
		return &Problem{file, line, column, CodeYAML, message, mend}
	}
	start := lastLine(read)
	for range 3 { // the reader looks up to the end of a text that may go on over several lines
		shorter, same := readUntilFault(content[:start])
		if same != said {
			break
		}
		read, start = shorter, lastLine(shorter)
	}
	line := strings.TrimRight(read[start:], " \r\n")
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	switch {
	case strings.Contains(said, "control characters"):
		_, size := utf8.DecodeLastRuneInString(read)
		return at(len(read)-size, both("a control character", "nematomas valdymo ženklas"), both("Remove it.", "Pašalinkite jį."))
	case strings.Contains(said, "unknown anchor"):
		return at(max(0, strings.LastIndexByte(read, '*')),
			both("YAML aliases are not used in a policy", "YAML nuorodos politikoje nenaudojamos"), unalias)
	case strings.Contains(line[:indent], "\t"):
		return at(start+strings.IndexByte(line, '\t'),
			both("a tab where spaces are expected", "tabuliacijos ženklas ten, kur turi būti tarpai"),
			both("Indent with spaces.", "Įtraukas darykite tarpais."))
	case strings.Contains(said, "max depth"):
		return at(start, tooDeep, flatten)
	case strings.Contains(said, "escape"):
		return at(start+max(indent, strings.LastIndexByte(line, '\\')),
			both("a backslash in double quotes that means nothing", "kairinis brūkšnys dvigubose kabutėse čia nieko nereiškia"),
			both(`Write \\ for a backslash, or use single quotes.`, `Rašykite \\ arba naudokite viengubas kabutes.`))
	case strings.Contains(said, "cannot start any token"):
		return at(start+startOfToken(line), both("a text may not begin with this character", "tekstas negali prasidėti šiuo ženklu"),
			putInQuotes)
	}
	if open, is := unclosed(content); is && open < len(read) {
		if content[open] == '[' || content[open] == '{' {
			return at(open,
				both("this bracket is not closed, or a comma is missing after it",
					"šis skliaustas neuždarytas arba po jo trūksta kablelio"),
				both("Close the bracket.", "Uždarykite skliaustą."))
		}
		return at(open, both("this quotation mark is not closed", "šios kabutės neuždarytos"),
			both("Close the quotation, or write a quotation mark inside it twice.",
				"Uždarykite kabutes, o kabutes teksto viduje rašykite du kartus."))
	}
	if after := afterQuote(line, indent); after > 0 {
		return at(start+after, both("there is text after the closing quotation mark", "po uždarytų kabučių dar yra teksto"),
			both("Put the whole value in one pair of quotation marks.", "Visą reikšmę rašykite vienose kabutėse."))
	}
	if strings.Contains(said, "mapping values") {
		first := strings.Index(line, ": ")
		if second := strings.LastIndex(line, ": "); second > first {
			return at(start+second,
				both("a colon and a space inside a text without quotation marks", "dvitaškis su tarpu tekste be kabučių"), putInQuotes)
		}
	}
	if strings.Contains(said, "could not find expected ':'") && !strings.Contains(line, ":") {
		return at(start+indent, both("a key without a value", "raktas be reikšmės"),
			both("Write a colon and a space after the key, or indent the line if it belongs to the text above.",
				"Po rakto rašykite dvitaškį ir tarpą, o jei eilutė priklauso tekstui virš jos, atitraukite ją nuo krašto."))
	}
	return at(start+indent, both("this line does not fit the lines above it", "ši eilutė nedera su eilutėmis virš jos"),
		both("Check its indentation: lines that belong together begin in the same column, and a list's lines all begin with \"- \".",
			"Patikrinkite įtrauką: to paties lygio eilutės prasideda tame pačiame stulpelyje, o sąrašo eilutės – ženklais „- “."))
}

// oneByOne gives a text a byte at a time and so knows how far its reader came.
type oneByOne struct {
	text string
	at   int
}

func (o *oneByOne) Read(p []byte) (int, error) {
	if o.at >= len(o.text) {
		return 0, io.EOF
	}
	p[0] = o.text[o.at]
	o.at++
	return 1, nil
}

var lineNumber = regexp.MustCompile(`line \d+: `)

// readUntilFault gives the text up to where the YAML reader gave up, and what it said, without the line.
func readUntilFault(content string) (read, said string) {
	source := &oneByOne{text: content}
	reader := yaml.NewDecoder(source)
	for {
		var node yaml.Node
		if err := reader.Decode(&node); err != nil {
			return content[:source.at], lineNumber.ReplaceAllString(err.Error(), "")
		}
	}
}

// lastLine gives the offset of the last line that is neither empty nor a comment.
func lastLine(text string) int {
	for {
		text = strings.TrimRight(text, " \r\n")
		start := strings.LastIndexByte(text, '\n') + 1
		if start == 0 || !strings.HasPrefix(strings.TrimLeft(text[start:], " "), "#") {
			return start
		}
		text = text[:start]
	}
}

// startOfToken gives the offset of the first character at the start of a value that YAML keeps for itself.
func startOfToken(line string) int {
	for i := 0; i < len(line); i++ {
		if strings.IndexByte("@`%\t", line[i]) >= 0 && (i == 0 || strings.IndexByte(" [{,\t", line[i-1]) >= 0) {
			return i
		}
	}
	return len(line) - len(strings.TrimLeft(line, " "))
}

// unclosed gives the offset of a bracket or quotation mark that the text leaves open.
func unclosed(text string) (offset int, is bool) {
	var open []int
	begins := true // a value may begin here
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case begins && (c == '"' || c == '\''):
			end := closingQuote(text, i)
			if end < 0 {
				return i, true
			}
			i = end
		case begins && (c == '[' || c == '{'), len(open) > 0 && (c == '[' || c == '{'):
			open = append(open, i)
		case len(open) > 0 && (c == ']' || c == '}'):
			if text[open[len(open)-1]] != c-2 { // [ and ], { and } are two apart
				return open[len(open)-1], true
			}
			open = open[:len(open)-1]
		case c == '#' && (i == 0 || strings.IndexByte(" \n", text[i-1]) >= 0):
			if i += strings.IndexByte(text[i:]+"\n", '\n'); i >= len(text) {
				break
			}
			c = '\n'
		}
		begins = strings.IndexByte("\n[{,", c) >= 0 || (c == ' ' && (begins || (i > 0 && strings.IndexByte(":-?", text[i-1]) >= 0)))
	}
	if len(open) == 0 {
		return 0, false
	}
	return open[len(open)-1], true
}

// closingQuote gives the offset of the mark that closes the quotation at start, or -1.
func closingQuote(text string, start int) int {
	for i := start + 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && text[start] == '"':
			i++
		case text[i] == text[start] && text[start] == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		case text[i] == text[start]:
			return i
		}
	}
	return -1
}

// afterQuote gives the offset of what follows a quoted value on its line, or 0.
func afterQuote(line string, indent int) int {
	from := indent
	if i := strings.Index(line, ": "); i >= 0 {
		from = i + 2
	} else if strings.HasPrefix(line[indent:], "- ") {
		from = indent + 2
	}
	if from >= len(line) || (line[from] != '"' && line[from] != '\'') {
		return 0
	}
	end := closingQuote(line, from)
	rest := strings.TrimLeft(line[end+1:], " ")
	if end < 0 || rest == "" || rest[0] == '#' {
		return 0
	}
	return len(line) - len(rest)
}

// position gives the line and column of a byte.
func position(text string, offset int) (line, column int) {
	before := text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}
