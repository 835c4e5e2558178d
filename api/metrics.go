package api

import (
	"context"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"rostrum/fault"
	"rostrum/store"
)

// Metrics counts what is asked of the server and tells it to Prometheus.
type Metrics struct {
	server   *Server
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	took     *prometheus.HistogramVec
}

// NewMetrics begins to count.
func (s *Server) NewMetrics() *Metrics {
	m := &Metrics{server: s, registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "rostrum_http_requests_total", Help: "Requests answered, by route and status."}, []string{"route", "status"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "rostrum_http_request_seconds", Help: "How long answers took, by route.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}}, []string{"route"})}
	m.registry.MustRegister(m.requests, m.took, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), &figures{server: s})
	return m
}

// Measure counts what next answers, by the pattern of the route, so that addresses with ids do not count one by one.
func (m *Metrics) Measure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		seen := &statusSeen{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			route := r.Pattern
			if route == "" {
				route = "none"
			}
			m.requests.WithLabelValues(route, strconv.Itoa(seen.status)).Inc()
			m.took.WithLabelValues(route).Observe(time.Since(begun).Seconds())
		}()
		next.ServeHTTP(seen, r)
	})
}

// Handler gives the figures to programs on this machine, and to others with any token.
func (m *Metrics) Handler() http.Handler {
	tell := promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError})
	guarded := m.server.enter(tell, refuseInProblem)
	return headers(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if nearby(r) {
			tell.ServeHTTP(w, r)
			return
		}
		guarded.ServeHTTP(w, r)
	}))
}

// nearby tells whether a request was made on this machine, with no proxy between.
func nearby(r *http.Request) bool {
	for _, sign := range []string{"X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via"} {
		if r.Header.Get(sign) != "" {
			return false
		}
	}
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	host := r.Host
	if at := strings.LastIndexByte(host, ':'); at > strings.LastIndexByte(host, ']') {
		host = host[:at]
	}
	own, notAddress := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && peer.Addr().Unmap().IsLoopback() && (host == "localhost" || notAddress == nil && own.IsLoopback())
}

// statusSeen remembers the status of an answer.
type statusSeen struct {
	http.ResponseWriter
	status int
	wrote  bool
}

func (s *statusSeen) WriteHeader(status int) {
	if !s.wrote {
		s.status, s.wrote = status, true
	}
	s.ResponseWriter.WriteHeader(status)
}

// Unwrap lets deadlines be set and answers be flushed.
func (s *statusSeen) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// figures counts in the database when it is asked.
type figures struct{ server *Server }

func (f *figures) descriptions() (entries, unsigned, people, jobs *prometheus.Desc) {
	return prometheus.NewDesc("rostrum_ledger_entries", "Entries of the ledger.", nil, nil),
		prometheus.NewDesc("rostrum_ledger_unsigned_entries", "Entries that no checkpoint covers yet.", nil, nil),
		prometheus.NewDesc("rostrum_people", "People, by state.", []string{"state"}, nil),
		prometheus.NewDesc("rostrum_jobs", "Jobs of the last day and those that wait, by state.", []string{"state"}, nil)
}

// Describe names the figures.
func (f *figures) Describe(to chan<- *prometheus.Desc) {
	entries, unsigned, people, jobs := f.descriptions()
	for _, d := range []*prometheus.Desc{entries, unsigned, people, jobs} {
		to <- d
	}
}

// Collect counts. What cannot be counted is told as invalid, so that a watcher notices.
func (f *figures) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	entries, unsigned, people, jobs := f.descriptions()
	var counted store.Figures
	err := f.server.Store.Read(ctx, func(tx *store.Tx) (err error) {
		counted, err = tx.Figures(ctx)
		return err
	})
	if err != nil {
		f.server.Log.ErrorContext(ctx, "figures could not be counted", "error", err)
		to <- prometheus.NewInvalidMetric(entries, fault.For(err))
		return
	}
	gauge := func(d *prometheus.Desc, n float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, n, labels...)
	}
	gauge(entries, float64(counted.Entries))
	gauge(unsigned, float64(counted.Unsigned))
	for state, n := range counted.People {
		gauge(people, float64(n), state)
	}
	for state, n := range counted.Jobs {
		gauge(jobs, float64(n), state)
	}
}
