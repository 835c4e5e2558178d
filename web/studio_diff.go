package web

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"rostrum/folder"
	"rostrum/policy"
	"rostrum/store"
	"rostrum/studio"
)

// difference is what tells two versions apart, piece by piece.
type difference struct {
	Pieces []differingPiece
	Loads  bool // both versions load, so that what differs can also be said in sentences
}

// differingPiece is a clause or another piece that differs.
type differingPiece struct {
	Title, Href string
	Sentences   []string
	Texts       []differingText
}

// differingText is a file of the piece as it changed. Code says that it is data and not prose.
type differingText struct {
	Label    string
	Code     bool
	Passages []Passage
}

// differencePage compares a version with another one.
type differencePage struct {
	studioFrame
	From       string
	Choices    []Link
	Older      string // what the other one is called
	Difference *difference
	Shared     bool // shown to those who may not enter the studio
}

func (s *Server) studioDiff(v *visit) error {
	var page differencePage
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		d, err := s.studioDraft(v, tx)
		if err != nil {
			return err
		}
		page = differencePage{studioFrame: s.studioFrame(v, d, "difference")}
		others, err := tx.Versions(v.ctx, 100)
		if err != nil {
			return err
		}
		for _, other := range others {
			if other.ID != d.ID {
				page.Choices = append(page.Choices, Link{Href: other.ID, Label: s.studioLabel(v.lang, other)})
			}
		}
		older := d.Base
		if from := v.r.URL.Query().Get("from"); from != "" {
			if older, err = s.studioBaseline(v, tx, from); err != nil {
				return err
			}
		}
		if older == nil {
			return nil
		}
		page.From, page.Older = older.ID, s.studioLabel(v.lang, older.Version)
		page.Difference = tellApart(v.lang, s.words, older.Files, d.Files)
		return nil
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "studio/diff", &page)
	return nil
}

// studioLabel names a version in a list.
func (s *Server) studioLabel(lang string, version studio.Version) string {
	if version.State == studio.Published {
		return s.words.T(lang, "studio.version_named", "number", version.Number, "name", version.Name)
	}
	return s.words.T(lang, "studio.state_named", "name", version.Name, "state", s.words.T(lang, "studio.state_"+string(version.State)))
}

// tellApart compares two folders.
func tellApart(lang string, words *Words, older, newer folder.Files) *difference {
	d := &difference{}
	sentences := map[string][]string{}
	before, errBefore := policy.Load(older)
	after, errAfter := policy.Load(newer)
	if d.Loads = errBefore == nil && errAfter == nil; d.Loads {
		for _, c := range policy.Diff(before, after) {
			at := changedAt(c)
			sentences[at] = append(sentences[at], c.In(lang))
		}
	}
	for _, at := range differingAt(older, newer) {
		piece := differingPiece{Title: pieceTitle(lang, words, at, older, newer), Sentences: sentences[at]}
		for _, name := range filesAt(at, older, newer) {
			if !bytes.Equal(older[name], newer[name]) {
				piece.Texts = append(piece.Texts, differingFile(lang, words, name, string(older[name]), string(newer[name])))
			}
		}
		d.Pieces = append(d.Pieces, piece)
	}
	return d
}

func differingFile(lang string, words *Words, name, older, newer string) differingText {
	if of, prose := strings.CutSuffix(path.Base(name), ".md"); prose {
		return differingText{Label: words.T(lang, "studio.text_"+of), Passages: differingWords(older, newer)}
	}
	return differingText{Label: path.Base(name), Code: true, Passages: differingLines(older, newer)}
}

// changedAt gives the file or folder that a change is about.
func changedAt(c policy.Change) string {
	subject := c.Subject
	if subject == policy.SubjectText || subject == policy.SubjectExamples {
		subject = c.Of
	}
	switch {
	case c.Clause != "":
		return "clauses/" + c.Clause
	case subject == policy.SubjectTerms:
		return "terms/" + c.Name + ".yaml"
	case subject == policy.SubjectResponse:
		return "responses/" + c.Name
	case subject == policy.SubjectRunbook:
		return "runbooks/" + c.Name
	case subject == policy.SubjectSpeakers:
		return "speakers.yaml"
	case subject == policy.SubjectConflict:
		return "conflict.yaml"
	case subject == policy.SubjectWaiver:
		return "waivers.yaml"
	}
	return "policy.yaml"
}

// pieceOf gives the piece that a file belongs to: the folder of a clause, a response or a runbook, or the file itself.
func pieceOf(file string) string {
	if strings.Count(file, "/") == 2 {
		return path.Dir(file)
	}
	return file
}

// differingAt lists the pieces that differ: the clauses in their order, and then the others by name.
func differingAt(older, newer folder.Files) []string {
	var clauses, others []string
	seen := map[string]bool{}
	for _, files := range []folder.Files{newer, older} {
		for _, h := range studio.Outline(files) {
			if at := "clauses/" + h.ID; !seen[at] {
				seen[at] = true
				clauses = append(clauses, at)
			}
		}
	}
	for _, files := range []folder.Files{newer, older} {
		for name := range files {
			if at := pieceOf(name); !seen[at] {
				seen[at] = true
				others = append(others, at)
			}
		}
	}
	slices.Sort(others)
	return slices.DeleteFunc(append(clauses, others...), func(at string) bool {
		return !slices.ContainsFunc(filesAt(at, older, newer), func(name string) bool { return !bytes.Equal(older[name], newer[name]) })
	})
}

// filesAt lists the files of a piece in either folder: texts before data.
func filesAt(at string, folders ...folder.Files) []string {
	if path.Ext(at) != "" {
		return []string{at}
	}
	var names []string
	for _, files := range folders {
		for name := range files {
			if within(name, at) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if path.Ext(a) != path.Ext(b) {
			return strings.Compare(path.Ext(a), path.Ext(b))
		}
		return strings.Compare(a, b)
	})
	return names
}

func pieceTitle(lang string, words *Words, at string, folders ...folder.Files) string {
	kind, name, _ := strings.Cut(at, "/")
	switch kind {
	case "clauses":
		for _, files := range slices.Backward(folders) {
			for _, h := range studio.Outline(files) {
				if h.ID == name {
					return strings.TrimSpace(h.Number + " " + h.Title.In(lang))
				}
			}
		}
	case "terms":
		return words.T(lang, "studio.list_title", "name", listCalled(lang, words, strings.TrimSuffix(name, ".yaml")))
	case "responses", "runbooks":
		for _, files := range slices.Backward(folders) {
			if called := planCalled(lang, files, at); called != "" {
				name = called
				break
			}
		}
		return words.T(lang, "studio.kind_"+kind, "name", name)
	case "policy.yaml", "speakers.yaml", "conflict.yaml", "waivers.yaml":
		return words.T(lang, "studio.file_"+strings.TrimSuffix(kind, ".yaml"))
	}
	return at
}
