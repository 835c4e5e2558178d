// Package phrase finds words and phrases in all their forms, for all rules at once: each token is looked up once in one
// table, and phrases are a trie over what the table says. It refuses to find parts of words: that is text/literal's.
package phrase

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rostrum/text"
)

// ListID names a list within a Set.
type ListID uint16

// List is a word list that a rule waits for.
type List struct {
	ID      ListID
	Name    string
	Inside  bool // words inside links and handles count as well
	Items   int  // how many entries were added
	builder *Builder
}

// Options says how a phrase is matched.
type Options struct {
	Languages []text.Lang // in which it inflects; none: only as written
	Name      bool        // the name of one thing: no plural of a word with a capital, and the words may change places
	Exact     bool        // capitals must be as written
	Joined    bool        // also written as one word, as in a hashtag
	ends      bool        // the word ends a phrase, whose other words tell a name in the plural, as of a product
}

// Hit is a phrase that was found.
type Hit struct {
	List        ListID
	Item        uint32 // index of the entry in its list
	First, Last int32  // tokens of the document; the token nearest to it for another reading
	Start, End  int32  // bytes of the source
	Reading     bool   // found in another reading of a word: l3tters, s p a c e d
}

// Limits of what one phrase may be.
const (
	MaxWords = 16
	MaxForms = 512 // of one word
)

// Builder collects lists.
type Builder struct {
	lists    map[string]*List
	all      []*List
	classes  map[classKey]uint32
	sources  []source // by class, which count from 1
	edges    map[edge]uint32
	outputs  [][]output // by node; node 0 is the root
	children []uint64   // by node: which classes lead on from it, a bit for 64th part of them
	reader   *text.Reader
}

// A class is the set of forms of one word; the trie is over classes, so that an inflected phrase is one path.
type classKey struct {
	word  string
	langs string
	flags text.Flag // what is needed, and the bits below
}

const (
	keyName   = 1 << 15
	keyJoined = 1 << 14
	keyEnds   = 1 << 13
)

type edge struct{ node, class uint32 }

type output struct {
	list  ListID
	item  uint32
	name  bool // emoji may stand between the words
	close bool // no comma may
}

// NewBuilder gives an empty builder.
func NewBuilder() *Builder {
	return &Builder{lists: map[string]*List{}, classes: map[classKey]uint32{}, edges: map[edge]uint32{},
		outputs: make([][]output, 1), children: make([]uint64, 1), reader: text.NewReader()}
}

// List gives the list of that name; fresh tells that it was not there.
func (b *Builder) List(name string) (l *List, fresh bool) {
	if l, ok := b.lists[name]; ok {
		return l, false
	}
	l = &List{ID: ListID(len(b.all)), Name: name, builder: b}
	b.lists[name] = l
	b.all = append(b.all, l)
	return l, true
}

// Why an entry cannot be matched.
var (
	ErrNoWords      = errors.New("there is no word in it") // no letter, digit or emoji
	ErrTooManyWords = fmt.Errorf("it has more than %d words", MaxWords)
)

// Add adds an entry. Entries are numbered from 0 in the order in which they come. The error is ErrNoWords or
// ErrTooManyWords, with the entry.
func (l *List) Add(phrase string, o Options) error {
	if err := l.add(phrase, o); err != nil {
		return fmt.Errorf("the term %q cannot be matched: %w", phrase, err)
	}
	l.Items++
	return nil
}

// AddTo adds another wording for the entry that was added last.
func (l *List) AddTo(phrase string, o Options) error {
	l.Items--
	return l.Add(phrase, o)
}

func (l *List) add(phrase string, o Options) error {
	words := l.builder.words(phrase)
	if len(words) == 0 {
		return ErrNoWords
	}
	if len(words) > MaxWords {
		return ErrTooManyWords
	}
	b, out := l.builder, output{list: l.ID, item: uint32(l.Items), name: o.Name}
	if len(words) == 1 {
		b.path(words, o, required(words[0], o), out)
		if o.Joined {
			b.hashtag(words[0], out)
		}
		return nil
	}
	b.path(words, o, 0, out)
	if o.Joined {
		b.output(b.child(0, b.joined(words, o)), out)
	}
	if o.Name {
		b.nameOtherwise(words, o, out)
	}
	return nil
}

// path adds a phrase as it is; need is what its first word must look like besides.
func (b *Builder) path(words []string, o Options, need text.Flag, out output) {
	node := uint32(0)
	for i, w := range words {
		o.ends = i > 0 && i == len(words)-1
		if i > 0 {
			need = 0
		}
		if o.Exact {
			need |= required(w, o)
		}
		node = b.child(node, b.class(w, o, need))
	}
	b.output(node, out)
}

// words cuts a phrase as the reader cuts a text, so that what was written in the policy is found in a post.
func (b *Builder) words(phrase string) []string {
	d := b.reader.Read(phrase, text.English)
	var words []string
	for i := range d.Tokens {
		if t := &d.Tokens[i]; matchable(t) {
			words = append(words, strings.Clone(d.Original(t)))
		}
	}
	return words
}

func matchable(t *text.Token) bool {
	return t.Kind == text.Word || t.Kind == text.Number || t.Kind == text.Emoji
}

func (b *Builder) output(node uint32, o output) {
	for _, have := range b.outputs[node] {
		if have == o {
			return
		}
	}
	b.outputs[node] = append(b.outputs[node], o)
}

func (b *Builder) child(node, class uint32) uint32 {
	e := edge{node, class}
	if n, ok := b.edges[e]; ok {
		return n
	}
	n := uint32(len(b.outputs))
	b.edges[e] = n
	b.outputs = append(b.outputs, nil)
	b.children = append(b.children, 0)
	b.children[node] |= childBit(class)
	return n
}

// class gives the class of a word, noting it when it is new. Its forms are made by Build, many classes at once.
func (b *Builder) class(word string, o Options, need text.Flag) uint32 {
	o.Name = o.Name && startsUpper(word)
	o.ends = o.ends && o.Name
	key := classKey{word: word, langs: langKey(o.Languages), flags: need | bit(o.Name, keyName) | bit(o.ends, keyEnds)}
	return b.classOf(key, source{words: []string{word}, o: o, need: need})
}

// joined gives the class of a phrase written as one word.
func (b *Builder) joined(words []string, o Options) uint32 {
	o.ends = true
	key := classKey{word: strings.Join(words, "\x00"), langs: langKey(o.Languages), flags: bit(o.Name, keyName) | keyJoined}
	return b.classOf(key, source{words: words, o: o})
}

func (b *Builder) classOf(key classKey, s source) uint32 {
	if c, ok := b.classes[key]; ok {
		return c
	}
	b.sources = append(b.sources, s)
	c := uint32(len(b.sources))
	b.classes[key] = c
	return c
}

// required gives what the token of a term must look like. A term of up to three capitals is an abbreviation that in
// small letters is often another word (IT, ING, US); in a phrase, the words beside it tell.
func required(word string, o Options) text.Flag {
	letters, upper := 0, 0
	digits := strings.ContainsFunc(word, unicode.IsDigit) // X7 is no other word in small letters
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	switch {
	case letters == 0:
		return 0
	case upper == letters && letters <= 3 && letters > 1 && !digits, o.Exact && upper == letters && letters > 1:
		return text.Upper
	case o.Exact && startsUpper(word):
		return text.Capital
	}
	return 0
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func langKey(langs []text.Lang) string {
	key := ""
	for _, l := range langs {
		key += string(l)
	}
	return key
}

func bit(on bool, flag text.Flag) text.Flag {
	if on {
		return flag
	}
	return 0
}
