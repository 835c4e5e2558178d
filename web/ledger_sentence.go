package web

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"rostrum/approval"
	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/store"
)

// ledgerNames gives the names of people by their ids, for sentences, and those of clauses and courses by theirs after a
// prefix.
type ledgerNames map[string]string

const (
	clauseNamed = "clause:"
	courseNamed = "course:"
)

// namesIn looks up all that the entries speak of, as it is called in a language.
func (s *Server) namesIn(ctx context.Context, tx *store.Tx, lang string, entries ...ledger.Entry) (ledgerNames, error) {
	ids := map[string]bool{}
	for _, e := range entries {
		ids[e.Actor], ids[e.Subject] = true, true
		for _, name := range []string{"person", "successor", "to", "from", "by", "holder", "owner", "owner_before", "guest", "stand_in", "for"} {
			ids[e.Data[name]] = true
		}
		for id := range strings.FieldsSeq(e.Data["approvers"] + " " + e.Data["approvers_before"]) {
			ids[id] = true
		}
	}
	delete(ids, "")
	names, err := tx.NamesOf(ctx, slices.Collect(maps.Keys(ids)))
	if err != nil {
		return nil, err
	}
	s.namePolicy(ctx, tx, lang, entries, names)
	return names, nil
}

// namePolicy adds how clauses and courses were called when the latest of the entries was made. What has no name there
// keeps its id: the ledger can be read whatever becomes of the policy.
func (s *Server) namePolicy(ctx context.Context, tx *store.Tx, lang string, entries []ledger.Entry, names ledgerNames) {
	var at time.Time
	for _, e := range entries {
		if (e.Kind == "clause.signed" || e.Data["course"] != "") && e.Time.After(at) {
			at = e.Time
		}
	}
	if at.IsZero() {
		return
	}
	ready, err := s.InForce(ctx, tx, at)
	if err != nil {
		if !fault.Is(err, fault.NotFound) {
			s.Log.ErrorContext(ctx, "the policy that the ledger speaks of could not be read", "error", err)
		}
		return
	}
	for _, c := range ready.Policy.Clauses {
		names[clauseNamed+c.ID] = c.Number + " " + c.Title.In(lang)
	}
	for _, t := range ready.Policy.Speakers.Trainings {
		names[courseNamed+t.ID] = t.Name.In(lang)
	}
}

// sentence says in the reader's language what an entry is about. A kind without words of its own is shown plainly.
func (s *Server) sentence(lang string, e ledger.Entry, names ledgerNames) string {
	pairs := []any{"actor", s.called(lang, e.Actor, e, names), "subject", s.called(lang, e.Subject, e, names)}
	for name, value := range e.Data {
		pairs = append(pairs, name, s.inWords(lang, name, value, names))
	}
	key := "ledger.kind_" + strings.ReplaceAll(e.Kind, ".", "_")
	if !s.words.Has(key) {
		return s.words.T(lang, "ledger.kind_other", append(pairs, "kind", e.Kind)...)
	}
	text := s.words.T(lang, key, pairs...)
	// What an entry does not say leaves a gap in the sentence, which is better than the name of a field.
	return strings.TrimSpace(placeholder.ReplaceAllString(text, "–"))
}

// inWords gives the value of a field as people read it: names for ids, and words for what is always the same few.
func (s *Server) inWords(lang, field, value string, names ledgerNames) string {
	if known, ok := names[value]; ok {
		return known
	}
	if field == "course" {
		return cmp.Or(names[courseNamed+value], value)
	}
	if key := "ledger." + field + "_" + value; slices.Contains([]string{"choice", "why", "hold", "scope", "what"}, field) && s.words.Has(key) {
		return s.words.T(lang, key)
	}
	if at := momentOf(value); slices.Contains([]string{"due", "from", "slot"}, field) && !at.IsZero() {
		return s.moment(lang, at)
	}
	if field == "network" {
		return s.networkName(value)
	}
	if field == "answer" && value == "none" {
		return s.words.T(lang, "ledger.answer_none")
	}
	if (field == "verdict" || field == "answer") && s.words.Has("shell.verdict_"+value) {
		return strings.ToLower(s.words.T(lang, "shell.verdict_"+value))
	}
	room := map[string]string{"roles": "role.", "by": "ledger.value_", "fields": "ledger.value_", "set": "ledger.value_"}[field]
	if room == "" && !strings.HasPrefix(field, "approvers") {
		return value
	}
	parts := strings.Fields(value)
	for i, part := range parts {
		if known, ok := names[part]; ok {
			parts[i] = known
		}
		if s.words.Has(room + part) {
			parts[i] = strings.ToLower(s.words.T(lang, room+part))
		}
	}
	return strings.Join(parts, ", ")
}

// called is how people call who or what an id stands for.
func (s *Server) called(lang, id string, e ledger.Entry, names ledgerNames) string {
	switch {
	case id == "" || id == "rostrum" || id == "system":
		return s.words.T(lang, "ledger.system")
	case id == approval.ByPolicy:
		return s.words.T(lang, "ledger.the_policy")
	case id == staff.Operator:
		return s.words.T(lang, "ledger.operator")
	case names[id] != "":
		return names[id]
	case id == e.Subject && e.Kind == "clause.signed" && names[clauseNamed+id] != "":
		return names[clauseNamed+id]
	case id == e.Subject && strings.HasPrefix(e.Kind, "person.") && e.Private["name"] != "":
		return e.Private["name"] // of somebody whose record is gone
	}
	return id
}

// kindName names a kind of entries for lists to choose from.
func (s *Server) kindName(lang, kind string) string {
	key := "ledger.name_" + strings.ReplaceAll(kind, ".", "_")
	if !s.words.Has(key) {
		return kind
	}
	return s.words.T(lang, key)
}

// kindIcon is a picture for a kind of entries.
func kindIcon(kind string) string {
	group, _, _ := strings.Cut(kind, ".")
	switch group {
	case "policy":
		return "book"
	case "clause":
		return "signature"
	case "speaker":
		return "speakerphone"
	case "person", "people", "role", "team", "invitation":
		return "users"
	case "signin", "token", "session", "passkey":
		return "key"
	case "handbook":
		return "eye"
	case "company":
		return "building"
	case "account":
		return "at"
	case "ledger", "signature":
		return "download"
	}
	return "list"
}

// LedgerMessage says in the company's first language what an entry is about, and where to read on; for chat rooms.
func (s *Server) LedgerMessage(ctx context.Context, tx *store.Tx, sealed ledger.Sealed) (string, error) {
	company, err := tx.Company(ctx)
	if err != nil {
		return "", err
	}
	entry, _, seq, err := ledger.Open(sealed.Leaf, sealed.Private)
	if err != nil {
		return "", err
	}
	lang := English
	if len(company.Languages) > 0 {
		lang = company.Languages[0]
	}
	names, err := s.namesIn(ctx, tx, lang, entry)
	if err != nil {
		return "", err
	}
	return s.sentence(lang, entry, names) + "\n" + s.Address.JoinPath("ledger", itoa(seq)).String(), nil
}
