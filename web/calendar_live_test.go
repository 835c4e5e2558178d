package web

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestMoveInTheDialog gives an approved post another day and hour in a real browser, without dragging anything, and takes that back.
func TestMoveInTheDialog(t *testing.T) {
	p := pressRoom(t, monday9)
	due := monday9.Add(24 * time.Hour)
	out := p.approved("Our shop opens at nine", due, 0)[0]
	ctx := p.chromium(p.author, &watch{})
	p.must(chromedp.Do(ctx, chromedp.EmulateViewport(1280, 1000), chromedp.Navigate(p.http.URL+"/calendar?week=2026-W11"), chromedp.WaitVisible(".item-move"),
		chromedp.Click(".item-move"), chromedp.WaitVisible("#move[open]")))
	said, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.getElementById("move").innerText + "|" + document.getElementById("f-drag-day").value + "|" + document.getElementById("f-drag-clock").value`))
	p.must(err)
	for _, want := range []string{"Our shop opens at nine", "was to go out on", "The approval stays", "|2026-03-10|09:00"} {
		if !strings.Contains(said, want) {
			t.Errorf("the dialog lacks %q: %s", want, said)
		}
	}
	p.must(chromedp.Do(ctx, chromedp.SetValue("#f-drag-day", "2026-03-12"), chromedp.SetValue("#f-drag-clock", "16:30"), chromedp.Click("#move .btn-primary"),
		chromedp.WaitVisible(".flash-done button")))
	if now := p.publicationNow(out.ID); !now.Due.Equal(time.Date(2026, 3, 12, 14, 30, 0, 0, time.UTC)) {
		t.Errorf("it is due %s", now.Due)
	}
	p.must(chromedp.Do(ctx, chromedp.Click(".flash-done button"), chromedp.WaitVisible(`[data-day="2026-03-10"] .item-move`)))
	if now := p.publicationNow(out.ID); !now.Due.Equal(due) {
		t.Errorf("taken back it is due %s", now.Due)
	}
}
