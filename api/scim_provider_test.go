package api

import (
	"strings"
	"testing"

	"rostrum/staff/signin"
	"rostrum/store/storetest"
)

// patched is the body of a PATCH with these operations.
func patched(operations string) string {
	return `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[` + operations + `]}`
}

// TestEntraID sends what Microsoft documents for its provisioning service: as it is by default, and as it is with the flag
// for SCIM compliance (“Known issues and resolutions with SCIM 2.0 protocol compliance”).
func TestEntraID(t *testing.T) {
	const enterprise = `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:`
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona, signin.PeopleWrite)
	user := o.want(o.call(token, "POST", "/scim/v2/Users", entraCreate), 201)
	path, id := user.head.Get("Location"), user.at("id").(string)
	for _, c := range []struct{ what, operations, name, outside string }{
		{"several attributes", `{"op":"Replace","path":"displayName","value":"Pvlo"},
			{"op":"Replace","path":"emails[type eq \"work\"].value","value":"TestBcwqnm@test.example.com"},
			{"op":"Replace","path":"name.givenName","value":"Gtfd"},{"op":"Replace","path":"name.familyName","value":"Pkqf"},
			{"op":"Replace","path":"externalId","value":"Eqpj"},{"op":"Replace","path":"` + enterprise + `employeeNumber","value":"Eqpj"}`, "Gtfd Pkqf", "Eqpj"},
		{"several attributes, with the flag", `{"op":"replace","path":"emails[type eq \"work\"].value","value":"TestMhvaes@test.example.com"},
			{"op":"replace","value":{"displayName":"Bjfe","name.givenName":"Kkom","name.familyName":"Unua","` + enterprise + `employeeNumber":"Aklq"}}`, "Kkom Unua", "Eqpj"},
		{"what Rostrum has no use for", `{"op":"Add","path":"nickName","value":"Babs"},{"op":"Add","path":"title","value":"tester"},
			{"op":"Add","path":"addresses[type eq \"work\"].streetAddress","value":"Gedimino pr. 1"},{"op":"Add","path":"phoneNumbers[type eq \"mobile\"].value","value":"+37060000000"},
			{"op":"Add","path":"emails[type eq \"other\"].value","value":"kkom@home.example.com"}`, "Kkom Unua", "Eqpj"},
		{"a manager", `{"op":"Add","path":"` + enterprise + `manager","value":"` + id + `"},{"op":"Add","path":"manager","value":[{"$ref":"../Users/` + id + `","value":"` + id + `"}]}`, "Kkom Unua", "Eqpj"},
		{"no manager", `{"op":"Remove","path":"` + enterprise + `manager"},{"op":"Remove","path":"manager"}`, "Kkom Unua", "Eqpj"},
	} {
		r := o.want(o.call(token, "PATCH", path, patched(c.operations)), 200)
		if r.at("displayName") != c.name || r.at("externalId") != c.outside || r.at("userName") != "test_user_ab6490ee@example.com" || strings.Contains(r.raw, "manager") {
			t.Errorf("%s: %s", c.what, r.raw)
		}
	}
	for _, c := range []struct {
		value  string
		active bool
	}{{`"False"`, false}, {`"True"`, true}, {`false`, false}, {`true`, true}} {
		if r := o.want(o.call(token, "PATCH", path, patched(`{"op":"Replace","path":"active","value":`+c.value+`}`)), 200); r.at("active") != c.active {
			t.Errorf("active %s: %s", c.value, r.raw)
		}
	}
	group := o.want(o.call(token, "POST", "/scim/v2/Groups", `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
		"externalId":"8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159","displayName":"displayName","meta":{"resourceType":"Group"}}`), 201).head.Get("Location")
	add := patched(`{"op":"Add","path":"members","value":[{"$ref":null,"value":"` + id + `"}]}`)
	for _, remove := range []string{`{"op":"Remove","path":"members","value":[{"$ref":null,"value":"` + id + `"}]}`, `{"op":"remove","path":"members[value eq \"` + id + `\"]"}`} {
		if r := o.want(o.call(token, "PATCH", group, add), 200); !strings.Contains(r.raw, id) {
			t.Errorf("added: %s", r.raw)
		}
		if r := o.want(o.call(token, "PATCH", group, patched(remove)), 200); strings.Contains(r.raw, id) {
			t.Errorf("%s: %s", remove, r.raw)
		}
	}
	if r := o.want(o.call(token, "PATCH", group, patched(`{"op":"Replace","path":"displayName","value":"1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName"}`)), 200); !strings.Contains(r.at("displayName").(string), "updated") {
		t.Errorf("renamed: %s", r.raw)
	}
}

// TestOktaPatches sends what Okta documents for applications that take PATCH, and attributes by the filters that its
// mappings use.
func TestOktaPatches(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona, signin.PeopleWrite)
	user := o.want(o.call(token, "POST", "/scim/v2/Users", oktaCreate), 201)
	path, id := user.head.Get("Location"), user.at("id").(string)
	change := patched(`{"op":"replace","value":{"name":{"givenName":"Another","familyName":"User"},"locale":"en-US","emails[primary eq true].value":"other@okta.example"}},
		{"op":"replace","path":"emails[type eq \"work\" and primary eq true].value","value":"other@okta.example"}`)
	if r := o.want(o.call(token, "PATCH", path, change), 200); r.at("displayName") != "Another User" || r.at("userName") != "test.user@okta.example" {
		t.Errorf("changed: %s", r.raw)
	}
	group := o.want(o.call(token, "POST", "/scim/v2/Groups", `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Test SCIMv20","members":[{"value":"`+id+`","display":"test.user@okta.example"}]}`), 201)
	team := group.head.Get("Location")
	if r := o.want(o.call(token, "PATCH", team, patched(`{"op":"replace","path":"members","value":[]}`)), 200); strings.Contains(r.raw, id) {
		t.Errorf("emptied: %s", r.raw)
	}
	if r := o.want(o.call(token, "PATCH", team, patched(`{"op":"replace","path":"members","value":[{"value":"`+id+`","display":"test.user@okta.example"}]}`)), 200); !strings.Contains(r.raw, id) {
		t.Errorf("filled: %s", r.raw)
	}
	for _, active := range []string{"false", "true"} {
		if r := o.want(o.call(token, "PATCH", path, patched(`{"op":"replace","value":{"active":`+active+`}}`)), 200); (active == "true") != (r.at("active") == true) {
			t.Errorf("active %s: %s", active, r.raw)
		}
	}
}

// TestWhoIsToLeaveLeaves: what else a directory asks for in the same request, and cannot have, does not keep anybody in.
func TestWhoIsToLeaveLeaves(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona, signin.PeopleWrite)
	rasa := o.person("Rasa")
	of := o.token(rasa)
	leave := patched(`{"op":"Replace","path":"displayName","value":"Rasa Rasaitė"},{"op":"Add","path":"roles","value":[{"value":"x"}]},{"op":"Replace","path":"active","value":"False"}`)
	if r := o.want(o.call(token, "PATCH", "/scim/v2/Users/"+rasa.ID, leave), 200); r.at("active") != false {
		t.Errorf("%s", r.raw)
	}
	o.want(o.call(of, "GET", "/api/v1/me", ""), 401)
}
