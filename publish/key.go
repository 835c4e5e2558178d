package publish

import (
	"strings"
	"time"
)

// keyLetters are the digits of a TID in their order (base32-sortable of the AT Protocol).
const keyLetters = "234567abcdefghijklmnopqrstuvwxyz"

// keyStep is what the keys of two publications lie apart at least, in microseconds: the pieces of a thread lie between.
const keyStep = 1000

// Keys chooses keys: each is later than the one before, so that records sort in the order in which they were claimed. It is
// not for concurrent use.
type Keys struct {
	clock int64 // 10 bits that tell one server from another
	last  int64 // microseconds
}

// NewKeys gives the keys of one server, which random tells from others.
func NewKeys(random uint64) *Keys { return &Keys{clock: int64(random & 0x3ff)} }

// Next gives a key for what is claimed now: 13 characters, a TID.
func (k *Keys) Next(now time.Time) string {
	k.last = max(now.UnixMicro(), k.last+keyStep)
	return written(k.last<<10 | k.clock)
}

// PieceKey gives the key of the piece at a place of a thread, from 0.
func PieceKey(key string, place int) string {
	var n int64
	for i := range len(key) {
		n = n<<5 | int64(strings.IndexByte(keyLetters, key[i]))
	}
	return written(n + int64(place)<<10)
}

func written(n int64) string {
	var out [13]byte
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = keyLetters[n&31]
		n >>= 5
	}
	return string(out[:])
}
