package phrase

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"rostrum/text"
)

// Sealed is word lists that can be looked up but not read: of each form of each word there is a keyed hash. Whoever has
// the lists can try a guess, since looking words up is what they are for; nobody can list what is in them.
type Sealed struct {
	Key     []byte       `json:"key"`     // of the hashes, drawn anew for each sealing
	Lists   []SealedList `json:"lists"`   // in the order of their ids
	Classes int          `json:"classes"` // how many words there are, which count from 1
	Forms   []byte       `json:"forms"`   // of sealedForm, by hash
	Steps   []byte       `json:"steps"`   // of sealedStep
	Ends    []byte       `json:"ends"`    // of sealedEnd
}

// SealedList is a list as far as it may be known.
type SealedList struct {
	Name  string `json:"name"`
	Items int    `json:"items"`
}

// What the bytes of Sealed hold, little endian (binary.Size).
type (
	sealedForm struct {
		Hash, Marks uint64
		Class       uint32
		Need        uint16
	}
	sealedStep struct{ Node, Class, To uint32 }
	sealedEnd  struct {
		Node  uint32
		List  uint16
		Item  uint32
		Flags uint8 // 1: name, 2: close
	}
)

// Seal makes sealed lists of all lists of the builder, with a key from random. The builder is spent.
func (b *Builder) Seal(random io.Reader) (*Sealed, error) {
	s := &Sealed{Key: make([]byte, 16), Classes: len(b.sources)}
	if _, err := io.ReadFull(random, s.Key); err != nil {
		return nil, err
	}
	for _, l := range b.all {
		s.Lists = append(s.Lists, SealedList{l.Name, l.Items})
	}
	var forms []sealedForm
	for _, made := range records(b.sources) {
		for _, part := range made {
			for _, r := range part {
				forms = append(forms, sealedForm{keyed(s.Key, r.hash), r.marks, r.class, uint16(r.need)})
			}
		}
	}
	slices.SortFunc(forms, func(x, y sealedForm) int {
		return slices.Compare([]uint64{x.Hash, x.Marks, uint64(x.Class), uint64(x.Need)}, []uint64{y.Hash, y.Marks, uint64(y.Class), uint64(y.Need)})
	})
	forms = slices.Compact(forms)
	var steps []sealedStep
	for e, to := range b.edges {
		steps = append(steps, sealedStep{e.node, e.class, to})
	}
	slices.SortFunc(steps, func(x, y sealedStep) int { return int(x.To) - int(y.To) })
	var ends []sealedEnd
	for node, outputs := range b.outputs {
		for _, o := range outputs {
			ends = append(ends, sealedEnd{uint32(node), uint16(o.list), o.item, uint8(one(o.name) | one(o.close)<<1)})
		}
	}
	var errs [3]error
	s.Forms, errs[0] = binary.Append(nil, binary.LittleEndian, forms)
	s.Steps, errs[1] = binary.Append(nil, binary.LittleEndian, steps)
	s.Ends, errs[2] = binary.Append(nil, binary.LittleEndian, ends)
	return s, errors.Join(errs[:]...)
}

// Has gives the sealed list of a name, if there is one.
func (s *Sealed) Has(name string) (SealedList, bool) {
	i := slices.IndexFunc(s.Lists, func(l SealedList) bool { return l.Name == name })
	if i < 0 {
		return SealedList{}, false
	}
	return s.Lists[i], true
}

// SealedSet finds the phrases of sealed lists. It is safe for concurrent use.
type SealedSet struct {
	key []byte
	set *Set
}

// Open makes sealed lists ready for finding, as those lists of the builder that have their names. Sealed lists that the
// builder has no list for are left out. It is called after the builder's own Build.
func (s *Sealed) Open(b *Builder) (*SealedSet, error) {
	forms, steps, ends, err := s.decode()
	if err != nil {
		return nil, err
	}
	inner := &Builder{all: b.all, sources: make([]source, s.Classes), edges: map[edge]uint32{}}
	nodes := uint32(len(steps) + 1)
	inner.outputs, inner.children = make([][]output, nodes), make([]uint64, nodes)
	for _, x := range steps {
		if x.Node >= nodes || x.To >= nodes || x.Class > uint32(s.Classes) {
			return nil, errBroken
		}
		inner.edges[edge{x.Node, x.Class}] = x.To
		inner.children[x.Node] |= childBit(x.Class)
	}
	for _, x := range ends {
		if x.Node >= nodes || int(x.List) >= len(s.Lists) {
			return nil, errBroken
		}
		if l, ok := b.lists[s.Lists[x.List].Name]; ok {
			inner.output(x.Node, output{l.ID, x.Item, x.Flags&1 != 0, x.Flags&2 != 0})
		}
	}
	made := make([]batch, 1)
	for _, x := range forms {
		if x.Class > uint32(s.Classes) {
			return nil, errBroken
		}
		part := &made[0][x.Hash>>(64-batchBits)]
		*part = append(*part, record{x.Hash, x.Marks, x.Class, text.Flag(x.Need)})
	}
	return &SealedSet{s.Key, inner.freeze(made)}, nil
}

var errBroken = errors.New("the sealed word lists are damaged")

func (s *Sealed) decode() (forms []sealedForm, steps []sealedStep, ends []sealedEnd, err error) {
	if len(s.Key) == 0 || s.Classes < 0 || s.Classes > len(s.Forms) {
		return nil, nil, nil, errBroken
	}
	forms = make([]sealedForm, len(s.Forms)/binary.Size(sealedForm{}))
	steps = make([]sealedStep, len(s.Steps)/binary.Size(sealedStep{}))
	ends = make([]sealedEnd, len(s.Ends)/binary.Size(sealedEnd{}))
	for _, part := range []struct {
		from []byte
		into any
	}{{s.Forms, forms}, {s.Steps, steps}, {s.Ends, ends}} {
		if n, e := binary.Decode(part.from, binary.LittleEndian, part.into); e != nil || n != len(part.from) {
			return nil, nil, nil, fmt.Errorf("%w: %v", errBroken, e)
		}
	}
	return forms, steps, ends, nil
}

// Find appends every phrase of the document to hits and keeps them in order of the first token.
func (s *SealedSet) Find(d *text.Document, hits []Hit) []Hit {
	hidden := *d
	hidden.Tokens, hidden.Others = s.keyed(d.Tokens), s.keyed(d.Others)
	found := s.set.Find(&hidden, nil)
	if len(found) == 0 {
		return hits
	}
	hits = append(hits, found...)
	slices.SortStableFunc(hits, func(a, b Hit) int { return int(a.First - b.First) })
	return hits
}

// keyed gives the tokens as the sealed lists know them.
func (s *SealedSet) keyed(tokens []text.Token) []text.Token {
	out := slices.Clone(tokens)
	for i := range out {
		out[i].Hash = keyed(s.key, out[i].Hash)
	}
	return out
}

// keyed hides the hash of a word: the first eight bytes of HMAC-SHA-256 (RFC 2104).
func keyed(key []byte, hash uint64) uint64 {
	mac := hmac.New(sha256.New, key)
	mac.Write(binary.LittleEndian.AppendUint64(nil, hash))
	return binary.LittleEndian.Uint64(mac.Sum(nil))
}

func one(on bool) int {
	if on {
		return 1
	}
	return 0
}
