package server

import (
	"context"
	"errors"
	"time"

	"rostrum/compose"
	"rostrum/jobs"
	"rostrum/store"
)

// forgetExpired is the job that forgets what has run out.
type forgetExpired struct{}

// Kind names the job.
func (forgetExpired) Kind() string { return "forget_expired" }

// forgetPictures is the job that forgets pictures that came into no post.
type forgetPictures struct{}

// Kind names the job.
func (forgetPictures) Kind() string { return "forget_pictures" }

// housekeeping forgets sessions, attempts to sign in and links that have expired, once an hour, and pictures that nobody
// used, once a night.
func (s *Server) housekeeping(q *jobs.Queue) {
	jobs.Work(q, func(ctx context.Context, _ forgetExpired) error {
		return s.Store.Write(ctx, func(tx *store.Tx) error {
			return errors.Join(tx.ForgetExpired(ctx, time.Now()), tx.ForgetAttempts(ctx, time.Now()))
		})
	})
	jobs.Every(q, time.Hour, forgetExpired{})
	jobs.Work(q, func(ctx context.Context, _ forgetPictures) error {
		return s.Store.Write(ctx, func(tx *store.Tx) error { return compose.ForgetPictures(ctx, tx, time.Now()) })
	})
	jobs.Every(q, 24*time.Hour, forgetPictures{})
}
