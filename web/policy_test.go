package web

import (
	"net/http"
	"strings"
	"testing"

	"rostrum/staff"
	"rostrum/store"
)

// TestStoredPolicyThatWasTamperedWithIsRefused puts another text under a version's digest, as somebody with the database's
// password could: nobody is shown it.
func TestStoredPolicyThatWasTamperedWithIsRefused(t *testing.T) {
	r := newRoom(t)
	ctx := t.Context()
	r.must(r.Store.Write(ctx, func(tx *store.Tx) error {
		version, err := tx.VersionAt(ctx, r.now)
		r.must(err)
		files, err := tx.Content(ctx, version.Digest)
		r.must(err)
		files["clauses/respect/en.md"] = []byte("# Respect\n\nInsult whom you like.\n")
		packed, err := files.Pack()
		r.must(err)
		_, err = tx.ExecContext(ctx, `UPDATE policy_content SET packed = $1 WHERE digest = $2`, packed, version.Digest)
		return err
	}))
	b := r.browser(r.person("Jonas Jonaitis", staff.Employee))
	if status, page := b.get("/handbook/respect"); status != http.StatusInternalServerError || strings.Contains(page, "Insult whom") {
		t.Errorf("%d: %s", status, page)
	}
}
