package signin

import (
	"encoding/json"
	"strings"
	"sync"

	"github.com/ccojocar/zxcvbn-go/adjacency"
	"github.com/ccojocar/zxcvbn-go/data"
	"github.com/ccojocar/zxcvbn-go/entropy"
	"github.com/ccojocar/zxcvbn-go/match"
	"github.com/ccojocar/zxcvbn-go/scoring"
)

// guess counts the guesses that a text takes, with zxcvbn's words and sums. The library's own search is not used:
// whoever imports it builds its tables whenever the program starts. (Its l33t readings are not missed: their number
// grows exponentially, and they count every "!" as the word "i".)
func guess(text string, own []string) scoring.MinEntropyMatch {
	var found []match.Match
	found = append(found, words(text, append(own[:len(own):len(own)], commonWords()...))...)
	found = append(found, walks(text)...)
	found = append(found, sequences(text)...)
	found = append(found, repeats(text)...)
	found = append(found, dates(text)...)
	return scoring.MinimumEntropyMatchSequence(text, found)
}

// ranks says as the how-manyth word of its list a guesser tries a word.
var ranks = sync.OnceValue(func() map[string]int {
	first := map[string]int{}
	for _, name := range []string{"Passwords", "English", "MaleNames", "FemaleNames", "Surnames"} {
		var words struct{ List []string }
		if err := json.Unmarshal(data.MustAsset("data/"+name+".json"), &words); err != nil {
			panic(err)
		}
		remember(first, words.List)
	}
	return first
})

func remember(ranks map[string]int, words []string) {
	for i, word := range words {
		word = strings.ToLower(word)
		if rank, known := ranks[word]; !known || i+1 < rank {
			ranks[word] = i + 1
		}
	}
}

// words finds every known word inside a text; own are tried before all others.
func words(text string, own []string) []match.Match {
	near := map[string]int{}
	remember(near, own)
	var found []match.Match
	for i := range text {
		for j := i + 1; j <= len(text); j++ {
			word := strings.ToLower(text[i:j])
			rank, known := near[word]
			if other, listed := ranks()[word]; listed && (!known || other < rank) {
				rank, known = other, true
			}
			if known {
				m := match.Match{Pattern: "dictionary", I: i, J: j - 1, Token: text[i:j]}
				m.Entropy = entropy.DictionaryEntropy(m, float64(rank))
				found = append(found, m)
			}
		}
	}
	return found
}

// walks finds neighbouring keys, such as "qwerty".
func walks(text string) []match.Match {
	var found []match.Match
	for _, keyboard := range adjacency.GraphMap {
		for i := 0; i < len(text); {
			end, turns, shifted, last := i+1, 0, 0, -1
			for ; end < len(text); end++ {
				direction, upper := neighbour(keyboard.Graph[text[end-1:end]], text[end])
				if direction < 0 {
					break
				}
				if direction != last {
					turns, last = turns+1, direction
				}
				if upper {
					shifted++
				}
			}
			if end-i > 2 {
				m := match.Match{Pattern: "spatial", I: i, J: end - 1, Token: text[i:end], DictionaryName: keyboard.Name}
				m.Entropy = entropy.SpatialEntropy(m, turns, shifted)
				found = append(found, m)
			}
			i = end
		}
	}
	return found
}

// neighbour says in which direction a key lies, or -1, and whether it is typed with Shift.
func neighbour(keys []string, key byte) (direction int, shifted bool) {
	for i, k := range keys {
		if at := strings.IndexByte(k, key); at >= 0 {
			return i, at == 1
		}
	}
	return -1, false
}

// sequences finds "abcd" and "4321".
func sequences(text string) []match.Match {
	var found []match.Match
	for _, row := range []string{"abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
		"ZYXWVUTSRQPONMLKJIHGFEDCBA", "0123456789", "9876543210"} {
		for i := 0; i < len(text); {
			end := i
			for end < len(text) && strings.Contains(row, text[i:end+1]) {
				end++
			}
			if end-i > 2 {
				m := match.Match{Pattern: "sequence", I: i, J: end - 1, Token: text[i:end]}
				m.Entropy = entropy.SequenceEntropy(m, len(row), row[0] < row[1])
				found = append(found, m)
			}
			i = max(end, i+1)
		}
	}
	return found
}

// repeats finds a letter or sign that stands three times and more.
func repeats(text string) []match.Match {
	var found []match.Match
	for i := 0; i < len(text); {
		end := i + 1
		for end < len(text) && strings.EqualFold(text[end:end+1], text[i:i+1]) {
			end++
		}
		if end-i > 2 {
			m := match.Match{Pattern: "repeat", I: i, J: end - 1, Token: text[i:end]}
			m.Entropy = entropy.RepeatEntropy(m)
			found = append(found, m)
		}
		i = end
	}
	return found
}
