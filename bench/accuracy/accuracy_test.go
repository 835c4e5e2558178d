package main

import (
	"math"
	"slices"
	"testing"

	"rostrum/check"
	"rostrum/policy/rule"
)

func TestTallySaysWhatTheFieldMeansByIt(t *testing.T) {
	var c tally
	for range 6 {
		c.count(true, true)
	}
	for range 4 {
		c.count(true, false)
	}
	for range 2 {
		c.count(false, true)
	}
	for range 8 {
		c.count(false, false)
	}
	if c.precision() != "0.750" || c.recall() != "0.600" || c.falseRate() != "20.00 %" {
		t.Errorf("precision %s, recall %s, false alarms %s", c.precision(), c.recall(), c.falseRate())
	}
	if f, macro := c.f1(), c.macroF1(); math.Abs(f-2./3) > 1e-9 || math.Abs(macro-(2./3+8./11)/2) > 1e-9 {
		t.Errorf("F1 %f, macro-F1 %f", f, macro)
	}
	var none tally
	if none.precision() != "–" || none.f1() != 0 {
		t.Errorf("nothing counted gives precision %s, F1 %f", none.precision(), none.f1())
	}
}

func TestOnlyWhatStopsAPostCounts(t *testing.T) {
	r := check.Result{Findings: []check.Finding{
		{Category: rule.AbuseHate, Verdict: rule.Advise}, {Category: rule.PIIPhone, Verdict: rule.Block}, {Category: rule.AbuseThreat, Verdict: rule.Review},
	}}
	for category, want := range map[string]bool{"abuse.": true, "abuse.threat": true, "abuse.hate": false, "abuse": false, "pii.": true, "security.": false} {
		if got := stop(r, category) != nil; got != want {
			t.Errorf("%s: stopped %v, want %v", category, got, want)
		}
	}
}

func TestLabelsAreCountedInCharacters(t *testing.T) {
	one := labelledText{Text: "Žiūrėk: Ąžuolų g. 5", Spans: []span{{"ADDRESS", 8, 19}}}
	places := inBytes(one)
	if len(places) != 1 || one.Text[places[0].Start:places[0].End] != "Ąžuolų g. 5" {
		t.Errorf("places %v", places)
	}
	f := check.Finding{Category: rule.PIIAddress, Start: places[0].End - 1, End: places[0].End}
	if !agree(&f, places[0]) {
		t.Error("a finding that shares the last byte does not agree")
	}
	if f.Start = places[0].End; agree(&f, places[0]) {
		t.Error("a finding behind the place agrees")
	}
}

func TestGroupsAreReadFromTheSentences(t *testing.T) {
	for sentence, want := range map[string]string{
		"Thel is a excellent middle eastern": "middle eastern",
		"murder american":                    "american",
		"i am straight":                      "straight",
		"i hate african american":            "african american",
	} {
		if got := groupIn(sentence); got != want {
			t.Errorf("%q is about %q, not %q", sentence, got, want)
		}
	}
}

func TestSitesAreRegistrableDomains(t *testing.T) {
	for link, want := range map[string]string{
		"https://a.b.example.co.uk/x": "example.co.uk", "http://1.2.3.4/x": "1.2.3.4", "http://%zz": "http://%zz",
	} {
		if got := siteOf(link); got != want {
			t.Errorf("%s is on %s, not %s", link, got, want)
		}
	}
}

func TestSamplesAreTheSameInEveryRun(t *testing.T) {
	kept := func() []string {
		s := newSamples(3)
		for _, example := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
			s.add("sort", example)
		}
		return s.kept["sort"]
	}
	if a, b := kept(), kept(); len(a) != 3 || !slices.Equal(a, b) {
		t.Errorf("%v, then %v", a, b)
	}
}
