package web

import (
	"html"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"rostrum/fault"
	"rostrum/keyring"
	"rostrum/ledger"
	"rostrum/notify"
	"rostrum/staff"
	"rostrum/staff/signin"
	"rostrum/store"
	"rostrum/store/storetest"
	"rostrum/studio"
)

const goodPassword = "keturi pilki arkliai valgo debesis"

// newEntrance starts a server that browsers reach as localhost, with the company "Banga" or, for a first run, without one.
func newEntrance(t *testing.T, founded bool, change ...func(*Server)) *room {
	t.Helper()
	r := &room{t: t, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	keys, err := keyring.Open(t.TempDir())
	r.must(err)
	sealer, err := signin.NewSealer(keys.Seal)
	r.must(err)
	r.Server = &Server{Store: storetest.SQLite(t), Keys: keys, Sealer: sealer, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Now: func() time.Time { return r.now }}
	front := http.NewServeMux()
	r.http = httptest.NewServer(front)
	t.Cleanup(r.http.Close)
	r.http.URL = strings.Replace(r.http.URL, "127.0.0.1", "localhost", 1)
	r.Address, err = url.Parse(r.http.URL)
	r.must(err)
	for _, c := range change {
		c(r.Server)
	}
	pages, err := r.Handler()
	r.must(err)
	front.Handle("/", pages)
	if founded {
		r.found()
	}
	return r
}

func noRedirects(b *browser) *browser {
	b.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return b
}

// withPassword gives a person a password and an app, and gives the app's secret.
func (r *room) withPassword(who staff.Person) (secret string) {
	r.t.Helper()
	hash, err := r.gate.passwords.Hash(r.t.Context(), goodPassword)
	r.must(err)
	app, err := signin.NewTOTP("Banga", who.Mail)
	r.must(err)
	sealed, err := r.Sealer.Seal([]byte(app.Secret), totpRow(who.ID))
	r.must(err)
	r.must(r.Store.Write(r.t.Context(), func(tx *store.Tx) error {
		return tx.KeepCredential(r.t.Context(), store.Credential{Person: who.ID, Password: hash, TOTP: sealed, Recovery: signin.NewRecovery().Hashes})
	}))
	return app.Secret
}

// shows is the code that an app shows now.
func (r *room) shows(secret string) string {
	r.t.Helper()
	code, err := totp.GenerateCode(secret, r.now)
	r.must(err)
	return code
}

// kinds counts the ledger's entries by kind.
func (r *room) kinds() map[string]int {
	r.t.Helper()
	counts := map[string]int{}
	r.must(r.Store.Read(r.t.Context(), func(tx *store.Tx) error {
		all, err := tx.LedgerFrom(r.t.Context(), 0, 1000)
		for _, sealed := range all {
			e, _, _, err := ledger.Open(sealed.Leaf, sealed.Private)
			r.must(err)
			counts[e.Kind]++
		}
		return err
	}))
	return counts
}

func (r *room) byMail(mail string) (who staff.Person) {
	r.t.Helper()
	r.must(r.Store.Read(r.t.Context(), func(tx *store.Tx) (err error) {
		who, err = tx.PersonByMail(r.t.Context(), mail)
		return err
	}))
	return who
}

func wants(t testing.TB, page string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(html.UnescapeString(page), text) {
			t.Errorf("the page lacks %q:\n%s", text, page)
		}
	}
}

var secretOnPage = regexp.MustCompile(`data-copy="([A-Z2-7 ]+)"`)

