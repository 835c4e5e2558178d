// Package docs_test holds the code to what the documents say of it.
package docs_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mayImport says which of our packages each package may import; the table of docs/architecture.md in one place that
// fails. A name with /* stands for everything below it.
var mayImport = map[string][]string{
	"text/inflect":               {},
	"text/inflect/derive":        {"text/inflect"},
	"text/literal":               {},
	"text":                       {},
	"text/generate":              {"text"},
	"text/phrase":                {"text", "text/inflect"},
	"learn":                      {},
	"tone":                       {"text", "text/inflect", "text/phrase"},
	"sense":                      {"text", "text/phrase", "tone"},
	"post":                       {},
	"policy":                     {"post", "policy/rule"},
	"policy/rule":                {"post", "sense", "text", "text/literal", "text/phrase"},
	"policy/rule/ruletest":       {"post", "sense", "text", "text/literal", "text/phrase", "policy/rule"},
	"policy/rule/*":              {"post", "text", "text/literal", "text/phrase", "policy/rule", "tone"},
	"policy/rule/sense":          {"policy/rule", "policy/rule/claim", "policy/rule/entity", "post", "sense", "text", "text/phrase", "tone"},
	"policy/rule/speaker":        {"policy", "policy/rule", "post", "speaker", "text", "text/phrase"},
	"policy/rule/handle":         {"policy/rule", "policy/rule/link/likeness", "post", "text", "text/literal", "text/phrase"},
	"policy/rule/link":           {"policy/rule", "policy/rule/link/likeness", "post", "text", "text/literal", "text/phrase"},
	"policy/rule/link/likeness":  {},
	"policy/starter":             {},
	"speaker":                    {"policy", "post", "text", "text/phrase", "policy/rule"},
	"check":                      {"policy", "sense", "policy/rule", "policy/rule/*", "post", "text", "text/literal", "text/phrase", "speaker", "tone"},
	"opinion":                    {"check", "fault", "policy/rule", "text", "tone"},
	"opinion/chat":               {"fault"},
	"handbook":                   {"folder", "policy", "post", "text", "check"},
	"handbook/pdf":               {"fault"},
	"fault":                      {},
	"folder":                     {"fault"},
	"staff":                      {"fault", "ledger"},
	"studio":                     {"check", "fault", "folder", "ledger", "policy", "policy/rule", "policy/rule/sense", "policy/starter", "post", "sense", "staff", "text", "tone"},
	"training":                   {"check", "fault", "ledger", "policy", "policy/rule", "post", "speaker", "staff", "studio"},
	"network":                    {},
	"network/*":                  {"network", "network/*", "fault"},
	"network/realserver":         {},
	"account":                    {"fault", "ledger", "network", "staff"},
	"account/watch":              {"account", "fault", "network", "staff/signin", "store"},
	"compose":                    {"account", "fault", "ledger", "post", "staff"},
	"compose/picture":            {"fault", "post"},
	"compose/picture/lettering":  {},
	"approval":                   {"account", "check", "compose", "fault", "ledger", "network", "policy", "policy/rule", "post", "speaker", "staff", "training"},
	"publish":                    {"account", "approval", "check", "compose", "fault", "ledger", "network", "policy", "policy/rule", "post", "speaker", "staff", "training"},
	"outbox":                     {"account", "account/watch", "approval", "compose", "compose/picture", "fault", "network", "post", "publish", "staff", "staff/signin", "store"},
	"outbox/rehearsal":           {"*"},
	"receiver":                   {"fault", "ledger", "notify", "staff"},
	"store":                      {"account", "approval", "compose", "network", "policy/rule", "post", "publish", "fault", "folder", "ledger", "notify", "receiver", "staff", "staff/signin", "store/*", "studio", "training"},
	"store/sqlite":               {"store/migrations"},
	"store/postgres":             {"store/migrations"},
	"store/migrations":           {},
	"store/storetest":            {"*"},
	"keyring":                    {"fault", "ledger", "staff/signin"},
	"jobs":                       {"store", "store/*"},
	"web":                        {"account", "account/watch", "approval", "compose", "compose/*", "network", "opinion", "outbox", "publish", "check", "fault", "folder", "handbook", "handbook/*", "jobs", "keyring", "ledger", "notify", "policy", "policy/rule", "policy/starter", "post", "receiver", "speaker", "staff", "staff/signin", "store", "studio", "text", "tone", "training"},
	"assistant":                  {"check", "fault", "policy", "post", "text"},
	"api":                        {"account", "approval", "compose", "compose/*", "network", "outbox", "publish", "policy/rule", "api/scim", "check", "fault", "folder", "ledger", "policy", "post", "staff", "staff/signin", "store", "studio", "text", "training"},
	"api/scim":                   {"fault", "staff", "store"},
	"server":                     {"*"},
	"demo":                       {"*"},
	"browsertest":                {},
	"prove":                      {"*"},
	"ledger":                     {},
	"staff/signin":               {"fault"},
	"notify":                     {"fault"},
	"cmd/*":                      {"*"},
	"bench/*":                    {"*"},
	"tone/train":                 {"*"},
	"sense/train":                {"*"},
	"sense/labelled":             {"*"},
	"sense/measure":              {"*"},
	"tone/measure":               {"*"},
	"tone/lithuanian":            {},
	"tone/english":               {},
	"tone/towards":               {"bench/corpus", "text", "tone"},
	"policy/rule/entity/measure": {"*"},
	"policy/rule/link/measure":   {"*"},
}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, "rostrum/")
		allowed, known := allowedFor(name)
		if !known {
			t.Errorf("package %s is not in the table of imports: say in docs/architecture.md where it belongs, and add it here", name)
			continue
		}
		for _, imported := range p.Imports {
			if ours, ok := strings.CutPrefix(imported, "rostrum/"); ok && !matches(allowed, ours) {
				t.Errorf("%s imports %s, which docs/architecture.md does not allow", name, ours)
			}
		}
	}
}

