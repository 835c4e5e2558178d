// Package picture owns what becomes of a picture before anybody keeps it: it is decoded and written anew, so that only its
// pixels are left. Where it was taken, with what, by whom, thumbnails of the uncut original, comments and whatever hides
// behind its end are gone; the credit that was found is handed back as a suggestion. It refuses what is no JPEG, PNG, GIF
// or WebP by its own bytes, drawings with scripts (SVG), pictures that move, files that are something else as well, and
// pictures that are small to send and huge to open.
//
// A JPEG stays a JPEG and a PNG a PNG. A GIF becomes a PNG, and a WebP a JPEG or, where it is see-through, a PNG: every
// network takes these two. Colours are read as sRGB.
package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	_ "image/gif" // decoders by their magic bytes
	"image/jpeg"
	"image/png"

	_ "golang.org/x/image/webp"

	"rostrum/fault"
	"rostrum/post"
)

// What a picture may have at most.
const (
	MaxFile   = 15 << 20   // bytes, as it comes
	MaxPixels = 40_000_000 // as it comes
	MaxSide   = 4096       // pixels of the longer side, as it is kept; what is larger is made smaller
)

const quality = 90 // of JPEG: what the eye does not tell from 100 at a third of the size

// Clean gives the picture anew, and what is known of it: Digest, Type, Width, Height, and as Credit the one that was found
// in the file. Faults are at the field "images".
func Clean(file []byte) ([]byte, post.Image, error) {
	if len(file) > MaxFile {
		return nil, post.Image{}, TooLarge()
	}
	kind := sniff(file)
	if wrong := refuse(kind); wrong != nil {
		return nil, post.Image{}, wrong
	}
	if err := ending(kind, file); err != nil {
		return nil, post.Image{}, err
	}
	head, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || head.Width <= 0 || head.Height <= 0 {
		return nil, post.Image{}, broken()
	}
	if int64(head.Width)*int64(head.Height) > MaxPixels {
		return nil, post.Image{}, fault.Of("images", "This picture has more than 40 million pixels. Make it smaller first.",
			"Šį paveikslėlį sudaro daugiau kaip 40 milijonų taškų. Pirmiausia jį sumažinkite.")
	}
	pixels, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, post.Image{}, broken()
	}
	said := metadata(kind, file)
	pixels = upright(shrunk(pixels, MaxSide), said.orientation)
	anew, mime, err := write(pixels, kind == jpegFile || kind == webpFile && opaque(pixels))
	if err != nil {
		return nil, post.Image{}, err
	}
	known := describe(anew, mime, pixels)
	known.Credit = said.credit
	return anew, known, nil
}

// TooLarge is the fault of a file of more than [MaxFile] bytes.
func TooLarge() *fault.Fault {
	return fault.Of("images", "This file is larger than 15 MB. Make the picture smaller first.", "Šis failas didesnis kaip 15 MB. Pirmiausia paveikslėlį sumažinkite.")
}

func broken() *fault.Fault {
	return fault.Of("images", "This picture cannot be read: the file is damaged. Save it anew and try again.",
		"Šio paveikslėlio nepavyksta perskaityti: failas sugadintas. Išsaugokite jį iš naujo ir bandykite dar kartą.")
}

func describe(file []byte, mime string, pixels image.Image) post.Image {
	sum := sha256.Sum256(file)
	size := pixels.Bounds().Size()
	return post.Image{Digest: hex.EncodeToString(sum[:]), Type: mime, Width: size.X, Height: size.Y}
}

// write makes a file of nothing but pixels.
func write(pixels image.Image, asJPEG bool) ([]byte, string, error) {
	var out bytes.Buffer
	if asJPEG {
		err := jpeg.Encode(&out, pixels, &jpeg.Options{Quality: quality})
		return out.Bytes(), "image/jpeg", err
	}
	err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&out, pixels)
	return out.Bytes(), "image/png", err
}

func opaque(pixels image.Image) bool {
	o, ok := pixels.(interface{ Opaque() bool })
	return ok && o.Opaque()
}
