package web

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/policy"
	"rostrum/store"
	"rostrum/studio"
)

// addPage asks what is to be added to a version.
type addPage struct {
	studioFrame
	Kinds []Link
}

func (s *Server) studioAdd(v *visit) error { return s.studioAddForm(v, 200, Form{}) }

func (s *Server) studioAddForm(v *visit, status int, form Form) error {
	var page addPage
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		d, err := s.studioDraft(v, tx)
		if err != nil {
			return err
		}
		page.studioFrame = s.studioFrame(v, d, "")
		page.Crumbs = append(page.Crumbs, Link{Label: d.Name, Href: "/studio/" + d.ID})
		page.Title, page.Tabs, page.Form = s.words.T(v.lang, "studio.add_title"), nil, form
		return nil
	})
	if err != nil {
		return err
	}
	for _, kind := range []string{"clauses", "terms", "responses", "runbooks"} {
		page.Kinds = append(page.Kinds, Link{Href: kind, Label: s.words.T(v.lang, "studio.add_"+kind)})
	}
	s.render.Render(v.w, v.r, status, "studio/add", &page)
	return nil
}

func (s *Server) studioAdded(v *visit) error {
	kind, id := v.form("kind"), v.form("id")
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		version, err := tx.Version(v.ctx, v.r.PathValue("id"))
		if err != nil {
			return err
		}
		files, err := tx.Content(v.ctx, version.Digest)
		if err != nil {
			return err
		}
		made, err := v.newPiece(kind, id, files)
		if err != nil {
			return err
		}
		var changes []studio.Change
		for name, content := range made {
			if _, there := files[name]; there {
				return fault.Of("id", "There is one of this name already. Choose another name.", "Toks pavadinimas jau yra. Pasirinkite kitą.")
			}
			changes = append(changes, studio.Change{Path: name, Content: content})
		}
		if _, err = studio.Edit(v.ctx, tx, v.who, version.ID, changes, v.now); err != nil {
			return err
		}
		return s.flash(v, tx, "studio.added")
	})
	if fault.Is(err, fault.Invalid) {
		form := Form{Values: v.r.PostForm}
		form.Refuse(v.lang, err)
		return s.studioAddForm(v, 422, form)
	} else if err != nil {
		return err
	}
	file := kind + "/" + id + "/en.md"
	if kind == "terms" {
		file = "terms/" + id + ".yaml"
	}
	return v.see(editAddress(v.r.PathValue("id"), file))
}

var (
	pieceName   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	listName    = regexp.MustCompile(`^[a-z0-9]+([_-][a-z0-9]+)*$`)
	clauseShape = regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{1,3}){1,3}$`)
)

// newPiece gives the files of a new clause, word list, response or runbook, ready to be written on.
func (v *visit) newPiece(kind, id string, files folder.Files) (folder.Files, error) {
	if kind == "terms" && listName.MatchString(id) && len(id) <= 60 {
		return folder.Files{"terms/" + id + ".yaml": []byte("")}, nil
	}
	if !pieceName.MatchString(id) || len(id) > 60 {
		return nil, fault.Of("id", "Use lower-case letters without diacritics, digits and hyphens, such as guest-posts.",
			"Tinka mažosios lotyniškos raidės be diakritikų, skaitmenys ir brūkšneliai, pavyzdžiui, svecio-irasai.")
	}
	team := firstTeam(files)
	var main string
	switch kind {
	case "clauses":
		number := v.form("number")
		if !clauseShape.MatchString(number) {
			return nil, fault.Of("number", "Enter the clause's number, such as 3.7.", "Įveskite punkto numerį, pavyzdžiui, 3.7.")
		}
		main = fmt.Sprintf("number: %q\nowner: %s\napplies_to: [brand, personal]\nrules: []\nexamples: []\n", number, team)
	case "responses":
		main = "owner: customer_service\nfits: {en: [], lt: []}\nfields: []\nedit: fields\n"
	case "runbooks":
		main = "kind: crisis\nsteps:\n  - id: first\n    text: {en: First step, lt: Pirmas žingsnis}\n    owner: " + team + "\n    within: 30m\n"
	default:
		return nil, fault.Of("kind", "Choose what to add.", "Pasirinkite, ką pridėti.")
	}
	made := folder.Files{kind + "/" + id + "/" + strings.TrimSuffix(kind, "s") + ".yaml": []byte(main)}
	for _, lang := range []string{policy.English, policy.Lithuanian} {
		title := strings.Join(strings.Fields(v.form("title_"+lang)), " ")
		if title == "" && !slices.Contains(v.company.Languages, lang) {
			continue
		}
		if title == "" {
			return nil, fault.Of("title_"+lang, "Enter the title.", "Įveskite pavadinimą.")
		}
		made[kind+"/"+id+"/"+lang+".md"] = []byte("# " + title + "\n")
	}
	return made, nil
}

// firstTeam gives the first team of speakers.yaml, so that a new piece has an owner that exists.
func firstTeam(files folder.Files) string {
	var speakers struct {
		Teams []struct{ ID string }
	}
	if yaml.Unmarshal(files["speakers.yaml"], &speakers) != nil || len(speakers.Teams) == 0 {
		return "communications"
	}
	return speakers.Teams[0].ID
}
