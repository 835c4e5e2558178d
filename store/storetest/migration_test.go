package storetest

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/pressly/goose/v3"

	"rostrum/store"
	"rostrum/store/migrations"
)

// TestMigrationsFromEveryStep brings a database of every earlier release, with rows in it, to today's shape.
func TestMigrationsFromEveryStep(t *testing.T) {
	steps, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil || len(steps) == 0 {
		t.Fatal(steps, err)
	}
	for last := range steps {
		t.Run(steps[last][:4], func(t *testing.T) {
			t.Run("sqlite", func(t *testing.T) { migrateFrom(t, steps[:last+1], "sqlite:"+filepath.Join(t.TempDir(), "rostrum.db")) })
			t.Run("postgres", func(t *testing.T) { migrateFrom(t, steps[:last+1], PostgreSQLURL(t)) })
		})
	}
}

func migrateFrom(t *testing.T, steps []string, url string) {
	old, err := store.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	dialect := goose.DialectSQLite3
	if old.Engine() == "postgres" {
		dialect = goose.DialectPostgres
	}
	provider, err := goose.NewProvider(dialect, old.DB(), migrations.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps {
		var number int64
		if _, err := fmt.Sscanf(step, "%04d", &number); err != nil {
			t.Fatal(err)
		}
		if _, err := provider.UpTo(t.Context(), number); err != nil {
			t.Fatal(err)
		}
		rows, err := os.ReadFile(filepath.Join("testdata", step[:4]+".sql"))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if _, err := old.DB().Exec(string(rows)); err != nil {
			t.Fatalf("%s: %v", step, err)
		}
	}
	before := filled(t, old.DB())
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	today := open(t, url)
	after := filled(t, today.DB())
	for table, rows := range before {
		if after[table] < rows {
			t.Errorf("%s had %d rows and has %d", table, rows, after[table])
		}
	}
	if err := today.Read(t.Context(), func(tx *store.Tx) error {
		var kept string
		ona, err := tx.Person(t.Context(), "p1")
		if ona.Name != "Ona Onaitė" || ona.Team != "t1" || ona.Version != 3 {
			t.Errorf("%+v", ona)
		}
		err = errors.Join(err, tx.Setting(t.Context(), "kept", &kept))
		if kept != "Ąžuolas" {
			t.Errorf("kept %q", kept)
		}
		return err
	}); err != nil {
		t.Error(err)
	}
	fill(t, today, 3)
	checked(t, today, 3)
}

// filled counts the rows of the tables that hold any.
func filled(t *testing.T, db *sql.DB) map[string]int {
	t.Helper()
	count := map[string]int{}
	for _, table := range []string{"company", "setting", "team", "person", "policy_content", "policy_version"} {
		var n int
		if db.QueryRow("SELECT count(*) FROM "+table).Scan(&n) == nil && n > 0 {
			count[table] = n
		}
	}
	if len(count) < 4 {
		t.Fatalf("nothing was put in: %v", count)
	}
	return count
}
