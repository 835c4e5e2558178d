package web

import (
	"net/url"

	"rostrum/fault"
)

// Page is what every page has around its own content; a page's struct embeds it.
type Page struct {
	Lang, Theme string // Theme is "light", "dark" or, as the device has it, empty
	Company     string
	Title       string
	Lead        string // one sentence under the title
	Path        string // path and query, to come back to
	Crumbs      []Link // the pages above this one, outermost first
	Action      *Link  // the one thing to do here
	Person      *Viewer
	Nav         []NavItem
	Flash       *Flash
	Banner      *Flash      // stands above everything on every page while it holds
	Pauses      []heldPause // that hold; they stand there, too
	Pauser      bool        // whoever looks may pause what goes out, and resume it
	CSP         CSP
	Whole       bool // holds a secret, and so is not compressed: from the length of an answer one could guess at it (BREACH)
}

// View is a page's struct: a pointer to one that embeds Page.
type View interface{ page() *Page }

func (p *Page) page() *Page { return p }

// Viewer is who is signed in, as the person menu shows them. Roles are named in their language.
type Viewer struct {
	Name, Initials string
	Roles          []string
}

// Link leads somewhere: a crumb, a tab, a page's action. Icon and Count may be empty.
type Link struct {
	Icon, Label, Href string
	Current           bool
	Count             int
}

// NavItem is an entry of the main menu. Key is the key of its label, Count what waits there.
type NavItem struct {
	Icon, Key, Href string
	Current         bool
	Count           int
}

// Flash is a message about what was just done. Kind is done, note, warn or fail.
type Flash struct {
	Kind, Text string
	Undo       *undo // nil where it cannot be taken back
}

// Option is one of the answers of a choice.
type Option struct{ Value, Label string }

// Step is one of a row of steps. State is done, current or empty.
type Step struct{ Label, State string }

// HeatRow is a row of the heat map part; HeatCell's Level is 0 (nothing) to 5 (most).
type HeatRow struct {
	Name  string
	Cells []HeatCell
}

// HeatCell is one cell: the text that it shows and how strongly it is coloured.
type HeatCell struct {
	Text  string
	Level int
}

// Form keeps what was typed and what is wrong with it, by field name, so that a refused form comes back as it was.
type Form struct {
	Values url.Values
	Errors map[string]string
}

// Value gives what was typed in a field.
func (f Form) Value(field string) string { return f.Values.Get(field) }

// Refuse notes a fault at its field, or at "" for the form as a whole.
func (f *Form) Refuse(lang string, err error) {
	if f.Errors == nil {
		f.Errors = map[string]string{}
	}
	told := fault.For(err)
	f.Errors[told.Field] = told.In(lang)
}
