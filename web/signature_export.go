package web

import (
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// exportBatch is how many people are read at once.
const exportBatch = 500

// exportSignatures gives the list of who has signed what, as a table for spreadsheets: a row a person, a column a clause,
// with the day of the signature where it holds for the version in force. That it was taken out is on the record before
// the first byte leaves.
func (s *Server) exportSignatures(v *visit) error {
	var ready *Ready
	err := s.Store.Write(v.ctx, func(tx *store.Tx) (err error) {
		if ready, err = s.InForce(v.ctx, tx, v.now); err != nil {
			return err
		}
		people, err := tx.CountPeople(v.ctx, staff.Active)
		if err != nil {
			return err
		}
		return training.Export(v.ctx, tx, v.who, edition(ready), people, v.now)
	})
	if err != nil {
		return err
	}
	head := v.w.Header()
	head.Set("Content-Type", "text/csv; charset=utf-8")
	head.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="signatures-%s.csv"`, v.now.In(s.zone.get()).Format(time.DateOnly)))
	head.Set("Cache-Control", "no-store")
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error { return s.writeSignatures(v, tx, ready, v.w) })
	if err != nil {
		// The status has left already; a table that stops in the middle of a row is all that can still be told.
		s.Log.ErrorContext(v.ctx, "list of signatures broke off", "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

// writeSignatures writes the table: with a byte order mark, and in Lithuanian with semicolons, as spreadsheets there expect.
func (s *Server) writeSignatures(v *visit, tx *store.Tx, ready *Ready, to io.Writer) error {
	if _, err := io.WriteString(to, "\ufeff"); err != nil {
		return err
	}
	table := csv.NewWriter(to)
	table.UseCRLF = true
	if v.lang == Lithuanian {
		table.Comma = ';'
	}
	row := []string{s.words.T(v.lang, "training.column_name"), s.words.T(v.lang, "training.column_mail"), s.words.T(v.lang, "training.column_team")}
	for _, c := range ready.Policy.Clauses {
		row = append(row, harmless(c.Number+" "+c.Title.In(v.lang)))
	}
	if err := table.Write(row); err != nil {
		return err
	}
	teams, err := tx.TeamNames(v.ctx)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, t := range teams {
		names[t.ID] = t.Name
	}
	digests := training.Digests(ready.Policy)
	for after := ""; ; {
		signers, err := tx.SignersAfter(v.ctx, after, "", nil, exportBatch)
		if err != nil || len(signers) == 0 {
			table.Flush()
			return err
		}
		after = signers[len(signers)-1].ID
		if err := s.writeSigners(v, tx, ready, digests, signers, names, table); err != nil {
			return err
		}
	}
}

func (s *Server) writeSigners(v *visit, tx *store.Tx, ready *Ready, digests []string, signers []training.Signer, teams map[string]string, table *csv.Writer) error {
	ids := make([]string, len(signers))
	for i := range signers {
		ids[i] = signers[i].ID
	}
	signed, err := tx.SignaturesOf(v.ctx, ids)
	if err != nil {
		return err
	}
	for _, p := range signers {
		row := []string{harmless(p.Name), harmless(p.Mail), harmless(teams[p.Team])}
		days := map[string]string{}
		for _, one := range signed[p.ID] {
			days[one.Digest] = one.At.In(s.zone.get()).Format(time.DateOnly)
		}
		for i, c := range ready.Policy.Clauses {
			day := days[digests[i]]
			if !training.Concerns(c, p.Roles) {
				day = "–"
			}
			row = append(row, day)
		}
		if err := table.Write(row); err != nil {
			return err
		}
	}
	return nil
}

// harmless keeps a spreadsheet from taking what somebody is called for a formula.
func harmless(s string) string {
	if strings.HasPrefix(s, "\t") || s != "" && strings.ContainsRune("=+-@\r\n", rune(s[0])) {
		return "'" + s
	}
	return s
}
