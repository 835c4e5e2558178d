package inflect

import (
	"strings"
	"sync"
)

// forms collects the forms of one word in one buffer, each once.
type forms struct {
	buf   []byte
	ends  [maxForms]int32
	count int
	seen  [1024]uint16 // open addressing by hash: form number plus one
}

// formsPool keeps the buffers between words: a policy's terms inflect by the hundred thousand.
var formsPool = sync.Pool{New: func() any { return new(forms) }}

// newForms starts with the word itself.
func newForms(word string) *forms {
	f := formsPool.Get().(*forms)
	f.buf, f.count = f.buf[:0], 0
	clear(f.seen[:])
	f.add(word, "")
	return f
}

func (f *forms) release() { formsPool.Put(f) }

// add takes stem+ending as one form.
func (f *forms) add(stem, ending string) {
	if f.count == maxForms {
		return
	}
	start := len(f.buf)
	f.buf = append(append(f.buf, stem...), ending...)
	form := f.buf[start:]
	hash := uint32(2166136261)
	for _, b := range form {
		hash = (hash ^ uint32(b)) * 16777619
	}
	for slot := (hash ^ hash>>15) & 1023; ; slot = (slot + 1) & 1023 {
		number := f.seen[slot]
		if number == 0 {
			f.ends[f.count] = int32(len(f.buf))
			f.count++
			f.seen[slot] = uint16(f.count)
			return
		}
		if string(f.form(int(number)-1)) == string(form) {
			f.buf = f.buf[:start]
			return
		}
	}
}

// all takes the stem with each ending of a paradigm.
func (f *forms) all(stem string, endings []string) {
	for _, ending := range endings {
		f.add(stem, ending)
	}
}

func (f *forms) form(i int) []byte {
	start := int32(0)
	if i > 0 {
		start = f.ends[i-1]
	}
	return f.buf[start:f.ends[i]]
}

func (f *forms) list() []string {
	text := string(f.buf)
	list := make([]string, f.count)
	start := int32(0)
	for i := range list {
		list[i] = text[start:f.ends[i]]
		start = f.ends[i]
	}
	return list
}

// endings splits a paradigm written as words; "-" is the bare stem.
func endings(paradigm string) []string {
	list := strings.Fields(paradigm)
	for i, ending := range list {
		if ending == "-" {
			list[i] = ""
		}
	}
	return list
}
