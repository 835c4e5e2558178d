package signin

import (
	"bytes"
	"testing"
)

func TestSeal(t *testing.T) {
	keys, err := NewKeyset()
	if err != nil {
		t.Fatal(err)
	}
	before, err := NewSealer(keys)
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := before.Seal([]byte("a secret"), "person/1/totp")
	if err != nil || bytes.Contains(sealed, []byte("secret")) {
		t.Fatalf("%q %v", sealed, err)
	}
	if _, err := before.Open(sealed, "person/2/totp"); err == nil {
		t.Error("a secret opened in another row")
	}

	rotated, err := RotateKeyset(keys)
	if err != nil {
		t.Fatal(err)
	}
	after, err := NewSealer(rotated)
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := after.Open(sealed, "person/1/totp"); err != nil || string(plain) != "a secret" {
		t.Errorf("after rotation: %q %v", plain, err)
	}
	again, err := after.Seal([]byte("a secret"), "person/1/totp")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := before.Open(again, "person/1/totp"); err == nil {
		t.Error("the old key still seals after rotation")
	}
	if !before.Fresh(sealed) || after.Fresh(sealed) || !after.Fresh(again) {
		t.Error("what was sealed with an earlier key is not told apart")
	}

	left, forgotten, err := ForgetKeys(rotated)
	if err != nil || forgotten != 1 {
		t.Fatalf("forgot %d keys: %v", forgotten, err)
	}
	alone, err := NewSealer(left)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := alone.Open(sealed, "person/1/totp"); err == nil {
		t.Error("a forgotten key still opens")
	}
	if plain, err := alone.Open(again, "person/1/totp"); err != nil || string(plain) != "a secret" {
		t.Errorf("the present key: %q %v", plain, err)
	}

	for _, bad := range []string{"", "{}", `{"primaryKeyId":1}`, string(keys[:len(keys)/2])} {
		if _, err := NewSealer([]byte(bad)); err == nil {
			t.Errorf("%q passed for a keyset", bad)
		}
	}
}
