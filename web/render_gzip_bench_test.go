package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"testing"

	"rostrum/staff"
)

// BenchmarkPages is what a page costs with compression and without: go test ./web -run '^$' -bench Pages. Size is what
// travels.
func BenchmarkPages(b *testing.B) {
	r := newRoom(b)
	handler, err := r.Handler()
	r.must(err)
	who := r.person("Milda Mildaitė", staff.Auditor, staff.PolicyOwner)
	as := r.browser(who)
	address, err := url.Parse(r.http.URL)
	r.must(err)
	for _, path := range []string{"/", "/handbook", "/handbook/respect", "/ledger", "/signatures"} {
		for _, accepts := range []string{"", "gzip"} {
			b.Run(path+" "+accepts, func(b *testing.B) {
				var size int
				for b.Loop() {
					request := httptest.NewRequest(http.MethodGet, path, nil)
					request.Header.Set("Accept-Encoding", accepts)
					for _, c := range as.http.Jar.Cookies(address) {
						request.AddCookie(c)
					}
					answer := httptest.NewRecorder()
					handler.ServeHTTP(answer, request)
					if size = answer.Body.Len(); answer.Code != http.StatusOK {
						b.Fatal(answer.Code)
					}
				}
				b.ReportMetric(float64(size), "bytes")
			})
		}
	}
}

// BenchmarkLevels is what compressing alone costs, by level: go test ./web -run '^$' -bench Levels.
func BenchmarkLevels(b *testing.B) {
	r := newRoom(b)
	as := r.browser(r.person("Milda Mildaitė", staff.Auditor, staff.PolicyOwner))
	for _, path := range []string{"/", "/handbook", "/handbook/respect"} {
		_, page := as.get(path)
		for _, level := range []int{gzip.HuffmanOnly, 1, 2, 3, 4, 5, 6, 9} {
			b.Run(path+" "+strconv.Itoa(level), func(b *testing.B) {
				z, err := gzip.NewWriterLevel(io.Discard, level)
				r.must(err)
				var size count
				for b.Loop() {
					size = 0
					z.Reset(&size)
					_, err := io.WriteString(z, page)
					r.must(err)
					r.must(z.Close())
				}
				b.ReportMetric(float64(size), "bytes")
				b.ReportMetric(float64(len(page)), "bytes-before")
			})
		}
	}
}

// count counts what is written.
type count int

func (c *count) Write(p []byte) (int, error) {
	*c += count(len(p))
	return len(p), nil
}
