package web

import (
	"net/http"
	"strings"
)

// CSP is what one page asks of the content security policy beyond the strict default.
type CSP struct {
	// WebAssembly lets the page compile WebAssembly from our own address.
	WebAssembly bool
	// NoConnect forbids the page to send or fetch anything from scripts: what is typed there stays in the browser.
	NoConnect bool
}

// header writes the policy out (CSP level 3). Nothing is allowed inline and nothing comes from elsewhere.
func (c CSP) header() string {
	script, connect := "'self'", "'self'"
	if c.WebAssembly {
		script += " 'wasm-unsafe-eval'"
	}
	if c.NoConnect {
		connect = "'none'"
	}
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + script,
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self'",
		"manifest-src 'self'",
		"connect-src " + connect,
		"form-action 'self'",
		"frame-ancestors 'none'",
		"base-uri 'none'",
	}, "; ")
}

// Headers sets the security headers of every answer; a page's own CSP replaces the strict one when it is rendered.
// tls says that people reach the server by HTTPS, be it through a proxy: then browsers are told to stay there.
func Headers(next http.Handler, tls bool) http.Handler {
	fixed := map[string]string{
		"Content-Security-Policy":      CSP{}.header(),
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "same-origin",
		"Permissions-Policy":           "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
	}
	if tls {
		fixed["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range fixed {
			w.Header().Set(name, value)
		}
		next.ServeHTTP(w, r)
	})
}
