package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"rostrum/fault"
	"rostrum/handbook"
	"rostrum/handbook/pdf"
)

// printer finds the Chromium that makes the PDF. Empty means none: it was not asked for, or there is none.
func (p *program) printer(f *handbookFlags) (pdf.Printer, error) {
	if f.noPDF {
		return "", nil
	}
	found, err := pdf.Find()
	if err == nil {
		return found, nil
	}
	missing := fault.For(err).In(p.lang)
	if f.pdf {
		return "", errors.New(p.say("no PDF can be made: ", "PDF parengti nepavyks: ") + missing)
	}
	fmt.Fprintln(p.err, p.say("The PDF was left out: ", "PDF neparengtas: ")+missing+".")
	return "", nil
}

// printPDFs makes the PDF of each language beside its pages.
func (p *program) printPDFs(ctx context.Context, printer pdf.Printer, site string, languages []string) error {
	for _, lang := range languages {
		folder := filepath.Join(site, lang)
		err := printer.Print(ctx, filepath.Join(folder, handbook.PrintPage), filepath.Join(folder, handbook.PDF))
		if f, ok := errors.AsType[*fault.Fault](err); ok {
			return errors.New(f.In(p.lang))
		}
		if err != nil {
			return p.unwritten(err)
		}
	}
	return nil
}