func TestFirstRun(t *testing.T) {
	r := newEntrance(t, false)
	b := r.browser(staff.Person{})
	_, page := b.get("/")
	wants(t, page, "Which company is it for?")
	status, page := b.post("/start", url.Values{"question": {"company"}, "company": {" "}})
	if wants(t, page, "Enter the company's name"); status != http.StatusUnprocessableEntity {
		t.Errorf("an empty name: %d", status)
	}
	_, page = b.post("/start", url.Values{"question": {"company"}, "company": {"Jūros vėjas"}})
	wants(t, page, "In which languages?")
	_, page = b.post("/start", url.Values{"question": {"languages"}, "language": {"en", "lt"}, "main": {"lt"}})
	wants(t, page, "Does a sector have rules of its own?")
	_, page = b.post("/start", url.Values{"question": {"sectors"}, "sector": {"retail"}})
	wants(t, page, "Where is the company?")
	_, page = b.post("/start", url.Values{"question": {"zone"}, "zone": {"Europe/Vilnius"}})
	wants(t, page, "And who are you?")
	_, page = b.get("/start?question=company")
	wants(t, page, `value="Jūros vėjas"`)
	_, page = b.post("/start", url.Values{"question": {"you"}, "name": {"Rasa Rasaitė"}, "mail": {"Rasa@example.com"}})
	wants(t, page, "How will you sign in?", "Make a passkey")
	_, page = b.post("/sign-in/set-up/password", url.Values{"password": {"rasa1234"}})
	wants(t, page, "Leave out your name")
	_, page = b.post("/sign-in/set-up/password", url.Values{"password": {goodPassword}})
	wants(t, page, "Connect your app", "data:image/png;base64,")
	secret := secretOnPage.FindStringSubmatch(page)
	if secret == nil {
		t.Fatal("no secret to type")
	}
	_, page = b.post("/sign-in/set-up/app", url.Values{"code": {"000000"}})
	wants(t, page, "This code does not fit", secret[1])
	_, page = b.post("/sign-in/set-up/app", url.Values{"code": {r.shows(strings.ReplaceAll(secret[1], " ", ""))}})
	wants(t, page, "Keep these codes")
	_, page = b.get("/account/codes") // a reload shows them again
	wants(t, page, "Keep these codes")
	_, page = b.post("/account/codes/kept", nil)
	wants(t, page, "Look through your policy", "Invite somebody who approves it", "Choose the day")
	_, page = b.get("/account/codes")
	if strings.Contains(page, "Keep these codes") {
		t.Error("codes are shown after they were kept")
	}
	if _, page = r.browser(staff.Person{}).get("/start"); strings.Contains(page, "Which company") {
		t.Error("a second company is offered")
	}
	if who := r.byMail("rasa@example.com"); !who.Has(staff.Administrator) || who.State != staff.Active {
		t.Errorf("the founder is %+v", who)
	}
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		drafts, err := tx.Versions(t.Context(), 10)
		if len(drafts) != 1 || drafts[0].State != studio.Draft {
			t.Fatalf("the versions are %+v", drafts)
		}
		ready, err2 := r.Ready(t.Context(), tx, drafts[0])
		if err2 != nil || ready.Policy.Company != "Jūros vėjas" {
			t.Errorf("the draft: %v", err2)
		}
		return err
	}))
}

func TestStartCode(t *testing.T) {
	r := newEntrance(t, false)
	for name, change := range map[string]func(*http.Request){
		"through a proxy":              func(q *http.Request) { q.Header.Set("X-Forwarded-For", "203.0.113.9") },
		"under a name from elsewhere":  func(q *http.Request) { q.Host = "rebound.example.com" },
		"from another machine's pages": func(q *http.Request) { q.RemoteAddr = "203.0.113.9:4000" },
	} {
		request := httptest.NewRequest(http.MethodGet, "/start", nil)
		request.Host, request.RemoteAddr = "localhost:8080", "127.0.0.1:4000"
		if !r.near(&visit{r: request}) {
			t.Fatal("this machine is not near")
		}
		if change(request); r.near(&visit{r: request}) {
			t.Errorf("%s is near", name)
		}
	}
	r.Address = &url.URL{Scheme: "http", Host: "rostrum.example.com"}
	b := r.browser(staff.Person{})
	_, page := b.get("/start")
	wants(t, page, "Are you who started the server?")
	_, page = b.post("/start", url.Values{"question": {"company"}, "company": {"Thieves"}})
	wants(t, page, "Are you who started the server?")
	_, page = b.post("/start", url.Values{"question": {"code"}, "code": {"aaaa-aaaa-aaaa-aaaa"}})
	wants(t, page, "This is not the code")
	_, page = b.post("/start", url.Values{"question": {"code"}, "code": {r.startCode()}})
	wants(t, page, "Which company is it for?")
}

