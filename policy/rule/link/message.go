package link

import "rostrum/policy/rule"

func unreadable() rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "The link “{text}” cannot be taken apart, so nobody can tell where it leads.",
			LT: "Nuorodos „{text}“ sandara netaisyklinga, todėl neaišku, kur ji veda.",
		},
		Suggestion: rule.Text{
			EN: "Copy the address again from the browser's address bar.",
			LT: "Nukopijuokite adresą iš naršyklės adreso juostos dar kartą.",
		},
	}
}

func pretended(a *address) rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "This link seems to lead to {seeming}, but it opens {host}: what stands before the @ is not the site.",
			LT: "Atrodo, kad nuoroda veda į {seeming}, bet ji atveria {host}: tai, kas parašyta prieš @, nėra svetainė.",
		},
		Suggestion: rule.Text{
			EN: "Do not open it or pass it on. Report it to whoever looks after security.",
			LT: "Neatverkite jos ir niekam nesiųskite. Praneškite už saugumą atsakingiems kolegoms.",
		},
		Values: []string{"seeming", seeming(a.user), "host", a.host},
	}
}

func withCredentials(a *address) rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "This link to {host} has a user name or password in it, and everyone who sees the link sees that too.",
			LT: "Nuorodoje į {host} įrašytas naudotojo vardas arba slaptažodis – jį matys kiekvienas, kas matys nuorodą.",
		},
		Suggestion: rule.Text{
			EN: "Remove everything between // and @, and change the password if it is a real one.",
			LT: "Ištrinkite viską, kas yra tarp // ir @, o jei slaptažodis tikras – jį pakeiskite.",
		},
		Values: []string{"host", a.host},
	}
}

func deniedHost(a *address) rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "The policy does not allow links to {host}.",
			LT: "Politika neleidžia dėti nuorodų į {host}.",
		},
		Suggestion: rule.Text{
			EN: "Link to another source, or leave the link out.",
			LT: "Nurodykite kitą šaltinį arba nuorodos atsisakykite.",
		},
		Values: []string{"host", a.host},
	}
}

func numeric(a *address) rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "The link leads to a bare number, {ip}, instead of a name. Readers cannot tell whose site it is.",
			LT: "Nuoroda veda ne į svetainės vardą, o į skaitinį adresą {ip}. Skaitytojas nesupras, kieno tai svetainė.",
		},
		Suggestion: rule.Text{
			EN: "Use the site's name. If you got this link from somebody, do not open it.",
			LT: "Nurodykite svetainės vardą. Jei nuorodą gavote iš ko nors kito, jos neatverkite.",
		},
		Values: []string{"ip", a.ip.String()},
	}
}

func mixedScript(a *address) rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "The host {host} has letters that only look like Latin ones, or hides its name. Deceivers write addresses this way.",
			LT: "Adrese {host} yra raidžių, kurios tik panašios į lotyniškas, arba jo vardas paslėptas. Taip adresus rašo sukčiai.",
		},
		Suggestion: rule.Text{
			EN: "Find the site by a search or a bookmark of your own, and copy its address from there.",
			LT: "Susiraskite svetainę per paiešką ar savo žymes ir adresą nukopijuokite iš ten.",
		},
		Values: []string{"host", a.host},
	}
}

func doubtful(a *address) rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "The link to {host} is built the way phishing links are.",
			LT: "Nuoroda į {host} sudaryta taip, kaip dažniausiai sudaromos sukčių nuorodos.",
		},
		Suggestion: rule.Text{
			EN: "Check whose site it is before anyone opens it; link to the owner's main address if you can.",
			LT: "Prieš atverdami įsitikinkite, kieno tai svetainė; jei galite, nurodykite pagrindinį jos savininko adresą.",
		},
		Values: []string{"host", a.host},
	}
}

func scripted() rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "This is not an address but a small program or page that the reader's browser would run.",
			LT: "Tai ne adresas, o programėlė ar puslapis, kuriuos paleistų skaitytojo naršyklė.",
		},
		Suggestion: rule.Text{
			EN: "Link to an ordinary https:// address instead.",
			LT: "Įdėkite įprastą https:// adresą.",
		},
	}
}

func shortened(a *address) rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "{host} hides where the link leads.",
			LT: "{host} slepia, kur nuoroda veda.",
		},
		Suggestion: rule.Text{
			EN: "Use the full address: readers trust it more, and most networks count every link alike.",
			LT: "Įdėkite visą adresą: juo skaitytojai labiau pasitiki, o dauguma tinklų visas nuorodas skaičiuoja vienodai.",
		},
		Values: []string{"host", a.host},
	}
}

func foreign(a *address) rule.Match {
	return rule.Match{
		Message: rule.Text{
			EN: "{host} is not one of the company's own sites.",
			LT: "{host} nėra įmonės svetainė.",
		},
		Suggestion: rule.Text{
			EN: "Make sure that the company wants to send readers there.",
			LT: "Įsitikinkite, kad įmonė nori skaitytojus ten nukreipti.",
		},
		Values: []string{"host", a.host},
	}
}
