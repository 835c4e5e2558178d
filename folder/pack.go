package folder

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"rostrum/fault"
)

// Limits of what an archive may unpack to. A policy is far smaller.
const (
	maxBytes = 64 << 20
	maxFiles = 20_000
)

// Read takes all files of a folder but hidden ones.
func Read(from fs.FS) (Files, error) {
	files := Files{}
	err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name != "." && strings.HasPrefix(path.Base(name), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !entry.Type().IsRegular() {
			return nil
		}
		files[name], err = fs.ReadFile(from, name)
		return err
	})
	return files, err
}

// Pack makes a compressed tar of the files; the same files always give the same bytes.
func (f Files) Pack() ([]byte, error) {
	var out bytes.Buffer
	small := gzip.NewWriter(&out)
	archive := tar.NewWriter(small)
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(f[name])), Format: tar.FormatPAX}); err != nil {
			return nil, err
		}
		if _, err := archive.Write(f[name]); err != nil {
			return nil, err
		}
	}
	err := errors.Join(archive.Close(), small.Close())
	return out.Bytes(), err
}

// Unpack opens what Pack made, or any compressed tar of ordinary files and folders.
func Unpack(packed []byte) (Files, error) {
	small, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, noArchive()
	}
	files, left := Files{}, int64(maxBytes)
	for archive := tar.NewReader(small); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, noArchive()
		}
		name := strings.TrimPrefix(path.Clean(header.Name), "./")
		switch {
		case header.Typeflag == tar.TypeDir:
			continue
		case header.Typeflag != tar.TypeReg || !fs.ValidPath(name) || strings.Contains(name, `\`):
			return nil, fault.New(fault.Invalid,
				"The archive holds something other than ordinary files within itself. Pack the policy folder alone.",
				"Archyve yra ne vien paprasti jo paties failai. Supakuokite tik politikos aplanką.")
		}
		content, err := io.ReadAll(io.LimitReader(archive, left+1))
		if err != nil {
			return nil, noArchive()
		}
		if left -= int64(len(content)); left < 0 || len(files) == maxFiles {
			return nil, fault.New(fault.TooMany, "The archive is too large: a policy has at most 64 MB and 20,000 files.",
				"Archyvas per didelis: politika užima ne daugiau kaip 64 MB ir 20 000 failų.")
		}
		files[name] = content
	}
}

func noArchive() error {
	return fault.New(fault.Invalid, "This is not a whole .tar.gz archive. Pack the policy folder and send it again.",
		"Tai nėra sveikas .tar.gz archyvas. Supakuokite politikos aplanką ir siųskite dar kartą.")
}
