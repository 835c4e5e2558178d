package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// progress tells on a terminal how far long work has come; it keeps silent for the first second and in pipes.
type progress struct {
	p       *program
	on      bool
	started time.Time
	shown   time.Time
}

func newProgress(p *program) *progress {
	// On a terminal that shows the results themselves, they are progress enough.
	return &progress{p: p, on: isTerminal(p.err) && !isTerminal(p.out), started: time.Now()}
}

func (b *progress) at(count int) {
	rate := float64(count) / time.Since(b.started).Seconds()
	b.tell(fmt.Sprintf(b.p.say("%d posts checked, %.0f a second", "patikrinta įrašų: %d, %.0f per sekundę"), count, rate))
}

// tell shows a line in place of the one before.
func (b *progress) tell(line string) {
	now := time.Now()
	if !b.on || now.Sub(b.started) < time.Second || now.Sub(b.shown) < 200*time.Millisecond {
		return
	}
	b.shown = now
	fmt.Fprint(b.p.err, "\r"+line+" \x1b[K")
}

func (b *progress) end() {
	if !b.shown.IsZero() {
		fmt.Fprint(b.p.err, "\r\x1b[K")
	}
}

// isTerminal tells whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// terminalWidth gives how many columns a stream has; 80 where it is none.
func terminalWidth(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 20 {
			return width
		}
	}
	return 80
}
