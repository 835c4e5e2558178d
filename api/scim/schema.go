package scim

import (
	"net/http"
	"strings"
)

// config says what of the protocol is there (RFC 7643, 5).
func (v *visit) config() error {
	no := object{"supported": false}
	return v.give(http.StatusOK, object{
		"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"},
		"patch":   object{"supported": true}, "sort": no, "etag": no, "changePassword": no,
		"bulk":   object{"supported": false, "maxOperations": 0, "maxPayloadSize": 0},
		"filter": object{"supported": true, "maxResults": maxCount},
		"authenticationSchemes": []object{{"type": "oauthbearertoken", "name": "Bearer token", "primary": true,
			"description": "A token of an administrator, with the scope people:write."}},
		"meta": object{"resourceType": "ServiceProviderConfig", "location": Base + "/ServiceProviderConfig"},
	})
}

func resourceTypes() []object {
	one := func(name, schema string) object {
		return object{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:ResourceType"}, "id": name, "name": name,
			"endpoint": "/" + name + "s", "schema": schema, "meta": object{"resourceType": "ResourceType", "location": Base + "/ResourceTypes/" + name}}
	}
	return []object{one("User", userSchema), one("Group", groupSchema)}
}

func schemas() []object {
	attribute := func(name, kind string, more object) object {
		o := object{"name": name, "type": kind, "multiValued": false, "required": false, "caseExact": false,
			"mutability": "readWrite", "returned": "default", "uniqueness": "none"}
		for k, value := range more {
			o[k] = value
		}
		return o
	}
	one := func(id, name string, attributes ...object) object {
		return object{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:Schema"}, "id": id, "name": name, "attributes": attributes,
			"meta": object{"resourceType": "Schema", "location": Base + "/Schemas/" + id}}
	}
	value := attribute("value", "string", nil)
	return []object{
		one(userSchema, "User",
			attribute("userName", "string", object{"required": true, "uniqueness": "server"}),
			attribute("externalId", "string", object{"caseExact": true}),
			attribute("name", "complex", object{"subAttributes": []object{attribute("formatted", "string", nil),
				attribute("givenName", "string", nil), attribute("familyName", "string", nil)}}),
			attribute("displayName", "string", nil),
			attribute("active", "boolean", nil),
			attribute("preferredLanguage", "string", nil),
			attribute("timezone", "string", nil),
			attribute("emails", "complex", object{"multiValued": true, "mutability": "readOnly", "subAttributes": []object{value,
				attribute("type", "string", nil), attribute("primary", "boolean", nil)}}),
			attribute("groups", "complex", object{"multiValued": true, "mutability": "readOnly", "subAttributes": []object{value, attribute("display", "string", nil)}})),
		one(groupSchema, "Group",
			attribute("displayName", "string", object{"required": true, "uniqueness": "server"}),
			attribute("members", "complex", object{"multiValued": true, "subAttributes": []object{value, attribute("display", "string", nil)}})),
	}
}

func (v *visit) types() error   { return v.list(len(resourceTypes()), 1, resourceTypes()) }
func (v *visit) schemas() error { return v.list(len(schemas()), 1, schemas()) }
func (v *visit) oneType() error { return v.named(resourceTypes()) }

func (v *visit) oneSchema() error { return v.named(schemas()) }

func (v *visit) named(all []object) error {
	for _, o := range all {
		if id, _ := o["id"].(string); strings.EqualFold(id, v.r.PathValue("id")) {
			return v.give(http.StatusOK, o)
		}
	}
	return v.nothing()
}
