package signin

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/netip"
	"strings"
	"time"

	"rostrum/fault"
)

const (
	// maxWait bounds every wait: nobody is ever locked out for good, the administrator least of all.
	maxWait = 15 * time.Minute
	// forgetAfter is how long after the last failure a tally starts anew.
	forgetAfter = time.Hour
	// freeAccount and freeAddress are how many failures cost nothing. Whole offices share an address.
	freeAccount = 2
	freeAddress = 30
)

// Tally counts the failures of one account or of one address. The zero Tally has none.
type Tally struct {
	Count int
	Last  time.Time
}

// Failed counts one more failure. Attempts that were told to wait are not counted. After a success the account's tally
// is deleted; the address's stays, or one own account would reset it for an attacker.
func (t Tally) Failed(now time.Time) Tally {
	if now.Sub(t.Last) > forgetAfter {
		t.Count = 0
	}
	return Tally{Count: t.Count + 1, Last: now}
}

// wait is how long to wait before the next attempt: 0, 0, 2 s, 4 s, 8 s … 15 min after so many failures beyond the free ones.
func (t Tally) wait(free int, now time.Time) time.Duration {
	if t.Count <= free || now.Sub(t.Last) > forgetAfter {
		return 0
	}
	full := maxWait
	if over := t.Count - free; over < 10 {
		full = min(maxWait, time.Second<<over)
	}
	return min(full, max(0, t.Last.Add(full).Sub(now)))
}

// Wait tells how long the next attempt at an account from an address has to wait, 0 for not at all.
func Wait(account, address Tally, now time.Time) time.Duration {
	return max(account.wait(freeAccount, now), address.wait(freeAddress, now))
}

// Hold is the fault to give, before anything is verified, to an attempt that comes too early; nil when it may proceed.
// Tallies are kept by [AccountKey] for what was typed, so its words are the same whether such an account exists.
func Hold(account, address Tally, now time.Time) error {
	wait := Wait(account, address, now)
	if wait == 0 {
		return nil
	}
	en, lt := inWords(wait)
	return fault.New(fault.TooMany,
		fmt.Sprintf("Too many attempts. Wait %s, then try again.", en),
		fmt.Sprintf("Per daug bandymų. Palaukite %s ir bandykite dar kartą.", lt))
}

// AccountKey names the tally of an account: mail is what was typed, which may be anything, so the key is a hash. device
// is the random mark (a cookie, rand.Text) of a browser in which this account has signed in before, else empty. Such a
// browser has a tally of its own, so that strangers who fail on purpose keep only strangers waiting. Passkeys wait for
// the address alone.
func AccountKey(mail, device string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(strings.TrimSpace(mail)) + "\x00" + device))
	return "account/" + hex.EncodeToString(sum[:])
}

// AddressKey names the tally of an address; IPv6 counts by /64, which is one customer.
func AddressKey(a netip.Addr) string {
	a = a.Unmap()
	if p, err := a.Prefix(64); a.Is6() && err == nil {
		return "address/" + p.Masked().String()
	}
	return "address/" + a.String()
}

// inWords says a wait in the accusative, rounded up to whole seconds or minutes.
func inWords(wait time.Duration) (en, lt string) {
	n, unit, forms := int((wait+time.Second-1)/time.Second), "second", [3]string{"sekundę", "sekundes", "sekundžių"}
	if n > 59 {
		n, unit, forms = (n+59)/60, "minute", [3]string{"minutę", "minutes", "minučių"}
	}
	if n != 1 {
		unit += "s"
	}
	form := forms[1]
	switch {
	case n%10 == 0 || n%100 > 10 && n%100 < 20:
		form = forms[2]
	case n%10 == 1:
		form = forms[0]
	}
	return fmt.Sprintf("%d %s", n, unit), fmt.Sprintf("%d %s", n, form)
}
