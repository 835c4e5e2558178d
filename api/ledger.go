package api

import (
	"context"
	"encoding/hex"
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"golang.org/x/mod/sumdb/tlog"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
)

// Entry is an entry of the ledger as programs see it.
type Entry struct {
	Seq      int64             `json:"seq" doc:"Its place, from 0."`
	Time     time.Time         `json:"time"`
	Actor    string            `json:"actor"`
	Kind     string            `json:"kind"`
	Subject  string            `json:"subject"`
	Data     map[string]string `json:"data" nullable:"false"`
	Private  map[string]string `json:"private" nullable:"false" doc:"Personal data, which can be erased while the proof still holds."`
	Redacted []string          `json:"redacted,omitempty" doc:"Private fields that were erased."`
	Leaf     string            `json:"leaf" doc:"The bytes that are hashed into the tree."`
	Hash     string            `json:"hash" doc:"SHA-256 of 0x00 and the leaf (RFC 6962), hexadecimal."`
}

func (s *Server) ledgerOperations(a huma.API) {
	offer(s, a, getting("list-entries", "/ledger", signin.LedgerRead, "ledger", "List entries of the ledger, the newest first", "Žurnalo įrašai, naujausi pirmi"), s.entries)
	offer(s, a, getting("list-checkpoints", "/ledger/checkpoints", signin.LedgerRead, "ledger", "List signed checkpoints, the newest first", "Pasirašyti kontroliniai taškai, naujausi pirmi"), s.checkpoints)
	offer(s, a, getting("get-entry", "/ledger/{seq}", signin.LedgerRead, "ledger", "Get one entry and the proof that it is in the ledger", "Vienas įrašas ir įrodymas, kad jis yra žurnale"), s.entry)
}

func entryOut(sealed ledger.Sealed) (Entry, error) {
	hash := tlog.RecordHash(sealed.Leaf)
	e, redacted, _, err := ledger.Open(sealed.Leaf, sealed.Private)
	out := Entry{sealed.Seq, e.Time, e.Actor, e.Kind, e.Subject, e.Data, e.Private, redacted, string(sealed.Leaf), hex.EncodeToString(hash[:])}
	if out.Data == nil {
		out.Data = map[string]string{}
	}
	if out.Private == nil {
		out.Private = map[string]string{}
	}
	return out, err
}

type entriesQuestion struct {
	Paged
	Kind   string    `query:"kind" maxLength:"64" doc:"For example person.invited."`
	Person string    `query:"person" maxLength:"40" doc:"Who did it, or to whom it was done."`
	From   time.Time `query:"from"`
	To     time.Time `query:"to" doc:"Before this moment."`
}

type entriesAnswer struct {
	Body struct {
		Items []Entry `json:"items" nullable:"false"`
		Next  string  `json:"next,omitempty" doc:"The cursor of the next page; absent on the last."`
	}
}

func (s *Server) entries(ctx context.Context, c *call, in *entriesQuestion) (*entriesAnswer, error) {
	if err := staff.May(c.who, staff.SeeLedger); err != nil {
		return nil, err
	}
	below, err := in.number(math.MaxInt64)
	if err != nil {
		return nil, err
	}
	var found []ledger.Sealed
	err = s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		filter := store.LedgerFilter{Kind: in.Kind, Person: in.Person, From: in.From, To: in.To}
		found, err = tx.LedgerEntries(ctx, filter, below, in.Limit+1)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := &entriesAnswer{}
	if len(found) > in.Limit {
		found = found[:in.Limit]
		out.Body.Next = cursor(strconv.FormatInt(found[in.Limit-1].Seq, 10))
	}
	out.Body.Items = make([]Entry, len(found))
	for i, sealed := range found {
		if out.Body.Items[i], err = entryOut(sealed); err != nil {
			return nil, damaged(err)
		}
	}
	return out, nil
}

type entryQuestion struct {
	Seq int64 `path:"seq" minimum:"0"`
}

