package picture

import (
	"archive/zip"
	"bytes"
	"encoding/binary"

	"rostrum/fault"
)

// maxScans is how many passes a progressive JPEG may take over its pixels: encoders make about ten, and each costs as much as
// the whole picture.
const maxScans = 64

// ending walks through the parts of a file without decoding any, and refuses one that goes on after the picture's end with
// something else, or is an archive as well. What phones put there is let pass, and dropped: a second size of the picture
// or the seconds around it as a film.
func ending(kind fileKind, file []byte) error {
	var end int
	var ok bool
	switch kind {
	case jpegFile:
		end, ok = jpegEnd(file)
	case pngFile:
		end, ok = pngEnd(file)
	case gifFile:
		var frames int
		if end, frames, ok = gifEnd(file); frames > 1 {
			return moving()
		}
	case webpFile:
		if end, ok = webpEnd(file); bytes.Contains(file[:min(len(file), 64)], []byte("ANIM")) {
			return moving()
		}
	}
	if !ok || end > len(file) {
		return broken()
	}
	_, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err == nil || !harmless(file[end:]) {
		return fault.Of("images", "There is something else in this file behind the picture. Open the picture, save it anew, and add that.",
			"Šiame faile už paveikslėlio slepiasi dar kažkas. Atverkite paveikslėlį, išsaugokite jį iš naujo ir pridėkite tą failą.")
	}
	return nil
}

func moving() error {
	return fault.Of("images", "This picture moves, and networks treat that as a film. Add a still picture.",
		"Šis paveikslėlis juda, o tinklai tokį laiko filmu. Pridėkite nejudantį paveikslėlį.")
}

// harmless tells that what follows a picture is nothing, padding, another JPEG, or a phone's film.
func harmless(rest []byte) bool {
	rest = bytes.TrimRight(rest, "\x00\n\r")
	return len(rest) == 0 || bytes.HasPrefix(rest, []byte("\xff\xd8\xff")) || len(rest) > 8 && string(rest[4:8]) == "ftyp" ||
		bytes.HasSuffix(rest, []byte("SEFT"))
}

// jpegEnd gives where a JPEG ends (ITU-T T.81, annex B).
func jpegEnd(f []byte) (int, bool) {
	scans := 0
	for i := 2; i+4 <= len(f); {
		marker := f[i+1]
		switch {
		case f[i] != 0xff:
			return 0, false
		case marker == 0xff: // fill
			i++
			continue
		case marker >= 0xd0 && marker <= 0xd7 || marker == 0x01: // no length
			i += 2
			continue
		}
		i += 2 + int(binary.BigEndian.Uint16(f[i+2:]))
		if marker != 0xda {
			continue
		}
		if scans++; scans > maxScans {
			return 0, false
		}
		for ; i+2 <= len(f); i++ { // the pixels: until a marker that is not a stuffed byte or a restart
			if f[i] == 0xff && f[i+1] != 0 && (f[i+1] < 0xd0 || f[i+1] > 0xd7) {
				break
			}
		}
		if i+2 <= len(f) && f[i+1] == 0xd9 {
			return i + 2, true
		}
	}
	return 0, false
}

// pngEnd gives where a PNG ends (PNG specification, section 5).
func pngEnd(f []byte) (int, bool) {
	for i := 8; i+12 <= len(f); {
		size := int64(binary.BigEndian.Uint32(f[i:]))
		name := string(f[i+4 : i+8])
		next := int64(i) + 12 + size
		if next > int64(len(f)) {
			return 0, false
		}
		if i = int(next); name == "IEND" {
			return i, true
		}
	}
	return 0, false
}

// gifEnd gives where a GIF ends and how many pictures are in it (GIF89a, appendix B).
func gifEnd(f []byte) (end, frames int, ok bool) {
	if len(f) < 13 {
		return 0, 0, false
	}
	i := 13 + palette(f[10])
	blocks := func() {
		for i < len(f) && f[i] != 0 {
			i += 1 + int(f[i])
		}
		i++
	}
	for i < len(f) {
		switch f[i] {
		case 0x3b:
			return i + 1, frames, true
		case 0x21:
			i += 2
			blocks()
		case 0x2c:
			if i+10 > len(f) {
				return 0, frames, false
			}
			frames++
			i += 10 + palette(f[i+9]) + 1
			blocks()
		default:
			return 0, frames, false
		}
	}
	return 0, frames, false
}

// palette is how many bytes the colours take that the packed byte tells of.
func palette(packed byte) int {
	if packed&0x80 == 0 {
		return 0
	}
	return 3 << (packed&7 + 1)
}

// webpEnd gives where a WebP ends (RFC 9649, section 2.4).
func webpEnd(f []byte) (int, bool) {
	if len(f) < 12 {
		return 0, false
	}
	end := 8 + int64(binary.LittleEndian.Uint32(f[4:]))
	return int(end), end <= int64(len(f))
}
