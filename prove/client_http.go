package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// form sends a form of a page, and tells whether it was taken: the browser is sent on to the page that follows.
func (c *client) form(ctx context.Context, address, then string, values url.Values) (bool, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(values.Encode()))
	if err != nil {
		return false, err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	request.AddCookie(&http.Cookie{Name: "rostrum", Value: c.cookie})
	answer, err := c.http.Do(request)
	if err != nil {
		return false, err
	}
	defer answer.Body.Close()
	yes := answer.StatusCode == http.StatusSeeOther && strings.HasPrefix(answer.Header.Get("Location"), then)
	return c.counted(yes, answer)
}

// call asks for a change as a program does, and tells whether it was made.
func (c *client) call(ctx context.Context, method, address, tag string, question any) (bool, http.Header, error) {
	body, err := json.Marshal(question)
	if err != nil {
		return false, nil, err
	}
	answer, err := c.program(ctx, method, address, tag, body)
	if err != nil {
		return false, nil, err
	}
	defer answer.Body.Close()
	yes, err := c.counted(answer.StatusCode/100 == 2, answer)
	return yes, answer.Header, err
}

// read asks for something that must be there.
func (c *client) read(ctx context.Context, address string, into any) error {
	answer, err := c.program(ctx, http.MethodGet, address, "", nil)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s was answered %s by the server that was started again", answer.Request.URL.Path, answer.Status)
	}
	return json.NewDecoder(answer.Body).Decode(into)
}

func (c *client) program(ctx context.Context, method, address, tag string, body []byte) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	request.Header.Set("Content-Type", "application/json")
	if tag != "" {
		request.Header.Set("If-Match", tag)
	}
	return c.http.Do(request)
}

// counted counts a yes. Being asked to wait is no answer; everything else ends the try.
func (c *client) counted(yes bool, answer *http.Response) (bool, error) {
	if yes {
		c.said++
		return true, nil
	}
	if answer.StatusCode == http.StatusTooManyRequests || answer.StatusCode == http.StatusServiceUnavailable {
		return false, nil
	}
	said, _ := io.ReadAll(io.LimitReader(answer.Body, 500))
	return false, fmt.Errorf("%s %s was answered %s %s", answer.Request.Method, answer.Request.URL.Path, answer.Status, said)
}
