package ledger

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// Trust is what the reader of a file knows from elsewhere. Both may be empty; see the package's word on what a file then proves.
type Trust struct {
	Verifier   string // the company's key
	Checkpoint string // a signed checkpoint from earlier
}

// Report says what a verified file holds.
type Report struct {
	Header
	Entries     int64
	From, To    time.Time // of the first and last entry
	Checkpoints int64
	Redactions  map[string]int64 // how many values of each private field were left out
	Root        tlog.Hash
}

// Verify reads an export to its end, with memory that does not grow with it. What is wrong is told as a *[Broken] that
// names the first entry that cannot be relied on; any other error is r's own.
func Verify(r io.Reader, trust Trust) (Report, error) {
	v := verification{lines: bufio.NewReaderSize(r, maxLine)}
	if err := v.begin(trust); err != nil {
		return Report{}, err
	}
	for !v.closed {
		if err := v.step(); err != nil {
			return Report{}, err
		}
	}
	if err := v.end(); err != nil {
		return Report{}, err
	}
	c := v.chain
	return Report{v.header, c.tree.size, c.from, c.to, c.checkpoints, c.redactions, c.tree.root()}, nil
}

type verification struct {
	lines  *bufio.Reader
	header Header
	chain  *chain
	held   *Checkpoint // the reader's own, until it was reached
	entry  entryLine
	closed bool
}

// begin reads the first line and settles the key.
func (v *verification) begin(trust Trust) error {
	line, err := v.line(0)
	if err != nil {
		return err
	}
	header, ok := parseHeader(line)
	if !ok {
		return brokenForm(-1)
	}
	if trust.Verifier != "" && trust.Verifier != header.Key {
		return brokenOtherKey(header.Key, trust.Verifier)
	}
	k, broken := header.key()
	if broken != nil {
		return broken
	}
	v.header, v.chain = header, newChain(k)
	v.chain.digest.Write(line)
	if trust.Checkpoint == "" {
		return nil
	}
	held, broken := openCheckpoint(k, trust.Checkpoint, -1)
	if broken != nil {
		return broken
	}
	v.held = &held
	return v.compare()
}

// step takes the next line.
func (v *verification) step() error {
	c := v.chain
	at := c.tree.size
	line, err := v.line(at)
	if err != nil {
		return err
	}
	switch {
	case bytes.HasPrefix(line, []byte(entryStart)):
		c.digest.Write(line)
		v.entry.examine(line)
		if broken := c.entry(&v.entry); broken != nil {
			return broken
		}
		return v.compare()
	case bytes.HasPrefix(line, []byte(checkpointStart)):
		c.digest.Write(line)
		return v.note(checkpointStart, line, c.checkpoint)
	case bytes.HasPrefix(line, []byte(closingStart)):
		v.closed = true
		return v.note(closingStart, line, c.close)
	}
	return brokenForm(at)
}

func (v *verification) note(start string, line []byte, take func(signed string) *Broken) error {
	signed, ok := parseNote(start, line)
	if !ok {
		return brokenForm(v.chain.tree.size)
	}
	if broken := take(signed); broken != nil {
		return broken
	}
	return nil
}

// compare holds the entries so far against the reader's checkpoint, once there are as many.
func (v *verification) compare() error {
	c := v.chain
	switch {
	case v.held == nil || v.held.Size != c.tree.size:
		return nil
	case v.held.Root != c.tree.root():
		return brokenRewritten(c.sure, c.tree.size)
	case v.held.Time.Before(c.to):
		return brokenCheckpointTime(c.tree.size, v.held.Time, c.to)
	}
	c.confirm(*v.held)
	v.held = nil
	return nil
}

// end makes sure that nothing follows the closing line and that the reader's checkpoint was reached.
func (v *verification) end() error {
	switch _, err := v.lines.ReadByte(); {
	case err == nil:
		return brokenTail(v.chain.tree.size)
	case !errors.Is(err, io.EOF):
		return fmt.Errorf("reading the export: %w", err)
	}
	if v.held != nil {
		return brokenShort(v.chain.tree.size, v.held.Size)
	}
	return nil
}

// line gives the next line with its newline; it stays until the one after it is read.
func (v *verification) line(at int64) ([]byte, error) {
	line, err := v.lines.ReadSlice('\n')
	switch {
	case err == nil:
		return line, nil
	case errors.Is(err, io.EOF):
		return nil, brokenCut(at)
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, brokenForm(at)
	}
	return nil, fmt.Errorf("reading the export: %w", err)
}
