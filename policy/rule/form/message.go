package form

import "rostrum/policy/rule"

var (
	tooManyCharacters = rule.Text{
		EN: "Too long for {network}: {length} characters as it counts them, {over} more than the {limit} that fit.",
		LT: "Per ilgas „{network}“ įrašas: pagal tinklo skaičiavimą ženklų yra {length}, o telpa {limit} – sutrumpinkite bent {over}.",
	}
	tooManyBytes = rule.Text{
		EN: "Too long for {network}: {length} bytes, {over} more than the {limit} that fit. Emoji and letters with marks take several.",
		LT: "Per ilgas „{network}“ įrašas: jo dydis – {length} B, o telpa {limit} B, viršyta {over} B. Jaustukai ir raidės su diakritiniais ženklais užima daugiau vietos.",
	}
	tooManyHashtags = rule.Text{
		EN: "{network} takes at most {limit} hashtags; this post has {length}.",
		LT: "„{network}“ priima ne daugiau kaip {limit} grotažymių, o šiame įraše jų – {length}.",
	}
	shorten = rule.Text{
		EN: "Shorten it, or split it into several posts.",
		LT: "Sutrumpinkite arba padalykite į kelis įrašus.",
	}

	noAlt = rule.Text{
		EN: "Images without alternative text: {missing} of {images}. People who use a screen reader will not know what they show.",
		LT: "Paveikslėlių be alternatyviojo teksto: {missing} iš {images}. Ekrano skaitytuvu besinaudojantys žmonės nesužinos, kas juose.",
	}
	altIsFileName = rule.Text{
		EN: "The alternative text “{alt}” is a file name and says nothing about the picture.",
		LT: "Alternatyvusis tekstas „{alt}“ yra failo pavadinimas ir apie vaizdą nieko nepasako.",
	}
	altIsIdle = rule.Text{
		EN: "The alternative text “{alt}” says that it is a picture; a screen reader has said that already.",
		LT: "Alternatyvusis tekstas „{alt}“ praneša, kad tai paveikslėlis, bet ekrano skaitytuvas tai jau pasakė.",
	}
	describe = rule.Text{
		EN: "Say in a sentence what the picture shows and why it is here.",
		LT: "Vienu sakiniu aprašykite, kas pavaizduota ir kodėl tai svarbu.",
	}

	inEnglish = rule.Text{
		EN: "The post is in English, and the company does not post in English here.",
		LT: "Įrašas parašytas angliškai, o įmonė čia angliškai nerašo.",
	}
	inLithuanian = rule.Text{
		EN: "The post is in Lithuanian, and the company does not post in Lithuanian here.",
		LT: "Įrašas parašytas lietuviškai, o įmonė čia lietuviškai nerašo.",
	}
	otherLanguage = rule.Text{
		EN: "The post does not seem to be in a language in which the company posts.",
		LT: "Panašu, kad įrašas parašytas ne ta kalba, kuria įmonė rašo.",
	}
	translate = rule.Text{
		EN: "Write it in one of the languages that the policy names, or ask the clause's owner.",
		LT: "Parašykite jį viena iš politikoje nurodytų kalbų arba pasitarkite su už punktą atsakingu žmogumi.",
	}

	manyHashtags = rule.Text{
		EN: "This post has {count} hashtags; the policy asks for at most {limit}.",
		LT: "Grotažymių įraše – {count}, o politika prašo ne daugiau kaip {limit}.",
	}
	fewerHashtags = rule.Text{
		EN: "Keep those by which people really search.",
		LT: "Palikite tas, pagal kurias žmonės iš tikrųjų ieško.",
	}
	joinedHashtag = rule.Text{
		EN: "A screen reader cannot tell the words in {text} apart.",
		LT: "Ekrano skaitytuvas neatskirs, kokie žodžiai sudaro {text}.",
	}
	capitaliseHashtag = rule.Text{
		EN: "Begin each word with a capital letter: #LikeThis.",
		LT: "Kiekvieną žodį pradėkite didžiąja raide: #KaipČia.",
	}

	shouting = rule.Text{
		EN: "Most of this is in capitals. It reads as shouting, and screen readers may spell it out.",
		LT: "Didžioji teksto dalis parašyta didžiosiomis raidėmis. Skaitytojui tai atrodo kaip šauksmas, o ekrano skaitytuvas gali skaityti paraidžiui.",
	}
	speakNormally = rule.Text{
		EN: "Use capitals as in an ordinary sentence.",
		LT: "Rašykite kaip įprastame sakinyje.",
	}

	manyMarks = rule.Text{
		EN: "“{text}” is more emphasis than a reader takes seriously.",
		LT: "Dėl tiek ženklų („{text}“) tekstas atrodo ne rimtesnis, o perdėtas.",
	}
	oneMark = rule.Text{
		EN: "One mark is enough.",
		LT: "Užtenka vieno ženklo.",
	}

	unseenNamed = rule.Text{
		EN: "There are invisible characters in the text ({count}; the first is {name}). They break searches and are used to hide words.",
		LT: "Tekste yra nematomų ženklų ({count}; pirmasis – {name}). Jie trikdo paiešką, be to, jais slepiami žodžiai.",
	}
	unseen = rule.Text{
		EN: "There are invisible characters in the text. They break searches and are used to hide words.",
		LT: "Tekste yra nematomų ženklų. Jie trikdo paiešką, be to, jais slepiami žodžiai.",
	}
	notUTF8 = rule.Text{
		EN: "The text is damaged: some of its bytes are no characters (it is not valid UTF-8).",
		LT: "Tekstas sugadintas: dalis baitų nėra jokie ženklai (netinkama UTF-8 koduotė).",
	}
	typeAgain = rule.Text{
		EN: "Type the place again instead of pasting it.",
		LT: "Tą vietą įrašykite ranka, o ne įklijuokite.",
	}
)
