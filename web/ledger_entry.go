package web

import (
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strconv"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/store"
)

// ledgerEntryPage shows one entry: what it says, and the proof that it is in the ledger.
type ledgerEntryPage struct {
	Page
	Seq            int64
	Sentence, Icon string
	Time           time.Time
	Kind           string
	Actor, Subject string
	Data, Private  []ledgerField
	Redacted       []string
	Leaf, LeafHash string
	Proof          *ledgerProof // nil until a checkpoint covers the entry
	Broken         string       // what is wrong with it, if anything is
	Earlier, Later string
}

type ledgerField struct{ Name, Value string }

// ledgerProof is what was checked while the page was made.
type ledgerProof struct {
	Size   int64
	Root   string
	Time   time.Time
	Hashes []string
}

func (s *Server) ledgerEntry(v *visit) error {
	seq, err := strconv.ParseInt(v.r.PathValue("seq"), 10, 64)
	if err != nil || seq < 0 {
		return s.nothingHere(v)
	}
	page := ledgerEntryPage{Page: s.page(v, "ledger.entry"), Seq: seq}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "ledger.title"), Href: "/ledger"}}
	page.Title = s.words.T(v.lang, "ledger.entry_number", "number", itoa(seq))
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error {
		sealed, err := tx.LedgerEntry(v.ctx, seq)
		if err != nil {
			return err
		}
		if err := s.describe(v, tx, &page, sealed); err != nil {
			return err
		}
		size, _, err := tx.LedgerHead(v.ctx)
		if err != nil {
			return err
		}
		if seq > 0 {
			page.Earlier = "/ledger/" + itoa(seq-1)
		}
		if seq+1 < size {
			page.Later = "/ledger/" + itoa(seq+1)
		}
		return s.proveEntry(v, tx, &page, sealed)
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "ledger/entry", &page)
	return nil
}

// describe says what the entry says. One that was tampered with is shown as it lies there, with what is wrong.
func (s *Server) describe(v *visit, tx *store.Tx, page *ledgerEntryPage, sealed ledger.Sealed) error {
	hash := tlog.RecordHash(sealed.Leaf)
	page.Leaf, page.LeafHash, page.Icon = string(sealed.Leaf), hex.EncodeToString(hash[:]), "list"
	entry, redacted, _, err := ledger.Open(sealed.Leaf, sealed.Private)
	if err != nil {
		page.Broken = s.brokenText(v, err)
		return nil
	}
	names, err := s.namesIn(v.ctx, tx, v.lang, entry)
	if err != nil {
		return err
	}
	page.Sentence, page.Icon, page.Time, page.Kind = s.sentence(v.lang, entry, names), kindIcon(entry.Kind), entry.Time, entry.Kind
	page.Actor, page.Subject = withName(entry.Actor, s.called(v.lang, entry.Actor, entry, names)), withName(entry.Subject, s.called(v.lang, entry.Subject, entry, names))
	page.Data, page.Private = s.fieldsOf(v.lang, entry.Data, names), s.fieldsOf(v.lang, entry.Private, names)
	for _, name := range redacted {
		page.Redacted = append(page.Redacted, s.fieldName(v.lang, name))
	}
	return nil
}

// withName is an id with how people call what it stands for.
func withName(id, name string) string {
	if id == "" || name == id {
		return name
	}
	return name + " (" + id + ")"
}

func (s *Server) fieldsOf(lang string, values map[string]string, names ledgerNames) []ledgerField {
	var all []ledgerField
	for _, name := range slices.Sorted(maps.Keys(values)) {
		all = append(all, ledgerField{s.fieldName(lang, name), withName(values[name], s.inWords(lang, name, values[name], names))})
	}
	return all
}

// fieldName is what people call a field of an entry; a field without words of its own keeps its name.
func (s *Server) fieldName(lang, name string) string {
	if key := "ledger.data_" + name; s.words.Has(key) {
		return s.words.T(lang, key)
	}
	return name
}

func (s *Server) brokenText(v *visit, err error) string {
	if b, ok := errors.AsType[*ledger.Broken](err); ok {
		return b.In(v.lang)
	}
	s.Log.ErrorContext(v.ctx, "ledger could not be proved", "error", err)
	return s.words.T(v.lang, "ledger.unproved")
}

// proveEntry makes the proof that the entry is in the ledger of the last checkpoint, and checks it as an auditor would.
func (s *Server) proveEntry(v *visit, tx *store.Tx, page *ledgerEntryPage, sealed ledger.Sealed) error {
	if page.Broken != "" {
		return nil
	}
	last, err := tx.LastCheckpoint(v.ctx)
	if fault.Is(err, fault.NotFound) || err == nil && last.Size <= page.Seq {
		return nil
	} else if err != nil {
		return err
	}
	signed, err := ledger.OpenCheckpoint(s.Keys.Verifier, last.Note)
	if err != nil {
		page.Broken = s.brokenText(v, err)
		return nil
	}
	proof, err := ledger.ProveEntry(signed.Size, page.Seq, tx.LedgerHashes(v.ctx))
	if err == nil {
		err = ledger.CheckEntry(proof, signed, sealed.Leaf)
	}
	if err != nil {
		page.Broken = s.brokenText(v, err)
		return nil
	}
	page.Proof = &ledgerProof{Size: signed.Size, Root: hex.EncodeToString(signed.Root[:]), Time: signed.Time}
	for _, h := range proof {
		page.Proof.Hashes = append(page.Proof.Hashes, hex.EncodeToString(h[:]))
	}
	return nil
}
