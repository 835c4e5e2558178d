package demo

import "math"

func lamp(c canvas) {
	c.disc(glow, 360, 200, 170)
	c.floor(wood)
	c.box(ink, 354, 180, 12, 140)
	c.oval(ink, 360, 320, 58, 12)
	c.fill(sun, point{310, 90}, point{410, 90}, point{450, 195}, point{270, 195})
	c.box(sea, 480, 296, 120, 24)
	c.box(red, 492, 272, 100, 24)
	c.box(white, 580, 300, 20, 16)
}

func chair(c canvas) {
	c.floor(wood)
	for y := 340.0; y < high; y += 26 {
		c.box(brown, 0, y, wide, 2)
	}
	c.line(sea, 14, 300, 60, 410, 360)
	c.line(sea, 14, 424, 214, 296, 360)
	c.fill(sea, point{293, 62}, point{318, 52}, point{358, 150}, point{333, 160})
	c.fill(sea, point{336, 205}, point{462, 205}, point{452, 226}, point{344, 226})
}

func mugs(c canvas) {
	c.floor(wood)
	for i, in := range []paint{red, sun, sea} {
		x := 170 + 150*float64(i)
		c.disc(in, x+98, 265, 34)
		c.disc(paper, x+98, 265, 20)
		c.box(in, x, 205, 100, 130)
		c.oval(in, x+50, 335, 50, 11)
		c.oval(white, x+50, 205, 50, 11)
		c.oval(brown, x+50, 206, 42, 8)
	}
	for _, x := range []float64{345, 370, 395} {
		for y := 100.0; y < 184; y++ {
			c.disc(shadow, x+8*math.Sin(y/13), y, 4)
		}
	}
}

func towels(c canvas) {
	c.box(brown, 0, 318, wide, 22)
	c.box(shadow, 0, 340, wide, 8)
	for i, in := range []paint{rose, white, leaf} {
		y := 258 - 62*float64(i)
		c.box(in, 230, y, 260, 58)
		c.disc(in, 230, y+29, 29)
		c.box(shadow, 212, y+28, 278, 2)
	}
}

func plant(c canvas) {
	c.box(sky, 120, 0, 480, 318)
	c.box(white, 352, 0, 16, 318)
	c.floor(white)
	c.box(shadow, 0, 320, wide, 6)
	for i := range 7 {
		angle := float64(i-3) * 0.42
		x, y := 360+130*math.Sin(angle), 232-130*math.Cos(angle)
		c.line(leaf, 5, 360, 240, x, y)
		c.oval(leaf, x, y, 24, 30)
	}
	c.fill(brown, point{306, 232}, point{414, 232}, point{396, 322}, point{324, 322})
	c.box(red, 296, 222, 128, 22)
}

func van(c canvas) {
	c.box(sky, 0, 0, wide, 300)
	c.box(ink, 0, 320, wide, high-320)
	c.box(leaf, 0, 290, wide, 30)
	c.box(sea, 170, 110, 270, 200)
	c.fill(sea, point{440, 160}, point{510, 160}, point{560, 230}, point{560, 310}, point{440, 310})
	c.fill(white, point{456, 174}, point{502, 174}, point{536, 226}, point{456, 226})
	for x := 200.0; x < 410; x++ {
		c.disc(white, x, 210+16*math.Sin((x-200)/22), 6)
	}
	for _, x := range []float64{240, 490} {
		c.disc(ink, x, 312, 40)
		c.disc(shadow, x, 312, 18)
	}
}

func clock(c canvas) {
	c.disc(ink, 360, 202, 160)
	c.disc(white, 360, 202, 146)
	for i := range 12 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 6)
		c.line(ink, 6, 360+120*sin, 202-120*cos, 360+136*sin, 202-136*cos)
	}
	c.line(ink, 12, 360, 202, 363, 132)
	c.line(red, 7, 360, 202, 412, 112)
	c.disc(ink, 360, 202, 11)
}

func parcel(c canvas) {
	c.floor(shadow)
	c.oval(sea, 360, 150, 120, 90)
	c.oval(white, 360, 150, 96, 70)
	c.oval(sky, 360, 150, 60, 42)
	c.fill(brown, point{210, 180}, point{510, 180}, point{490, 200}, point{230, 200})
	c.box(wood, 210, 190, 300, 170)
	c.fill(wood, point{210, 190}, point{150, 230}, point{160, 250}, point{230, 205})
	c.fill(wood, point{510, 190}, point{570, 230}, point{560, 250}, point{490, 205})
	c.box(glow, 340, 190, 40, 170)
}
