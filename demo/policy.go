package demo

import (
	"fmt"
	"strings"
	"time"

	"rostrum/folder"
	"rostrum/policy/starter"
)

// edition is a version of the demo's policy: what changed, when, and why.
type edition struct {
	name     string // what its editor calls it
	daysAgo  int    // when it came into force
	changes  []change
	comments []remark
}

// change adds a point to the list "What to do" of a clause, in both languages.
type change struct{ clause, en, lt string }

// remark is a comment on a clause, and who made it.
type remark struct{ by, clause, text string }

func editions() []edition {
	return []edition{
		{name: "Pirmoji politika", daysAgo: 412},
		{name: "Po žiemos išpardavimo", daysAgo: 221, changes: []change{
			{"etiquette", "Do not promise a discount or a date that is not in the till system yet, however loudly somebody asks.",
				"Nežadėkite nuolaidos ar datos, kurios dar nėra kasos sistemoje, kad ir kaip garsiai prašytų."},
			{"conflict", "On sale days one colleague only reads: whoever answers cannot see what is coming.",
				"Išpardavimų dienomis vienas kolega tik skaito: kas atsakinėja, tas nemato, kas artėja."},
		}, comments: []remark{
			{"Dalia Norkūnienė", "conflict", "Per išpardavimą trys žmonės atsakinėjo ir nė vienas nepastebėjo, kad tą pačią kainą skundžia jau keturiasdešimt pirkėjų."},
		}},
		{name: "Dirbtinio intelekto vaizdai", daysAgo: 24, changes: []change{
			{"credit", "A picture of our shop floor that a machine made up is not a picture of our shop floor. Do not post it as one.",
				"Dirbtinio intelekto sukurtas parduotuvės vaizdas nėra mūsų parduotuvės nuotrauka. Neskelbkite jo kaip tikro."},
			{"personal-accounts", "Somebody passes a made-up picture of us around? Send it to communications; do not share it, not even to laugh at it.",
				"Kas nors platina apie mus sukurtą netikrą vaizdą? Nusiųskite jį komunikacijai, o patys nesidalykite, net ir pasijuokti."},
		}, comments: []remark{
			{"Hannah Brooks", "credit", "Two customers asked last week whether the kitchen in our spring post exists. It does not."},
		}},
	}
}

// underReview is the draft that waits for a second pair of eyes.
func underReview() edition {
	return edition{name: "Kelionės ir telefonai", changes: []change{
		{"devices", "Travelling? Take the company accounts off your phone before a border or a festival, and put them back at home.",
			"Keliaujate? Prieš sieną ar festivalį atjunkite įmonės paskyras nuo telefono, o grįžę vėl prijunkite."},
	}, comments: []remark{
		{"Rasa Petraitytė", "devices", "Vasarą festivalyje dingo du telefonai. Prijungti paskyras iš naujo trunka penkias minutes, o be jų parą tylėjome."},
	}}
}

// first is the folder that the demo's company began with: the starter for shops, with its own words.
func first(today time.Time) (folder.Files, error) {
	source, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Sectors: []string{"retail"}, Today: today})
	if err != nil {
		return nil, err
	}
	files, err := folder.Read(source)
	if err != nil {
		return nil, err
	}
	for name, lines := range map[string]string{
		"codenames":   "- Projektas Ąžuolas\n- term: Falcon\n  forms: [Falkonas]\n",
		"clients":     "- Šiaurės viešbučiai\n",
		"products":    "- Bangos kortelė\n- Bangelė\n",
		"own_domains": "- banga.example\n",
		"own_handles": "- \"@banga\"\n- \"@banga_help\"\n- \"@banga_en\"\n",
	} {
		files["terms/"+name+".yaml"] = []byte(lines)
	}
	files["policy.yaml"] = []byte(strings.Replace(string(files["policy.yaml"]), `{name: "…"`, `{name: "Aidas Kubilius"`, 1))
	files["speakers.yaml"] = speakers(files["speakers.yaml"])
	files["clauses/speakers/clause.yaml"] = examples(files["clauses/speakers/clause.yaml"])
	return files, nil
}

