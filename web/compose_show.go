package web

import (
	"net/url"
	"strings"
	"time"

	"rostrum/compose"
	"rostrum/fault"
	"rostrum/post"
	"rostrum/staff"
	"rostrum/store"
)

// writePage is where a post is written, or read where it cannot be changed.
type writePage struct {
	Page
	Form      Form
	Post      compose.Post // without an ID where it is not kept yet
	Names     map[string]string
	Write     bool // the visitor may change it now
	Accounts  []composeAccount
	Topics    []Option
	Zones     []Option
	Images    []post.Image
	Templates []compose.Template // to begin with, or to put in
	Browser   *browserCheck
	Clauses   []checkClause
	Checked   []checkedText
	Judged    []judged
	Clash     *postClash
	Today     string
	MaxFile   int64
	Givers    []string // who gives grants
	MayWrite  bool     // the visitor writes posts, be this one closed or not
	Request   string   // the id of the latest request for its approval
	Sent      []sentLine
	Reopen    bool // the visitor may take it back to change it
}

// GiversSaid names in a row who gives grants.
func (p *writePage) GiversSaid() string { return strings.Join(p.Givers, ", ") }

// postClash is what somebody else saved while the visitor was writing.
type postClash struct {
	By      string
	Their   post.Content
	Version int64
}

func (s *Server) showPost(v *visit, p compose.Post, form Form, clash *postClash, status int) error {
	page := writePage{Page: s.page(v, "compose.write_title"), Form: form, Post: p, Names: map[string]string{}, Clash: clash,
		Today: v.now.In(s.zoneOf(v)).Format("2006-01-02"), MaxFile: maxPicture}
	page.Crumbs = []Link{{Label: s.words.T(v.lang, "compose.title"), Href: "/posts"}}
	page.MayWrite = staff.May(v.who, staff.WritePosts) == nil
	page.Write = page.MayWrite && (p.ID == "" || p.State == compose.Draft)
	if page.Form.Values == nil {
		page.Form.Values = formOfPost(p, s.zoneOf(v).String())
	}
	err := s.Store.Read(v.ctx, func(tx *store.Tx) error {
		d, err := s.deskOf(v, tx)
		if err != nil {
			return err
		}
		page.Accounts, page.Topics, page.Givers = s.accountsFor(v, &d, page.Form), s.topicOptions(v, &d), d.givers
		page.Clauses, page.Browser = clausesOf(d.ready.Policy, v.lang), s.browserCheck(d.ready)
		if page.Images, err = imagesOf(v, tx, page.Form.Values); err != nil {
			return err
		}
		if page.Templates, err = tx.Templates(v.ctx); err != nil {
			return err
		}
		if p.ID != "" && (!page.Write || v.r.URL.Query().Has("check")) {
			if page.Checked, err = s.checkedPost(v, tx, &d, p); err != nil {
				return err
			}
			if page.Judged, err = s.judgements(v, tx, p.ID, p.Revision, page.Checked); err != nil {
				return err
			}
		}
		if err := s.follow(v, tx, &d, &page); err != nil {
			return err
		}
		return s.namesOfPost(v, tx, &page)
	})
	if err != nil {
		return err
	}
	if page.Zones = zones(page.Form.Value("zone")); !page.Write {
		page.Title, page.Browser = s.words.T(v.lang, "compose.read_title"), nil
	}

	s.render.Render(v.w, v.r, status, "compose/write", &page)
	return nil
}

func (s *Server) namesOfPost(v *visit, tx *store.Tx, page *writePage) error {
	if page.Post.ID == "" {
		return nil
	}
	last, err := tx.Revision(v.ctx, page.Post.ID, page.Post.Revision)
	if err != nil {
		return err
	}
	if err := s.names(v, tx, page.Names, append([]string{last.Author}, page.Post.Writers...)...); err != nil {
		return err
	}
	if page.Clash != nil {
		page.Clash.By = page.Names[last.Author]
	}
	return nil
}

// zoneOf is the time zone in which the visitor chooses times: their own, or the company's.
func (s *Server) zoneOf(v *visit) *time.Location {
	if in, err := time.LoadLocation(v.who.Zone); err == nil && v.who.Zone != "" {
		return in
	}
	return s.zone.get()
}

// imagesOf gives the pictures of a form as they are kept, with the words beside them as they were typed.
func imagesOf(v *visit, tx *store.Tx, form url.Values) ([]post.Image, error) {
	var all []post.Image
	for _, digest := range form["image"] {
		kept, err := tx.PictureFacts(v.ctx, digest)
		if fault.Is(err, fault.NotFound) {
			continue
		} else if err != nil {
			return nil, err
		}
		kept.Alt, kept.Credit = form.Get("alt-"+digest), form.Get("credit-"+digest)
		all = append(all, kept)
	}
	return all, nil
}
