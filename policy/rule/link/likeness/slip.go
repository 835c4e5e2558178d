package likeness

import "strings"

// Slip tells whether typed, which is one edit away from name, is what a slip of the finger makes of it: two letters
// exchanged, one doubled or left out, or the neighbour of one on the keyboard. The last letter does not count, since
// that is how other cases of the same word differ.
func Slip[A, B Name](name A, typed B) bool {
	i := 0
	for i < len(name) && i < len(typed) && name[i] == typed[i] {
		i++
	}
	last := len(name) - 1
	switch len(typed) - len(name) {
	case 1:
		return typed[i] == at(typed, i-1) || typed[i] == at(typed, i+1)
	case -1:
		return i > 0 && i < last
	}
	if i < last && name[i] == typed[i+1] && name[i+1] == typed[i] {
		return true
	}
	return i < last && neighbours(name[i], typed[i])
}

func at[N Name](s N, i int) byte {
	if i < 0 || i >= len(s) {
		return 0
	}
	return s[i]
}

var keyboard = [...]string{"qwertyuiop", "asdfghjkl", "zxcvbnm"}

// neighbours tells whether two letters stand side by side on the keyboard, in a row or in the rows next to each other.
func neighbours(a, b byte) bool {
	rowA, columnA := keyOf(a)
	rowB, columnB := keyOf(b)
	if rowA < 0 || rowB < 0 {
		return false
	}
	if rowA > rowB {
		rowA, columnA, rowB, columnB = rowB, columnB, rowA, columnA
	}
	switch rowB - rowA {
	case 0:
		return columnA-columnB == 1 || columnB-columnA == 1
	case 1:
		return columnA == columnB || columnA == columnB+1
	}
	return false
}

func keyOf(c byte) (row, column int) {
	for row, keys := range keyboard {
		if column := strings.IndexByte(keys, c); column >= 0 {
			return row, column
		}
	}
	return -1, -1
}
