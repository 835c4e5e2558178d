package studio

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/staff"
)

// Change is what an editor wants one file to be.
type Change struct {
	Path    string
	Was     string // the Sum of the file that the editor saw
	Content []byte // nil removes the file
}

// KeptSteps is how many changes of a version can be undone.
const KeptSteps = 20

// Step is a change that can be undone: what the version was before it.
type Step struct {
	Version string
	Seq     int64 // grows within the version
	Digest  string
	Person  string // who made the change
	At      time.Time
	Paths   []string // the files that it changed
}

// Clash is the error of an edit whose files somebody else changed since the editor saw them. Nothing was changed.
type Clash struct {
	*fault.Fault
	Files []Clashing
}

// Clashing is one file of a clash, as it is now and as the editor wanted it; nil is no file.
type Clashing struct {
	Path         string
	Sum          string // of what is there now
	Theirs, Ours []byte
}

// Unwrap gives the sentence for the person.
func (c *Clash) Unwrap() error { return c.Fault }

// MaxFile is how many bytes a file may have that is changed in the studio.
const MaxFile = 4 << 20

// Edit changes files of a version. Two editors of different files do not notice each other; of the same file, the later
// one gets a [*Clash]. A version that was submitted or approved becomes a draft again.
func Edit(ctx context.Context, r Records, who staff.Person, id string, changes []Change, now time.Time) (Version, error) {
	k := kept{r, who, now}
	v, err := k.open(ctx, id, staff.EditPolicy)
	if err != nil {
		return v, err
	}
	files, err := r.Content(ctx, v.Digest)
	if err != nil {
		return v, err
	}
	edited, paths, err := apply(files, changes)
	if err != nil || len(paths) == 0 {
		return v, err
	}
	return k.replace(ctx, v, edited, paths)
}

// apply gives the files with the changes, and the paths that differ.
func apply(files folder.Files, changes []Change) (folder.Files, []string, error) {
	edited := maps.Clone(files)
	var paths []string
	var clashing []Clashing
	for _, c := range changes {
		if err := c.fits(); err != nil {
			return nil, nil, err
		}
		now, there := files[c.Path]
		if there == (c.Content != nil) && bytes.Equal(now, c.Content) {
			continue
		}
		if Sum(files, c.Path) != c.Was {
			clashing = append(clashing, Clashing{c.Path, Sum(files, c.Path), now, c.Content})
			continue
		}
		paths = append(paths, c.Path)
		if edited[c.Path] = c.Content; c.Content == nil {
			delete(edited, c.Path)
		}
	}
	if clashing != nil {
		return nil, nil, &Clash{fault.New(fault.Conflict,
			"Somebody else changed the same text while you were writing. Nothing is lost: both are shown; decide what is to stand.",
			"Kol rašėte, tą patį tekstą pakeitė kitas. Niekas nedingo: rodomi abu tekstai; nuspręskite, kas turi likti."), clashing}
	}
	return edited, paths, nil
}

func (c Change) fits() error {
	switch {
	case !fs.ValidPath(c.Path) || hidden(c.Path) || len(c.Path) > 200 || !plain(c.Path) || strings.ContainsAny(c.Path, "\\\n"):
		return fault.Of("path", "This is not the name of a file of a policy.", "Tai nėra politikos failo pavadinimas.")
	case len(c.Content) > MaxFile:
		return fault.New(fault.Invalid, "The text is too long: a file may have 4 MB.", "Tekstas per ilgas: failas gali užimti ne daugiau kaip 4 MB.")
	}
	return nil
}

// replace gives the version other files and remembers what was before.
func (k kept) replace(ctx context.Context, v Version, files folder.Files, paths []string) (Version, error) {
	digest := Digest(files)
	if err := k.AddContent(ctx, digest, files); err != nil {
		return v, err
	}
	slices.Sort(paths)
	step := Step{Version: v.ID, Seq: v.Revision, Digest: v.Digest, Person: k.who.ID, At: k.now, Paths: paths}
	if err := k.AddStep(ctx, step); err != nil {
		return v, err
	}
	return k.keep(ctx, v.edited(k.who.ID, digest, k.now), "policy.edited", map[string]string{"digest": digest, "files": strings.Join(paths, " ")}, nil)
}

// Undo takes back the last change of a version, whoever made it; seq says which one the person saw. Whoever undoes is an
// editor too.
func Undo(ctx context.Context, r Records, who staff.Person, id string, seq int64, now time.Time) (Version, error) {
	k := kept{r, who, now}
	v, err := k.open(ctx, id, staff.EditPolicy)
	if err != nil {
		return v, err
	}
	step, err := r.LastStep(ctx, id)
	if err != nil {
		return v, err
	}
	if step.Seq != seq {
		return v, fault.New(fault.Conflict,
			"There was another change meanwhile. Look at it first, and then undo what you mean.",
			"Tuo tarpu atsirado kitas pakeitimas. Pirmiausia jį peržiūrėkite, tada atšaukite tą, kurį norite.")
	}
	if err := r.DropStep(ctx, id, seq); err != nil {
		return v, err
	}
	return k.keep(ctx, v.edited(who.ID, step.Digest, now), "policy.undone",
		map[string]string{"digest": step.Digest, "files": strings.Join(step.Paths, " ")}, nil)
}
