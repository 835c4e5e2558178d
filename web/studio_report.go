package web

import (
	"sync"
	"time"

	"rostrum/folder"
	"rostrum/store"
	"rostrum/studio"
)

// reports keeps what is known of the drafts that were looked at last: an inspection takes a tenth of a second.
type reports struct {
	mu   sync.Mutex
	kept map[string]*studio.Report
}

const keptReports = 16

// inspect gives the report of a folder as of the day.
func (r *reports) inspect(files folder.Files, now time.Time) *studio.Report {
	key := now.Format(time.DateOnly) + studio.Digest(files)
	r.mu.Lock()
	report := r.kept[key]
	r.mu.Unlock()
	if report != nil {
		return report
	}
	report = studio.Inspect(files, now)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.kept == nil || len(r.kept) >= keptReports {
		r.kept = map[string]*studio.Report{}
	}
	r.kept[key] = report
	return report
}

// draft is a version with its files, as studio pages read them.
type draft struct {
	studio.Version
	Files folder.Files
	Base  *baseline // nil where it was made from nothing
	Names map[string]string
}

// baseline is the version that another is compared with.
type baseline struct {
	studio.Version
	Files folder.Files
}

// studioDraft reads the version that the address names. It is in a published version's place as well.
func (s *Server) studioDraft(v *visit, tx *store.Tx) (*draft, error) {
	version, err := tx.Version(v.ctx, v.r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	d := &draft{Version: version, Names: map[string]string{}}
	if d.Files, err = tx.Content(v.ctx, version.Digest); err != nil {
		return nil, err
	}
	if version.Base != "" {
		if d.Base, err = s.studioBaseline(v, tx, version.Base); err != nil {
			return nil, err
		}
	}
	return d, s.studioNames(v, tx, d.Names, version)
}

func (s *Server) studioBaseline(v *visit, tx *store.Tx, id string) (*baseline, error) {
	version, err := tx.Version(v.ctx, id)
	if err != nil {
		return nil, err
	}
	files, err := tx.Content(v.ctx, version.Digest)
	return &baseline{version, files}, err
}
