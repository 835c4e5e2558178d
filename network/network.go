// Package network owns what all social networks share for Rostrum: the few verbs of a connector, what it is given and what
// it answers. One folder below it is one connector. It refuses to decide whether something may go out (publish does),
// to try anything twice by itself, to keep secrets, and to call something sent that the network did not confirm.
package network

import (
	"context"
	"time"
)

// Network is a connector. It is safe for concurrent use and keeps nothing between calls.
type Network interface {
	Profile() Profile
	// Begin starts the OAuth flow at a server and gives where the browser goes and what Finish will need. The state is
	// secret and kept sealed until the browser comes back to redirect.
	Begin(ctx context.Context, server, redirect string) (Start, error)
	// Finish ends the flow with the query that the browser brought back.
	Finish(ctx context.Context, state []byte, query map[string][]string) (Identity, error)
	// SignIn connects with a handle and a password made for applications, where the network has them; KindUnsupported elsewhere.
	SignIn(ctx context.Context, server, handle, password string) (Identity, error)
	// Refresh asks for a new secret where the old one ends; a connector whose secrets do not end gives the same.
	Refresh(ctx context.Context, a Access) (Secret, error)
	// Look asks who the secret belongs to: it fails with KindSignedOut where the network no longer takes it.
	Look(ctx context.Context, a Access) (Identity, error)
	// Publish sends one post. A fault of KindUnknown means that it may be out: Find must look before it is sent again.
	Publish(ctx context.Context, a Access, p Piece) (Receipt, error)
	// Find looks for a piece that may have been sent. found is false only where the network surely does not have it.
	Find(ctx context.Context, a Access, p Piece) (r Receipt, found bool, err error)
	// Edit changes what is out; KindUnsupported where the network has no edits.
	Edit(ctx context.Context, a Access, r Receipt, p Piece) (Receipt, error)
	// Delete takes down what is out; what is gone already is no fault.
	Delete(ctx context.Context, a Access, r Receipt) error
	// Revoke ends the secret at the network, as far as it knows how.
	Revoke(ctx context.Context, a Access) error
}

// Profile is what is particular about a network.
type Profile struct {
	ID       string // "bluesky", as policies name it
	Name     string // "Bluesky", as it calls itself
	Length   int    // the longest post, counted as Count counts; of one server it may differ, see Identity.Length
	Count    func(text string) int
	Images   int    // the most pictures in one post
	ImageMax int    // bytes of one picture; larger ones are made smaller before
	AltMax   int    // characters of an alt text
	Edits    bool   // whether what is out can be edited
	Chosen   bool   // whether we choose the record's key, so that sending twice makes one post
	Password bool   // whether SignIn works
	Servers  bool   // whether there are many servers, so that people are asked for theirs
	Home     string // the server that is suggested, or empty
}

// Start is where a connection begins.
type Start struct {
	URL   string // where the browser goes
	State []byte // secret
}

// Identity is whom a secret belongs to.
type Identity struct {
	ID     string // the network's own unchanging id: a DID, an account number
	Handle string // as people write it: @name@server, name.server
	Name   string
	Server string // the address of the server that answers for the account: https://…
	Length int    // the longest post there; 0: the network's
	Secret Secret
}

// Secret is what lets us act for an account. Bytes are the connector's own and are kept sealed.
type Secret struct {
	Bytes   []byte
	Expires time.Time // when it must have been refreshed; zero: it does not end, or the network does not tell
	Ends    time.Time // when a person must connect again whatever we do; zero: never, or the network does not tell
}

// Access is an account and the secret to act for it.
type Access struct {
	Server, ID, Handle string
	Secret             []byte
}

// Piece is one post of a thread, ready to go out.
type Piece struct {
	Key    string // ours, the same at each try: 13 characters of base32-sortable, so that it may be a record key (TID)
	Text   string
	Lang   string // "en", "lt" or empty
	Images []Picture
	Root   *Receipt  // the first post of the thread; nil for the first itself
	Parent *Receipt  // the one before
	At     time.Time // when we first tried: what Find looks from, and the time that the record bears where we say it
	Others []Receipt // of Find: what else we have put out there about that time, which is never taken for this
}

// Picture is a picture's bytes.
type Picture struct {
	Bytes         []byte
	Type, Alt     string
	Width, Height int
}

// Receipt is what the network calls what it took.
type Receipt struct {
	ID   string `json:"id"`             // at://… or a status number
	Hash string `json:"hash,omitempty"` // the record's CID, where there is one
	URL  string `json:"url"`            // where people read it
}
