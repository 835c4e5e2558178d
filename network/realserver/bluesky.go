package realserver

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"
)

//go:embed pds/start.mjs
var startPDS []byte

//go:embed pds/package-lock.json
var wantedPDS []byte

// Bluesky is a running PDS, the server that keeps the accounts and records of Bluesky. It is its own OAuth authorization
// server. It has no AppView: reads of app.bsky.feed and the like answer with an error.
type Bluesky struct {
	*process
	URL       string // what it calls itself, which is also the issuer of OAuth
	Address   string // 127.0.0.1:PORT, for what goes around Client: a proxy, a WebSocket
	Directory string // the address of the directory in which its DIDs are found (PLC)
}

// PDS starts a PDS at http://localhost:PORT without limits on the number of requests.
func PDS(t testing.TB) *Bluesky {
	t.Helper()
	return newPDS(t, "localhost", false)
}

// PublicPDS starts a PDS that takes itself for https://pds.test. Its Client is an Internet of its own in which that name,
// the handles of its accounts and https://plc.directory are found, for code that insists on https.
func PublicPDS(t testing.TB) *Bluesky {
	t.Helper()
	return newPDS(t, "pds.test", false)
}

// LimitedPDS starts a PDS with the limits that the real network has, such as 30 sign-ins of an account in five minutes
// and 3,000 requests of any kind from one address.
func LimitedPDS(t testing.TB) *Bluesky {
	t.Helper()
	return newPDS(t, "localhost", true)
}

func newPDS(t testing.TB, name string, limits bool) *Bluesky {
	t.Helper()
	modules := installedPDS(t)
	data, port, directory := t.TempDir(), freePort(t), freePort(t)
	script := filepath.Join(data, "start.mjs")
	if err := os.WriteFile(script, startPDS, 0o600); err != nil {
		t.Fatal(err)
	}
	settings, err := json.Marshal(map[string]any{
		"modules": modules, "data": data, "name": name, "port": port, "directoryPort": directory, "limits": limits,
	})
	if err != nil {
		t.Fatal(err)
	}
	b := &Bluesky{
		URL: "https://" + name, Address: fmt.Sprintf("127.0.0.1:%d", port), Directory: fmt.Sprintf("http://127.0.0.1:%d", directory),
	}
	if name == "localhost" {
		b.URL = fmt.Sprintf("http://localhost:%d", port)
	}
	b.process = run(t, internet{b.Address, strings.TrimPrefix(b.Directory, "http://"), loopback()},
		"http://"+b.Address+"/xrpc/_health", "node", script, string(settings))
	return b
}

// installedPDS is the folder into which .ci/networks put the versions that this checkout asks for.
func installedPDS(t testing.TB) string {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		lacking(t, "Node is not installed, which Bluesky's server needs")
	}
	cache := os.Getenv("XDG_CACHE_HOME")
	if cache == "" {
		cache = filepath.Join(os.Getenv("HOME"), ".cache")
	}
	folder := filepath.Join(cache, "rostrum", "pds")
	if found, err := os.ReadFile(filepath.Join(folder, "installed")); err != nil || !bytes.Equal(found, wantedPDS) {
		lacking(t, "Bluesky's server is not installed in "+folder)
	}
	return folder
}

// Exhaust asks a LimitedPDS for nothing in particular until it answers 429 to everything for what is left of five
// minutes. It takes a few seconds.
func (b *Bluesky) Exhaust(t testing.TB) {
	t.Helper()
	var asking errgroup.Group
	for range 8 {
		asking.Go(func() error {
			for range 3000 {
				answer, err := http.Get("http://" + b.Address + "/xrpc/com.atproto.server.describeServer")
				if err != nil {
					return err
				}
				_, err = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
				if answer.StatusCode == http.StatusTooManyRequests || err != nil {
					return err
				}
			}
			return errors.New("after 3,000 requests the server answers still")
		})
	}
	if err := asking.Wait(); err != nil {
		t.Fatal(err)
	}
}

// Account creates an account. The name has at least three letters; its handle is name.test, which only the PDS itself
// resolves (com.atproto.identity.resolveHandle).
func (b *Bluesky) Account(t testing.TB, name string) (handle, did, password string) {
	t.Helper()
	handle, password = name+".test", "password of "+name
	var made struct{ DID string }
	b.call(t, "com.atproto.server.createAccount", "",
		map[string]string{"handle": handle, "email": name + "@example.com", "password": password}, &made)
	return handle, made.DID, password
}

// AppPassword makes a password that an application may use instead of the account's own.
func (b *Bluesky) AppPassword(t testing.TB, handle, password string) string {
	t.Helper()
	var session struct{ AccessJwt string }
	b.call(t, "com.atproto.server.createSession", "", map[string]string{"identifier": handle, "password": password}, &session)
	var made struct{ Password string }
	b.call(t, "com.atproto.server.createAppPassword", session.AccessJwt, map[string]string{"name": "rostrum"}, &made)
	return made.Password
}

// Record is a record as the server keeps it.
type Record struct {
	URI, CID string
	Value    json.RawMessage
}

// Records lists what an account has in a collection such as app.bsky.feed.post, by record key, the highest first: with
// keys that are made from the time, the newest.
func (b *Bluesky) Records(t testing.TB, did, collection string) []Record {
	t.Helper()
	var all []Record
	for cursor := ""; ; {
		var page struct {
			Cursor  string
			Records []Record
		}
		body := b.get(t, "com.atproto.repo.listRecords", url.Values{
			"repo": {did}, "collection": {collection}, "limit": {"100"}, "cursor": {cursor},
		})
		decode(t, body, &page)
		all = append(all, page.Records...)
		if cursor = page.Cursor; cursor == "" || len(page.Records) == 0 {
			return all
		}
	}
}

// Blob reads the bytes of a picture or another file that a record refers to.
func (b *Bluesky) Blob(t testing.TB, did, cid string) []byte {
	t.Helper()
	return b.get(t, "com.atproto.sync.getBlob", url.Values{"did": {did}, "cid": {cid}})
}

func (b *Bluesky) get(t testing.TB, method string, query url.Values) []byte {
	t.Helper()
	for key, value := range query {
		if value[0] == "" {
			query.Del(key)
		}
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, b.URL+"/xrpc/"+method+"?"+query.Encode(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return b.mustBeOK(t, request)
}

// call uses a procedure of the server's; without a token it speaks for nobody.
func (b *Bluesky) call(t testing.TB, method, token string, in, out any) {
	t.Helper()
	body, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, b.URL+"/xrpc/"+method, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	decode(t, b.mustBeOK(t, request), out)
}

func decode(t testing.TB, body []byte, out any) {
	t.Helper()
	if err := json.Unmarshal(body, out); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
}
