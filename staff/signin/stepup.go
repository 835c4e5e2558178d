package signin

import (
	"time"

	"rostrum/fault"
)

// ProofLasts is how long a proof counts as fresh.
const ProofLasts = 10 * time.Minute

// NeedsProof tells whether an action of package staff wants a fresh proof: what is done with it cannot be undone, or
// opens the door to more.
func NeedsProof(action string) bool {
	switch action {
	case "role.give",
		"person.remove", // part with somebody
		"person.erase",
		"signin.change",  // one's own passwords, codes and passkeys
		"setting.change", // also how everybody signs in
		"ledger.export",
		"policy.publish",
		"token.make",
		"post.take_down", // take back what the company has said in public
		"account.open",   // let Rostrum speak for an account of the company, or end that
		"key.rotate":
		return true
	}
	return false
}

// StepUp gives the fault of kind StepUp when an action wants a fresh proof and the last one, at proved, is older than
// [ProofLasts]; else nil.
func StepUp(action string, proved, now time.Time) error {
	if !NeedsProof(action) || now.Sub(proved).Abs() <= ProofLasts {
		return nil
	}
	return fault.New(fault.StepUp,
		"This needs a fresh proof that it is you. Confirm with your passkey, or with your password and code.",
		"Šiam veiksmui reikia iš naujo patvirtinti, kad tai jūs. Patvirtinkite prieigos raktu arba slaptažodžiu ir kodu.")
}
