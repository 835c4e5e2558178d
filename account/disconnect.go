package account

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

// LongestText is how many characters a purpose or a reason may have.
const LongestText = 500

// Disconnect forgets the account's secret: nothing goes out there until somebody connects it again. The account stays,
// with all that was published there.
func Disconnect(ctx context.Context, r Records, who staff.Person, id, reason string, now time.Time) (Account, error) {
	if err := staff.May(who, staff.ConnectAccount); err != nil {
		return Account{}, err
	}
	a, err := r.BrandAccount(ctx, id)
	if err != nil {
		return a, err
	}
	reason = strings.TrimSpace(reason)
	if reason == "" || utf8.RuneCountInString(reason) > LongestText {
		return a, fault.Of("reason", "Say why, in up to 500 characters. It goes on the record.",
			"Nurodykite priežastį, ne ilgesnę kaip 500 ženklų. Ji liks žurnale.")
	}
	if err := r.ForgetAccountSecret(ctx, id); err != nil {
		return a, err
	}
	a.State, a.Said, a.Failed, a.Warned = Disconnected, "", 0, 0
	a.Refreshed, a.Expires, a.Ends = time.Time{}, time.Time{}, time.Time{}
	if err := r.KeepAccountHealth(ctx, a); err != nil {
		return a, err
	}
	return a, r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "account.disconnected", Subject: a.ID,
		Data: map[string]string{"network": a.Network, "handle": a.Handle}, Private: map[string]string{"reason": reason}})
}
