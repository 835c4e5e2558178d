// Command generate writes ../phones.txt: for each country's calling code, how long a subscriber's number is and with
// which three digits it may begin. It asks libphonenumber's Go port about sample numbers. It is a module of its own, so
// that the product does not carry that library's tables. Use: cd policy/rule/entity/generate && go run .
package main

import (
	"bytes"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"

	"github.com/nyaruka/phonenumbers"
)

// How many numbers are tried before a beginning counts as unused.
const samples = 40

// Lengths of a national number, from the shortest in use to what E.164 leaves beside a calling code.
const (
	shortest = 5
	longest  = 14
)

func main() {
	log.SetFlags(0)
	var out bytes.Buffer
	out.WriteString("# Written by policy/rule/entity/generate from libphonenumber's data: calling code, length, first three digits.\n")
	random := rand.New(rand.NewPCG(1, 2))
	codes := make([]int, 0, 256)
	for code := range phonenumbers.GetSupportedCallingCodes() {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		for length := shortest; length <= longest && length+len(strconv.Itoa(code)) <= 15; length++ {
			if ranges := beginnings(random, code, length); len(ranges) > 0 {
				fmt.Fprintf(&out, "%d %d%s\n", code, length, ranges)
			}
		}
	}
	if err := os.WriteFile("../phones.txt", out.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// beginnings gives the ranges of first three digits that are in use, each after a space.
func beginnings(random *rand.Rand, code, length int) string {
	var out bytes.Buffer
	from := -1
	for head := 0; head <= 1000; head++ {
		used := head < 1000 && inUse(random, code, length, head)
		switch {
		case used && from < 0:
			from = head
		case !used && from >= 0:
			fmt.Fprintf(&out, " %03d", from)
			if head-1 > from {
				fmt.Fprintf(&out, "-%03d", head-1)
			}
			from = -1
		}
	}
	return out.String()
}

func inUse(random *rand.Rand, code, length, head int) bool {
	rest := uint64(1)
	for range length - 3 {
		rest *= 10
	}
	for range samples {
		if isSubscriber(code, uint64(head)*rest+random.Uint64N(rest), head < 100) {
			return true
		}
	}
	return false
}

// isSubscriber tells whether a number can be somebody's, and not a company's free or paid line.
func isSubscriber(code int, national uint64, zero bool) bool {
	callingCode := int32(code)
	n := &phonenumbers.PhoneNumber{CountryCode: &callingCode, NationalNumber: &national}
	if zero {
		one := int32(1)
		n.ItalianLeadingZero, n.NumberOfLeadingZeros = &zero, &one
	}
	if phonenumbers.IsPossibleNumberWithReason(n) != phonenumbers.IS_POSSIBLE || !phonenumbers.IsValidNumber(n) {
		return false
	}
	switch phonenumbers.GetNumberType(n) {
	case phonenumbers.FIXED_LINE, phonenumbers.MOBILE, phonenumbers.FIXED_LINE_OR_MOBILE,
		phonenumbers.VOIP, phonenumbers.PERSONAL_NUMBER, phonenumbers.PAGER:
		return true
	}
	return false
}
