package ledger

import (
	"fmt"
	"time"
)

// Broken says what is wrong with a ledger, and where it begins: a sentence in each language.
type Broken struct {
	Seq    int64 // the first entry that cannot be relied on, from 0; -1 when no entry is at fault but the file or text as a whole
	EN, LT string
}

// Error gives the sentence in English.
func (b *Broken) Error() string { return b.EN }

// In gives the sentence in a language, "en" or "lt".
func (b *Broken) In(lang string) string {
	if lang == "lt" {
		return b.LT
	}
	return b.EN
}

func brokenForm(seq int64) *Broken {
	if seq < 0 {
		return &Broken{seq, "This is not written the way Rostrum writes it, so it was changed or damaged.",
			"Tai parašyta ne taip, kaip rašo „Rostrum“, vadinasi, turinys pakeistas arba sugadintas."}
	}
	return &Broken{seq, fmt.Sprintf("Where entry %d should be, the line is not written the way Rostrum writes it, so it was changed or damaged.", seq),
		fmt.Sprintf("Eilutė, kurioje turėtų būti žurnalo įrašas Nr. %d, parašyta ne taip, kaip rašo „Rostrum“, vadinasi, ji pakeista arba sugadinta.", seq)}
}

func brokenHash(seq int64) *Broken {
	return &Broken{seq, fmt.Sprintf("Entry %d was changed: its content does not give the hash that stands beside it.", seq),
		fmt.Sprintf("Žurnalo įrašas Nr. %d pakeistas: jo turinys neatitinka greta esančios maišos.", seq)}
}

func brokenCommitment(seq int64, name []byte) *Broken {
	return &Broken{seq, fmt.Sprintf("In entry %d, the private value %q is not the one that was recorded.", seq, name),
		fmt.Sprintf("Žurnalo įrašo Nr. %d privati reikšmė „%s“ yra ne ta, kuri buvo užfiksuota.", seq, name)}
}

func brokenPrivate(seq int64, name []byte) *Broken {
	return &Broken{seq, fmt.Sprintf("In entry %d, it does not add up which private values are shown and which are left out: see %q.", seq, name),
		fmt.Sprintf("Žurnalo įraše Nr. %d nesutampa, kurios privačios reikšmės parodytos, o kurios praleistos: žr. „%s“.", seq, name)}
}

func brokenMissing(seq, found int64) *Broken {
	return &Broken{seq, fmt.Sprintf("Entry %d is missing: entry %d stands in its place.", seq, found),
		fmt.Sprintf("Trūksta žurnalo įrašo Nr. %d: jo vietoje yra įrašas Nr. %d.", seq, found)}
}

func brokenAgain(seq, found int64) *Broken {
	return &Broken{seq, fmt.Sprintf("Where entry %d should be, entry %d stands a second time or out of order.", seq, found),
		fmt.Sprintf("Ten, kur turėtų būti žurnalo įrašas Nr. %d, įrašas Nr. %d pasikartoja arba yra ne savo vietoje.", seq, found)}
}

func brokenTime(seq int64, at, before time.Time) *Broken {
	return &Broken{seq, fmt.Sprintf("Entry %d is dated back: it says %s, but what stands before it is from %s.", seq, at.Format(timeForm), before.Format(timeForm)),
		fmt.Sprintf("Žurnalo įrašas Nr. %d datuotas atgaline data: nurodyta %s, o prieš jį užfiksuota %s.", seq, at.Format(timeForm), before.Format(timeForm))}
}

func brokenRange(first, size int64) *Broken {
	return &Broken{first, fmt.Sprintf("Entries %d to %d are not the ones that were signed: at least one was changed, together with its hash.", first, size-1),
		fmt.Sprintf("Žurnalo įrašai Nr. %d–%d nėra tie, kurie buvo pasirašyti: bent vienas pakeistas kartu su savo maiša.", first, size-1)}
}

func brokenRewritten(first, size int64) *Broken {
	return &Broken{first, fmt.Sprintf("This ledger was rewritten: its first %d entries are not those of the checkpoint you hold. Nothing from entry %d on can be relied on.", size, first),
		fmt.Sprintf("Šis žurnalas perrašytas: pirmieji įrašai (iš viso %d) nėra tie, kuriuos patvirtina jūsų turimas kontrolinis taškas. Nuo įrašo Nr. %d juo remtis negalima.", size, first)}
}

func brokenShort(entries, size int64) *Broken {
	return &Broken{entries, fmt.Sprintf("The end is missing: the checkpoint you hold is for %d entries, and the file has %d.", size, entries),
		fmt.Sprintf("Trūksta pabaigos: jūsų turimas kontrolinis taškas apima tiek įrašų: %d, o faile jų yra %d.", size, entries)}
}

