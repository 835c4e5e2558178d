package store

import (
	"context"

	"rostrum/fault"
)

// Sound tells whether the database's own check finds its file in order. PostgreSQL does that by itself.
func (s *Store) Sound(ctx context.Context) error {
	if s.Engine() != "sqlite" {
		return s.Ping(ctx)
	}
	var said string
	if err := s.db.Reader().QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&said); err != nil || said != "ok" {
		return fault.New(fault.Unavailable,
			"The file of the database is damaged. Stop the server and restore the last backup.",
			"Duomenų bazės failas sugadintas. Sustabdykite serverį ir atkurkite paskutinę atsarginę kopiją.")
	}
	return nil
}
