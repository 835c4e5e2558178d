package web

import (
	"maps"
	"net/http"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// privateFields are the private fields that can be left out, as people choose them.
func privateFields() map[string][]string {
	return map[string][]string{
		"names": {"name", "name_before"}, "mails": {"mail", "mail_before"}, "addresses": {"address"}, "devices": {"agent"}, "texts": {"text", "reason"},
	}
}

// exportPage asks what the file is to leave out.
type exportPage struct {
	Page
	Tabs    []Link
	Form    Form
	Fields  []Link
	Entries int
	May     bool
}

func (s *Server) ledgerExportForm(v *visit) error { return s.askExport(v, Form{}, 200) }

func (s *Server) askExport(v *visit, form Form, status int) error {
	page := exportPage{Page: s.page(v, "ledger.export"), Tabs: s.ledgerTabs(v, "/ledger/export"), Form: form,
		May: staff.May(v.who, staff.ExportLedger) == nil}
	page.Title = s.words.T(v.lang, "ledger.title")
	page.Lead = s.words.T(v.lang, "ledger.export_lead")
	for _, name := range slices.Sorted(maps.Keys(privateFields())) {
		page.Fields = append(page.Fields, Link{Href: name, Label: s.words.T(v.lang, "ledger.field_"+name), Current: slices.Contains(form.Values["field"], name)})
	}
	if err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		size, _, err := tx.LedgerHead(v.ctx)
		page.Entries = int(size)
		return err
	}); err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "ledger/export", &page)
	return nil
}

// ledgerExport writes the export down in the ledger, signs a checkpoint that covers this entry, and sends the file.
func (s *Server) ledgerExport(v *visit) error {
	x := store.LedgerExport{Company: v.company.Name, Signer: s.Keys.Signer, Verifier: s.Keys.Verifier, Time: v.now}
	var left []string
	switch v.form("private") {
	case "keep":
	case "all":
		x.RedactAll, left = true, []string{"*"}
	case "some":
		for _, chosen := range v.r.PostForm["field"] {
			x.Redact = append(x.Redact, privateFields()[chosen]...)
		}
		left = x.Redact
	}
	if v.form("private") != "keep" && len(left) == 0 {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, fault.Of("private", "Choose what the file is to leave out.", "Pasirinkite, ko faile neturi būti."))
		return s.askExport(v, form, http.StatusUnprocessableEntity)
	}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := staff.TakeLedger(v.ctx, tx, v.who, left, v.now); err != nil {
			return err
		}
		signed, err := tx.SignCheckpoint(v.ctx, s.Keys.Signer, v.now)
		x.Size = signed.Size
		return err
	})
	if err != nil {
		return err
	}
	// A long ledger takes longer than pages may.
	if err := http.NewResponseController(v.w).SetWriteDeadline(time.Time{}); err != nil {
		s.Log.WarnContext(v.ctx, "the export may be cut off", "error", err)
	}
	v.download("rostrum-ledger-"+v.now.In(s.zone.get()).Format(time.DateOnly)+".jsonl", "application/jsonl")
	if err := s.Store.ExportLedger(v.ctx, v.w, x); err != nil {
		// The file has begun already. Without its signed last line it does not verify, so nobody takes it for whole.
		s.Log.ErrorContext(v.ctx, "the export of the ledger was cut short", "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}
