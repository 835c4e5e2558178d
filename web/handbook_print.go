package web

import (
	"bytes"
	"context"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/handbook"
	"rostrum/handbook/pdf"
	"rostrum/store"
)

// handbookPrint leads to the whole policy on one page, made for paper.
func (s *Server) handbookPrint(v *visit) error {
	ready, err := s.readyInForce(v)
	if err != nil {
		return err
	}
	return v.see("/handbook/site/" + s.bookLang(v, ready) + "/" + handbook.PrintPage)
}

// handbookSite gives the policy in force as the site that `rostrum handbook` writes.
func (s *Server) handbookSite(v *visit) error {
	ready, err := s.readyInForce(v)
	if err != nil {
		return err
	}
	site, err := s.site(ready)
	if err != nil {
		return err
	}
	name := v.r.PathValue("file")
	content, err := fs.ReadFile(site, name)
	if err != nil {
		return s.nothingHere(v)
	}
	v.w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	v.w.Header().Set("Cache-Control", "private, no-cache")
	v.w.Header().Set("Vary", "Accept-Encoding")
	if takesGzip(v.r.Header.Get("Accept-Encoding")) {
		v.w.Header().Set("Content-Encoding", "gzip")
		content = shrink(content)
	}
	http.ServeContent(v.w, v.r, "", time.Time{}, bytes.NewReader(content))
	return nil
}

// handbookPDF gives the whole policy as a PDF, where the server has a browser to make one.
func (s *Server) handbookPDF(v *visit) error {
	ready, err := s.readyInForce(v)
	if err != nil {
		return err
	}
	lang := s.bookLang(v, ready)
	content, err := fromShelf(&s.shelf, "pdf "+lang+" "+ready.Policy.Digest, func() ([]byte, error) {
		site, err := s.site(ready)
		if err != nil {
			return nil, err
		}
		// A reader who goes away does not stop the making, which serves the next one.
		return makePDF(context.WithoutCancel(v.ctx), site, lang)
	})
	if fault.Is(err, fault.Unavailable) {
		s.Log.WarnContext(v.ctx, "no PDF of the handbook", "error", err)
		return fault.New(fault.Unavailable,
			"This server cannot make a PDF: it needs Chromium or Google Chrome. Open the whole policy on one page and print it from your browser.",
			"Šis serveris PDF parengti negali: jam reikia „Chromium“ arba „Google Chrome“. Atverkite visą politiką viename puslapyje ir išspausdinkite iš savo naršyklės.")
	} else if err != nil {
		return err
	}
	name := map[string]string{Lithuanian: "socialiniu-tinklu-politika.pdf"}[lang]
	if name == "" {
		name = "social-media-policy.pdf"
	}
	v.w.Header().Set("Content-Type", "application/pdf")
	v.w.Header().Set("Content-Disposition", `inline; filename="`+name+`"`)
	v.w.Header().Set("Cache-Control", "private, no-cache")
	http.ServeContent(v.w, v.r, "", time.Time{}, bytes.NewReader(content))
	return nil
}

func makePDF(ctx context.Context, site fs.FS, lang string) ([]byte, error) {
	printer, err := pdf.Find()
	if err != nil {
		return nil, err
	}
	draft, err := os.MkdirTemp("", "rostrum-handbook-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(draft) }()
	if err := os.CopyFS(filepath.Join(draft, "site"), site); err != nil {
		return nil, err
	}
	made := filepath.Join(draft, handbook.PDF)
	if err := printer.Print(ctx, filepath.Join(draft, "site", lang, handbook.PrintPage), made); err != nil {
		return nil, err
	}
	return os.ReadFile(made)
}

func (s *Server) site(ready *Ready) (fs.FS, error) {
	return fromShelf(&s.shelf, "site "+ready.Policy.Digest, func() (fs.FS, error) {
		site, err := handbook.Build(ready.Policy, handbook.Options{})
		if err != nil {
			return nil, err
		}
		return folder.Read(site)
	})
}

func (s *Server) readyInForce(v *visit) (ready *Ready, err error) {
	err = s.Store.Read(v.ctx, func(tx *store.Tx) error {
		ready, err = s.InForce(v.ctx, tx, v.now)
		return err
	})
	return ready, err
}

// bookLang is the reader's language, or the policy's main one where it does not speak the reader's.
func (s *Server) bookLang(v *visit, ready *Ready) string {
	if slices.Contains(ready.Policy.Languages, v.lang) {
		return v.lang
	}
	return ready.Policy.Languages[0]
}