func TestSignInWithPasswordAndApp(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	secret := r.withPassword(jonas)
	b := r.browser(staff.Person{})
	_, page := b.get("/account")
	wants(t, page, "E-mail address", `value="/account"`)
	_, page = b.post("/sign-in", url.Values{"mail": {"JONAS.jonaitis@example.com"}, "password": {goodPassword}, "then": {"/account"}})
	wants(t, page, "One more step")
	if _, page := b.get("/account"); strings.Contains(page, "Your account") {
		t.Error("a password alone opens the account")
	}
	status, page := b.post("/sign-in/code", url.Values{"code": {"123456"}})
	if wants(t, page, "This code does not fit"); status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong code: %d", status)
	}
	code := r.shows(secret)
	_, page = b.post("/sign-in/code", url.Values{"code": {code}})
	wants(t, page, "Your account", "Jonas Jonaitis")
	again := r.browser(staff.Person{})
	again.post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {goodPassword}})
	if _, page = again.post("/sign-in/code", url.Values{"code": {code}}); strings.Contains(page, "Good day") {
		t.Error("a code opened twice")
	}
	if k := r.kinds(); k["signin.failed"] != 2 || k["signin.done"] != 1 {
		t.Errorf("recorded: %v", k)
	}
	_, page = b.post("/sign-out", nil)
	wants(t, page, "E-mail address")
	if _, page = b.get("/account"); !strings.Contains(page, "E-mail address") {
		t.Error("still signed in")
	}
}

func TestRecoveryCodeOpensOnce(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	r.withPassword(jonas)
	codes := signin.NewRecovery()
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		c, err := tx.Credential(t.Context(), jonas.ID)
		c.Recovery = codes.Hashes
		r.must(err)
		return tx.KeepCredential(t.Context(), c)
	}))
	for i, opens := range []bool{true, false} {
		b := r.browser(staff.Person{})
		b.post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {goodPassword}})
		_, page := b.post("/sign-in/code", url.Values{"code": {strings.ToUpper(codes.Codes[3])}})
		if opened := !strings.Contains(page, "One more step"); opened != opens {
			t.Errorf("try %d: opened %v", i, opened)
		}
	}
}

// TestNobodyLearnsWhoHasAnAccount compares the answers to an address that is known and one that is not, until both wait.
func TestNobodyLearnsWhoHasAnAccount(t *testing.T) {
	r := newEntrance(t, true)
	r.withPassword(r.person("Jonas Jonaitis"))
	gone := r.person("Kotryna Kaitė")
	r.withPassword(gone)
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		gone.State = staff.Left
		return tx.ChangePerson(t.Context(), gone)
	}))
	mails := []string{"jonas.jonaitis@example.com", "nobody.nobodys@example.com", "kotryna.kaitė@example.com"}
	for try := range 5 {
		var first string
		for i, mail := range mails {
			b := r.browser(staff.Person{})
			status, page := b.post("/sign-in", url.Values{"mail": {mail}, "password": {"wrong"}})
			page = strings.ReplaceAll(strings.ReplaceAll(page, html.EscapeString(mail), "MAIL"), mail, "MAIL")
			if (try > 2) != (status == http.StatusTooManyRequests) {
				t.Errorf("try %d for %s: %d", try, mail, status)
			}
			if i == 0 {
				first = page
			} else if page != first {
				t.Errorf("try %d: %s is answered differently", try, mail)
			}
		}
	}
	r.now = r.now.Add(20 * time.Minute)
	if status, _ := r.browser(staff.Person{}).post("/sign-in", url.Values{"mail": {mails[0]}, "password": {goodPassword}}); status != http.StatusOK {
		t.Errorf("locked out for good: %d", status)
	}
}

