package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"rostrum/handbook"
)

// printTime is how long Chromium may take for one PDF.
const printTime = 60 * time.Second

// printer finds the Chromium that makes the PDF. Empty means none: it was not asked for, or there is none.
func (p *program) printer(f *handbookFlags) (string, error) {
	if f.noPDF {
		return "", nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	missing := p.say(
		"there is neither Chromium nor Google Chrome on the PATH. Install one and run this again, or print all.html from any browser",
		"nerasta nei „Chromium“, nei „Google Chrome“. Įdiekite ir paleiskite dar kartą arba spausdinkite all.html iš bet kurios naršyklės")
	if f.pdf {
		return "", errors.New(p.say("no PDF can be made: ", "PDF parengti nepavyks: ") + missing)
	}
	fmt.Fprintln(p.err, p.say("The PDF was left out: ", "PDF neparengtas: ")+missing+".")
	return "", nil
}

// printPDFs makes the PDF of each language beside its pages.
func (p *program) printPDFs(ctx context.Context, chromium, site string, languages []string) error {
	for _, lang := range languages {
		folder := filepath.Join(site, lang)
		if err := p.printPDF(ctx, chromium, filepath.Join(folder, handbook.PrintPage), filepath.Join(folder, handbook.PDF)); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) printPDF(ctx context.Context, chromium, page, pdf string) error {
	profile, err := os.MkdirTemp("", "rostrum-print-")
	if err != nil {
		return p.unwritten(err)
	}
	defer os.RemoveAll(profile)
	ctx, cancel := context.WithTimeout(ctx, printTime)
	defer cancel()
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(page)}
	args := []string{"--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
		"--disable-sync", "--user-data-dir=" + profile, "--export-tagged-pdf", "--generate-pdf-document-outline",
		"--no-pdf-header-footer", "--print-to-pdf=" + pdf}
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium refuses to run as root with its sandbox
	}
	said := &bytes.Buffer{}
	command := exec.CommandContext(ctx, chromium, append(args, address.String())...)
	command.Stdout, command.Stderr, command.WaitDelay = said, said, 5*time.Second
	err = command.Run()
	if ctx.Err() == context.DeadlineExceeded {
		return fmt.Errorf(p.say("%s took longer than %v", "%s neužbaigė per %v"), chromium, printTime)
	}
	if err != nil {
		return fmt.Errorf(p.say("%s failed: %w: %s", "%s nepavyko: %w: %s"), chromium, err, lastLine(said.String()))
	}
	if info, err := os.Stat(pdf); err != nil || info.Size() == 0 {
		return fmt.Errorf(p.say("%s wrote no PDF: %s", "%s PDF neįrašė: %s"), chromium, lastLine(said.String()))
	}
	return nil
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}
