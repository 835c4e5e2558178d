package realserver

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/png"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
)

const posts = "app.bsky.feed.post"

func TestWhatIsPostedToThePDSOutlivesIt(t *testing.T) {
	b := PDS(t)
	handle, did, password := b.Account(t, "ona")
	var session struct{ AccessJwt string }
	b.call(t, "com.atproto.server.createSession", "",
		map[string]string{"identifier": handle, "password": b.AppPassword(t, handle, password)}, &session)
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	picture := file.Bytes()
	cid := b.upload(t, session.AccessJwt, picture)
	b.post(t, "Bearer "+session.AccessJwt, "", did, "Labas, čia Ona.", cid, len(picture))
	b.Stop()
	b.Start()
	found := b.Records(t, did, posts)
	if len(found) != 1 || !strings.Contains(string(found[0].Value), "Labas, čia Ona.") {
		t.Fatalf("after a restart the records are %+v", found)
	}
	if got := b.Blob(t, did, cid); !bytes.Equal(got, picture) {
		t.Errorf("the picture is %q after a restart", got)
	}
	b.Account(t, "jonas") // the directory of identities works as before, too
}

func TestLimitedPDSRefusesTooMuch(t *testing.T) {
	b := LimitedPDS(t)
	b.Account(t, "ona")
	b.Exhaust(t)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, b.URL+"/xrpc/com.atproto.server.describeServer", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, body := b.exchange(t, request)
	if answer.StatusCode != http.StatusTooManyRequests || answer.Header.Get("RateLimit-Reset") == "" {
		t.Errorf("the server answers %s with %v: %s", answer.Status, answer.Header, body)
	}
}

// TestPublicPDSIsFoundFromAHandle goes the way from a handle to the server that an application goes.
func TestPublicPDSIsFoundFromAHandle(t *testing.T) {
	b := PublicPDS(t)
	handle, did, _ := b.Account(t, "ona")
	if got := b.read(t, "https://"+handle+"/.well-known/atproto-did"); got != did {
		t.Errorf("the handle leads to %q and not %s", got, did)
	}
	if got := b.read(t, "https://plc.directory/"+did); !strings.Contains(got, b.URL) {
		t.Errorf("the directory does not lead to %s: %s", b.URL, got)
	}
	if got := b.read(t, b.URL+"/.well-known/oauth-protected-resource"); !strings.Contains(got, b.URL) {
		t.Errorf("the server does not name itself: %s", got)
	}
}

// TestApproveLeadsToAPost walks OAuth as an application on this machine does: PAR, the page, the token, a post, all bound
// to a key (RFC 9449).
func TestApproveLeadsToAPost(t *testing.T) {
	for name, start := range map[string]func(testing.TB) *Bluesky{"localhost": PDS, "https": PublicPDS} {
		t.Run(name, func(t *testing.T) { approveLeadsToAPost(t, start(t)) })
	}
}

func approveLeadsToAPost(t *testing.T, b *Bluesky) {
	t.Helper()
	handle, did, password := b.Account(t, "ona")
	const back = "http://127.0.0.1:9/back"
	const scope = "atproto transition:generic"
	application := "http://localhost?" + url.Values{"redirect_uri": {back}, "scope": {scope}}.Encode()
	verifier := strings.Repeat("v", 43)
	challenge := sha256.Sum256([]byte(verifier))
	proof := newProof(t)

	var pushed struct {
		URI string `json:"request_uri"`
	}
	b.bound(t, proof, "/oauth/par", url.Values{
		"client_id": {application}, "redirect_uri": {back}, "scope": {scope}, "response_type": {"code"}, "state": {"abc"},
		"code_challenge": {base64.RawURLEncoding.EncodeToString(challenge[:])}, "code_challenge_method": {"S256"}, "login_hint": {handle},
	}, &pushed)
	callback, err := url.Parse(b.Approve(t, b.URL+"/oauth/authorize?"+url.Values{"client_id": {application}, "request_uri": {pushed.URI}}.Encode(), handle, password))
	if err != nil {
		t.Fatal(err)
	}
	if got := callback.Query(); got.Get("state") != "abc" || got.Get("iss") != b.URL {
		t.Fatalf("the callback is %s", callback)
	}
	var granted struct {
		Token string `json:"access_token"`
		Sub   string
	}
	b.bound(t, proof, "/oauth/token", url.Values{
		"grant_type": {"authorization_code"}, "client_id": {application}, "redirect_uri": {back},
		"code": {callback.Query().Get("code")}, "code_verifier": {verifier},
	}, &granted)
	if granted.Sub != did {
		t.Fatalf("the token is for %q and not %q", granted.Sub, did)
	}
	b.post(t, "DPoP "+granted.Token, proof.sign(t, b.URL+"/xrpc/com.atproto.repo.createRecord", granted.Token), did, "By OAuth", "", 0)
	if found := b.Records(t, did, posts); len(found) != 1 {
		t.Errorf("the records are %+v", found)
	}
}

