package policy

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode/utf8"
)

// folder is the files of a policy folder that matter, read and checked for size and encoding but not for meaning.
type folder struct {
	fsys    fs.FS
	content map[string]string // by path; without a byte order mark
	raw     map[string]string // as on disk, for the digest
	paths   []string          // sorted
	entries int
	bytes   int64
	collector
}

// The folders that hold one folder for each item, and the file that each of those must have.
var itemFiles = map[string]string{"clauses": "clause.yaml", "responses": "response.yaml", "runbooks": "runbook.yaml"}

func readFolder(fsys fs.FS) *folder {
	f := &folder{fsys: fsys, content: map[string]string{}, raw: map[string]string{}}
	for _, e := range f.list(".") {
		name := e.Name()
		switch {
		case name == "terms":
			f.terms(e)
		case itemFiles[name] != "":
			f.items(e)
		case name == "policy.yaml" || name == "speakers.yaml" || name == "conflict.yaml" || name == "waivers.yaml":
			f.read(name, e)
		default:
			f.unknown(name, e, "policy.yaml", "speakers.yaml", "conflict.yaml", "waivers.yaml", "terms", "clauses", "responses", "runbooks")
		}
	}
	sort.Strings(f.paths)
	return f
}

func (f *folder) terms(dir fs.DirEntry) {
	if !f.isFolder("terms", dir) {
		return
	}
	for _, e := range f.list("terms") {
		p := "terms/" + e.Name()
		name, isYAML := strings.CutSuffix(e.Name(), ".yaml")
		switch {
		case !isYAML:
			f.unknown(p, e, strings.TrimSuffix(e.Name(), path.Ext(e.Name()))+".yaml")
		case !isListName(name):
			f.add(Place{File: p}, CodeLayout, both("%s is not a name for a word list", "%s netinka žodžių sąrašui pavadinti", quoted(name)),
				both("Use lower-case letters, digits, hyphens and underscores.",
					"Tinka mažosios lotyniškos raidės, skaitmenys, brūkšneliai ir pabraukimo brūkšniai."))
		default:
			f.read(p, e)
		}
	}
}

func (f *folder) items(dir fs.DirEntry) {
	if !f.isFolder(dir.Name(), dir) {
		return
	}
	for _, item := range f.list(dir.Name()) {
		p := dir.Name() + "/" + item.Name()
		if !f.isFolder(p, item) {
			continue
		}
		if !isID(item.Name()) {
			f.add(Place{File: p}, CodeLayout, notAnID(item.Name()), useIDs)
			continue
		}
		f.item(p, itemFiles[dir.Name()])
	}
}

func (f *folder) item(dir, main string) {
	found := false
	for _, e := range f.list(dir) {
		switch e.Name() {
		case main:
			found = true
			f.read(dir+"/"+main, e)
		case "en.md", "lt.md":
			f.read(dir+"/"+e.Name(), e)
		default:
			f.unknown(dir+"/"+e.Name(), e, main, "en.md", "lt.md")
		}
	}
	if !found {
		f.add(Place{File: dir + "/" + main}, CodeLayout, fileMissing,
			both("Write it, or remove the folder.", "Sukurkite jį arba pašalinkite aplanką."))
	}
}

// list gives a folder's entries in order, without hidden ones and READMEs, and stops at the limit.
func (f *folder) list(dir string) []fs.DirEntry {
	entries, err := f.readDir(dir)
	if err != nil {
		f.add(Place{File: dir}, CodeLayout,
			both("the folder cannot be listed: %s", "aplanko turinio perskaityti nepavyko: %s", reasonOf(err)),
			both("Check that the folder is there and that you may read it.",
				"Patikrinkite, ar aplankas yra ir ar turite teisę jį skaityti."))
		return nil
	}
	f.entries += len(entries)
	if f.entries > maxEntries {
		f.add(Place{File: dir}, CodeLimit, both("the folder has more than %d files", "aplanke failų yra daugiau nei %d", maxEntries),
			both("Keep only the policy in its folder.", "Politikos aplanke laikykite tik politiką."))
		return nil
	}
	kept := entries[:0]
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && e.Name() != "README.md" {
			kept = append(kept, e)
		}
	}
	sort.Slice(kept, func(i, j int) bool { return kept[i].Name() < kept[j].Name() })
	return kept
}

// readDir reads one entry more than the limit at most, where the file system can.
func (f *folder) readDir(dir string) ([]fs.DirEntry, error) {
	opened, err := f.fsys.Open(dir)
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	if d, ok := opened.(fs.ReadDirFile); ok {
		entries, err := d.ReadDir(maxEntries + 1)
		if errors.Is(err, io.EOF) {
			err = nil
		}
		return entries, err
	}
	return fs.ReadDir(f.fsys, dir)
}

