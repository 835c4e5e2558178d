package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// rewrite changes the leaf of one line and gives it the hash that fits: an attack by someone who knows the format.
func rewrite(t *testing.T, line []byte, from, to string) []byte {
	t.Helper()
	_, rest, _ := bytes.Cut(line, []byte(`,"leaf":`))
	leaf, _, _ := bytes.Cut(rest, []byte(`,"private":{},"redacted"`))
	changed := bytes.Replace(leaf, []byte(from), []byte(to), 1)
	if bytes.Equal(leaf, changed) {
		t.Fatalf("%s is not in %s", from, leaf)
	}
	return appendEntry(nil, changed, &openPrivate{}, nil)
}

func replaced(line []byte, from, to string) []byte {
	return bytes.Replace(line, []byte(from), []byte(to), 1)
}

// The lines of the export of newBook(11): 0 header, 1–4 entries 0–3, 5 checkpoint, 6–9 entries 4–7, 10 checkpoint, 11–13 entries 8–10,
// 14 closing.
func TestAttacks(t *testing.T) {
	b := newBook(t, 11)
	other := newBook(t, 12)
	otherSigner, otherVerifier, _ := NewKey(seed(9), "example.lt")
	forged, _ := SignCheckpoint(otherSigner, 4, (&frontier{}).root(), start.Add(time.Hour))
	larger := other.sign(t, 12, start.Add(time.Hour))
	emptied, _ := SignCheckpoint(b.signer, 4, (&frontier{}).root(), start.Add(time.Hour))
	root4, _ := tlog.TreeHash(4, b.reader())
	early, _ := SignCheckpoint(b.signer, 4, root4, start)
	for name, a := range map[string]struct {
		change func(l [][]byte) [][]byte
		trust  Trust
		seq    int64
		says   string
	}{
		"a letter changed":            {func(l [][]byte) [][]byte { l[3] = replaced(l[3], "person-7", "person-8"); return l }, Trust{}, 2, "Entry 2 was changed"},
		"changed with its hash":       {func(l [][]byte) [][]byte { l[8] = rewrite(t, l[8], "person-7", "person-8"); return l }, Trust{}, 4, "Entries 4 to 7"},
		"changed after checkpoints":   {func(l [][]byte) [][]byte { l[13] = rewrite(t, l[13], "person-7", "person-8"); return l }, Trust{}, 8, "Entries 8 to 10"},
		"missing":                     {func(l [][]byte) [][]byte { return slices.Delete(l, 7, 8) }, Trust{}, 5, "Entry 5 is missing"},
		"twice":                       {func(l [][]byte) [][]byte { return slices.Insert(l, 3, l[2]) }, Trust{}, 2, "entry 1 stands a second time"},
		"swapped":                     {func(l [][]byte) [][]byte { l[7], l[8] = l[8], l[7]; return l }, Trust{}, 5, "Entry 5 is missing"},
		"dated back":                  {func(l [][]byte) [][]byte { l[3] = rewrite(t, l[3], "T09:02", "T09:00"); return l }, Trust{}, 2, "Entry 2 is dated back"},
		"dated before the checkpoint": {func(l [][]byte) [][]byte { l[6] = rewrite(t, l[6], "T09:04:00", "T09:03:20"); return l }, Trust{}, 4, "Entry 4 is dated back"},
		"other private value":         {func(l [][]byte) [][]byte { l[4] = replaced(l[4], "Ąžė", "Ažė"); return l }, Trust{}, 3, `"name" is not the one`},
		"private value taken out": {func(l [][]byte) [][]byte {
			at, end := bytes.Index(l[4], []byte(`"private":{"address":{`)), bytes.Index(l[4], []byte(`,"name":{"salt"`))
			l[4] = append(append(slices.Clone(l[4][:at]), `"private":{`...), l[4][end+1:]...)
			return l
		}, Trust{}, 3, "does not add up"},
		"listed as left out and shown":         {func(l [][]byte) [][]byte { l[4] = replaced(l[4], `"redacted":[]`, `"redacted":["name"]`); return l }, Trust{}, 3, "does not add up"},
		"a space":                              {func(l [][]byte) [][]byte { l[2] = replaced(l[2], `","leaf"`, `", "leaf"`); return l }, Trust{}, 1, "not written the way"},
		"a needless escape":                    {func(l [][]byte) [][]byte { l[1] = replaced(l[1], "person", `p\u0065rson`); return l }, Trust{}, 0, "not written the way"},
		"other company":                        {func(l [][]byte) [][]byte { l[0] = replaced(l[0], "Pavyzdys", "Pavyzdis"); return l }, Trust{}, -1, "something around them"},
		"a checkpoint taken out":               {func(l [][]byte) [][]byte { return slices.Delete(l, 5, 6) }, Trust{}, -1, "something around them"},
		"a checkpoint moved":                   {func(l [][]byte) [][]byte { l[4], l[5] = l[5], l[4]; return l }, Trust{}, 3, "checkpoint for 4 entries"},
		"a checkpoint forged":                  {func(l [][]byte) [][]byte { l[5] = noteLine(checkpointStart, forged); return l }, Trust{}, 4, "not from the key"},
		"a signed checkpoint of another root":  {func(l [][]byte) [][]byte { l[5] = noteLine(checkpointStart, emptied); return l }, Trust{}, 0, "Entries 0 to 3"},
		"cut in a line":                        {func(l [][]byte) [][]byte { l[14] = l[14][:40]; return l }, Trust{}, 11, "cut short"},
		"cut after a checkpoint":               {func(l [][]byte) [][]byte { return l[:11] }, Trust{}, 8, "cut short"},
		"the end cut before closing":           {func(l [][]byte) [][]byte { return slices.Delete(l, 13, 14) }, Trust{}, 10, "signed for 11 entries"},
		"something after the end":              {func(l [][]byte) [][]byte { return append(l, []byte("\n")) }, Trust{}, 11, "after the signed closing line"},
		"nothing at all":                       {func([][]byte) [][]byte { return nil }, Trust{}, 0, "cut short"},
		"another key than trusted":             {func(l [][]byte) [][]byte { return l }, Trust{Verifier: otherVerifier}, -1, "another key"},
		"shorter than was shown":               {func(l [][]byte) [][]byte { return l }, Trust{Checkpoint: larger}, 11, "for 12 entries, and the file has 11"},
		"a checkpoint before its entries":      {func(l [][]byte) [][]byte { l[5] = noteLine(checkpointStart, early); return l }, Trust{}, 4, "dated wrongly"},
		"a held checkpoint before its entries": {func(l [][]byte) [][]byte { return l }, Trust{Checkpoint: early}, 4, "dated wrongly"},
		"a checkpoint held by another":         {func(l [][]byte) [][]byte { return l }, Trust{Checkpoint: forged}, -1, "not from the key"},
	} {
		file := bytes.Join(a.change(slices.Collect(bytes.Lines(b.export(t)))), nil)
		_, err := Verify(bytes.NewReader(file), a.trust)
		var broken *Broken
		if !errors.As(err, &broken) || broken.Seq != a.seq || !strings.Contains(broken.EN, a.says) || broken.LT == "" {
			t.Errorf("%s: got %+v, want entry %d and %q", name, err, a.seq, a.says)
		}
	}
}

