package web

import (
	"cmp"
	"sync"
)

// shelf keeps what takes long to make and never changes: versions of the policy, their books, sites and PDFs, by name. Whoever asks for
// something that is being made waits for it; what could not be made is tried again.
type shelf struct {
	most int // how many things stay in memory; keptOnShelf where it is 0
	mu   sync.Mutex
	kept map[string]*shelved
}

type shelved struct {
	mu    sync.Mutex
	done  bool
	value any
}

// How many things stay in memory: of those that a shelf holds, and of whole versions of the policy.
const (
	keptOnShelf  = 48
	keptPolicies = 8
)

// fromShelf gives the thing of a name, made when it is first asked for.
func fromShelf[T any](s *shelf, name string, make func() (T, error)) (T, error) {
	one := s.place(name)
	one.mu.Lock()
	defer one.mu.Unlock()
	if one.done {
		return one.value.(T), nil
	}
	value, err := make()
	if err == nil {
		one.done, one.value = true, value
	}
	return value, err
}

func (s *shelf) place(name string) *shelved {
	s.mu.Lock()
	defer s.mu.Unlock()
	if one, ok := s.kept[name]; ok {
		return one
	}
	if s.kept == nil {
		s.kept = map[string]*shelved{}
	}
	for other := range s.kept {
		if len(s.kept) < cmp.Or(s.most, keptOnShelf) {
			break
		}
		delete(s.kept, other)
	}
	s.kept[name] = &shelved{}
	return s.kept[name]
}
