// Package keyring owns the server's keys: the one that signs the ledger's checkpoints and the one that seals secrets at
// rest. They live in a file of their own beside the database, so that a stolen database tells no secret and a stolen
// backup cannot forge the record. It refuses to open a file that others may read.
package keyring

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff/signin"
)

// Keys are the server's keys.
type Keys struct {
	Signer   string          `json:"ledger_signer"`   // note.Signer of the ledger
	Verifier string          `json:"ledger_verifier"` // its public half, to hand out
	Seal     json.RawMessage `json:"seal"`            // a keyset of signin.Sealer
}

// Open reads the keys in the folder, or makes them where there are none.
func Open(folder string) (Keys, error) {
	path := filepath.Join(folder, "keys.json")
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return create(path)
	}
	if err != nil {
		return Keys{}, err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return Keys{}, fault.New(fault.Invalid,
			fmt.Sprintf("%s may be read by others. Take that away with “chmod 600 %s”.", path, path),
			fmt.Sprintf("%s gali skaityti kiti. Atimkite šią teisę: „chmod 600 %s“.", path, path))
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return Keys{}, err
	}
	var k Keys
	if err := json.Unmarshal(content, &k); err != nil || k.Signer == "" || len(k.Seal) == 0 {
		return Keys{}, fault.New(fault.Invalid,
			path+" is damaged. Put back the copy that was made with the last backup of the keys.",
			path+" sugadintas. Atkurkite kopiją, padarytą kartu su paskutine raktų atsargine kopija.")
	}
	return k, nil
}

// create makes keys and puts the file in its place whole or not at all.
func create(path string) (Keys, error) {
	signer, verifier, err := ledger.NewKey(rand.Reader, "rostrum-ledger")
	if err != nil {
		return Keys{}, err
	}
	sealer, err := signin.NewKeyset()
	if err != nil {
		return Keys{}, err
	}
	k := Keys{Signer: signer, Verifier: verifier, Seal: sealer}
	draft, err := k.write(filepath.Dir(path))
	if err != nil {
		return Keys{}, err
	}
	defer func() { _ = os.Remove(draft) }()
	// A link fails where a file is there already, so of two servers that start at once one finds the other's keys.
	if err := os.Link(draft, path); errors.Is(err, fs.ErrExist) {
		return Open(filepath.Dir(path))
	} else if err != nil {
		return Keys{}, err
	}
	return k, nil
}

// Replace puts other keys in the place of those in the folder, whole or not at all.
func (k Keys) Replace(folder string) error {
	draft, err := k.write(folder)
	if err != nil {
		return err
	}
	if err := os.Rename(draft, filepath.Join(folder, "keys.json")); err != nil {
		return errors.Join(err, os.Remove(draft))
	}
	return nil
}

// write writes the keys into a file beside their place, which only its owner reads.
func (k Keys) write(folder string) (path string, err error) {
	content, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return "", err
	}
	draft, err := os.CreateTemp(folder, ".keys-*")
	if err != nil {
		return "", err
	}
	_, err = draft.Write(append(content, '\n'))
	if err := errors.Join(err, draft.Chmod(0o600), draft.Sync(), draft.Close()); err != nil {
		return "", errors.Join(err, os.Remove(draft.Name()))
	}
	return draft.Name(), nil
}
