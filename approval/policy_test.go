package approval_test

import (
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"rostrum/account"
	"rostrum/approval"
	"rostrum/check"
	"rostrum/network"
	"rostrum/policy"
	"rostrum/staff"
)

var noon = time.Date(2026, time.December, 7, 12, 0, 0, 0, time.UTC) // a Monday

// edition is a small policy: a codename blocks, a figure wants legal's yes, and who may speak is held against grants.
func edition(t testing.TB, sectors string) approval.Edition {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"policy.yaml": "company: Banga\nlanguages: [lt, en]\nsectors: [" + sectors + "]\nversion: \"1\"\neffective: 2026-12-01\nreview: 2027-12-01\napprover: {name: Rasa}\n",
		"speakers.yaml": `teams:
  - {id: comms, name: {en: Communications, lt: Komunikacija}}
  - {id: legal, name: {en: Legal, lt: Teisininkai}}
  - {id: chiefs, name: {en: Management, lt: Vadovybė}}
trainings:
  - {id: etiquette, name: {en: Etiquette, lt: Etiketas}, valid_months: 12}
accounts:
  - {id: main, network: mastodon, handle: "@banga@example.com", owner: comms}
topics:
  - {id: figures, name: {en: Figures, lt: Skaičiai}, words: {en: [turnover], lt: [apyvarta]}}
grants:
  - {team: comms, accounts: [main], topics: [other], actions: [publish], training: [etiquette]}
  - {team: legal, accounts: [main], topics: [other], actions: [approve]}
  - {team: chiefs, accounts: [all], topics: [all], actions: [publish, approve]}
`,
		"conflict.yaml":             "owners:\n  crisis: {team: legal}\n  message_approval: {team: legal}\n  customer_service: {team: legal}\n  public_relations: {team: legal}\n  engagement: {team: legal}\n",
		"terms/codenames.yaml":      "- Projektas Ąžuolas\n",
		"clauses/words/clause.yaml": "number: \"2.1\"\nowner: legal\napplies_to: [brand]\nconsequence: {en: A talk., lt: Pokalbis.}\nrules:\n  - {id: names, kind: terms, category: confidential.codename, verdict: block, terms: [codenames]}\n  - {id: promise, kind: terms, category: claim.other, verdict: review, words: {en: [guaranteed], lt: [garantuojame]}}\n",
		"clauses/words/en.md":       "# Words\n\nMind them.\n",
		"clauses/words/lt.md":       "# Žodžiai\n\nJuos rinkitės.\n",
		"clauses/who/clause.yaml":   "number: \"1.1\"\nowner: comms\napplies_to: [brand]\nconsequence: {en: A talk., lt: Pokalbis.}\nrules:\n  - {id: who, kind: speaker, category: speaker, verdict: review}\n",
		"clauses/who/en.md":         "# Who speaks\n\nSome.\n",
		"clauses/who/lt.md":         "# Kas kalba\n\nKai kas.\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p, err := policy.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	c, err := check.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return approval.Edition{Digest: p.Digest, Policy: p, Checker: c, Networks: map[string]network.Profile{
		"mastodon": {ID: "mastodon", Name: "Mastodon", Length: 40, Count: utf8.RuneCountInString, Images: 1, AltMax: 10},
		"bluesky":  {ID: "bluesky", Name: "Bluesky", Length: 300, Count: utf8.RuneCountInString},
	}}
}

// accounts are one of speakers.yaml and one that it does not name.
func accounts() []account.Account {
	return []account.Account{
		{ID: "a-main", Network: "mastodon", Handle: "@banga@example.com", Policy: "main", Rule: account.Findings, State: account.Connected},
		{ID: "a-side", Network: "bluesky", Handle: "banga.example.com", Rule: account.Findings, State: account.Connected},
	}
}

func trained(teams ...string) *policy.Person {
	return &policy.Person{Teams: teams, Trained: map[string]policy.Date{"etiquette": {Year: 2026, Month: time.September, Day: 1}}}
}

func candidate(id, team string, roles ...staff.Role) approval.Candidate {
	return approval.Candidate{Person: staff.Person{ID: id, Name: id, State: staff.Active, Roles: roles}, Speaks: trained(team)}
}