func brokenCut(entries int64) *Broken {
	return &Broken{entries, fmt.Sprintf("The file is cut short: it ends after %d entries, without the signed closing line. Ask for the export again.", entries),
		fmt.Sprintf("Failas nukirstas: įrašų yra %d, o pasirašytos baigiamosios eilutės po jų nebėra. Paprašykite eksportuoti iš naujo.", entries)}
}

func brokenTail(entries int64) *Broken {
	return &Broken{entries, "Something stands after the signed closing line: it was added later.",
		"Po pasirašytos baigiamosios eilutės yra dar kažkas: tai pridėta vėliau."}
}

func brokenCount(entries, signed int64) *Broken {
	return &Broken{min(entries, signed), fmt.Sprintf("The closing line was signed for %d entries, but the file has %d.", signed, entries),
		fmt.Sprintf("Baigiamąja eilute pasirašyta, kad įrašų yra %d, bet faile jų yra %d.", signed, entries)}
}

func brokenDigest() *Broken {
	return &Broken{-1, "The entries are the ones that were signed, but something around them was changed afterwards: the first line, a checkpoint, or what was left out of an entry.",
		"Įrašai yra tie, kurie buvo pasirašyti, bet vėliau pakeista kas nors greta jų: pirmoji eilutė, kontrolinis taškas arba tai, kas įraše praleista."}
}

func brokenSignature(seq int64, key string) *Broken {
	return &Broken{seq, fmt.Sprintf("A signature is not from the key %s, or what it signs was changed.", key),
		fmt.Sprintf("Parašas sudarytas ne raktu %s arba tai, kas juo pasirašyta, pakeista.", key)}
}

func brokenCheckpoint(seq int64) *Broken {
	return &Broken{seq, "This is signed, but it is not a checkpoint of a Rostrum ledger.",
		"Tai pasirašyta, bet tai ne „Rostrum“ žurnalo kontrolinis taškas."}
}

func brokenPlace(entries, size int64) *Broken {
	return &Broken{entries, fmt.Sprintf("A checkpoint for %d entries stands after %d entries: something was taken out or put in.", size, entries),
		fmt.Sprintf("Kontrolinis taškas, apimantis tiek įrašų: %d, yra po tiek įrašų: %d. Vadinasi, kažkas išimta arba įterpta.", size, entries)}
}

func brokenCheckpointTime(seq int64, at, last time.Time) *Broken {
	return &Broken{seq, fmt.Sprintf("A checkpoint from %s stands after an entry from %s: one of the two is dated wrongly.", at.Format(timeForm), last.Format(timeForm)),
		fmt.Sprintf("Kontrolinis taškas (%s) yra po vėlesnio įrašo (%s): vieno iš jų data neteisinga.", at.Format(timeForm), last.Format(timeForm))}
}

func brokenKey() *Broken {
	return &Broken{-1, "The key is not written as a Rostrum key: name, plus sign, eight hexadecimal digits, plus sign, key.",
		"Raktas parašytas ne taip, kaip rašomas „Rostrum“ raktas: vardas, pliuso ženklas, aštuoni šešioliktainiai skaitmenys, pliuso ženklas, raktas."}
}

func brokenOtherKey(file, trusted string) *Broken {
	return &Broken{-1, fmt.Sprintf("The file is signed with another key than the one you trust: %s, not %s.", file, trusted),
		fmt.Sprintf("Failas pasirašytas ne tuo raktu, kuriuo pasitikite: %s, o ne %s.", file, trusted)}
}

func brokenProof(seq int64) *Broken {
	return &Broken{seq, fmt.Sprintf("The proof does not show that entry %d is in the ledger of this checkpoint.", seq),
		fmt.Sprintf("Įrodymas nepatvirtina, kad žurnalo įrašas Nr. %d yra šio kontrolinio taško žurnale.", seq)}
}

func brokenConsistency(oldSize, newSize int64) *Broken {
	return &Broken{-1, fmt.Sprintf("The ledger of %d entries did not grow out of the ledger of %d entries: it was rewritten.", newSize, oldSize),
		fmt.Sprintf("Žurnalas, kuriame įrašų yra %d, neišaugo iš žurnalo, kuriame jų buvo %d: jis perrašytas.", newSize, oldSize)}
}

func brokenFields(seq int64) *Broken {
	return &Broken{seq, fmt.Sprintf("More than %d different private fields are left out: that is not a file Rostrum writes.", maxFields),
		fmt.Sprintf("Praleista daugiau nei %d skirtingų privačių laukų: tokio failo „Rostrum“ nerašo.", maxFields)}
}
