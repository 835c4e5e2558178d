package signin

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/tink-crypto/tink-go/v2/aead"
	"github.com/tink-crypto/tink-go/v2/insecurecleartextkeyset"
	"github.com/tink-crypto/tink-go/v2/keyset"
	"github.com/tink-crypto/tink-go/v2/tink"
)

// Sealer seals secrets at rest (one-time secrets, tokens of networks) with AES-256-GCM keys of a Tink keyset.
type Sealer struct {
	aead    tink.AEAD
	primary uint32 // the id of the key with which everything is sealed now
}

// NewKeyset makes a keyset of one key, as JSON. It is itself the secret: the caller keeps it in a file that only the
// server reads, apart from the database and its backups.
func NewKeyset() ([]byte, error) {
	handle, err := keyset.NewHandle(aead.AES256GCMKeyTemplate())
	if err != nil {
		return nil, fmt.Errorf("signin: new keyset: %w", err)
	}
	return keysetJSON(handle)
}

// RotateKeyset adds a key with which everything is sealed from now on; what earlier keys sealed can still be opened.
func RotateKeyset(json []byte) ([]byte, error) {
	handle, err := readKeyset(json)
	if err != nil {
		return nil, err
	}
	manager := keyset.NewManagerFromHandle(handle)
	id, err := manager.Add(aead.AES256GCMKeyTemplate())
	if err != nil {
		return nil, fmt.Errorf("signin: rotate keyset: %w", err)
	}
	if err := manager.SetPrimary(id); err != nil {
		return nil, fmt.Errorf("signin: rotate keyset: %w", err)
	}
	if handle, err = manager.Handle(); err != nil {
		return nil, fmt.Errorf("signin: rotate keyset: %w", err)
	}
	return keysetJSON(handle)
}

// ForgetKeys gives the keyset without the keys before the present one: what they sealed can never be opened again. forgotten
// is how many there were.
func ForgetKeys(json []byte) (left []byte, forgotten int, err error) {
	handle, err := readKeyset(json)
	if err != nil {
		return nil, 0, err
	}
	manager := keyset.NewManagerFromHandle(handle)
	info := handle.KeysetInfo()
	for _, key := range info.GetKeyInfo() {
		if key.GetKeyId() == info.GetPrimaryKeyId() {
			continue
		}
		if err := manager.Delete(key.GetKeyId()); err != nil {
			return nil, 0, fmt.Errorf("signin: forget keys: %w", err)
		}
		forgotten++
	}
	if handle, err = manager.Handle(); err != nil {
		return nil, 0, fmt.Errorf("signin: forget keys: %w", err)
	}
	left, err = keysetJSON(handle)
	return left, forgotten, err
}

// NewSealer reads a keyset.
func NewSealer(json []byte) (*Sealer, error) {
	handle, err := readKeyset(json)
	if err != nil {
		return nil, err
	}
	a, err := aead.New(handle)
	if err != nil {
		return nil, fmt.Errorf("signin: keyset: %w", err)
	}
	primary, err := handle.Primary()
	if err != nil {
		return nil, fmt.Errorf("signin: keyset: %w", err)
	}
	return &Sealer{a, primary.KeyID()}, nil
}

// Fresh tells whether the secret is sealed with the key that is used now, and not with an earlier one. Tink writes the
// key's id behind the first byte (the wire format of its output prefix).
func (s *Sealer) Fresh(sealed []byte) bool {
	return len(sealed) > 5 && sealed[0] == 1 && binary.BigEndian.Uint32(sealed[1:5]) == s.primary
}

// Seal encrypts a secret. row names the place it is kept in, such as "person/<id>/totp": sealed bytes that were moved
// to another row don't open there.
func (s *Sealer) Seal(plain []byte, row string) ([]byte, error) {
	if row == "" {
		return nil, errors.New("signin: seal: the row has no name")
	}
	return s.aead.Encrypt(plain, []byte(row))
}

// Open decrypts what was sealed for the same row.
func (s *Sealer) Open(sealed []byte, row string) ([]byte, error) {
	plain, err := s.aead.Decrypt(sealed, []byte(row))
	if err != nil {
		return nil, fmt.Errorf("signin: open the secret of %s: %w", row, err)
	}
	return plain, nil
}

func readKeyset(json []byte) (*keyset.Handle, error) {
	handle, err := insecurecleartextkeyset.Read(keyset.NewJSONReader(bytes.NewReader(json)))
	if err != nil {
		return nil, errors.New("signin: the keyset file is damaged or is not a keyset")
	}
	return handle, nil
}

func keysetJSON(handle *keyset.Handle) ([]byte, error) {
	var out bytes.Buffer
	if err := insecurecleartextkeyset.Write(handle, keyset.NewJSONWriter(&out)); err != nil {
		return nil, fmt.Errorf("signin: write keyset: %w", err)
	}
	return out.Bytes(), nil
}
