package ledger

import (
	"encoding/base64"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const checkpointTitle = "rostrum ledger"

// Checkpoint says how the ledger stood at a time.
type Checkpoint struct {
	Size int64     // entries
	Root tlog.Hash // over all of them
	Time time.Time // no earlier than the last of them
}

// NewKey makes a key pair (Ed25519) in the form of the note package. The signer is secret; the verifier is for everybody.
// The name, without spaces or plus signs, says whose key it is.
func NewKey(random io.Reader, name string) (signer, verifier string, err error) {
	signer, verifier, err = note.GenerateKey(random, name)
	if err != nil {
		return "", "", fmt.Errorf("a key for the ledger: %w", err)
	}
	if _, err := note.NewSigner(signer); err != nil {
		return "", "", fmt.Errorf("a key for the ledger cannot be named %q", name)
	}
	return signer, verifier, nil
}

// SignCheckpoint writes a checkpoint as a signed note: the title, size, root and time, a line each.
func SignCheckpoint(signer string, size int64, root tlog.Hash, at time.Time) (string, error) {
	return sign(signer, Checkpoint{size, root, at}.text())
}

func (c Checkpoint) text() string {
	return fmt.Sprintf("%s\n%d\n%s\n%s\n", checkpointTitle, c.Size, c.Root, c.Time.UTC().Format(timeForm))
}

// OpenCheckpoint reads a checkpoint and checks that the verifier's key signed it. What is wrong is told as *[Broken].
func OpenCheckpoint(verifier, text string) (Checkpoint, error) {
	v, err := note.NewVerifier(verifier)
	if err != nil {
		return Checkpoint{}, brokenKey()
	}
	c, broken := openCheckpoint(key{v, verifier}, text, -1)
	if broken != nil {
		return Checkpoint{}, broken
	}
	return c, nil
}

func openCheckpoint(k key, signed string, seq int64) (Checkpoint, *Broken) {
	text, ok := k.open(signed)
	if !ok {
		return Checkpoint{}, brokenSignature(seq, k.text)
	}
	c, ok := parseCheckpoint(text)
	if !ok {
		return Checkpoint{}, brokenCheckpoint(seq)
	}
	return c, nil
}

// parseCheckpoint takes only what text writes.
func parseCheckpoint(text string) (c Checkpoint, ok bool) {
	lines := strings.Split(text, "\n")
	if len(lines) != 5 {
		return Checkpoint{}, false
	}
	var errSize, errRoot error
	c.Size, errSize = strconv.ParseInt(lines[1], 10, 64)
	c.Root, errRoot = tlog.ParseHash(lines[2])
	c.Time, ok = parseTime([]byte(lines[3]))
	return c, ok && errSize == nil && errRoot == nil && c.Size >= 0 && c.text() == text
}

// key is a public key, ready and as text.
type key struct {
	note.Verifier
	text string
}

func sign(signer, text string) (string, error) {
	s, err := note.NewSigner(signer)
	if err != nil {
		return "", fmt.Errorf("the ledger's signing key cannot be read: %w", err)
	}
	signed, err := note.Sign(&note.Note{Text: text}, s)
	if err != nil {
		return "", fmt.Errorf("signing for the ledger: %w", err)
	}
	return string(signed), nil
}

// open gives the text of a note that carries this key's signature, and nothing else, in the one form in which it is written:
// the note package alone would let some bits of the signature's last letter pass.
func (k key) open(signed string) (text string, ok bool) {
	n, err := note.Open([]byte(signed), note.VerifierList(k))
	if err != nil || len(n.Sigs) != 1 || len(n.UnverifiedSigs) != 0 {
		return "", false
	}
	raw, err := base64.StdEncoding.DecodeString(n.Sigs[0].Base64)
	if err != nil {
		return "", false
	}
	again := n.Text + "\n— " + k.Name() + " " + base64.StdEncoding.EncodeToString(raw) + "\n"
	return n.Text, again == signed
}
