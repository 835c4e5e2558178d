// Package chat speaks to a language model behind an OpenAI-compatible endpoint (POST …/chat/completions), as Ollama,
// vLLM and others have it. It owns one request and its limits. It refuses to retry, to follow redirects, and to send
// anything unencrypted to another machine.
package chat

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"

	"rostrum/fault"
)

// Endpoint is one model at one address.
type Endpoint struct {
	address, model, key string
	client              http.Client
}

// longest is how many bytes an answer may have.
const longest = 64 << 10

// New makes an Endpoint from the base address, such as http://127.0.0.1:11434/v1, the model's name and a key, which may be
// empty. The error is a fault with the field.
func New(address, model, key string) (*Endpoint, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && !(u.Scheme == "http" && loopback(u.Hostname())) {
		return nil, fault.Of("address",
			"The address of the second opinion must begin with https://, or with http:// for this machine itself, such as http://127.0.0.1:11434/v1.",
			"Antrosios nuomonės adresas turi prasidėti https://, o http:// tinka tik šiam pačiam kompiuteriui, pavyzdžiui, http://127.0.0.1:11434/v1.")
	}
	if model == "" {
		return nil, fault.Of("model", "Say which model gives the second opinion.", "Nurodykite, kuris modelis teiks antrąją nuomonę.")
	}
	e := &Endpoint{address: strings.TrimSuffix(address, "/") + "/chat/completions", model: model, key: key}
	e.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return e, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type request struct {
	Model          string            `json:"model"`
	Messages       []message         `json:"messages"`
	Temperature    int               `json:"temperature"`
	MaxTokens      int               `json:"max_tokens"`
	ResponseFormat map[string]string `json:"response_format"`
}

// Complete asks and gives the model's words. The context's deadline ends it.
func (e *Endpoint) Complete(ctx context.Context, instruction, text string) (string, error) {
	body, err := json.Marshal(request{
		Model: e.model, MaxTokens: 200, ResponseFormat: map[string]string{"type": "json_object"},
		Messages: []message{{"system", instruction}, {"user", text}},
	})
	if err != nil {
		return "", err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, e.address, bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	r.Header.Set("Content-Type", "application/json")
	if e.key != "" {
		r.Header.Set("Authorization", "Bearer "+e.key)
	}
	answer, err := e.client.Do(r)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("the endpoint answered %s", answer.Status)
	}
	return content(answer.Body)
}

func content(body io.Reader) (string, error) {
	var said struct {
		Choices []struct {
			Message message `json:"message"`
		} `json:"choices"`
	}
	if err := json.NewDecoder(io.LimitReader(body, longest)).Decode(&said); err != nil {
		return "", err
	}
	if len(said.Choices) == 0 {
		return "", fmt.Errorf("the endpoint gave no choice")
	}
	return said.Choices[0].Message.Content, nil
}
