package networktest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"rostrum/network"
)

const greeting = "Ačiū, kad esate kartu! 🎉👩‍👩‍👧‍👦 „Žąsys“ jau skrenda – ir mes. 🇱🇹"

// piece makes a post of its own key, tried now for the first time.
func piece(text string) network.Piece {
	now := time.Now()
	return network.Piece{Key: key(now), Text: text, Lang: "lt", At: now}
}

// key makes a TID of the AT Protocol: microseconds, and a number at random for two keys of the same moment.
func key(at time.Time) string {
	const digits = "234567abcdefghijklmnopqrstuvwxyz"
	n, out := uint64(at.UnixMicro())<<10|rand.Uint64N(1<<10), make([]byte, 13)
	for i := range out {
		out[len(out)-1-i] = digits[n&31]
		n >>= 5
	}
	return string(out)
}

// picture draws a small picture of one colour.
func picture(t *testing.T, shade uint8, alt string) network.Picture {
	t.Helper()
	const width, height = 64, 48
	drawn := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		for y := range height {
			drawn.Set(x, y, color.RGBA{shade, uint8(x), uint8(y), 255})
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, drawn); err != nil {
		t.Fatal(err)
	}
	return network.Picture{Bytes: file.Bytes(), Type: "image/png", Alt: alt, Width: width, Height: height}
}

// textOf makes a text that counts exactly n characters on the network, Lithuanian ones among them.
func textOf(t *testing.T, p network.Profile, n int) string {
	t.Helper()
	text := greeting + " " + strings.Repeat("ąžuolų ", n/7+1)
	for runes := []rune(text); len(runes) > 0; runes = runes[:len(runes)-1] {
		if p.Count(string(runes)) <= n {
			return string(runes) + strings.Repeat("ž", n-p.Count(string(runes)))
		}
	}
	t.Fatalf("no text counts %d", n)
	return ""
}

func mustPublish(t *testing.T, c Case, a network.Access, p network.Piece) network.Receipt {
	t.Helper()
	r, err := c.Network.Publish(t.Context(), a, p)
	if err != nil {
		t.Fatalf("Publish: %v", err)
	}
	return r
}

// mustFind looks for a piece and fails unless it is, or is not, there as expected.
func mustFind(t *testing.T, c Case, a network.Access, p network.Piece, want bool) network.Receipt {
	t.Helper()
	r, found, err := c.Network.Find(t.Context(), a, p)
	if err != nil || found != want {
		t.Fatalf("Find: found %t, %v; want found %t", found, err, want)
	}
	return r
}

// mustHave fails unless the server has exactly these texts of the account.
func mustHave(t *testing.T, c Case, a network.Access, texts ...string) []Post {
	t.Helper()
	posts := c.Posts(t, a)
	had := map[string]int{}
	for _, p := range posts {
		had[p.Text]++
	}
	wanted := map[string]int{}
	for _, text := range texts {
		wanted[text]++
	}
	for text, n := range wanted {
		if had[text] != n {
			t.Fatalf("the server has %d of %q and %d posts in all: %+v", had[text], text, len(posts), posts)
		}
	}
	if len(posts) != len(texts) {
		t.Fatalf("the server has %d posts, want %d: %+v", len(posts), len(texts), posts)
	}
	return posts
}

func mustBe(t *testing.T, what string, err error, kinds ...network.Kind) {
	t.Helper()
	if err == nil {
		t.Fatalf("%s: no fault, want %v", what, kinds)
	}
	for _, k := range kinds {
		if network.KindOf(err) == k {
			if network.SaidOf(err) == "" {
				t.Errorf("%s: the fault says nothing: %v", what, err)
			}
			return
		}
	}
	t.Fatalf("%s: %v, want %v", what, err, kinds)
}
