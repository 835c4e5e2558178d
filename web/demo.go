package web

import (
	"net/http"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// Persona is one of the made-up people as whom a visitor of the demo may look around, without a password.
type Persona struct {
	Mail string
	// Key names, in words/demo.yaml, who the person is (KEY_who) and what there is to try (KEY_try).
	Key string
}

// demoPage lets a visitor choose who to be.
type demoPage struct {
	Page
	Then   string
	People []demoPerson
}

type demoPerson struct {
	staff.Person
	Initials, Who, Try string
}

// chooseDemo shows the made-up people. Only a server that was started as a demo has this page.
func (s *Server) chooseDemo(v *visit) error {
	page := demoPage{Page: s.page(v, "demo.title"), Then: Local(v.r.URL.Query().Get("then"))}
	page.Nav, page.Person = nil, nil
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		for _, p := range s.Demo {
			who, err := tx.PersonByMail(v.ctx, p.Mail)
			if err != nil {
				return err
			}
			page.People = append(page.People, demoPerson{who, initials(who.Name),
				s.words.T(v.lang, "demo."+p.Key+"_who"), s.words.T(v.lang, "demo."+p.Key+"_try")})
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, http.StatusOK, "demo/choose", &page)
	return nil
}

// enterDemo signs the visitor in as the person chosen.
func (s *Server) enterDemo(v *visit) error {
	mail := v.form("mail")
	if !s.persona(mail) {
		return fault.New(fault.NotFound, "There is no such person in the demo.", "Tokio žmogaus demonstracijoje nėra.")
	}
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		who, err := tx.PersonByMail(v.ctx, mail)
		if err != nil {
			return err
		}
		return s.begin(v, tx, who)
	})
	if err != nil {
		return err
	}
	return v.see(Local(v.form("then")))
}

func (s *Server) persona(mail string) bool {
	for _, p := range s.Demo {
		if p.Mail == mail {
			return true
		}
	}
	return false
}
