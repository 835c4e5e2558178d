package server

import (
	"context"
	"errors"
	"time"

	"rostrum/publish"
	"rostrum/store"
)

// holdBack pauses a company that publishes when its database was put back from a backup: the backup does not know what has
// gone out since it was made, so nothing goes out before somebody has looked. A company without accounts is not paused.
func holdBack(ctx context.Context, database string) (paused bool, err error) {
	s, err := store.Open(ctx, database)
	if err != nil {
		return false, err
	}
	err = s.Write(ctx, func(tx *store.Tx) error {
		accounts, err := tx.BrandAccounts(ctx)
		if err != nil || len(accounts) == 0 {
			return err
		}
		company, err := tx.Company(ctx)
		if err != nil {
			return err
		}
		why := "Restored from a backup. What has gone out since is not known here: look at the accounts before you resume."
		if len(company.Languages) > 0 && company.Languages[0] == "lt" {
			why = "Atkurta iš atsarginės kopijos. Kas paskelbta po jos, čia nežinoma: prieš tęsdami peržiūrėkite paskyras."
		}
		paused = true
		return publish.Restored(ctx, tx, why, time.Now())
	})
	return paused, errors.Join(err, s.Close())
}
