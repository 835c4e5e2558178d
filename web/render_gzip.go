package web

import (
	"bytes"
	"compress/gzip"
	"net/http"
)

// worthShrinking is from how many bytes on a page is compressed: what is shorter travels in one packet anyway.
const worthShrinking = 1 << 10

// shrinks tells whether an answer of so many bytes is to be compressed. What answers a form never is: such pages show new
// tokens and secrets, this once.
func (r *Renderer) shrinks(req *http.Request, bytes int) bool {
	return bytes > worthShrinking && req.Method == http.MethodGet && takesGzip(req.Header.Get("Accept-Encoding"))
}

// shrunk compresses a page, at the level that costs least: it is made anew for each reader.
func (r *Renderer) shrunk(page []byte) *bytes.Buffer {
	var out bytes.Buffer
	z, kept := r.zips.Get().(*gzip.Writer)
	if kept {
		z.Reset(&out)
	} else {
		z, _ = gzip.NewWriterLevel(&out, gzip.BestSpeed) // the level is one that there is
	}
	z.Write(page) // a buffer takes everything
	z.Close()
	r.zips.Put(z)
	return &out
}
