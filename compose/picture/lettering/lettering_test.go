package lettering

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"rostrum/browsertest"
)

// slide is a picture with a text.
func slide(t *testing.T, text string) []byte {
	t.Helper()
	parsed, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: 40, DPI: 72})
	if err != nil {
		t.Fatal(err)
	}
	m := image.NewRGBA(image.Rect(0, 0, 900, 200))
	draw.Draw(m, m.Bounds(), image.NewUniform(color.RGBA{240, 244, 255, 255}), image.Point{}, draw.Src)
	pen := font.Drawer{Dst: m, Src: image.NewUniform(color.RGBA{20, 30, 80, 255}), Face: face, Dot: fixed.P(40, 110)}
	pen.DrawString(text)
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWordsInAPicture(t *testing.T) {
	r := Find(t.Context())
	if r == nil {
		browsertest.Lacking(t, "tesseract is not installed")
	}
	for _, text := range []string{"Projekto Ąžuolas biudžetas", "Password: Summer2026"} {
		said, err := r.Words(t.Context(), slide(t, text))
		if err != nil || !strings.Contains(said, text) {
			t.Errorf("%q was read as %q, %v", text, said, err)
		}
	}
	if said, err := r.Words(t.Context(), slide(t, "")); err != nil || said != "" {
		t.Errorf("in an empty picture: %q, %v", said, err)
	}
	if _, err := r.Words(t.Context(), []byte("no picture")); err == nil {
		t.Error("what cannot be read is told as empty")
	}
}
