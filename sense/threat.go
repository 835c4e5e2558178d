package sense

import (
	"math"

	"rostrum/text"
	"rostrum/tone"
)

// Threatens gives how surely a text threatens in whatever words, from 0 to 1, and the words that say so: 0.5 is what a strict
// rule would just tell, 0 what it would not. Lists of words are not asked.
func (m *Model) Threatens(d *text.Document) (score float32, because []Word) {
	if !m.Wake(d).Has(Threat) {
		return 0, nil
	}
	t := NewText(d, nil, nil)
	said := m.Read(t, Threat)
	if !m.Enough(said, Threat, tone.Strict) {
		return 0, nil
	}
	over := float64(said.Sum - m.Limits[Threat][tone.Strict])
	return float32(1 / (1 + math.Exp(-over))), m.Because(t, Threat, said)
}
