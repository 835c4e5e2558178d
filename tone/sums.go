package tone

// sums are what a part of a text weighs for each task.
type sums [TaskCount]float32

func (s *sums) add(more sums) {
	for t := range s {
		s[t] += more[t]
	}
}

// gathered is what features weigh in units before it is known what these are worth: those of words, and those of pieces.
type gathered struct {
	heavy, light  uint64
	words, pieces int
}

// mostGathered is how many features of a kind the lanes have room for.
const mostGathered = 256

// gather adds the weights of features, of which those of words come first. What there is no more room for is added to sums.
func (x *Learned) gather(g *gathered, found []uint32, to *sums) {
	if g.words+len(found) > mostGathered || g.pieces+len(found) > mostGathered {
		to.add(x.worth(g))
		*g = gathered{}
	}
	words := 0
	for words < len(found) && found[words] < WordFeatures {
		words++
	}
	g.heavy += x.units(found[:words])
	g.light += x.units(found[words:])
	g.words += words
	g.pieces += len(found) - words
}

// worth gives what gathered units are worth for each task.
func (x *Learned) worth(g *gathered) (s sums) {
	for t := range s {
		s[t] = float32(lane(g.heavy, t, g.words))*x.Steps[t][0] + float32(lane(g.light, t, g.pieces))*x.Steps[t][1]
	}
	return s
}

// sum adds up the weights of features.
func (x *Learned) sum(found []uint32) sums {
	var g gathered
	x.gather(&g, found, nil)
	return x.worth(&g)
}

// units adds up the units of at most 256 features, all tasks at once: each has a lane of 16 bits, in which a unit is
// counted from lowest on.
func (x *Learned) units(found []uint32) uint64 {
	var all uint64
	for _, feature := range found {
		u := uint64(x.table[feature] ^ lowest)
		u = (u | u<<16) & 0x0000ffff0000ffff
		all += (u | u<<8) & 0x00ff00ff00ff00ff
	}
	return all
}

const lowest = 0x80808080

// lane gives one task's sum of so many units.
func lane(all uint64, task, count int) int32 { return int32(all>>(16*task)&0xffff) - 128*int32(count) }
