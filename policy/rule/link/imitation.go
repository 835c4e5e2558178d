package link

import (
	"strings"

	"rostrum/policy/rule"
)

// imitated says for each manner how an address imitates another.
var imitated = map[manner]rule.Text{
	sameName: {
		EN: "{host} has the name of {real} but another ending, and need not belong to the same owner.",
		LT: "{host} – tas pats vardas kaip {real}, bet kita galūnė; svetainė gali priklausyti visai kam kitam.",
	},
	letters: {
		EN: "{host} imitates {real} with letters or digits that look alike.",
		LT: "{host} mėgdžioja {real}: kai kurios raidės pakeistos panašiais ženklais.",
	},
	typo: {
		EN: "{host} differs from {real} by a letter or two.",
		LT: "{host} nuo {real} skiriasi vos raide kita.",
	},
	hyphen: {
		EN: "{host} is {real} with hyphens in it: another site.",
		LT: "{host} nuo {real} skiriasi brūkšneliu – tai kita svetainė.",
	},
	subdomain: {
		EN: "{host} names {real} at its beginning but belongs to {owner}.",
		LT: "{host} prasideda {real} vardu, bet iš tikrųjų tai svetainė {owner}.",
	},
	lured: {
		EN: "{host} adds a word to the name of {real}, as swindlers do; it is not their site.",
		LT: "{host} – prie {real} vardo pridėtas žodis, kaip daro sukčiai; tai ne jų svetainė.",
	},
}

func imitation(a *address, l resemblance) rule.Match {
	name, suffix := split(a.host)
	advice := rule.Text{
		EN: "Do not open it or pass it on. Take the address from {real} itself.",
		LT: "Neatverkite jos ir niekam nesiųskite. Adresą imkite iš pačios {real} svetainės.",
	}
	if l.target.own {
		advice = rule.Text{
			EN: "If the site is the company's, add it to its own domains; if not, report it to whoever looks after security.",
			LT: "Jei svetainė tikrai įmonės, įtraukite ją į įmonės domenų sąrašą; jei ne, praneškite už saugumą atsakingiems kolegoms.",
		}
	}
	return rule.Match{
		Message: imitated[l.manner], Suggestion: advice,
		Values: []string{"host", a.host, "real", l.target.shown, "owner", name + "." + suffix},
	}
}

// seeming gives the part before the @ without a password.
func seeming(user string) string {
	name, _, _ := strings.Cut(user, ":")
	return name
}
