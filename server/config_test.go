package server

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBadConfigurationIsRefused(t *testing.T) {
	for content, want := range map[string]string{
		"listen: [a, b]":               "takes one value",
		"listen: a:1\nlisten: b:2":     "rostrum.yaml:2",
		"nobody_knows_this: 1":         "there is no setting",
		"private-webhooks: perhaps":    "true or false",
		"- listen":                     "names and values",
		"listen: ''":                   "cannot be empty",
		"log: loud":                    "text or json",
		"address: ftp://example.com":   "--address",
		"oidc-issuer: https://id.test": "--oidc-client",
		"opinion-model: llama":         "--opinion as well",
		"opinion: http://127.0.0.1:1/": "--opinion-budget",
		"opinion: http://ai.example.com\nopinion-budget: 5\nopinion-model: m": "--opinion: The address",
		"opinion: http://127.0.0.1:1/\nopinion-budget: 5":                     "--opinion-model",
	} {
		path := filepath.Join(t.TempDir(), "rostrum.yaml")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		c := Defaults()
		err := c.ReadFile(path)
		if err == nil {
			err = c.Check()
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", content, err)
		}
	}
}
