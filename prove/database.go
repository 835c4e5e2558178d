package main

import (
	"context"
	"os"
	"path/filepath"
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
