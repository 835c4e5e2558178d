package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"rostrum/api"
	"rostrum/fault"
)

// remote is a server at a distance, asked with a token.
type remote struct {
	*program
	server, token string
}

func (r *remote) flags(f *pflag.FlagSet) {
	f.StringVar(&r.server, "server", "", r.say("the server, such as https://rostrum.example.com", "serveris, pvz., https://rostrum.example.com"))
	f.StringVar(&r.token, "token", "", r.say("a token; default: ROSTRUM_TOKEN", "žetonas; numatyta – ROSTRUM_TOKEN"))
}

// ready tells what is missing to ask. A token goes only where nobody can read it on the way.
func (r *remote) ready() error {
	u, err := url.Parse(r.server)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return fault.New(fault.Invalid, "Name the server: --server https://rostrum.example.com.", "Nurodykite serverį: --server https://rostrum.example.com.")
	}
	if host := u.Hostname(); u.Scheme == "http" && host != "localhost" && host != "::1" && !strings.HasPrefix(host, "127.") {
		return fault.New(fault.Invalid, "Without HTTPS the token could be read on the way. Name the server with https://.",
			"Be HTTPS žetoną pakeliui būtų galima perskaityti. Serverį nurodykite su https://.")
	}
	r.server = u.Scheme + "://" + u.Host
	if r.token == "" {
		r.token = r.env("ROSTRUM_TOKEN")
	}
	if r.token == "" {
		return fault.New(fault.SignIn, "A token is needed: make one in your account on the server and set ROSTRUM_TOKEN.",
			"Reikia žetono: susikurkite jį savo paskyroje serveryje ir nurodykite per ROSTRUM_TOKEN.")
	}
	return nil
}

// maxAnswer is how many bytes of an answer are read: a policy is at most 64 MB.
const maxAnswer = 80 << 20

// ask asks the server and reads the answer whole. What the server says is wrong is told in its own words.
func (r *remote) ask(ctx context.Context, method, path string, body []byte, heads map[string]string) ([]byte, http.Header, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, method, r.server+"/api/v1"+path, bytes.NewReader(body))
	if err != nil {
		return nil, nil, err
	}
	request.Header.Set("Authorization", "Bearer "+r.token)
	request.Header.Set("Accept-Language", r.lang)
	for name, value := range heads {
		request.Header.Set(name, value)
	}
	// A redirect would take the token elsewhere.
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(request)
	if err != nil {
		return nil, nil, fault.New(fault.Unavailable, fmt.Sprintf("%s does not answer: %v.", r.server, err), fmt.Sprintf("%s neatsako: %v.", r.server, err))
	}
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
	if err != nil {
		return nil, nil, fault.New(fault.Unavailable, r.server+" broke off. Try again.", r.server+" nutraukė ryšį. Bandykite dar kartą.")
	}
	if answer.StatusCode >= 300 {
		return nil, nil, r.refused(answer.StatusCode, content)
	}
	return content, answer.Header, nil
}

// refused is what the server says is wrong, with every place.
func (r *remote) refused(status int, content []byte) error {
	var p api.Problem
	if json.Unmarshal(content, &p) != nil || p.Detail == "" {
		return fault.New(fault.Unavailable, fmt.Sprintf("%s answered %d: it is no Rostrum, or something stands between.", r.server, status),
			fmt.Sprintf("%s atsakė %d: tai ne „Rostrum“ arba kažkas yra pakeliui.", r.server, status))
	}
	for _, d := range p.Errors {
		fmt.Fprintf(r.err, "%s: %s\n", d.Field, d.Detail)
	}
	return fault.New(fault.Code(p.Code), p.Detail, p.Detail)
}

// get asks for something and reads it into what fits.
func (r *remote) get(ctx context.Context, path string, into any) (http.Header, error) {
	return r.exchange(ctx, http.MethodGet, path, nil, nil, into)
}

// send sends what can be written as JSON, and reads the answer into what fits.
func (r *remote) send(ctx context.Context, method, path string, body any, heads map[string]string, into any) (http.Header, error) {
	if body == nil {
		return r.exchange(ctx, method, path, nil, heads, into)
	}
	written, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	all := map[string]string{"Content-Type": "application/json"}
	maps.Copy(all, heads)
	return r.exchange(ctx, method, path, written, all, into)
}

func (r *remote) exchange(ctx context.Context, method, path string, body []byte, heads map[string]string, into any) (http.Header, error) {
	content, head, err := r.ask(ctx, method, path, body, heads)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(content, into); err != nil {
		return nil, fault.New(fault.Unavailable, r.server+" answered something else than this program understands. Are both of the same version?",
			r.server+" atsakė ne tai, ką supranta ši programa. Ar abiejų versija ta pati?")
	}
	return head, nil
}

func (r *remote) importVersion(ctx context.Context, name string, packed []byte) (v api.Version, err error) {
	content, _, err := r.ask(ctx, http.MethodPost, "/policy/versions?"+url.Values{"name": {name}}.Encode(), packed, map[string]string{"Content-Type": "application/gzip"})
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal(content, &v)
}

// submit asks for approval of a draft as it was just sent.
func (r *remote) submit(ctx context.Context, v api.Version) error {
	_, _, err := r.ask(ctx, http.MethodPost, "/policy/versions/"+url.PathEscape(v.ID)+"/submit", nil, map[string]string{"If-Match": `"1"`})
	return err
}

func (r *remote) version(ctx context.Context, id string) (v api.Version, err error) {
	content, _, err := r.ask(ctx, http.MethodGet, "/policy/versions/"+url.PathEscape(id), nil, nil)
	if err != nil {
		return v, err
	}
	return v, json.Unmarshal(content, &v)
}

func (r *remote) files(ctx context.Context, id string) ([]byte, error) {
	content, _, err := r.ask(ctx, http.MethodGet, "/policy/versions/"+url.PathEscape(id)+"/files", nil, nil)
	return content, err
}

// published tells whether a version with the digest was ever published.
func (r *remote) published(ctx context.Context, digest string) (bool, error) {
	for cursor := ""; ; {
		content, _, err := r.ask(ctx, http.MethodGet, "/policy/versions?"+url.Values{"limit": {"200"}, "cursor": {cursor}}.Encode(), nil, nil)
		if err != nil {
			return false, err
		}
		var page struct {
			Items []api.Version `json:"items"`
			Next  string        `json:"next"`
		}
		if err := json.Unmarshal(content, &page); err != nil {
			return false, err
		}
		for _, v := range page.Items {
			if v.Digest == digest {
				return true, nil
			}
		}
		if cursor = page.Next; cursor == "" {
			return false, nil
		}
	}
}
