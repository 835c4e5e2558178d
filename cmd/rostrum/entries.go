package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rostrum/server"
)

// placeFlags offers the settings that say where a server keeps its data.
func (p *program) placeFlags(flags *pflag.FlagSet, config *server.Config, file *string) {
	flags.StringVar(file, "config", "", p.say("file with settings, YAML", "nustatymų failas, YAML"))
	for _, s := range config.Settings() {
		if s.Name == "data" || s.Name == "database" {
			flags.StringVar(s.To, s.Name, *s.To, p.say(s.EN, s.LT))
		}
	}
}

// oneFile accepts exactly one file.
func (p *program) oneFile() cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return errors.New(p.say("name one file", "nurodykite vieną failą"))
		}
		return nil
	}
}

// entryProgress tells on a terminal how many ledger entries have been gone through.
type entryProgress struct{ bar *progress }

func newEntryProgress(p *program) *entryProgress {
	return &entryProgress{&progress{p: p, on: isTerminal(p.err), started: time.Now()}}
}

func (e *entryProgress) at(done int64) {
	e.bar.tell(fmt.Sprintf(e.bar.p.say("entries: %d", "įrašų: %d"), done))
}

func (e *entryProgress) end() { e.bar.end() }

// byteProgress tells on a terminal how much of a file has been read.
type byteProgress struct {
	*progress
	file        *os.File
	size, bytes int64
}

func newByteProgress(p *program, f *os.File) *byteProgress {
	b := &byteProgress{progress: &progress{p: p, on: isTerminal(p.err), started: time.Now()}, file: f}
	if info, err := f.Stat(); err == nil {
		b.size = info.Size()
	}
	return b
}

// Read reads on and tells how far it is.
func (b *byteProgress) Read(into []byte) (int, error) {
	n, err := b.file.Read(into)
	b.bytes += int64(n)
	if b.size > 0 {
		b.tell(fmt.Sprintf(b.p.say("%d%% verified", "patikrinta %d %%"), 100*b.bytes/b.size))
	}
	return n, err
}
