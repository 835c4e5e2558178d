package scim

import (
	"strconv"
	"strings"
	"time"

	"rostrum/staff"
)

// object is a JSON object on its way to the directory.
type object map[string]any

// The names of schemas and messages (RFC 7643, RFC 7644).
const (
	userSchema  = "urn:ietf:params:scim:schemas:core:2.0:User"
	groupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group"
	listMessage = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
	failMessage = "urn:ietf:params:scim:api:messages:2.0:Error"
)

func fail(status int, kind, detail string) object {
	o := object{"schemas": []string{failMessage}, "status": strconv.Itoa(status), "detail": detail}
	if kind != "" {
		o["scimType"] = kind
	}
	return o
}

// userOut is a person as a user. Whoever was invited counts as active: for the directory they are there.
func (v *visit) userOut(p staff.Person, teams map[string]string) object {
	given, family := parted(p.Name)
	o := object{
		"schemas": []string{userSchema}, "id": p.ID, "userName": p.Mail, "displayName": p.Name,
		"name":              object{"formatted": p.Name, "givenName": given, "familyName": family},
		"emails":            []object{{"value": p.Mail, "type": "work", "primary": true}},
		"active":            p.State != staff.Left,
		"preferredLanguage": p.Language, "timezone": p.Zone,
		"meta": object{"resourceType": "User", "location": v.address("Users", p.ID), "created": p.Invited.UTC().Format(time.RFC3339),
			"version": `W/"` + strconv.FormatInt(p.Version, 10) + `"`},
	}
	if p.Outside != "" {
		o["externalId"] = p.Outside
	}
	if p.Team != "" && p.State != staff.Left {
		o["groups"] = []object{{"value": p.Team, "display": teams[p.Team], "$ref": v.address("Groups", p.Team)}}
	}
	return o
}

func (v *visit) groupOut(t staff.Team, members []staff.Person) object {
	listed := make([]object, len(members))
	for i, p := range members {
		listed[i] = object{"value": p.ID, "display": p.Name, "type": "User", "$ref": v.address("Users", p.ID)}
	}
	return object{"schemas": []string{groupSchema}, "id": t.ID, "displayName": t.Name, "members": listed,
		"meta": object{"resourceType": "Group", "location": v.address("Groups", t.ID)}}
}

// address is where a resource is, relative to the server: behind a proxy only the directory knows the host.
func (v *visit) address(kind, id string) string { return Base + "/" + kind + "/" + id }

// parted takes a name apart as well as one can without knowing: the last word is the family name.
func parted(name string) (given, family string) {
	at := strings.LastIndexByte(name, ' ')
	if at < 0 {
		return name, ""
	}
	return name[:at], name[at+1:]
}

// page is the part of a list that the directory asks for: startIndex counts from 1.
type page struct{ start, count int }

const maxCount = 200

func (v *visit) page() (page, error) {
	p := page{1, 100}
	for _, f := range []struct {
		name string
		to   *int
	}{{"startIndex", &p.start}, {"count", &p.count}} {
		if given := v.r.URL.Query().Get(f.name); given != "" {
			n, err := strconv.ParseInt(given, 10, 32)
			if err != nil {
				return p, wrongValue(f.name)
			}
			*f.to = int(n)
		}
	}
	return page{max(p.start, 1), min(max(p.count, 0), maxCount)}, nil
}

func (v *visit) list(total, start int, resources []object) error {
	for i := range resources {
		resources[i] = v.wanted(resources[i])
	}
	if resources == nil {
		resources = []object{}
	}
	write(v.w, 200, object{"schemas": []string{listMessage}, "totalResults": total, "startIndex": start,
		"itemsPerPage": len(resources), "Resources": resources})
	return nil
}
