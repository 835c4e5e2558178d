package web

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// How much of a list a page shows, and how long one waits to be confirmed.
const (
	shownWrong = 200
	shownRows  = 50
	listWaits  = 24 * time.Hour
)

// importPage asks for a list.
type importPage struct {
	Page
	Form Form
}

func (s *Server) importForm(v *visit) error {
	if id := v.r.URL.Query().Get("list"); id != "" {
		return s.showList(v, id, http.StatusOK)
	}
	return s.showImport(v, http.StatusOK, nil)
}

func (s *Server) showImport(v *visit, status int, wrong error) error {
	page := &importPage{Page: s.page(v, "people.import_title")}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "people.title"), Href: "/people"}}
	page.Lead = s.words.T(v.lang, "people.import_lead")
	if wrong != nil {
		page.Form.Refuse(v.lang, wrong)
	}
	s.render.Render(v.w, v.r, status, "people/import", page)
	return nil
}

// readList takes the file and keeps what it says until it is confirmed. Nobody is changed.
func (s *Server) readList(v *visit) error {
	name, content, err := uploadedList(v)
	if err != nil {
		return s.showImport(v, http.StatusUnprocessableEntity, err)
	}
	list, err := staff.ReadList(content)
	if err != nil {
		return s.showImport(v, http.StatusUnprocessableEntity, err)
	}
	kept := store.PeopleList{ID: staff.NewID(), Owner: v.who.ID, Made: v.now, File: shortened(strings.ToValidUTF8(name, ""), 200),
		State: store.ListRead, List: list}
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error { return tx.AddPeopleList(v.ctx, kept, v.now.Add(-listWaits)) })
	if err != nil {
		return err
	}
	return v.see("/people/import?list=" + kept.ID)
}

func uploadedList(v *visit) (name string, content []byte, err error) {
	missing := fault.Of("file", "Choose a file first.", "Pirmiausia pasirinkite failą.")
	file, head, err := v.r.FormFile("file")
	if err != nil {
		return "", nil, missing
	}
	defer file.Close()
	content, err = io.ReadAll(io.LimitReader(file, staff.MaxList+1))
	if err == nil && len(content) == 0 {
		err = missing
	}
	return head.Filename, content, err
}

func ownList(v *visit, tx *store.Tx, id string) (store.PeopleList, error) {
	l, err := tx.PeopleList(v.ctx, id)
	if err == nil && l.Owner != v.who.ID {
		err = fault.New(fault.NotFound, "This is somebody else's list. Upload your own.", "Tai kito žmogaus sąrašas. Įkelkite savo.")
	}
	return l, err
}

// newcomer is what a list need not say of who is new.
func newcomer(c staff.Company) staff.Person {
	return staff.Person{Language: first(c.Languages), Zone: c.Zone}
}

// confirmList begins to take a list: a short one at once, a long one by a job.
func (s *Server) confirmList(v *visit) error {
	id := v.form("list")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		l, err := ownList(v, tx, id)
		if err != nil {
			return err
		}
		if givesRoles(l.List.Rows) {
			if err := signin.StepUp(string(staff.GiveRoles), v.session.kept.Proved, v.now); err != nil {
				return err
			}
		}
		l.State = store.ListTaking
		if err := tx.ProceedPeopleList(v.ctx, l, store.ListRead, 0); err != nil {
			return err
		}
		if len(l.List.Rows) > listBatch {
			return tx.Enqueue(v.ctx, TakeList{id}, v.now)
		}
		_, err = s.takeBatch(v.ctx, tx, l)
		return err
	})
	if err != nil && !fault.Is(err, fault.Conflict) { // confirmed twice: it is under way
		return err
	}
	return v.see("/people/import?list=" + id)
}

func givesRoles(rows []staff.Row) bool {
	return slices.ContainsFunc(rows, func(r staff.Row) bool { return r.Roles != nil })
}
