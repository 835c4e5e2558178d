package web

import (
	"net/url"
	"strings"
	"testing"

	"rostrum/staff"
	"rostrum/studio"
)

// wrongly finds the form of a correction in a page, by its category and whether it says that something was missed.
func wrongly(text, category string, missed bool) url.Values {
	form := url.Values{"revision": {"1"}, "text": {studio.TextDigest(text)}, "category": {category}, "then": {"/"}}
	if missed {
		form.Set("missed", "yes")
	}
	return form
}

func TestWhatIsJudgedWronglyBecomesADraftAndNothingElse(t *testing.T) {
	b := newBureau(t)
	owner := b.person("Viltė Viltaitė", staff.PolicyOwner)
	vilte, jonas := b.browser(owner), b.browser(b.jonas)
	const rude, mild = "You liar, Petras, we open at nine", "This is crap, Petras, we open at nine"
	_, page := vilte.get("/studio/judgement")
	b.holds(page, "Nobody has found a mistake yet")
	first, second := b.begun(b.rasa, rude, "main"), b.begun(b.rasa, mild, "main")
	_, page = vilte.get("/posts/" + first.ID)
	b.holds(page, "Was this judged wrongly?", "Found: Insult", "liar")
	if _, page = jonas.post("/posts/"+first.ID+"/correct", wrongly(rude, "abuse.offensive", false)); !strings.Contains(page, "No verdict changes by it") {
		t.Fatalf("not noted: %s", page)
	}
	entry := b.entry("judgement.corrected")
	if entry.Actor != b.jonas.ID || entry.Data["what"] != "false_alarm" || entry.Data["rule"] != "respect/offensive" || strings.Contains(entry.Data["text"], "liar") {
		t.Errorf("on the record: %+v", entry)
	}
	if status, _ := vilte.post("/posts/"+second.ID+"/correct", wrongly(mild, "abuse.hate", true)); status != 200 {
		t.Errorf("%d: what was missed is not noted", status)
	}
	_, page = vilte.get("/studio/judgement")
	b.holds(page, "respect/offensive", "respect/hate", "False alarm: Insult", "Missed: Hate", "1 of 1", "“lenient” agrees with more", "Draft with “lenient”", rude)
	status, lines := vilte.get("/studio/judgement/export")
	if status != 200 || strings.Count(lines, "\n") != 2 || !strings.Contains(lines, `"category":"abuse.offensive","missed":false`) {
		t.Errorf("%d: exported %q", status, lines)
	}
	_, page = vilte.post("/studio/judgement/adopt", url.Values{"rule": {"respect/offensive"}, "level": {"lenient"}})
	b.holds(page, "A draft with the new level")
	at := page[strings.Index(page, "/studio/dc"):]
	at = at[:strings.IndexAny(at[len("/studio/"):], `/"`)+len("/studio/")]
	_, page = vilte.get(at + "/clauses/respect")
	b.holds(page, "strictness: lenient", "agrees with 1 of 1 corrections", "How strict, in numbers", "HatEval", "76%", "55%")
	_, page = vilte.post("/studio/judgement/take-back", url.Values{"digest": {studio.TextDigest(mild)}, "category": {"abuse.hate"}})
	if b.holds(page, "Taken back"); strings.Contains(page, mild) {
		t.Error("the text is still there")
	}
}

func TestCorrectionsThatCannotBe(t *testing.T) {
	b := newBureau(t)
	const text = "We open at nine"
	p := b.begun(b.rasa, text, "main")
	writer := b.person("Ieva Ievaitė", staff.Author)
	for name, c := range map[string]struct {
		who    staff.Person
		form   url.Values
		status int
	}{
		"an author who does not vote": {writer, wrongly(text, "abuse.hate", true), 403},
		"nothing of it was found":     {b.jonas, wrongly(text, "abuse.hate", false), 409},
		"no such category":            {b.jonas, wrongly(text, "form", true), 422},
		"a text of somebody's making": {b.jonas, wrongly("You idiot", "abuse.offensive", true), 404},
	} {
		if status, _ := b.browser(c.who).post("/posts/"+p.ID+"/correct", c.form); status != c.status {
			t.Errorf("%s: %d, want %d", name, status, c.status)
		}
	}
}

func TestWhatIsSaidInOtherWordsIsCorrectedLikeHowItSounds(t *testing.T) {
	b := newBureau(t)
	vilte, jonas := b.browser(b.person("Viltė Viltaitė", staff.PolicyOwner)), b.browser(b.jonas)
	const hinted, plain = "Žinom, kur tavo vaikai eina į mokyklą. Pagalvok, prieš vėl rašydamas.", "We open at nine"
	first, second := b.begun(b.rasa, hinted, "main"), b.begun(b.rasa, plain, "main")
	jonas.post("/posts/"+first.ID+"/correct", wrongly(hinted, "abuse.threat", false))
	if rule := b.entry("judgement.corrected").Data["rule"]; rule != "respect/threat-reworded" {
		t.Fatalf("the correction is of %q", rule)
	}
	jonas.post("/posts/"+second.ID+"/correct", wrongly(plain, "abuse.threat", true))
	_, page := vilte.get("/studio/judgement")
	b.holds(page, "<small>respect/threat</small>", "0 of 1", "<small>respect/threat-reworded</small>", "0 of 2")
	_, page = vilte.post("/studio/judgement/adopt", url.Values{"rule": {"respect/threat-reworded"}, "level": {"lenient"}})
	b.holds(page, "A draft with the new level")
	at := page[strings.Index(page, "/studio/dc"):]
	at = at[:strings.IndexAny(at[len("/studio/"):], `/"`)+len("/studio/")]
	_, page = vilte.get(at + "/clauses/respect")
	b.holds(page, "kind: sense\n    strictness: lenient", "Threat, in whatever words", "neither the program nor the posts that it learned from, 30 of them")
}
