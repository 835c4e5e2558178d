package sqlite

import (
	"database/sql"

	sqlite3 "modernc.org/sqlite/lib"
)

// Gone tells that the file itself failed: it cannot be read or written, the disk is full, or it is damaged.
func (e *Engine) Gone(_ *sql.Conn, err error) bool {
	code, ok := code(err)
	if !ok {
		return false
	}
	switch code & 0xff {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY,
		sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_BUSY:
		return true
	}
	return false
}
