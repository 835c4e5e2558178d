package web

import (
	"strconv"

	"rostrum/fault"
	"rostrum/handbook"
	"rostrum/store"
	"rostrum/studio"
	"rostrum/training"
)

// reading is a version of the policy being read: by which addresses, in which language, and by whom.
type reading struct {
	*Ready
	base   string // of the addresses of its clauses
	in     string // what the addresses end in, so that the reader stays in the language that they chose for this text
	book   *handbook.Book
	public bool // the reader may be anybody
	past   bool // the version is not the one in force
	// changed is the clauses that changed since the reader signed them.
	changed map[string]bool
}

// handbookPage is the policy's contents, or what a search found in it.
type handbookPage struct {
	Page
	Base, In string
	Version  studio.Version
	Past     bool
	BookLang string
	Facts    [][2]string
	Query    string
	Found    []handbook.Entry
	Chapters []handbook.Chapter
	Plans    []Link
	Public   bool
	Changed  map[string]bool // clauses that changed since the reader signed them
}

// handbook lists the clauses of the policy in force.
func (s *Server) handbook(v *visit) error {
	return s.reading(v, "/handbook", s.inForce, s.contents)
}

// handbookClause shows a clause of the policy in force.
func (s *Server) handbookClause(v *visit) error {
	return s.reading(v, "/handbook", s.inForce, s.clause)
}

// handbookPlan shows who may speak, the conflict plan, the approved answers or the action plans.
func (s *Server) handbookPlan(v *visit) error {
	return s.reading(v, "/handbook", s.inForce, s.plan)
}

// pastHandbook and pastClause show a version that was in force once.
func (s *Server) pastHandbook(v *visit) error {
	return s.reading(v, "/versions/"+v.r.PathValue("number")+"/handbook", s.numbered, s.contents)
}

func (s *Server) pastClause(v *visit) error {
	return s.reading(v, "/versions/"+v.r.PathValue("number")+"/handbook", s.numbered, s.clause)
}

func (s *Server) inForce(v *visit, tx *store.Tx) (*Ready, error) { return s.InForce(v.ctx, tx, v.now) }

func (s *Server) numbered(v *visit, tx *store.Tx) (*Ready, error) {
	number, err := strconv.Atoi(v.r.PathValue("number"))
	if err != nil {
		return nil, s.nothingHere(v)
	}
	version, err := tx.VersionNumbered(v.ctx, number)
	if err != nil {
		return nil, err
	}
	return s.Ready(v.ctx, tx, version)
}

// reading opens a version and has it shown.
func (s *Server) reading(v *visit, base string, which func(*visit, *store.Tx) (*Ready, error), show func(*visit, *reading) error) error {
	var r *reading
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		ready, err := which(v, tx)
		if err != nil {
			return err
		}
		r = &reading{Ready: ready, base: base, public: base == publicBase}
		if !r.public && base != "/handbook" {
			now, err := tx.VersionAt(v.ctx, v.now)
			if err != nil && !fault.Is(err, fault.NotFound) {
				return err
			}
			r.past = now.ID != ready.Version.ID
		}
		r.changed, err = s.changedSinceSigned(v, tx, r)
		return err
	})
	if err != nil {
		return err
	}
	lang := v.lang
	if asked := v.r.URL.Query().Get("in"); asked == English || asked == Lithuanian {
		lang, r.in = asked, "?in="+asked
	}
	if r.book, err = s.book(r.Ready, lang); err != nil {
		return err
	}
	return show(v, r)
}

// changedSinceSigned gives the clauses of the policy in force that the reader signed in another wording.
func (s *Server) changedSinceSigned(v *visit, tx *store.Tx, r *reading) (map[string]bool, error) {
	changed := map[string]bool{}
	if r.public || r.past || v.who.ID == "" {
		return changed, nil
	}
	signed, err := tx.SignedDigests(v.ctx, v.who.ID)
	for _, c := range r.Policy.Clauses {
		if before, ok := signed[c.ID]; ok && before != training.Digest(c) {
			changed[c.ID] = true
		}
	}
	return changed, err
}

func (s *Server) book(ready *Ready, lang string) (*handbook.Book, error) {
	return fromShelf(&s.shelf, "book "+lang+" "+ready.Policy.Digest, func() (*handbook.Book, error) {
		return handbook.Open(ready.Policy, lang)
	})
}

func (s *Server) contents(v *visit, r *reading) error {
	page := handbookPage{
		Page: s.page(v, "handbook.title"), Base: r.base, In: r.in, Version: r.Version, Past: r.past, Public: r.public, BookLang: r.book.Lang(),
		Facts: r.book.Facts(), Query: v.r.URL.Query().Get("q"), Chapters: r.book.Contents(),
	}
	if r.public {
		page.Facts = page.Facts[:2] // who approved it is for the company
	}
	if page.Query != "" {
		page.Found = r.book.Search(page.Query)
	}
	names, titles := r.book.Plans()
	for i := range names {
		if r.base == "/handbook" {
			page.Plans = append(page.Plans, Link{Href: r.base + "/plans/" + names[i], Label: titles[i], Icon: planIcons[names[i]]})
		}
	}
	page.Changed = r.changed
	s.render.Render(v.w, v.r, 200, "handbook/contents", &page)
	return nil
}

var planIcons = map[string]string{"speakers": "speakerphone", "conflict": "messages", "responses": "message-circle", "runbooks": "list-check"}
