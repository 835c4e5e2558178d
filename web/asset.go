package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed all:assets
var assetFiles embed.FS

// assetTypes are the kinds of files that are served, and whether they shrink; everything else in assets/ is for us.
var assetTypes = map[string]struct {
	mime    string
	shrinks bool
}{
	".css":   {"text/css; charset=utf-8", true},
	".js":    {"text/javascript; charset=utf-8", true},
	".json":  {"application/json", true},
	".svg":   {"image/svg+xml", true},
	".wasm":  {"application/wasm", true},
	".png":   {"image/png", false},
	".woff2": {"font/woff2", false},
}

// asset is one file as it is served.
type asset struct {
	url, mime, etag string
	body            []byte
	shrunk          func() []byte // nil where it would not pay
}

// Assets serves the files of assets/. Each has an address with the digest of its content, so that a browser keeps it for
// a year and a new release is never mixed with an old one.
type Assets struct{ byName, byURL map[string]*asset }

// NewAssets reads assets/ of a file system. A file is named from there: "rostrum.css".
func NewAssets(files fs.FS) (*Assets, error) {
	a := &Assets{map[string]*asset{}, map[string]*asset{}}
	err := fs.WalkDir(files, "assets", func(file string, entry fs.DirEntry, err error) error {
		kind, served := assetTypes[path.Ext(file)]
		if err != nil || entry.IsDir() || !served {
			return err
		}
		body, err := fs.ReadFile(files, file)
		if err != nil {
			return err
		}
		digest := sha256.Sum256(body)
		hash := hex.EncodeToString(digest[:6])
		name := strings.TrimPrefix(file, "assets/")
		one := &asset{mime: kind.mime, etag: `"` + hash + `"`, body: body}
		one.url = "/assets/" + strings.TrimSuffix(name, path.Ext(name)) + "." + hash + path.Ext(name)
		if kind.shrinks && len(body) > 512 {
			one.shrunk = sync.OnceValue(func() []byte { return shrink(body) })
		}
		a.byName[name], a.byURL[one.url] = one, one
		return nil
	})
	return a, err
}

// URL gives the address of a file of assets/.
func (a *Assets) URL(name string) (string, error) {
	one, ok := a.byName[name]
	if !ok {
		return "", fmt.Errorf("no asset %q", name)
	}
	return one.url, nil
}

var symbol = regexp.MustCompile(`<symbol id="([a-z0-9-]+)"`)

// icons lists the names of the sprite icons.svg.
func (a *Assets) icons() map[string]bool {
	names := map[string]bool{}
	if sprite := a.byName["icons.svg"]; sprite != nil {
		for _, match := range symbol.FindAllSubmatch(sprite.body, -1) {
			names[string(match[1])] = true
		}
	}
	return names
}

// ServeHTTP answers /assets/…: by digest to be kept for good, by plain name (for scripts that load a neighbour) to be asked
// for again.
func (a *Assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	one, keep := a.byURL[r.URL.Path], "public, max-age=31536000, immutable"
	if one == nil {
		one, keep = a.byName[strings.TrimPrefix(r.URL.Path, "/assets/")], "no-cache"
	}
	if one == nil {
		http.NotFound(w, r)
		return
	}
	head, body := w.Header(), one.body
	head.Set("Content-Type", one.mime)
	head.Set("Cache-Control", keep)
	head.Set("Etag", one.etag)
	if one.shrunk != nil {
		head.Set("Vary", "Accept-Encoding")
		if takesGzip(r.Header.Get("Accept-Encoding")) {
			body = one.shrunk()
			head.Set("Content-Encoding", "gzip")
			head.Set("Etag", strings.TrimSuffix(one.etag, `"`)+`-gz"`)
		}
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

func shrink(body []byte) []byte {
	var out bytes.Buffer
	// Writing into memory at a level that exists cannot fail.
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	z.Write(body)
	z.Close()
	return out.Bytes()
}

// takesGzip reads Accept-Encoding (RFC 9110, 12.5.3): gzip named and not refused with q=0.
func takesGzip(accept string) bool {
	for coding := range strings.SplitSeq(accept, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(coding), ";")
		if !strings.EqualFold(strings.TrimSpace(name), "gzip") {
			continue
		}
		q, weighed := strings.CutPrefix(strings.TrimSpace(weight), "q=")
		value, err := strconv.ParseFloat(q, 64)
		return !weighed || err == nil && value > 0
	}
	return false
}
