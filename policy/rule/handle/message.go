package handle

import "rostrum/policy/rule"

var said = map[manner]rule.Text{
	elsewhere: {
		EN: "{name} has the name of the company's account {real} but stands on another server, where anyone may take it.",
		LT: "{name} vardas toks pat kaip įmonės paskyros {real}, bet serveris kitas, o ten šį vardą galėjo pasiimti bet kas.",
	},
	letters: {
		EN: "{name} is written to look like {real}: some letters only look alike. It is not a known account of the company.",
		LT: "{name} parašyta taip, kad būtų panašu į {real}: kai kurie ženklai tik panašūs. Tai nėra žinoma įmonės paskyra.",
	},
	spelling: {
		EN: "{name} is almost {real}, but it is not a known account of the company.",
		LT: "{name} nuo {real} skiriasi vos vos, bet tai nėra žinoma įmonės paskyra.",
	},
	official: {
		EN: "{name} uses the name of {real} with a word that makes it look official. It is not a known account of the company.",
		LT: "{name} – prie {real} vardo pridėtas žodis, kad paskyra atrodytų oficiali. Tai nėra žinoma įmonės paskyra.",
	},
	freeMail: {
		EN: "{name} bears the name of {real} but is a free mail address, which anyone can open.",
		LT: "{name} pavadintas {real} vardu, bet tai nemokamas pašto adresas, kokį gali susikurti bet kas.",
	},
	display: {
		EN: "The author calls himself “{name}” after {real}, but the account is not a known account of the company.",
		LT: "Autorius prisistato kaip „{name}“, nors tai nėra žinoma įmonės paskyra ({real}).",
	},
}

var inText = rule.Text{
	EN: "If the account is the company's, add it to its own handles; if it is an imitation, do not point people to it, and report it to the network.",
	LT: "Jei paskyra tikrai įmonės, įtraukite ją į įmonės paskyrų sąrašą; jei tai klastotė, nenukreipkite į ją žmonių ir praneškite tinklui.",
}

var byAuthor = rule.Text{
	EN: "Do not answer as if it were a colleague. Keep a copy, report the account to the network, and warn customers if it has written to them.",
	LT: "Neatsakinėkite lyg kolegai. Išsaugokite kopiją, praneškite apie paskyrą tinklui, o jei ji rašė klientams – juos įspėkite.",
}

func imitation(start, end int, typed string, m *model, how manner) rule.Match {
	advice := inText
	if start == end {
		advice = byAuthor
	}
	return rule.Match{
		Start: start, End: end, Message: said[how], Suggestion: advice,
		Values: []string{"name", typed, "real", m.shown},
	}
}
