package picture

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bep/imagemeta"
)

// said is what a file says of its picture and we still want to know.
type said struct {
	orientation int    // EXIF 2.32, tag 0x0112: 1 to 8; 0 where nothing is said
	credit      string // who is to be named, one line; empty where nobody is
}

// credits are the fields that name whom to credit, the best first: IPTC's and XMP's credit line, then who made it, then
// whose the rights are.
var credits = []string{"Credit", "By-line", "Creator", "Artist", "CopyrightNotice", "Rights", "Copyright"}

// metadata reads it. A file whose metadata is damaged says nothing: all of it is dropped anyway.
func metadata(kind fileKind, file []byte) said {
	format := map[fileKind]imagemeta.ImageFormat{jpegFile: imagemeta.JPEG, pngFile: imagemeta.PNG, webpFile: imagemeta.WebP}[kind]
	if format == 0 {
		return said{}
	}
	var s said
	found := map[string]string{}
	wanted := func(t imagemeta.TagInfo) bool {
		name := field(t.Tag)
		for _, c := range credits {
			if field(c) == name {
				return true
			}
		}
		return t.Source == imagemeta.EXIF && t.Tag == "Orientation" && t.Namespace == "IFD0"
	}
	_, err := imagemeta.Decode(imagemeta.Options{R: bytes.NewReader(file), ImageFormat: format,
		Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP, ShouldHandleTag: wanted, LimitNumTags: 1000, LimitTagSize: 1000,
		HandleTag: func(t imagemeta.TagInfo) error {
			if t.Tag == "Orientation" {
				if n, ok := t.Value.(uint16); ok && n <= 8 {
					s.orientation = int(n)
				}
				return nil
			}
			if line := oneLine(t.Value); line != "" && found[field(t.Tag)] == "" {
				found[field(t.Tag)] = line
			}
			return nil
		}})
	if err != nil && len(found) == 0 {
		return s
	}
	for _, name := range credits {
		if s.credit = found[field(name)]; s.credit != "" {
			break
		}
	}
	return s
}

// field is the name of a field however a format writes it: By-line, Byline, byLine.
func field(tag string) string { return strings.ToLower(strings.ReplaceAll(tag, "-", "")) }

func oneLine(value any) string {
	if list, ok := value.([]string); ok {
		value = strings.Join(list, ", ")
	}
	line := strings.ToValidUTF8(fmt.Sprint(value), "")
	line = strings.Join(strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if utf8.RuneCountInString(line) > 300 {
		line = string([]rune(line)[:300])
	}
	return line
}
