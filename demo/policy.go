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
		"own_handles": "- \"@banga@mastodon.example\"\n",
	} {
		files["terms/"+name+".yaml"] = []byte(lines)
	}
	accounts := "accounts:\n  - id: main\n    network: mastodon\n    handle: \"@banga@mastodon.example\"\n    owner: communications\n" +
		"  - id: service\n    network: bluesky\n    handle: \"@pagalba.banga.example\"\n    owner: customer-service\n"
	files["policy.yaml"] = []byte(strings.Replace(string(files["policy.yaml"]), `{name: "…"`, `{name: "Aidas Kubilius"`, 1))
	files["speakers.yaml"] = []byte(strings.Replace(string(files["speakers.yaml"]), "accounts: []\n", accounts, 1))
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
