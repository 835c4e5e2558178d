package web

import (
	"time"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
)

// Todo is something that waits for the person, as rooms tell the home page.
type Todo struct {
	Icon, Text, Href string
	Due              time.Time // the zero Time where there is no deadline
}

// Late tells whether the deadline has passed.
func (t Todo) Late(now time.Time) bool { return !t.Due.IsZero() && t.Due.Before(now) }

// homePage is what a person sees first: what waits for them.
type homePage struct {
	Page
	Now   time.Time
	Todos []Todo
	Write bool // the person writes posts for the company
}

func (s *Server) home(v *visit) error {
	page := homePage{Page: s.page(v, s.greeting(v.now)), Now: v.now, Write: staff.May(v.who, staff.WritePosts) == nil}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		for _, room := range s.todos() {
			more, err := room(v, tx)
			if err != nil {
				return err
			}
			page.Todos = append(page.Todos, more...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "home/home", &page)
	return nil
}

// todos are the rooms that have something to tell on the home page, the most pressing first.
func (s *Server) todos() []func(*visit, *store.Tx) ([]Todo, error) {
	return []func(*visit, *store.Tx) ([]Todo, error){s.startTodos, s.approvalTodos, s.publicationTodos, s.postTodos, s.brandTodos, s.studioTodos, s.trainingTodos}
}

// greeting is the key of the words for the time of day.
func (s *Server) greeting(now time.Time) string {
	switch hour := now.In(s.zone.get()).Hour(); {
	case hour >= 5 && hour < 11:
		return "home.morning"
	case hour >= 11 && hour < 18:
		return "home.day"
	}
	return "home.evening"
}

func (s *Server) nothingHere(*visit) error {
	return fault.New(fault.NotFound,
		"There is no page at this address. It may have been moved, or the address was cut off on its way to you.",
		"Šiuo adresu puslapio nėra. Galbūt jis perkeltas arba adresas pakeliui buvo nukirptas.")
}
