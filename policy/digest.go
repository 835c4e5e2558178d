package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
)

// digest names exactly these files: SHA-256 over each file's path, size and bytes as they are on disk, in the order of
// the paths. Hidden files and READMEs have no part in it. A byte order mark and line endings do: two folders with the
// same digest are the same, byte for byte.
func (f *folder) digest() string {
	h := sha256.New()
	for _, p := range f.paths {
		fmt.Fprintf(h, "%s\n%d\n", p, len(f.raw[p]))
		io.WriteString(h, f.raw[p])
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
