package web

import (
	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// founding is a company about to be, and its first administrator.
type founding struct {
	company staff.Company
	first   staff.Person
}

// founding gives what a first run ends with; nil for any other set-up.
func (s *Server) founding(v *visit) (*founding, error) {
	var a *attempt
	err := s.Store.Read(v.ctx, func(tx *store.Tx) (err error) {
		a, err = s.settingUp(v, tx)
		return err
	})
	if err != nil || a.Purpose != forStart {
		return nil, err
	}
	return &founding{
		company: staff.Company{Name: a.Answers.Company, Languages: a.Answers.Languages, Sectors: a.Answers.Sectors, Zone: a.Answers.Zone},
		first:   staff.Person{ID: a.Person, Name: a.Answers.Name, Mail: a.Answers.Mail, Language: v.lang},
	}, nil
}

// found registers the company, its first administrator and the first draft of its policy.
func (f *founding) found(v *visit, tx *store.Tx) (staff.Person, error) {
	first, err := staff.Found(v.ctx, tx, f.company, f.first, v.now)
	if err != nil {
		return first, err
	}
	_, err = studio.BeginFromStarter(v.ctx, tx, first, f.company, "1.0", v.now)
	return first, err
}

// startTodos are the next three things to do, until the first policy is in force. That a second person must approve it
// comes early, since people have to be asked.
func (s *Server) startTodos(v *visit, tx *store.Tx) ([]Todo, error) {
	if staff.May(v.who, staff.PublishPolicy) != nil {
		return nil, nil
	}
	if _, err := tx.VersionAt(v.ctx, v.now); !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	todos := []Todo{{Icon: "pencil", Text: s.words.T(v.lang, "start.todo_read"), Href: "/studio"}}
	alone, err := s.lonely(v, tx, nil)
	switch {
	case err != nil:
		return nil, err
	case alone == nil:
	case len(alone.Invited) > 0:
		todos = append(todos, Todo{Icon: "user", Text: s.words.T(v.lang, "start.todo_wait", "name", alone.Invited[0].Name), Href: "/people/" + alone.Invited[0].ID})
	case alone.Invite != "":
		todos = append(todos, Todo{Icon: "user-plus", Text: s.words.T(v.lang, "start.todo_invite"), Href: alone.Invite})
	}
	return append(todos, Todo{Icon: "calendar-event", Text: s.words.T(v.lang, "start.todo_publish"), Href: "/studio"}), nil
}
