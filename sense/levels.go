package sense

import (
	"rostrum/text"
	"rostrum/tone"
)

// Level says what a rule of some strictness was measured to find: Precision is how many of what it finds are right,
// Recall how many of what there is it finds. See docs/judgement.md for the posts.
type Level struct {
	Lang              text.Lang
	Of                Of
	Strictness        tone.Strictness
	Precision, Recall float64
	Posts             int // that say so; few tell little
}

// Measured is the month in which the levels were measured, with the weights of MODEL_CARD.md.
const Measured = "2026-11"

// Exam names the posts that all levels were measured on: those of sense/exam, half of which say nothing that is looked for.
const Exam = "exam"

// share is precision and recall.
type share struct{ precision, recall float64 }

// Levels gives what is known of the levels of strictness, from strict to lenient.
func Levels() []Level {
	var all []Level
	for _, m := range []struct {
		lang                      text.Lang
		of                        Of
		posts                     int
		strict, balanced, lenient share
	}{
		{text.English, Finance, 30, share{0.80, 0.80}, share{0.95, 0.67}, share{1, 0.67}},
		{text.Lithuanian, Finance, 30, share{0.89, 0.83}, share{0.87, 0.67}, share{0.87, 0.67}},
		{text.English, Health, 30, share{0.90, 0.87}, share{1, 0.83}, share{1, 0.73}},
		{text.Lithuanian, Health, 30, share{0.89, 0.83}, share{0.91, 0.70}, share{0.91, 0.70}},
		{text.English, Boast, 30, share{1, 0.73}, share{1, 0.73}, share{1, 0.43}},
		{text.Lithuanian, Boast, 30, share{0.96, 0.77}, share{1, 0.73}, share{1, 0.63}},
		{text.English, Praise, 15, share{0.86, 0.80}, share{0.82, 0.60}, share{1, 0.33}},
		{text.Lithuanian, Praise, 15, share{1, 0.40}, share{1, 0.40}, share{1, 0.33}},
		{text.English, Paid, 15, share{0.92, 0.73}, share{1, 0.60}, share{1, 0.53}},
		{text.Lithuanian, Paid, 15, share{0.90, 0.60}, share{0.90, 0.60}, share{0.88, 0.47}},
		{text.English, Borrowed, 30, share{1, 0.73}, share{1, 0.70}, share{1, 0.57}},
		{text.Lithuanian, Borrowed, 30, share{0.83, 0.63}, share{0.82, 0.60}, share{0.86, 0.60}},
		{text.English, Illness, 30, share{0.84, 0.70}, share{0.95, 0.67}, share{1, 0.60}},
		{text.Lithuanian, Illness, 30, share{0.87, 0.67}, share{0.94, 0.57}, share{1, 0.43}},
		{text.English, Threat, 30, share{1, 0.70}, share{1, 0.60}, share{1, 0.43}},
		{text.Lithuanian, Threat, 30, share{1, 0.57}, share{1, 0.47}, share{1, 0.43}},
		{text.English, Accusation, 30, share{0.92, 0.77}, share{1, 0.67}, share{1, 0.53}},
		{text.Lithuanian, Accusation, 30, share{0.95, 0.60}, share{0.94, 0.57}, share{0.94, 0.53}},
	} {
		all = append(all,
			Level{m.lang, m.of, tone.Strict, m.strict.precision, m.strict.recall, m.posts},
			Level{m.lang, m.of, tone.Balanced, m.balanced.precision, m.balanced.recall, m.posts},
			Level{m.lang, m.of, tone.Lenient, m.lenient.precision, m.lenient.recall, m.posts})
	}
	return all
}
