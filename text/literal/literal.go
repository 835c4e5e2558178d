// Package literal finds many strings in a text in one pass, wherever they stand, also inside words. It refuses
// patterns and words in their forms: those are for regexp and text/phrase.
//
// The automaton is Aho and Corasick's (Efficient string matching, CACM 18(6), 1975), made deterministic, over classes
// of bytes so that it stays in the cache.
package literal

import "errors"

// ID names a string that was added.
type ID uint32

// Builder collects strings.
type Builder struct {
	ids     map[string]ID
	strings []string
}

// NewBuilder gives an empty builder.
func NewBuilder() *Builder { return &Builder{ids: map[string]ID{}} }

// Add adds a string, folded as text.Reader folds, and gives its name. The same string has one name.
func (b *Builder) Add(s string) ID {
	if id, ok := b.ids[s]; ok {
		return id
	}
	id := ID(len(b.strings))
	b.ids[s] = id
	b.strings = append(b.strings, s)
	return id
}

// Len gives how many strings there are.
func (b *Builder) Len() int { return len(b.strings) }

// ErrEmpty is what Build gives for an empty string, which would stand everywhere.
var ErrEmpty = errors.New("an empty string stands everywhere")

// Set finds the strings. It is safe for concurrent use.
type Set struct {
	class  [256]uint8
	width  uint32
	next   []uint32 // state*width + class → state*width of the next state, highest bit set if a string ends there
	output [][]ID   // by state
}

const ends = 1 << 31

// Build makes the set.
func (b *Builder) Build() (*Set, error) {
	s := &Set{width: 1, output: [][]ID{nil}}
	for _, str := range b.strings {
		if str == "" {
			return nil, ErrEmpty
		}
		for i := range len(str) {
			if s.class[str[i]] == 0 && s.width < 256 {
				s.class[str[i]] = uint8(s.width)
				s.width++
			}
		}
	}
	s.trie(b.strings)
	s.fail()
	return s, nil
}

func (s *Set) trie(all []string) {
	s.next = make([]uint32, s.width)
	for id, str := range all {
		state := uint32(0)
		for i := range len(str) {
			at := state*s.width + uint32(s.class[str[i]])
			if s.next[at] == 0 {
				s.next[at] = uint32(len(s.output))
				s.output = append(s.output, nil)
				s.next = append(s.next, make([]uint32, s.width)...)
			}
			state = s.next[at]
		}
		s.output[state] = append(s.output[state], ID(id))
	}
}

// fail fills in where to go on after a mismatch, breadth first, and leaves next with offsets instead of states.
func (s *Set) fail() {
	n := uint32(len(s.output))
	back := make([]uint32, n)
	queue := make([]uint32, 0, n)
	for c := range s.width {
		if to := s.next[c]; to != 0 {
			queue = append(queue, to)
		}
	}
	for i := 0; i < len(queue); i++ {
		state := queue[i]
		s.output[state] = append(s.output[state], s.output[back[state]]...)
		for c := range s.width {
			at := state*s.width + c
			onFail := s.next[back[state]*s.width+c]
			if to := s.next[at]; to != 0 {
				back[to] = onFail
				queue = append(queue, to)
			} else {
				s.next[at] = onFail
			}
		}
	}
	for i, state := range s.next {
		s.next[i] = state * s.width
		if s.output[state] != nil {
			s.next[i] |= ends
		}
	}
}

// Find calls found for each place in which a string ends; the same string may be found many times.
func (s *Set) Find(folded []byte, found func(ID)) {
	state := uint32(0)
	for _, c := range folded {
		state = s.next[state+uint32(s.class[c])]
		if state&ends != 0 {
			state &^= ends
			for _, id := range s.output[state/s.width] {
				found(id)
			}
		}
	}
}
