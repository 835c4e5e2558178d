package handle

import (
	"bytes"

	"rostrum/policy/rule/link/likeness"
)

// manner says how a name imitates another.
type manner uint8

const (
	elsewhere manner = iota // the same name on another server
	letters                 // letters or digits that look alike
	spelling                // a letter more, less or exchanged, or other dots and underscores
	official                // with a word that makes it look official
	freeMail                // an e-mail address that anyone can have
	display                 // the name that is shown beside the handle
)

// model is a name that may be imitated.
type model struct {
	shown   string
	core    []byte
	canon   []byte
	letters uint64
	handle  bool // one of the company's handles; otherwise the name of the company or a brand
}

const (
	minModel = 4 // letters; shorter names stand in too many others
	minTypo  = 5
	longName = 9 // from here on, names rarely lie one letter apart by chance
)

func newModel(shown string, core []byte, handle bool) model {
	return model{shown, core, likeness.Canonical(nil, core), likeness.Letters(core), handle}
}

// judge holds names against the models.
type judge struct {
	own     []name
	allowed []name
	models  []model // first those of own, in the same order
	words   words
}

// isOwn tells whether a handle is one of the company's or allowed. Without a server it is, wherever it has the name.
func (j *judge) isOwn(n *name) bool {
	return among(j.own, n) || among(j.allowed, n)
}

func among(names []name, n *name) bool {
	for i := range names {
		o := &names[i]
		if bytes.Equal(n.full, o.full) || bytes.Equal(n.local, o.local) && (len(n.host) == 0 || bytes.Equal(n.host, o.host)) {
			return true
		}
	}
	return false
}

// imitates tells whom a handle that is not the company's imitates.
func (j *judge) imitates(n *name, m *space) (*model, manner, bool) {
	for i := range j.own {
		if len(n.host) > 0 && len(n.core) >= minModel && bytes.Equal(n.local, j.own[i].local) {
			return &j.models[i], elsewhere, true
		}
	}
	canon := likeness.Canonical(m.canon[:0], n.core)
	set := likeness.Letters(n.core)
	for i := range j.models {
		model := &j.models[i]
		if len(model.core) < minModel {
			continue
		}
		if how, found := j.compare(model, n, canon, set); found {
			return model, how, true
		}
	}
	return nil, 0, false
}

func (j *judge) compare(m *model, n *name, canon []byte, set uint64) (manner, bool) {
	switch {
	case bytes.Equal(m.core, n.core) && !n.ascii:
		return letters, true
	case bytes.Equal(m.core, n.core):
		return spelling, m.handle
	case bytes.Equal(m.canon, canon):
		return letters, true
	case likeness.Differ(m.letters, set) <= 2 && isTypo(m, n.core):
		return spelling, true
	}
	return official, j.isDressed(m, canon)
}

func isTypo(m *model, core []byte) bool {
	if len(m.core) < minTypo || likeness.Distance(m.core, core, 1) != 1 {
		return false
	}
	return likeness.Slip(m.core, core) || len(m.core) >= longName && !bytes.HasPrefix(core, m.core[:len(m.core)-1])
}

// isDressed tells whether a name is the model's with words that make it look official: banga_support, realbanga.
func (j *judge) isDressed(m *model, canon []byte) bool {
	at := bytes.Index(canon, m.canon)
	if at < 0 {
		return false
	}
	before, ok := j.words.additions(canon[:at])
	if !ok {
		return false
	}
	after, ok := j.words.additions(canon[at+len(m.canon):])
	return ok && (before+after > 0 || m.handle)
}