// TestStrangersKeepOnlyStrangersWaiting: failures elsewhere do not hold a browser in which the person signed in before.
func TestStrangersKeepOnlyStrangersWaiting(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	secret := r.withPassword(jonas)
	b := r.browser(staff.Person{})
	b.post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {goodPassword}})
	b.post("/sign-in/code", url.Values{"code": {r.shows(secret)}})
	b.post("/sign-out", nil)
	stranger := r.browser(staff.Person{})
	for range 6 {
		stranger.post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {"wrong"}})
	}
	if status, _ := stranger.post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {goodPassword}}); status != http.StatusTooManyRequests {
		t.Errorf("the stranger gets %d", status)
	}
	_, page := b.post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {goodPassword}})
	wants(t, page, "One more step")
	// A made-up mark gives no tally of its own.
	made := r.browser(staff.Person{})
	made.http.Jar.SetCookies(r.Address, []*http.Cookie{{Name: "device", Value: "made up", Path: "/"}})
	if status, _ := made.post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {goodPassword}}); status != http.StatusTooManyRequests {
		t.Errorf("a made-up mark gets %d", status)
	}
}

func TestThenStaysHere(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	secret := r.withPassword(jonas)
	for _, evil := range []string{"https://evil.example", "//evil.example", `/\evil.example`, "javascript:alert(1)", "/\t/evil.example", "\\\\evil", "evil"} {
		r.now = r.now.Add(time.Minute)
		b := noRedirects(r.browser(staff.Person{}))
		b.post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {goodPassword}, "then": {evil}})
		answer, err := b.http.PostForm(r.http.URL+"/sign-in/code", url.Values{"code": {r.shows(secret)}})
		r.must(err)
		answer.Body.Close()
		if to := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || to != "/" {
			t.Errorf("%q leads to %d %q", evil, answer.StatusCode, to)
		}
	}
}

func TestInvitation(t *testing.T) {
	r := newEntrance(t, true)
	ona := r.byMail("ona@example.com")
	petras := staff.Person{ID: staff.NewID(), Name: "Petras", Mail: "petras@example.com", Language: "en", Zone: "Europe/Vilnius", State: staff.Invited, Invited: r.now}
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error { return tx.AddPerson(t.Context(), petras) }))
	invite := func() (path string) {
		r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
			link, err := r.invite(t.Context(), tx, petras, ona)
			path = strings.TrimPrefix(link, r.Address.String())
			return err
		}))
		return path
	}
	old := invite()
	link := invite()
	b := r.browser(staff.Person{})
	if status, page := b.get(old); status != http.StatusNotFound {
		t.Errorf("the replaced link: %d %s", status, page)
	}
	_, page := b.get(link)
	wants(t, page, "Ona Onaitė invites you", "petras@example.com")
	_, page = b.post(link, url.Values{"name": {""}, "language": {"lt"}})
	wants(t, page, "Enter the name")
	_, page = b.post(link, url.Values{"name": {"Petras Petraitis"}, "language": {"lt"}})
	wants(t, page, "How will you sign in?")
	b.post("/sign-in/set-up/password", url.Values{"password": {goodPassword}})
	_, page = b.get("/sign-in/set-up/app")
	secret := strings.ReplaceAll(secretOnPage.FindStringSubmatch(page)[1], " ", "")
	_, page = b.post("/sign-in/set-up/app", url.Values{"code": {r.shows(secret)}})
	wants(t, page, "Pasilikite šiuos kodus")
	if who := r.byMail(petras.Mail); who.State != staff.Active || who.Name != "Petras Petraitis" || who.Language != "lt" || !who.Joined.Equal(r.now) {
		t.Errorf("who joined is %+v", who)
	}
	late := r.browser(staff.Person{})
	if status, _ := late.get(link); status != http.StatusNotFound {
		t.Errorf("a used link: %d", status)
	}
	petras = r.byMail(petras.Mail)
	link = invite()
	r.now = r.now.Add(7*24*time.Hour + time.Second)
	if status, _ := late.get(link); status != http.StatusNotFound {
		t.Errorf("an expired link: %d", status)
	}
	if status, _ := late.post(link, url.Values{"name": {"Thief"}, "language": {"en"}}); status != http.StatusNotFound {
		t.Errorf("an expired link, accepted: %d", status)
	}
	for _, garbage := range []string{"/invitation/x", "/invitation/rsi_" + strings.Repeat("a", 49), strings.Replace(link, "rsi_", "rsr_", 1)} {
		if status, _ := late.get(garbage); status != http.StatusNotFound {
			t.Errorf("%s: %d", garbage, status)
		}
	}
}

