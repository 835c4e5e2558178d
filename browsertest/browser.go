// Package browsertest owns the real browser that tests look through: Chromium with an authenticator of its own, at any
// width, light or dark, and axe-core to find what people could not use. It refuses to wait for a time instead of for
// something to be seen.
package browsertest

import (
	"context"
	_ "embed"
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/webauthn"
	"github.com/chromedp/chromedp"
)

// axe is axe-core 4.14.1 by Deque Systems, MPL-2.0, unchanged.
//
//go:embed axe.min.js
var axe string

// Browser is a window of a browser of its own.
type Browser struct {
	t    *testing.T
	ctx  context.Context
	base string
}

// New opens a browser in front of a server. Without Chromium the test is skipped, unless ROSTRUM_CHROMIUM says that there
// must be one.
func New(t *testing.T, base string) *Browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		Lacking(t, "Chromium is not installed")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("accept-lang", "en"), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil { // the browser lives as long as the context in which it is first used
		t.Fatal(err)
	}
	b := &Browser{t, ctx, base}
	b.authenticator()
	b.Width(1280)
	return b
}

// Lacking skips a test for want of something that Chromium tests need, and fails it where ROSTRUM_CHROMIUM says that
// everything must be there.
func Lacking(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("ROSTRUM_CHROMIUM") != "" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// authenticator gives the browser a device that its user touches whenever it asks.
func (b *Browser) authenticator() {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, webauthn.Enable, webauthn.EnableParams{})
	if err == nil {
		_, err = chromedp.Call(b.ctx, webauthn.AddVirtualAuthenticator, webauthn.AddVirtualAuthenticatorParams{
			Options: &webauthn.VirtualAuthenticatorOptions{
				Protocol: webauthn.AuthenticatorProtocolCtap2, Transport: webauthn.AuthenticatorTransportInternal,
				HasResidentKey: true, HasUserVerification: true, IsUserVerified: true, AutomaticPresenceSimulation: true,
			}})
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// Width makes the window so many pixels wide, and a phone below 600.
func (b *Browser) Width(pixels int64) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: pixels, Height: 900, DeviceScaleFactor: 1, Mobile: pixels < 600})
	if err != nil {
		b.t.Fatal(err)
	}
}

// Open goes to a page of the server, or to a whole address.
func (b *Browser) Open(path string) {
	b.t.Helper()
	if !strings.HasPrefix(path, "http") {
		path = b.base + path
	}
	step, stop := context.WithTimeout(b.ctx, 40*time.Second)
	defer stop()
	if err := chromedp.Do(step, chromedp.Navigate(path)); err != nil {
		b.t.Fatalf("open %s: %v", path, err)
	}
	b.See("main")
}

// See waits until something is there to be seen.
func (b *Browser) See(selector string) {
	b.t.Helper()
	b.wait("see "+selector, shown(selector))
}

// Press clicks something that leads to another page, and waits for what is to be seen there.
func (b *Browser) Press(selector, then string) {
	b.t.Helper()
	b.See(selector)
	b.ask(fmt.Sprintf("(document.documentElement.dataset.before = 1, document.querySelector(%q).click(), '')", selector))
	b.wait("press "+selector+" and see "+then, fmt.Sprintf("!document.documentElement.dataset.before && document.readyState === 'complete' && %s", shown(then)))
}

// wait asks until the answer is yes; while a page goes and another comes there is none.
func (b *Browser) wait(what, question string) {
	b.t.Helper()
	for begun := time.Now(); time.Since(begun) < 40*time.Second; time.Sleep(30 * time.Millisecond) {
		if yes, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](question)); err == nil && yes {
			return
		}
	}
	page, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string]("location.href + ' ' + document.body.innerText"))
	b.t.Fatalf("%s: that did not happen; the page is\n%s", what, page)
}

func shown(selector string) string {
	return fmt.Sprintf("[...document.querySelectorAll(%q)].some(e => e.checkVisibility())", selector)
}

