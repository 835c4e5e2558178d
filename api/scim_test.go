package api

import (
	"strings"
	"testing"

	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

// The bodies are those that Microsoft Entra ID and Okta document for their provisioning, with our people in them.
const (
	entraCreate = `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
		"externalId":"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef","userName":"Test_User_ab6490ee@example.com","active":true,
		"emails":[{"primary":true,"type":"work","value":"Test_User_ab6490ee@example.com"}],"meta":{"resourceType":"User"},
		"name":{"formatted":"givenName familyName","familyName":"familyName","givenName":"givenName"},"roles":[],
		"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Sales","manager":"x"}}`
	entraRename = `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
		{"op":"Replace","path":"emails[type eq \"work\"].value","value":"updatedEmail@example.com"},
		{"op":"Replace","path":"name.familyName","value":"updatedFamilyName"},
		{"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"Legal"}]}`
	entraMail    = `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"userName","value":"5b50642d@example.com"}]}`
	entraDisable = `{"Operations":[{"op":"Replace","path":"active","value":"False"}],"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"]}`
	entraEnable  = `{"Operations":[{"op":"Add","value":{"active":"True","name.givenName":"Again"}}],"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"]}`
	oktaCreate   = `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"test.user@okta.example","name":{"givenName":"Test","familyName":"User"},
		"emails":[{"primary":true,"value":"test.user@okta.example","type":"work"}],"displayName":"Test User","locale":"en-US",
		"externalId":"00ujl29u0le5T6Aj10h7","groups":[],"password":"1mz050nq","active":true}`
	oktaDisable = `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","value":{"active":false}}]}`
)

func TestUsersOfADirectory(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		o := newOffice(t, s)
		token := o.token(o.ona, signin.PeopleWrite)
		nobody := o.want(o.call(token, "GET", "/scim/v2/Users?filter=userName+eq+%22Test_User_ab6490ee%40example.com%22", ""), 200)
		if nobody.at("totalResults") != 0.0 {
			t.Errorf("before: %s", nobody.raw)
		}
		made := o.want(o.call(token, "POST", "/scim/v2/Users", entraCreate, "Content-Type", "application/scim+json"), 201)
		if made.at("userName") != "test_user_ab6490ee@example.com" || made.at("name", "familyName") != "familyName" || made.at("active") != true ||
			made.at("externalId") != "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef" || len(o.invited) != 1 {
			t.Errorf("made: %s", made.raw)
		}
		if r := o.want(o.call(token, "POST", "/scim/v2/Users", entraCreate), 409); r.at("scimType") != "uniqueness" || r.at("status") != "409" {
			t.Errorf("twice: %s", r.raw)
		}
		path := made.head.Get("Location")
		for _, filter := range []string{`userName eq "TEST_user_ab6490ee@example.com"`, `externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"`,
			`urn:ietf:params:scim:schemas:core:2.0:User:userName Eq "test_user_ab6490ee@example.com"`} {
			r := o.want(o.call(token, "GET", "/scim/v2/Users?filter="+escaped(filter), ""), 200)
			if r.at("totalResults") != 1.0 || !strings.Contains(r.raw, path) {
				t.Errorf("%s: %s", filter, r.raw)
			}
		}
		if r := o.want(o.call(token, "PATCH", path, entraRename), 200); r.at("displayName") != "givenName updatedFamilyName" || r.at("userName") != "test_user_ab6490ee@example.com" {
			t.Errorf("renamed: %s", r.raw)
		}
		if r := o.want(o.call(token, "PATCH", path, entraMail), 200); r.at("userName") != "5b50642d@example.com" {
			t.Errorf("mail: %s", r.raw)
		}
		for range 2 { // a directory says it again
			if r := o.want(o.call(token, "PATCH", path, entraDisable), 200); r.at("active") != false {
				t.Errorf("disabled: %s", r.raw)
			}
		}
		if r := o.want(o.call(token, "PATCH", path, entraEnable), 200); r.at("active") != true || r.at("displayName") != "Again updatedFamilyName" || len(o.invited) != 2 {
			t.Errorf("enabled: %s %v", r.raw, o.invited)
		}
		o.want(o.call(token, "DELETE", path, ""), 204)
		o.want(o.call(token, "GET", path, ""), 404)
		o.want(o.call(token, "DELETE", path, ""), 404)
		back := o.want(o.call(token, "POST", "/scim/v2/Users", strings.ReplaceAll(entraCreate, "Test_User_ab6490ee", "5b50642d")), 201)
		if back.head.Get("Location") != path {
			t.Errorf("somebody who comes back is another: %s", back.raw)
		}
		o.want(o.call(token, "GET", path, ""), 200)
	})
}

