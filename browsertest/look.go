package browsertest

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/chromedp"
)

// Complaints listens for what pages complain of in the console: errors of scripts, requests that fail, what the content
// policy forbids. What it returns gives what came since it was asked last.
func (b *Browser) Complaints() func() []string {
	var mu sync.Mutex
	var heard []string
	messages := chromedp.Console(b.ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.IsException() || m.Type == "error" || m.Type == "assert" {
				mu.Lock()
				heard = append(heard, strings.TrimSpace(m.Text+" "+m.URL))
				mu.Unlock()
			}
		}
	}()
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		came := heard
		heard = nil
		return came
	}
}

// Weight is how many bytes the page at hand took to come, compressed as they came: itself, its styles and its scripts.
func (b *Browser) Weight() int {
	b.t.Helper()
	total := 0
	for _, part := range b.parts() {
		total += part.Bytes
	}
	return total
}

// Elsewhere gives what the page at hand asked of other hosts.
func (b *Browser) Elsewhere() []string {
	b.t.Helper()
	var others []string
	for _, part := range b.parts() {
		if !strings.HasPrefix(part.Address, b.base+"/") && !strings.HasPrefix(part.Address, "data:") {
			others = append(others, part.Address)
		}
	}
	return others
}

// part is a thing that the page at hand consists of. What a worker loads is no part of it.
type part struct {
	Address string
	Bytes   int
}

func (b *Browser) parts() []part {
	b.t.Helper()
	var parts []part
	answer := b.ask(`JSON.stringify([...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].
		map(e => ({Address: e.name, Bytes: e.encodedBodySize})))`)
	if err := json.Unmarshal([]byte(answer), &parts); err != nil {
		b.t.Fatal(err)
	}
	return parts
}

// Beyond gives what reaches beyond the right edge of the window, so that the whole page could be moved sideways.
func (b *Browser) Beyond(width int64) string {
	b.t.Helper()
	return b.ask(fmt.Sprintf(`document.documentElement.scrollWidth <= %d ? "" : document.documentElement.scrollWidth + " pixels: " +
		[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > %[1]d + 1).slice(0, 4).map(e => e.outerHTML.slice(0, 90)).join(" | ")`, width))
}

// Address is where the first thing that matches leads to: a link's address; empty where there is none.
func (b *Browser) Address(selector string) string {
	b.t.Helper()
	return b.ask(fmt.Sprintf(`document.querySelector(%q)?.getAttribute("href") ?? ""`, selector))
}
