package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rostrum/staff"
)

// PeopleFilter narrows people down; empty fields do not.
type PeopleFilter struct {
	Query string // beginnings of words of the name, the address or the team's name
	Team  string
	State staff.State
	// After and Before are ids of people: the list goes on behind the one, or ends before the other.
	After, Before string
}

// FindPeople gives up to limit people by name.
func (tx *Tx) FindPeople(ctx context.Context, f PeopleFilter, limit int) ([]staff.Person, error) {
	where, args, err := tx.peopleWhere(ctx, f)
	if err != nil {
		return nil, err
	}
	order := `ORDER BY name_order, id`
	switch {
	case f.After != "":
		args = append(args, f.After)
		where = append(where, fmt.Sprintf(`(name_order, id) > (SELECT name_order, id FROM person WHERE id = $%d)`, len(args)))
	case f.Before != "":
		args = append(args, f.Before)
		where = append(where, fmt.Sprintf(`(name_order, id) < (SELECT name_order, id FROM person WHERE id = $%d)`, len(args)))
		order = `ORDER BY name_order DESC, id DESC`
	}
	args = append(args, limit)
	found, err := many(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM person WHERE `+strings.Join(where, " AND ")+
		fmt.Sprintf(` %s LIMIT $%d`, order, len(args)), args...)
	if f.Before != "" {
		slices.Reverse(found)
	}
	return found, err
}

// CountFound counts the people whom a filter finds, by state; its own State, After and Before do not matter.
func (tx *Tx) CountFound(ctx context.Context, f PeopleFilter) (map[staff.State]int, error) {
	f.State = ""
	where, args, err := tx.peopleWhere(ctx, f)
	if err != nil {
		return nil, err
	}
	type counted struct {
		state staff.State
		n     int
	}
	rows, err := many(ctx, tx, func(row scanner) (counted, error) {
		var c counted
		return c, row.Scan(&c.state, &c.n)
	}, `SELECT state, count(*) FROM person WHERE `+strings.Join(where, " AND ")+` GROUP BY state`, args...)
	counts := map[staff.State]int{}
	for _, c := range rows {
		counts[c.state] = c.n
	}
	return counts, err
}

func (tx *Tx) peopleWhere(ctx context.Context, f PeopleFilter) (where []string, args []any, err error) {
	where = []string{"1 = 1"}
	for _, field := range []struct{ column, value string }{{"state", string(f.State)}, {"team", f.Team}} {
		if field.value != "" {
			args = append(args, field.value)
			where = append(where, fmt.Sprintf("%s = $%d", field.column, len(args)))
		}
	}
	terms := staff.SearchTerms(f.Query)
	if len(terms) == 0 {
		return where, args, nil
	}
	teams, err := tx.TeamNames(ctx)
	if err != nil {
		return nil, nil, err
	}
	// The words are met first and the people fetched by id, whatever a planner thinks of how many that will be.
	found := make([]string, len(terms))
	for i, term := range terms {
		// 0xff is in no UTF-8, so it follows every word that begins with the term.
		args = append(args, []byte(term), append([]byte(term), 0xff))
		found[i] = fmt.Sprintf("SELECT person FROM person_word WHERE word >= $%d AND word < $%d", len(args)-1, len(args))
		if called := teamsCalled(teams, term); len(called) > 0 {
			found[i] = `SELECT person FROM (` + found[i] + ` UNION SELECT id FROM person WHERE team IN (` + places(len(args)+1, len(called)) + `)) AS called`
			args = append(args, anys(called)...)
		}
	}
	return append(where, `id IN (`+strings.Join(found, " INTERSECT ")+`)`), args, nil
}

// teamsCalled gives the ids of the teams of whose names a word begins with the term.
func teamsCalled(teams []staff.Team, term string) []string {
	var ids []string
	for _, t := range teams {
		if slices.ContainsFunc(staff.SearchTerms(t.Name), func(word string) bool { return strings.HasPrefix(word, term) }) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}
