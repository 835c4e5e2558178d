package compose

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"rostrum/fault"
	"rostrum/staff"
)

// Kind says what a template is for.
type Kind string

// The kinds.
const (
	Whole   Kind = "template" // a post to begin with
	Snippet Kind = "snippet"  // a few words to put in
)

// Template is a text to be used again, in one language or both.
type Template struct {
	ID      string
	Kind    Kind
	Name    string
	EN, LT  string // one of them may be empty
	Topic   string // the topic of speakers.yaml that it is about, or empty
	By      string // who changed it last
	Changed time.Time
	Version int64
}

// In gives the text in a language, or the other one where there is none.
func (t Template) In(lang string) string {
	if lang == "lt" && t.LT != "" || t.EN == "" {
		return t.LT
	}
	return t.EN
}

// Templates is what the use cases of templates need kept.
type Templates interface {
	// Template gives a template, or a fault NotFound.
	Template(ctx context.Context, id string) (Template, error)
	AddTemplate(ctx context.Context, t Template) error
	// ChangeTemplate keeps a template's new texts if its version is still t.Version, or gives a fault Conflict.
	ChangeTemplate(ctx context.Context, t Template) error
	RemoveTemplate(ctx context.Context, id string) error
	// CountTemplates gives how many there are.
	CountTemplates(ctx context.Context) (int, error)
}

// MaxTemplates is how many a company may have.
const MaxTemplates = 500

// KeepTemplate makes a template, or changes the one with the id.
func KeepTemplate(ctx context.Context, r Templates, who staff.Person, t Template, now time.Time) (Template, error) {
	if err := staff.May(who, staff.WritePosts); err != nil {
		return t, err
	}
	t, err := t.checked()
	if err != nil {
		return t, err
	}
	t.By, t.Changed = who.ID, now
	if t.ID != "" {
		return t, r.ChangeTemplate(ctx, t)
	}
	if n, err := r.CountTemplates(ctx); err != nil {
		return t, err
	} else if n >= MaxTemplates {
		return t, fault.New(fault.Conflict, "There are 500 templates already. Remove one that nobody uses.",
			"Jau yra 500 šablonų. Pašalinkite nebenaudojamą.")
	}
	t.ID, t.Version = staff.NewID(), 1
	return t, r.AddTemplate(ctx, t)
}

// DropTemplate removes a template. Posts that were begun with it stay as they are.
func DropTemplate(ctx context.Context, r Templates, who staff.Person, id string) error {
	if err := staff.May(who, staff.WritePosts); err != nil {
		return err
	}
	if _, err := r.Template(ctx, id); err != nil {
		return err
	}
	return r.RemoveTemplate(ctx, id)
}

func (t Template) checked() (Template, error) {
	if t.Name = strings.Join(strings.Fields(t.Name), " "); t.Name == "" || utf8.RuneCountInString(t.Name) > 100 || !utf8.ValidString(t.Name) || strings.ContainsFunc(t.Name, control) {
		return t, fault.Of("name", "Enter a name, up to 100 characters.", "Įveskite pavadinimą, ne ilgesnį kaip 100 ženklų.")
	}
	if t.Kind != Whole && t.Kind != Snippet {
		return t, fault.Of("kind", "Say whether it is a template or a snippet.", "Nurodykite, ar tai šablonas, ar fragmentas.")
	}
	var err error
	if t.EN, err = words("en", strings.TrimSpace(t.EN)); err != nil {
		return t, err
	}
	if t.LT, err = words("lt", strings.TrimSpace(t.LT)); err != nil {
		return t, err
	}
	switch {
	case t.EN == "" && t.LT == "":
		return t, fault.Of("en", "Write it in at least one language.", "Parašykite bent viena kalba.")
	case len(t.EN)+len(t.LT) > MaxText/4:
		return t, fault.Of("en", "This is too long for a template: 50 kB are the most.", "Šablonui tai per ilgas tekstas: daugiausia – 50 kB.")
	}
	t.Topic, err = name("topic", t.Topic)
	return t, err
}
