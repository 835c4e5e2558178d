package phrase

// Set finds the phrases of all lists. It is safe for concurrent use.
type Set struct {
	words   wordTable
	root    []uint32 // class → node
	trie    trie
	nodes   []node
	outputs []output // of all nodes, one after the other
	inside  []bool   // by list: words inside links and handles count
	anyIn   bool
}

// node is a place in the trie: which classes lead on from it, and which of the outputs are its own.
type node struct {
	children uint64
	from, to uint32
}

// Build makes the set. The builder is spent: nothing can be added afterwards.
func (b *Builder) Build() *Set { return b.freeze(records(b.sources)) }

// freeze makes the set of the forms that were made of the builder's words.
func (b *Builder) freeze(made []batch) *Set {
	s := &Set{
		words: newWordTable(made), trie: newTrie(b.edges), nodes: make([]node, len(b.outputs)),
		root: make([]uint32, len(b.sources)+1), inside: make([]bool, len(b.all)),
	}
	for i, own := range b.outputs {
		from := uint32(len(s.outputs))
		s.outputs = append(s.outputs, own...)
		s.nodes[i] = node{b.children[i], from, uint32(len(s.outputs))}
	}
	for e, node := range b.edges {
		if e.node == 0 {
			s.root[e.class] = node
		}
	}
	for i, l := range b.all {
		s.inside[i] = l.Inside
		s.anyIn = s.anyIn || l.Inside
		l.builder = nil // rules keep their lists; what the lists were made of need not stay in memory
	}
	return s
}

// Lists gives how many lists there are.
func (s *Set) Lists() int { return len(s.inside) }
