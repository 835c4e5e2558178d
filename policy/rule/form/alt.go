package form

import (
	"bytes"
	"strconv"

	"rostrum/policy/rule"
	"rostrum/post"
	"rostrum/text"
)

// checkAltText reports images that those who cannot see them would not know of.
func (r *form) checkAltText(p *post.Post, out *rule.Report) {
	reader := r.readers.Get().(*text.Reader)
	defer r.readers.Put(reader)
	images, missing := 0, 0
	var fileName, idle *post.Media
	for i := range p.Media {
		m := &p.Media[i]
		if m.Kind != "image" {
			continue
		}
		images++
		switch alt := bytes.TrimSpace(reader.Fold(m.Alt)); {
		case len(alt) == 0:
			missing++
		case isFileName(alt):
			fileName = m
		case isIdle(alt):
			idle = m
		}
	}
	if missing > 0 {
		out.Add(rule.Match{Message: noAlt, Suggestion: describe,
			Values: []string{"missing", strconv.Itoa(missing), "images", strconv.Itoa(images)}})
	}
	if fileName != nil {
		out.Add(rule.Match{Message: altIsFileName, Suggestion: describe, Values: []string{"alt", fileName.Alt}})
	}
	if idle != nil {
		out.Add(rule.Match{Verdict: rule.Advise, Message: altIsIdle, Suggestion: describe, Values: []string{"alt", idle.Alt}})
	}
}

var pictureEndings = [...]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".avif", ".svg", ".bmp", ".tif", ".tiff"}

// cameraNames begin the names that cameras, telephones and programs give to pictures.
var cameraNames = [...]string{"img_", "img-", "dsc_", "dscn", "dscf", "dsc0", "pxl_", "screenshot_", "screenshot 20", "whatsapp image", "image_", "photo_20"}

func isFileName(folded []byte) bool {
	for _, e := range pictureEndings {
		if n := len(folded) - len(e); n >= 0 && string(folded[n:]) == e {
			return true
		}
	}
	for _, n := range cameraNames {
		if beginsWith(folded, n) {
			return true
		}
	}
	return false
}

var (
	idleWords = map[string]bool{"image": true, "picture": true, "photo": true, "photograph": true, "graphic": true, "img": true,
		"alt": true, "alt text": true, "logo": true, "nuotrauka": true, "paveikslelis": true, "paveiksliukas": true, "foto": true,
		"vaizdas": true, "iliustracija": true}
	idleStarts = [...]string{"image of ", "an image of ", "picture of ", "a picture of ", "photo of ", "a photo of ", "image showing ",
		"nuotraukoje matyti ", "nuotraukoje matome ", "nuotraukoje pavaizduot", "nuotraukoje yra ", "nuotrauka, kurioje ", "paveikslelyje matyti ", "paveikslelyje pavaizduot", "paveikslelis, kuriame "}
)

// isIdle tells an alternative text that says only that there is a picture, or says that first: screen readers have said
// so already.
func isIdle(folded []byte) bool {
	folded = bytes.Trim(folded, " .!:")
	if idleWords[string(folded)] {
		return true
	}
	for _, s := range idleStarts {
		if beginsWith(folded, s) {
			return true
		}
	}
	return false
}

func beginsWith(folded []byte, s string) bool {
	return len(folded) >= len(s) && string(folded[:len(s)]) == s
}
