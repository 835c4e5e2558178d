package signin

import (
	"regexp"
	"strconv"

	"github.com/ccojocar/zxcvbn-go/entropy"
	"github.com/ccojocar/zxcvbn-go/match"
)

// dates finds days such as "17-02-1984" and "840217".
func dates(text string) []match.Match {
	separated := regexp.MustCompile(`^(\d{1,4})([\s/\\_.-])(\d{1,2})[\s/\\_.-](\d{1,4})$`)
	var found []match.Match
	for i := range text {
		for j := i + 4; j <= min(i+len("17-02-1984"), len(text)); j++ {
			day, piece := match.DateMatch{}, text[i:j]
			if parts := separated.FindStringSubmatch(piece); parts != nil {
				day.Separator = parts[2]
				day.Year = yearOf(parts[1], parts[3], parts[4])
			} else if isDigits(piece) && len(piece) <= len("17021984") {
				day.Year = yearInside(piece)
			} else {
				continue
			}
			if day.Year >= 0 {
				found = append(found, match.Match{Pattern: "date", I: i, J: j - 1, Token: piece, Entropy: entropy.DateEntropy(day)})
			}
		}
	}
	return found
}

func isDigits(text string) bool {
	_, err := strconv.ParseUint(text, 10, 64)
	return err == nil
}

// yearInside cuts digits into two numbers of a day and one of a year, in any way that makes a date; -1 is none.
func yearInside(digits string) int64 {
	for i := 1; i <= 4; i++ {
		for j := i + 1; j <= i+2 && j < len(digits); j++ {
			if year := yearOf(digits[:i], digits[i:j], digits[j:]); year >= 0 {
				return year
			}
		}
	}
	return -1
}

// yearOf gives the year of three numbers if they are a date, whose year stands last or first; -1 is none.
func yearOf(a, b, c string) int64 {
	for _, try := range [][3]string{{a, b, c}, {b, c, a}} {
		one, other := number(try[0]), number(try[1])
		isDay := len(try[0]) <= 2 && len(try[1]) <= 2 && 1 <= min(one, other) && min(one, other) <= 12 && max(one, other) <= 31
		year := number(try[2])
		isYear := len(try[2]) == 2 || len(try[2]) == 4 && 1900 <= year && year < 2100
		if isDay && isYear {
			return year
		}
	}
	return -1
}

func number(digits string) int64 {
	n, _ := strconv.ParseInt(digits, 10, 64) // digits, and few of them
	return n
}
