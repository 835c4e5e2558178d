package link

import (
	"strings"
	"unicode/utf8"

	"rostrum/policy/rule/link/likeness"
)

// enough is the score from which on a link is suspicious. The weights were tuned on one half of PhishTank's reports of
// 2020 against ordinary links; see README.md for what they find in the other half.
const enough = 4

// score adds up small signs, none of which says much alone.
func (j *judge) score(a *address, p *place) int {
	if i, known := j.labels[p.name]; known && j.all[i].world && p.name == j.all[i].label {
		return 0
	}
	ask := j.askIn(a.rest)
	score := j.hostScore(p, a) + pathScore(a.rest) + 2*min(ask, 2)
	score += j.namesIn(a.rest)
	if p.bought && ask > 1 {
		score++
	}
	return score
}

// hostScore scores what stands before the path.
func (j *judge) hostScore(p *place, a *address) int {
	score := 0
	if j.hosting[p.suffix] || j.hosting.covers(p.host) {
		score++
	}
	if j.ending[p.suffix[strings.LastIndexByte(p.suffix, '.')+1:]] {
		score++
	}
	if a.ip.IsValid() {
		score += 2
	}
	if a.port != "" && a.port != "80" && a.port != "443" {
		score++
	}
	// A bare login.… or secure.… is where honest sites have their sign-in; put together with other words it is not.
	if p.joined != p.name {
		for word, rest := cutPart(p.name); word != ""; word, rest = cutPart(rest) {
			if j.ask[word] {
				score += 2
			}
		}
	}
	for word, rest := cutPart(p.before); word != ""; word, rest = cutPart(rest) {
		if i, known := j.labels[word]; known && !j.all[i].word && !j.all[i].own {
			score += 2
		}
	}
	if strings.Count(p.before, ".") >= 3 {
		score++
	}
	if strings.Count(p.host, "-") >= 3 {
		score++
	}
	if random(p.joined) {
		score++
	}
	if j.namedIn(p.joined) {
		score += 3
	}
	return score
}

// askIn counts the words in a path or query that ask for what only the real one may ask.
func (j *judge) askIn(rest string) int {
	n := 0
	var space [longWord]byte
	for word, after := cutWord(rest); word != ""; word, after = cutWord(after) {
		if j.ask[string(lowered(space[:0], word))] {
			n++
		}
	}
	return n
}

// namesIn scores a path of which a part is the name of a target, by itself or as a file: /paypal/, /dhl.php.
func (j *judge) namesIn(rest string) int {
	path := beforeQuery(rest)
	score := 0
	var space [longWord]byte
	for part := range strings.SplitSeq(path, "/") {
		part, _, _ = strings.Cut(part, ".")
		name := lowered(space[:0], part)
		i, known := j.labels[string(name)]
		switch {
		case topics[string(name)]:
			return score
		case !known || j.all[i].own || len(name) < minLabel:
		case j.all[i].word:
			score = max(score, 2)
		default:
			score = max(score, 3)
		}
	}
	return score
}

// topics are parts of a path after which an honest site puts the names of others.
var topics = set{"tag": true, "tags": true, "category": true, "topic": true, "topics": true, "brand": true, "brands": true,
	"news": true, "company": true, "companies": true, "integrations": true, "t": true, "zyma": true, "tema": true}

// namedIn tells whether an unmistakable target's name is part of a registrable name.
func (j *judge) namedIn(name string) bool {
	set := likeness.Letters(name)
	for i := range j.all {
		t := &j.all[i]
		if !t.own && !t.word && len(t.label) >= 6 && t.letters&^set == 0 && strings.Contains(name, t.label) {
			return true
		}
	}
	return false
}

func beforeQuery(rest string) string {
	if end := strings.IndexAny(rest, "?#"); end >= 0 {
		return rest[:end]
	}
	return rest
}

// pathScore scores the shape of a path and query.
func pathScore(rest string) int {
	score := 0
	if has(rest, "/wp-admin/") || has(rest, "/wp-includes/") {
		score += 4
	}
	if has(rest, "/wp-content/") && !endsAs(rest, media[:]) || has(rest, "/.well-known/") || has(rest, "/cgi-bin/") && has(rest, "login") {
		score += 2
	}
	if strings.HasPrefix(rest, "/~") {
		score++
	}
	if endsAs(rest, pages[:]) {
		score++
	}
	if longHex(rest) {
		score++
	}
	if query := rest[len(beforeQuery(rest)):]; strings.Contains(query, "@") {
		score += 3
	} else if has(query, "?cmd=") || has(query, "&cmd=") {
		score += 2
	}
	if has(rest, ".com/") || has(rest, ".com-") || has(rest, "www.") {
		score++
	}
	if endsAs(rest, disguised[:]) {
		score += enough
	}
	return score
}

var (
	media     = [...]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".css", ".js", ".pdf", ".mp4", ".mp3"}
	pages     = [...]string{".php", "login.htm", "login.html", "home.html", "index.htm"}
	disguised = [...]string{".pdf.exe", ".doc.exe", ".docx.exe", ".jpg.exe", ".pdf.scr", ".jpg.scr", ".pdf.zip.exe",
		".pdf.js", ".pdf.html", ".pdf.htm", ".doc.js", ".xlsx.exe", ".xls.exe", ".pdf.apk", ".pdf.lnk", ".pdf.vbs"}
)

// has tells whether rest contains a string that is in lower case, whatever the case in rest.
func has(rest, part string) bool {
	for i := 0; i+len(part) <= len(rest); i++ {
		if strings.EqualFold(rest[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// endsAs tells whether the path, without query and fragment, ends in one of these.
func endsAs(rest string, ends []string) bool {
	rest = beforeQuery(rest)
	for _, e := range ends {
		if len(rest) >= len(e) && strings.EqualFold(rest[len(rest)-len(e):], e) {
			return true
		}
	}
	return false
}

// longHex tells whether there are 32 hexadecimal digits in a row, as a made-up session has.
func longHex(rest string) bool {
	run := 0
	for i := 0; i < len(rest); i++ {
		c := rest[i] | 0x20
		if rest[i] >= '0' && rest[i] <= '9' || c >= 'a' && c <= 'f' {
			if run++; run >= 32 {
				return true
			}
			continue
		}
		run = 0
	}
	return false
}

// random tells a name that nobody would choose: long and with many digits or hardly a vowel.
func random(name string) bool {
	digits, vowels := 0, 0
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c >= '0' && c <= '9':
			digits++
		case strings.IndexByte("aeiouy", c) >= 0 || c >= utf8.RuneSelf:
			vowels++
		}
	}
	return digits >= 5 || len(name) >= 10 && vowels*6 < len(name)
}

// cutWord cuts the first word off a path, at everything but letters and digits. It is empty when there is no more.
func cutWord(rest string) (word, after string) {
	start := 0
	for start < len(rest) && !isAlnum(rune(rest[start]|0x20)) {
		start++
	}
	end := start
	for end < len(rest) && isAlnum(rune(rest[end]|0x20)) {
		end++
	}
	return rest[start:end], rest[end:]
}

// longWord is longer than any word of the lists.
const longWord = 32

// lowered appends a word in lower case to space; a word that is longer than any of the lists stays away.
func lowered(space []byte, word string) []byte {
	if len(word) > cap(space) {
		return nil
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		space = append(space, c)
	}
	return space
}
