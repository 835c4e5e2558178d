// Package studio owns the versions of the policy: how one is drafted, discussed, tried on posts, approved by somebody
// else than its editors, and comes into force. It refuses to let what was approved differ from what is published: a
// change after submission makes the version a draft again and voids the approval. Past versions stay as they were. What
// a policy says and means is package policy's.
package studio

import (
	"context"
	"slices"
	"time"

	"rostrum/fault"
	"rostrum/folder"
)

// State is where a version stands.
type State string

// The states, in order. A version that is sent back becomes a draft again.
const (
	Draft     State = "draft"     // its editors change it
	Review    State = "review"    // submitted; waits for another person's vote
	Approved  State = "approved"  // waits for its day
	Published State = "published" // in force from Effective until the next one is
	Withdrawn State = "withdrawn" // given up
)

// Version is one version of the policy. Its files are kept by their digest.
type Version struct {
	ID        string
	Number    int    // 1, 2, 3 in the order of publication; 0 before
	Name      string // what its editor calls it
	State     State
	Digest    string // policy.Policy.Digest; of a draft that does not load, folder digest
	Base      string // the id of the version that it was made from, or empty
	Editor    string // who made it; further editors are in Editors
	Editors   []string
	Approver  string // who approved it
	Revision  int64  // grows with each change, so that two editors notice each other
	Created   time.Time
	Changed   time.Time
	Submitted time.Time
	Decided   time.Time
	Effective time.Time // the moment from which it holds
	Published time.Time // when that was decided for good
}

// Open tells whether the version can still be changed.
func (v Version) Open() bool { return v.State == Draft || v.State == Review || v.State == Approved }

// EditedBy tells whether the person had a hand in what the version says.
func (v Version) EditedBy(person string) bool { return slices.Contains(v.Editors, person) }

// edited gives the version as a draft with other content, into which the person had a hand.
func (v Version) edited(person, digest string, now time.Time) Version {
	if !v.EditedBy(person) {
		v.Editors = append(slices.Clone(v.Editors), person)
	}
	v = v.backToDraft(now)
	v.Digest = digest
	return v
}

// backToDraft voids what was decided.
func (v Version) backToDraft(now time.Time) Version {
	v.State, v.Approver, v.Changed = Draft, "", now
	v.Submitted, v.Decided, v.Effective = time.Time{}, time.Time{}, time.Time{}
	return v
}

// InForce is what reading the policy in force needs.
type InForce interface {
	// VersionAt gives the version that was in force at the moment, or a fault NotFound.
	VersionAt(ctx context.Context, at time.Time) (Version, error)
	// Content gives the files with a digest.
	Content(ctx context.Context, digest string) (folder.Files, error)
}

// NoneInForce is the fault of a company that has not published a policy yet.
func NoneInForce() *fault.Fault {
	return fault.New(fault.NotFound, "No policy is in force yet. Its owner publishes the first one in the studio.",
		"Dar nėra galiojančios politikos. Pirmąją studijoje paskelbia politikos šeimininkas.")
}
