package ledger

import (
	"encoding/base64"
	"slices"
	"time"
	"unicode/utf8"
)

// openLeaf is a leaf taken apart; its texts are parts of the line, still escaped.
type openLeaf struct {
	seq                  int64
	time                 time.Time
	actor, kind, subject []byte
	data, commitments    []field
}

type field struct{ name, value []byte }

// openPrivate is what stands beside a leaf, taken apart.
type openPrivate struct {
	secrets []secret
}

type secret struct{ name, salt, value []byte }

func (l *openLeaf) parse(s *scanner) {
	var ok bool
	s.expect(`{"actor":`)
	l.actor = s.text()
	s.expect(`,"data":`)
	l.data = fields(s, l.data[:0])
	s.expect(`,"kind":`)
	l.kind = s.text()
	s.expect(`,"private":`)
	l.commitments = fields(s, l.commitments[:0])
	s.expect(`,"seq":`)
	l.seq = s.number()
	s.expect(`,"subject":`)
	l.subject = s.text()
	s.expect(`,"time":`)
	if l.time, ok = parseTime(s.text()); !ok || !isName(l.kind) {
		s.bad = true
	}
	s.expect(`}`)
}

func (l *openLeaf) parseWhole(leaf []byte) bool {
	s := scanner{b: leaf}
	l.parse(&s)
	return s.done() && utf8.Valid(leaf)
}

func fields(s *scanner, into []field) []field {
	s.expect(`{`)
	var before []byte
	s.list(`}`, func() {
		f := field{name: s.name(before)}
		s.expect(`:`)
		f.value = s.text()
		before = f.name
		into = append(into, f)
	})
	return into
}

func (p *openPrivate) parse(s *scanner) {
	p.secrets = p.secrets[:0]
	s.expect(`{`)
	var before []byte
	s.list(`}`, func() {
		x := secret{name: s.name(before)}
		s.expect(`:{"salt":`)
		x.salt = s.text()
		s.expect(`,"value":`)
		x.value = s.text()
		s.expect(`}`)
		before = x.name
		p.secrets = append(p.secrets, x)
	})
}

// parseWhole takes no bytes at all for nothing private.
func (p *openPrivate) parseWhole(private []byte) bool {
	if len(private) == 0 {
		p.secrets = p.secrets[:0]
		return true
	}
	s := scanner{b: private}
	p.parse(&s)
	return s.done() && utf8.Valid(private)
}

// without gives the secrets but those named.
func (p *openPrivate) without(names []string) (left openPrivate) {
	for _, x := range p.secrets {
		if !slices.Contains(names, string(x.name)) {
			left.secrets = append(left.secrets, x)
		}
	}
	return left
}

func (p *openPrivate) append(to []byte) []byte {
	to = append(to, '{')
	for i, x := range p.secrets {
		if i > 0 {
			to = append(to, ',')
		}
		to = append(append(append(to, '"'), x.name...), `":{"salt":"`...)
		to = append(append(to, x.salt...), `","value":"`...)
		to = append(append(to, x.value...), `"}`...)
	}
	return append(to, '}')
}

// prove checks each secret against its commitment in the leaf, and adds the commitments that have no secret to missing.
func (p *openPrivate) prove(l *openLeaf, missing [][]byte) ([][]byte, *Broken) {
	left := p.secrets
	for _, c := range l.commitments {
		if len(left) == 0 || string(left[0].name) != string(c.name) {
			missing = append(missing, c.name)
			continue
		}
		if !left[0].meets(c.value) {
			return nil, brokenCommitment(l.seq, left[0].name)
		}
		left = left[1:]
	}
	if len(left) > 0 {
		return nil, brokenPrivate(l.seq, left[0].name)
	}
	return missing, nil
}

func (x *secret) meets(committed []byte) bool {
	var salt [2 * saltSize]byte
	n, err := base64.StdEncoding.Strict().Decode(salt[:], x.salt[:min(len(x.salt), 24)])
	if err != nil || n != saltSize || len(x.salt) != 24 {
		return false
	}
	sum := commitment(salt[:n], unescape(x.value))
	var text [44]byte
	base64.StdEncoding.Encode(text[:], sum[:])
	return string(committed) == string(text[:])
}
