// Package handbook owns what people read of a policy: a static site in each of its languages, with search and a page
// for print. It works from a folder as well as from a server, and asks nothing of any other host. It refuses to write
// files, to look at the clock and to judge posts; the same policy always gives the same site.
package handbook

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"

	"rostrum/folder"
	"rostrum/policy"
)

// Marker is the file by which a folder is known as a handbook. It is a JSON object of type Made.
const Marker = "rostrum-handbook.json"

// PrintPage and PDF are where each language's folder has everything on one page, and that page as a PDF.
const (
	PrintPage = "all.html"
	PDF       = "handbook.pdf"
)

// Options is what a site can differ in beside its policy.
type Options struct {
	PDF bool // whoever asks adds a PDF to each language's folder, so the pages link to it
}

// Made says what a site was made from and which files belong to it.
type Made struct {
	Company string   `json:"company"`
	Version string   `json:"version"`
	Digest  string   `json:"digest"`
	Files   []string `json:"files"` // slash-separated, without the marker
}

// Build gives the site: index.html, a folder for each language, assets and the marker.
func Build(p *policy.Policy, o Options) (fs.FS, error) {
	s := &site{policy: p, pdf: o.PDF, files: folder.Files{}}
	if err := s.parse(); err != nil {
		return nil, err
	}
	if err := s.assets(); err != nil {
		return nil, err
	}
	if err := s.write("index.html", "languages.html", s.languages()); err != nil {
		return nil, err
	}
	for _, lang := range p.Languages {
		if err := newEdition(s, lang).write(); err != nil {
			return nil, err
		}
	}
	return s.files, s.mark()
}

func (s *site) mark() error {
	made := Made{Company: s.policy.Company, Version: s.policy.Version, Digest: s.policy.Digest}
	for path := range s.files {
		made.Files = append(made.Files, path)
	}
	if s.pdf {
		for _, lang := range s.policy.Languages {
			made.Files = append(made.Files, lang+"/"+PDF)
		}
	}
	slices.Sort(made.Files)
	written, err := json.MarshalIndent(made, "", "  ")
	if err != nil {
		return fmt.Errorf("the handbook's list of files cannot be written: %w", err)
	}
	s.files[Marker] = append(written, '\n')
	return nil
}
