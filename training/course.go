package training

import (
	"slices"
	"strings"

	"rostrum/policy"
)

// Course is a training of speakers.yaml: clauses to sign, and a quiz made from their examples.
type Course struct {
	ID      string
	Name    policy.Text
	Months  int      // for how long it counts once passed; 0: see DefaultDays
	Clauses []string // ids, in the order of the policy
	Teams   []string // ids of the policy's teams whose grants need it
}

// taught says which points of a complete policy (policy.Points) the four trainings of the starter teach, beside the point
// that is called like the training.
func taught(training string) []string {
	switch training {
	case "brand-guidelines":
		return []string{"speakers", "credit", "disclosure"}
	case "etiquette":
		return []string{"derogatory", "personal_brand", "conflict", "responses"}
	case "confidentiality":
		return []string{"confidentiality_training", "confidential", "privacy"}
	case "consequences":
		return []string{"illegal", "breach"}
	}
	return nil
}

// Courses gives the courses of a policy in the order of speakers.yaml. A training that no point is called like teaches
// the whole policy.
func Courses(p *policy.Policy) []Course {
	var courses []Course
	for i := range p.Speakers.Trainings {
		t := &p.Speakers.Trainings[i]
		c := Course{ID: t.ID, Name: t.Name, Months: t.ValidMonths}
		points := append(taught(t.ID), strings.ReplaceAll(t.ID, "-", "_"))
		for _, clause := range p.Clauses {
			if slices.ContainsFunc(clause.Covers, func(point string) bool { return slices.Contains(points, point) }) {
				c.Clauses = append(c.Clauses, clause.ID)
			}
		}
		if c.Clauses == nil {
			for _, clause := range p.Clauses {
				c.Clauses = append(c.Clauses, clause.ID)
			}
		}
		for _, g := range p.Speakers.Grants {
			if slices.Contains(g.Training, t.ID) && !slices.Contains(c.Teams, g.Team) {
				c.Teams = append(c.Teams, g.Team)
			}
		}
		courses = append(courses, c)
	}
	return courses
}

// CourseOf gives the course with an id, or a fault NotFound.
func CourseOf(p *policy.Policy, id string) (Course, error) {
	for _, c := range Courses(p) {
		if c.ID == id {
			return c, nil
		}
	}
	return Course{}, missing("There is no such course in the policy in force.", "Galiojančioje politikoje tokių mokymų nėra.")
}

// Has tells whether a clause belongs to the course.
func (c Course) Has(clause string) bool { return slices.Contains(c.Clauses, clause) }
