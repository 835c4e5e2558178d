// Package fault owns the errors that a person reads: a code that says of which kind it is, and one sentence in each
// language that names the place and the mend. It refuses to carry internals: what went wrong inside is logged where it
// happened, and people are told [Internal].
package fault

import "errors"

// Code says of which kind a fault is. Edges turn it into a status; see [Fault.Code].
type Code string

// The kinds of faults, a closed list.
const (
	Invalid     Code = "invalid"     // what was given is wrong or missing
	SignIn      Code = "sign_in"     // nobody is signed in, or the proof was wrong
	StepUp      Code = "step_up"     // signed in, but this action wants a fresh proof
	Forbidden   Code = "forbidden"   // signed in, but not allowed
	NotFound    Code = "not_found"   // there is no such thing, or not for this person
	Conflict    Code = "conflict"    // somebody else changed it meanwhile, or its state forbids it
	TooMany     Code = "too_many"    // too often or too much; wait
	Unavailable Code = "unavailable" // a part that is needed does not answer
	Broken      Code = "internal"    // our own fault
)

// Fault is an error for a person.
type Fault struct {
	Code   Code
	EN, LT string
	// Field names the field of a form or of an API call that is at fault, if one is.
	Field string
}

// New makes a fault from a sentence in English and the same in Lithuanian.
func New(code Code, en, lt string) *Fault { return &Fault{Code: code, EN: en, LT: lt} }

// Of makes the fault of one field of a form.
func Of(field, en, lt string) *Fault {
	return &Fault{Code: Invalid, EN: en, LT: lt, Field: field}
}

// Error gives the sentence in English.
func (f *Fault) Error() string { return f.EN }

// In gives the sentence in a language: "lt", or English for any other.
func (f *Fault) In(lang string) string {
	if lang == "lt" {
		return f.LT
	}
	return f.EN
}

// For gives the fault to tell a person: err itself if it is one, else a fault that says nothing of the inside.
func For(err error) *Fault {
	if f, ok := errors.AsType[*Fault](err); ok {
		return f
	}
	return Internal()
}

// Is tells whether err is a fault of this kind.
func Is(err error, code Code) bool {
	f, ok := errors.AsType[*Fault](err)
	return ok && f.Code == code
}

// Internal is what people are told when the fault is ours.
func Internal() *Fault {
	return New(Broken,
		"Something went wrong on our side. Nothing was changed; try again, and tell your administrator if it stays.",
		"Įvyko klaida mūsų pusėje. Niekas nepakeista; bandykite dar kartą, o jei nepadės, praneškite administratoriui.")
}
