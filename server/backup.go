package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rostrum/fault"
	"rostrum/keyring"
	"rostrum/store"
)

// Kept is what a backup holds, or what was put back from one.
type Kept struct {
	Entries int64 // of the ledger; all of them were verified
	Bytes   int64
	Keys    string // the file with the keys, which no backup holds
	HasKeys bool   // it is there
	Paused  bool   // it was put back, and nothing goes out until somebody resumes
}

// OpenStore opens the database of an existing server for a command that runs beside it. It makes nothing.
func OpenStore(ctx context.Context, c Config) (*store.Store, error) {
	if path, ok := strings.CutPrefix(c.Store(), "sqlite:"); ok {
		if _, err := os.Stat(path); err != nil {
			return nil, fault.New(fault.NotFound,
				fmt.Sprintf("There is no database %s. Name the data folder of the server with --data.", path),
				fmt.Sprintf("Duomenų bazės %s nėra. Su --data nurodykite serverio duomenų aplanką.", path))
		}
	}
	return store.OpenCurrent(ctx, c.Store())
}

// OpenKeys opens the keys of an existing server. It makes none.
func OpenKeys(c Config) (keyring.Keys, error) {
	if !hasKeys(c) {
		return keyring.Keys{}, fault.New(fault.NotFound,
			fmt.Sprintf("There are no keys in %s. Name the data folder of the server with --data.", c.Data),
			fmt.Sprintf("Aplanke %s raktų nėra. Su --data nurodykite serverio duomenų aplanką.", c.Data))
	}
	return keyring.Open(c.Data)
}

func keysFile(c Config) string { return filepath.Join(c.Data, "keys.json") }

func hasKeys(c Config) bool {
	_, err := os.Stat(keysFile(c))
	return err == nil
}

// verifier is the public key that checkpoints are checked with, or nothing where there are no keys.
func verifier(c Config) (string, error) {
	if !hasKeys(c) {
		return "", nil
	}
	keys, err := keyring.Open(c.Data)
	return keys.Verifier, err
}

// Backup writes a copy of the database into a new file while the server runs, opens the copy and verifies its ledger. The
// file has its name only when all of that went well.
func Backup(ctx context.Context, c Config, file string, progress func(done int64)) (Kept, error) {
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		return Kept{}, fault.New(fault.Conflict, file+" is there already. Name a new file.", file+" jau yra. Nurodykite naują failą.")
	}
	s, err := OpenStore(ctx, c)
	if err != nil {
		return Kept{}, err
	}
	defer func() { _ = s.Close() }()
	draft, err := draftOf(file)
	if err != nil {
		return Kept{}, err
	}
	defer removeDatabase(draft)
	kept := Kept{Keys: keysFile(c), HasKeys: hasKeys(c)}
	if s.Engine() == "sqlite" {
		if _, err := s.DB().ExecContext(ctx, `VACUUM INTO $1`, draft); err != nil {
			return Kept{}, cannotWrite(file, err)
		}
		if kept.Entries, err = verifyFile(ctx, c, draft, progress); err != nil {
			return Kept{}, err
		}
	} else {
		if err := dump(ctx, c.Database, draft); err != nil {
			return Kept{}, err
		}
		// A dump can be opened only by restoring it, which verifies it then; here it is the ledger that it was made from.
		key, err := verifier(c)
		if err != nil {
			return Kept{}, err
		}
		if kept.Entries, err = s.CheckLedger(ctx, key, progress); err != nil {
			return Kept{}, err
		}
	}
	return kept, kept.finish(draft, file)
}

// Restore puts a backup into a place where nothing is yet, and verifies its ledger.
func Restore(ctx context.Context, c Config, file string, progress func(done int64)) (Kept, error) {
	kept := Kept{Keys: keysFile(c), HasKeys: hasKeys(c)}
	dumped, err := isDump(file)
	if err != nil {
		return Kept{}, err
	}
	path, isFile := strings.CutPrefix(c.Store(), "sqlite:")
	switch {
	case dumped && isFile:
		return Kept{}, fault.New(fault.Invalid, "This is a backup of PostgreSQL. Name an empty database to put it into with --database.",
			"Tai „PostgreSQL“ atsarginė kopija. Su --database nurodykite tuščią duomenų bazę, į kurią ją atkurti.")
	case !dumped && !isFile:
		return Kept{}, fault.New(fault.Invalid, "This is a backup of SQLite. Restore it into a folder: leave out --database.",
			"Tai SQLite atsarginė kopija. Atkurkite ją į aplanką: nenurodykite --database.")
	case dumped:
		kept.Entries, kept.Paused, err = restoreDump(ctx, c, file, progress)
		return kept, err
	}
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return Kept{}, cannotWrite(c.Data, err)
	}
	for _, there := range []string{path, path + "-wal"} {
		if _, err := os.Stat(there); !errors.Is(err, fs.ErrNotExist) {
			return Kept{}, fault.New(fault.Conflict,
				there+" is there already, and nothing is overwritten. Name an empty folder with --data.",
				there+" jau yra, o esami duomenys neperrašomi. Su --data nurodykite tuščią aplanką.")
		}
	}
	draft, err := draftOf(path)
	if err != nil {
		return Kept{}, err
	}
	defer removeDatabase(draft)
	if err := copyFile(file, draft); err != nil {
		return Kept{}, cannotWrite(path, err)
	}
	if kept.Entries, err = verifyFile(ctx, c, draft, progress); err != nil {
		return Kept{}, err
	}
	if kept.Paused, err = holdBack(ctx, "sqlite:"+draft); err != nil {
		return Kept{}, err
	}
	return kept, kept.finish(draft, path)
}

// verifyFile opens a copy of an SQLite database and verifies it and its ledger.
func verifyFile(ctx context.Context, c Config, path string, progress func(done int64)) (int64, error) {
	s, err := store.Connect(ctx, "sqlite:"+path)
	if err != nil {
		return 0, err
	}
	defer func() { _ = s.Close() }()
	if err := s.Sound(ctx); err != nil {
		return 0, err
	}
	if _, _, err := s.Shape(ctx); err != nil {
		return 0, err
	}
	key, err := verifier(c)
	if err != nil {
		return 0, err
	}
	return s.CheckLedger(ctx, key, progress)
}

// finish gives the file its name, on the disk for good.
func (k *Kept) finish(draft, file string) error {
	f, err := os.Open(draft)
	if err != nil {
		return cannotWrite(file, err)
	}
	info, err := f.Stat()
	if err := errors.Join(err, os.Chmod(draft, 0o600), f.Sync(), f.Close()); err != nil {
		return cannotWrite(file, err)
	}
	k.Bytes = info.Size()
	// A link fails where a file has appeared meanwhile.
	if err := os.Link(draft, file); err != nil {
		return cannotWrite(file, err)
	}
	return nil
}

// draftOf names a file that does not exist, in a new folder beside the file.
func draftOf(file string) (string, error) {
	folder, err := os.MkdirTemp(filepath.Dir(file), ".rostrum-*")
	if err != nil {
		return "", cannotWrite(file, err)
	}
	return filepath.Join(folder, "rostrum.db"), nil
}

func removeDatabase(draft string) { _ = os.RemoveAll(filepath.Dir(draft)) }

func cannotWrite(file string, err error) error {
	return fmt.Errorf("%w: %w", fault.New(fault.Invalid,
		fmt.Sprintf("%s cannot be written: see that there is room and that this user may write there.", file),
		fmt.Sprintf("Nepavyksta įrašyti %s: patikrinkite, ar yra vietos ir ar šis naudotojas gali ten rašyti.", file)), err)
}
