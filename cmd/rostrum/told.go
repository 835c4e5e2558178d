package main

import (
	"errors"

	"rostrum/fault"
)

// told gives an error as the person at the terminal reads it. They run the program, so what is behind it is said too.
func (p *program) told(err error) error {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return errors.New(f.In(p.lang))
	}
	return err
}
