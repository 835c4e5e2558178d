// Package signin owns the mechanics of proving who one is: passwords, one-time codes, recovery codes, passkeys, waiting
// after failures, tokens and links, fresh proof before dangerous actions, and the sealing of secrets at rest. One file
// holds one mechanism.
//
// It refuses to store anything, to know of HTTP, and to decide who may do what: callers keep the strings it gives them
// and ask package staff for permission. It never learns whether an account exists, so it cannot tell strangers.
package signin