// TestInvitingAnewEndsEarlierWays: a second invitation is how somebody who lost everything comes back.
func TestInvitingAnewEndsEarlierWays(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	r.withPassword(jonas)
	before := r.browser(jonas)
	var link string
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) (err error) {
		link, err = r.invite(t.Context(), tx, jonas, r.byMail("ona@example.com"))
		return err
	}))
	if _, page := before.get("/account"); !strings.Contains(page, "Your account") {
		t.Error("an invitation alone ends sessions")
	}
	b := r.browser(staff.Person{})
	b.post(strings.TrimPrefix(link, r.Address.String()), url.Values{"name": {jonas.Name}, "language": {"en"}})
	b.post("/sign-in/set-up/password", url.Values{"password": {"septyni žali dviračiai skrenda namo"}})
	_, page := b.get("/sign-in/set-up/app")
	b.post("/sign-in/set-up/app", url.Values{"code": {r.shows(strings.ReplaceAll(secretOnPage.FindStringSubmatch(page)[1], " ", ""))}})
	if _, page := b.get("/account"); !strings.Contains(page, "Your account") {
		t.Error("not in after the new invitation")
	}
	if _, page := before.get("/account"); strings.Contains(page, "Your account") {
		t.Error("the earlier session lives")
	}
	_, page = r.browser(staff.Person{}).post("/sign-in", url.Values{"mail": {jonas.Mail}, "password": {goodPassword}})
	wants(t, page, "is wrong")
}

func TestRecoveryByLetter(t *testing.T) {
	mail, err := notify.ParseMail("smtp://127.0.0.1:1?from=rostrum@example.com")
	if err != nil {
		t.Fatal(err)
	}
	r := newEntrance(t, true, func(s *Server) { s.Mail = mail })
	jonas := r.person("Jonas Jonaitis")
	secret := r.withPassword(jonas)
	b := r.browser(staff.Person{})
	_, known := b.post("/sign-in/help", url.Values{"mail": {jonas.Mail}})
	wants(t, known, "a letter is on its way")
	if _, unknown := b.post("/sign-in/help", url.Values{"mail": {"nobody@example.com"}}); unknown != known {
		t.Error("an unknown address is answered differently")
	}
	message, err := r.write(t.Context(), "", letter{What: forgotten, Mail: jonas.Mail})
	r.must(err)
	link := regexp.MustCompile(`/recovery/rsr_\w+`).FindString(message.Text)
	if link == "" {
		t.Fatalf("no link in %s", message.Text)
	}
	if again, err := r.write(t.Context(), "", letter{What: forgotten, Mail: jonas.Mail}); err != nil || len(again.To) > 0 {
		t.Errorf("a second letter at once: %v %v", again.To, err)
	}
	if nobody, err := r.write(t.Context(), "", letter{What: forgotten, Mail: "nobody@example.com"}); err != nil || len(nobody.To) > 0 {
		t.Errorf("a letter to nobody: %v %v", nobody.To, err)
	}
	_, page := b.get(link)
	wants(t, page, "One more step")
	if _, page := b.get("/sign-in/set-up"); strings.Contains(page, "How will you sign in?") {
		t.Error("a mailbox alone is enough")
	}
	_, page = b.post("/recovery", url.Values{"code": {"000000"}})
	wants(t, page, "This code does not fit")
	_, page = b.post("/recovery", url.Values{"code": {r.shows(secret)}})
	wants(t, page, "How will you sign in?")
	b.post("/sign-in/set-up/password", url.Values{"password": {"septyni žali dviračiai skrenda namo"}})
	_, page = b.get("/sign-in/set-up/app")
	b.post("/sign-in/set-up/app", url.Values{"code": {r.shows(strings.ReplaceAll(secretOnPage.FindStringSubmatch(page)[1], " ", ""))}})
	if _, page = b.get("/account"); !strings.Contains(page, "Your account") {
		t.Error("not in after recovery")
	}
	if status, _ := r.browser(staff.Person{}).get(link); status != http.StatusNotFound {
		t.Errorf("the link twice: %d", status)
	}
}

