package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rostrum/handbook"
)

// target gives the whole path of the folder to write, if a handbook may stand there.
func (p *program) target(dir, output string) (string, error) {
	target, err := filepath.Abs(output)
	if err != nil {
		return "", p.unwritten(err)
	}
	if dir == "" {
		dir = findPolicy()
	}
	if dir != "" && inside(dir, target) {
		return "", errors.New(p.say(
			output+" is in the policy folder, which may hold nothing but the policy. Name a folder outside it with -o; nothing was changed",
			output+" yra politikos aplanke, o jame gali būti tik politika. Nurodykite kitą aplanką (-o); niekas nepakeista"))
	}
	return target, p.replaceable(target, output)
}

// inside says whether a whole path is a folder or something in it.
func inside(folder, path string) bool {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return false
	}
	way, err := filepath.Rel(folder, path)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// replaceable gives an error unless the folder is not there, is empty, or is a handbook and nothing but a handbook.
func (p *program) replaceable(dir, shown string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if info, e := os.Stat(dir); e == nil && !info.IsDir() {
		return errors.New(p.say(
			shown+" is a file. Name a folder with -o; nothing was changed",
			shown+" yra failas. Nurodykite aplanką (-o); niekas nepakeista"))
	}
	if err != nil {
		return p.unwritten(err)
	}
	made := handbook.Made{}
	marker, err := os.ReadFile(filepath.Join(dir, handbook.Marker))
	if err != nil || json.Unmarshal(marker, &made) != nil {
		return errors.New(p.say(
			shown+" holds something other than a handbook. Name another folder with -o, or empty it; nothing was changed",
			shown+" aplanke yra ne politikos svetainė. Nurodykite kitą aplanką (-o) arba jį ištuštinkite; niekas nepakeista"))
	}
	stranger, err := foreign(dir, made.Files)
	if err != nil {
		return p.unwritten(err)
	}
	if stranger != "" {
		return fmt.Errorf(p.say(
			"%[1]s has a file that no handbook made: %[2]s. Move it away, or name another folder with -o; nothing was changed",
			"%[1]s yra failas, kuris ne iš politikos svetainės: %[2]s. Perkelkite jį arba nurodykite kitą aplanką (-o); niekas nepakeista"),
			shown, stranger)
	}
	return nil
}

// foreign gives a file in the folder that does not belong to the handbook, or nothing.
func foreign(dir string, files []string) (string, error) {
	found := ""
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path == handbook.Marker || slices.Contains(files, path) {
			return err
		}
		found = path
		return fs.SkipAll
	})
	return found, err
}
