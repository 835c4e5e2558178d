package phrase

// Set finds the phrases of all lists, or of some. It is safe for concurrent use.
type Set struct {
	words   wordTable
	first   filter // the words with which a phrase may begin
	nodes   []node // a phrase's first word leads to the node that has the number of its class
	trie    trie
	outputs []output // of all nodes, one after the other
	inside  []bool   // by list: words inside links and handles count
	anyIn   bool
}

// node is a place in the trie: which classes lead on from it, and which of the outputs are its own.
type node struct {
	children uint64
	from, to uint32
}

func (n *node) empty() bool { return n.children == 0 && n.from == n.to }

// Build makes the set. The builder is spent: nothing can be added afterwards.
func (b *Builder) Build() *Set { return b.freeze(records(b.sources)) }

// freeze makes the set of the forms that were made of the builder's words.
func (b *Builder) freeze(made []batch) *Set {
	at, count := b.numbers()
	s := &Set{words: newWordTable(made), nodes: make([]node, count), trie: newTrie(b.edges, at), inside: make([]bool, len(b.all))}
	s.first = s.words.filter
	for i, own := range b.outputs {
		from := uint32(len(s.outputs))
		s.outputs = append(s.outputs, own...)
		s.nodes[at[i]] = node{b.children[i], from, uint32(len(s.outputs))}
	}
	s.nodes[0] = node{}
	for i, l := range b.all {
		s.inside[i] = l.Inside
		s.anyIn = s.anyIn || l.Inside
		l.builder = nil // rules keep their lists; what the lists were made of need not stay in memory
	}
	return s
}

// numbers gives each node of the builder its number in the set, and how many numbers there are. Nodes of first words have
// those of their classes, so that one look says what a word may begin; a node comes after the one that it follows.
func (b *Builder) numbers() (at []uint32, count uint32) {
	at = make([]uint32, len(b.outputs))
	for e, n := range b.edges {
		if e.node == 0 {
			at[n] = e.class
		}
	}
	count = uint32(len(b.sources) + 1)
	for n := 1; n < len(at); n++ {
		if at[n] == 0 {
			at[n] = count
			count++
		}
	}
	return at, count
}

// Only gives a set that finds the phrases of some lists. It shares its tables with this one, but not the time: words
// of other lists are hardly looked at.
func (s *Set) Only(wanted func(ListID) bool) *Set {
	some := *s
	some.nodes, some.outputs = make([]node, len(s.nodes)), nil
	for i, n := range s.nodes {
		from := uint32(len(some.outputs))
		for _, o := range s.outputs[n.from:n.to] {
			if wanted(o.list) {
				some.outputs = append(some.outputs, o)
			}
		}
		some.nodes[i] = node{0, from, uint32(len(some.outputs))}
	}
	above := make([]edge, len(s.nodes)) // by node: the edge that leads to it
	for _, step := range s.trie.slots {
		above[step.to] = step.edge
	}
	for n := len(s.nodes) - 1; n > 0; n-- {
		if by := above[n]; by.node != 0 && !some.nodes[n].empty() {
			some.nodes[by.node].children |= childBit(by.class)
		}
	}
	some.first = some.beginnings()
	return &some
}

// beginnings gives the words with which a phrase begins.
func (s *Set) beginnings() filter {
	f := make(filter, len(s.words.filter))
	for _, slot := range s.words.slots {
		for at := slot.first; at != 0; at++ {
			if s.step(0, s.words.senses[at].class) != 0 {
				f.add(uint64(slot.tag))
			}
			if s.words.senses[at].info&followed == 0 {
				break
			}
		}
	}
	return f
}

// Lists gives how many lists there are.
func (s *Set) Lists() int { return len(s.inside) }
