package store

import (
	"context"
	"fmt"
	"strings"

	"rostrum/staff"
)

// NamesOf gives the names of those of the ids that are a person's, a team's, a policy version's, an account's or a guest's.
func (tx *Tx) NamesOf(ctx context.Context, ids []string) (map[string]string, error) {
	names := make(map[string]string, len(ids))
	if len(ids) == 0 {
		return names, nil
	}
	args, places := make([]any, len(ids)), make([]string, len(ids))
	for i, id := range ids {
		args[i], places[i] = id, fmt.Sprintf("$%d", i+1)
	}
	in := ` WHERE id IN (` + strings.Join(places, ", ") + `)`
	named, err := many(ctx, tx, scanNamed, `SELECT id, name FROM person`+in+` UNION ALL SELECT id, name FROM team`+in+
		` UNION ALL SELECT id, name FROM policy_version`+in+` UNION ALL SELECT id, handle FROM brand_account`+in+
		` UNION ALL SELECT id, name FROM approval_guest`+in, args...)
	for _, n := range named {
		names[n.ID] = n.Name
	}
	return names, err
}

func scanNamed(row scanner) (staff.Person, error) {
	var p staff.Person
	return p, row.Scan(&p.ID, &p.Name)
}
