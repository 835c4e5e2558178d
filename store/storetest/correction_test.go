package storetest_test

import (
	"context"
	"testing"

	"rostrum/fault"
	"rostrum/policy/rule"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

func TestTheLatestCorrectionOfATextCounts(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		said := studio.Correction{Category: rule.AbuseOffensive, Rule: "respect/offensive", Lang: "lt", Text: "Koks tu juokdarys, Petrai", Post: "p1"}
		say := func(c studio.Correction) {
			write(t, s, func(ctx context.Context, tx *store.Tx) error {
				return studio.Correct(ctx, tx, owner("rasa"), c, studioDay)
			})
		}
		say(said)
		said.Missed = true
		say(said)
		say(studio.Correction{Category: rule.AbuseHate, Rule: "respect/hate", Lang: "lt", Text: "Kitas", Post: "p2"})
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			counts, err := tx.CountCorrections(ctx)
			want := store.CorrectionCount{Rule: "respect/offensive", Category: "abuse.offensive", Lang: "lt", Missed: 1}
			if len(counts) != 2 || counts[1] != want {
				t.Errorf("counted %+v", counts)
			}
			of, ofErr := tx.CorrectionsOf(ctx, "p1")
			if ofErr != nil || len(of) != 1 || !of[0].Missed || of[0].Person != "rasa" || !of[0].At.Equal(studioDay) {
				t.Errorf("of the post: %+v, %v", of, ofErr)
			}
			if err := studio.TakeBack(ctx, tx, owner("rasa"), of[0].Digest, rule.AbuseOffensive, studioDay); err != nil {
				t.Error(err)
			}
			if err := studio.TakeBack(ctx, tx, owner("rasa"), of[0].Digest, rule.AbuseOffensive, studioDay); !fault.Is(err, fault.NotFound) {
				t.Errorf("taken back twice: %v", err)
			}
			left, leftErr := tx.Corrections(ctx, 10)
			if leftErr != nil || len(left) != 1 || left[0].Text != "Kitas" {
				t.Errorf("left: %+v, %v", left, leftErr)
			}
			return err
		})
	})
}