// TestPureDomain holds the packages that decide to their promise: no clock, no network, no database.
func TestPureDomain(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, "rostrum/")
		if !matches([]string{"check", "policy", "policy/rule", "text", "text/phrase", "text/inflect", "text/literal", "tone", "sense", "learn", "speaker", "post", "fault", "ledger", "staff", "studio", "training", "account", "compose", "approval", "publish", "network"}, name) {
			continue
		}
		for _, bad := range []string{"net", "net/http", "database/sql", "os", "os/exec", "log"} {
			if slices.Contains(p.Imports, bad) {
				t.Errorf("%s imports %s: packages that decide are pure", name, bad)
			}
		}
	}
}

func TestFolderNamesSayWhatIsInThem(t *testing.T) {
	for _, p := range packages(t) {
		for _, part := range strings.Split(p.ImportPath, "/") {
			if slices.Contains([]string{"internal", "pkg", "util", "utils", "common", "core", "helpers", "models", "services", "misc"}, part) {
				t.Errorf("%s: the name %s says nothing", p.ImportPath, part)
			}
		}
	}
}

func allowedFor(name string) ([]string, bool) {
	if a, ok := mayImport[name]; ok {
		return a, true
	}
	for at := strings.LastIndexByte(name, '/'); at > 0; at = strings.LastIndexByte(name[:at], '/') {
		if a, ok := mayImport[name[:at]+"/*"]; ok {
			return a, true
		}
	}
	return nil, false
}

func matches(allowed []string, name string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool {
		prefix, wild := strings.CutSuffix(a, "*")
		return a == name || wild && strings.HasPrefix(name, prefix)
	})
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	noticeEveryFolder(t)
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "rostrum/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []goPackage
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if p.ImportPath != "rostrum/docs" {
			all = append(all, p)
		}
	}
	if len(all) < 10 {
		t.Fatalf("only %d packages were listed", len(all))
	}
	return all
}

// noticeEveryFolder reads the names in each folder of the project. What go list sees is hidden from go test, which would
// give the answer of before from its cache although a package was added since; folders that the test itself reads it notices.
func noticeEveryFolder(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == ".git" || d.Name() == "bin") {
			return filepath.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
