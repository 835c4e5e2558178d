package studio

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/policy/rule"
	"rostrum/staff"
)

// Correction is what a person says of how a text was judged: that it was found and is no abuse, or that it was not found
// and is. Of each text and category the latest counts. It changes no rule; see [Calibrate] for what it can suggest.
type Correction struct {
	Digest   string        `json:"digest"` // of the text, see TextDigest
	Category rule.Category `json:"category"`
	Missed   bool          `json:"missed"` // it should have been found; otherwise it was found and should not have been
	Rule     string        `json:"rule"`   // clause/rule that found it, or that looks for such things; empty where none does
	Lang     string        `json:"lang"`
	Text     string        `json:"text"`
	Post     string        `json:"post"` // the id of the post in which it stood
	Person   string        `json:"person"`
	At       time.Time     `json:"at"`
}

// TextDigest names a text.
func TextDigest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Corrected lists the categories that people correct: those that need judgement.
func Corrected() []rule.Category {
	return []rule.Category{rule.AbuseHate, rule.AbuseOffensive, rule.AbuseThreat, rule.Defamation}
}

// Corrections is where they are kept, within one transaction.
type Corrections interface {
	// KeepCorrection keeps it in the place of an earlier one about the same text and category.
	KeepCorrection(ctx context.Context, c Correction) error
	// DropCorrection forgets it, or gives a fault NotFound.
	DropCorrection(ctx context.Context, digest string, category rule.Category) error
	Append(ctx context.Context, e ledger.Entry) error
}

// Correct keeps a correction. The ledger says what was corrected by the text's digest, never by its words.
func Correct(ctx context.Context, r Corrections, who staff.Person, c Correction, now time.Time) error {
	if err := staff.May(who, staff.CorrectFinding); err != nil {
		return err
	}
	if !slices.Contains(Corrected(), c.Category) {
		return fault.Of("category", "Choose what it is: hate, an insult, a threat or an accusation.", "Pasirinkite, kas tai: neapykanta, įžeidimas, grasinimas ar kaltinimas.")
	}
	c.Digest, c.Person, c.At = TextDigest(c.Text), who.ID, now
	if err := r.KeepCorrection(ctx, c); err != nil {
		return err
	}
	what := "false_alarm"
	if c.Missed {
		what = "missed"
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "judgement.corrected", Subject: c.Post,
		Data: map[string]string{"text": c.Digest, "category": string(c.Category), "what": what, "rule": c.Rule, "lang": c.Lang}})
}

// TakeBack forgets a correction and its text.
func TakeBack(ctx context.Context, r Corrections, who staff.Person, digest string, category rule.Category, now time.Time) error {
	if err := staff.May(who, staff.CorrectFinding); err != nil {
		return err
	}
	if err := r.DropCorrection(ctx, digest, category); err != nil {
		return err
	}
	return r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "judgement.taken_back", Subject: digest,
		Data: map[string]string{"category": string(category)}})
}
