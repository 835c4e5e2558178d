// Package server owns the wiring of a running Rostrum: database, keys, jobs, pages and API, from the first byte of the
// configuration to the last answer at shutdown. The program, the demo and the tests start the same thing. It refuses to
// hold any rule of the product.
package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/jobs"
	"rostrum/keyring"
	"rostrum/network/simulator"
	"rostrum/notify"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/web"
)

// Server is a Rostrum that is ready to serve.
type Server struct {
	Config Config
	Store  *store.Store
	Web    *web.Server
	// Simulator is the network beside the pages, nil but in the demo.
	Simulator *simulator.Simulator

	log      *slog.Logger
	listener net.Listener
	http     *http.Server
	jobs     jobs.Running
	done     chan error
	outbox   running
}

// running is work that goes on until it is stopped.
type running struct {
	stop context.CancelFunc
	done chan error
}

// run starts work that ends when its context does.
func run(ctx context.Context, work func(context.Context) error) running {
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	r := running{stop, make(chan error, 1)}
	go func() { r.done <- work(ctx) }()
	return r
}

// end stops the work and waits until it let go of what it had in hand. What never ran ends at once.
func (r running) end(ctx context.Context) error {
	if r.stop == nil {
		return nil
	}
	r.stop()
	select {
	case err := <-r.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Start opens everything and begins to serve. It returns once the server answers.
func Start(ctx context.Context, config Config, log *slog.Logger) (_ *Server, err error) {
	s := &Server{Config: config, log: log, done: make(chan error, 1)}
	defer func() {
		if err != nil {
			_ = s.close()
		}
	}()
	if err := s.listen(); err != nil {
		return nil, err
	}
	if err := s.open(ctx); err != nil {
		return nil, err
	}
	pages, err := s.Web.Handler()
	if err == nil {
		err = s.Web.TellStart(ctx)
	}
	if err != nil {
		return nil, err
	}
	if s.jobs, err = s.queue().Start(context.WithoutCancel(ctx), s.Store); err != nil {
		return nil, err
	}
	s.http = &http.Server{
		Handler:           s.handler(pages),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       60 * time.Second,
		WriteTimeout:      120 * time.Second,
		IdleTimeout:       120 * time.Second,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	go func() { s.done <- s.http.Serve(s.listener) }()
	s.outbox = run(ctx, s.Web.Outbox.Run)
	log.Info("listening", "address", s.Config.Address, "database", s.Store.Engine())
	return s, nil
}

// listen takes the port first, so that nothing is touched where another server is at work. Port 0 is any that is free.
func (s *Server) listen() (err error) {
	asked := s.Config.Listen
	if _, err := net.ResolveTCPAddr("tcp", asked); err != nil {
		return fault.New(fault.Invalid,
			fmt.Sprintf("--listen %s is no address with a port. Give one such as 127.0.0.1:8080.", asked),
			fmt.Sprintf("--listen %s nėra adresas su prievadu. Nurodykite, pavyzdžiui, 127.0.0.1:8080.", asked))
	}
	if s.listener, err = net.Listen("tcp", asked); err != nil {
		return fault.New(fault.Unavailable,
			fmt.Sprintf("Cannot listen on %s: another program may be using it. Choose another with --listen.", asked),
			fmt.Sprintf("Nepavyksta klausyti adresu %s: galbūt jį naudoja kita programa. Kitą nurodykite su --listen.", asked))
	}
	if host, port, err := net.SplitHostPort(asked); err == nil && port == "0" {
		_, port, err = net.SplitHostPort(s.listener.Addr().String())
		if err != nil {
			return err
		}
		s.Config.Listen = net.JoinHostPort(host, port)
	}
	return s.Config.Check()
}

// open opens the keys, the database and what the pages need.
func (s *Server) open(ctx context.Context) error {
	if err := os.MkdirAll(s.Config.Data, 0o700); err != nil {
		return fault.New(fault.Invalid,
			fmt.Sprintf("The data folder %s cannot be made. Choose one that this user may write to with --data.", s.Config.Data),
			fmt.Sprintf("Nepavyksta sukurti duomenų aplanko %s. Su --data nurodykite tokį, į kurį šis naudotojas gali rašyti.", s.Config.Data))
	}
	keys, err := keyring.Open(s.Config.Data)
	if err != nil {
		return err
	}
	sealer, err := signin.NewSealer(keys.Seal)
	if err != nil {
		return err
	}
	var mail *notify.Mail
	if s.Config.Mail != "" {
		if mail, err = notify.ParseMail(s.Config.Mail); err != nil {
			return err
		}
	}
	address, err := url.Parse(s.Config.Address)
	if err != nil {
		return err
	}
	proxies, err := prefixes(s.Config.Proxies)
	if err != nil {
		return err
	}
	if s.Store, err = store.Open(ctx, s.Config.Store()); err != nil {
		return err
	}
	if n, err := reseal(ctx, s.Store, sealer); err != nil {
		return err
	} else if n > 0 {
		s.log.Info("secrets sealed with the new key", "secrets", n)
	}
	s.Web = &web.Server{
		Demo:  s.Config.Demo,
		Store: s.Store, Keys: keys, Sealer: sealer, Mail: mail, Address: address, Proxies: proxies, Private: s.Config.Private,
		Provider: web.Provider{Issuer: s.Config.OIDC, Client: s.Config.Client, Secret: s.Config.Secret},
		Log:      s.log, Now: time.Now,
	}
	if s.Web.Opinion, err = s.Config.opinion(); err != nil {
		return err
	}
	s.Web.OpinionModel = s.Config.OpinionModel
	if s.Web.Networks, err = s.connect(keys); err != nil {
		return err
	}
	s.Web.Outbox = s.newOutbox()
	if s.Config.Prepare != nil {
		return s.Config.Prepare(ctx, s)
	}
	return nil
}

// Address is where browsers reach the server.
func (s *Server) Address() string { return s.Config.Address }

// Wait serves until the context ends, then lets what is under way finish, for up to twenty seconds.
func (s *Server) Wait(ctx context.Context) error {
	select {
	case err := <-s.done:
		return errors.Join(err, s.close())
	case <-ctx.Done():
	}
	return s.Stop()
}

// Stop lets what is under way finish, for up to twenty seconds, and closes everything.
func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	s.log.Info("stopping")
	err := s.http.Shutdown(ctx)
	return errors.Join(err, s.outbox.end(ctx), s.jobs.Stop(ctx), s.Store.Checkpoint(ctx, s.Web.Keys.Signer, time.Now()), s.close())
}

func (s *Server) close() error {
	var errs []error
	if s.listener != nil && s.http == nil {
		errs = append(errs, s.listener.Close())
	}
	if s.Simulator != nil {
		errs = append(errs, s.Simulator.Close())
	}
	if s.Store != nil {
		errs = append(errs, s.Store.Close())
	}
	return errors.Join(errs...)
}

// Logger writes the operator's log in the configured form.
func Logger(to io.Writer, form string) *slog.Logger {
	if form == "json" {
		return slog.New(slog.NewJSONHandler(to, nil))
	}
	return slog.New(slog.NewTextHandler(to, nil))
}

func prefixes(list string) ([]netip.Prefix, error) {
	var all []netip.Prefix
	for _, one := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		p, err := netip.ParsePrefix(one)
		if err != nil {
			address, err := netip.ParseAddr(one)
			if err != nil {
				return nil, fault.New(fault.Invalid, fmt.Sprintf("--proxies: %s is no address or network.", one),
					fmt.Sprintf("--proxies: %s nėra adresas ar tinklas.", one))
			}
			p = netip.PrefixFrom(address, address.BitLen())
		}
		all = append(all, p)
	}
	return all, nil
}
