package scim

import (
	"encoding/json"
	"strings"

	"rostrum/staff"
)

// patch is the body of PATCH (RFC 7644, 3.5.2).
type patch struct {
	Operations []change `json:"Operations"`
}

// change is one operation. Entra ID writes op with a capital, and some leave the path to the keys of the value.
type change struct {
	Op    string          `json:"op"`
	Path  string          `json:"path"`
	Value json.RawMessage `json:"value"`
}

const maxOperations = 1000

// target is a resource to which changes are made.
type target interface {
	// set gives an attribute a value; add says that it joins those there are.
	set(p path, value json.RawMessage, add bool) error
	// unset takes an attribute, or the values of it that are named, away.
	unset(p path, value json.RawMessage) error
}

// apply makes all changes, in their order.
func (p patch) apply(to target) error {
	if len(p.Operations) == 0 || len(p.Operations) > maxOperations {
		return invalid("invalidSyntax", "Operations must hold 1 to 1000 changes.", "„Operations“ turi būti nuo 1 iki 1000 pakeitimų.")
	}
	for _, c := range p.Operations {
		if err := c.apply(to); err != nil {
			return err
		}
	}
	return nil
}

// part tells whether the changes that can be made part with somebody.
func (p patch) part(with staff.Person) bool {
	u := userOf(with)
	for _, c := range p.Operations[:min(len(p.Operations), maxOperations)] {
		_ = c.apply(u)
	}
	return !u.active
}

func (c change) apply(to target) error {
	op := strings.ToLower(c.Op)
	if op != "add" && op != "replace" && op != "remove" {
		return invalid("invalidSyntax", "An operation is add, replace or remove.", "Operacija yra add, replace arba remove.")
	}
	if strings.TrimSpace(c.Path) == "" {
		return c.spread(to, op)
	}
	p, err := parsePath(c.Path)
	if err != nil || p.foreign {
		return err
	}
	if op == "remove" {
		return to.unset(p, c.Value)
	}
	return to.set(p, c.Value, op == "add")
}

// spread makes a change without a path: each key of the value is one.
func (c change) spread(to target, op string) error {
	if op == "remove" {
		return invalid("noTarget", "To remove something, name it in the path.", "Norėdami ką nors pašalinti, įvardykite tai kelyje.")
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(c.Value, &all); err != nil || all == nil {
		return wrongValue("value")
	}
	return spread(to, all, op == "add")
}

// spread sets every attribute that an object has. Which schema it follows and what only the server gives are passed over.
func spread(to target, all map[string]json.RawMessage, add bool) error {
	for name, value := range all {
		p, err := parsePath(name)
		if err != nil {
			return err
		}
		if p.foreign || p.attribute == "schemas" || p.attribute == "id" || p.attribute == "meta" {
			continue
		}
		if err := to.set(p, value, add); err != nil {
			return err
		}
	}
	return nil
}

// text reads a value that is a text; null is an empty one.
func text(attribute string, value json.RawMessage) (string, error) {
	var s string
	if len(value) == 0 {
		return "", wrongValue(attribute)
	}
	if err := json.Unmarshal(value, &s); err != nil {
		return "", wrongValue(attribute)
	}
	return s, nil
}

// truth reads a value that is true or false. Entra ID writes "True" and "False".
func truth(attribute string, value json.RawMessage) (bool, error) {
	switch strings.ToLower(strings.Trim(string(value), `"`)) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	return false, wrongValue(attribute)
}

func wrongValue(attribute string) error {
	return invalid("invalidValue", "The value of “"+attribute+"” is of the wrong kind.", "Netinkamos rūšies „"+attribute+"“ reikšmė.")
}
