package text

// Key gives what a form of a word is looked up by: the hash of its folded form, and its Lithuanian diacritics. It is
// Fold, HashString and MarksOf in one, for those who compile many words; it ends the Reader's last Document.
func (r *Reader) Key(form string) (hash, marks uint64) {
	r.begin(form)
	r.fold(form)
	return HashFolded(r.doc.Folded), r.marks(0, len(r.doc.Folded))
}
