package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"rostrum/text"
)

const (
	trigrams  = 1 << 15 // three letters of five bits
	smoothing = 0.5     // what a trigram never seen counts
	scale     = 4       // steps for a factor of two
)

// words maps a folded word to its weight.
type words map[string]float64

// trigramTable says for each three letters how much likelier than chance they are in English and in Lithuanian words,
// as two signed bytes of quarter powers of two. Only these weights are derived from the word counts; no word ships.
func trigramTable(data string) ([]byte, error) {
	english, err := countedWords(filepath.Join(data, "lt", "freq_en_50k.txt"))
	if err != nil {
		return nil, err
	}
	lithuanian, err := countedWords(filepath.Join(data, "lt", "freq_lt_50k.txt"))
	if err != nil {
		return nil, err
	}
	separate(english, lithuanian)
	dampen(english)
	dampen(lithuanian)
	if err := addDictionary(lithuanian, filepath.Join(data, "lt", "hunspell_lt.dic")); err != nil {
		return nil, err
	}
	table := make([]byte, 0, 2*trigrams)
	en, lt := scores(english), scores(lithuanian)
	for i := range trigrams {
		table = append(table, byte(en[i]), byte(lt[i]))
	}
	return table, nil
}

// countedWords reads lines of a word and its count, and gives each word its share.
func countedWords(path string) (words, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading word counts: %w", err)
	}
	defer file.Close()
	counted := words{}
	total := 0.0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		word, number, _ := strings.Cut(lines.Text(), " ")
		count, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %q is not a word and its count", path, lines.Text())
		}
		counted[text.Fold(word)] += count
		total += count
	}
	for word := range counted {
		counted[word] /= total
	}
	return counted, lines.Err()
}

// separate gives a word that both lists have to each in proportion: subtitles are full of the other language.
func separate(a, b words) {
	for word, x := range a {
		if y, both := b[word]; both {
			a[word], b[word] = x*x/(x+y), y*y/(x+y)
		}
	}
}

// dampen keeps the commonest words from drowning the others.
func dampen(w words) {
	for word, share := range w {
		w[word] = math.Sqrt(share * 1e7)
	}
}

// addDictionary adds the words of a spelling dictionary that have not been counted.
func addDictionary(w words, path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the dictionary: %w", err)
	}
	for line := range strings.Lines(string(raw)) {
		word, _, _ := strings.Cut(strings.TrimSpace(line), "/")
		if _, counted := w[text.Fold(word)]; !counted {
			w[text.Fold(word)] = 1
		}
	}
	return nil
}

// scores gives each trigram its logarithmic distance from chance.
func scores(w words) [trigrams]int8 {
	var counts [trigrams]float64
	total := 0.0
	for _, word := range sortedKeys(w) {
		text.Trigrams([]byte(word), func(trigram uint16) {
			counts[trigram] += w[word]
			total += w[word]
		})
	}
	var table [trigrams]int8
	for i, count := range counts {
		const chance = 1.0 / (27 * 27 * 27)
		score := scale * math.Log2((count+smoothing)/(total+smoothing*27*27*27)/chance)
		table[i] = int8(max(-40, min(60, math.Round(score))))
	}
	return table
}