// Pick clicks a choice that leads nowhere.
func (b *Browser) Pick(selector string) {
	b.t.Helper()
	b.See(selector)
	b.ask(fmt.Sprintf("(document.querySelector(%q).click(), '')", selector))
}

// Append adds to the end of what a field says.
func (b *Browser) Append(selector, text string) {
	b.t.Helper()
	b.See(selector)
	b.ask(fmt.Sprintf("(document.querySelector(%q).value += %q, '')", selector, text))
}

// Happen tells the page's scripts of an event at an element, such as that somebody typed there.
func (b *Browser) Happen(selector, event string) {
	b.t.Helper()
	b.ask(fmt.Sprintf("(document.querySelector(%q).dispatchEvent(new Event(%q, {bubbles: true})), '')", selector, event))
}

// Show brings something into the middle of the window.
func (b *Browser) Show(selector string) {
	b.t.Helper()
	b.ask(fmt.Sprintf("(document.querySelector(%q).scrollIntoView({block: 'center'}), '')", selector))
}

// Path is where the browser is.
func (b *Browser) Path() string {
	b.t.Helper()
	return b.ask("location.pathname")
}

// Download sends a form from the page at hand and gives the bytes of the answer.
func (b *Browser) Download(path, form string) []byte {
	b.t.Helper()
	encoded := b.ask(fmt.Sprintf(`fetch(%q, {method: "POST", body: new URLSearchParams(%q)}).then(async answer => {
		const bytes = new Uint8Array(await answer.arrayBuffer());
		return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));
	})`, path, form))
	bytes, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		b.t.Fatal(err)
	}
	return bytes
}

// Type fills a field.
func (b *Browser) Type(selector, text string) {
	b.t.Helper()
	b.See(selector)
	b.ask(fmt.Sprintf("(document.querySelector(%q).value = %q, '')", selector, text))
}

// Text gives what something says.
func (b *Browser) Text(selector string) string {
	b.t.Helper()
	return b.ask(fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector))
}

// Count tells how many such things there are.
func (b *Browser) Count(selector string) int {
	b.t.Helper()
	var n int
	_, _ = fmt.Sscan(b.ask(fmt.Sprintf("String(document.querySelectorAll(%q).length)", selector)), &n)
	return n
}

// ask evaluates an expression that is a string.
func (b *Browser) ask(expression string) string {
	b.t.Helper()
	answer, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return answer
}

// Choose sets the language and the colours, as the switches of a page do.
func (b *Browser) Choose(language, theme string) {
	b.t.Helper()
	b.ask(fmt.Sprintf(`(document.cookie = "language=%s;path=/", document.cookie = "theme=%s;path=/", "")`, language, theme))
}

// Barriers gives what axe finds on the page that people could not use (WCAG 2.2 AA and good practice). What sticks to an
// edge of the window is looked at where it stands in the page: elsewhere it covers what one scrolls to.
func (b *Browser) Barriers() []string {
	b.t.Helper()
	found := b.ask(axe + `;document.querySelectorAll("body *").forEach(e => { if (getComputedStyle(e).position === "sticky") e.style.position = "relative" });
		axe.run(document, {runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]})
		.then(r => r.violations.map(v => v.id + ": " + v.nodes.map(n => n.target.join(" ")).slice(0, 5).join(", ")).join("\n"))`)
	return strings.FieldsFunc(found, func(r rune) bool { return r == '\n' })
}

// Picture writes what is seen to a PNG file: the window, or the whole page.
func (b *Browser) Picture(file string, whole bool) {
	b.t.Helper()
	take := chromedp.CaptureScreenshot()
	if whole {
		take = chromedp.FullScreenshot(100)
	}
	png, err := chromedp.Run(b.ctx, take)
	if err == nil {
		err = os.WriteFile(file, png, 0o644)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}
