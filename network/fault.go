package network

import (
	"errors"
	"fmt"
	"time"
)

// Kind says what a failure means for what was to be done.
type Kind string

// The kinds of failure, a closed list.
const (
	Refused     Kind = "refused"     // the network took the request and said no; it is not out and will not be
	Limited     Kind = "limited"     // too many requests; it is not out, and may be tried at Until
	SignedOut   Kind = "signed_out"  // the secret is no longer taken; it is not out, and somebody must connect again
	Away        Kind = "away"        // the server was not reached, or said so before it read the request; it is not out
	Unknown     Kind = "unknown"     // the request was sent and no answer tells what became of it
	Unsupported Kind = "unsupported" // the network cannot do this
)

// Error is a failure, with the network's own words. It never holds a secret.
type Error struct {
	Kind  Kind
	Said  string    // one line: the network's own words, or what the connection said
	Until time.Time // with Limited: when to come again
	Err   error     // for the log
}

func (e *Error) Error() string { return fmt.Sprintf("%s: %s", e.Kind, e.Said) }

func (e *Error) Unwrap() error { return e.Err }

// KindOf gives what a failure means. What no connector has named is Unknown: it may be out.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Unknown
}

// SaidOf gives the network's own words.
func SaidOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Said
	}
	return ""
}
