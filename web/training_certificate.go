package web

import (
	"encoding/hex"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/training"
)

// certificatePage is a certificate, fit to be printed.
type certificatePage struct {
	Page
	Form        Form
	Certificate training.Certificate
	Name        string // the person's
	Course      string
	Code        string
	Ledger      string // the entry's address, for those who may go there
	Holds       bool
	MayWithdraw bool
}

func (s *Server) certificate(v *visit) error { return s.showCertificate(v, Form{}, 200) }

func (s *Server) showCertificate(v *visit, form Form, status int) error {
	page := certificatePage{Page: s.page(v, "training.certificate"), Form: form}
	page.Crumbs = s.trainingCrumb(v.lang)
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		c, err := tx.Certificate(v.ctx, v.r.PathValue("certificate"))
		if err != nil {
			return err
		}
		if c.Person != v.who.ID && staff.May(v.who, staff.SeeSignatures) != nil {
			return fault.New(fault.NotFound, "There is no such certificate.", "Tokio pažymėjimo nėra.")
		}
		person, err := tx.Person(v.ctx, c.Person)
		if err != nil {
			return err
		}
		page.Certificate, page.Name, page.Holds = c, person.Name, c.Holds(v.now)
		page.MayWithdraw = !c.Withdrawn && staff.May(v.who, staff.GrantSpeaker) == nil
		if staff.May(v.who, staff.SeeLedger) == nil {
			page.Ledger = "/ledger/" + itoa(c.Entry)
		}
		if page.Course, err = s.courseName(v, tx, c); err != nil {
			return err
		}
		entry, err := tx.LedgerEntry(v.ctx, c.Entry)
		page.Code = verificationCode(c.Entry, entry.Leaf)
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "training/certificate", &page)
	return nil
}

// verificationCode names an entry of the ledger by its place and the beginning of its hash.
func verificationCode(entry int64, leaf []byte) string {
	hash := tlog.RecordHash(leaf)
	digits := hex.EncodeToString(hash[:6])
	return fmt.Sprintf("%d-%s-%s-%s", entry, digits[:4], digits[4:8], digits[8:])
}

// courseName is what the policy calls the course now or, where it has it no more, called it when the course was passed.
func (s *Server) courseName(v *visit, tx *store.Tx, c training.Certificate) (string, error) {
	ready, err := s.InForce(v.ctx, tx, v.now)
	if err == nil {
		if course, err := training.CourseOf(ready.Policy, c.Course); err == nil {
			return course.Name.In(v.lang), nil
		}
	}
	version, err := tx.VersionNumbered(v.ctx, c.Version)
	if err != nil {
		return c.Course, nil
	}
	if ready, err = s.Ready(v.ctx, tx, version); err != nil {
		return "", err
	}
	course, err := training.CourseOf(ready.Policy, c.Course)
	if err != nil {
		return c.Course, nil
	}
	return course.Name.In(v.lang), nil
}

// withdrawCertificate takes a certificate back.
func (s *Server) withdrawCertificate(v *visit) error {
	id := v.r.PathValue("certificate")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := training.Withdraw(v.ctx, tx, v.who, id, v.form("reason"), v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "training.withdrawn_done")
	})
	if fault.Is(err, fault.Invalid) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showCertificate(v, form, 422)
	} else if err != nil {
		return err
	}
	return v.see("/training/certificates/" + id)
}
