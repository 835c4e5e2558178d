package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rostrum/check"
	"rostrum/fault"
	"rostrum/folder"
	"rostrum/policy"
	"rostrum/policy/starter"
	"rostrum/post"
	"rostrum/server"
)

// spoil hands over bad policy folders and bad configurations: each gives an error that names its place in both languages,
// or is harmless; nothing panics, and what nobody knows is never let through (promise 8).
func spoil(ctx context.Context, n int, r *rand.Rand, t *tally) error {
	files, err := starter.Files(starter.Options{Company: "Banga", Sectors: []string{"finance"}})
	if err != nil {
		return err
	}
	whole, err := folder.Read(files)
	if err != nil {
		return err
	}
	if _, err := policy.Load(whole); err != nil {
		return fmt.Errorf("the policy does not load before it is spoilt: %w", err)
	}
	scratch, err := os.MkdirTemp("", "prove-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	for t.tried < n && ctx.Err() == nil {
		if r.IntN(4) == 0 {
			spoilConfig(r, filepath.Join(scratch, "rostrum.yaml"), t)
		} else {
			spoilPolicy(r, whole, t)
		}
	}
	return ctx.Err()
}

// harm changes a text in one of the ways in which texts go wrong. Where refuse is true nobody may let it through.
func harm(r *rand.Rand, content []byte) (changed []byte, how string, refuse bool) {
	lines := strings.SplitAfter(string(content), "\n")
	i := r.IntN(len(lines))
	join := func(how string) ([]byte, string, bool) {
		return []byte(strings.Join(lines, "")), fmt.Sprintf("%s, line %d", how, i+1), false
	}
	switch r.IntN(8) {
	case 0:
		changed = bytes.Clone(content)
		for range 1 + r.IntN(4) {
			changed[r.IntN(len(changed))] = byte(r.IntN(256))
		}
		return changed, "bytes", false
	case 1:
		return bytes.Clone(content[:r.IntN(len(content))]), "cut", false
	case 2:
		lines[i] = ""
		return join("line gone")
	case 3:
		lines[i] += lines[i]
		return join("line twice")
	case 4:
		key, _, is := strings.Cut(lines[i], ":")
		if is {
			lines[i] = key + ": [1, {a: b}, ~]\n"
		}
		return join("another type")
	case 5:
		lines[i] = " " + lines[i]
		return join("indented")
	case 6:
		lines[i] = strings.ToUpper(lines[i])
		return join("in capitals")
	}
	return append(bytes.Clone(content), "\nnobody_knows_this: 1\n"...), "an unknown key", true
}

func spoilPolicy(r *rand.Rand, whole folder.Files, t *tally) {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(whole)), func(n string) bool { return !strings.HasSuffix(n, ".yaml") })
	name := names[r.IntN(len(names))]
	bad := maps.Clone(whole)
	changed, how, refuse := harm(r, whole[name])
	bad[name] = changed
	what := fmt.Sprintf("%s: %s", name, how)
	defer func() {
		if p := recover(); p != nil {
			t.held(false, "%s: panic: %v", what, p)
		}
	}()
	loaded, err := policy.Load(bad)
	if err == nil && !refuse {
		var checker *check.Checker
		if checker, err = check.Compile(loaded); err == nil {
			checker.Check(&post.Post{Text: "Ąžuolas: our #1 secret, call +370 600 00000 https://examp1e.com"})
		}
	}
	if err == nil {
		t.held(!refuse, "%s: was let through", what)
		return
	}
	t.held(placed(err), "%s: no place, or not in both languages: %v", what, err)
}

// placed tells whether an error names places, in both languages.
func placed(err error) bool {
	var found policy.Problems
	if !errors.As(err, &found) || len(found) == 0 {
		return false
	}
	return !slices.ContainsFunc(found, func(p policy.Problem) bool {
		return p.File == "" || p.Message.In("en") == "" || p.Message.In("lt") == "" || p.Message.In("en") == p.Message.In("lt")
	})
}

const goodConfig = `# A server behind a proxy.
listen: 127.0.0.1:8080
data: /var/lib/rostrum
address: https://rostrum.example.com
mail: smtp://127.0.0.1:25?from=rostrum@example.com
log: json
private-webhooks: false
`

func spoilConfig(r *rand.Rand, path string, t *tally) {
	changed, how, refuse := harm(r, []byte(goodConfig))
	defer func() {
		if p := recover(); p != nil {
			t.held(false, "configuration: %s: panic: %v\n%s", how, p, changed)
		}
	}()
	if err := os.WriteFile(path, changed, 0o600); err != nil {
		t.held(false, "%v", err)
		return
	}
	c := server.Defaults()
	err := c.ReadFile(path)
	if err != nil {
		t.held(strings.Contains(err.Error(), path), "configuration: %s: no place: %v\n%s", how, err, changed)
	} else if err = c.Check(); err == nil {
		t.held(!refuse && !twice(changed), "configuration: %s: was let through\n%s", how, changed)
		return
	}
	f, ok := errors.AsType[*fault.Fault](err)
	t.held(ok && f.EN != "" && f.LT != "" && f.EN != f.LT, "configuration: %s: no fault: %v\n%s", how, err, changed)
}

// twice tells whether a setting is given twice.
func twice(config []byte) bool {
	given := map[string]bool{}
	for line := range strings.Lines(string(config)) {
		key, _, is := strings.Cut(line, ":")
		if is && given[key] {
			return true
		}
		given[key] = is && !strings.HasPrefix(key, "#")
	}
	return false
}