func TestWhatIsPostedToSnacOutlivesIt(t *testing.T) {
	m := Snac(t)
	handle, password := m.Account(t, "ona")
	token := m.Token(t, handle, password)
	request := postForm(t, m.URL+"/api/v1/statuses", url.Values{"status": {"Labas, čia Ona."}})
	request.Header.Set("Authorization", "Bearer "+token)
	m.mustBeOK(t, request)
	m.Stop()
	m.Start()
	if found := m.Statuses(t, token); len(found) != 1 || found[0].Text != "Labas, čia Ona." || found[0].Visibility != "public" {
		t.Fatalf("after a restart the statuses are %+v", found)
	}
}

func (b *Bluesky) read(t *testing.T, address string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(b.mustBeOK(t, request))
}

func (b *Bluesky) upload(t *testing.T, token string, file []byte) (cid string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, b.URL+"/xrpc/com.atproto.repo.uploadBlob", bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "image/png")
	request.Header.Set("Authorization", "Bearer "+token)
	var made struct {
		Blob struct {
			Ref struct {
				Link string `json:"$link"`
			}
		}
	}
	decode(t, b.mustBeOK(t, request), &made)
	return made.Blob.Ref.Link
}

// post writes a record, with a picture unless its cid is empty.
func (b *Bluesky) post(t *testing.T, authorization, proof, did, text, cid string, size int) {
	t.Helper()
	record := map[string]any{"$type": posts, "text": text, "createdAt": time.Now().UTC().Format(time.RFC3339)}
	if cid != "" {
		picture := map[string]any{"$type": "blob", "ref": map[string]string{"$link": cid}, "mimeType": "image/png", "size": size}
		record["embed"] = map[string]any{"$type": "app.bsky.embed.images", "images": []any{map[string]any{"image": picture, "alt": "A picture"}}}
	}
	body, err := json.Marshal(map[string]any{"repo": did, "collection": posts, "record": record})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, b.URL+"/xrpc/com.atproto.repo.createRecord", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", authorization)
	if proof != "" {
		request.Header.Set("DPoP", proof)
	}
	b.mustBeOK(t, request)
}

// bound posts a form with a proof of the key, a second time if the server gives a nonce first.
func (b *Bluesky) bound(t *testing.T, p *proof, path string, fields url.Values, out any) {
	t.Helper()
	var said []byte
	for range 2 {
		request := postForm(t, b.URL+path, fields)
		request.Header.Set("DPoP", p.sign(t, b.URL+path, ""))
		answer, body := b.exchange(t, request)
		if nonce := answer.Header.Get("DPoP-Nonce"); nonce != "" {
			p.nonce = nonce
		}
		if answer.StatusCode < 300 {
			decode(t, body, out)
			return
		}
		said = body
	}
	t.Fatalf("%s refused twice: %s", path, said)
}

// proof makes the proofs of RFC 9449.
type proof struct {
	signer jose.Signer
	nonce  string
}

func newProof(t *testing.T) *proof {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.ES256, Key: key}, (&jose.SignerOptions{EmbedJWK: true}).WithType("dpop+jwt"))
	if err != nil {
		t.Fatal(err)
	}
	return &proof{signer: signer}
}

func (p *proof) sign(t *testing.T, address, token string) string {
	t.Helper()
	claims := map[string]any{"jti": rand.Text(), "htm": "POST", "htu": address, "iat": time.Now().Unix(), "nonce": p.nonce}
	if p.nonce == "" {
		delete(claims, "nonce")
	}
	if token != "" {
		hash := sha256.Sum256([]byte(token))
		claims["ath"] = base64.RawURLEncoding.EncodeToString(hash[:])
	}
	body, err := json.Marshal(claims)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := p.signer.Sign(body)
	if err != nil {
		t.Fatal(err)
	}
	compact, err := signed.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return compact
}
