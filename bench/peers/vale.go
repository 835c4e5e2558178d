package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const (
	valeVersion = "github.com/vale-cli/vale/v3/cmd/vale@v3.21.0"
	postsAFile  = 1000
)

// vale is Vale as a process over files of posts, with each expression as a rule of its own and no other rule.
func vale(folder string, all []expression) (contestant, error) {
	install := exec.Command("go", "install", valeVersion)
	install.Env = append(os.Environ(), "GOBIN="+folder)
	if out, err := install.CombinedOutput(); err != nil {
		return contestant{}, fmt.Errorf("building Vale: %w\n%s", err, out)
	}
	if err := writeStyles(folder, all); err != nil {
		return contestant{}, err
	}
	return contestant{"Vale 3.21.0, 1,000 posts a file", func(posts []string) ([][]string, time.Duration, error) {
		files, err := writePosts(folder, posts)
		if err != nil {
			return nil, 0, err
		}
		args := append([]string{"--no-global", "--no-exit", "--output=JSON", "--config=" + filepath.Join(folder, "vale.ini")}, files...)
		run := exec.Command(filepath.Join(folder, "vale"), args...)
		run.Env = append(os.Environ(), "GOMAXPROCS=1")
		run.Stderr = os.Stderr
		out, err := run.Output()
		if err != nil {
			return nil, 0, err
		}
		found, err := readAlerts(out, files, len(posts))
		return found, run.ProcessState.UserTime() + run.ProcessState.SystemTime(), err
	}}, nil
}

func writeStyles(folder string, all []expression) error {
	styles := filepath.Join(folder, "styles", "Peers")
	if err := os.MkdirAll(styles, 0o700); err != nil {
		return err
	}
	for _, e := range all {
		var b strings.Builder
		b.WriteString("extends: existence\nmessage: \"%s\"\nlevel: suggestion\nignorecase: true\ntokens:\n")
		for _, token := range e.tokens {
			b.WriteString("  - " + quoted(token) + "\n")
		}
		if err := os.WriteFile(filepath.Join(styles, e.name+".yml"), []byte(b.String()), 0o600); err != nil {
			return err
		}
	}
	config := "StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Peers\n"
	return os.WriteFile(filepath.Join(folder, "vale.ini"), []byte(config), 0o600)
}

// writePosts writes each post as a paragraph of one line: post n of a file stands on line 2n+1.
func writePosts(folder string, posts []string) ([]string, error) {
	var files []string
	for start := 0; start < len(posts); start += postsAFile {
		var b strings.Builder
		for _, p := range posts[start:min(start+postsAFile, len(posts))] {
			b.WriteString(strings.Join(strings.Fields(p), " ") + "\n\n")
		}
		name := filepath.Join(folder, fmt.Sprintf("%06d.txt", start))
		if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
			return nil, err
		}
		files = append(files, name)
	}
	return files, nil
}

// readAlerts gives what Vale's JSON says, post by post.
func readAlerts(out []byte, files []string, posts int) ([][]string, error) {
	var alerts map[string][]struct {
		Check string
		Line  int
	}
	if err := json.Unmarshal(out, &alerts); err != nil {
		return nil, fmt.Errorf("its answer cannot be read: %w", err)
	}
	found := make([][]string, posts)
	for i, name := range files {
		for _, a := range alerts[name] {
			at := i*postsAFile + (a.Line-1)/2
			found[at] = with(found[at], strings.TrimPrefix(a.Check, "Peers."))
		}
	}
	return found, nil
}
