// Package sense owns the judgement of what a text says where no list of words can tell: that it promises gain or a cure,
// praises, tells what somebody is ill of, threatens or accuses. The judgement is that of weights learned from posts that
// were written and labelled for it (sense/posts); each score names the words that made it. It refuses to judge texts in
// languages other than English and Lithuanian, and to decide: what a score means for a post is the policy's business.
package sense

import "slices"

// Of is a thing that a text can say.
type Of uint8

// What is looked for.
const (
	Finance    Of = iota // a promise or praise of gain, or an offer of money, that the law regulates
	Health               // a product that heals, prevents or makes well
	Boast                // first, best, cheapest, green, safe: without proof
	Paid                 // something was given or paid for the post
	Borrowed             // somebody else's work without its author
	Illness              // how a person who is named is
	Threat               // harm announced, wished or called for
	Accusation           // somebody who is named did what is a crime or grave misconduct
	Praise               // praise of the own brand
	Count
)

var names = [Count]string{"finance", "health", "boast", "paid", "borrowed", "illness", "threat", "accusation", "praise"}

func (o Of) String() string { return names[o] }

// Parse gives what goes by a name.
func Parse(name string) (Of, bool) {
	i := slices.Index(names[:], name)
	return Of(max(i, 0)), i >= 0
}
