package picture

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"rostrum/fault"
)

// scene is red above and blue below, so that one sees how it stands.
func scene(w, h int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{200, 0, 0, 255}
			if y >= h/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image, parts ...[]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		t.Fatal(err)
	}
	file := out.Bytes()[2:]
	return append(append([]byte("\xff\xd8"), bytes.Join(parts, nil)...), file...)
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func segment(marker byte, content string) []byte {
	head := []byte{0xff, marker, 0, 0}
	binary.BigEndian.PutUint16(head[2:], uint16(len(content)+2))
	return append(head, content...)
}

// exif says how the camera was held, and where: the GPS part is only its marker.
func exif(orientation byte) []byte {
	return segment(0xe1, "Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x02"+
		"\x01\x12\x00\x03\x00\x00\x00\x01\x00"+string(orientation)+"\x00\x00"+
		"\x82\x98\x00\x02\x00\x00\x00\x0c\x00\x00\x00\x26"+
		"\x00\x00\x00\x00GPS-SECRET\x00\x00")
}

func xmp(credit string) []byte {
	return segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00"+`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="`+credit+`"/></rdf:RDF></x:xmpmeta>`)
}

func TestOnlyPixelsAndTheCreditAreLeft(t *testing.T) {
	file := jpegOf(t, scene(40, 20), exif(6), xmp("Ona Žukienė / Banga"), segment(0xfe, "taken at home"), segment(0xe2, "ICC_PROFILE\x00 serial 12345"))
	clean, known, err := Clean(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, private := range []string{"GPS-SECRET", "Exif", "taken at home", "Ona", "serial", "xmpmeta"} {
		if bytes.Contains(clean, []byte(private)) {
			t.Errorf("%q is still in the file", private)
		}
	}
	if known.Credit != "Ona Žukienė / Banga" || known.Type != "image/jpeg" || known.Width != 20 || known.Height != 40 || len(known.Digest) != 64 {
		t.Errorf("%+v", known)
	}
	upright, err := jpeg.Decode(bytes.NewReader(clean))
	if err != nil {
		t.Fatal(err)
	}
	if r, _, b, _ := upright.At(17, 20).RGBA(); r < b { // what was above stands to the right
		t.Error("the picture was not turned as the camera was held")
	}
	again, knownAgain, err := Clean(clean)
	if err != nil || knownAgain.Width != 20 || len(again) == 0 {
		t.Errorf("a cleaned picture again: %+v, %v", knownAgain, err)
	}
}

func TestEveryWayToHoldACamera(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 3, 2))
	for i := range 6 {
		m.Set(i%3, i/3, color.RGBA{uint8(i), 0, 0, 255})
	}
	for orientation, want := range map[int]string{1: "012/345", 2: "210/543", 3: "543/210", 4: "345/012", 5: "03/14/25", 6: "30/41/52", 7: "52/41/30", 8: "25/14/03"} {
		out := upright(m, orientation)
		var rows []string
		for y := range out.Bounds().Dy() {
			row := ""
			for x := range out.Bounds().Dx() {
				r, _, _, _ := out.At(x, y).RGBA()
				row += string('0' + rune(r>>8))
			}
			rows = append(rows, row)
		}
		if got := strings.Join(rows, "/"); got != want {
			t.Errorf("%d: %s, want %s", orientation, got, want)
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	small := scene(20, 20)
	photo, drawn := jpegOf(t, small), pngOf(t, small)
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	if w, err := z.Create("run.sh"); err != nil {
		t.Fatal(err)
	} else if _, err := w.Write([]byte("#!/bin/sh")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var film bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Black, color.White})
	if err := gif.EncodeAll(&film, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	scans := append([]byte{}, photo[:len(photo)-2]...)
	scan := scans[bytes.Index(scans, []byte("\xff\xda")):]
	scans = append(append(scans, bytes.Repeat(scan, 100)...), 0xff, 0xd9)
	for what, file := range map[string][]byte{
		"is not a picture":         []byte("%PDF-1.7 and so on"),
		"HEIC":                     []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"),
		"SVG":                      []byte(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`),
		"40 million pixels":        wide(drawn, 60_000, 60_000),
		"something else in this":   append(append([]byte{}, photo...), archive.Bytes()...),
		"something else in this f": append(append([]byte{}, drawn...), "<script>alert(1)</script>"...),
		"moves":                    film.Bytes(),
		"15 MB":                    make([]byte, MaxFile+1),
		"damaged":                  photo[:len(photo)/2],
		"the file is damaged":      scans,
	} {
		_, _, err := Clean(file)
		if told := fault.For(err); told.Code != fault.Invalid || told.Field != "images" || !strings.Contains(told.EN, what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	// What phones put behind a picture is dropped without a word.
	clean, _, err := Clean(append(append([]byte{}, photo...), "\x00\x00\x00\x18ftypmp42 a film with voices"...))
	if err != nil || bytes.Contains(clean, []byte("voices")) {
		t.Errorf("a phone's film: %v", err)
	}
}

// wide lets a PNG claim a size.
func wide(file []byte, w, h uint32) []byte {
	f := append([]byte{}, file...)
	binary.BigEndian.PutUint32(f[16:], w)
	binary.BigEndian.PutUint32(f[20:], h)
	binary.BigEndian.PutUint32(f[29:], crc32.ChecksumIEEE(f[12:29]))
	return f
}

func TestFit(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 600, 400))
	noise := rand.New(rand.NewPCG(1, 2))
	for i := range m.Pix {
		if m.Pix[i] = byte(noise.Uint32()); i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	file, known, err := Clean(pngOf(t, m))
	if err != nil {
		t.Fatal(err)
	}
	known.Alt = "Noise"
	if same, as, err := Fit(file, known, len(file)); err != nil || &same[0] != &file[0] || as != known {
		t.Errorf("what fits is sent as it is: %v", err)
	}
	for _, most := range []int{100_000, 20_000} {
		fitting, as, err := Fit(file, known, most)
		if err != nil || len(fitting) > most || as.Type != "image/jpeg" || as.Alt != "Noise" || as.Digest == known.Digest {
			t.Errorf("%d bytes: %d, %+v, %v", most, len(fitting), as, err)
		}
	}
	large, known, err := Clean(jpegOf(t, scene(5000, 100)))
	if err != nil || known.Width != MaxSide || len(large) == 0 {
		t.Errorf("%+v, %v", known, err)
	}
}

func FuzzClean(f *testing.F) {
	f.Add(jpegOf(f, scene(8, 8), exif(6), xmp("x")))
	f.Add(pngOf(f, scene(8, 8)))
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"))
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPVP8L\r\x00\x00\x00/\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		clean, known, err := Clean(file)
		if err != nil {
			return
		}
		if kind := sniff(clean); kind != jpegFile && kind != pngFile || known.Width < 1 || known.Height < 1 {
			t.Errorf("%+v", known)
		}
	})
}
