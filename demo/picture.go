package demo

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/vector"
)

// The size of the company's drawings, in pixels.
const (
	wide = 720
	high = 405
)

// paint is a colour as red, green and blue.
type paint uint32

// The colours of the company's drawings.
const (
	paper  paint = 0xf4eee3
	wood   paint = 0xd9a96c
	brown  paint = 0x8a5a33
	ink    paint = 0x2b3545
	sea    paint = 0x2a6fa8
	sky    paint = 0xbfdbee
	sun    paint = 0xf2b93b
	glow   paint = 0xfbe6b4
	red    paint = 0xc84b3c
	leaf   paint = 0x4d8a57
	rose   paint = 0xe6b1ab
	white  paint = 0xfdfcf9
	shadow paint = 0xe2d8c7
)

func (p paint) source() *image.Uniform {
	return image.NewUniform(color.RGBA{uint8(p >> 16), uint8(p >> 8), uint8(p), 0xff})
}

// drawings are the pictures that posts name, as the company's own hand draws them.
func drawings() map[string]func(canvas) {
	return map[string]func(canvas){"lamp": lamp, "chair": chair, "mug": mugs, "textile": towels, "plant": plant, "van": van, "clock": clock, "parcel": parcel}
}

// drawn gives a drawing as a PNG file.
func drawn(with func(canvas)) ([]byte, error) {
	c := canvas{image.NewRGBA(image.Rect(0, 0, wide, high))}
	draw.Draw(c.Image, c.Image.Bounds(), paper.source(), image.Point{}, draw.Src)
	with(c)
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, c.Image)
	return out.Bytes(), err
}

// point is a place on a canvas: to the right, and down.
type point [2]float64

// canvas is what is drawn on. Lengths are pixels, from the upper left corner.
type canvas struct{ Image *image.RGBA }

// fill paints the area within the points.
func (c canvas) fill(in paint, points ...point) {
	left, top := float64(wide), float64(high)
	right, bottom := 0.0, 0.0
	for _, p := range points {
		left, top, right, bottom = min(left, p[0]), min(top, p[1]), max(right, p[0]), max(bottom, p[1])
	}
	area := image.Rect(int(left), int(top), int(right)+1, int(bottom)+1).Intersect(c.Image.Bounds())
	r := vector.NewRasterizer(area.Dx(), area.Dy())
	for i, p := range points {
		x, y := float32(p[0])-float32(area.Min.X), float32(p[1])-float32(area.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
			continue
		}
		r.LineTo(x, y)
	}
	r.ClosePath()
	r.Draw(c.Image, area, in.source(), image.Point{})
}

func (c canvas) box(in paint, x, y, w, h float64) {
	c.fill(in, point{x, y}, point{x + w, y}, point{x + w, y + h}, point{x, y + h})
}

func (c canvas) oval(in paint, x, y, w, h float64) {
	var points []point
	for i := range 72 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 36)
		points = append(points, point{x + w*cos, y + h*sin})
	}
	c.fill(in, points...)
}

func (c canvas) disc(in paint, x, y, r float64) { c.oval(in, x, y, r, r) }

// line paints a stroke from one point to another.
func (c canvas) line(in paint, width, x1, y1, x2, y2 float64) {
	long := math.Hypot(x2-x1, y2-y1)
	dx, dy := (y2-y1)/long*width/2, (x1-x2)/long*width/2
	c.fill(in, point{x1 + dx, y1 + dy}, point{x2 + dx, y2 + dy}, point{x2 - dx, y2 - dy}, point{x1 - dx, y1 - dy})
}

// floor paints what things stand on.
func (c canvas) floor(in paint) { c.box(in, 0, 320, wide, high-320) }
