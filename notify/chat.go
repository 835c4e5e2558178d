package notify

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/nicholas-fedor/shoutrrr/pkg/services/chat/discord"
	"github.com/nicholas-fedor/shoutrrr/pkg/services/chat/googlechat"
	"github.com/nicholas-fedor/shoutrrr/pkg/services/chat/mattermost"
	"github.com/nicholas-fedor/shoutrrr/pkg/services/chat/rocketchat"
	"github.com/nicholas-fedor/shoutrrr/pkg/services/chat/slack"
	"github.com/nicholas-fedor/shoutrrr/pkg/services/chat/teams"
	"github.com/nicholas-fedor/shoutrrr/pkg/services/chat/telegram"
	"github.com/nicholas-fedor/shoutrrr/pkg/types"

	"rostrum/fault"
)

// Chat is a room of a chat service that is told things.
type Chat struct {
	// URL names service and room as shoutrrr writes them: slack://hook:…@webhook, mattermost://host/token.
	URL string
	// Private allows addresses of our own network and plain http, for a chat server of one's own. It is the operator's
	// to allow, never a page's.
	Private bool
}

// ChatServices lists the services that a chat address may begin with.
func ChatServices() []string {
	return []string{"slack", "teams", "discord", "googlechat", "telegram", "mattermost", "rocketchat"}
}

// Check gives the fault in the address, if there is one, without reaching anybody.
func (c Chat) Check() error {
	_, _, err := c.service()
	return err
}

// Send tells the room a text. It is plain text: nobody is called by an @ in it. A fault is Invalid when the address
// has to be changed and Unavailable when it is worth trying later.
func (c Chat) Send(ctx context.Context, text string) error {
	_, err := c.tell(ctx, text)
	return err
}

// Try tells the room that this is a try.
func (c Chat) Try(ctx context.Context) Answer {
	answer, _ := c.tell(ctx, "Rostrum: this is a try, nothing has happened. / Tai bandymas, nieko neįvyko.")
	return answer
}

func (c Chat) tell(ctx context.Context, text string) (Answer, error) {
	service, heard, err := c.service()
	if err != nil {
		return unsent(err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	sent := make(chan error, 1)
	go func() { sent <- service.Send(quiet(text), &types.Params{}) }() // the library takes no context
	select {
	case err = <-sent:
	case <-ctx.Done():
		err = ctx.Err()
		heard = &hearing{} // the other is still being written to
	}
	return c.became(err, heard).withhold(c.secrets()).answer()
}

// became tells what came of a text from the reply that was heard and the library's error.
func (c Chat) became(err error, heard *hearing) outcome {
	switch {
	case err == nil:
		return outcome{said: heard.said, en: "The room was told.", lt: "Pranešta į pokalbių kanalą."}
	case heard.status >= 300:
		o := replied(heard.status)
		o.code, o.said = fault.Unavailable, heard.said
		return o
	case heard.err != nil:
		return explain(heard.err)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return explain(err)
	}
	return outcome{code: fault.Unavailable, said: err.Error(),
		en: "The chat service was not reached or refused the text. Check that the address was copied whole and that its webhook or bot still exists.",
		lt: "Pokalbių tarnyba nepasiekta arba pranešimo nepriėmė. Patikrinkite, ar nukopijuotas visas adresas ir ar jo „webhook“ arba robotas dar yra."}
}

// service readies the service that the address names. Those whose host the address chooses go through our own client;
// the others only ever reach their maker's own host.
func (c Chat) service() (types.Service, *hearing, error) {
	u, err := url.Parse(c.URL)
	if err != nil || u.User == nil && u.Host == "" {
		return nil, nil, badChat()
	}
	heard := &hearing{next: client(c.Private).Transport}
	guarded := client(c.Private)
	guarded.Transport = heard
	var service types.Service
	var ready func() bool
	switch u.Scheme {
	case "slack":
		service = &slack.Service{}
	case "teams":
		service = &teams.Service{}
	case "discord":
		service = &discord.Service{}
	case "telegram":
		service = &telegram.Service{}
	case "googlechat":
		service = &googlechat.Service{}
		ready = func() bool { return u.Host == "chat.googleapis.com" }
	case "rocketchat":
		service = &rocketchat.Service{Client: guarded}
	case "mattermost":
		room := &mattermost.Service{}
		service = room
		ready = func() bool {
			*room.GetHTTPClient() = *guarded
			return c.Private || !room.Config.DisableTLS
		}
	default:
		return nil, nil, badChat()
	}
	if service.Initialize(u, nil) != nil || ready != nil && !ready() {
		return nil, nil, badChat()
	}
	return service, heard, nil
}

func badChat() error {
	services := strings.Join(ChatServices(), ", ")
	return fault.Of("url",
		"This is not the address of a chat room. Enter it as the guide shows, beginning with one of: "+services+".",
		"Tai ne pokalbių kanalo adresas. Įveskite jį taip, kaip parodyta vadove; adresas prasideda vienu iš šių žodžių: "+services+".")
}

// secrets lists what in the address must not be repeated; some services keep tokens where others have the host.
func (c Chat) secrets() []string {
	u, err := url.Parse(c.URL)
	if err != nil {
		return nil
	}
	return secretsOf(u, u.Scheme != "mattermost" && u.Scheme != "rocketchat" && u.Scheme != "googlechat")
}

// call is the beginning of what calls people in one chat service or another: @everyone, <!channel>, <@U123>.
var call = regexp.MustCompile(`(^|[^\pL\pN_./])([@!])(\pL)`)

// quiet keeps names in a text from calling everybody: what follows the sign is no longer joined to it.
func quiet(text string) string { return call.ReplaceAllString(text, "$1$2\u2060$3") }

// hearing keeps what a server replied, which the library does not hand on.
type hearing struct {
	next   http.RoundTripper
	status int
	said   string
	err    error
}

// RoundTrip sends the request on and keeps the reply.
func (h *hearing) RoundTrip(req *http.Request) (*http.Response, error) {
	res, err := h.next.RoundTrip(req)
	if err != nil {
		h.err = err
		return nil, err
	}
	h.status, h.said = res.StatusCode, statusLine(res)
	return res, nil
}
