package web

import (
	"context"

	"rostrum/ledger"
	"rostrum/notify"
	"rostrum/receiver"
	"rostrum/staff"
	"rostrum/store"
)

// CheckpointLetter is the job that sends one person the checkpoint of a size, to be kept outside.
type CheckpointLetter struct {
	Person string `json:"person"`
	Size   int64  `json:"size"`
}

// Kind names the job.
func (CheckpointLetter) Kind() string { return "checkpoint_letter" }

// SendCheckpointLetter sends a checkpoint as it was signed, to who still may read the ledger.
func (s *Server) SendCheckpointLetter(ctx context.Context, job CheckpointLetter) error {
	return s.sendLetter(ctx, job.Person, func(tx *store.Tx, who staff.Person) (notify.Letter, error) {
		kept, err := tx.CheckpointOf(ctx, job.Size)
		if err != nil || staff.May(who, staff.SeeLedger) != nil {
			return nil, err
		}
		signed, err := ledger.OpenCheckpoint(s.Keys.Verifier, kept.Note)
		return notify.Checkpoint{Size: signed.Size, Root: signed.Root.String(), At: signed.Time.In(zoneOf(who)), Note: kept.Note,
			Link: s.Address.String() + "/ledger/checkpoints"}, err
	})
}

// askForCheckpoints has the person sent the checkpoint by mail, or no longer.
func (s *Server) askForCheckpoints(v *visit) error {
	wants := v.form("mail") == "yes"
	err := s.Store.Write(v.ctx, func(tx *store.Tx) error {
		if err := receiver.AskForCheckpoints(v.ctx, tx, v.who, wants, v.now); err != nil {
			return err
		}
		if wants {
			return s.flash(v, tx, "ledger.mail_on")
		}
		return s.flash(v, tx, "ledger.mail_off")
	})
	if err != nil {
		return err
	}
	return v.see("/ledger/checkpoints")
}
