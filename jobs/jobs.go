// Package jobs owns the work that is done later: reminders, checkpoints, deliveries. Jobs wait in the same database as
// everything else and are put there in the transaction of the change that wants them (store.Tx.Enqueue), so that none is
// lost and none outlives a change that was undone. It refuses to know what a job does: whoever owns the concept adds its
// worker.
package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"

	"database/sql"

	"rostrum/store"
	"rostrum/store/postgres"
	"rostrum/store/sqlite"
)

// Queue is what will be worked on once it starts.
type Queue struct {
	workers  *river.Workers
	periodic []*river.PeriodicJob
	log      *slog.Logger
}

// New makes a queue without workers.
func New(log *slog.Logger) *Queue {
	return &Queue{workers: river.NewWorkers(), log: log}
}

// Work says what is done with jobs of one kind. An error makes the job wait and come again, with growing pauses.
func Work[A river.JobArgs](q *Queue, work func(ctx context.Context, args A) error) {
	river.AddWorker(q.workers, river.WorkFunc(func(ctx context.Context, job *river.Job[A]) error {
		return work(ctx, job.Args)
	}))
}

// Every makes a job come again and again, the first time when the queue starts.
func Every(q *Queue, pause time.Duration, args river.JobArgs) {
	q.periodic = append(q.periodic, river.NewPeriodicJob(river.PeriodicInterval(pause),
		func() (river.JobArgs, *river.InsertOpts) {
			return args, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByPeriod: pause}}
		}, &river.PeriodicJobOpts{RunOnStart: true}))
}

// Running is a queue at work.
type Running interface {
	// Stop lets the jobs at hand end and takes no others.
	Stop(ctx context.Context) error
}

// Start begins to work on the store's jobs, several at once.
func (q *Queue) Start(ctx context.Context, s *store.Store) (Running, error) {
	config := &river.Config{
		Workers:           q.workers,
		PeriodicJobs:      q.periodic,
		Queues:            map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 20}},
		FetchCooldown:     50 * time.Millisecond,
		FetchPollInterval: time.Second,
		Logger:            slog.New(quiet{q.log.Handler()}),
	}
	switch native := s.Native().(type) {
	case *sqlite.Engine:
		return start[*sql.Tx](ctx, func() (*river.Client[*sql.Tx], error) {
			return river.NewClient(riversqlite.New(native.Writer()), config)
		})
	case *postgres.Engine:
		return start[pgx.Tx](ctx, func() (*river.Client[pgx.Tx], error) {
			return river.NewClient(riverpgxv5.New(native.Pool()), config)
		})
	}
	return nil, fmt.Errorf("no job queue for %s", s.Engine())
}

func start[T any](ctx context.Context, open func() (*river.Client[T], error)) (Running, error) {
	client, err := open()
	if err != nil {
		return nil, err
	}
	return client, client.Start(ctx)
}
