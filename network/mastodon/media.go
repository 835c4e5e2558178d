package mastodon

import (
	"bytes"
	"context"
	"crypto/rand"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"net/url"
	"time"

	"rostrum/network"
	"rostrum/network/reach"
)

// processing is how long we wait for a server to make its sizes of a picture.
const processing = time.Minute

// bring uploads a picture and waits until it can be posted. Whatever fails here, nothing is out.
func (c *Connector) bring(ctx context.Context, server string, s secret, p network.Picture) (id string, err error) {
	body, kind, err := packed(p)
	if err != nil {
		return "", err
	}
	var answer *reach.Answer
	for _, path := range []string{"/api/v2/media", "/api/v1/media"} { // older servers have only the first version
		answer, err = c.send(ctx, server, call{method: http.MethodPost, path: path, body: bytes.NewReader(body), kind: kind, token: s.Token})
		if err != nil {
			return "", reach.Harmless(err)
		}
		if answer.Status != http.StatusNotFound && answer.Status != http.StatusMethodNotAllowed {
			break
		}
	}
	var got struct {
		ID string `json:"id"`
	}
	waiting := answer.Status == http.StatusAccepted
	if waiting {
		answer.Status = http.StatusOK
	}
	if err := read(answer, &got); err != nil {
		return "", reach.Harmless(err)
	}
	if got.ID == "" {
		return "", &network.Error{Kind: network.Away, Said: "the answer names no picture"}
	}
	if waiting {
		err = c.await(ctx, server, s, got.ID)
	}
	return got.ID, err
}

// await asks again and again until the picture is ready: 206 says that it is not.
func (c *Connector) await(ctx context.Context, server string, s secret, id string) error {
	ctx, cancel := context.WithTimeout(ctx, processing)
	defer cancel()
	for pause := 200 * time.Millisecond; ; pause = min(pause*2, 3*time.Second) {
		select {
		case <-ctx.Done():
			return &network.Error{Kind: network.Away, Said: "the server is still processing the picture", Err: ctx.Err()}
		case <-time.After(pause):
		}
		answer, err := c.send(ctx, server, call{method: http.MethodGet, path: "/api/v1/media/" + url.PathEscape(id), token: s.Token})
		switch {
		case err != nil:
			return reach.Harmless(err)
		case answer.Status == http.StatusPartialContent:
		case answer.Status == http.StatusOK:
			return nil
		default:
			return reach.Harmless(judge(answer))
		}
	}
}

// packed writes the picture as a form with a file (RFC 7578). Each file has a name of its own: snac takes two with the same
// name in the same second for one.
func packed(p network.Picture) (body []byte, kind string, err error) {
	var out bytes.Buffer
	form := multipart.NewWriter(&out)
	if err := form.WriteField("description", p.Alt); err != nil {
		return nil, "", err
	}
	part, err := form.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {`form-data; name="file"; filename="` + rand.Text() + endings[p.Type] + `"`},
		"Content-Type":        {p.Type},
	})
	if err != nil {
		return nil, "", err
	}
	if _, err := part.Write(p.Bytes); err != nil {
		return nil, "", err
	}
	err = form.Close()
	return out.Bytes(), form.FormDataContentType(), err
}

// endings matter: snac knows the kind of a file by its name alone.
var endings = map[string]string{"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}
