package web

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"rostrum/fault"
	"rostrum/store"
	"rostrum/training"
)

// quizPage is one question: to be answered, or answered and explained.
type quizPage struct {
	Page
	Form     Form
	Course   string
	Place    int // from 1
	Of       int
	Percent  int
	Text     string
	PostLang string
	Channel  string
	Choices  []training.Choice
	Answered *answeredView // nil while it waits for an answer
}

// answeredView explains an answer.
type answeredView struct {
	Good         bool
	Given, Right training.Choice
	Why          string
	Clause       string
	Number       string
	Title        string
	Last         bool
}

// resultPage is the end of an attempt.
type resultPage struct {
	Page
	Course      string
	Passed      bool
	Right, Of   int
	Percent     int
	Mark        int
	Certificate training.Certificate
	Again       []courseClause // what to read again
}

// beginQuiz begins an attempt, or goes on with the open one.
func (s *Server) beginQuiz(v *visit) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		ready, course, err := s.courseAsked(v, tx)
		if err != nil {
			return err
		}
		all, err := s.questions(ready)
		if err != nil {
			return err
		}
		_, err = training.Begin(v.ctx, tx, v.who, edition(ready), course, training.Pool(all, course, v.lang), v.now)
		return err
	})
	if fault.Is(err, fault.Conflict) || fault.Is(err, fault.TooMany) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showCourse(v, form, Status(fault.For(err).Code))
	} else if err != nil {
		return err
	}
	return v.see(v.r.URL.Path + "/quiz")
}

// quiz shows where the latest attempt stands: its next question, an answered one with its explanation, or the result.
func (s *Server) quiz(v *visit) error { return s.showQuiz(v, Form{}, 200) }

func (s *Server) showQuiz(v *visit, form Form, status int) error {
	page := quizPage{Page: s.page(v, ""), Form: form, Course: v.r.PathValue("course"), Choices: training.Choices()}
	var result *resultPage
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		ready, course, err := s.courseAsked(v, tx)
		if err != nil {
			return err
		}
		attempts, err := tx.Attempts(v.ctx, v.who.ID, course.ID)
		if err != nil {
			return err
		}
		if len(attempts) == 0 || attempts[0].Policy != ready.Version.Digest {
			http.Redirect(v.w, v.r, "/training/courses/"+course.ID, http.StatusSeeOther)
			return errAnswered
		}
		all, err := s.questions(ready)
		if err != nil {
			return err
		}
		page.Crumbs = append(s.trainingCrumb(v.lang), Link{Label: course.Name.In(v.lang), Href: "/training/courses/" + course.ID})
		attempt, place := attempts[0], v.r.URL.Query().Get("answered")
		if place == "" && !attempt.Finished.IsZero() {
			result, err = s.result(v, tx, page.Page, course, attempt, all)
			return err
		}
		return s.fillQuestion(v, &page, attempt, all, place)
	})
	if err != nil {
		return err
	}
	if result != nil {
		s.render.Render(v.w, v.r, status, "training/result", result)
		return nil
	}
	s.render.Render(v.w, v.r, status, "training/quiz", &page)
	return nil
}

// fillQuestion puts the question to be answered on the page or, where place is a number, one that has been.
func (s *Server) fillQuestion(v *visit, page *quizPage, a training.Attempt, all []training.Question, place string) error {
	page.Of, page.Place = len(a.Questions), len(a.Answers)+1
	asked, err := a.Next(all)
	if place != "" {
		n, _ := strconv.Atoi(place) // no number is place 0, which was never asked
		answered, missing := a.At(all, n-1)
		page.Place, asked, err = n, answered.Question, missing
		page.Answered = &answeredView{Good: answered.Good(), Given: answered.Given, Right: answered.Right, Last: n == len(a.Questions)}
	}
	if err != nil {
		return err
	}
	page.Title = s.words.T(v.lang, "training.question_of", "place", page.Place, "all", page.Of)
	page.Text, page.PostLang, page.Channel = asked.Text, asked.Lang, string(asked.Channel)
	page.Percent = 100 * (page.Place - 1) / page.Of
	if e := page.Answered; e != nil {
		page.Percent = 100 * page.Place / page.Of
		e.Clause, e.Number, e.Title, e.Why = asked.Clause.ID, asked.Clause.Number, asked.Clause.Title.In(v.lang), asked.Why.In(v.lang)
		if e.Why == "" {
			e.Why = s.words.T(v.lang, "training.why_"+string(asked.Right))
		}
	}
	return nil
}

// answerQuestion takes an answer and shows what is right.
func (s *Server) answerQuestion(v *visit) error {
	place, err := strconv.Atoi(v.form("place"))
	if err != nil {
		return s.nothingHere(v)
	}
	err = s.Store.Write(v.ctx, func(tx *store.Tx) error {
		ready, course, err := s.courseAsked(v, tx)
		if err != nil {
			return err
		}
		all, err := s.questions(ready)
		if err != nil {
			return err
		}
		_, err = training.Answer(v.ctx, tx, v.who, edition(ready), course, all, place-1, training.Choice(v.form("answer")), v.now)
		return err
	})
	if fault.Is(err, fault.Invalid) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.showQuiz(v, form, 422)
	} else if err != nil {
		return err
	}
	return v.see(fmt.Sprintf("%s?answered=%d", v.r.URL.Path, place))
}

func (s *Server) result(v *visit, tx *store.Tx, page Page, c training.Course, a training.Attempt, all []training.Question) (*resultPage, error) {
	r := &resultPage{Page: page, Course: c.ID, Passed: a.Passed(), Right: a.Right, Of: len(a.Questions), Mark: training.PassMark}
	r.Percent = 100 * r.Right / max(1, r.Of)
	r.Title = s.words.T(v.lang, "training.failed_title")
	if r.Passed {
		r.Title = s.words.T(v.lang, "training.passed_title")
	}
	for i := range a.Answers {
		answered, err := a.At(all, i)
		if err != nil {
			return nil, err
		}
		clause := courseClause{ID: answered.Clause.ID, Number: answered.Clause.Number, Title: answered.Clause.Title.In(v.lang)}
		if !answered.Good() && !slices.Contains(r.Again, clause) {
			r.Again = append(r.Again, clause)
		}
	}
	certificates, err := tx.Certificates(v.ctx, v.who.ID)
	for _, held := range certificates {
		if held.Course == c.ID && held.Passed.Equal(a.Finished) {
			r.Certificate = held
		}
	}
	return r, err
}
