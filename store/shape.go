package store

import (
	"context"
	"fmt"
	"io/fs"

	"rostrum/fault"
	"rostrum/store/migrations"
)

// Shape tells how many of the numbered steps the database's tables have been through, and how many there are.
func (s *Store) Shape(ctx context.Context) (at, steps int, err error) {
	all, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil || len(all) == 0 {
		return 0, 0, err
	}
	if _, err := fmt.Sscanf(all[len(all)-1], "%04d", &steps); err != nil {
		return 0, 0, err
	}
	if err := s.db.Reader().QueryRowContext(ctx, `SELECT COALESCE(max(version_id), 0) FROM goose_db_version`).Scan(&at); err != nil {
		return 0, steps, fault.New(fault.NotFound,
			"There is no Rostrum in this database yet. “rostrum serve” or “rostrum migrate” makes its tables.",
			"Šioje duomenų bazėje „Rostrum“ dar nėra. Lenteles sukuria „rostrum serve“ arba „rostrum migrate“.")
	}
	return at, steps, nil
}

// OpenCurrent opens a database without changing its tables, and refuses one of another release.
func OpenCurrent(ctx context.Context, url string) (*Store, error) {
	s, err := Connect(ctx, url)
	if err != nil {
		return nil, err
	}
	at, steps, err := s.Shape(ctx)
	if err == nil && at != steps {
		err = fault.New(fault.Conflict,
			fmt.Sprintf("The tables are at step %d, and this program needs step %d. Run “rostrum migrate” of the newer release first.", at, steps),
			fmt.Sprintf("Lentelės yra %d žingsnyje, o šiai programai reikia %d žingsnio. Pirmiausia paleiskite naujesnės laidos „rostrum migrate“.", at, steps))
	}
	if err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}
