package signin

import (
	"context"
	"strings"
	"testing"

	"github.com/ccojocar/zxcvbn-go/frequency"

	"rostrum/fault"
)

func TestMeasure(t *testing.T) {
	own := []string{"Ona Petraitienė", "ona.petraitiene@pavyzdys.lt", "UAB „Šaltinis“"}
	for _, c := range []struct {
		password string
		enough   bool
		says     string // part of the English advice
	}{
		{"", false, "longer"},
		{"password", false, "everybody"},
		{"Slaptažodis1", false, "everybody"},
		{"lietuva123", false, "everybody"},
		{"Petraitiene7", false, "Leave out"},
		{"petraitienė7", false, "Leave out"},
		{"P3tr4itien3!", false, "Leave out"},
		{"P4$$w0rd", false, "everybody"},
		{"Šaltinis2026", false, "Leave out"},
		{"qwertyuiop", false, ""},
		{"17-02-1984", false, "dates"},
		{"2031-12-05", false, "dates"},
		{"30112026", false, "dates"},
		{"edcvfrtgb", false, "keys"},
		{"GFEDCBA98765", false, "Rows"},
		{"a1b2a1b2a1b2a1b2a1b2", false, ""},
		{strings.Repeat("z", 200), false, ""},
		{"vX#qZ%W", false, ""},
		{"correct horse battery staple", true, "hard to guess"},
		{"pilkas dramblys groja smuiku", true, "hard to guess"},
		{"ąžuolas ėjo per šilą", true, "hard to guess"},
		{"пароль-мой-длинный", true, "hard to guess"},
		{"Xk3#pQ9zLw", true, "hard to guess"},
	} {
		s := Measure(c.password, own...)
		if s.Enough() != c.enough || !strings.Contains(s.EN, c.says) || s.LT == "" {
			t.Errorf("%q: %+v", c.password, s)
		}
	}
}

// TestCommonPasswordsAreRefused: each of the common passwords that the estimator knows and that is long enough.
func TestCommonPasswordsAreRefused(t *testing.T) {
	long := 0
	for _, common := range frequency.Lists["Passwords"].List {
		if len(common) < minRunes {
			continue
		}
		long++
		for _, password := range []string{common, strings.ToUpper(common[:1]) + common[1:], common + "1"} {
			if Measure(password).Enough() {
				t.Errorf("%s is accepted", password)
			}
		}
	}
	if long < 1700 {
		t.Errorf("only %d are known", long)
	}
}

// cheap costs little, so that tests hash quickly.
func cheap() *Passwords {
	return &Passwords{params: argonParams{memory: 64, time: 1, lanes: 1}, gate: make(chan struct{}, 1)}
}

const goodPassword = "pilkas dramblys groja smuiku, ąžuolai"

func TestHashAndVerify(t *testing.T) {
	ctx, p := context.Background(), cheap()
	stored, err := p.Hash(ctx, goodPassword)
	if err != nil {
		t.Fatal(err)
	}
	decomposed := strings.ReplaceAll(goodPassword, "ą", "a\u0328") // as another keyboard types it
	for typed, want := range map[string]bool{goodPassword: true, decomposed: true, goodPassword + " ": false, "": false,
		strings.Repeat("x", MaxPassword+1): false} {
		ok, renewed, err := p.Verify(ctx, stored, typed)
		if err != nil || ok != want || renewed != "" {
			t.Errorf("%q: %v %q %v", typed, ok, renewed, err)
		}
	}
	if ok, _, err := p.Verify(ctx, "", goodPassword); ok || err != nil {
		t.Errorf("somebody unknown: %v %v", ok, err)
	}
	for _, refused := range []string{"password", strings.Repeat("pilkas dramblys ", 17)} {
		if _, err := p.Hash(ctx, refused); !fault.Is(err, fault.Invalid) || fault.For(err).Field != "password" {
			t.Errorf("%q was taken: %v", refused, err)
		}
	}
}

func TestHashIsRenewedWhenCostsRise(t *testing.T) {
	ctx, p := context.Background(), cheap()
	stored, _ := p.Hash(ctx, goodPassword)
	p.params = argonParams{memory: 128, time: 1, lanes: 1}
	ok, renewed, err := p.Verify(ctx, stored, goodPassword)
	if !ok || err != nil || !strings.Contains(renewed, "m=128,") {
		t.Fatalf("%v %q %v", ok, renewed, err)
	}
	if ok, again, _ := p.Verify(ctx, renewed, goodPassword); !ok || again != "" {
		t.Errorf("the renewed hash: %v %q", ok, again)
	}
	if _, renewed, _ := p.Verify(ctx, stored, "wrong"); renewed != "" {
		t.Error("a wrong password renewed the hash")
	}
}

func TestFloodWaitsForItsTurn(t *testing.T) {
	p := cheap()
	p.gate <- struct{}{}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := p.Verify(ctx, "", "x"); !fault.Is(err, fault.Unavailable) {
		t.Errorf("hashed beyond the bound: %v", err)
	}
}

func FuzzParsePHC(f *testing.F) {
	p := cheap()
	stored, _ := p.Hash(context.Background(), goodPassword)
	for _, s := range []string{stored, "", "$argon2id$v=19$m=4294967295,t=3,p=4$c2FsdHNhbHQ$AAAA", "$argon2id$v=19$m=64,t=0,p=0$$", "$2a$10$x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		params, salt, sum, err := parsePHC(s)
		if err == nil && (params.memory > maxMemory || params.time < 1 || params.time > maxTime || params.lanes < 1 || len(salt) < 8 || len(sum) != hashBytes) {
			t.Errorf("%q gave %+v", s, params)
		}
	})
}

func FuzzMeasure(f *testing.F) {
	for _, s := range []string{"", "ąžuolas 17-02-1984", "P4$$w0rd", "\xff\xfe", "qwerty👍🏽12021999"} {
		f.Add(s, "Ona")
	}
	f.Fuzz(func(t *testing.T, password, own string) {
		if s := Measure(password, own); s.Score < 0 || s.Score > 4 || s.EN == "" || s.LT == "" {
			t.Errorf("%q: %+v", password, s)
		}
	})
}

func BenchmarkHash(b *testing.B) {
	p := NewPasswords()
	for b.Loop() {
		if _, err := p.hash(context.Background(), goodPassword); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMeasureAtLength(b *testing.B) {
	password := strings.Repeat("4@8({[<3691!|70$5+%2", 12) + goodPassword
	for b.Loop() {
		Measure(password)
	}
}
