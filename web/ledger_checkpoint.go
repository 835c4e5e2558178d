package web

import (
	"net/http"
	"strconv"

	"rostrum/store"
)

// checkpointsPage lists the signed checkpoints, the newest first.
type checkpointsPage struct {
	Page
	Tabs        []Link
	Checkpoints []store.Checkpoint
	Key         string
	Older       string
	Mail        bool   // there is a mail server
	Reads       bool   // the person gets the checkpoint by mail
	Address     string // of the person
}

func (s *Server) ledgerCheckpoints(v *visit) error {
	page := checkpointsPage{Page: s.page(v, "ledger.checkpoints"), Tabs: s.ledgerTabs(v, "/ledger/checkpoints"), Key: s.Keys.Verifier}
	page.Title = s.words.T(v.lang, "ledger.title")
	page.Lead = s.words.T(v.lang, "ledger.checkpoints_lead")
	page.Mail, page.Address = s.Mail != nil, v.who.Mail
	below, err := strconv.ParseInt(v.r.URL.Query().Get("below"), 10, 64)
	if err != nil {
		below = 1 << 62
	}
	err = s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		if page.Reads, err = tx.ReadsCheckpoints(v.ctx, v.who.ID); err != nil {
			return err
		}
		page.Checkpoints, err = tx.CheckpointsBelow(v.ctx, below, ledgerPageSize+1)
		return err
	})
	if err != nil {
		return err
	}
	if len(page.Checkpoints) > ledgerPageSize {
		page.Checkpoints = page.Checkpoints[:ledgerPageSize]
		page.Older = "/ledger/checkpoints?below=" + itoa(page.Checkpoints[ledgerPageSize-1].Size)
	}
	s.render.Render(v.w, v.r, 200, "ledger/checkpoints", &page)
	return nil
}

// ledgerCheckpoint hands out one checkpoint as the text that was signed.
func (s *Server) ledgerCheckpoint(v *visit) error {
	size, err := strconv.ParseInt(v.r.PathValue("size"), 10, 64)
	if err != nil {
		return s.nothingHere(v)
	}
	var kept store.Checkpoint
	if err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		kept, err = tx.CheckpointOf(v.ctx, size)
		return err
	}); err != nil {
		return err
	}
	return v.file("rostrum-checkpoint-"+itoa(size)+".txt", kept.Note)
}

// ledgerKey hands out the public key that checkpoints and exports are checked with.
func (s *Server) ledgerKey(v *visit) error {
	return v.file("rostrum-ledger-key.txt", s.Keys.Verifier+"\n")
}

// file answers with a text to keep.
func (v *visit) file(name, text string) error {
	v.download(name, "text/plain; charset=utf-8")
	_, _ = v.w.Write([]byte(text)) // a reader who went away is no fault of ours
	return nil
}

// download names a file that follows.
func (v *visit) download(name, mime string) {
	v.w.Header().Set("Content-Type", mime)
	v.w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	v.w.Header().Set("Cache-Control", "no-store")
	v.w.WriteHeader(http.StatusOK)
}
