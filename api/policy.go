package api

import (
	"context"
	"math"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rostrum/folder"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/studio"
)

const archiveType = "application/gzip"

// Version is a version of the policy as programs see it.
type Version struct {
	ID        string     `json:"id"`
	Number    int        `json:"number" doc:"1, 2, 3 in the order of publication; 0 before."`
	Name      string     `json:"name"`
	State     string     `json:"state" enum:"draft,review,approved,published,withdrawn"`
	Digest    string     `json:"digest" doc:"Names exactly these files."`
	Base      string     `json:"base,omitempty" doc:"The id of the version that it was made from."`
	Editors   []string   `json:"editors" nullable:"false"`
	Approver  string     `json:"approver,omitempty"`
	Created   *time.Time `json:"created,omitempty"`
	Changed   *time.Time `json:"changed,omitempty"`
	Submitted *time.Time `json:"submitted,omitempty"`
	Effective *time.Time `json:"effective,omitempty" doc:"The moment from which it holds."`
	Published *time.Time `json:"published,omitempty"`
}

func versionOut(v studio.Version) Version {
	return Version{v.ID, v.Number, v.Name, string(v.State), v.Digest, v.Base, append([]string{}, v.Editors...), v.Approver,
		moment(v.Created), moment(v.Changed), moment(v.Submitted), moment(v.Effective), moment(v.Published)}
}

type versionAnswer struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     Version
}

// VersionID names a version.
type VersionID struct {
	ID string `path:"id" maxLength:"40" doc:"An id, a number, or current for the version in force."`
}

func (s *Server) policyOperations(a huma.API) {
	offer(s, a, getting("list-versions", "/policy/versions", signin.PolicyRead, "policy", "List versions of the policy", "Politikos versijų sąrašas"), s.versions)
	offer(s, a, getting("get-version", "/policy/versions/{id}", signin.PolicyRead, "policy", "Get one version", "Viena versija"), s.version)
	offer(s, a, getting("get-version-files", "/policy/versions/{id}/files", signin.PolicyRead, "policy", "Get the folder of a version, as .tar.gz", "Versijos aplankas .tar.gz archyve"), s.versionFiles)
	offer(s, a, posting("import-version", "/policy/versions", signin.PolicyWrite, "policy", "Make a draft of a policy folder, sent as .tar.gz", "Sukurti juodraštį iš politikos aplanko, atsiųsto .tar.gz archyve").created(), s.importVersion)
	offer(s, a, posting("submit-version", "/policy/versions/{id}/submit", signin.PolicyWrite, "policy", "Ask for another person's approval of a draft", "Pateikti juodraštį tvirtinti kitam žmogui"), s.submitVersion)
}

type versionsQuestion struct {
	Paged
	Open bool `query:"open" doc:"Those that are being worked on or wait, in place of the published ones."`
}

type versionsAnswer struct {
	Body struct {
		Items []Version `json:"items" nullable:"false"`
		Next  string    `json:"next,omitempty" doc:"The cursor of the next page; absent on the last."`
	}
}

func (s *Server) versions(ctx context.Context, c *call, in *versionsQuestion) (*versionsAnswer, error) {
	below, err := in.number(math.MaxInt32)
	if err != nil {
		return nil, err
	}
	if err := staff.May(c.who, staff.SeeVersions); err != nil {
		return nil, err
	}
	if in.Open && !mayStudio(c.who) {
		return nil, staff.May(c.who, staff.EditPolicy)
	}
	var found []studio.Version
	err = s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		if in.Open {
			found, err = tx.Versions(ctx, 200, studio.Draft, studio.Review, studio.Approved)
		} else {
			found, err = tx.PublishedBelow(ctx, int(min(below, math.MaxInt32)), in.Limit+1)
		}
		return err
	})
	out := &versionsAnswer{}
	out.Body.Items = []Version{}
	if !in.Open && len(found) > in.Limit {
		found = found[:in.Limit]
		out.Body.Next = cursor(strconv.Itoa(found[in.Limit-1].Number))
	}
	for _, v := range found {
		if maySee(c, v) {
			out.Body.Items = append(out.Body.Items, versionOut(v))
		}
	}
	return out, err
}

// mayStudio tells whether a person works on versions that are not in force yet.
func mayStudio(who staff.Person) bool {
	return staff.May(who, staff.EditPolicy) == nil || staff.May(who, staff.ApprovePolicy) == nil
}

func maySee(c *call, v studio.Version) bool {
	return mayStudio(c.who) || v.State == studio.Published && !v.Effective.After(c.now)
}

// find gives a version that the caller may see.
func (id VersionID) find(ctx context.Context, c *call, tx *store.Tx) (v studio.Version, err error) {
	if err := staff.May(c.who, staff.SeeVersions); err != nil {
		return v, err
	}
	number, notNumber := strconv.ParseInt(id.ID, 10, 32)
	switch {
	case id.ID == "current":
		v, err = tx.VersionAt(ctx, c.now)
	case notNumber == nil:
		v, err = tx.VersionNumbered(ctx, int(number))
	default:
		v, err = tx.Version(ctx, id.ID)
	}
	if err == nil && !maySee(c, v) {
		err = staff.May(c.who, staff.EditPolicy)
	}
	return v, err
}

func (s *Server) version(ctx context.Context, c *call, in *VersionID) (*versionAnswer, error) {
	var v studio.Version
	err := s.Store.Read(ctx, func(tx *store.Tx) (err error) {
		v, err = in.find(ctx, c, tx)
		return err
	})
	return &versionAnswer{ETag: etag(v.Revision), Body: versionOut(v)}, err
}

type filesAnswer struct {
	ETag        string `header:"ETag"`
	Type        string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        []byte `contentType:"application/gzip"`
}

func (s *Server) versionFiles(ctx context.Context, c *call, in *VersionID) (*filesAnswer, error) {
	out := &filesAnswer{Type: archiveType, Disposition: `attachment; filename="policy.tar.gz"`}
	err := s.Store.Read(ctx, func(tx *store.Tx) error {
		v, err := in.find(ctx, c, tx)
		if err != nil {
			return err
		}
		files, err := tx.Content(ctx, v.Digest)
		if err != nil {
			return err
		}
		out.ETag = `"` + v.Digest + `"`
		out.Body, err = files.Pack()
		return err
	})
	return out, err
}

type importQuestion struct {
	Repeatable
	Name    string `query:"name" required:"true" maxLength:"200" doc:"What the draft is about."`
	RawBody []byte `contentType:"application/gzip"`
}

func (s *Server) importVersion(ctx context.Context, c *call, in *importQuestion) (*versionAnswer, error) {
	files, err := folder.Unpack(in.RawBody)
	if err != nil {
		return nil, err
	}
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*versionAnswer, error) {
		v, err := studio.Import(ctx, tx, c.who, files, in.Name, c.now)
		return &versionAnswer{ETag: etag(v.Revision), Location: "/api/v1/policy/versions/" + v.ID, Body: versionOut(v)}, err
	})
}

type submitQuestion struct {
	VersionID
	Matching
	Repeatable
}

func (s *Server) submitVersion(ctx context.Context, c *call, in *submitQuestion) (*versionAnswer, error) {
	return change(ctx, s, c, in.Repeatable, func(tx *store.Tx) (*versionAnswer, error) {
		v, err := in.find(ctx, c, tx)
		if err != nil {
			return nil, err
		}
		if err := in.as(v.Revision); err != nil {
			return nil, err
		}
		v, err = studio.Submit(ctx, tx, c.who, v.ID, c.now)
		return &versionAnswer{ETag: etag(v.Revision), Body: versionOut(v)}, err
	})
}
