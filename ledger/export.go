package ledger

import (
	"bufio"
	"fmt"
	"io"
)

// Export writes a ledger as a file that [Verify] can check: JSON lines, the last of them signed. It writes nothing that
// would not verify: an entry or checkpoint that was tampered with in storage is refused with a *[Broken] that names it.
type Export struct {
	w     *bufio.Writer
	chain *chain
	line  []byte
	entry entryLine
}

// NewExport begins an export with its first line.
func NewExport(w io.Writer, h Header) (*Export, error) {
	k, broken := h.key()
	if broken != nil {
		return nil, broken
	}
	line := h.line()
	if _, ok := parseHeader(line); !ok || len(line) > maxLine {
		return nil, fmt.Errorf("an export cannot begin with %q", line)
	}
	x := &Export{w: bufio.NewWriter(w), chain: newChain(k)}
	return x, x.write(line)
}

// Entry writes the next entry, from place 0 on, without the private values named in redact. The line says which were left
// out, erased ones included.
func (x *Export) Entry(s Sealed, redact []string) error {
	at := x.chain.tree.size
	var leaf openLeaf
	var private openPrivate
	if !leaf.parseWhole(s.Leaf) || !private.parseWhole(s.Private) {
		return brokenForm(at)
	}
	if _, broken := private.prove(&leaf, nil); broken != nil {
		return broken
	}
	shown := private.without(redact)
	missing, _ := shown.prove(&leaf, nil)
	x.line = appendEntry(x.line[:0], s.Leaf, &shown, missing)
	if len(x.line) > maxLine {
		return brokenForm(at)
	}
	x.entry.examine(x.line)
	if broken := x.chain.entry(&x.entry); broken != nil {
		return broken
	}
	return x.write(x.line)
}

// Checkpoint writes a checkpoint, as [SignCheckpoint] gave it; it must be of exactly the entries written so far.
func (x *Export) Checkpoint(signed string) error {
	if broken := x.chain.checkpoint(signed); broken != nil {
		return broken
	}
	return x.write(noteLine(checkpointStart, signed))
}

// Close writes the closing line, signed with the signer of the header's key. Without it the file does not verify.
func (x *Export) Close(signer string) error {
	signed, err := sign(signer, x.chain.closing())
	if err != nil {
		return err
	}
	if broken := x.chain.close(signed); broken != nil {
		return broken
	}
	if err := x.write(noteLine(closingStart, signed)); err != nil {
		return err
	}
	return x.w.Flush()
}

func (x *Export) write(line []byte) error {
	x.chain.digest.Write(line)
	_, err := x.w.Write(line)
	return err
}
