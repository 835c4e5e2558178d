package studio_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/studio"
)

// TestFourEyes goes through random sequences of what people can do, and holds every version that is published to the
// promise: approved by somebody with no hand in it, and exactly as it was approved.
func TestFourEyes(t *testing.T) {
	files := starterFiles(t)
	people := []staff.Person{
		person("rasa", staff.PolicyOwner), person("jonas", staff.PolicyOwner), person("ieva", staff.PolicyOwner, staff.Approver),
		person("tomas", staff.Approver), person("ona"), person("petras", staff.Administrator),
	}
	ctx, published, refused := t.Context(), 0, 0
	for seed := range uint64(1000) {
		random := rand.New(rand.NewPCG(seed, 1))
		s, now := newShelf(), day
		hands := map[string]map[string]bool{} // version → who changed it, as seen from outside
		approved := map[string]string{}       // version → digest that somebody voted for
		var draft studio.Version
		err := s.try(func() (err error) {
			draft, err = studio.Import(ctx, s, people[0], files, "Draft", now)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		hands[draft.ID] = map[string]bool{"rasa": true}
		// A submission inspects the folder, which takes long; here every folder is ready.
		for range 30 {
			now = now.Add(time.Hour)
			who := people[random.IntN(len(people))]
			v := s.versions[draft.ID]
			var did string
			err := s.try(func() (err error) {
				switch random.IntN(8) {
				case 0:
					_, err = studio.Edit(ctx, s, who, v.ID, []studio.Change{{Path: "terms/brands.yaml",
						Was: studio.Sum(s.content[v.Digest], "terms/brands.yaml"), Content: fmt.Appendf(nil, "- Banga %d\n", random.IntN(3))}}, now)
					did = "edit"
				case 1:
					step, _ := s.LastStep(ctx, v.ID)
					_, err = studio.Undo(ctx, s, who, v.ID, step.Seq, now)
					did = "edit"
				case 2:
					if v.State == studio.Draft && who.Has(staff.PolicyOwner) {
						v.State, v.Submitted = studio.Review, now
						return s.ChangeVersion(ctx, v)
					}
				case 3, 4:
					_, err = studio.Approve(ctx, s, who, v.ID, v.Digest, now)
					did = "approve"
				case 5:
					_, err = studio.SendBack(ctx, s, who, v.ID, "Too long.", now)
				case 6:
					_, err = studio.Publish(ctx, s, who, v.ID, time.Time{}, now)
				case 7:
					err = studio.Rename(ctx, s, who, v.ID, "Another name", now)
				}
				return err
			})
			if err != nil {
				refused++
				continue
			}
			switch did {
			case "edit":
				if s.versions[v.ID].Digest != v.Digest {
					hands[v.ID][who.ID] = true
				}
			case "approve":
				approved[v.ID] = s.versions[v.ID].Digest
			}
		}
		for id, v := range s.versions {
			if v.State != studio.Published {
				continue
			}
			published++
			if v.Approver == "" || hands[id][v.Approver] || approved[id] != v.Digest || v.Number != 1 {
				t.Fatalf("seed %d: %s approved %q, published %q; editors %v", seed, v.Approver, approved[id], v.Digest, hands[id])
			}
		}
	}
	if published < 50 || refused < 1000 {
		t.Errorf("only %d versions were published and %d calls refused: the sequences try too little", published, refused)
	}
}

func TestFromDraftToForce(t *testing.T) {
	ctx, s := t.Context(), newShelf()
	rasa, tomas := person("rasa", staff.PolicyOwner), person("tomas", staff.Approver)
	company := staff.Company{Name: "Banga", Languages: []string{"lt", "en"}}
	v, err := studio.BeginFromStarter(ctx, s, rasa, company, " First  policy ", day)
	if err != nil || v.Name != "First policy" {
		t.Fatalf("%q, %v", v.Name, err)
	}
	if v, err = studio.Submit(ctx, s, rasa, v.ID, day); err != nil {
		t.Fatal(err)
	}
	if _, err := studio.Approve(ctx, s, rasa, v.ID, v.Digest, day); !fault.Is(err, fault.Forbidden) {
		t.Errorf("an editor approves: %v", err)
	}
	if _, err := studio.Approve(ctx, s, tomas, v.ID, "sha256:another", day); !fault.Is(err, fault.Conflict) {
		t.Errorf("approved without having been read: %v", err)
	}
	if _, err := studio.Publish(ctx, s, rasa, v.ID, day, day); !fault.Is(err, fault.Conflict) {
		t.Errorf("published without approval: %v", err)
	}
	if v, err = studio.Approve(ctx, s, tomas, v.ID, v.Digest, day); err != nil {
		t.Fatal(err)
	}
	if _, err := studio.Publish(ctx, s, rasa, v.ID, day.Add(-time.Hour), day); err == nil {
		t.Error("published in the past")
	}
	if v, err = studio.Publish(ctx, s, rasa, v.ID, day.AddDate(0, 0, 7), day); err != nil || v.Number != 1 {
		t.Fatal(v.Number, err)
	}
	if _, err := s.VersionAt(ctx, day.AddDate(0, 0, 6)); err == nil {
		t.Error("in force before its day")
	}
	next, err := studio.Begin(ctx, s, rasa, v.ID, "Second", day)
	if err != nil || next.Digest != v.Digest || next.Base != v.ID {
		t.Fatalf("%+v, %v", next, err)
	}
	if _, err := studio.Begin(ctx, s, tomas, v.ID, "Third", day); !fault.Is(err, fault.Forbidden) {
		t.Errorf("an approver begins a draft: %v", err)
	}
	if _, err := studio.Begin(ctx, s, rasa, next.ID, "Third", day); !fault.Is(err, fault.Conflict) {
		t.Errorf("a draft of a draft: %v", err)
	}
	if _, err := studio.Edit(ctx, s, rasa, v.ID, nil, day); !fault.Is(err, fault.Conflict) {
		t.Errorf("a published version is changed: %v", err)
	}
	var kinds []string
	for _, e := range s.ledger {
		kinds = append(kinds, e.Kind)
	}
	if got := strings.Join(kinds, " "); got != "policy.begun policy.submitted policy.approved policy.published policy.begun" {
		t.Error(got)
	}
}

func TestVersionsComeIntoForceInTheirOrder(t *testing.T) {
	ctx, s := t.Context(), newShelf()
	rasa := person("rasa", staff.PolicyOwner)
	approvedVersion := func(id string) {
		s.versions[id] = studio.Version{ID: id, State: studio.Approved, Approver: "tomas", Editors: []string{"rasa"}}
	}
	approvedVersion("a")
	approvedVersion("b")
	if _, err := studio.Publish(ctx, s, rasa, "a", day.AddDate(0, 0, 7), day); err != nil {
		t.Fatal(err)
	}
	if _, err := studio.Publish(ctx, s, rasa, "b", day, day); err == nil {
		t.Error("version 2 would be put out of force by version 1 after a week")
	}
	if v, err := studio.Publish(ctx, s, rasa, "b", day.AddDate(0, 0, 7), day); err != nil || v.Number != 2 {
		t.Error(v.Number, err)
	}
}

func TestWhatIsMissingIsTold(t *testing.T) {
	ctx, rasa := t.Context(), person("rasa", staff.PolicyOwner)
	for _, c := range []struct{ name, path, from, to, file, says string }{
		{"a key that nothing reads", "clauses/respect/clause.yaml", "owner:", "ovner:", "clauses/respect/clause.yaml", "Did you mean"},
		{"an example that fares otherwise", "clauses/respect/clause.yaml", "  - passes:", "  - fires:", "clauses/respect/clause.yaml", "should fire"},
		{"no rule against abuse", "clauses/respect/clause.yaml", "derogatory", "etiquette", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, files := newShelf(), starterFiles(t)
			files[c.path] = bytes.Replace(files[c.path], []byte(c.from), []byte(c.to), 1)
			v, err := studio.Import(ctx, s, rasa, files, "Draft", day)
			if err != nil {
				t.Fatal(err)
			}
			_, err = studio.Submit(ctx, s, rasa, v.ID, day)
			lacking, ok := errors.AsType[*studio.NotReady](err)
			if !ok || !fault.Is(err, fault.Invalid) {
				t.Fatalf("submitted: %v", err)
			}
			told := slices.ContainsFunc(lacking.Lacks, func(l studio.Lack) bool {
				return strings.HasPrefix(l.Place.File, c.file) && strings.Contains(l.Text.EN, c.says) && l.Text.LT != ""
			})
			if !told {
				t.Errorf("%+v", lacking.Lacks)
			}
		})
	}
}

func TestAClashKeepsBothTexts(t *testing.T) {
	ctx, s := t.Context(), newShelf()
	files := folder.Files{"policy.yaml": []byte("a"), "clauses/x/en.md": []byte("old"), "clauses/y/en.md": []byte("old")}
	rasa, jonas := person("rasa", staff.PolicyOwner), person("jonas", staff.PolicyOwner)
	v, err := studio.Import(ctx, s, rasa, files, "Draft", day)
	if err != nil {
		t.Fatal(err)
	}
	edit := func(who staff.Person, path, text string) error {
		_, err := studio.Edit(ctx, s, who, v.ID, []studio.Change{{Path: path, Was: studio.Sum(files, path), Content: []byte(text)}}, day)
		return err
	}
	if err := errors.Join(edit(rasa, "clauses/x/en.md", "hers"), edit(jonas, "clauses/y/en.md", "his"), edit(jonas, "clauses/x/en.md", "hers")); err != nil {
		t.Errorf("different clauses, or the same text twice: %v", err)
	}
	clash, ok := errors.AsType[*studio.Clash](edit(jonas, "clauses/x/en.md", "his"))
	if !ok || string(clash.Files[0].Theirs) != "hers" || string(clash.Files[0].Ours) != "his" {
		t.Errorf("%+v", clash)
	}
	if got := string(s.content[s.versions[v.ID].Digest]["clauses/x/en.md"]); got != "hers" {
		t.Errorf("a clash changed the text to %q", got)
	}
	for _, path := range []string{"../etc", "/x", ".git/config", "a/.b", `a\b`, "a\nb", ""} {
		if edit(rasa, path, "x") == nil {
			t.Errorf("%q is taken for a file of a policy", path)
		}
	}
}

func TestDigestIsThePolicys(t *testing.T) {
	files := starterFiles(t)
	loaded, err := policy.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	if studio.Digest(files) != loaded.Digest {
		t.Error("the studio and the policy name the same files differently")
	}
	files["README.md"], files[".git/config"] = []byte("x"), []byte("x")
	v, err := studio.Import(t.Context(), newShelf(), person("rasa", staff.PolicyOwner), files, "Draft", day)
	if err != nil || v.Digest != loaded.Digest {
		t.Errorf("%s, %v", v.Digest, err)
	}
}

func TestImpact(t *testing.T) {
	files := starterFiles(t)
	before, err := policy.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	source := string(files["clauses/respect/clause.yaml"])
	files["clauses/respect/clause.yaml"] = []byte(strings.ReplaceAll(source, "verdict: block", "verdict: review"))
	after, err := policy.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	impact, err := studio.Replay(t.Context(), before, after, studio.ExamplePosts(before, after))
	if err != nil {
		t.Fatal(err)
	}
	if impact.Looser == 0 || impact.Stricter != 0 || impact.Unchanged < 50 || impact.Cut {
		t.Errorf("%d looser, %d stricter, %d unchanged", impact.Looser, impact.Stricter, impact.Unchanged)
	}
	if first := impact.Shifts[0]; first.Clause != "respect" || first.Stricter() {
		t.Errorf("%s: %s → %s", first.Clause, first.Before.Verdict, first.After.Verdict)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if cut, err := studio.Replay(ended, before, after, studio.ExamplePosts(before, after)); err != nil || !cut.Cut {
		t.Errorf("%+v, %v", cut, err)
	}
}

func TestOutline(t *testing.T) {
	var got []string
	for _, h := range studio.Outline(folder.Files{
		"clauses/b/clause.yaml": []byte("number: \"2.10\"\n"), "clauses/b/lt.md": []byte("# Antras\n"),
		"clauses/a/clause.yaml": []byte("{{{ no YAML\n"), "clauses/c/clause.yaml": []byte("owner: x\nnumber: 2.9\n"),
	}) {
		got = append(got, h.ID+" "+h.Number+" "+h.Title.LT)
	}
	if want := []string{"c 2.9 ", "b 2.10 Antras", "a  "}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
