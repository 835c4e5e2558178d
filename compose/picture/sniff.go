package picture

import (
	"bytes"

	"rostrum/fault"
)

// fileKind is what a file is by its own bytes, whatever it is called.
type fileKind string

const (
	jpegFile fileKind = "jpeg"
	pngFile  fileKind = "png"
	gifFile  fileKind = "gif"
	webpFile fileKind = "webp"
	phone    fileKind = "heic" // HEIC or AVIF, as phones keep them
	drawing  fileKind = "svg"
	unknown  fileKind = ""
)

func sniff(file []byte) fileKind {
	at := func(from int, magic string) bool {
		return len(file) >= from+len(magic) && string(file[from:from+len(magic)]) == magic
	}
	switch {
	case at(0, "\xff\xd8\xff"):
		return jpegFile
	case at(0, "\x89PNG\r\n\x1a\n"):
		return pngFile
	case at(0, "GIF87a"), at(0, "GIF89a"):
		return gifFile
	case at(0, "RIFF") && at(8, "WEBP"):
		return webpFile
	case at(4, "ftyp"):
		return phone
	case bytes.Contains(file[:min(len(file), 4096)], []byte("<svg")):
		return drawing
	}
	return unknown
}

func refuse(kind fileKind) error {
	switch kind {
	case phone:
		return fault.Of("images", "This is a HEIC or AVIF file, which networks do not take. Export the picture as JPEG and add it again.",
			"Tai HEIC arba AVIF failas, o tinklai jų nepriima. Eksportuokite paveikslėlį kaip JPEG ir pridėkite iš naujo.")
	case drawing:
		return fault.Of("images", "This is an SVG drawing, which can hold programs. Export it as PNG and add it again.",
			"Tai SVG piešinys, kuriame gali slėptis programų. Eksportuokite jį kaip PNG ir pridėkite iš naujo.")
	case unknown:
		return fault.Of("images", "This is not a picture that networks take. Add a JPEG, PNG, GIF or WebP.",
			"Tai ne paveikslėlis, kokį priima tinklai. Pridėkite JPEG, PNG, GIF arba WebP.")
	}
	return nil
}
