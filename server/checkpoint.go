package server

import (
	"context"
	"time"

	"rostrum/jobs"
)

// signCheckpoint is the job that signs how the ledger stands.
type signCheckpoint struct{}

// Kind names the job.
func (signCheckpoint) Kind() string { return "ledger.checkpoint" }

// checkpoints has the ledger signed each minute in which it grew, so that no entry stays unsigned for longer.
func (s *Server) checkpoints(q *jobs.Queue) {
	jobs.Work(q, func(ctx context.Context, _ signCheckpoint) error {
		return s.Store.Checkpoint(ctx, s.Web.Keys.Signer, time.Now())
	})
	jobs.Every(q, time.Minute, signCheckpoint{})
}
