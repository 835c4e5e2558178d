package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"rostrum/training"
)

const signatureColumns = `person, clause, digest, version, policy, language, at`

func scanSignature(row scanner) (training.Signature, error) {
	var s training.Signature
	var at int64
	err := row.Scan(&s.Person, &s.Clause, &s.Digest, &s.Version, &s.Policy, &s.Language, &at)
	s.At = fromMicros(at)
	return s, err
}

// Signatures gives what a person signed last of each clause.
func (tx *Tx) Signatures(ctx context.Context, person string) ([]training.Signature, error) {
	return many(ctx, tx, scanSignature, `SELECT `+signatureColumns+` FROM signature WHERE person = $1 ORDER BY clause`, person)
}

// SignaturesOf gives the signatures of several people, by person.
func (tx *Tx) SignaturesOf(ctx context.Context, people []string) (map[string][]training.Signature, error) {
	found := map[string][]training.Signature{}
	if len(people) == 0 {
		return found, nil
	}
	all, err := many(ctx, tx, scanSignature, `SELECT `+signatureColumns+` FROM signature WHERE person IN (`+places(1, len(people))+`)`, anys(people)...)
	for _, s := range all {
		found[s.Person] = append(found[s.Person], s)
	}
	return found, err
}

// SignedDigests gives the digest that a person signed last of each clause, by the clause's id.
func (tx *Tx) SignedDigests(ctx context.Context, person string) (map[string]string, error) {
	signed, err := tx.Signatures(ctx, person)
	digests := make(map[string]string, len(signed))
	for _, s := range signed {
		digests[s.Clause] = s.Digest
	}
	return digests, err
}

// AddSignatures keeps one person's signatures and gives those that were not there yet. The same person's transactions
// wait for each other, so that what is counted is what is signed.
func (tx *Tx) AddSignatures(ctx context.Context, signatures []training.Signature) ([]training.Signature, error) {
	if len(signatures) == 0 {
		return nil, nil
	}
	person := signatures[0].Person
	if err := tx.exec(ctx, `INSERT INTO signer (person, signed) VALUES ($1, '') ON CONFLICT (person) DO UPDATE SET signed = signer.signed`, person); err != nil {
		return nil, err
	}
	var added []training.Signature
	for _, s := range signatures {
		result, err := tx.ExecContext(ctx, `INSERT INTO signature (`+signatureColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7)
			ON CONFLICT (person, clause) DO UPDATE SET digest = excluded.digest, version = excluded.version, policy = excluded.policy,
			language = excluded.language, at = excluded.at WHERE signature.digest <> excluded.digest`,
			person, s.Clause, s.Digest, s.Version, s.Policy, s.Language, micros(s.At))
		if err != nil {
			return nil, err
		}
		if n, err := result.RowsAffected(); err != nil {
			return nil, err
		} else if n > 0 {
			added = append(added, s)
		}
	}
	if len(added) == 0 {
		return nil, nil
	}
	return added, tx.countSigner(ctx, person)
}

// countSigner notes which set of digests a person has signed now.
func (tx *Tx) countSigner(ctx context.Context, person string) error {
	signed, err := tx.SignedDigests(ctx, person)
	if err != nil {
		return err
	}
	var digests []string
	for _, d := range signed {
		digests = append(digests, d)
	}
	slices.Sort(digests)
	list, err := inJSON(digests)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(list))
	id := hex.EncodeToString(sum[:16])
	if err := tx.exec(ctx, `INSERT INTO signed_set (id, digests) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING`, id, list); err != nil {
		return err
	}
	return tx.exec(ctx, `UPDATE signer SET signed = $1 WHERE person = $2`, id, person)
}

// Standings counts the active people by team, roles and what they have signed.
func (tx *Tx) Standings(ctx context.Context) ([]training.Standing, error) {
	var sets []string
	standings, err := many(ctx, tx, func(row scanner) (training.Standing, error) {
		var s training.Standing
		var roles string
		if err := row.Scan(&s.Team, &roles, &s.Set, &s.People); err != nil {
			return s, err
		}
		sets = append(sets, s.Set)
		return s, fromJSON(roles, &s.Roles)
	}, `SELECT COALESCE(p.team, ''), p.roles, COALESCE(s.signed, ''), count(*) FROM person p LEFT JOIN signer s ON s.person = p.id
		WHERE p.state = 'active' GROUP BY p.team, p.roles, s.signed`)
	if err != nil {
		return nil, err
	}
	digests, err := tx.signedSets(ctx, sets)
	for i := range standings {
		standings[i].Signed = digests[standings[i].Set]
	}
	return standings, err
}

// SignersAfter gives up to limit active people in the order of their names, those after the person with the id where that
// is not empty, of one team where that is not empty, and without those who have signed one of the sets in but.
func (tx *Tx) SignersAfter(ctx context.Context, after, team string, but []string, limit int) ([]training.Signer, error) {
	query := `SELECT ` + personColumns + `, COALESCE(s.signed, '') FROM person LEFT JOIN signer s ON s.person = id WHERE state = 'active'`
	args := []any{limit}
	if after != "" {
		args = append(args, after)
		query += fmt.Sprintf(` AND (name_order, id) > (SELECT name_order, id FROM person WHERE id = $%d)`, len(args))
	}
	if team != "" {
		args = append(args, team)
		query += fmt.Sprintf(` AND team = $%d`, len(args))
	}
	if len(but) > 0 {
		query += ` AND COALESCE(s.signed, '') NOT IN (` + places(len(args)+1, len(but)) + `)`
		args = append(args, anys(but)...)
	}
	var sets []string
	signers, err := many(ctx, tx, func(row scanner) (training.Signer, error) {
		var set string
		p, err := scanPerson(more{row, &set})
		sets = append(sets, set)
		return training.Signer{Person: p}, err
	}, query+` ORDER BY name_order, id LIMIT $1`, args...)
	if err != nil {
		return nil, err
	}
	digests, err := tx.signedSets(ctx, sets)
	for i := range signers {
		signers[i].Signed = digests[sets[i]]
	}
	return signers, err
}

// signedSets gives sets of digests by their ids.
func (tx *Tx) signedSets(ctx context.Context, ids []string) (map[string][]string, error) {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	sets := map[string][]string{}
	for some := range slices.Chunk(ids, 1000) {
		rows, err := many(ctx, tx, func(row scanner) (pair [2]string, err error) { return pair, row.Scan(&pair[0], &pair[1]) },
			`SELECT id, digests FROM signed_set WHERE id IN (`+places(1, len(some))+`)`, anys(some)...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			var digests []string
			if err := fromJSON(r[1], &digests); err != nil {
				return nil, err
			}
			sets[r[0]] = digests
		}
	}
	return sets, nil
}

// places gives n parameters from the first on: $5, $6, $7.
func places(first, n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("$%d", first+i)
	}
	return strings.Join(all, ", ")
}

func anys(list []string) []any {
	all := make([]any, len(list))
	for i, s := range list {
		all[i] = s
	}
	return all
}

// more is a row with one column more than who scans it knows of.
type more struct {
	scanner
	last any
}

func (m more) Scan(into ...any) error { return m.scanner.Scan(append(into, m.last)...) }
