package bluesky_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/reach"
)

// pages is an Internet that answers each address with a status and a body, and notes what it was asked.
type pages struct {
	answers map[string]string // "200 {…}" by method and address
	asked   []string
}

func (p *pages) RoundTrip(r *http.Request) (*http.Response, error) {
	asked := r.Method + " " + r.URL.Scheme + "://" + r.URL.Host + r.URL.Path
	p.asked = append(p.asked, asked)
	status, body, known := strings.Cut(p.answers[asked], " ")
	if !known {
		status = "404"
	}
	code := map[string]int{"200": 200, "201": 201, "404": 404}[status]
	return &http.Response{StatusCode: code, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

// TestEntryway connects as with bsky.social, which stands before the servers that keep the records, and with an identity
// that is a domain. Both are stand-ins.
func TestEntryway(t *testing.T) {
	web := &pages{answers: map[string]string{
		"GET https://bsky.social/.well-known/oauth-authorization-server": `200 {"issuer":"https://bsky.social",
			"authorization_endpoint":"https://bsky.social/oauth/authorize","token_endpoint":"https://bsky.social/oauth/token",
			"pushed_authorization_request_endpoint":"https://bsky.social/oauth/par","dpop_signing_alg_values_supported":["ES256"]}`,
		"POST https://bsky.social/oauth/par": `201 {"request_uri":"urn:x","expires_in":299}`,
		"POST https://bsky.social/oauth/token": `200 {"access_token":"a","refresh_token":"r","token_type":"DPoP","expires_in":3600,
			"scope":"atproto repo:app.bsky.feed.post","sub":"did:web:brand.example"}`,
		"POST https://bsky.social/xrpc/com.atproto.server.createSession": `200 {"accessJwt":"a","refreshJwt":"r","did":"did:web:brand.example"}`,
		"GET https://brand.example/.well-known/did.json": `200 {"id":"did:web:brand.example","service":[
			{"id":"#other","type":"Other","serviceEndpoint":{"a":1}},
			{"id":"#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":"https://morel.host.example"}]}`,
		"GET https://morel.host.example/.well-known/oauth-protected-resource": `200 {"resource":"https://morel.host.example",
			"authorization_servers":["https://bsky.social"]}`,
		"GET https://morel.host.example/xrpc/com.atproto.server.getSession": `200 {"did":"did:web:brand.example","handle":"brand.example","active":true}`,
		"GET https://morel.host.example/xrpc/com.atproto.repo.getRecord":    `200 {"uri":"at://x","cid":"y","value":{"displayName":" Brand ❤ "}}`,
	}}
	c := with(t, &http.Client{Transport: web}, bluesky.Options{})
	start, err := c.Begin(t.Context(), "", "https://rostrum.example/accounts/connect/done")
	if err != nil {
		t.Fatal(err)
	}
	if start.URL != "https://bsky.social/oauth/authorize?client_id=https%3A%2F%2Frostrum.example%2Fbluesky%2Fclient-metadata.json&request_uri=urn%3Ax" {
		t.Errorf("the browser goes to %s", start.URL)
	}
	state := bytes.SplitN(bytes.SplitN(start.State, []byte(`"state":"`), 2)[1], []byte(`"`), 2)[0]
	who, err := c.Finish(t.Context(), start.State, url.Values{"state": {string(state)}, "iss": {"https://bsky.social"}, "code": {"c"}})
	if err != nil {
		t.Fatal(err)
	}
	byPassword, err := c.SignIn(t.Context(), "bsky.social", "brand.example", "abcd-efgh-ijkl-mnop")
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []network.Identity{who, byPassword} {
		if who.ID != "did:web:brand.example" || who.Handle != "brand.example" || who.Name != "Brand ❤" || who.Server != "https://morel.host.example" {
			t.Errorf("%+v", who)
		}
	}
}

// TestWhatAnswersMean goes through the ways in which servers refuse.
func TestWhatAnswersMean(t *testing.T) {
	status, body := 0, ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}))
	defer server.Close()
	c := with(t, reach.Client(true), bluesky.Options{})
	a := network.Access{Server: server.URL, ID: "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", Handle: "a.test", Secret: []byte(`{"access":"x"}`)}
	p := network.Piece{Key: "3n2xejbwesb22", Text: "a", At: time.Now()}
	for _, answer := range []struct {
		status    int
		body      string
		kind      network.Kind
		said      string
		published bool
	}{
		{400, `{"error":"ExpiredToken","message":"Token has expired"}`, network.SignedOut, "ExpiredToken: Token has expired", false},
		{400, `{"error":"AccountTakedown"}`, network.SignedOut, "AccountTakedown", false},
		{401, `{"error":"use_dpop_nonce"}`, network.SignedOut, "use_dpop_nonce", false},
		{403, `{"error":"ScopeMissingError","message":"Missing scope"}`, network.Refused, "ScopeMissingError: Missing scope", false},
		{400, `{"error":"InvalidRequest","message":"Invalid record"}`, network.Refused, "InvalidRequest: Invalid record", false},
		{500, `{"error":"RecordNotFound"}`, network.Unknown, "RecordNotFound", false},
		{200, `{"uri":"at://did:plc:b/app.bsky.feed.post/3n2xejbwesb22","cid":"c"}`, network.Unknown, "without the post", false},
		{200, `{"uri":"at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3n2xejbwesb22","cid":"c"}`, "", "", true},
	} {
		status, body = answer.status, answer.body
		r, err := c.Publish(t.Context(), a, p)
		if answer.published {
			if err != nil || r.URL != "https://bsky.app/profile/a.test/post/3n2xejbwesb22" {
				t.Errorf("%+v, %v", r, err)
			}
			continue
		}
		isKind(t, body, err, answer.kind)
		if !strings.Contains(network.SaidOf(err), answer.said) {
			t.Errorf("%s: said %q", body, network.SaidOf(err))
		}
		if _, found, err := c.Find(t.Context(), a, p); found || err == nil {
			t.Errorf("%s: Find: found %t, %v", body, found, err)
		}
	}
	status, body = 400, `{"error":"RecordNotFound","message":"Could not locate record"}`
	if _, found, err := c.Find(t.Context(), a, p); found || err != nil {
		t.Errorf("Find of what is not there: %t, %v", found, err)
	}
	for _, body = range []string{
		`{"did":"did:plc:bbbbbbbbbbbbbbbbbbbbbbbb","handle":"b.test"}`,
		`{"did":"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa","handle":"a.test","active":false,"status":"suspended"}`,
	} {
		status = 200
		_, err := c.Look(t.Context(), a)
		isKind(t, "Look: "+body, err, network.SignedOut)
	}
}
