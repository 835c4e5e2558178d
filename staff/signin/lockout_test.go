package signin

import (
	"net/netip"
	"strings"
	"testing"
	"time"

	"rostrum/fault"
)

var noon = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

func TestWaitGrowsAndNeverLocks(t *testing.T) {
	want := []time.Duration{0, 0, 0, 2 * time.Second, 4 * time.Second, 8 * time.Second, 16 * time.Second, 32 * time.Second,
		64 * time.Second, 128 * time.Second, 256 * time.Second, 512 * time.Second, 15 * time.Minute, 15 * time.Minute}
	var account Tally
	now := noon
	for failures, w := range want {
		if got := Wait(account, Tally{}, now); got != w {
			t.Errorf("after %d failures: %v, not %v", failures, got, w)
		}
		now = now.Add(w)
		if got := Wait(account, Tally{}, now); got != 0 {
			t.Errorf("after %d failures and the wait: %v", failures, got)
		}
		account = account.Failed(now)
	}
	if got := Wait(Tally{Count: 1 << 40, Last: noon.Add(24 * time.Hour)}, Tally{}, noon); got != maxWait {
		t.Errorf("with a clock that was put back: %v", got)
	}
	if again := account.Failed(now.Add(2 * time.Hour)); again.Count != 1 {
		t.Errorf("a failure hours later counts as the %dth", again.Count)
	}
}

func TestAnOfficeSharesAnAddress(t *testing.T) {
	if w := Wait(Tally{}, Tally{Count: 30, Last: noon}, noon); w != 0 {
		t.Errorf("30 failures of an office: %v", w)
	}
	if w := Wait(Tally{}, Tally{Count: 40, Last: noon}, noon); w != maxWait {
		t.Errorf("40 failures of an address: %v", w)
	}
}

func TestHoldSaysHowLong(t *testing.T) {
	for _, c := range []struct {
		failures int
		passed   time.Duration
		en, lt   string
	}{
		{3, 0, "2 seconds", "2 sekundes"},
		{3, time.Second, "1 second,", "1 sekundę "},
		{6, 0, "16 seconds", "16 sekundžių"},
		{7, 2 * time.Second, "30 seconds", "30 sekundžių"},
		{8, 4 * time.Second, "1 minute,", "1 minutę "},
		{11, 0, "9 minutes", "9 minutes"},
		{12, 0, "15 minutes", "15 minučių"},
	} {
		err := Hold(Tally{c.failures, noon}, Tally{}, noon.Add(c.passed))
		f := fault.For(err)
		if f.Code != fault.TooMany || !strings.Contains(f.EN, c.en) || !strings.Contains(f.LT, c.lt) {
			t.Errorf("%d failures: %s / %s", c.failures, f.EN, f.LT)
		}
	}
	if err := Hold(Tally{}, Tally{}, noon); err != nil {
		t.Error(err)
	}
}

func TestKeys(t *testing.T) {
	if AccountKey("ona@pavyzdys.lt", "") == AccountKey("ona@pavyzdys.lt", "her own browser") {
		t.Error("strangers can keep a known browser waiting")
	}
	if AccountKey(" Ona@Pavyzdys.lt", "") != AccountKey("ona@pavyzdys.lt", "") {
		t.Error("capitals give a fresh tally")
	}
	for a, b := range map[string]string{"2001:db8::1": "2001:db8::ffff:1", "::ffff:192.0.2.1": "192.0.2.1"} {
		if AddressKey(netip.MustParseAddr(a)) != AddressKey(netip.MustParseAddr(b)) {
			t.Errorf("%s and %s are not one", a, b)
		}
	}
	if AddressKey(netip.MustParseAddr("192.0.2.1")) == AddressKey(netip.MustParseAddr("192.0.2.2")) {
		t.Error("two IPv4 addresses are one")
	}
}
