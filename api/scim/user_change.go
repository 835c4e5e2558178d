package scim

import (
	"encoding/json"
	"strings"

	"rostrum/staff"
)

// user is a person as the directory wants them. What it says of names comes in up to four attributes, of which the most
// exact counts.
type user struct {
	userName, outside, language, zone   string
	active                              bool
	formatted, given, family, display   string
	saidFormatted, saidParts, saidShown bool
}

func userOf(p staff.Person) *user {
	u := &user{userName: p.Mail, outside: p.Outside, language: p.Language, zone: p.Zone, active: p.State != staff.Left, display: p.Name}
	u.given, u.family = parted(p.Name)
	return u
}

// into gives the person with what the directory wants.
func (u *user) into(p staff.Person) staff.Person {
	p.Mail, p.Outside, p.Language = strings.ToLower(strings.TrimSpace(u.userName)), u.outside, u.language
	if u.zone != "" {
		p.Zone = u.zone
	}
	switch {
	case u.saidFormatted && strings.TrimSpace(u.formatted) != "":
		p.Name = u.formatted
	case u.saidParts && strings.TrimSpace(u.given+u.family) != "":
		p.Name = u.given + " " + u.family
	case u.saidShown && strings.TrimSpace(u.display) != "":
		p.Name = u.display
	}
	return p
}

func (u *user) set(p path, value json.RawMessage, _ bool) (err error) {
	switch p.attribute {
	case "username":
		u.userName, err = text("userName", value)
	case "externalid":
		u.outside, err = text("externalId", value)
	case "active":
		var active bool
		if active, err = truth("active", value); err == nil {
			u.active = active
		}
	case "displayname":
		u.display, err = text("displayName", value)
		u.saidShown = true
	case "name":
		err = u.setName(p.sub, value)
	case "preferredlanguage":
		var tag string
		tag, err = text("preferredLanguage", value)
		u.language = languageOf(tag)
	case "timezone":
		u.zone, err = text("timezone", value)
	case "password", "roles", "groups":
		return invalid("mutability", "The directory cannot set “"+p.attribute+"” here.", "Per katalogą čia negalima nustatyti „"+p.attribute+"“.")
	default:
		return known(p)
	}
	return err
}

func (u *user) setName(sub string, value json.RawMessage) (err error) {
	switch sub {
	case "":
		var parts map[string]json.RawMessage
		if json.Unmarshal(value, &parts) != nil || parts == nil {
			return wrongValue("name")
		}
		for part, value := range parts {
			if strings.ToLower(part) == "" {
				return wrongValue("name")
			}
			if err := u.setName(strings.ToLower(part), value); err != nil {
				return err
			}
		}
	case "formatted":
		u.formatted, err = text("name.formatted", value)
		u.saidFormatted = true
	case "givenname":
		u.given, err = text("name.givenName", value)
		u.saidParts = true
	case "familyname":
		u.family, err = text("name.familyName", value)
		u.saidParts = true
	}
	return err
}

func (u *user) unset(p path, _ json.RawMessage) error {
	switch p.attribute {
	case "externalid":
		u.outside = ""
	case "preferredlanguage":
		u.language = "en"
	case "username", "active":
		return invalid("mutability", "“"+p.attribute+"” cannot be removed.", "„"+p.attribute+"“ pašalinti negalima.")
	case "name", "displayname", "timezone": // there is always one
	default:
		return known(p)
	}
	return nil
}

// known passes over the attributes of the core schema that Rostrum has no use for, and those of the enterprise schema also
// where they come without its name; it refuses what is none.
func known(p path) error {
	switch p.attribute {
	case "emails", "phonenumbers", "addresses", "ims", "photos", "entitlements", "x509certificates", "nickname", "profileurl",
		"title", "usertype", "locale", "members",
		"manager", "department", "division", "organization", "costcenter", "employeenumber":
		return nil
	}
	return invalid("invalidPath", "There is no attribute “"+p.attribute+"”.", "Atributo „"+p.attribute+"“ nėra.")
}

// languageOf reads a language tag (RFC 5646); what is not Lithuanian is read in English.
func languageOf(tag string) string {
	primary, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	if primary == "lt" {
		return "lt"
	}
	return "en"
}
