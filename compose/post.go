// Package compose owns posts while they are written: drafts that are never lost, their revisions, templates, snippets and
// pictures. It refuses to change what was submitted: whoever wants to edit that takes it back first (publish.Reopen),
// which voids the votes. Whether it may go out is approval's and publish's.
package compose

import (
	"slices"
	"time"

	"rostrum/post"
)

// State is where a post stands.
type State string

// The states.
const (
	Draft     State = "draft"     // its writers change it
	Review    State = "review"    // submitted; waits for votes
	Approved  State = "approved"  // decided; what became of it is told by its publications
	Rejected  State = "rejected"  // somebody said no, with a reason; it can be taken back and edited
	Discarded State = "discarded" // thrown away; it can be brought back
)

// Post is one post, with its latest content.
type Post struct {
	ID       string
	State    State
	Author   string       // who began it
	Writers  []string     // everybody who wrote a revision, in the order in which they did
	Returned bool         // of a draft: a reviewer asked for changes
	Revision int          // the number of the latest revision, from 1
	Digest   string       // of the latest revision's content
	Content  post.Content // of the latest revision
	Due      time.Time    // when it is to go out; zero: as soon as it may
	Zone     string       // IANA time zone in which Due was chosen
	Version  int64        // grows with each change, so that two editors notice each other
	Created  time.Time
	Changed  time.Time
}

// Revision is what a post said at one time. A revision that was submitted never changes.
type Revision struct {
	Post      string
	Number    int // from 1
	Digest    string
	Content   post.Content
	Author    string    // who wrote this revision
	At        time.Time // when it was begun; what its author wrote in the five minutes after is in it too
	Submitted bool
}

// WrittenBy tells whether the person had a hand in the post.
func (p Post) WrittenBy(person string) bool { return slices.Contains(p.Writers, person) }
