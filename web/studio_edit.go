package web

import (
	"cmp"
	"html/template"
	"path"
	"slices"
	"strings"

	"rostrum/folder"
	"rostrum/handbook"
	"rostrum/policy"
	"rostrum/store"
	"rostrum/studio"
)

// editPage edits a clause, a word list, or another piece: one or more files side by side.
type editPage struct {
	studioFrame
	Kind     string // "clauses", "terms", "responses", "runbooks" or "file"
	Name     string // the piece's id
	At       string // its file or folder
	Back     string // this page
	Texts    []editField
	Data     *editField
	Lines    bool // Data is a word list with one term a line
	Head     string
	Waiting  bool // saving takes the version back to draft
	Channel  string
	Sample   string
	Tried    tried
	Levels   []levelled // of a clause with rules about how posts sound
	Threads  []thread
	Previous *studioItem
	Next     *studioItem
}

// editField is one file in a form.
type editField struct {
	Path, ID, Label, Lang, Was, Text string
	Title                            string
	Preview                          template.HTML
	Lacks, Warnings                  []lackLink
}

func (s *Server) studioClause(v *visit) error {
	return s.studioEdit(v, "clauses/"+v.r.PathValue("clause"), false)
}

func (s *Server) studioTerms(v *visit) error {
	return s.studioEdit(v, "terms/"+v.r.PathValue("list")+".yaml", false)
}

func (s *Server) studioFile(v *visit) error { return s.studioEdit(v, v.r.PathValue("path"), false) }

// studioTry shows what was typed, and what the draft would do with it; nothing is kept.
func (s *Server) studioTry(v *visit) error { return s.studioEdit(v, v.form("at"), true) }