func TestStepUp(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis", staff.PolicyOwner)
	secret := r.withPassword(jonas)
	b := r.browser(jonas)
	r.now = r.now.Add(11 * time.Minute)
	_, page := b.post("/account/ways", url.Values{"what": {"password"}})
	wants(t, page, "Is it still you?")
	_, page = b.post("/prove", url.Values{"password": {"wrong"}, "code": {r.shows(secret)}, "then": {"/account/ways"}})
	wants(t, page, "The password is wrong")
	_, page = b.post("/prove", url.Values{"password": {goodPassword}, "code": {"000000"}, "then": {"/account/ways"}})
	wants(t, page, "This code does not fit")
	r.now = r.now.Add(2 * time.Minute)
	_, page = b.post("/prove", url.Values{"password": {goodPassword}, "code": {r.shows(secret)}, "then": {"/account/ways"}})
	wants(t, page, "How you sign in")
	_, page = b.post("/account/ways", url.Values{"what": {"password"}})
	wants(t, page, "Choose a password")
	other := r.browser(jonas)
	_, page = b.post("/sign-in/set-up/password", url.Values{"password": {"septyni žali dviračiai skrenda namo"}})
	wants(t, page, "Your new way in is set up.")
	if _, page = other.get("/account"); strings.Contains(page, "Your account") {
		t.Error("other sessions live after the password was changed")
	}
}

// TestChangedWaysInAreToldByLetter: what somebody adds, changes or removes reaches them by mail; joining does not.
func TestChangedWaysInAreToldByLetter(t *testing.T) {
	mail, err := notify.ParseMail("smtp://127.0.0.1:1?from=rostrum@example.com")
	if err != nil {
		t.Fatal(err)
	}
	r := newEntrance(t, true, func(s *Server) { s.Mail = mail })
	jonas := r.person("Jonas Jonaitis")
	r.withPassword(jonas)
	letters := func() (n int) {
		r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
			return tx.QueryRowContext(t.Context(), `SELECT count(*) FROM river_job WHERE kind = 'signin_letter'`).Scan(&n)
		}))
		return n
	}
	before := letters()
	b := r.browser(jonas)
	b.post("/account/ways", url.Values{"what": {"password"}})
	b.post("/sign-in/set-up/password", url.Values{"password": {"septyni žali dviračiai skrenda namo"}})
	if n := letters() - before; n != 1 {
		t.Errorf("%d letters about the new password", n)
	}
	b.post("/account/codes", nil)
	if n := letters() - before; n != 2 {
		t.Errorf("%d letters, the second about new codes", n)
	}
	for _, way := range []string{"passkey", "password", "app", "codes", "passkey_removed", "password_removed"} {
		message, err := r.write(t.Context(), jonas.ID, letter{What: wayChanged, Way: way, Device: "Firefox", Place: "192.0.2.1", At: r.now})
		if r.must(err); !strings.Contains(message.Text, "/account/ways") || strings.Contains(message.Text, "letter_") || message.To[0] != jonas.Mail {
			t.Errorf("%s:\n%s", way, message.Text)
		}
	}
}

