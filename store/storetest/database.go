// Package storetest owns the one suite that both databases must pass, and the databases that tests run on: SQLite in a
// folder of the test's own, and PostgreSQL started for the test where it is installed. It refuses to skip a database in
// silence where ROSTRUM_POSTGRES says that there must be one.
package storetest

import (
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver by name, to make databases

	"rostrum/store"
)

// Each runs a test on every database there is.
func Each(t *testing.T, test func(t *testing.T, s *store.Store)) {
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, PostgreSQL(t)) })
}

// SQLite opens a database that ends with the test.
func SQLite(t testing.TB) *store.Store {
	t.Helper()
	return open(t, "sqlite:"+filepath.Join(t.TempDir(), "rostrum.db"))
}

// PostgreSQL opens an empty database on the server that ROSTRUM_POSTGRES names; without that variable the test is
// skipped. .ci/postgres starts such a server.
func PostgreSQL(t testing.TB) *store.Store {
	t.Helper()
	return open(t, PostgreSQLURL(t))
}

// PostgreSQLURL makes an empty database that ends with the test, and gives its address.
func PostgreSQLURL(t testing.TB) string {
	t.Helper()
	server := os.Getenv("ROSTRUM_POSTGRES")
	if server == "" {
		t.Skip("ROSTRUM_POSTGRES names no server; `make test` starts one")
	}
	address, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	name := "test_" + strings.ToLower(rand.Text()[:12])
	if _, err := db.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.Exec("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
		_ = db.Close()
	})
	address.Path = "/" + name
	return address.String()
}

func open(t testing.TB, url string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
