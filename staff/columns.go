package staff

import (
	"fmt"
	"strings"

	"rostrum/fault"
)

// column is what a column of a list of people says.
type column int

const (
	nameColumn    column = iota
	surnameColumn        // joined to the name
	mailColumn
	teamColumn
	rolesColumn
	languageColumn
)

// columnNames are the heads by which columns are known, plain.
func columnNames() map[string]column {
	known := map[string]column{}
	for c, names := range map[column]string{
		nameColumn:     "name,full name,first name,given name,vardas,vardas pavarde,vardas ir pavarde",
		surnameColumn:  "surname,last name,family name,pavarde",
		mailColumn:     "mail,e-mail,email,mail address,e-mail address,email address,pastas,el. pastas,el pastas,el. pasto adresas,e. pastas,elektroninis pastas",
		teamColumn:     "team,department,komanda,skyrius,padalinys",
		rolesColumn:    "roles,role,vaidmenys,vaidmuo",
		languageColumn: "language,kalba",
	} {
		for name := range strings.SplitSeq(names, ",") {
			known[name] = c
		}
	}
	return known
}

// heads is the first line of a list.
type heads struct {
	separator rune
	at        map[column]int
	width     int
	ignored   []string
}

// readHeads reads the first line. The separator is the one by which most columns are known.
func readHeads(text string) (*heads, error) {
	known := columnNames()
	best := &heads{}
	for _, separator := range []rune{',', ';', '\t'} {
		h := &heads{separator: separator, at: map[column]int{}}
		record, err := cells(text, separator)
		if err != nil {
			continue
		}
		h.width = len(record)
		for i, head := range record {
			c, ok := known[plain(head)]
			if _, twice := h.at[c]; ok && !twice {
				h.at[c] = i
			} else if head != "" {
				h.ignored = append(h.ignored, head)
			}
		}
		if len(h.at) > len(best.at) {
			best = h
		}
	}
	_, name := best.at[nameColumn]
	_, mail := best.at[mailColumn]
	if !name || !mail {
		return nil, fault.Of("file", "The first line must name the columns, at least “name” and “mail”; “team”, “roles” and “language” may follow.",
			"Pirmoje eilutėje turi būti stulpelių pavadinimai: bent „vardas“ ir „el. paštas“; dar gali būti „komanda“, „vaidmenys“ ir „kalba“.")
	}
	return best, nil
}

// roleNames are the roles as people write them, plain.
func roleNames() map[string]Role {
	return map[string]Role{
		"employee": Employee, "darbuotojas": Employee, "darbuotoja": Employee,
		"author": Author, "autorius": Author, "autore": Author,
		"approver": Approver, "tvirtintojas": Approver, "tvirtintoja": Approver,
		"case handler": CaseHandler, "case_handler": CaseHandler, "kreipiniu tvarkytojas": CaseHandler, "kreipiniu tvarkytoja": CaseHandler,
		"policy owner": PolicyOwner, "policy_owner": PolicyOwner, "politikos seimininkas": PolicyOwner, "politikos seimininke": PolicyOwner,
		"security": Security, "saugumas": Security,
		"auditor": Auditor, "auditorius": Auditor, "auditore": Auditor,
		"administrator": Administrator, "administratorius": Administrator, "administratore": Administrator,
	}
}

// rolesNamed reads a cell of roles, between which a comma, semicolon, slash or bar stands.
func rolesNamed(cell string) ([]Role, error) {
	if cell == "" {
		return nil, nil
	}
	known, roles := roleNames(), []Role{}
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return strings.ContainsRune(",;/|+", r) }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		role, ok := known[plain(part)]
		if !ok {
			return nil, fault.Of("roles", fmt.Sprintf("There is no role “%s”.", part), fmt.Sprintf("Vaidmens „%s“ nėra.", part))
		}
		roles = append(roles, role)
	}
	return append([]Role{}, tidyRoles(roles)...), nil
}

// languageNamed reads a cell of a language.
func languageNamed(cell string) (string, error) {
	switch plain(cell) {
	case "":
		return "", nil
	case "en", "eng", "english", "anglu":
		return "en", nil
	case "lt", "lit", "lithuanian", "lietuviu":
		return "lt", nil
	}
	return "", fault.Of("language", fmt.Sprintf("The languages are en and lt, not “%s”.", cell), fmt.Sprintf("Kalbos yra lt ir en, ne „%s“.", cell))
}
