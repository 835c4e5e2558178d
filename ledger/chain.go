package ledger

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"hash"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	closingTitle = "rostrum ledger export"
	maxFields    = 1000 // different private fields that are left out of one export
)

// chain holds each line of an export against those before it. What writes an export and what verifies one share it, so
// that nothing can be written that would not verify.
type chain struct {
	key         key
	digest      hash.Hash // over all lines so far
	tree        frontier
	from, to    time.Time // of the first and last entry
	floor       time.Time // no later entry may be before it
	sure        int64     // the entries that a signature has confirmed
	checkpoints int64
	redactions  map[string]int64
}

func newChain(k key) *chain {
	return &chain{key: k, digest: sha256.New(), redactions: map[string]int64{}}
}

// entry takes the next entry, or says why it cannot be that.
func (c *chain) entry(e *entryLine) *Broken {
	at := c.tree.size
	switch {
	case !e.inForm:
		return brokenForm(at)
	case !e.sameHash:
		return brokenHash(at)
	case e.leaf.seq > at:
		return brokenMissing(at, e.leaf.seq)
	case e.leaf.seq < at:
		return brokenAgain(at, e.leaf.seq)
	case e.broken != nil:
		return e.broken
	case e.leaf.time.Before(c.floor):
		return brokenTime(at, e.leaf.time, c.floor)
	}
	if name := e.disagreement(); name != nil {
		return brokenPrivate(at, name)
	}
	for _, name := range e.missing {
		c.redactions[string(name)]++
	}
	if len(c.redactions) > maxFields {
		return brokenFields(at)
	}
	if at == 0 {
		c.from = e.leaf.time
	}
	c.to, c.floor = e.leaf.time, e.leaf.time
	c.tree.add(e.hash)
	return nil
}

// checkpoint takes a signed checkpoint of all entries so far.
func (c *chain) checkpoint(signed string) *Broken {
	at := c.tree.size
	p, broken := openCheckpoint(c.key, signed, at)
	switch {
	case broken != nil:
		return broken
	case p.Size != at:
		return brokenPlace(at, p.Size)
	case p.Root != c.tree.root():
		return brokenRange(c.sure, at)
	case p.Time.Before(c.to):
		return brokenCheckpointTime(at, p.Time, c.to)
	}
	c.confirm(p)
	c.checkpoints++
	return nil
}

// confirm notes that a signature covers all entries so far, and that what follows is younger.
func (c *chain) confirm(p Checkpoint) {
	c.sure = c.tree.size
	if p.Time.After(c.floor) {
		c.floor = p.Time
	}
}

// closing is the text of the last line: how many entries, their root, the SHA-256 of all lines before, and how often each
// private field was left out.
func (c *chain) closing() string {
	var b strings.Builder
	sum := base64.StdEncoding.EncodeToString(c.digest.Sum(nil))
	fmt.Fprintf(&b, "%s\n%d\n%s\n%s\n", closingTitle, c.tree.size, c.tree.root(), sum)
	for _, name := range slices.Sorted(maps.Keys(c.redactions)) {
		fmt.Fprintf(&b, "redacted %s %d\n", name, c.redactions[name])
	}
	return b.String()
}

// close takes the signed closing line.
func (c *chain) close(signed string) *Broken {
	at := c.tree.size
	text, ok := c.key.open(signed)
	if !ok {
		return brokenSignature(at, c.key.text)
	}
	if text == c.closing() {
		return nil
	}
	lines := strings.Split(text, "\n")
	if len(lines) < 5 || lines[0] != closingTitle {
		return brokenSignature(at, c.key.text)
	}
	if n, err := strconv.ParseInt(lines[1], 10, 64); err != nil || n != at {
		return brokenCount(at, n)
	}
	if lines[2] != c.tree.root().String() && c.sure < at {
		return brokenRange(c.sure, at)
	}
	return brokenDigest()
}
