package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"rostrum/fault"
	"rostrum/store"
)

// keptFor is how long an answer is given again under its idempotency key.
const keptFor = 24 * time.Hour

// Repeatable is a change that a program may safely ask for again when it does not know how it ended.
type Repeatable struct {
	Key string `header:"Idempotency-Key" maxLength:"200" doc:"A name of your choice for this change. Asked again under it within 24 hours, the change is not made twice and you get the same answer."`
}

// change makes a change and its answer in one transaction, once for each idempotency key. A change that is refused keeps
// nothing and may be asked for again.
func change[O any](ctx context.Context, s *Server, c *call, again Repeatable, f func(*store.Tx) (*O, error)) (*O, error) {
	var out *O
	err := s.Store.Write(ctx, func(tx *store.Tx) (err error) {
		if again.Key == "" {
			out, err = f(tx)
			return err
		}
		sum := sha256.Sum256([]byte(again.Key))
		claim := store.Answer{Token: c.token.ID, Key: hex.EncodeToString(sum[:]), Request: c.digest, Expires: c.now.Add(keptFor)}
		kept, claimed, err := tx.ClaimAnswer(ctx, claim, c.now)
		if err != nil {
			return err
		}
		if !claimed && len(kept.Answer) > 0 { // without an answer it was refused, and the refusal put on record
			out = new(O)
			if kept.Request != c.digest {
				return &fault.Fault{Code: fault.Conflict, Field: "Idempotency-Key",
					EN: "Something else was asked for under this key. Choose another key for another change.",
					LT: "Šiuo raktu jau prašyta kažko kito. Kitam pakeitimui pasirinkite kitą raktą."}
			}
			return json.Unmarshal(kept.Answer, out)
		}
		if out, err = f(tx); err != nil {
			return err
		}
		if claim.Answer, err = json.Marshal(out); err != nil {
			return err
		}
		return tx.KeepAnswer(ctx, claim)
	})
	return out, err
}
