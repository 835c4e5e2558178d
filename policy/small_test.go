package policy

import (
	"strings"
	"testing"
	"testing/fstest"
)

// small gives the files of a small policy without faults. Tests break one thing in it.
func small() map[string]string {
	return map[string]string{
		"policy.yaml": `company: Banga
languages: [lt, en]
sectors: [retail]
version: 1.0
effective: 2026-12-01
review: "2027-12-01"
approver: {name: Rasa Kazlauskaitė, role: {en: Chief executive, lt: Generalinė direktorė}}
quiet_periods:
  - id: results
    name: {en: Before annual results, lt: Prieš metinius rezultatus}
    from: 2027-01-10
    to: 2027-02-01
`,
		"speakers.yaml": `teams:
  - id: communications
    name: {en: Communications, lt: Komunikacija}
  - id: legal
    name: {en: Legal, lt: Teisė}
people:
  - name: Rasa Kazlauskaitė
    handles: ["@rasa"]
    teams: [communications]
    trained: {brand-guidelines: 2026-09-01}
  - name: Jonas Petraitis
    teams: [legal]
trainings:
  - id: brand-guidelines
    name: {en: Brand guidelines, lt: Prekės ženklo gairės}
    valid_months: 12
accounts:
  - id: banga-mastodon
    network: mastodon
    handle: "@banga@mastodon.example"
    owner: communications
topics:
  - id: results
    name: {en: Results, lt: Rezultatai}
    terms: [products]
    words: {en: [annual results], lt: [metiniai rezultatai]}
grants:
  - team: communications
    accounts: [all]
    topics: [results, other]
    actions: [publish, reply]
    training: [brand-guidelines]
    until: 2027-12-31
`,
		"conflict.yaml": `owners:
  crisis: {team: communications, deputy: legal}
  message_approval: {team: legal}
  customer_service: {team: communications}
  public_relations: {team: communications}
  engagement: {team: communications}
routes:
  - id: leak
    when:
      categories: [confidential.codename]
      tone: [negative]
      words: {en: [refund], lt: [grąžinkite pinigus]}
      network: [mastodon]
    owner: crisis
    deadline: 30m
    escalate: {to: message_approval, after: 1h30m}
    response: wrong-item
    runbook: leak
`,
		"terms/codenames.yaml": "- Projektas Ąžuolas\n- {term: Falcon, languages: [en], forms: [Falkonas], not: [Falcon Heavy], case: " +
			"exact}\n",
		"terms/products.yaml": "# what we sell\n- Bangos lempa\n- \"No: 5\"\n- no\n",
		"clauses/codenames/clause.yaml": `number: 2.10
owner: legal
applies_to: [brand, personal]
covers: [confidential]
consequence: {en: A warning, lt: Įspėjimas}
sources:
  - {name: "Directive (EU) 2016/943, article 2", url: "https://eur-lex.europa.eu/eli/dir/2016/943/oj"}
rules:
  - id: codename
    kind: terms
    category: confidential.codename
    verdict: block
    message: {en: "{text} is a codename.", lt: "„{text}“ yra kodinis pavadinimas."}
    when: {channel: [brand], lang: [lt], during: [results], team: [legal], sector: [retail], network: [mastodon]}
    near: {terms: [products], words: {en: [launch], lt: [pristatymas]}, within: 8}
    unless: {words: {en: [tree]}}
    terms: [codenames]
    most: 3
given:
  codenames: [Projektas Liepa, {term: Oak, case: exact}]
examples:
  - fires: "Projekto Ąžuolo pristatymas – ketvirtadienį!"
    lang: lt
    rule: codename
    why: {en: The codename is not public., lt: Projekto vardas neviešas.}
  - passes: "We met under an old oak."
    lang: en
    channel: personal
    network: mastodon
    sector: retail
    author: {handle: "@jonas", name: Jonas, team: legal}
    media: [{kind: image, alt: An oak, credit: Jonas}]
    at: 2027-01-11
    why: {en: An oak is a tree., lt: Ąžuolas yra medis.}
`,
		"clauses/codenames/en.md": "# Codenames\n\nWe keep codenames to ourselves.\n",
		"clauses/codenames/lt.md": "# Kodiniai pavadinimai\n\nKodinių pavadinimų neviešiname.\n",
		"clauses/spirit/clause.yaml": `number: "2.9"
owner: communications
applies_to: [personal]
consequence: {en: We talk about it., lt: Pasikalbame.}
`,
		"clauses/spirit/en.md": "# Common sense\n\nThink first.\n",
		"clauses/spirit/lt.md": "# Sveikas protas\n\nPirma pagalvokime.\n",
		"responses/wrong-item/response.yaml": `owner: customer_service
fits: {en: [wrong item], lt: [ne ta prekė]}
fields: [name]
edit: fields
`,
		"responses/wrong-item/en.md": "Dear {name}, we are sorry.\n",
		"responses/wrong-item/lt.md": "{name}, atsiprašome.\n",
		"runbooks/leak/runbook.yaml": `kind: breach
steps:
  - id: lock-account
    text: {en: Lock the account., lt: Užrakinkite paskyrą.}
    owner: legal
    within: 15m
`,
		"runbooks/leak/en.md": "What to do.\n",
		"runbooks/leak/lt.md": "Ką daryti.\n",
		"waivers.yaml": `- rule: codenames/codename
  by: Rasa Kazlauskaitė
  why: The name is out.
  until: 2027-03-31
  scope: {network: [mastodon]}
`,
		"README.md":  "not read",
		".gitignore": "not read",
	}
}

func folderOf(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644}
	}
	return fsys
}

// load loads files that must have no faults.
func load(t testing.TB, files map[string]string) *Policy {
	t.Helper()
	p, err := Load(folderOf(files))
	if err != nil {
		t.Fatalf("Load: %v", err)
	}
	return p
}

// problemsOf loads files that must have faults.
func problemsOf(t testing.TB, files map[string]string) Problems {
	t.Helper()
	p, err := Load(folderOf(files))
	if err == nil {
		t.Fatal("the folder loads, and should not")
	}
	if p != nil {
		t.Error("there is a policy beside the error")
	}
	problems := err.(Problems)
	bilingualProblems(t, problems)
	return problems
}

func bilingualProblems(t testing.TB, problems Problems) {
	t.Helper()
	for _, problem := range problems {
		bilingual(t, problem.Message, problem.Mend)
	}
}

// bilingual fails unless each text says something in each language, with every value in its place.
func bilingual(t testing.TB, texts ...Text) {
	t.Helper()
	for _, text := range texts {
		if text.EN == "" || text.LT == "" || text.EN == text.LT {
			t.Errorf("not in both languages: %+v", text)
		}
		if strings.Contains(text.EN+text.LT, "%!") {
			t.Errorf("a value without a place, or a place without a value: %+v", text)
		}
	}
}

// with gives the small policy after replacing a text in one file. The text must be there.
func with(t testing.TB, file, old, new string) map[string]string {
	t.Helper()
	files := small()
	if !strings.Contains(files[file], old) {
		t.Fatalf("%s has no %q", file, old)
	}
	files[file] = strings.Replace(files[file], old, new, 1)
	return files
}
