package text

import "encoding/binary"

// Words have pieces of at most longestPiece letters; longer words than longestPieced give the pieces of their beginning.
const (
	longestPiece  = 5
	longestPieced = 20
)

// MostPieces is how many pieces a word has at most, for the shortest ones that can be asked for.
const MostPieces = longestPiece * (longestPieced + 2)

// spreadPiece makes numbers of letters that look alike differ.
const spreadPiece = 0x9e3779b97f4a7c15

// AppendPieces appends the numbers of the pieces of a folded word: runs of shortest to five of its bytes, its edges being one
// each. The numbers begin at first and have so many bits. Forms of a word share most of its pieces.
func AppendPieces(word []byte, shortest int, first uint32, bits int, buf []uint32) []uint32 {
	var edged [longestPieced + 2 + 8]byte // so that eight bytes can be read from each letter on
	edged[0] = '_'
	n := copy(edged[1:longestPieced+1], word) + 2
	edged[n-1] = '_'
	for from := 0; from+shortest <= n; from++ {
		run := binary.LittleEndian.Uint64(edged[from:])
		for long := shortest; long <= min(longestPiece, n-from); long++ {
			buf = append(buf, first+uint32(run&(1<<(8*long)-1)*spreadPiece>>(64-bits)))
		}
	}
	return buf
}