func (f *folder) isFolder(p string, e fs.DirEntry) bool {
	if e.IsDir() {
		return true
	}
	if e.Type()&fs.ModeSymlink != 0 {
		f.add(Place{File: p}, CodeLayout, isLink, both("Put the folder itself here.", "Įdėkite patį aplanką."))
	} else {
		f.add(Place{File: p}, CodeLayout, both("this is a file where a folder is expected", "čia failas, o turi būti aplankas"),
			both("Remove it, or move it to where it belongs.", "Pašalinkite jį arba perkelkite ten, kur jam vieta."))
	}
	return false
}

func (f *folder) unknown(p string, e fs.DirEntry, known ...string) {
	what := Text{"file", "failo"}
	if e.IsDir() {
		what = Text{"folder", "aplanko"}
	}
	mend := both("Remove it, or move it out of the policy folder.", "Pašalinkite jį arba perkelkite iš politikos aplanko.")
	if near := nearest(path.Base(p), known); near != "" {
		mend = didYouMean(near)
	}
	f.add(Place{File: p}, CodeLayout, both("no %s of this name belongs here", "tokio %s čia būti neturi", what), mend)
}

func (f *folder) read(p string, e fs.DirEntry) {
	switch {
	case e.IsDir():
		f.add(Place{File: p}, CodeLayout, both("this is a folder where a file is expected", "čia aplankas, o turi būti failas"),
			both("Put a file of this name in its place.", "Vietoj jo įdėkite to paties pavadinimo failą."))
		return
	case e.Type()&fs.ModeSymlink != 0:
		f.add(Place{File: p}, CodeLayout, isLink, both("Put the file itself here.", "Įdėkite patį failą."))
		return
	case !e.Type().IsRegular():
		f.add(Place{File: p}, CodeLayout, both("this is not a plain file", "tai nėra paprastas failas"),
			both("Put a plain file in its place.", "Vietoj jo įdėkite paprastą failą."))
		return
	}
	limit := int64(maxFileBytes)
	if strings.HasPrefix(p, "terms/") {
		limit = maxTermsBytes
	}
	bytes, err := f.readLimited(p, limit)
	if err != nil {
		f.add(Place{File: p}, CodeLayout, both("the file cannot be read: %s", "failo perskaityti nepavyko: %s", reasonOf(err)),
			both("Check that you may read it.", "Patikrinkite, ar turite teisę jį skaityti."))
		return
	}
	raw := string(bytes)
	if f.bytes += int64(len(raw)); int64(len(raw)) > limit || f.bytes > maxTotalBytes {
		f.add(Place{File: p}, CodeLimit, both("the file is larger than %d MiB, or the policy than %d MiB",
			"failas didesnis nei %d MiB arba visa politika didesnė nei %d MiB", limit>>20, maxTotalBytes>>20), splitFile)
		return
	}
	content := strings.TrimPrefix(raw, "\uFEFF")
	if !utf8.ValidString(content) {
		line, column, offset := firstInvalid(content)
		f.add(Place{p, line, column}, CodeEncoding, both("byte %d is not UTF-8", "%d-as baitas nėra UTF-8", offset+len(raw)-len(content)),
			both("Save the file as UTF-8.", "Išsaugokite failą UTF-8 koduote."))
		return
	}
	f.raw[p], f.content[p] = raw, content
	f.paths = append(f.paths, p)
}

func (f *folder) readLimited(p string, limit int64) ([]byte, error) {
	file, err := f.fsys.Open(p)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, min(limit, maxTotalBytes-f.bytes)+1))
}

// firstInvalid gives the line, column and byte offset of the first byte that is not UTF-8.
func firstInvalid(s string) (line, column, offset int) {
	line, column = 1, 1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return line, column, i
		}
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
		i += size
	}
	return line, column, len(s)
}

// reasonOf says what went wrong without the path, which the place already names. What the system says of rarer faults
// is in the system's own words.
func reasonOf(err error) Text {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	reason := Text{err.Error(), err.Error()}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason.LT = "jo nėra"
	case errors.Is(err, fs.ErrPermission):
		reason.LT = "trūksta teisių"
	}
	return reason
}

var (
	fileMissing = Text{"this file is missing", "šio failo nėra"}
	isLink      = Text{"this is a symbolic link, which a policy does not follow", "tai simbolinė nuoroda, o politikoje tokiomis nesekama"}
)

func isListName(s string) bool { return isID(strings.ReplaceAll(s, "_", "-")) }
