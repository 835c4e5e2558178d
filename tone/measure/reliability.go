package main

import (
	"fmt"
	"os"
	"strings"
)

// curve is what scores say of posts, and what the posts are.
type curve struct {
	name   string
	evened bool // both classes weigh the same, as they did when the scores were made
	scores []float32
	is     []bool
}

// tenth is a tenth of the scores: how many posts have such a score, and the share of them that are what it says.
type tenth struct {
	posts int
	right float64
}

func (c *curve) tenths() (out [10]tenth) {
	var count [10][2]float64
	all := [2]float64{1, 1}
	if c.evened {
		all = [2]float64{}
	}
	for i, s := range c.scores {
		class := 0
		if c.is[i] {
			class = 1
		}
		at := min(9, int(s*10))
		count[at][class]++
		out[at].posts++
		if c.evened {
			all[class]++
		}
	}
	for i, n := range count {
		yes, no := n[1]/all[1], n[0]/all[0]
		out[i].right = yes / max(yes+no, 1e-9)
	}
	return out
}

func (c *curve) tell() {
	fmt.Print("  scores 0.0–0.1, 0.1–0.2, … are right in:")
	for _, t := range c.tenths() {
		fmt.Printf(" %.2f", t.right)
	}
	fmt.Println()
}

// A panel of the picture, in pixels.
const (
	side   = 150
	left   = 40
	top    = 34
	apart  = 26
	fewest = 5 // posts that a dot stands for at least
	widest = 9 // radius of a dot
)

// draw writes a picture of how far scores can be believed: on the dashed line are scores that are right as often as they say.
func draw(file string, curves []*curve) error {
	var b strings.Builder
	width := left + len(curves)*(side+apart)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="system-ui, sans-serif" font-size="11">
<title>How often posts with a score are what it says</title>
<style>
  text { fill: #333 } .frame { fill: none; stroke: #999 } .ideal { stroke: #999; stroke-dasharray: 4 4 } .line { fill: none; stroke: #0b62a8; stroke-width: 2 } .dot { fill: #0b62a8 }
  @media (prefers-color-scheme: dark) { text { fill: #ddd } .frame, .ideal { stroke: #888 } .line { stroke: #6cb6f5 } .dot { fill: #6cb6f5 } }
</style>
<text x="12" y="%d" transform="rotate(-90 12 %[3]d)" text-anchor="middle">share that is</text>
`, width, top+side+40, top+side/2)
	for i, c := range curves {
		c.panel(&b, left+i*(side+apart))
	}
	b.WriteString("</svg>\n")
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

func (c *curve) panel(b *strings.Builder, x int) {
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle" font-weight="600">%s</text>`+"\n", x+side/2, top-12, c.name)
	fmt.Fprintf(b, `<rect class="frame" x="%d" y="%d" width="%d" height="%d"/>`, x, top, side, side)
	fmt.Fprintf(b, `<line class="ideal" x1="%d" y1="%d" x2="%d" y2="%d"/>`+"\n", x, top+side, x+side, top)
	for _, at := range []float64{0, 0.5, 1} {
		fmt.Fprintf(b, `<text x="%.0f" y="%d" text-anchor="middle">%g</text>`, float64(x)+at*side, top+side+16, at)
		if x == left {
			fmt.Fprintf(b, `<text x="%d" y="%.0f" text-anchor="end">%g</text>`, x-5, top+4+(1-at)*side, at)
		}
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">score, %d posts</text>`+"\n", x+side/2, top+side+32, len(c.scores))
	var line, dots strings.Builder
	for i, t := range c.tenths() {
		if t.posts < fewest {
			continue
		}
		px, py := float64(x)+(float64(i)+0.5)*side/10, top+(1-t.right)*side
		fmt.Fprintf(&line, "%.1f,%.1f ", px, py)
		fmt.Fprintf(&dots, `<circle class="dot" cx="%.1f" cy="%.1f" r="%.1f"><title>%d posts, %.2f</title></circle>`, px, py,
			2+(widest-2)*min(1, float64(t.posts)/float64(len(c.scores))*2), t.posts, t.right)
	}
	fmt.Fprintf(b, `<polyline class="line" points="%s"/>%s`+"\n", strings.TrimSpace(line.String()), dots.String())
}
