package web

import (
	"crypto/subtle"
	"errors"
	"slices"
	"strings"

	"rostrum/fault"
	"rostrum/policy/starter"
	"rostrum/staff"
	"rostrum/store"
)

// answerStart takes an answer and goes on to the next question, or to the way in.
func (s *Server) answerStart(v *visit) error {
	if v.company.Name != "" {
		return v.see("/")
	}
	at := slices.Index(startQuestions(), v.form("question"))
	var given answers
	err := s.judge(v, func(tx *store.Tx) (refusal, err error) {
		a, err := s.attempt(v, tx)
		if err != nil {
			return nil, err
		}
		given = a.Answers
		switch {
		case at < 0 && v.form("question") == "code":
			refusal, err = s.admitStart(v, tx, &a.Answers)
		case at < 0 || at > a.Answers.Given || !a.Answers.Admitted && !s.near(v):
			return startAgain(), nil
		default:
			refusal = s.answer(v, startQuestions()[at], &a.Answers)
			a.Answers.Given = max(a.Answers.Given, at+1)
		}
		if refusal != nil || err != nil {
			return refusal, err
		}
		a.Purpose, a.Then = forStart, "/"
		if at == len(startQuestions())-1 && a.Person == "" {
			a.Person = staff.NewID()
		}
		return nil, s.keepAttempt(v, tx, a)
	})
	if fault.Is(err, fault.SignIn) {
		return v.see("/start")
	}
	if status, mendable := refused(err); err != nil && mendable {
		return s.showQuestion(v, status, at, given, err)
	} else if err != nil {
		return err
	}
	if at == len(startQuestions())-1 {
		return v.see("/sign-in/set-up")
	}
	if at < 0 {
		return v.see("/start")
	}
	return v.see("/start?question=" + startQuestions()[at+1])
}

// admitStart compares the start code; wrong ones are counted by address.
func (s *Server) admitStart(v *visit, tx *store.Tx, a *answers) (refusal, err error) {
	g := guess{account: "start", address: s.addressKey(v)}
	if err := s.charge(v, tx, g); err != nil {
		return nil, err
	}
	typed := strings.ToLower(v.form("code"))
	if subtle.ConstantTimeCompare([]byte(typed), []byte(s.startCode())) != 1 {
		return fault.Of("code", "This is not the code. The server wrote it to its log when it started.",
			"Kodas neteisingas. Serveris jį įrašė į savo žurnalą paleidimo metu."), nil
	}
	a.Admitted = true
	return nil, s.forgive(v, tx, g)
}

// answer takes the answer to one question, or says what is wrong with it.
func (s *Server) answer(v *visit, question string, a *answers) error {
	next := *a
	switch question {
	case "company":
		next.Company = v.form("company")
	case "languages":
		next.Languages = chosenLanguages(v.r.PostForm["language"], v.form("main"))
		if len(next.Languages) == 0 {
			return fault.Of("languages", "Choose at least one language.", "Pasirinkite bent vieną kalbą.")
		}
	case "sectors":
		next.Sectors = v.r.PostForm["sector"]
	case "zone":
		next.Zone = v.form("zone")
	case "you":
		next.Name, next.Mail = v.form("name"), v.form("mail")
		you, err := staff.Person{Name: next.Name, Mail: next.Mail, Zone: "UTC"}.Checked()
		if err != nil {
			return err
		}
		next.Name, next.Mail = you.Name, you.Mail
	}
	if err := next.checked(question); err != nil {
		return err
	}
	*a = next
	return nil
}

// checked says what is wrong with the answers so far, those to come taken as given.
func (a answers) checked(question string) error {
	c := staff.Company{Name: a.Company, Languages: a.Languages, Zone: a.Zone}
	if len(c.Languages) == 0 {
		c.Languages = []string{English}
	}
	if c.Zone == "" && question != "zone" {
		c.Zone = "UTC"
	}
	c, err := c.Checked()
	if err != nil {
		return err
	}
	_, err = starter.Files(starter.Options{Company: c.Name, Languages: c.Languages, Sectors: a.Sectors})
	if told, ok := errors.AsType[*starter.Fault](err); ok {
		return fault.Of(question, sentence(told.EN), sentence(told.LT))
	}
	return err
}

// chosenLanguages puts the main language first.
func chosenLanguages(chosen []string, main string) []string {
	var all []string
	for _, lang := range []string{main, English, Lithuanian} {
		if slices.Contains(chosen, lang) && !slices.Contains(all, lang) {
			all = append(all, lang)
		}
	}
	return all
}

// sentence makes one of a fault that begins in lower case and ends without a full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}
