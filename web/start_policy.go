package web

import (
	"time"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/ledger"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// founding is a company about to be: its first administrator, and the policy that it begins with.
type founding struct {
	company staff.Company
	first   staff.Person
	files   folder.Files
	digest  string
}

// founding prepares what a first run ends with; nil for any other set-up. It compiles the policy outside of the transaction.
func (s *Server) founding(v *visit) (*founding, error) {
	var a *attempt
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		a, err = s.settingUp(v, tx)
		return err
	})
	if err != nil || a.Purpose != forStart {
		return nil, err
	}
	zone, err := time.LoadLocation(a.Answers.Zone)
	if err != nil {
		return nil, startAgain()
	}
	f := &founding{
		company: staff.Company{Name: a.Answers.Company, Languages: a.Answers.Languages, Sectors: a.Answers.Sectors, Zone: a.Answers.Zone},
		first:   staff.Person{ID: a.Person, Name: a.Answers.Name, Mail: a.Answers.Mail, Language: v.lang},
	}
	from, err := starter.Files(starter.Options{Company: f.company.Name, Languages: f.company.Languages, Sectors: f.company.Sectors, Today: v.now.In(zone)})
	if err != nil {
		return nil, err
	}
	if f.files, err = folder.Read(from); err != nil {
		return nil, err
	}
	loaded, err := policy.Load(f.files)
	if err != nil {
		return nil, err
	}
	f.digest = loaded.Digest
	return f, nil
}

// found registers the company, its first administrator and the first draft of its policy.
func (f *founding) found(v *visit, tx *store.Tx) (staff.Person, error) {
	first, err := staff.Found(v.ctx, tx, f.company, f.first, v.now)
	if err != nil {
		return first, err
	}
	if err := tx.AddContent(v.ctx, f.digest, f.files); err != nil {
		return first, err
	}
	draft := studio.Version{ID: staff.NewID(), Name: "1.0", State: studio.Draft, Digest: f.digest, Editor: first.ID,
		Editors: []string{first.ID}, Created: v.now, Changed: v.now}
	if err := tx.AddVersion(v.ctx, draft); err != nil {
		return first, err
	}
	return first, tx.Append(v.ctx, ledger.Entry{Time: v.now, Actor: first.ID, Kind: "policy.begun", Subject: draft.ID,
		Data: map[string]string{"digest": f.digest, "from": "starter"}})
}

// startTodos are the next three things to do, until the first policy is in force.
func (s *Server) startTodos(v *visit, tx *store.Tx) ([]Todo, error) {
	if staff.May(v.who, staff.PublishPolicy) != nil {
		return nil, nil
	}
	if _, err := tx.VersionAt(v.ctx, v.now); !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	todos := []Todo{{Icon: "pencil", Text: s.words.T(v.lang, "start.todo_read"), Href: "/studio"}}
	if staff.May(v.who, staff.EditPeople) == nil {
		todos = append(todos, Todo{Icon: "user-plus", Text: s.words.T(v.lang, "start.todo_invite"), Href: "/people"})
	}
	return append(todos, Todo{Icon: "calendar-event", Text: s.words.T(v.lang, "start.todo_publish"), Href: "/studio"}), nil
}
