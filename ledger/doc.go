// Package ledger is the record that proves every decision: entries that are only ever added, hashed into a Merkle tree
// (RFC 6962, by golang.org/x/mod/sumdb/tlog), with signed checkpoints (golang.org/x/mod/sumdb/note).
//
// It owns the bytes: what an entry's leaf looks like, what a checkpoint says, what an exported file holds, and how all of
// that is verified without a server, with only the file. It refuses to store anything, to read a clock, and to open
// connections: whoever keeps the entries gives it a way to read hashes ([Hashes]).
//
// Every line and leaf is canonical JSON (RFC 8785), so that any language can write the same bytes and get the same hash.
// Private values enter a leaf only as commitments: SHA-256 over a random salt and the value. The salt and the value are kept
// beside the leaf and can be erased later; the leaf, and all that was proved from it, stays as it was.
//
// Times never go back along the ledger: whoever appends gives an entry the time of the last entry or checkpoint where the
// clock says less, and signs a checkpoint with a time no earlier than its last entry.
//
// # What it proves
//
// [Verify] on a whole export, with the key of the company known from elsewhere, proves that the file is byte for byte what
// the holder of the key signed: nothing flipped, left out, doubled, moved or dated back. With an earlier checkpoint it also
// proves that everything up to that checkpoint is what it was then, whoever has held the key since.
//
// # What it cannot prove
//
// That an entry was true when it was written. And whoever holds the signing key, and every copy of the checkpoints that were
// ever given out, can write another ledger that verifies: so give checkpoints to people outside. Without a key from
// elsewhere, a file proves only that it agrees with itself; [Report] says which key that was.
package ledger
