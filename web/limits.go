package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"rostrum/fault"
)

// How many bytes a request may have at most.
const (
	maxBody     = 16 << 20 // of somebody who is signed in: a policy folder, a list of people
	maxForm     = 64 << 10 // of anybody else: nothing that they are asked for is longer
	maxInMemory = 1 << 20  // of that in memory; the rest of a file waits on disk
)

// take reads the form before any page does. A form that did not arrive whole is refused as a whole: acted upon by halves,
// a box that is missing would count as not ticked.
func (v *visit) take() error {
	if !plain(v.r.URL.Path) || !plainQuery(v.r.URL.RawQuery) {
		return fault.New(fault.NotFound, "The address holds characters that are no text. Follow a link, or start from the first page.",
			"Adrese yra ženklų, kurie nėra tekstas. Spustelėkite nuorodą arba pradėkite nuo pirmojo puslapio.")
	}
	if v.r.Method != http.MethodPost {
		return nil
	}
	limit := int64(maxForm)
	if v.who.ID != "" {
		limit = maxBody
	}
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, limit)
	err := v.r.ParseForm()
	if err == nil {
		err = v.r.ParseMultipartForm(maxInMemory)
	}
	switch _, large := errors.AsType[*http.MaxBytesError](err); {
	case large && v.who.ID != "":
		return fault.New(fault.Invalid, "What you sent is larger than 16 MB. Send less at once; nothing was changed.",
			"Tai, ką atsiuntėte, didesnė nei 16 MB. Siųskite mažiau iš karto; niekas nepakeista.")
	case large:
		return fault.New(fault.Invalid, "What you sent is too long. Go back and shorten it; nothing was changed.",
			"Tai, ką atsiuntėte, per ilga. Grįžkite ir sutrumpinkite; niekas nepakeista.")
	case err != nil && !errors.Is(err, http.ErrNotMultipart):
		return fault.New(fault.Invalid, "The form did not arrive whole. Go back and send it again; nothing was changed.",
			"Forma atkeliavo ne visa. Grįžkite ir išsiųskite ją dar kartą; niekas nepakeista.")
	case !plainForm(v.r):
		return fault.New(fault.Invalid, "What you sent holds characters that are no text. Go back and type it anew; nothing was changed.",
			"Tame, ką atsiuntėte, yra ženklų, kurie nėra tekstas. Grįžkite ir įveskite iš naujo; niekas nepakeista.")
	}
	return nil
}

// plain tells that a text is UTF-8 without the character NUL, which PostgreSQL cannot keep.
func plain(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }

func plainQuery(raw string) bool {
	values, _ := url.ParseQuery(raw) // pages see what could be read, too
	return plainValues(values)
}

func plainForm(r *http.Request) bool {
	if r.MultipartForm != nil {
		for _, files := range r.MultipartForm.File {
			for _, file := range files {
				if !plain(file.Filename) {
					return false
				}
			}
		}
	}
	return plainValues(r.PostForm)
}

func plainValues(values url.Values) bool {
	for name, all := range values {
		if !plain(name) || !plain(strings.Join(all, "")) {
			return false
		}
	}
	return true
}
