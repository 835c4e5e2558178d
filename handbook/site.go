package handbook

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"

	"rostrum/folder"
	"rostrum/policy"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed assets
var assetFiles embed.FS

// site is a handbook being built.
type site struct {
	policy    *policy.Policy
	pdf       bool
	templates *template.Template
	files     folder.Files
}

func (s *site) parse() (err error) {
	s.templates, err = template.New("").Funcs(template.FuncMap{"heading": heading, "own": own}).ParseFS(templateFiles, "templates/*.html")
	return err
}

func (s *site) assets() error {
	return fs.WalkDir(assetFiles, "assets", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := assetFiles.ReadFile(path)
		s.files[path] = content
		return err
	})
}

// write fills a template and keeps the page.
func (s *site) write(path, name string, page any) error {
	var b bytes.Buffer
	if err := s.templates.ExecuteTemplate(&b, name, page); err != nil {
		return fmt.Errorf("the page %s cannot be made: %w", path, err)
	}
	s.files[path] = b.Bytes()
	return nil
}

// heading is a heading that is a link to itself, so that a place on the page can be passed on.
func heading(level int, id string, title said) (template.HTML, error) {
	if level < 1 || level > 6 {
		return "", fmt.Errorf("there is no heading of level %d", level)
	}
	lang := ""
	if title.Lang != "" {
		lang = fmt.Sprintf(` lang="%s"`, template.HTMLEscapeString(title.Lang))
	}
	id = template.HTMLEscapeString(id)
	return template.HTML(fmt.Sprintf(`<h%[1]d id="%[2]s"%[3]s><a class="self" href="#%[2]s">%[4]s</a></h%[1]d>`,
		level, id, lang, template.HTMLEscapeString(title.Text))), nil
}

// languagesPage is the site's first page: the choice of language.
type languagesPage struct {
	Lang, Company string
	Choices       []languageChoice
}

type languageChoice struct{ Lang, Name, Title string }

func (s *site) languages() *languagesPage {
	page := &languagesPage{Lang: s.policy.Languages[0], Company: s.policy.Company}
	for _, lang := range s.policy.Languages {
		w := wordsIn(lang)
		page.Choices = append(page.Choices, languageChoice{lang, w.LanguageName, w.Title})
	}
	return page
}