func TestOkta(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona, signin.PeopleWrite)
	// Okta tries a new connection with this.
	if r := o.want(o.call(token, "GET", "/scim/v2/Users?startIndex=1&count=2", ""), 200); r.at("startIndex") != 1.0 || r.at("itemsPerPage") == nil {
		t.Errorf("tried: %s", r.raw)
	}
	made := o.want(o.call(token, "POST", "/scim/v2/Users", oktaCreate), 201)
	if made.at("displayName") != "Test User" || strings.Contains(made.raw, "1mz050nq") {
		t.Errorf("made: %s", made.raw)
	}
	path, id := made.head.Get("Location"), made.at("id").(string)
	put := strings.Replace(oktaCreate, `"familyName":"User"`, `"familyName":"Userauskaitė"`, 1)
	if r := o.want(o.call(token, "PUT", path, put), 200); r.at("displayName") != "Test Userauskaitė" {
		t.Errorf("put: %s", r.raw)
	}
	group := o.want(o.call(token, "POST", "/scim/v2/Groups", `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Test SCIMv2","members":[]}`), 201)
	team := group.head.Get("Location")
	add := `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"add","path":"members","value":[{"value":"` + id + `","display":"test.user@okta.example"}]}]}`
	if r := o.want(o.call(token, "PATCH", team, add), 200); !strings.Contains(r.raw, id) {
		t.Errorf("added: %s", r.raw)
	}
	if r := o.want(o.call(token, "GET", "/scim/v2/Groups?excludedAttributes=members&filter="+escaped(`displayName eq "test scimv2"`), ""), 200); r.at("totalResults") != 1.0 || strings.Contains(r.raw, id) {
		t.Errorf("found: %s", r.raw)
	}
	remove := `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"remove","path":"members[value eq \"` + id + `\"]"},
		{"op":"replace","value":{"id":"` + strings.TrimPrefix(team, "/scim/v2/Groups/") + `","displayName":"Renamed"}}]}`
	if r := o.want(o.call(token, "PATCH", team, remove), 200); strings.Contains(r.raw, id) || r.at("displayName") != "Renamed" {
		t.Errorf("removed: %s", r.raw)
	}
	o.want(o.call(token, "PUT", team, `{"displayName":"Renamed","members":[{"value":"`+id+`"}]}`), 200)
	entraRemove := `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Remove","path":"members","value":[{"value":"` + id + `"}]}]}`
	if r := o.want(o.call(token, "PATCH", team, entraRemove), 200); strings.Contains(r.raw, id) {
		t.Errorf("removed as Entra ID does: %s", r.raw)
	}
	o.want(o.call(token, "PATCH", team, add), 200)
	if r := o.want(o.call(token, "PATCH", path, oktaDisable), 200); r.at("active") != false {
		t.Errorf("disabled: %s", r.raw)
	}
	o.want(o.call(token, "DELETE", team, ""), 204)
	o.want(o.call(token, "GET", team, ""), 404)
	o.want(o.call(token, "GET", path, ""), 200)
}

// TestLeaverWithADraft has the directory part with a policy owner: the administrator of the token goes on with the draft.
func TestLeaverWithADraft(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona, signin.PeopleWrite)
	rasa := o.person("Rasa", staff.PolicyOwner)
	of := o.token(rasa)
	ctx := t.Context()
	var draft studio.Version
	o.must(o.store.Write(ctx, func(tx *store.Tx) (err error) {
		draft, err = studio.Begin(ctx, tx, rasa, "", "Draft", o.now)
		return err
	}))
	o.want(o.call(token, "PATCH", "/scim/v2/Users/"+rasa.ID, entraDisable), 200)
	o.want(o.call(of, "GET", "/api/v1/me", ""), 401)
	o.must(o.store.Read(ctx, func(tx *store.Tx) error {
		v, err := tx.Version(ctx, draft.ID)
		if v.Editor != o.ona.ID {
			t.Errorf("the draft is with %s", v.Editor)
		}
		return err
	}))
	if r := o.want(o.call(token, "PATCH", "/scim/v2/Users/"+o.ona.ID, entraDisable), 403); r.at("detail") == nil {
		t.Errorf("oneself: %s", r.raw)
	}
}

