package studio

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"rostrum/fault"
	"rostrum/folder"
	"rostrum/policy/starter"
	"rostrum/staff"
)

// Begin makes a draft of the version that is in force, or of any other that was published, by its id; an empty id is the
// one in force. A draft of a draft would hide who wrote it, so there is none.
func Begin(ctx context.Context, r Records, who staff.Person, base, name string, now time.Time) (Version, error) {
	if err := staff.May(who, staff.EditPolicy); err != nil {
		return Version{}, err
	}
	from, err := r.VersionAt(ctx, now)
	if base != "" {
		from, err = r.Version(ctx, base)
	}
	if err != nil {
		return Version{}, err
	}
	if from.State != Published {
		return Version{}, fault.New(fault.Conflict,
			"A draft begins from a published version. Choose one, or go on with the draft that is there.",
			"Juodraštis pradedamas nuo paskelbtos versijos. Pasirinkite ją arba tęskite esamą juodraštį.")
	}
	return add(ctx, r, who, Version{Name: name, Digest: from.Digest, Base: from.ID}, "policy.begun", now)
}

// BeginFromStarter makes a draft of the policy that a company begins with.
func BeginFromStarter(ctx context.Context, r Records, who staff.Person, company staff.Company, name string, now time.Time) (Version, error) {
	if err := staff.May(who, staff.EditPolicy); err != nil {
		return Version{}, err
	}
	zone, err := time.LoadLocation(company.Zone)
	if err != nil {
		return Version{}, err
	}
	source, err := starter.Files(starter.Options{Company: company.Name, Languages: company.Languages, Sectors: company.Sectors, Today: now.In(zone)})
	if err != nil {
		return Version{}, err
	}
	files, err := folder.Read(source)
	if err != nil {
		return Version{}, err
	}
	return addFiles(ctx, r, who, files, name, "policy.begun", now)
}

// Import makes a draft of a policy folder that was edited elsewhere. It may still have faults; they are told before it
// is submitted. Hidden files and READMEs are left out.
func Import(ctx context.Context, r Records, who staff.Person, files folder.Files, name string, now time.Time) (Version, error) {
	if err := staff.May(who, staff.EditPolicy); err != nil {
		return Version{}, err
	}
	return addFiles(ctx, r, who, files, name, "policy.imported", now)
}

func addFiles(ctx context.Context, r Records, who staff.Person, files folder.Files, name, kind string, now time.Time) (Version, error) {
	files = tidy(files)
	if _, there := files["policy.yaml"]; !there {
		return Version{}, fault.Of("folder",
			"This is no policy folder: policy.yaml is not in it. Pack the folder that has policy.yaml at its top.",
			"Tai ne politikos aplankas: jame nėra failo policy.yaml. Supakuokite aplanką, kurio viršuje yra policy.yaml.")
	}
	draft := Version{Name: name, Digest: Digest(files)}
	if err := r.AddContent(ctx, draft.Digest, files); err != nil {
		return draft, err
	}
	if inForce, err := r.VersionAt(ctx, now); err == nil {
		draft.Base = inForce.ID
	} else if !fault.Is(err, fault.NotFound) {
		return draft, err
	}
	return add(ctx, r, who, draft, kind, now)
}

func add(ctx context.Context, r Records, who staff.Person, v Version, kind string, now time.Time) (Version, error) {
	var err error
	if v.Name, err = named(v.Name); err != nil {
		return v, err
	}
	v.ID, v.State, v.Revision, v.Created, v.Changed = staff.NewID(), Draft, 1, now, now
	v.Editor, v.Editors = who.ID, []string{who.ID}
	if err := r.AddVersion(ctx, v); err != nil {
		return v, err
	}
	return v, kept{r, who, now}.tell(ctx, kind, v.ID, map[string]string{"digest": v.Digest, "base": v.Base, "name": v.Name}, nil)
}

// Rename gives a version that is not closed another name.
func Rename(ctx context.Context, r Records, who staff.Person, id, name string, now time.Time) error {
	k := kept{r, who, now}
	v, err := k.open(ctx, id, staff.EditPolicy)
	if err != nil {
		return err
	}
	if v.Name, err = named(name); err != nil {
		return err
	}
	_, err = k.keep(ctx, v, "policy.renamed", map[string]string{"name": v.Name}, nil)
	return err
}

func named(name string) (string, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" || len(name) > 200 || !plain(name) {
		return "", fault.Of("name", "Give the draft a name that says what it is about, up to 200 characters.",
			"Pavadinkite juodraštį taip, kad būtų aišku, apie ką jis; ne ilgiau kaip 200 ženklų.")
	}
	return name, nil
}

// plain tells whether a text can be kept and written in the ledger.
func plain(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }
