package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"strings"

	"rostrum/fault"
	"rostrum/store"
)

// The first bytes of the two forms of backups.
const (
	dumpMark   = "PGDMP"
	sqliteMark = "SQLite format 3\x00"
)

// isDump tells a backup of PostgreSQL from one of SQLite, and refuses other files.
func isDump(file string) (bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return false, fault.New(fault.NotFound, fmt.Sprintf("The backup %s cannot be read.", file), fmt.Sprintf("Nepavyksta perskaityti atsarginės kopijos %s.", file))
	}
	defer func() { _ = f.Close() }()
	head := make([]byte, len(sqliteMark))
	n, _ := io.ReadFull(f, head)
	switch head := string(head[:n]); {
	case strings.HasPrefix(head, dumpMark):
		return true, nil
	case head == sqliteMark:
		return false, nil
	}
	return false, fault.New(fault.Invalid, file+" is no backup of Rostrum.", file+" nėra „Rostrum“ atsarginė kopija.")
}

// dump has PostgreSQL's own tool write the database into a file, as it is at one moment.
func dump(ctx context.Context, database, file string) error {
	return tool(ctx, database, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file="+file)
}

// restoreDump puts a dump into an empty database, all of it or nothing, and verifies the ledger.
func restoreDump(ctx context.Context, c Config, file string, progress func(done int64)) (entries int64, paused bool, err error) {
	s, err := store.Connect(ctx, c.Database)
	if err != nil {
		return 0, false, err
	}
	defer func() { _ = s.Close() }()
	if _, _, err := s.Shape(ctx); !fault.Is(err, fault.NotFound) {
		return 0, false, errors.Join(err, fault.New(fault.Conflict,
			"A Rostrum is in this database already, and nothing is overwritten. Name an empty database.",
			"Šioje duomenų bazėje „Rostrum“ jau yra, o esami duomenys neperrašomi. Nurodykite tuščią duomenų bazę."))
	}
	if err := tool(ctx, c.Database, "pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", file); err != nil {
		return 0, false, err
	}
	key, err := verifier(c)
	if err != nil {
		return 0, false, err
	}
	if entries, err = s.CheckLedger(ctx, key, progress); err != nil {
		return entries, false, err
	}
	paused, err = holdBack(ctx, c.Database)
	return entries, paused, err
}

// tool runs one of PostgreSQL's own programs on the database. The password goes by the environment, where other users of
// the machine do not see it.
func tool(ctx context.Context, database, name string, args ...string) error {
	path, err := exec.LookPath(name)
	if err != nil {
		return fault.New(fault.Unavailable,
			fmt.Sprintf("%s is not installed. Install PostgreSQL's client programs (Debian: apt-get install postgresql-client), or back the database up with your own tools.", name),
			fmt.Sprintf("Programa %s neįdiegta. Įdiekite „PostgreSQL“ kliento programas („Debian“: apt-get install postgresql-client) arba kopijuokite duomenų bazę savo priemonėmis.", name))
	}
	address, err := url.Parse(database)
	if err != nil {
		return err
	}
	env := os.Environ()
	if password, given := address.User.Password(); given {
		env = append(env, "PGPASSWORD="+password)
		address.User = url.User(address.User.Username())
	}
	command := exec.CommandContext(ctx, path, append([]string{"--dbname=" + address.String()}, args...)...)
	command.Env = env
	var said bytes.Buffer
	command.Stderr = &said
	if err := command.Run(); err != nil {
		told := strings.TrimSpace(said.String())
		return fault.New(fault.Unavailable, fmt.Sprintf("%s failed: %s", name, told), fmt.Sprintf("Programa %s patyrė klaidą: %s", name, told))
	}
	return nil
}

func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	return errors.Join(err, target.Close())
}
