package studio

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"rostrum/folder"
)

// Digest names exactly these files. Of a folder that loads it is policy.Policy.Digest; unlike that one, it can also be
// had of a draft that does not load yet. The files must be [tidy].
func Digest(files folder.Files) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s\n%d\n", name, len(files[name]))
		h.Write(files[name])
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// Sum names the content of one file; empty for a file that is not there.
func Sum(files folder.Files, name string) string {
	content, there := files[name]
	if !there {
		return ""
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:16])
}

// tidy leaves out what has no part in a policy: hidden files and READMEs.
func tidy(files folder.Files) folder.Files {
	kept := folder.Files{}
	for name, content := range files {
		if !hidden(name) && path.Base(name) != "README.md" {
			kept[name] = content
		}
	}
	return kept
}

func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}
