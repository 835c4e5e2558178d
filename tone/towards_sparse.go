package tone

import (
	"bytes"
	"math"

	"rostrum/text"
)

// What keeps kinds of features apart.
const (
	bagSalt = iota + 1
	beginsSalt
	nearSalt
	gramSalt
	walkSalt
	roleSalt
)

func (o *outline) put(salt, h uint64, v float32) {
	h = (h ^ salt*pairSalt) * spread
	o.out = append(o.out, Feature{4*mostDense + uint32((h>>20)%sharedFeatures), v})
}

// sparse appends words, what stands around the companies, and the skeleton.
func (o *outline) sparse() {
	length := 1 / float32(math.Sqrt(float64(len(o.words)+4)))
	for i, says := range o.words {
		if says == 0 {
			continue
		}
		role := uint64(o.part[i]>>partOurs&1 | o.part[i]>>partTheirs&1<<1)
		o.put(bagSalt, says, bagWeight*length)
		o.put(roleSalt+role<<8, says, roleWeight*length)
		t := &o.d.Tokens[i]
		if w := o.d.Word(t); t.Kind == text.Word && o.kinds[i] != kindBrand && o.kinds[i] != kindOther && len(w) > 5 {
			o.put(beginsSalt, text.HashFolded(w[:5]), bagWeight*length)
		}
		if k := o.kinds[i]; k == kindBrand || k == kindOther {
			o.around(i, k)
		}
	}
	for n := 2; n <= 4; n++ {
		for i := 0; i+n <= len(o.walk); i++ {
			gram := o.walk[i : i+n]
			if bytes.IndexByte(gram, kindBrand) >= 0 || bytes.IndexByte(gram, kindOther) >= 0 || n < 3 {
				o.put(walkSalt, text.HashFolded(gram), walkWeight)
			}
		}
	}
}

// How much words count against what is measured.
const (
	bagWeight    = 1.5 // by the root of how many there are
	roleWeight   = 0.8
	aroundWeight = 0.4
	walkWeight   = 0.15
)

// after keeps what stands after a company from what stands before it.
const after = 1 << 8

// around appends the words on both sides of a company.
func (o *outline) around(i int, company byte) {
	for k := max(0, i-near); k < min(len(o.words), i+near+1); k++ {
		if k == i || o.words[k] == 0 {
			continue
		}
		side := uint64(company)
		if k > i {
			side += after
		}
		o.put(nearSalt+side<<8, o.words[k], aroundWeight)
	}
	at := func(k int) uint64 {
		if k < 0 || k >= len(o.words) {
			return 1
		}
		return o.words[k]
	}
	for _, g := range [][3]int{{-1, 0, 0}, {1, 0, 0}, {-2, -1, 0}, {-1, 1, 0}, {1, 2, 0}} {
		var h uint64
		for _, by := range g {
			h = h*7 + at(i+by)*spread
		}
		o.put(gramSalt+uint64(g[0]+3)<<8+uint64(g[1]+3)<<16, h^uint64(company), aroundWeight)
	}
}