func TestScimRefuses(t *testing.T) {
	o := newOffice(t, storetest.SQLite(t))
	token := o.token(o.ona, signin.PeopleWrite)
	user := "/scim/v2/Users/" + o.person("Rasa").ID
	for name, c := range map[string]struct {
		method, path, body string
		status             int
		kind               string
	}{
		"other comparison": {"GET", "/scim/v2/Users?filter=" + escaped(`userName sw "a"`), "", 400, "invalidFilter"},
		"two conditions":   {"GET", "/scim/v2/Users?filter=" + escaped(`userName eq "a" or active eq "b"`), "", 400, "invalidFilter"},
		"other attribute":  {"GET", "/scim/v2/Users?filter=" + escaped(`title eq "a"`), "", 400, "invalidFilter"},
		"no index":         {"GET", "/scim/v2/Users?startIndex=x", "", 400, "invalidValue"},
		"no JSON":          {"POST", "/scim/v2/Users", "{", 400, "invalidSyntax"},
		"a list":           {"POST", "/scim/v2/Users", "[]", 400, "invalidSyntax"},
		"no address":       {"POST", "/scim/v2/Users", `{"userName":"rasa"}`, 400, "invalidValue"},
		"a number":         {"POST", "/scim/v2/Users", `{"userName":5}`, 400, "invalidValue"},
		"no operations":    {"PATCH", user, `{}`, 400, "invalidSyntax"},
		"no such op":       {"PATCH", user, `{"Operations":[{"op":"move","path":"active"}]}`, 400, "invalidSyntax"},
		"no target":        {"PATCH", user, `{"Operations":[{"op":"remove"}]}`, 400, "noTarget"},
		"bad path":         {"PATCH", user, `{"Operations":[{"op":"replace","path":"name[","value":"x"}]}`, 400, "invalidPath"},
		"no attribute":     {"PATCH", user, `{"Operations":[{"op":"replace","path":"salary","value":"x"}]}`, 400, "invalidPath"},
		"not a truth":      {"PATCH", user, `{"Operations":[{"op":"replace","path":"active","value":"perhaps"}]}`, 400, "invalidValue"},
		"no value":         {"PATCH", user, `{"Operations":[{"op":"replace","path":"userName"}]}`, 400, "invalidValue"},
		"roles":            {"PATCH", user, `{"Operations":[{"op":"add","path":"roles","value":[{"value":"administrator"}]}]}`, 400, "mutability"},
		"admin's address":  {"PATCH", "/scim/v2/Users/" + o.ona.ID, `{"Operations":[{"op":"replace","path":"userName","value":"thief@example.com"}]}`, 403, ""},
		"nobody":           {"PATCH", "/scim/v2/Users/x", entraDisable, 404, ""},
		"no member":        {"POST", "/scim/v2/Groups", `{"displayName":"X","members":[{"value":"nobody"}]}`, 400, "invalidValue"},
		"no name":          {"POST", "/scim/v2/Groups", `{}`, 400, "invalidValue"},
		"bulk":             {"POST", "/scim/v2/Bulk", `{}`, 404, ""},
	} {
		r := o.call(token, c.method, c.path, c.body)
		kind, _ := r.at("scimType").(string)
		if r.status != c.status || kind != c.kind || r.head.Get("Content-Type") != "application/scim+json" {
			t.Errorf("%s: %d %q, want %d %q: %s", name, r.status, kind, c.status, c.kind, r.raw)
		}
	}
	for _, path := range []string{"ServiceProviderConfig", "ResourceTypes", "ResourceTypes/User", "Schemas",
		"Schemas/urn:ietf:params:scim:schemas:core:2.0:Group", "Users?startIndex=2&count=1", "Users?count=0", "Groups"} {
		o.want(o.call(token, "GET", "/scim/v2/"+path, ""), 200)
	}
}
