package server

import (
	"context"
	"slices"
	"strconv"
	"time"

	"rostrum/fault"
	"rostrum/jobs"
	"rostrum/ledger"
	"rostrum/receiver"
	"rostrum/staff"
	"rostrum/store"
	"rostrum/web"
)

// sendCheckpoint is the job that has the latest checkpoint told outside, so that a copy is where nobody here can change it.
type sendCheckpoint struct{}

// Kind names the job.
func (sendCheckpoint) Kind() string { return "ledger.send_checkpoint" }

// checkpointSent is the kind of entry that carries a checkpoint; deliveries follow the ledger, so writing it sends it.
const checkpointSent = "ledger.checkpoint_sent"

// sendingCheckpoints has receivers and readers told of the latest checkpoint once a day.
func (s *Server) sendingCheckpoints(q *jobs.Queue) {
	jobs.Work(q, func(ctx context.Context, _ sendCheckpoint) error { return s.sendCheckpoint(ctx, time.Now()) })
	jobs.Work(q, s.Web.SendCheckpointLetter)
	jobs.Every(q, 24*time.Hour, sendCheckpoint{})
}

// sendCheckpoint writes the latest checkpoint into the ledger where somebody wants to be told of it: a webhook gets it
// whole, with its signature; a chat room gets the size and the root; whoever may read the ledger and asked for it gets a
// letter with the signed file.
func (s *Server) sendCheckpoint(ctx context.Context, now time.Time) error {
	return s.Store.Write(ctx, func(tx *store.Tx) error {
		receivers, err := tx.Receivers(ctx)
		if err != nil {
			return err
		}
		size, _, err := tx.LedgerHead(ctx)
		if err != nil {
			return err
		}
		readers, err := s.checkpointReaders(ctx, tx)
		if err != nil {
			return err
		}
		if len(readers) == 0 && !slices.ContainsFunc(receivers, func(r receiver.Receiver) bool { return r.Wants(checkpointSent, size) }) {
			return nil
		}
		last, err := tx.LastCheckpoint(ctx)
		if fault.Is(err, fault.NotFound) {
			return nil // there is one within a minute, and another day
		} else if err != nil {
			return err
		}
		signed, err := ledger.OpenCheckpoint(s.Web.Keys.Verifier, last.Note)
		if err != nil {
			return err
		}
		for _, reader := range readers {
			if err := tx.Enqueue(ctx, web.CheckpointLetter{Person: reader, Size: signed.Size}, time.Time{}); err != nil {
				return err
			}
		}
		return tx.Append(ctx, ledger.Entry{Time: now, Actor: "rostrum", Kind: checkpointSent, Subject: "ledger",
			Data: map[string]string{"size": strconv.FormatInt(signed.Size, 10), "root": signed.Root.String(), "checkpoint": last.Note}})
	})
}

// checkpointReaders gives who asked for the checkpoint by mail and may still read the ledger. Without a mail server there
// is nobody.
func (s *Server) checkpointReaders(ctx context.Context, tx *store.Tx) (ids []string, err error) {
	if s.Web.Mail == nil {
		return nil, nil
	}
	asked, err := tx.CheckpointReaders(ctx)
	for _, p := range asked {
		if staff.May(p, staff.SeeLedger) == nil {
			ids = append(ids, p.ID)
		}
	}
	return ids, err
}
