package studio

import (
	"context"
	"strconv"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// Submit asks for another person's vote on a draft. What must be mended first is told by [*NotReady].
func Submit(ctx context.Context, r Records, who staff.Person, id string, now time.Time) (Version, error) {
	k := kept{r, who, now}
	v, err := k.open(ctx, id, staff.EditPolicy)
	if err != nil {
		return v, err
	}
	if v.State != Draft {
		return v, fault.New(fault.Conflict, "This version was submitted already.", "Ši versija jau pateikta.")
	}
	files, err := r.Content(ctx, v.Digest)
	if err != nil {
		return v, err
	}
	if err := Inspect(files, now).Ready(); err != nil {
		return v, err
	}
	v.State, v.Submitted, v.Changed = Review, now, now
	return k.keep(ctx, v, "policy.submitted", map[string]string{"digest": v.Digest}, nil)
}

// Approve votes for a version that waits for it, by somebody who may and who had no hand in it. The digest is that of
// what the approver read.
func Approve(ctx context.Context, r Records, who staff.Person, id, digest string, now time.Time) (Version, error) {
	k := kept{r, who, now}
	v, err := k.open(ctx, id, staff.ApprovePolicy)
	if err != nil {
		return v, err
	}
	switch {
	case v.EditedBy(who.ID):
		return v, fault.New(fault.Forbidden,
			"You had a hand in this version, so another person must approve it. Your comments are welcome.",
			"Prie šios versijos dirbote patys, todėl ją turi patvirtinti kitas žmogus. Komentuoti galite.")
	case v.State != Review:
		return v, fault.New(fault.Conflict, "This version does not wait for approval now. Look at where it stands.",
			"Ši versija dabar nelaukia patvirtinimo. Peržiūrėkite jos būseną.")
	case v.Digest != digest:
		return v, fault.New(fault.Conflict, "The version changed since you read it. Read what is new, and then decide.",
			"Nuo tada, kai skaitėte, versija pasikeitė. Perskaitykite, kas nauja, ir tada spręskite.")
	}
	v.State, v.Approver, v.Decided, v.Changed = Approved, who.ID, now, now
	return k.keep(ctx, v, "policy.approved", map[string]string{"digest": v.Digest}, nil)
}

// SendBack makes a version that waits, or was approved, a draft again, with the reason as a comment on the whole.
func SendBack(ctx context.Context, r Records, who staff.Person, id, reason string, now time.Time) (Version, error) {
	k := kept{r, who, now}
	v, err := k.open(ctx, id, staff.ApprovePolicy)
	if err != nil {
		return v, err
	}
	if v.State == Draft {
		return v, fault.New(fault.Conflict, "This version is a draft already.", "Ši versija jau yra juodraštis.")
	}
	if strings.TrimSpace(reason) == "" {
		return v, fault.Of("reason", "Say what should change, so that its editors know what to do.",
			"Parašykite, ką reikia pakeisti, kad rengėjai žinotų, ką daryti.")
	}
	if _, err := comment(ctx, k, Comment{Version: id, Text: reason}); err != nil {
		return v, err
	}
	return k.keep(ctx, v.backToDraft(now), "policy.sent_back", map[string]string{"digest": v.Digest}, map[string]string{"reason": reason})
}

// Publish sets the moment from which an approved version holds; the zero Time is now. The version gets its number. It
// cannot come into force before a version that was published earlier does.
func Publish(ctx context.Context, r Records, who staff.Person, id string, effective, now time.Time) (Version, error) {
	k := kept{r, who, now}
	v, err := k.open(ctx, id, staff.PublishPolicy)
	if err != nil {
		return v, err
	}
	if v.State != Approved || v.Approver == "" || v.EditedBy(v.Approver) {
		return v, fault.New(fault.Conflict, "This version is not approved. Somebody who did not edit it must approve it first.",
			"Ši versija nepatvirtinta. Pirmiausia ją turi patvirtinti žmogus, kuris jos nerengė.")
	}
	if effective.IsZero() {
		effective = now
	}
	if effective.Before(now) {
		return v, fault.Of("effective", "Choose a moment that is not past.", "Pasirinkite dar neatėjusį laiką.")
	}
	if err := after(ctx, r, effective); err != nil {
		return v, err
	}
	last, err := r.LastNumber(ctx)
	if err != nil {
		return v, err
	}
	v.Number, v.State, v.Effective, v.Published, v.Changed = last+1, Published, effective, now, now
	return k.keep(ctx, v, "policy.published", map[string]string{"digest": v.Digest, "number": strconv.Itoa(v.Number),
		"effective": effective.UTC().Format(time.RFC3339), "approver": v.Approver}, nil)
}

// after tells if a version that was published already would come later and put this one out of force unseen.
func after(ctx context.Context, r InForce, effective time.Time) error {
	latest, err := r.VersionAt(ctx, effective.AddDate(1000, 0, 0))
	if fault.Is(err, fault.NotFound) {
		return nil
	} else if err != nil {
		return err
	}
	if !effective.Before(latest.Effective) {
		return nil
	}
	number, day := strconv.Itoa(latest.Number), latest.Effective.UTC().Format("2006-01-02 15:04")
	return fault.Of("effective",
		"Version "+number+" comes into force later, on "+day+" UTC, and would replace this one. Choose that moment or a later one.",
		number+" versija įsigalios vėliau, "+day+" UTC, ir šią pakeistų. Pasirinkite tą patį arba vėlesnį laiką.")
}

// Withdraw gives a version up before it is published. It stays on the record.
func Withdraw(ctx context.Context, r Records, who staff.Person, id string, now time.Time) (Version, error) {
	k := kept{r, who, now}
	v, err := k.open(ctx, id, staff.EditPolicy)
	if err != nil {
		return v, err
	}
	v.State, v.Changed = Withdrawn, now
	return k.keep(ctx, v, "policy.withdrawn", map[string]string{"digest": v.Digest}, nil)
}
