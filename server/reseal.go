package server

import (
	"context"
	"fmt"

	"rostrum/fault"
	"rostrum/keyring"
	"rostrum/staff/signin"
	"rostrum/store"
)

// reseal seals with the present key whatever an earlier one sealed, and tells how many secrets that were.
func reseal(ctx context.Context, s *store.Store, sealer *signin.Sealer) (n int, err error) {
	err = s.Write(ctx, func(tx *store.Tx) error {
		n = 0
		all, err := tx.Sealed(ctx)
		if err != nil {
			return err
		}
		for _, secret := range all {
			if sealer.Fresh(secret.Bytes) {
				continue
			}
			plain, err := sealer.Open(secret.Bytes, secret.Row)
			if err != nil {
				return err
			}
			anew, err := sealer.Seal(plain, secret.Row)
			if err != nil {
				return err
			}
			if err := tx.Reseal(ctx, secret, anew); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	return n, err
}

// RotateKeys adds a key with which secrets are sealed from the next start on. That start also seals anew what is kept.
func RotateKeys(c Config) error {
	keys, err := OpenKeys(c)
	if err != nil {
		return err
	}
	if keys.Seal, err = signin.RotateKeyset(keys.Seal); err != nil {
		return err
	}
	return keys.Replace(c.Data)
}

// ForgetKeys takes earlier keys out of the file once nothing needs them, and tells how many.
func ForgetKeys(ctx context.Context, c Config) (forgotten int, err error) {
	keys, err := OpenKeys(c)
	if err != nil {
		return 0, err
	}
	s, err := OpenStore(ctx, c)
	if err != nil {
		return 0, err
	}
	defer func() { _ = s.Close() }()
	if err := allFresh(ctx, s, keys); err != nil {
		return 0, err
	}
	if keys.Seal, forgotten, err = signin.ForgetKeys(keys.Seal); err != nil || forgotten == 0 {
		return 0, err
	}
	return forgotten, keys.Replace(c.Data)
}

func allFresh(ctx context.Context, s *store.Store, keys keyring.Keys) error {
	sealer, err := signin.NewSealer(keys.Seal)
	if err != nil {
		return err
	}
	return s.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.Sealed(ctx)
		if err != nil {
			return err
		}
		old := 0
		for _, secret := range all {
			if !sealer.Fresh(secret.Bytes) {
				old++
			}
		}
		if old == 0 {
			return nil
		}
		return fault.New(fault.Conflict,
			fmt.Sprintf("Secrets that an earlier key sealed: %d. Start the server once, it seals them anew; then forget the earlier keys.", old),
			fmt.Sprintf("Ankstesniu raktu užantspauduotų paslapčių: %d. Vieną kartą paleiskite serverį, jis jas užantspauduos iš naujo; tada pamirškite ankstesnius raktus.", old))
	})
}
