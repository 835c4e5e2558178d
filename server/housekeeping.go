package server

import (
	"context"
	"errors"
	"time"

	"rostrum/jobs"
	"rostrum/store"
)

// forgetExpired is the job that forgets what has run out.
type forgetExpired struct{}

// Kind names the job.
func (forgetExpired) Kind() string { return "forget_expired" }

// housekeeping forgets sessions, attempts to sign in and links that have expired, once an hour.
func (s *Server) housekeeping(q *jobs.Queue) {
	jobs.Work(q, func(ctx context.Context, _ forgetExpired) error {
		return s.Store.Write(ctx, func(tx *store.Tx) error {
			return errors.Join(tx.ForgetExpired(ctx, time.Now()), tx.ForgetAttempts(ctx, time.Now()))
		})
	})
	jobs.Every(q, time.Hour, forgetExpired{})
}
