package server

import (
	"context"
	"maps"
	"strconv"
	"time"

	"rostrum/fault"
	"rostrum/jobs"
	"rostrum/ledger"
	"rostrum/notify"
	"rostrum/receiver"
	"rostrum/store"
)

// followLedger is the job that looks what was written in the ledger and whom to tell.
type followLedger struct{}

// Kind names the job.
func (followLedger) Kind() string { return "ledger.follow" }

// deliver is the job that tells one receiver of one entry.
type deliver struct {
	Receiver string `json:"receiver"`
	Seq      int64  `json:"seq"`
}

// Kind names the job.
func (deliver) Kind() string { return "ledger.deliver" }

// followPause is how long a receiver waits at most for an entry, if it answers.
const followPause = 10 * time.Second

// followBatch is how many entries are looked at in one transaction.
const followBatch = 500

// notifications has receivers told of ledger entries: at least once, in jobs that come again while nobody answers.
func (s *Server) notifications(q *jobs.Queue) {
	jobs.Work(q, func(ctx context.Context, _ followLedger) error {
		for {
			more, err := s.follow(ctx)
			if err != nil || !more {
				return err
			}
		}
	})
	jobs.Work(q, s.deliver)
	jobs.Every(q, followPause, followLedger{})
}

// follow goes on from the place in the ledger that it has kept: the deliveries and the new place are kept together, so
// that none is forgotten.
func (s *Server) follow(ctx context.Context) (more bool, err error) {
	const position = "receiver.position"
	var from, size int64
	look := func(tx *store.Tx) (err error) {
		if err = tx.Setting(ctx, position, &from); err != nil {
			return err
		}
		size, _, err = tx.LedgerHead(ctx)
		return err
	}
	if err := s.Store.Read(ctx, look); err != nil || from >= size {
		return false, err
	}
	err = s.Store.Write(ctx, func(tx *store.Tx) error {
		if err := look(tx); err != nil {
			return err
		}
		receivers, err := tx.Receivers(ctx)
		if err != nil {
			return err
		}
		if len(receivers) == 0 {
			return tx.SetSetting(ctx, position, size)
		}
		entries, err := tx.LedgerFrom(ctx, from, followBatch)
		if err != nil {
			return err
		}
		for _, sealed := range entries {
			if err := tell(ctx, tx, receivers, sealed); err != nil {
				return err
			}
		}
		more = from+int64(len(entries)) < size
		return tx.SetSetting(ctx, position, from+int64(len(entries)))
	})
	return more, err
}

func tell(ctx context.Context, tx *store.Tx, receivers []receiver.Receiver, sealed ledger.Sealed) error {
	entry, _, seq, err := ledger.Open(sealed.Leaf, sealed.Private)
	if err != nil {
		return err
	}
	for _, r := range receivers {
		if !r.Wants(entry.Kind, seq) {
			continue
		}
		if err := tx.Enqueue(ctx, deliver{r.ID, seq}, time.Time{}); err != nil {
			return err
		}
	}
	return nil
}

// deliver tells a receiver of an entry and keeps what came of it. What can be mended only by a person is not tried again.
func (s *Server) deliver(ctx context.Context, job deliver) error {
	var to receiver.Receiver
	var sealed ledger.Sealed
	var text string
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		if to, err = tx.Receiver(ctx, job.Receiver); err != nil {
			return err
		}
		if sealed, err = tx.LedgerEntry(ctx, job.Seq); err != nil || to.Way != receiver.Chat {
			return err
		}
		text, err = s.Web.LedgerMessage(ctx, tx, sealed)
		return err
	})
	if fault.Is(err, fault.NotFound) {
		return nil // it was removed meanwhile
	} else if err != nil {
		return err
	}
	address, err := to.Open(s.Web.Sealer)
	if err != nil {
		return err
	}
	answer, failed := s.send(ctx, to, address, sealed, text)
	last := receiver.Last{Time: time.Now(), Answer: answer}
	if err := s.Store.Write(ctx, func(tx *store.Tx) error { return tx.NoteDelivery(ctx, to.ID, last) }); err != nil {
		return err
	}
	if fault.Is(failed, fault.Invalid) || fault.Is(failed, fault.NotFound) {
		return nil
	}
	return failed
}

func (s *Server) send(ctx context.Context, to receiver.Receiver, address receiver.Address, sealed ledger.Sealed, text string) (notify.Answer, error) {
	if to.Way == receiver.Chat {
		err := notify.Chat{URL: address.URL, Private: s.Config.Private}.Send(ctx, text)
		if err != nil {
			told := fault.For(err)
			return notify.Answer{EN: told.EN, LT: told.LT}, err
		}
		return notify.Answer{OK: true, EN: "The room was told.", LT: "Pranešta į pokalbių kanalą."}, nil
	}
	entry, _, seq, err := ledger.Open(sealed.Leaf, sealed.Private)
	if err != nil {
		return notify.Answer{}, err
	}
	return notify.Webhook{URL: address.URL, Secret: address.Secret, Private: s.Config.Private}.Deliver(ctx, event(entry, seq))
}

// event is an entry for a machine. Private values stay here.
func event(e ledger.Entry, seq int64) notify.Event {
	data := maps.Clone(e.Data)
	if data == nil {
		data = map[string]string{}
	}
	data["seq"], data["actor"], data["subject"] = strconv.FormatInt(seq, 10), e.Actor, e.Subject
	return notify.Event{ID: data["seq"], Type: e.Kind, Time: e.Time, Data: data}
}
