package ledger

import (
	"bytes"
	"encoding/base64"
	"time"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// An export is lines of these four kinds. Each is canonical JSON, and its first bytes tell its kind.
const (
	headerStart     = `{"company":`
	entryStart      = `{"hash":`
	checkpointStart = `{"checkpoint":`
	closingStart    = `{"closing":`

	format  = "rostrum ledger export 1"
	maxLine = MaxEntry + 1024 // an entry, the hash beside it, and the line's own names
)

// Header is the first line of an export.
type Header struct {
	Company string
	Key     string    // the verifier that goes with the signer of the checkpoints and of the closing line
	Time    time.Time // when the export was made
}

func (h Header) line() []byte {
	b := appendString([]byte(headerStart), h.Company)
	b = appendString(append(b, `,"format":`...), format)
	b = appendString(append(b, `,"key":`...), h.Key)
	b = h.Time.UTC().AppendFormat(append(b, `,"time":"`...), timeForm)
	return append(b, "\"}\n"...)
}

func parseHeader(line []byte) (h Header, ok bool) {
	s := scanner{b: line}
	s.expect(headerStart)
	h.Company = string(unescape(s.text()))
	s.expect(`,"format":"` + format + `","key":`)
	h.Key = string(unescape(s.text()))
	s.expect(`,"time":`)
	h.Time, ok = parseTime(s.text())
	s.expect("}\n")
	return h, ok && s.done() && utf8.Valid(line)
}

func (h Header) key() (key, *Broken) {
	v, err := note.NewVerifier(h.Key)
	if err != nil {
		return key{}, brokenKey()
	}
	return key{v, h.Key}, nil
}

// noteLine writes a signed note after the start of its line, and parseNote reads it.
func noteLine(start, signed string) []byte {
	return append(appendString([]byte(start), signed), "}\n"...)
}

func parseNote(start string, line []byte) (signed string, ok bool) {
	s := scanner{b: line}
	s.expect(start)
	signed = string(unescape(s.text()))
	s.expect("}\n")
	return signed, s.done() && utf8.Valid(line)
}

// entryLine is the line of an entry, taken apart and checked as far as a line can be without those before it.
type entryLine struct {
	inForm   bool
	hash     tlog.Hash // of the leaf
	sameHash bool      // as the line itself says
	leaf     openLeaf
	private  openPrivate
	redacted [][]byte // the names that the line says are left out
	missing  [][]byte // the names that are
	broken   *Broken  // what is wrong with the private part
}

// examine takes a line apart; what it finds are parts of the line.
func (e *entryLine) examine(line []byte) {
	s := scanner{b: line}
	s.expect(entryStart)
	hash := s.text()
	s.expect(`,"leaf":`)
	start := s.at
	e.leaf.parse(&s)
	leaf := line[start:s.at]
	s.expect(`,"private":`)
	e.private.parse(&s)
	s.expect(`,"redacted":[`)
	e.redacted = names(&s, e.redacted[:0])
	s.expect("}\n")
	if e.inForm = s.done() && utf8.Valid(line); !e.inForm {
		return
	}
	e.hash = tlog.RecordHash(leaf)
	var text [44]byte
	base64.StdEncoding.Encode(text[:], e.hash[:])
	e.sameHash = bytes.Equal(hash, text[:])
	e.missing, e.broken = e.private.prove(&e.leaf, e.missing[:0])
}

// disagreement gives a name that is left out and not listed, or listed and not left out; nil if there is none.
func (e *entryLine) disagreement() []byte {
	for i, name := range e.missing {
		if i >= len(e.redacted) || !bytes.Equal(name, e.redacted[i]) {
			return name
		}
	}
	if len(e.redacted) > len(e.missing) {
		return e.redacted[len(e.missing)]
	}
	return nil
}

func names(s *scanner, into [][]byte) [][]byte {
	var before []byte
	s.list(`]`, func() {
		before = s.name(before)
		into = append(into, before)
	})
	return into
}

// appendEntry writes the line of an entry: its leaf, the secrets that are shown, and the names of those that are missing.
func appendEntry(to, leaf []byte, shown *openPrivate, missing [][]byte) []byte {
	hash := tlog.RecordHash(leaf)
	to = append(append(to, entryStart...), '"')
	to = base64.StdEncoding.AppendEncode(to, hash[:])
	to = append(append(to, `","leaf":`...), leaf...)
	to = shown.append(append(to, `,"private":`...))
	to = append(to, `,"redacted":[`...)
	for i, name := range missing {
		if i > 0 {
			to = append(to, ',')
		}
		to = append(append(append(to, '"'), name...), '"')
	}
	return append(to, "]}\n"...)
}
