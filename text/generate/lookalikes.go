package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lookalikeTable reads Unicode's confusables and keeps the letters that look like one Latin letter, one a line: the
// letter, then the Latin one, in upper case where only the capital of the letter looks like it.
func lookalikeTable(path string) ([]byte, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the confusables: %w", err)
	}
	var skeletons map[string]string
	if err := json.Unmarshal(raw, &skeletons); err != nil {
		return nil, fmt.Errorf("%s is not an object of strings: %w", path, err)
	}
	table := map[rune]rune{}
	for from, to := range skeletons {
		letter, size := utf8.DecodeRuneInString(from)
		if size == len(from) && len(to) == 1 && foldsByTable(letter) && unicode.IsLetter(rune(to[0])) {
			table[letter] = latinFor(letter, rune(to[0]))
		}
	}
	for capital, latin := range maps.Clone(table) {
		small := unicode.ToLower(capital)
		if _, known := table[small]; !known {
			table[small] = unicode.ToUpper(latin)
		}
	}
	addAccented(table)
	var out bytes.Buffer
	for _, letter := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintf(&out, "%c%c\n", letter, table[letter])
	}
	return out.Bytes(), nil
}

// addAccented adds the letters that are one of the table with an accent.
func addAccented(table map[rune]rune) {
	for letter := rune(unicode.MaxASCII + 1); letter <= unicode.MaxRune; letter++ {
		base, size := utf8.DecodeRuneInString(norm.NFD.String(string(letter)))
		if latin, known := table[base]; known && size < len(norm.NFD.String(string(letter))) && foldsByTable(letter) {
			table[letter] = latin
		}
	}
}

// foldsByTable leaves out what compatibility folding already makes Latin.
func foldsByTable(letter rune) bool {
	return letter > unicode.MaxASCII && unicode.IsLetter(letter) && norm.NFKC.IsNormalString(string(letter))
}

// latinFor mends the one skeleton that is wrong for capitals: a capital I looks like l, but is read as i.
func latinFor(letter, skeleton rune) rune {
	if skeleton == 'l' && unicode.IsUpper(letter) {
		return 'i'
	}
	return unicode.ToLower(skeleton)
}
