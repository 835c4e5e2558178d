package text

// Key gives what a form of a word is looked up by: the hash of its folded form, and its Lithuanian diacritics. It is
// Fold, HashString and MarksOf in one, for those who compile many words; it ends the Reader's last Document.
func (r *Reader) Key(form string) (hash, marks uint64) {
	if isPlain(form) {
		r.doc.Folded = append(r.doc.Folded[:0], form...)
		return HashFolded(r.doc.Folded), 0
	}
	r.begin(form)
	r.fold(form)
	return HashFolded(r.doc.Folded), r.marks(0, len(r.doc.Folded))
}

// isPlain tells that a text is small ASCII letters only, which fold to themselves.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}
