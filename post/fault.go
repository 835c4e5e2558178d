package post

// Fault is what is wrong with a line: a sentence for the person in each language.
type Fault struct{ EN, LT string }

// Error gives the sentence in English.
func (f *Fault) Error() string { return f.EN }

// In gives the sentence in a language.
func (f *Fault) In(lang string) string {
	if lang == "lt" {
		return f.LT
	}
	return f.EN
}
