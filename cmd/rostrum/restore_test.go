package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
)

// TestRestoreSaysThatItBeginsPaused: whoever puts back a backup of a company that publishes is told that nothing goes out, why,
// and what to do; whoever looks for the reason later finds it with the doctor, until somebody resumes.
func TestRestoreSaysThatItBeginsPaused(t *testing.T) {
	d := newDesk(t)
	file, again := filepath.Join(t.TempDir(), "backup.db"), filepath.Join(t.TempDir(), "again")
	say := func(language string, args ...string) string {
		var said bytes.Buffer
		run(context.WithoutCancel(t.Context()), args, streams{strings.NewReader(""), &said, &said}, func(name string) string {
			return map[string]string{"ROSTRUM_LANGUAGE": language}[name]
		})
		return said.String()
	}
	has := func(said string, words ...string) {
		t.Helper()
		for _, w := range words {
			if !strings.Contains(said, w) {
				t.Errorf("nothing of %q in:\n%s", w, said)
			}
		}
	}
	if said := say("en", "backup", "--data", d.data, "-o", file); strings.Contains(said, "pause") {
		t.Errorf("a backup pauses nothing: %s", said)
	}
	has(say("en", "restore", file, "--data", again), "Everything begins paused", "not known here", "/pause", "rostrum resume")
	has(say("lt", "restore", file, "--data", again+"-lt"), "Viskas pradedama sustabdyta", "čia nežinoma", "/pause", "rostrum resume")
	has(say("en", "doctor", "--data", again), "everything is paused", "rostrum resume")
	has(say("lt", "doctor", "--data", again), "viskas sustabdyta", "rostrum resume")
	if said := say("en", "doctor", "--data", d.data); strings.Contains(said, "paused") {
		t.Errorf("the server that goes on is told of as paused: %s", said)
	}
}