func TestLastWayInStays(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	r.withPassword(jonas)
	b := r.browser(jonas)
	_, page := b.post("/account/ways/remove-password", nil)
	wants(t, page, "This is your last way in")
	r.must(r.Store.Write(t.Context(), func(tx *store.Tx) error {
		return tx.AddPasskey(t.Context(), store.Passkey{Passkey: signin.Passkey{ID: "k", Record: []byte("{}")}, Person: jonas.ID, Name: "Phone", Made: r.now})
	}))
	_, page = b.post("/account/ways/rename", url.Values{"passkey": {"k"}, "name": {"Old phone"}})
	wants(t, page, "Old phone")
	_, page = b.post("/account/ways/remove-password", nil)
	wants(t, page, "Removed.", "This is your only way in")
	_, page = b.post("/account/ways/remove", url.Values{"passkey": {"k"}})
	wants(t, page, "This is your last way in")
}

func TestTokens(t *testing.T) {
	r := newEntrance(t, true)
	b := r.browser(r.person("Jonas Jonaitis", staff.PolicyOwner))
	_, page := b.post("/account/tokens", url.Values{"name": {"CI"}, "days": {"30"}})
	wants(t, page, "Choose at least one thing", `value="CI"`)
	_, page = b.post("/account/tokens", url.Values{"name": {"CI"}, "days": {"4000"}, "scopes": {"check"}})
	wants(t, page, "a year at most")
	_, page = b.post("/account/tokens", url.Values{"name": {"CI"}, "days": {"30"}, "scopes": {"check", "policy:read"}})
	shown := regexp.MustCompile(`rst_\w+`).FindString(page)
	r.must(r.Store.Read(t.Context(), func(tx *store.Tx) error {
		who, token, err := tx.Bearer(t.Context(), shown, r.now)
		if who.Name != "Jonas Jonaitis" || !token.Expires.Equal(r.now.AddDate(0, 0, 30)) {
			t.Errorf("%+v %+v", who, token)
		}
		return err
	}))
	if _, page = b.get("/account/tokens"); strings.Contains(page, shown) {
		t.Error("the token is shown twice")
	}
	id := regexp.MustCompile(`name="token" value="(\w+)"`).FindStringSubmatch(page)[1]
	b.post("/account/tokens/revoke", url.Values{"token": {id}})
	if err := r.Store.Read(t.Context(), func(tx *store.Tx) error {
		_, _, err := tx.Bearer(t.Context(), shown, r.now)
		return err
	}); !fault.Is(err, fault.SignIn) {
		t.Errorf("a withdrawn token: %v", err)
	}
	status, _ := r.browser(r.person("Petras Petraitis")).get("/account/tokens")
	if status != http.StatusForbidden {
		t.Errorf("an employee gets %d", status)
	}
}

func TestDevices(t *testing.T) {
	r := newEntrance(t, true)
	jonas := r.person("Jonas Jonaitis")
	here, there := r.browser(jonas), r.browser(jonas)
	_, page := here.get("/account/devices")
	wants(t, page, "This one", "Sign out there")
	_, page = here.post("/account/devices", url.Values{"device": {"others"}})
	wants(t, page, "Signed out there.")
	if _, page = there.get("/account"); strings.Contains(page, "Your account") {
		t.Error("the other device is still signed in")
	}
	if name := r.device("lt", "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1"); name != "„Safari“, iPhone" {
		t.Errorf("the phone is called %s", name)
	}
	_, page = here.post("/account", url.Values{"name": {"Jonas J."}, "language": {"lt"}, "zone": {"Europe/Riga"}})
	wants(t, page, "Jūsų paskyra", "Jonas J.", "Išsaugota.")
}

func TestFormsPerAddress(t *testing.T) {
	r := newEntrance(t, true)
	jar, err := cookiejar.New(nil)
	r.must(err)
	b := &browser{r, &http.Client{Jar: jar}}
	refusedAt := 0
	for i := 1; i <= formsAtOnce+5 && refusedAt == 0; i++ {
		if status, _ := b.post("/sign-out", nil); status == http.StatusTooManyRequests {
			refusedAt = i
		}
	}
	if refusedAt != formsAtOnce+1 {
		t.Errorf("refused at form %d", refusedAt)
	}
	if status, _ := r.browser(r.person("Jonas Jonaitis")).post("/account/devices", url.Values{"device": {"x"}}); status != http.StatusOK {
		t.Errorf("who is signed in gets %d", status)
	}
}
