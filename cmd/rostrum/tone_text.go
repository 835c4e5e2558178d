package main

import (
	"fmt"
	"strings"

	"rostrum/text"
	"rostrum/tone"
)

// toldWords is how many words a person is told; programs get all.
const toldWords = 12

// toneText tells about one post to a person.
func (p *program) toneText(words string, h *hearer, lang text.Lang) error {
	o, err := h.hear(words, lang)
	if err != nil {
		return err
	}
	if o.Lang == "" || o.Lang == text.Other {
		fmt.Fprintln(p.out, p.say("This is neither English nor Lithuanian, so nothing can be said about it.",
			"Tai nei anglų, nei lietuvių kalba, todėl nieko pasakyti negalima."))
		return nil
	}
	s := &o.Scores
	feelings := map[string]string{"negative": p.say("negative", "neigiamas"), "neutral": p.say("neutral", "neutralus"), "positive": p.say("positive", "teigiamas")}
	fmt.Fprintf(p.out, p.say("sentiment  %s (negative %.2f, neutral %.2f, positive %.2f)\n", "jausmas    %s (neigiamas %.2f, neutralus %.2f, teigiamas %.2f)\n"),
		feelings[o.Feeling()], s.Negative, s.Neutral, s.Positive)
	fmt.Fprintf(p.out, p.say("abuse      hate %.2f, offensive %.2f, threat %.2f\n", "užgaulumas neapykanta %.2f, įžeidimas %.2f, grasinimas %.2f\n"), s.Hate, s.Offensive, s.Threat)
	if at := p.aimedAt(h.listener.Target(&o)); at != "" {
		fmt.Fprintf(p.out, p.say("aimed at   %s\n", "nukreipta  %s\n"), at)
	}
	var because []string
	said := o.Words()
	for _, b := range said[:min(len(said), toldWords)] {
		because = append(because, fmt.Sprintf(p.say("“%s” %.2f", "„%s“ %.2f"), printable(words[b.Start:b.End]), b.Weight))
	}
	if len(said) > toldWords {
		because = append(because, "…")
	}
	if len(because) > 0 {
		fmt.Fprintf(p.out, p.say("because    %s\n", "dėl žodžių %s\n"), strings.Join(because, ", "))
	}
	return nil
}

// aimedAt says at whom abuse is aimed; empty where there is none.
func (p *program) aimedAt(t tone.Target) string {
	switch t.At {
	case tone.AtReader:
		return p.say("whoever is spoken to", "į tą, į kurį kreipiamasi")
	case tone.AtPerson:
		return p.say("somebody, or several", "į vieną ar kelis žmones")
	case tone.AtSelf:
		return p.say("the writer", "į patį rašantįjį")
	case tone.AtThing:
		return p.say("a thing", "į daiktą ar reiškinį")
	case tone.AtGroup:
		return fmt.Sprintf(p.say("people for their %s", "į žmones dėl jų %s"), p.trait(t.Trait))
	}
	return ""
}

// trait names what people are a protected group for; the Lithuanian word is in the genitive.
func (p *program) trait(t tone.Trait) string {
	names := map[tone.Trait]string{"religion": "tikėjimo", "race": "rasės", "origin": "kilmės", "orientation": "seksualinės orientacijos",
		"gender": "lyties", "gender identity": "lytinės tapatybės", "disability": "negalios", "age": "amžiaus"}
	return p.say(string(t), names[t])
}
