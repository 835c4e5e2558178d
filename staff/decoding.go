package staff

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encoding is how the letters of a file are written.
type Encoding string

// The encodings in which spreadsheets save lists.
const (
	UTF8        Encoding = "UTF-8"
	UTF16       Encoding = "UTF-16"
	Windows1257 Encoding = "Windows-1257" // the Baltic code page of older Windows programs
)

// line is a line of a file. Broken tells that some of its bytes are no letters in the file's encoding.
type line struct {
	number int
	text   string
	broken bool
}

// decoded cuts a file into lines and finds out its encoding: by its byte order mark; without one, zero bytes mean UTF-16.
// A file of which no line with foreign letters is UTF-8 is Windows-1257.
func decoded(file []byte) ([]line, Encoding) {
	if order, rest, ok := wide(file); ok {
		return lines(fromUTF16(order, rest)), UTF16
	}
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	all := lines(string(file))
	foreign, good := 0, 0
	for _, l := range all {
		if strings.ContainsFunc(l.text, func(r rune) bool { return r >= utf8.RuneSelf }) {
			foreign++
			if utf8.ValidString(l.text) {
				good++
			}
		}
	}
	if foreign == 0 || good > 0 {
		return all, UTF8
	}
	return lines(fromWindows1257(file)), Windows1257
}

// wide tells whether a file is UTF-16, and in which order its bytes stand. Names in Latin letters have every other byte zero.
func wide(file []byte) (order binary.ByteOrder, rest []byte, ok bool) {
	switch {
	case bytes.HasPrefix(file, []byte{0xff, 0xfe}):
		return binary.LittleEndian, file[2:], true
	case bytes.HasPrefix(file, []byte{0xfe, 0xff}):
		return binary.BigEndian, file[2:], true
	}
	var zero [2]int
	start := file[:min(len(file), 400)]
	for i, b := range start {
		if b == 0 {
			zero[i%2]++
		}
	}
	switch {
	case zero[1] > len(start)/4 && zero[0] == 0:
		return binary.LittleEndian, file, true
	case zero[0] > len(start)/4 && zero[1] == 0:
		return binary.BigEndian, file, true
	}
	return nil, nil, false
}

func fromUTF16(order binary.ByteOrder, file []byte) string {
	units := make([]uint16, 0, len(file)/2+1)
	for ; len(file) >= 2; file = file[2:] {
		units = append(units, order.Uint16(file))
	}
	if len(file) == 1 {
		units = append(units, utf8.RuneError)
	}
	return string(utf16.Decode(units))
}

func fromWindows1257(file []byte) string {
	var out strings.Builder
	out.Grow(len(file) + len(file)/8)
	for _, b := range file {
		out.WriteRune(charmap.Windows1257.DecodeByte(b))
	}
	return out.String()
}

// lines cuts a text at the line ends of Unix, Windows and old Macs. Line numbers are those of an editor, from 1. A
// replacement character in a line is the trace of letters that were lost before.
func lines(text string) []line {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var all []line
	number := 0
	for one := range strings.SplitSeq(text, "\n") {
		number++
		all = append(all, line{number, one, !utf8.ValidString(one) || strings.ContainsRune(one, utf8.RuneError)})
	}
	return all
}
