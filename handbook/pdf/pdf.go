// Package pdf owns the making of a PDF from a page of the handbook, by a Chromium that is installed. It refuses to bring
// a browser of its own: where there is none, there is no PDF. Pages are the site's, whose styles and headings make a
// tagged PDF with an outline.
package pdf

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

	"rostrum/fault"
)

// printTime is how long Chromium may take for one PDF.
const printTime = 60 * time.Second

// Printer is a Chromium or a Google Chrome, by its path.
type Printer string

// Find gives the printer on the PATH, or a fault Unavailable.
func Find() (Printer, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return Printer(path), nil
		}
	}
	return "", fault.New(fault.Unavailable,
		"there is neither Chromium nor Google Chrome on the PATH. Install one and run this again, or print all.html from any browser",
		"nerasta nei „Chromium“, nei „Google Chrome“. Įdiekite ir paleiskite dar kartą arba spausdinkite all.html iš bet kurios naršyklės")
}

// Print writes a page, a file beside its assets, as a PDF.
func (p Printer) Print(ctx context.Context, page, pdf string) error {
	profile, err := os.MkdirTemp("", "rostrum-print-")
	if err != nil {
		return err
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
	command := exec.CommandContext(ctx, string(p), append(args, address.String())...)
	command.Stdout, command.Stderr, command.WaitDelay = said, said, 5*time.Second
	err = command.Run()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return failed(fmt.Sprintf("%s took longer than %v", p, printTime), fmt.Sprintf("%s neužbaigė per %v", p, printTime))
	}
	last := lastLine(said.String())
	if err != nil {
		return failed(fmt.Sprintf("%s failed: %v: %s", p, err, last), fmt.Sprintf("%s nepavyko: %v: %s", p, err, last))
	}
	if info, err := os.Stat(pdf); err != nil || info.Size() == 0 {
		return failed(fmt.Sprintf("%s wrote no PDF: %s", p, last), fmt.Sprintf("%s PDF neįrašė: %s", p, last))
	}
	return nil
}

func failed(en, lt string) error { return fault.New(fault.Unavailable, en, lt) }

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}
