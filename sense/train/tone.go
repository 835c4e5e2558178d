package main

import (
	"strings"

	"rostrum/bench/corpus"
	"rostrum/sense"
	"rostrum/sense/labelled"
	"rostrum/text"
)

// tonePosts were labelled for tone: for threats and accusations too, those of groups for threats only.
var tonePosts = map[text.Lang][]string{
	text.English:    {"tone/english/posts.jsonl", "tone/english/groups.jsonl"},
	text.Lithuanian: {"tone/lithuanian/posts.jsonl", "tone/lithuanian/second.jsonl", "tone/lithuanian/third.jsonl", "tone/lithuanian/groups.jsonl"},
}

// meantPosts are abuse and threats, and as many harmless posts in the same words. They were labelled for threats, and nobody asked
// whether they say something else.
var meantPosts = map[text.Lang]string{text.English: "tone/english/meant.jsonl", text.Lithuanian: "tone/lithuanian/meant.jsonl"}

const noThreat = "no threat"

// readTone reads the posts that were labelled for tone: for threats and accusations they are labelled, for the rest they are
// ordinary.
func (p *posts) readTone(s *labelled.Scribe) error {
	for _, file := range tonePosts[p.lang] {
		lines, err := corpus.Objects[labelled.Line](file)
		if err != nil {
			return err
		}
		for i := range lines {
			p.addTone(s, &lines[i])
		}
	}
	return p.readMeant(s)
}

func (p *posts) readMeant(s *labelled.Scribe) error {
	lines, err := corpus.Objects[labelled.Line](meantPosts[p.lang])
	for i := range lines {
		k := learnable(s, &lines[i], p.lang)
		if k.says = noThreat; lines[i].Threat {
			k.says = sense.Threat.String()
		}
		k.asked = []sense.Of{sense.Threat}
		p.labelled = append(p.labelled, k)
	}
	return err
}

func (p *posts) addTone(s *labelled.Scribe, l *labelled.Line) {
	l.Label = "none"
	switch {
	case l.Threat:
		l.Label = sense.Threat.String()
	case l.Accusation:
		l.Label = sense.Accusation.String()
	}
	k := learnable(s, l, p.lang)
	heldOut := strings.HasPrefix(l.ID, "lt-") && third(l.ID)
	switch {
	case heldOut && l.Label == "none":
		p.unseen = append(p.unseen, k)
	case heldOut:
	case l.Label == "none":
		p.everyday = append(p.everyday, k)
	default:
		k.asked = []sense.Of{sense.Threat, sense.Accusation}
		p.labelled = append(p.labelled, k)
	}
}
