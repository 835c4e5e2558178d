package staff

import (
	"context"
	"strings"
	"time"

	"rostrum/ledger"
)

// Operator is the actor of what is done at the command line of the machine, by whoever holds its files and keys.
const Operator = "operator"

// Recorder is the end of the ledger.
type Recorder interface {
	Append(ctx context.Context, e ledger.Entry) error
}

// TakeLedger notes that a person takes the ledger out of the house, and which private fields the file leaves out. The
// file itself is written after that, so that it ends with this entry.
func TakeLedger(ctx context.Context, r Recorder, who Person, redact []string, now time.Time) error {
	if err := May(who, ExportLedger); err != nil {
		return err
	}
	return exported(ctx, r, who.ID, redact, now)
}

// OperatorTakesLedger is the same at the command line.
func OperatorTakesLedger(ctx context.Context, r Recorder, redact []string, now time.Time) error {
	return exported(ctx, r, Operator, redact, now)
}

func exported(ctx context.Context, r Recorder, actor string, redact []string, now time.Time) error {
	return r.Append(ctx, ledger.Entry{Time: now, Actor: actor, Kind: "ledger.exported", Subject: "ledger",
		Data: map[string]string{"redacted": strings.Join(redact, " ")}})
}
