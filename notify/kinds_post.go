package notify

import "time"

// PostAsked asks somebody for a yes to a post, or reminds them of it.
type PostAsked struct {
	By    string    // who wrote it
	Start string    // its first words
	Due   time.Time // when it is to go out, in the reader's time zone; zero: as soon as it is approved
	Again bool      // they were asked before
	Link  string
}

// GuestAsked asks somebody without an account for a yes to one post.
type GuestAsked struct {
	By, Start string
	Due       time.Time
	Until     time.Time // when the link ends
	Link      string
}

// GuestCode brings the code that opens a guest's link.
type GuestCode struct{ Code, Link string }

// PostOutcome is how a request for approval ended.
type PostOutcome string

// The outcomes.
const (
	PostApproved PostOutcome = "approved"
	PostRejected PostOutcome = "rejected"
	PostSentBack PostOutcome = "sent_back"
)

// PostDecided tells those who wrote a post what became of it.
type PostDecided struct {
	Outcome           PostOutcome
	By, Reason, Start string
	Due               time.Time
	Link              string
}

// PostLate tells the policy's owner that a decision is late.
type PostLate struct {
	By, Start string
	Waiting   []string // names of those who have not answered
	Due       time.Time
	Link      string
}

// PostCommented tells those concerned by a post what others said about it.
type PostCommented struct {
	Start    string
	Comments []Comment
	Link     string
}

// Comment is what somebody said, about the words that it quotes or about the whole.
type Comment struct{ By, Quote, Text string }

func (PostAsked) file() string     { return "post_asked" }
func (GuestAsked) file() string    { return "guest_asked" }
func (GuestCode) file() string     { return "guest_code" }
func (PostDecided) file() string   { return "post_decided" }
func (PostLate) file() string      { return "post_late" }
func (PostCommented) file() string { return "post_commented" }

func (l PostAsked) link() string     { return l.Link }
func (l GuestAsked) link() string    { return l.Link }
func (l GuestCode) link() string     { return l.Link }
func (l PostDecided) link() string   { return l.Link }
func (l PostLate) link() string      { return l.Link }
func (l PostCommented) link() string { return l.Link }

func (l PostAsked) clean() Letter {
	l.By, l.Start = name(l.By), name(l.Start)
	return l
}

func (l GuestAsked) clean() Letter {
	l.By, l.Start = name(l.By), name(l.Start)
	return l
}

func (l GuestCode) clean() Letter {
	l.Code = name(l.Code)
	return l
}

func (l PostDecided) clean() Letter {
	l.By, l.Start, l.Reason = name(l.By), name(l.Start), shorten(plain(l.Reason), longestReason)
	return l
}

func (l PostLate) clean() Letter {
	waiting := make([]string, len(l.Waiting))
	for i, w := range l.Waiting {
		waiting[i] = name(w)
	}
	l.By, l.Start, l.Waiting = name(l.By), name(l.Start), waiting
	return l
}

func (l PostCommented) clean() Letter {
	comments := make([]Comment, min(len(l.Comments), commentsTold))
	for i := range comments {
		c := l.Comments[i]
		comments[i] = Comment{name(c.By), name(c.Quote), shorten(plain(c.Text), longestReason)}
	}
	l.Start, l.Comments = name(l.Start), comments
	return l
}

const (
	longestReason = 600 // runes; the page has the whole
	commentsTold  = 10  // likewise
)
