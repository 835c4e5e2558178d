package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rostrum/check"
	"rostrum/policy"
	"rostrum/policy/starter"
)

// policyFolder gives the folder that a command is to use, its name for messages, and whether it is a person's own.
func (p *program) policyFolder(dir string) (folder fs.FS, name string, own bool, err error) {
	if dir == "" {
		dir = findPolicy()
	}
	if dir == "" {
		return starter.Embedded(), "", false, nil
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, "", false, errors.New(p.say(
			fmt.Sprintf("there is no folder %s. Name a policy folder with --policy, or make one with: rostrum init %s --company \"…\"", dir, dir),
			fmt.Sprintf("aplanko %s nėra. Nurodykite politikos aplanką (--policy) arba sukurkite jį: rostrum init %s --company \"…\"", dir, dir)))
	case err != nil:
		return nil, "", false, errors.New(dir + ": " + p.cause(err))
	case !info.IsDir():
		return nil, "", false, errors.New(p.say(
			dir+" is a file. A policy is a folder with a policy.yaml in it: name the folder",
			dir+" yra failas. Politika – tai aplankas, kuriame yra policy.yaml: nurodykite aplanką"))
	}
	return os.DirFS(dir), dir, true, nil
}

// cause says why a file or folder cannot be read, without its name. Rarer causes are in the system's own words.
func (p *program) cause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return p.say(err.Error(), "tokio failo ar aplanko nėra")
	case errors.Is(err, fs.ErrPermission):
		return p.say(err.Error(), "trūksta teisių")
	}
	return err.Error()
}

// findPolicy looks for policy.yaml in the working folder and above it.
func findPolicy() string {
	dir, err := os.Getwd()
	for err == nil {
		if _, e := os.Stat(filepath.Join(dir, "policy.yaml")); e == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
	return ""
}

// load reads a policy folder. Faults name the file as the person sees it.
func (p *program) load(dir string) (*policy.Policy, error) {
	folder, name, own, err := p.policyFolder(dir)
	if err != nil {
		return nil, err
	}
	if !own {
		fmt.Fprintln(p.err, p.say(
			"No policy.yaml here or above, so the starter policy is used. Write your own with: rostrum init",
			"Nei čia, nei aukščiau policy.yaml nėra, todėl taikoma pradinė politika. Savąją sukursite su „rostrum init“."))
	}
	loaded, err := policy.Load(folder)
	return loaded, p.faults(err, name)
}

// compile reads a policy folder and makes it ready for checking.
func (p *program) compile(dir string) (*check.Checker, error) {
	loaded, err := p.load(dir)
	if err != nil {
		return nil, err
	}
	checker, err := check.Compile(loaded)
	return checker, p.faults(err, dir)
}

// faults puts the folder's name before the places of problems, so that an editor can open them.
func (p *program) faults(err error, dir string) error {
	var found policy.Problems
	if !errors.As(err, &found) {
		return err
	}
	head := p.say("the policy has faults and cannot be used:", "politikoje yra klaidų, todėl ja remtis negalima:")
	text := head
	for _, f := range found {
		f.File = filepath.Join(dir, f.File)
		text += "\n  " + f.In(p.lang)
	}
	return errors.New(text)
}
