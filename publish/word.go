package publish

import (
	"context"
	"time"

	"rostrum/fault"
	"rostrum/staff"
)

// Release is a human's word for a publication that waits for one, has failed, or may be out: it goes at due, or at once
// where that is zero. What may be out is looked for again. Whether it may go is still decided when it leaves.
func Release(ctx context.Context, r Shelf, who staff.Person, id string, due, now time.Time) (Publication, error) {
	p, err := open(ctx, r, who, staff.ReleasePosts, id)
	if err != nil {
		return p, err
	}
	switch {
	case p.State == Unsure && p.Hold != "":
		p.Hold, p.Again, p.Begun, p.Tries = Overdue, time.Time{}, now, 0
		return p, change(ctx, r, who.ID, "publication.released", p, now, map[string]string{"look": "true"})
	case p.State != Held && p.State != Failed:
		return p, settled(p)
	case p.Hold == Undecided:
		return p, fault.New(fault.Conflict, "There is no decision on exactly this text. Take the post back and submit it again.",
			"Dėl būtent tokio teksto nėra sprendimo. Atsiimkite įrašą ir pateikite jį iš naujo.")
	case p.Hold == Unruled:
		return p, fault.New(fault.Conflict, "The account's rule became stricter and asks for a yes that this decision lacks. Take the post back and submit it again.",
			"Paskyros tvirtinimo taisyklė sugriežtinta, o pagal ją reikalingo pritarimo trūksta. Atsiimkite įrašą ir pateikite jį iš naujo.")
	case p.Hold == NoEdits:
		return p, fault.New(fault.Conflict, "What is out cannot be changed into this. Take it down and post it anew, or leave it.",
			"Paskelbto įrašo taip pakeisti negalima. Pašalinkite jį ir paskelbkite iš naujo arba palikite.")
	}
	if p.Due, err = chosen(due, now); err != nil {
		return p, err
	}
	was := p.Hold
	p.State, p.Hold, p.Said, p.Released = Scheduled, "", "", now
	p.Begun, p.Again, p.Tries = time.Time{}, time.Time{}, 0
	return p, change(ctx, r, who.ID, "publication.released", p, now, map[string]string{"hold": string(was), "due": moment(p.Due)})
}

// Move gives a publication that has not begun to go out another time.
func Move(ctx context.Context, r Shelf, who staff.Person, id string, due, now time.Time) (Publication, error) {
	p, err := open(ctx, r, who, staff.WritePosts, id)
	if err != nil {
		return p, err
	}
	if p.State != Scheduled {
		return p, settled(p)
	}
	was := p.Due
	if p.Due, err = chosen(due, now); err != nil {
		return p, err
	}
	p.Again = time.Time{}
	return p, change(ctx, r, who.ID, "publication.moved", p, now, map[string]string{"from": moment(was), "due": moment(p.Due)})
}

// Cancel takes a publication back before it goes. Whoever may write posts, or give the word for them, may do it.
func Cancel(ctx context.Context, r Shelf, who staff.Person, id string, now time.Time) (Publication, error) {
	action := staff.WritePosts
	if staff.May(who, action) != nil {
		action = staff.ReleasePosts
	}
	p, err := open(ctx, r, who, action, id)
	if err != nil {
		return p, err
	}
	if p.State != Scheduled && p.State != Held && p.State != Failed {
		return p, settled(p)
	}
	if len(p.Receipts) > 0 {
		return p, fault.New(fault.Conflict, "Part of it is out already. Take it down, or release it to send the rest.",
			"Dalis jo jau paskelbta. Pašalinkite paskelbtą dalį arba leiskite siųsti likusią.")
	}
	p.State, p.Hold = Cancelled, ""
	return p, change(ctx, r, who.ID, "publication.cancelled", p, now, nil)
}

// chosen is the time that somebody chose, or now.
func chosen(due, now time.Time) (time.Time, error) {
	switch {
	case due.IsZero():
		return now, nil
	case due.Before(now):
		return due, fault.Of("due", "This time has passed. Choose a later one, or let it go out at once.",
			"Šis laikas jau praėjo. Pasirinkite vėlesnį arba leiskite skelbti iš karto.")
	case due.After(now.AddDate(2, 0, 0)):
		return due, fault.Of("due", "Choose a time within the next two years.", "Pasirinkite laiką per artimiausius dvejus metus.")
	}
	return due.UTC().Truncate(time.Microsecond), nil
}

// settled is the fault of whoever comes too late, or too early.
func settled(p Publication) *fault.Fault {
	switch p.State {
	case Sending, Unsure:
		return fault.New(fault.Conflict, "It is on its way at this moment. Look again in half a minute: then it is known whether it is out.",
			"Jis šiuo metu siunčiamas. Pažiūrėkite po pusės minutės: tada bus aišku, ar paskelbtas.")
	case Sent:
		return fault.New(fault.Conflict, "It is out already. You can take it down.", "Jis jau paskelbtas. Galite jį pašalinti.")
	case Deleted:
		return fault.New(fault.Conflict, "It was taken down already.", "Jis jau pašalintas.")
	case Cancelled:
		return fault.New(fault.Conflict, "It was taken back already.", "Jis jau atšauktas.")
	}
	return fault.New(fault.Conflict, "It waits for a person's word. Release it, or take it back.",
		"Jis laukia žmogaus sprendimo. Leiskite skelbti arba atšaukite.")
}
