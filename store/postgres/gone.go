package postgres

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/stdlib"
)

// Gone tells that the connection ended under a transaction, or that the server has no room for it.
func (e *Engine) Gone(conn *sql.Conn, err error) bool {
	class := state(err)
	if strings.HasPrefix(class, "08") || strings.HasPrefix(class, "53") || strings.HasPrefix(class, "57P") {
		return true
	}
	if errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) {
		return true
	}
	closed := false
	lost := conn.Raw(func(c any) error {
		closed = c.(*stdlib.Conn).Conn().IsClosed()
		return nil
	})
	return closed || lost != nil
}