type entryAnswer struct {
	Body struct {
		Entry
		Proof *proof `json:"proof,omitempty" doc:"Absent until a checkpoint covers the entry, which takes a minute."`
	}
}

type proof struct {
	Checkpoint string   `json:"checkpoint" doc:"The signed checkpoint (C2SP note) that the proof leads to."`
	Key        string   `json:"key" doc:"With which to verify its signature; know it from elsewhere, too."`
	Size       int64    `json:"size"`
	Root       string   `json:"root" doc:"Hexadecimal."`
	Hashes     []string `json:"hashes" nullable:"false" doc:"The audit path (RFC 6962, 2.1.1), hexadecimal, from the leaf upwards."`
}

func (s *Server) entry(ctx context.Context, c *call, in *entryQuestion) (*entryAnswer, error) {
	if err := staff.May(c.who, staff.SeeLedger); err != nil {
		return nil, err
	}
	out := &entryAnswer{}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		sealed, err := tx.LedgerEntry(ctx, in.Seq)
		if err != nil {
			return err
		}
		if out.Body.Entry, err = entryOut(sealed); err != nil {
			return damaged(err)
		}
		out.Body.Proof, err = s.prove(ctx, tx, sealed)
		return err
	})
	return out, err
}

// prove makes the proof that an entry is in the ledger of the last checkpoint, and checks it as an auditor would.
func (s *Server) prove(ctx context.Context, tx *store.Tx, sealed ledger.Sealed) (*proof, error) {
	last, err := tx.LastCheckpoint(ctx)
	if fault.Is(err, fault.NotFound) || err == nil && last.Size <= sealed.Seq {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	signed, err := ledger.OpenCheckpoint(s.Verifier, last.Note)
	if err != nil {
		return nil, damaged(err)
	}
	path, err := ledger.ProveEntry(signed.Size, sealed.Seq, tx.LedgerHashes(ctx))
	if err == nil {
		err = ledger.CheckEntry(path, signed, sealed.Leaf)
	}
	if err != nil {
		return nil, damaged(err)
	}
	out := &proof{last.Note, s.Verifier, signed.Size, hex.EncodeToString(signed.Root[:]), make([]string, len(path))}
	for i, h := range path {
		out.Hashes[i] = hex.EncodeToString(h[:])
	}
	return out, nil
}

// damaged tells what is wrong with the ledger itself.
func damaged(err error) error {
	if b, ok := errors.AsType[*ledger.Broken](err); ok {
		return fault.New(fault.Unavailable, b.EN, b.LT)
	}
	return err
}

// Checkpoint is a signed statement of the ledger's size and root.
type Checkpoint struct {
	Size int64     `json:"size"`
	Time time.Time `json:"time"`
	Note string    `json:"note" doc:"What was signed, with its signature (C2SP note)."`
}

type checkpointsAnswer struct {
	Body struct {
		Items []Checkpoint `json:"items" nullable:"false"`
		Next  string       `json:"next,omitempty" doc:"The cursor of the next page; absent on the last."`
		Key   string       `json:"key" doc:"With which to verify the signatures; know it from elsewhere, too."`
	}
}

func (s *Server) checkpoints(ctx context.Context, c *call, in *Paged) (*checkpointsAnswer, error) {
	if err := staff.May(c.who, staff.SeeLedger); err != nil {
		return nil, err
	}
	below, err := in.number(math.MaxInt64)
	if err != nil {
		return nil, err
	}
	out := &checkpointsAnswer{}
	out.Body.Key, out.Body.Items = s.Verifier, []Checkpoint{}
	err = s.Store.Read(ctx, func(tx *store.Tx) error {
		found, err := tx.CheckpointsBelow(ctx, below, in.Limit+1)
		if len(found) > in.Limit {
			found = found[:in.Limit]
			out.Body.Next = cursor(strconv.FormatInt(found[in.Limit-1].Size, 10))
		}
		for _, f := range found {
			out.Body.Items = append(out.Body.Items, Checkpoint{f.Size, f.At, f.Note})
		}
		return err
	})
	return out, err
}
