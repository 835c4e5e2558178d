package ledger

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"
)

// MaxEntry is how many bytes a leaf and what is private beside it may have together.
const MaxEntry = 1 << 20

const (
	saltSize = 16
	maxName  = 64 // bytes in the name of a field
)

// Entry is one thing that happened.
type Entry struct {
	Time    time.Time         // kept to the microsecond, in UTC
	Actor   string            // who did it: a person's id, or the name of a part of Rostrum
	Kind    string            // a dotted verb, such as clause.signed
	Subject string            // what it was done to
	Data    map[string]string // stays readable for ever
	Private map[string]string // can be erased; the leaf holds commitments only
}

// Sealed is an entry as it is stored.
type Sealed struct {
	Seq     int64  // the place in the ledger, from 0
	Leaf    []byte // what is hashed into the tree
	Private []byte // the salts and values behind the leaf's commitments
}

// Seal makes the stored form of the entry at place seq. Salts come from random, which must be unpredictable. It refuses
// text that is not UTF-8, names of fields and kinds other than letters, digits, dots, dashes and underscores, years
// outside 1 to 9999, and more than [MaxEntry] bytes.
func Seal(seq int64, e Entry, random io.Reader) (Sealed, error) {
	if err := e.check(seq); err != nil {
		return Sealed{}, err
	}
	commitments := map[string]string{}
	private := []byte{'{'}
	for i, name := range slices.Sorted(maps.Keys(e.Private)) {
		var salt [saltSize]byte
		if _, err := io.ReadFull(random, salt[:]); err != nil {
			return Sealed{}, fmt.Errorf("a salt for %s: %w", name, err)
		}
		sum := commitment(salt[:], []byte(e.Private[name]))
		commitments[name] = base64.StdEncoding.EncodeToString(sum[:])
		if i > 0 {
			private = append(private, ',')
		}
		private = appendString(private, name)
		private = append(private, `:{"salt":"`...)
		private = base64.StdEncoding.AppendEncode(private, salt[:])
		private = append(private, `","value":`...)
		private = appendString(private, e.Private[name])
		private = append(private, '}')
	}
	private = append(private, '}')
	leaf := appendLeaf(nil, seq, e, commitments)
	if n := len(leaf) + len(private); n > MaxEntry {
		return Sealed{}, fmt.Errorf("an entry of %d bytes: %d is the most", n, MaxEntry)
	}
	return Sealed{seq, leaf, private}, nil
}

func commitment(salt, value []byte) [sha256.Size]byte {
	var room [512]byte
	return sha256.Sum256(append(append(room[:0], salt...), value...))
}

// Open reads a stored entry again and checks each private value against its commitment. Values that were erased are
// missing from the entry, and redacted names them. What was changed is told as *[Broken].
func Open(leaf, private []byte) (e Entry, redacted []string, seq int64, err error) {
	var l openLeaf
	if !l.parseWhole(leaf) {
		return Entry{}, nil, 0, brokenForm(-1)
	}
	var p openPrivate
	if !p.parseWhole(private) {
		return Entry{}, nil, 0, brokenForm(l.seq)
	}
	missing, broken := p.prove(&l, nil)
	if broken != nil {
		return Entry{}, nil, 0, broken
	}
	e = Entry{
		Time: l.time, Actor: string(unescape(l.actor)), Kind: string(unescape(l.kind)), Subject: string(unescape(l.subject)),
		Data: map[string]string{}, Private: map[string]string{},
	}
	for _, f := range l.data {
		e.Data[string(f.name)] = string(unescape(f.value))
	}
	for _, s := range p.secrets {
		e.Private[string(s.name)] = string(unescape(s.value))
	}
	for _, name := range missing {
		redacted = append(redacted, string(name))
	}
	return e, redacted, l.seq, nil
}

// Erase gives what is left of a stored private part without the named values. Names that it does not hold are passed over.
func Erase(private []byte, names ...string) ([]byte, error) {
	var p openPrivate
	if !p.parseWhole(private) {
		return nil, brokenForm(-1)
	}
	left := p.without(names)
	return left.append(nil), nil
}

func (e *Entry) check(seq int64) error {
	if seq < 0 {
		return fmt.Errorf("entry %d: places count from 0", seq)
	}
	if y := e.Time.UTC().Year(); y < 1 || y > 9999 {
		return fmt.Errorf("entry %d: the year %d cannot be written", seq, y)
	}
	if !isName([]byte(e.Kind)) {
		return fmt.Errorf("entry %d: %q is no kind", seq, e.Kind)
	}
	if err := areText(e.Actor, e.Subject); err != nil {
		return fmt.Errorf("entry %d: %w", seq, err)
	}
	for _, fields := range []map[string]string{e.Data, e.Private} {
		for name, value := range fields {
			if !isName([]byte(name)) {
				return fmt.Errorf("entry %d: %q is no name of a field", seq, name)
			}
			if err := areText(value); err != nil {
				return fmt.Errorf("entry %d, %s: %w", seq, name, err)
			}
		}
	}
	return nil
}
