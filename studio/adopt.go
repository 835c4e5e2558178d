package studio

import (
	"context"
	"regexp"
	"strings"
	"time"

	"rostrum/fault"
	"rostrum/policy"
	"rostrum/staff"
	"rostrum/tone"
)

// Adopt begins a draft of the policy in force in which a rule has another level of strictness, with a comment that says
// why. Like any draft it holds nothing until somebody else has approved it.
func Adopt(ctx context.Context, r Records, who staff.Person, fullName string, level tone.Strictness, name, why string, now time.Time) (Version, error) {
	v, err := Begin(ctx, r, who, "", name, now)
	if err != nil {
		return v, err
	}
	files, err := r.Content(ctx, v.Digest)
	if err != nil {
		return v, err
	}
	loaded, err := policy.Load(files)
	if err != nil {
		return v, err
	}
	rule, ok := levelRule(loaded, fullName)
	if !ok {
		return v, fault.New(fault.NotFound, "The policy in force has no such rule any more.", "Galiojančioje politikoje tokios taisyklės nebėra.")
	}
	file := rule.Place.File
	content, err := withStrictness(string(files[file]), rule, level)
	if err != nil {
		return v, err
	}
	if v, err = Edit(ctx, r, who, v.ID, []Change{{Path: file, Was: Sum(files, file), Content: []byte(content)}}, now); err != nil {
		return v, err
	}
	_, err = Say(ctx, r, who, Comment{Version: v.ID, Clause: rule.Clause, Text: why}, now)
	return v, err
}

func levelRule(p *policy.Policy, fullName string) (LevelRule, bool) {
	for _, c := range p.Clauses {
		for _, r := range LevelRules(c) {
			if r.FullName() == fullName {
				return r, true
			}
		}
	}
	return LevelRule{}, false
}

var (
	strictnessLine = regexp.MustCompile(`^(\s*(?:- )?strictness:\s*)"?(?:strict|balanced|lenient)"?(\s*(?:#.*)?)$`)
	kindLine       = regexp.MustCompile(`^(\s*(?:- )?)kind:\s*"?(?:tone|sense)"?\s*(?:#.*)?$`)
)

// withStrictness writes a level into a clause's file and leaves everything else, comments too, as it was typed.
func withStrictness(content string, r LevelRule, level tone.Strictness) (string, error) {
	lines := strings.Split(content, "\n")
	place := r.Body.Place("strictness")
	if place != r.Place && place.Line <= len(lines) {
		if m := strictnessLine.FindStringSubmatch(lines[place.Line-1]); m != nil {
			lines[place.Line-1] = m[1] + level.String() + m[2]
			return strings.Join(lines, "\n"), nil
		}
		return "", byHand()
	}
	for i := r.Place.Line - 1; i >= 0 && i < len(lines); i++ {
		if m := kindLine.FindStringSubmatch(lines[i]); m != nil {
			line := strings.ReplaceAll(m[1], "-", " ") + "strictness: " + level.String()
			return strings.Join(append(lines[:i+1:i+1], append([]string{line}, lines[i+1:]...)...), "\n"), nil
		}
		if i >= r.Place.Line && strings.HasPrefix(strings.TrimSpace(lines[i]), "- id:") {
			break
		}
	}
	return "", byHand()
}

func byHand() error {
	return fault.New(fault.Conflict,
		"The rule is not written line by line, so the level cannot be put in for you. Begin a draft and write strictness: into the rule.",
		"Taisyklė parašyta ne atskiromis eilutėmis, todėl lygio už jus įrašyti nepavyks. Pradėkite juodraštį ir taisyklėje įrašykite strictness:.")
}
