package picture

import (
	"bytes"
	"image"

	"golang.org/x/image/draw"

	"rostrum/post"
)

// Fit gives a kept picture in at most so many bytes, 0 being any number: as it is where it fits; else as JPEG where nothing of it is
// see-through, and smaller step by step. Its Digest is that of the file that is given back.
func Fit(file []byte, kept post.Image, most int) ([]byte, post.Image, error) {
	if most <= 0 || len(file) <= most {
		return file, kept, nil
	}
	pixels, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, kept, broken()
	}
	asJPEG := kept.Type == "image/jpeg" || opaque(pixels)
	for side := max(kept.Width, kept.Height); side >= 64; side = side * 4 / 5 {
		smaller := shrunk(pixels, side)
		fitting, mime, err := write(smaller, asJPEG)
		if err != nil {
			return nil, kept, err
		}
		if len(fitting) <= most {
			d := describe(fitting, mime, smaller)
			kept.Digest, kept.Type, kept.Width, kept.Height = d.Digest, d.Type, d.Width, d.Height
			return fitting, kept, nil
		}
	}
	return nil, kept, TooLarge()
}

// shrunk gives pixels whose longer side is at most so long.
func shrunk(pixels image.Image, side int) image.Image {
	size := pixels.Bounds().Size()
	longer := max(size.X, size.Y)
	if longer <= side {
		return pixels
	}
	small := image.Rect(0, 0, max(1, size.X*side/longer), max(1, size.Y*side/longer))
	out := image.NewRGBA(small)
	draw.BiLinear.Scale(out, small, pixels, pixels.Bounds(), draw.Src, nil)
	return out
}

// upright turns pixels as the camera was held (EXIF 2.32, tag 0x0112).
func upright(pixels image.Image, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return pixels
	}
	from := pixels.Bounds()
	w, h := from.Dx(), from.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	in := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(in, in.Bounds(), pixels, from.Min, draw.Src)
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch orientation {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			copy(out.Pix[out.PixOffset(tx, ty):][:4], in.Pix[in.PixOffset(x, y):][:4])
		}
	}
	return out
}

// LegibleSide is how long the longer side of a picture is when the words in it are read: smaller ones blur the text of
// screenshots, larger ones take half a minute where there is much grass.
const LegibleSide = 2400

// Legible gives a kept picture as it is read.
func Legible(file []byte, kept post.Image) ([]byte, error) {
	if max(kept.Width, kept.Height) <= LegibleSide {
		return file, nil
	}
	pixels, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, broken()
	}
	smaller, _, err := write(shrunk(pixels, LegibleSide), kept.Type == "image/jpeg")
	return smaller, err
}