// studioEdit shows a file or folder of a version to be edited, as it is kept or, to try it, as it was typed.
func (s *Server) studioEdit(v *visit, at string, typed bool) error {
	var page editPage
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		d, err := s.studioDraft(v, tx)
		if err != nil {
			return err
		}
		threads, err := s.studioThreads(v, tx, d)
		if err != nil {
			return err
		}
		page, err = s.editPage(v, d, at, typed)
		for _, t := range threads {
			if page.Kind == "clauses" && t.Clause == page.Name {
				page.Threads = append(page.Threads, t)
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	s.render.Render(v.w, v.r, 200, "studio/edit", &page)
	return nil
}

func (s *Server) editPage(v *visit, d *draft, at string, typed bool) (editPage, error) {
	page := editPage{studioFrame: s.studioFrame(v, d, ""), At: at}
	paths, err := page.place(d)
	if err != nil {
		return page, err
	}
	page.Waiting = d.State != studio.Draft
	files := d.Files
	var was map[string]string
	if typed {
		if files, was, err = v.typedInto(d.Files, at); err != nil {
			return page, err
		}
	}
	report := s.reports.inspect(files, v.now)
	for _, path := range paths {
		field := s.editField(v, report, files, path)
		if field.Text == "" && field.Lang != "" && !slices.Contains(languagesOf(report), field.Lang) {
			continue
		}
		if field.Was = studio.Sum(d.Files, path); typed {
			field.Was = was[path]
		}
		if strings.HasSuffix(path, ".md") {
			if field.Preview, err = s.studioPreview(report, page.Kind, &field); err != nil {
				return page, err
			}
			page.Texts = append(page.Texts, field)
			continue
		}
		page.Data = &field
	}
	if page.Kind == "terms" {
		page.asLines()
	}
	page.Channel, page.Sample = v.form("channel"), unixLines(v.r.PostFormValue("sample"))
	page.Tried = s.tryDraft(v, report, &page)
	if page.Kind == "clauses" && report.Policy != nil {
		page.Levels = levelsOf(report.Policy.Clause(page.Name))
	}
	page.neighbours(v.lang, d)
	page.entitle(s, v, d)
	return page, nil
}

// place finds out what the page is about and which files it has.
func (p *editPage) place(d *draft) ([]string, error) {
	kind, rest, inside := strings.Cut(p.At, "/")
	main := map[string]string{"clauses": "clause.yaml", "responses": "response.yaml", "runbooks": "runbook.yaml"}[kind]
	p.Back = "/studio/" + d.ID + "/files/" + p.At
	switch {
	case main != "" && rest != "" && !strings.Contains(rest, "/"):
		p.Kind, p.Name = kind, rest
		if kind == "clauses" {
			p.Back = "/studio/" + d.ID + "/clauses/" + rest
		}
		if _, there := d.Files[p.At+"/"+main]; !there {
			return nil, noFile()
		}
		return []string{p.At + "/en.md", p.At + "/lt.md", p.At + "/" + main}, nil
	case kind == "terms" && strings.HasSuffix(rest, ".yaml") && !strings.Contains(rest, "/"):
		p.Kind, p.Name = "terms", strings.TrimSuffix(rest, ".yaml")
		p.Back = "/studio/" + d.ID + "/terms/" + p.Name
	case !inside && slices.Contains([]string{"policy.yaml", "speakers.yaml", "conflict.yaml", "waivers.yaml"}, p.At):
		p.Kind, p.Name = "file", strings.TrimSuffix(p.At, ".yaml")
	default:
		return nil, noFile()
	}
	if _, there := d.Files[p.At]; !there && p.At != "waivers.yaml" {
		return nil, noFile()
	}
	return []string{p.At}, nil
}

// typedInto gives the files with what was typed, and of each the sum that the editor began from.
func (v *visit) typedInto(files folder.Files, at string) (folder.Files, map[string]string, error) {
	if err := v.r.ParseForm(); err != nil {
		return nil, nil, noFile()
	}
	changes, err := v.changes()
	if err != nil {
		return nil, nil, err
	}
	edited, was := folder.Files{}, map[string]string{}
	for name, content := range files {
		edited[name] = content
	}
	for _, c := range changes {
		if !within(c.Path, at) {
			return nil, nil, noFile()
		}
		was[c.Path] = c.Was
		if edited[c.Path] = c.Content; c.Content == nil {
			delete(edited, c.Path)
		}
	}
	return edited, was, nil
}

func (s *Server) editField(v *visit, report *studio.Report, files folder.Files, file string) editField {
	field := editField{Path: file, ID: strings.NewReplacer("/", "-", ".", "-").Replace(file), Text: string(files[file]), Label: path.Base(file)}
	if lang, isText := strings.CutSuffix(path.Base(file), ".md"); isText {
		field.Lang, field.Label = lang, s.words.T(v.lang, "studio.text_"+lang)
	}
	elsewhere := func(l studio.Lack) bool { return l.Place.File != file }
	field.Lacks = lackLinks(v.lang, "", slices.DeleteFunc(report.Lacks(), elsewhere))
	field.Warnings = lackLinks(v.lang, "", slices.DeleteFunc(report.Warnings(), elsewhere))
	return field
}

// studioPreview renders a text as its readers will see it; the first line of a clause is its title.
func (s *Server) studioPreview(report *studio.Report, kind string, field *editField) (template.HTML, error) {
	text := field.Text
	if kind == "clauses" {
		first, rest, _ := strings.Cut(text, "\n")
		field.Title, text = strings.TrimSpace(strings.TrimLeft(first, "#")), rest
	}
	return handbook.Prose(report.Policy, text, field.Lang+"-", 3, func(id string) string { return "../clauses/" + id })
}

// neighbours finds the clauses before and after this one.
func (p *editPage) neighbours(lang string, d *draft) {
	if p.Kind != "clauses" {
		return
	}
	all := studio.Outline(d.Files)
	i := slices.IndexFunc(all, func(h studio.Heading) bool { return h.ID == p.Name })
	link := func(i int) *studioItem {
		if i < 0 || i >= len(all) {
			return nil
		}
		return &studioItem{Number: all[i].Number, Name: all[i].Title.In(lang), Href: "/studio/" + d.ID + "/clauses/" + all[i].ID}
	}
	p.Previous, p.Next = link(i-1), link(i+1)
	p.Title = strings.TrimSpace(all[i].Number + " " + all[i].Title.In(lang))
}

// entitle names the page.
func (p *editPage) entitle(s *Server, v *visit, d *draft) {
	p.Crumbs = append(p.Crumbs, Link{Label: d.Name, Href: "/studio/" + d.ID})
	p.Tabs = nil
	switch p.Kind {
	case "terms":
		p.Title = s.words.T(v.lang, "studio.list_title", "name", listCalled(v.lang, s.words, p.Name))
	case "file":
		p.Title = s.words.T(v.lang, "studio.file_"+p.Name)
	case "responses", "runbooks":
		p.Title = s.words.T(v.lang, "studio.kind_"+p.Kind, "name", cmp.Or(planCalled(v.lang, d.Files, p.Kind+"/"+p.Name), p.Name))
	}
	if p.Title == "" {
		p.Title = p.Name
	}
}

// languagesOf gives the languages of a draft; of one that does not load, both.
func languagesOf(report *studio.Report) []string {
	if report.Policy == nil {
		return []string{policy.English, policy.Lithuanian}
	}
	return report.Policy.Languages
}
