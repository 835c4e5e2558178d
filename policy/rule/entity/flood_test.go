package entity

import (
	"strings"
	"testing"

	"rostrum/policy/rule/ruletest"
	"rostrum/post"
)

// floods are posts that are nothing but what looks like the beginning of a number, again and again.
var floods = map[string]string{
	"digits and spaces": "1 ", "phone groups": "612 34 567 ", "long": "12345678901 ", "two": "12 34 ", "dots": "1.2.3.4.", "letters": "a1 b2 lt 12 ", "one number": "1",
	"words and numbers": "p 1 s 22 ", "street": "g. 1-2 Oak ", "english street": "12 Oak x ", "colons": "1:2:", "at": "a (at) b ", "plus": "+1 ", "house": "5 Elm Street, ", "address": "address 5 Elm ",
	"names": "Jonas g. 5, ", "sick": "serga ", "sick of": "Jonas serga vėžiu ", "conditions": "vėžys ",  "dots and names": "serga X. ", "sick long": "Jonas serga, Ona kovoja, ", "eleven": "38704120333 1 ", "card": "4111 1111 1111 1111 ", "cap": "Vilnius 12 ", "line": "1\n2 ",
}

func BenchmarkFloods(b *testing.B) {
	for name, part := range floods {
		for _, find := range []string{"lt_personal_code", "phone", "home_address", "health_fact", "email", "ip"} {
			b.Run(name+"/"+find, func(b *testing.B) {
				bench := ruletest.New(b, New, ruletest.Given{Keys: "find: [" + find + "]"})
				p := &post.Post{Text: strings.Repeat(part, 1<<17/len(part)), Channel: post.Brand}
				b.SetBytes(1 << 17)
				for b.Loop() {
					bench.FindIn(p)
				}
			})
		}
	}
}
