// Package migrations owns the shape of the tables as numbered steps, the same for both databases: plain SQL with the types
// TEXT, BIGINT, BOOLEAN and BYTEA. A step that was released is never changed. It refuses to depend on today's Go types.
package migrations

import "embed"

// Files are the steps, in the form that goose reads.
//
//go:embed *.sql
var Files embed.FS
