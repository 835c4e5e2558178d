package web

import (
	"bytes"
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"rostrum/policy"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/studio"
)

// versionPage is a version with everything in it, and where it stands.
type versionPage struct {
	studioFrame
	Parts    []studioPart
	Lists    []studioItem
	Plans    []studioItem // speakers, conflict plan, particulars
	Answers  []studioItem // responses and runbooks
	Changed  int
	Lacks    int
	Warnings int
	Last     *studio.Step // the change that can be undone
	Threads  []thread
	Open     int // threads that are not resolved
}

// studioFrame is what all pages of a version share.
type studioFrame struct {
	Page
	Version  studio.Version
	Names    map[string]string
	Steps    []Step
	Tabs     []Link
	Writable bool // the person may edit it
	Form     Form
}

// studioPart is a part of the policy with its clauses.
type studioPart struct {
	Title string
	Items []studioItem
}

// studioItem is a clause or another piece as the list shows it.
type studioItem struct {
	Number, Name, Href    string
	Mark                  string // "new", "changed" or empty
	Lacks, Warnings, Open int
}

// frame gives what surrounds the pages of a version; tab names the current one.
func (s *Server) studioFrame(v *visit, d *draft, tab string) studioFrame {
	f := studioFrame{Page: s.page(v, ""), Version: d.Version, Names: d.Names, Steps: s.studioSteps(v.lang, d.Version, v.now)}
	f.Title = d.Name
	f.Crumbs = []Link{{Label: s.words.T(v.lang, "studio.title"), Href: "/studio"}}
	f.Writable = d.Open() && staff.May(v.who, staff.EditPolicy) == nil
	at := "/studio/" + d.ID
	for _, t := range []struct{ name, icon, href string }{
		{"contents", "list", at}, {"difference", "git-compare", at + "/diff"},
		{"impact", "scale", at + "/impact"}, {"review", "list-check", at + "/review"},
	} {
		f.Tabs = append(f.Tabs, Link{Icon: t.icon, Label: s.words.T(v.lang, "studio.tab_"+t.name), Href: t.href, Current: t.name == tab})
	}
	return f
}

func (s *Server) studioVersion(v *visit) error { return s.studioVersionPage(v, 200, Form{}) }

func (s *Server) studioVersionPage(v *visit, status int, form Form) error {
	var page versionPage
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		d, err := s.studioDraft(v, tx)
		if err != nil {
			return err
		}
		page = versionPage{studioFrame: s.studioFrame(v, d, "contents")}
		page.Form = form
		if step, err := tx.LastStep(v.ctx, d.ID); err == nil && page.Writable {
			page.Last = &step
			if err := s.names(v, tx, d.Names, step.Person); err != nil {
				return err
			}
		}
		threads, err := s.studioThreads(v, tx, d)
		if err != nil {
			return err
		}
		s.fillVersion(v, &page, d, threads)
		return nil
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, status, "studio/version", &page)
	return nil
}

// fillVersion lists what is in the version, each with its marks.
func (s *Server) fillVersion(v *visit, page *versionPage, d *draft, threads []thread) {
	marks := s.studioMarks(v, d, threads)
	at := "/studio/" + d.ID
	var titles map[string]policy.Text
	if marks.report.Policy != nil {
		titles = marks.report.Policy.Parts
	}
	for _, h := range studio.Outline(d.Files) {
		item := marks.item("clauses/"+h.ID, h.Title.In(v.lang), at+"/clauses/"+h.ID)
		item.Number = h.Number
		if item.Name == "" {
			item.Name = h.ID
		}
		part, _, _ := strings.Cut(h.Number, ".")
		title := titles[part].In(v.lang)
		if n := len(page.Parts); n == 0 || page.Parts[n-1].Title != title {
			page.Parts = append(page.Parts, studioPart{Title: title})
		}
		last := &page.Parts[len(page.Parts)-1]
		last.Items = append(last.Items, item)
	}
	for _, file := range []string{"policy.yaml", "speakers.yaml", "conflict.yaml", "waivers.yaml"} {
		name := strings.TrimSuffix(file, ".yaml")
		page.Plans = append(page.Plans, marks.item(file, s.words.T(v.lang, "studio.file_"+name), at+"/files/"+file))
	}
	for _, dir := range itemFolders(d) {
		kind, name, _ := strings.Cut(dir, "/")
		page.Answers = append(page.Answers, marks.item(dir, s.words.T(v.lang, "studio.kind_"+kind, "name", cmp.Or(planCalled(v.lang, d.Files, dir), name)), at+"/files/"+dir))
	}
	for _, file := range slices.Sorted(maps.Keys(d.Files)) {
		if name, isList := strings.CutPrefix(file, "terms/"); isList {
			name = strings.TrimSuffix(name, ".yaml")
			page.Lists = append(page.Lists, marks.item(file, listCalled(v.lang, s.words, name), at+"/terms/"+name))
		}
	}
	for i := range threads {
		if threads[i].Clause == "" {
			page.Threads = append(page.Threads, threads[i])
		}
		if threads[i].Open() {
			page.Open++
		}
	}
	page.Changed, page.Lacks, page.Warnings = marks.changed, len(marks.lacks), len(marks.warnings)
}

// itemFolders lists the folders of responses and runbooks.
func itemFolders(d *draft) []string {
	found := map[string]bool{}
	for name := range d.Files {
		if dir := path.Dir(name); strings.HasPrefix(name, "responses/") || strings.HasPrefix(name, "runbooks/") {
			found[dir] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// studioMarks is what there is to say of each piece of a version.
type studioMarks struct {
	draft           *draft
	report          *studio.Report
	lacks, warnings []studio.Lack
	threads         []thread
	changed         int
}

func (s *Server) studioMarks(v *visit, d *draft, threads []thread) *studioMarks {
	report := s.reports.inspect(d.Files, v.now)
	return &studioMarks{draft: d, report: report, lacks: report.Lacks(), warnings: report.Warnings(), threads: threads}
}

// item gives a piece, a file or a folder, with its marks.
func (m *studioMarks) item(at, name, href string) studioItem {
	item := studioItem{Name: name, Href: href, Mark: m.draft.mark(at)}
	if item.Mark != "" {
		m.changed++
	}
	item.Lacks, item.Warnings = lacksAt(m.lacks, at), lacksAt(m.warnings, at)
	for i := range m.threads {
		if m.threads[i].Open() && m.threads[i].Clause != "" && at == "clauses/"+m.threads[i].Clause {
			item.Open++
		}
	}
	return item
}

func lacksAt(lacks []studio.Lack, at string) int {
	n := 0
	for _, l := range lacks {
		if within(l.Place.File, at) {
			n++
		}
	}
	return n
}

// within tells whether a file is this one or in this folder.
func within(file, at string) bool { return file == at || strings.HasPrefix(file, at+"/") }

// mark tells whether a file or folder is new or changed since the baseline.
func (d *draft) mark(at string) string {
	if d.Base == nil {
		return ""
	}
	before, differs := false, false
	for name, content := range d.Base.Files {
		if within(name, at) {
			before = true
			differs = differs || !bytes.Equal(content, d.Files[name])
		}
	}
	for name := range d.Files {
		if within(name, at) {
			_, there := d.Base.Files[name]
			differs = differs || !there
		}
	}
	switch {
	case !differs:
		return ""
	case !before:
		return "new"
	}
	return "changed"
}
