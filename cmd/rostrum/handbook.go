package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rostrum/handbook"
	"rostrum/handbook/pdf"
	"rostrum/policy"
)

// handbookFlags are what `rostrum handbook` was asked.
type handbookFlags struct {
	output     string
	pdf, noPDF bool
}

func (p *program) handbookCommand() *cobra.Command {
	f := &handbookFlags{}
	c := &cobra.Command{
		Use:   "handbook [folder]",
		Short: p.say("Write what people read: a site with search, and a PDF", "Parengti, ką skaitys žmonės: svetainę su paieška ir PDF"),
		Long: p.say(`Write the policy as a site in each of its languages. It opens from a folder as well as from any web server, works without
a connection and asks nothing of any other host. A PDF is made with Chromium or Google Chrome, where one is installed.
A handbook that is there already is replaced; any other folder is left alone.`,
			`Parengia politikos svetainę visomis jos kalbomis. Ją galima atverti ir iš aplanko, ir iš bet kurio žiniatinklio serverio; ji
veikia be interneto ir niekur kitur nesikreipia. Jei įdiegta „Chromium“ ar „Google Chrome“, parengiamas ir PDF. Ankstesnė
politikos svetainė pakeičiama, o joks kitas aplankas neliečiamas.`),
		Example: "  rostrum handbook acme -o site\n  rostrum handbook acme -o site --pdf",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.handbook(c.Context(), optional(args), f)
		},
	}
	c.Flags().StringVarP(&f.output, "output", "o", "site", p.say("the folder to write", "kuriamas aplankas"))
	c.Flags().BoolVar(&f.pdf, "pdf", false, p.say("fail if the PDF cannot be made", "jei PDF parengti nepavyksta, laikyti klaida"))
	c.Flags().BoolVar(&f.noPDF, "no-pdf", false, p.say("make no PDF", "PDF nerengti"))
	return c
}

func (p *program) handbook(ctx context.Context, dir string, f *handbookFlags) error {
	if f.pdf && f.noPDF {
		return errors.New(p.say("--pdf and --no-pdf exclude each other: give one", "--pdf ir --no-pdf kartu neveikia: nurodykite vieną"))
	}
	loaded, err := p.load(dir)
	if err != nil {
		return err
	}
	target, err := p.target(dir, f.output)
	if err != nil {
		return err
	}
	chromium, err := p.printer(f)
	if err != nil {
		return err
	}
	// The name does not begin with a dot: a confined Chromium may not read folders that do.
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return p.unwritten(err)
	}
	draft, err := os.MkdirTemp(filepath.Dir(target), "rostrum-handbook-")
	if err != nil {
		return p.unwritten(err)
	}
	defer os.RemoveAll(draft)
	withPDF, err := p.draft(ctx, loaded, filepath.Join(draft, "site"), chromium, f.pdf)
	if err != nil {
		return err
	}
	if err := swap(filepath.Join(draft, "site"), target, filepath.Join(draft, "old")); err != nil {
		return p.unwritten(err)
	}
	p.written(f.output, loaded.Languages, withPDF)
	return nil
}

func (p *program) unwritten(err error) error {
	return fmt.Errorf("%s: %w", p.say("the handbook could not be written", "politikos svetainės įrašyti nepavyko"), err)
}

// draft writes the whole site, with PDFs where a Chromium makes them.
func (p *program) draft(ctx context.Context, loaded *policy.Policy, dir string, printer pdf.Printer, mustPrint bool) (withPDF bool, err error) {
	if printer != "" {
		if err := p.site(loaded, dir, true); err != nil {
			return false, err
		}
		err := p.printPDFs(ctx, printer, dir, loaded.Languages)
		if err == nil {
			return true, nil
		}
		if mustPrint || ctx.Err() != nil {
			return false, err
		}
		fmt.Fprintln(p.err, p.say("The PDF was left out: ", "PDF neparengtas: ")+err.Error())
		if err := os.RemoveAll(dir); err != nil {
			return false, p.unwritten(err)
		}
	}
	return false, p.site(loaded, dir, false)
}

func (p *program) site(loaded *policy.Policy, dir string, withPDF bool) error {
	files, err := handbook.Build(loaded, handbook.Options{PDF: withPDF})
	if err == nil {
		err = os.CopyFS(dir, files)
	}
	if err != nil {
		return p.unwritten(err)
	}
	return nil
}

// swap puts the new folder in the place of the old one, or leaves the old one there.
func swap(fresh, target, old string) error {
	moved := os.Rename(target, old)
	if moved != nil && !errors.Is(moved, os.ErrNotExist) {
		return moved
	}
	err := os.Rename(fresh, target)
	if err != nil && moved == nil {
		return errors.Join(err, os.Rename(old, target))
	}
	return err
}

func (p *program) written(output string, languages []string, withPDF bool) {
	fmt.Fprintf(p.out, p.say("The handbook is in %s. Open %s\n", "Politikos svetainė sukurta aplanke %s. Atverkite %s\n"),
		output, filepath.Join(output, "index.html"))
	if !withPDF {
		return
	}
	var paths []string
	for _, lang := range languages {
		paths = append(paths, filepath.Join(output, lang, handbook.PDF))
	}
	fmt.Fprintln(p.out, "PDF: "+strings.Join(paths, ", "))
}
