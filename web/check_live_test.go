package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"rostrum/browsertest"
	"rostrum/staff"
)

// watch is a proxy through which a browser reaches everything, and which notes what it is asked for.
type watch struct {
	mu    sync.Mutex
	asked []string
}

// proxy gives the address of the watch, behind which there is nothing but the room.
func (w *watch) proxy(r *room) string {
	front := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, q *http.Request) {
		if !ownService(q) {
			w.mu.Lock()
			w.asked = append(w.asked, q.Method+" "+q.URL.String())
			w.mu.Unlock()
		}
		if q.Host != r.Address.Host {
			http.Error(answer, "there is nothing else", http.StatusBadGateway)
			return
		}
		r.http.Config.Handler.ServeHTTP(answer, q)
	}))
	r.t.Cleanup(front.Close)
	return front.URL
}

// ownService tells what Chromium itself asks its maker, whatever page is open. No page of ours could: its security policy
// lets it ask its own server alone.
func ownService(q *http.Request) bool {
	host := q.URL.Hostname()
	return q.Method == http.MethodConnect && (strings.HasSuffix(host, ".google.com") || strings.HasSuffix(host, ".googleapis.com"))
}

// since gives what was asked for and forgets it.
func (w *watch) since() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	asked := w.asked
	w.asked = nil
	return asked
}

// chromium opens a real browser in which the person is signed in, and all of whose requests the watch sees.
func (r *room) chromium(who staff.Person, w *watch) context.Context {
	r.t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		browsertest.Lacking(r.t, "Chromium is not installed")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path),
		chromedp.Flag("proxy-server", w.proxy(r)), chromedp.Flag("proxy-bypass-list", "<-loopback>"),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stop := chromedp.NewExecAllocator(r.t.Context(), options...)
	r.t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	r.t.Cleanup(stop)
	r.must(chromedp.Do(ctx))
	var cookies []*network.CookieParam
	for _, c := range r.browser(who).http.Jar.Cookies(r.Address) {
		cookies = append(cookies, &network.CookieParam{Name: c.Name, Value: c.Value, URL: r.http.URL})
	}
	_, err = chromedp.Call(ctx, network.SetCookies, network.SetCookiesParams{Cookies: cookies})
	r.must(err)
	ctx, stop = context.WithTimeout(ctx, 90*time.Second)
	r.t.Cleanup(stop)
	return ctx
}

// TestTypingSendsNothing types a draft in a real browser and watches its network: once the checker is ready, not one
// request leaves, and what is wrong with the draft is shown all the same.
func TestTypingSendsNothing(t *testing.T) {
	r := newRoom(t)
	if _, err := r.render.assets.URL("checker/checker.js"); err != nil {
		browsertest.Lacking(t, "this build has no checker for browsers: make wasm")
	}
	w := &watch{}
	ctx := r.chromium(r.person("Jonas Jonaitis", staff.Employee), w)
	r.must(chromedp.Do(ctx, chromedp.Navigate(r.http.URL+"/check"), chromedp.WaitVisible("[data-when=ready]")))
	loaded := strings.Join(w.since(), "\n")
	for _, part := range []string{"/check", "/check/worker.js", "/assets/checker/checker.", "/check/policy/"} {
		if !strings.Contains(loaded, part) {
			t.Fatalf("the watch did not see %s among\n%s", part, loaded)
		}
	}

	r.must(chromedp.Do(ctx, chromedp.SendKeys("#f-text", "Prisijungimo slaptažodis: Vasara2026!"), chromedp.WaitVisible(".verdict-block")))
	for selector, want := range map[string]string{".verdict h2": "Do not post this", ".marked mark": "Vasara2026!", ".finding-acts a": "sign-in"} {
		shown, err := chromedp.Run(ctx, chromedp.OuterHTML(selector))
		r.must(err)
		if !strings.Contains(shown, want) {
			t.Errorf("%s is %q, want %q", selector, shown, want)
		}
	}
	r.must(chromedp.Do(ctx, chromedp.Click(".finding-acts button"), chromedp.WaitNotPresent(".verdict-block"),
		chromedp.Evaluate[chromedp.Void](`document.querySelector("#f-text").value = ""`), chromedp.SendKeys("#f-text", "Gražaus savaitgalio visiems\n"), chromedp.WaitVisible(".verdict-allow")))
	// There is no form that a button or Enter could send, and no script can send anything either.
	forms, err := chromedp.Run(ctx, chromedp.Evaluate[int](`document.querySelectorAll("#checking form").length`))
	r.must(err)
	refused, err := chromedp.Run(ctx, chromedp.Evaluate[bool](
		`fetch("/check", {method: "POST", body: "x"}).then(() => false, () => true)`, chromedp.EvalAwaitPromise))
	r.must(err)
	beacon, err := chromedp.Run(ctx, chromedp.Evaluate[int](`(navigator.sendBeacon("/check", "x"), 0)`))
	r.must(err)
	if forms+beacon != 0 || !refused {
		t.Errorf("%d forms around the draft; a script's request was refused: %v", forms, refused)
	}
	time.Sleep(300 * time.Millisecond) // what is on its way may arrive
	if asked := w.since(); len(asked) > 0 {
		t.Errorf("while somebody typed, the browser sent:\n%s", strings.Join(asked, "\n"))
	}
}
