package tone

import "rostrum/text"

// Level says what a rule of some strictness was measured to find: Precision is how many of what it finds are right,
// Recall how many of what there is it finds. See docs/judgement.md for the posts.
type Level struct {
	Lang              text.Lang
	Of                Of
	Strictness        Strictness
	Precision, Recall float64
	Posts             int // that say so; few tell little
}

// Measured is the month in which the levels were measured, with the weights of MODEL_CARD.md.
const Measured = "2026-11"

// Set names the posts that a level was measured on.
type Set string

// The sets; docs/judgement.md describes them.
const (
	OLID    Set = "olid"    // validation half
	HatEval Set = "hateval" // validation half
	HeldOut Set = "heldout" // a third of our own Lithuanian posts, which nobody tuned on
)

// On says on which posts the level was measured.
func (l Level) On() Set {
	switch {
	case l.Lang == text.Lithuanian:
		return HeldOut
	case l.Of == Hate:
		return HatEval
	}
	return OLID
}

// Levels gives what is known of the levels of strictness. English threats and accusations are missing: lists find
// too few of the exam's to count. English offence is any abuse; Lithuanian offence includes hate.
func Levels() []Level {
	return []Level{
		{text.English, Hate, Strict, 0.69, 0.53, 427}, {text.English, Hate, Balanced, 0.74, 0.44, 427}, {text.English, Hate, Lenient, 0.76, 0.19, 427},
		{text.English, Offensive, Strict, 0.74, 0.35, 459}, {text.English, Offensive, Balanced, 0.78, 0.27, 459}, {text.English, Offensive, Lenient, 0.76, 0.06, 459},
		{text.Lithuanian, Hate, Strict, 0.75, 0.51, 41}, {text.Lithuanian, Hate, Balanced, 0.77, 0.49, 41}, {text.Lithuanian, Hate, Lenient, 0.81, 0.41, 41},
		{text.Lithuanian, Offensive, Strict, 0.71, 0.77, 110}, {text.Lithuanian, Offensive, Balanced, 0.75, 0.75, 110}, {text.Lithuanian, Offensive, Lenient, 0.84, 0.55, 110},
		{text.Lithuanian, Threat, Strict, 1, 0.26, 27}, {text.Lithuanian, Threat, Balanced, 1, 0.26, 27}, {text.Lithuanian, Threat, Lenient, 1, 0.26, 27},
		{text.Lithuanian, Defamation, Strict, 0.92, 0.38, 32}, {text.Lithuanian, Defamation, Balanced, 0.92, 0.38, 32}, {text.Lithuanian, Defamation, Lenient, 1, 0.38, 32},
	}
}
