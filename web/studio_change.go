package web

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"rostrum/fault"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// changes reads what an editor wants files to be: the fields path, was and text, as often as there are files; lines for a
// word list. Where a clash was decided, take-PATH says whose text is to stand.
func (v *visit) changes() ([]studio.Change, error) {
	form := v.r.PostForm
	paths, was, texts := form["path"], form["was"], form["text"]
	if lines, typed := form["lines"]; typed {
		texts = []string{string(termFile(form.Get("head"), lines[0]))}
	}
	if len(paths) != len(was) || len(paths) != len(texts) {
		return nil, fault.New(fault.Invalid, "The form did not arrive whole. Go back and send it again.",
			"Forma atkeliavo ne visa. Grįžkite ir išsiųskite ją dar kartą.")
	}
	var all []studio.Change
	for i, path := range paths {
		if form.Get("take-"+path) == "theirs" {
			continue
		}
		all = append(all, studio.Change{Path: path, Was: was[i], Content: fileText(path, texts[i], was[i] != "")})
	}
	return all, nil
}

// fileText is what was typed as the content of a file: Unix lines and one line end at the end. A text for people that is
// empty is no file.
func fileText(path, typed string, existed bool) []byte {
	text := strings.TrimRight(unixLines(typed), " \n\t")
	if text == "" && (!existed || strings.HasSuffix(path, ".md")) {
		return nil
	}
	return []byte(text + "\n")
}

func unixLines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// studioSave keeps what was typed into the files of a version.
func (s *Server) studioSave(v *visit) error {
	if err := v.r.ParseForm(); err != nil {
		return fault.New(fault.Invalid, "The form did not arrive whole. Go back and send it again.",
			"Forma atkeliavo ne visa. Grįžkite ir išsiųskite ją dar kartą.")
	}
	changes, err := v.changes()
	if err != nil {
		return err
	}
	return s.studioKeep(v, changes, "studio.saved", v.then())
}

// studioKeep makes changes, tells so and goes to a page; a clash has a page of its own.
func (s *Server) studioKeep(v *visit, changes []studio.Change, said, then string) error {
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if _, err := studio.Edit(v.ctx, tx, v.who, v.r.PathValue("id"), changes, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, said)
	})
	if clash, ok := errors.AsType[*studio.Clash](err); ok {
		return s.studioClash(v, clash, changes, then)
	} else if err != nil {
		return err
	}
	return v.see(then)
}

// clashPage shows both texts where two people changed the same one.
type clashPage struct {
	Page
	ID, Then, Told string
	Files          []clashFile
	Others         []studio.Change // changes that clash with nothing, sent along
}

// clashFile is one file of a clash.
type clashFile struct {
	Name                    string // the title of a text, as people know it; empty where it has none
	Path, Sum, Theirs, Ours string
	Passages                []Passage
}

func (s *Server) studioClash(v *visit, clash *studio.Clash, changes []studio.Change, then string) error {
	page := clashPage{Page: s.page(v, "studio.clash_title"), ID: v.r.PathValue("id"), Then: then, Told: clash.In(v.lang)}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "studio.title"), Href: "/studio"}}
	for _, f := range clash.Files {
		theirs, ours := string(f.Theirs), string(f.Ours)
		page.Files = append(page.Files, clashFile{titleOf(theirs), f.Path, f.Sum, theirs, ours, differingWords(theirs, ours)})
	}
	for _, c := range changes {
		if !slices.ContainsFunc(clash.Files, func(f studio.Clashing) bool { return f.Path == c.Path }) {
			page.Others = append(page.Others, c)
		}
	}
	s.render.Render(v.w, v.r, 409, "studio/clash", &page)
	return nil
}

func (s *Server) studioUndo(v *visit) error {
	return s.studioDo(v, "studio.undone", func(tx *store.Tx, id string) error {
		_, err := studio.Undo(v.ctx, tx, v.who, id, v.number("seq"), v.now)
		return err
	})
}

func (s *Server) studioRename(v *visit) error {
	err := s.studioDo(v, "studio.renamed", func(tx *store.Tx, id string) error {
		return studio.Rename(v.ctx, tx, v.who, id, v.form("name"), v.now)
	})
	if fault.Is(err, fault.Invalid) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.studioVersionPage(v, 422, form)
	}
	return err
}

// studioRemove takes a clause or another piece out; it can be undone.
func (s *Server) studioRemove(v *visit) error {
	at := v.form("path")
	if at == "" {
		return noFile()
	}
	return s.studioDo(v, "studio.removed", func(tx *store.Tx, id string) error {
		version, err := tx.Version(v.ctx, id)
		if err != nil {
			return err
		}
		files, err := tx.Content(v.ctx, version.Digest)
		if err != nil {
			return err
		}
		var changes []studio.Change
		for name := range files {
			if within(name, at) {
				changes = append(changes, studio.Change{Path: name, Was: studio.Sum(files, name)})
			}
		}
		if len(changes) == 0 {
			return noFile()
		}
		_, err = studio.Edit(v.ctx, tx, v.who, id, changes, v.now)
		return err
	})
}

// studioDo changes the version that the address names, tells so on its page and goes there.
func (s *Server) studioDo(v *visit, said string, change func(*store.Tx, string) error) error {
	id := v.r.PathValue("id")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := change(tx, id); err != nil {
			return err
		}
		return s.flash(v, tx, said)
	})
	if err != nil {
		return err
	}
	return v.see("/studio/" + id)
}

func noFile() error {
	return fault.New(fault.NotFound, "This version has no such part. It may have been removed or renamed.",
		"Šioje versijoje tokios dalies nėra. Galbūt ji pašalinta arba pervadinta.")
}

// mayStudio is the action of those who read drafts: whoever may vote on one, and that includes the owners.
const mayStudio = staff.ApprovePolicy

// number reads a whole number of the form, 0 where there is none.
func (v *visit) number(name string) int64 {
	n, _ := strconv.ParseInt(v.form(name), 10, 64)
	return n
}
