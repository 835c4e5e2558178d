package link

import (
	"hash/maphash"
	"sync/atomic"
)

// memory keeps what was found out about the hosts that were seen last, since the same ones are linked to again and
// again. It is safe for concurrent use and never larger than its slots.
type memory struct {
	judge *judge
	seed  maphash.Seed
	slots [4096]atomic.Pointer[known]
}

func newMemory(j *judge) *memory { return &memory{judge: j, seed: maphash.MakeSeed()} }

// known is a host as it was typed, and what it is.
type known struct {
	typed   string
	address address // of which only the host is read
	err     error
	place   place
}

// host gives what is known of a host.
func (m *memory) host(typed string) *known {
	slot := &m.slots[maphash.String(m.seed, typed)%uint64(len(m.slots))]
	if k := slot.Load(); k != nil && k.typed == typed {
		return k
	}
	k := m.judge.learn(typed)
	slot.Store(k)
	return k
}

// bytes is host for bytes, which it does not keep.
func (m *memory) bytes(typed []byte) *known {
	slot := &m.slots[maphash.Bytes(m.seed, typed)%uint64(len(m.slots))]
	if k := slot.Load(); k != nil && k.typed == string(typed) {
		return k
	}
	return m.host(string(typed))
}

// learn takes a host apart.
func (j *judge) learn(typed string) *known {
	k := &known{typed: typed}
	if k.err = k.address.readHost(typed); k.err == nil {
		k.place = j.placeOf(&k.address)
	}
	return k
}