// next makes an edition's folder from the one before it, as version number of the policy, in force from the day.
func (e edition) next(before folder.Files, number int, day time.Time) (folder.Files, error) {
	files := folder.Files{}
	for name, content := range before {
		files[name] = content
	}
	files["policy.yaml"] = dated(files["policy.yaml"], number, day)
	for _, c := range e.changes {
		for file, point := range map[string][2]string{"en": {"**What to do**\n\n", c.en}, "lt": {"**Ką daryti**\n\n", c.lt}} {
			path := "clauses/" + c.clause + "/" + file + ".md"
			old := string(files[path])
			changed := strings.Replace(old, point[0], point[0]+"- "+point[1]+"\n", 1)
			if changed == old {
				return nil, fmt.Errorf("%s has no list to add to", path)
			}
			files[path] = []byte(changed)
		}
	}
	return files, nil
}

// dated sets the version and the days in policy.yaml.
func dated(source []byte, number int, day time.Time) []byte {
	var out strings.Builder
	for line := range strings.Lines(string(source)) {
		switch key, _, _ := strings.Cut(line, ":"); key {
		case "version":
			line = fmt.Sprintf("version: \"%d.0\"\n", number)
		case "effective":
			line = "effective: " + day.Format(time.DateOnly) + "\n"
		case "review":
			line = "review: " + day.AddDate(1, 0, 0).Format(time.DateOnly) + "\n"
		}
		out.WriteString(line)
	}
	return []byte(out.String())
}

// speakers is who may speak for the company: the starter's book with the company's own teams, accounts, topics and grants.
func speakers(starter []byte) []byte {
	return []byte(strings.NewReplacer(
		`lt: "Teisininkai"`, `lt: "`+legal+`"`,
		`lt: "Saugumas"`, `lt: "`+technology+`"`,
		"accounts: []\n", `accounts:
  - {id: main, network: simulator, handle: "@banga", owner: communications}
  - {id: service, network: simulator, handle: "@banga_help", owner: customer-service}
  - {id: english, network: simulator, handle: "@banga_en", owner: communications}
`,
		"topics:\n", `topics:
  - id: prices
    name: {en: "Prices and offers", lt: "Kainos ir pasiūlymai"}
    words:
      en: [discount, sale price, special offer, free of charge]
      lt: [nuolaida, akcija, išpardavimas, nemokamai]
  - id: jobs
    name: {en: "Jobs", lt: "Darbo skelbimai"}
    words:
      en: [vacancy, job advert, apply for the job]
      lt: [ieškome kolegos, darbo skelbimas, kviečiame dirbti]
`,
		"grants:\n", `grants:
  - team: communications
    accounts: [main, english]
    topics: [prices, jobs]
    actions: [publish, reply, approve]
    training: [brand-guidelines, etiquette, confidentiality, consequences]
  - team: customer-service
    accounts: [service]
    topics: [customer-questions, other]
    actions: [publish, reply]
    training: [brand-guidelines, etiquette, confidentiality, consequences]
  - team: legal
    accounts: [all]
    topics: [prices]
    actions: [approve]
    training: [confidentiality, consequences]
`).Replace(string(starter)))
}

// examples fits those of the clause on speakers to the company's book: its customer service publishes, but not on prices.
func examples(starter []byte) []byte {
	return []byte(strings.NewReplacer(
		"Orders made by noon leave the same day.", "From Monday all chairs are on special offer.",
		"Iki pietu pateiktus uzsakymus issiunciame ta pacia diena.", "nuo pirmadienio visoms kedems nuolaida",
		"Customer service answers, but does not publish.", "Prices and offers are for communications.",
		"Klientų aptarnavimas atsako, bet pats neskelbia.", "Apie kainas ir pasiūlymus rašo komunikacija.",
	).Replace(string(starter)))
}
