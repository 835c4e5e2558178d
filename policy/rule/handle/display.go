package handle

import "bytes"

// nameImitates tells whom the name shown beside a handle imitates: it is the company's, with or without words that
// make it look official or a check mark that no network gave.
func (j *judge) nameImitates(n *name, m *space) (*model, bool) {
	bare := *n
	bare.core = withoutSigns(bare.core)
	bare.host = nil
	for i := range j.models {
		if model := &j.models[i]; len(model.core) >= minModel && bytes.Equal(model.core, bare.core) {
			return model, true
		}
	}
	model, how, found := j.imitates(&bare, m)
	return model, found && how != elsewhere
}

// withoutSigns leaves the letters of a folded name: check marks and emoji are decoration.
func withoutSigns(core []byte) []byte {
	letters := core[:0]
	for _, c := range core {
		if c < 0x80 {
			letters = append(letters, c)
		}
	}
	return letters
}
