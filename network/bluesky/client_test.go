package bluesky_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/bluesky"
	"rostrum/network/reach"
	"rostrum/network/realserver"
)

// here makes programs on Node find rostrum.home.arpa on this machine.
const here = `const dns = require('node:dns')
const { lookup } = dns
dns.lookup = (name, ...rest) => lookup(name === 'rostrum.home.arpa' ? '127.0.0.1' : name, ...rest)
`

// certified makes a certificate for rostrum.home.arpa.
func certified(t *testing.T) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	says := &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{"rostrum.home.arpa"}, NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, // it vouches for itself
	}
	der, err := x509.CreateCertificate(rand.Reader, says, says, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// TestPublicClient is a Rostrum with a public name: the real PDS fetches its document over https and holds it to that.
func TestPublicClient(t *testing.T) {
	var c *bluesky.Connector
	var redirect string
	fetched := 0
	rostrum := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		document, err := c.Metadata(redirect)
		if err != nil || r.URL.Path != bluesky.ClientPath {
			t.Errorf("%s: %v", r.URL.Path, err)
		}
		fetched++
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(document)
	}))
	rostrum.TLS = &tls.Config{Certificates: []tls.Certificate{certified(t)}}
	rostrum.StartTLS()
	defer rostrum.Close()
	folder := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	t.Setenv("NODE_EXTRA_CA_CERTS", write("ca.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: rostrum.Certificate().Raw})))
	t.Setenv("NODE_OPTIONS", "--require "+write("here.cjs", []byte(here)))
	port := rostrum.URL[len("https://127.0.0.1"):]

	for name, seed := range map[string]string{"with a key": "a secret of the installation", "without a key": ""} {
		t.Run(name, func(t *testing.T) {
			pds := realserver.PDS(t)
			c = with(t, reach.Client(true), bluesky.Options{Directory: pds.Directory, Seed: []byte(seed)})
			redirect, fetched = "https://rostrum.home.arpa"+port+"/accounts/connect/done", 0
			handle, did, password := pds.Account(t, "ona")
			state, came := agree(t, c, pds, redirect, handle, password)
			who, err := c.Finish(t.Context(), state, came)
			if err != nil {
				t.Fatal(err)
			}
			if fetched == 0 || who.ID != did || who.Secret.Ends.IsZero() != (seed != "") {
				t.Errorf("the document was fetched %d times; %s ends at %s", fetched, who.ID, who.Secret.Ends)
			}
			a := accessOf(who)
			if seed != "" {
				stranger := with(t, reach.Client(true), bluesky.Options{Directory: pds.Directory, Seed: []byte("of another installation")})
				_, err = stranger.Refresh(t.Context(), a)
				isKind(t, "Refresh by another installation", err, network.SignedOut)
			}
			renewed, err := c.Refresh(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			a.Secret = renewed.Bytes
			if _, err := c.Publish(t.Context(), a, network.Piece{Key: "3n2xejbwesb22", Text: "Vieša", At: time.Now()}); err != nil {
				t.Error(err)
			}
			if err := c.Revoke(t.Context(), a); err != nil {
				t.Error(err)
			}
			_, err = c.Refresh(t.Context(), a)
			isKind(t, "Refresh after Revoke", err, network.SignedOut)
		})
	}
}
