package notify

import (
	"fmt"
	"time"
)

// Checkpoint is the server's signature under the ledger as it stood at a time, to be kept outside the company.
type Checkpoint struct {
	Size int64 // entries that it covers
	Root string
	At   time.Time // in the reader's time zone
	Note string    // the signed text; it travels as a file, letter by letter as it was signed
	Link string
}

func (Checkpoint) file() string { return "checkpoint" }

func (l Checkpoint) link() string { return l.Link }

func (l Checkpoint) clean() Letter {
	l.Root = name(l.Root)
	return l
}

// File is what the letter's file is called.
func (l Checkpoint) File() string { return fmt.Sprintf("rostrum-checkpoint-%d.txt", l.Size) }

func (l Checkpoint) attached() []File { return []File{{l.File(), l.Note}} }