// TestRewrittenByTheKeyHolder has a company write its ledger anew, with its own key; a checkpoint given out before tells.
func TestRewrittenByTheKeyHolder(t *testing.T) {
	b := newBook(t, 11)
	rewritten := newBook(t, 0)
	random := seed(3)
	for i := range 11 {
		rewritten.add(t, Entry{Time: start.Add(time.Duration(i) * time.Minute), Kind: "clause.signed"}, random)
	}
	file := rewritten.export(t)
	if _, err := Verify(bytes.NewReader(file), Trust{Verifier: b.verifier}); err != nil {
		t.Fatalf("the key holder's file should agree with itself: %v", err)
	}
	_, err := Verify(bytes.NewReader(file), Trust{b.verifier, b.checkpoints[8]})
	if err == nil || !strings.Contains(err.Error(), "rewritten") {
		t.Errorf("got %v", err)
	}
}

// TestStorageTamperedWith has somebody change the database; no export is signed over that.
func TestStorageTamperedWith(t *testing.T) {
	b := newBook(t, 5)
	b.entries[1].Private = replaced(b.entries[1].Private, "10.0.0.7", "10.0.0.8")
	x, err := NewExport(io.Discard, Header{"UAB", b.verifier, start})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Entry(b.entries[0], nil); err != nil {
		t.Fatal(err)
	}
	var broken *Broken
	if err := x.Entry(b.entries[1], []string{"address"}); !errors.As(err, &broken) || broken.Seq != 1 {
		t.Errorf("got %v", err)
	}
}

// TestTooManyFields keeps a file from filling the memory of whoever verifies it.
func TestTooManyFields(t *testing.T) {
	b := newBook(t, 0)
	private := map[string]string{}
	for i := range maxFields + 1 {
		private[fmt.Sprintf("field-%d", i)] = ""
	}
	b.add(t, Entry{Time: start, Kind: "person.left", Private: private}, seed(1))
	b.entries[0].Private = nil
	x, err := NewExport(io.Discard, Header{"UAB", b.verifier, start})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Entry(b.entries[0], nil); err == nil || !strings.Contains(err.Error(), "different private fields") {
		t.Errorf("got %v", err)
	}
}

// tries is how many random changes a test makes: ROSTRUM_TRIES, or 200.
func tries() int {
	if n, err := strconv.Atoi(os.Getenv("ROSTRUM_TRIES")); err == nil && n > 0 {
		return n
	}
	return 200
}

// TestEveryFlippedBitIsFound trusts nothing but the file itself: even so no bit can flip. The end of the last signature,
// where base64 has bits to spare, is tried whole, the rest at random.
func TestEveryFlippedBitIsFound(t *testing.T) {
	file := newBook(t, 11).export(t, "address")
	random := rand.New(rand.NewPCG(1, uint64(time.Now().UnixNano())))
	bits := 8 * len(file)
	flips := make([]int, tries())
	for i := range flips {
		flips[i] = random.IntN(bits)
	}
	for bit := bits - 64; bit < bits; bit++ {
		flips = append(flips, bit)
	}
	for _, bit := range flips {
		file[bit/8] ^= 1 << (bit % 8)
		_, err := Verify(bytes.NewReader(file), Trust{})
		if broken := (*Broken)(nil); !errors.As(err, &broken) {
			t.Errorf("bit %d of byte %d flipped: %v", bit%8, bit/8, err)
		}
		file[bit/8] ^= 1 << (bit % 8)
	}
}
