package studio_test

import (
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/ledger"
	"rostrum/policy/starter"
	"rostrum/staff"
	"rostrum/studio"
)

// shelf keeps in memory what the store keeps in tables.
type shelf struct {
	versions map[string]studio.Version
	content  map[string]folder.Files
	steps    []studio.Step
	comments map[string]studio.Comment
	ledger   []ledger.Entry
}

func newShelf() *shelf {
	return &shelf{versions: map[string]studio.Version{}, content: map[string]folder.Files{}, comments: map[string]studio.Comment{}}
}

// try runs a change as a transaction does: all of it, or none.
func (s *shelf) try(change func() error) error {
	before := shelf{maps.Clone(s.versions), maps.Clone(s.content), slices.Clone(s.steps), maps.Clone(s.comments), slices.Clone(s.ledger)}
	err := change()
	if err != nil {
		*s = before
	}
	return err
}

func missing() error { return fault.New(fault.NotFound, "Not here.", "Nėra.") }

func (s *shelf) Version(_ context.Context, id string) (studio.Version, error) {
	if v, ok := s.versions[id]; ok {
		return v, nil
	}
	return studio.Version{}, missing()
}

func (s *shelf) VersionToChange(ctx context.Context, id string) (studio.Version, error) {
	return s.Version(ctx, id)
}

func (s *shelf) VersionAt(_ context.Context, at time.Time) (found studio.Version, err error) {
	err = missing()
	for _, v := range s.versions {
		if v.State == studio.Published && !v.Effective.After(at) && (err != nil || v.Effective.After(found.Effective) ||
			v.Effective.Equal(found.Effective) && v.Number > found.Number) {
			found, err = v, nil
		}
	}
	return found, err
}

func (s *shelf) AddVersion(_ context.Context, v studio.Version) error {
	s.versions[v.ID] = v
	return nil
}

func (s *shelf) ChangeVersion(_ context.Context, v studio.Version) error {
	v.Revision++
	s.versions[v.ID] = v
	return nil
}

func (s *shelf) LastNumber(context.Context) (last int, _ error) {
	for _, v := range s.versions {
		last = max(last, v.Number)
	}
	return last, nil
}

func (s *shelf) Content(_ context.Context, digest string) (folder.Files, error) {
	if f, ok := s.content[digest]; ok {
		return f, nil
	}
	return nil, missing()
}

func (s *shelf) AddContent(_ context.Context, digest string, files folder.Files) error {
	s.content[digest] = files
	return nil
}

func (s *shelf) AddStep(_ context.Context, step studio.Step) error {
	s.steps = append(s.steps, step)
	return nil
}

func (s *shelf) LastStep(_ context.Context, version string) (studio.Step, error) {
	for _, step := range slices.Backward(s.steps) {
		if step.Version == version {
			return step, nil
		}
	}
	return studio.Step{}, missing()
}

func (s *shelf) DropStep(_ context.Context, version string, seq int64) error {
	s.steps = slices.DeleteFunc(s.steps, func(x studio.Step) bool { return x.Version == version && x.Seq == seq })
	return nil
}

func (s *shelf) AddComment(_ context.Context, c studio.Comment) error {
	s.comments[c.ID] = c
	return nil
}

func (s *shelf) Comment(_ context.Context, id string) (studio.Comment, error) {
	if c, ok := s.comments[id]; ok {
		return c, nil
	}
	return studio.Comment{}, missing()
}

func (s *shelf) ResolveComment(_ context.Context, thread, person string, at time.Time) error {
	c := s.comments[thread]
	c.Resolver, c.Resolved = person, at
	s.comments[thread] = c
	return nil
}

func (s *shelf) Append(_ context.Context, e ledger.Entry) error {
	s.ledger = append(s.ledger, e)
	return nil
}

var day = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func person(id string, roles ...staff.Role) staff.Person {
	return staff.Person{ID: id, Name: id, State: staff.Active, Roles: roles}
}

// starterFiles is the policy that a company begins with.
func starterFiles(t *testing.T) folder.Files {
	t.Helper()
	source, err := starter.Files(starter.Options{Company: "Banga", Languages: []string{"lt", "en"}, Today: day})
	if err != nil {
		t.Fatal(err)
	}
	files, err := folder.Read(source)
	if err != nil {
		t.Fatal(err)
	}
	return files
}
