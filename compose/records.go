package compose

import (
	"context"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/post"
)

// Records is what the use cases need kept.
type Records interface {
	// Post gives the post with its latest content, or a fault NotFound.
	Post(ctx context.Context, id string) (Post, error)
	AddPost(ctx context.Context, p Post) error
	// ChangePost keeps a post's new particulars and makes its version one more; a fault Conflict where somebody else
	// changed it since p was read.
	ChangePost(ctx context.Context, p Post) error
	// Revision gives one revision, or a fault NotFound.
	Revision(ctx context.Context, post string, number int) (Revision, error)
	AddRevision(ctx context.Context, r Revision) error
	// ReplaceRevision keeps another content under the number of a revision that was not submitted.
	ReplaceRevision(ctx context.Context, r Revision) error
	// PictureFacts gives what is known of a kept picture, without alt text and with the credit that was found in it; a
	// fault NotFound where it is not kept.
	PictureFacts(ctx context.Context, digest string) (post.Image, error)
	// Recorded gives the ledger's entries of some kinds about a subject, the oldest first.
	Recorded(ctx context.Context, subject string, kinds ...string) ([]ledger.Entry, error)
	Append(ctx context.Context, e ledger.Entry) error
}

// Conflict is the fault of two who change the same post at the same time.
func Conflict() *fault.Fault {
	return fault.New(fault.Conflict,
		"Somebody else saved this post while you were writing. Nothing is lost: both texts are shown; decide which one stays.",
		"Kol rašėte, šį įrašą išsaugojo kitas. Niekas nedingo: rodomi abu tekstai; nuspręskite, kuris lieka.")
}

// closed is the fault of whoever wants to change a post that is no draft.
func closed(p Post) *fault.Fault {
	if p.State == Discarded {
		return fault.New(fault.Conflict, "This post was discarded. Bring it back first.", "Šis įrašas išmestas. Pirmiausia jį susigrąžinkite.")
	}
	return fault.New(fault.Conflict,
		"This post was sent for approval and stays as it is. To change it, take it back first; the votes so far then no longer count.",
		"Šis įrašas pateiktas tvirtinti ir nebekeičiamas. Norėdami keisti, pirmiausia jį atsiimkite; tada iki šiol gauti balsai nebegalios.")
}
