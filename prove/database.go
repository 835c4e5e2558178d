package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver by name, to make databases
)

// onDatabases tries something on an empty SQLite and, where there is a server, on an empty PostgreSQL. folder is forgotten
// afterwards.
func onDatabases(ctx context.Context, try func(folder, place string) error) error {
	folder, err := os.MkdirTemp("", "prove-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	places := []string{"sqlite:" + filepath.Join(folder, "rostrum.db")}
	if server := os.Getenv("ROSTRUM_POSTGRES"); server != "" {
		place, drop, err := newDatabase(ctx, server)
		if err != nil {
			return err
		}
		defer drop()
		places = append(places, place)
	}
	for _, place := range places {
		if err := try(folder, place); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// newDatabase makes an empty database on a PostgreSQL server.
func newDatabase(ctx context.Context, server string) (place string, drop func(), err error) {
	address, err := url.Parse(server)
	if err != nil {
		return "", nil, err
	}
	db, err := sql.Open("pgx", server)
	if err != nil {
		return "", nil, err
	}
	name := fmt.Sprintf("prove_%d", os.Getpid())
	if _, err := db.ExecContext(ctx, "CREATE DATABASE "+name); err != nil {
		return "", nil, errors.Join(err, db.Close())
	}
	address.Path = "/" + name
	return address.String(), func() {
		_, _ = db.Exec("DROP DATABASE " + name + " WITH (FORCE)")
		_ = db.Close()
	}, nil
}
