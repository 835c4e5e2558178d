package api

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rostrum/staff/signin"
	"rostrum/store/storetest"
)

// TestAGuestIsAskedAndAskedAgain by a program of the author's.
func TestAGuestIsAskedAndAskedAgain(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	token := d.token(d.Author)
	made := d.want(d.call(token, "POST", "/api/v1/posts", `{"text":"Our shop opens at nine","lang":"en","accounts":["`+d.Accounts[0].ID+`"]}`), 201)
	submit := made.head.Get("Location") + "/submit"
	if r := d.want(d.call(token, "POST", submit, `{"guests":[{"name":"Ona Svečė","mail":"nowhere"}]}`, "If-Match", "*"), 422); r.at("field") != "guest.0.mail" {
		t.Errorf("an address that is none: %s", r.raw)
	}
	asked := d.want(d.call(token, "POST", submit, `{"guests":[{"name":"Ona Svečė","mail":"ona@law.example","lang":"lt"}]}`, "If-Match", "*"), 200)
	var guest string
	for _, step := range asked.at("request", "steps").([]any) {
		if step := step.(map[string]any); step["why"] == "guest" {
			who := step["who"].([]any)[0].(map[string]any)
			if guest, _ = who["id"].(string); who["name"] != "Ona Svečė" || step["now"] != true {
				t.Errorf("the guest's step: %v", step)
			}
		}
	}
	again := "/api/v1/approvals/" + asked.at("request", "id").(string) + "/guests/" + guest + "/ask-again"
	d.want(d.call(d.token(d.Approver), "POST", again, ""), 403)
	d.want(d.call(d.token(d.Author, signin.PostRead), "POST", again, ""), 403)
	d.want(d.call(token, "POST", again, ""), 200)
	d.want(d.call(token, "POST", strings.Replace(again, guest, "nobody", 1), ""), 404)
	if n := d.count("guest.asked_again"); n != 1 {
		t.Errorf("it is on the record %d times", n)
	}
}

// TestTheQueueComesInPages reads what waits for the approver two at a time.
func TestTheQueueComesInPages(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	want := map[string]bool{}
	for i := range 5 {
		want[d.asked(fmt.Sprint("Our shop opens at nine on day ", i), d.now.Add(time.Duration(5-i)*time.Hour)).ID] = true
	}
	token, next, due := d.token(d.Approver), "", ""
	for page := range 3 {
		r := d.want(d.call(token, "GET", "/api/v1/approvals?limit=2"+next, ""), 200)
		for _, one := range r.at("items").([]any) {
			q := one.(map[string]any)
			if q["due"].(string) < due {
				t.Errorf("page %d is out of order: %s", page, r.raw)
			}
			due = q["due"].(string)
			delete(want, q["id"].(string))
		}
		if last := r.at("next") == nil; last != (page == 2) {
			t.Fatalf("page %d: %s", page, r.raw)
		}
		next = fmt.Sprint("&cursor=", r.at("next"))
	}
	if len(want) > 0 {
		t.Errorf("never listed: %v", want)
	}
}

// TestTakingDownWantsAScopeOfItsOwn because nobody can ask a program for a fresh proof.
func TestTakingDownWantsAScopeOfItsOwn(t *testing.T) {
	d := newDesk(t, storetest.SQLite(t))
	writer := d.token(d.Author, signin.PostRead, signin.PostWrite)
	if r := d.want(d.call(writer, "POST", "/api/v1/publications/x/take-down", `{"why":"It was wrong"}`, "If-Match", "*"), 403); !strings.Contains(r.raw, "post:take_down") {
		t.Errorf("it is not said which scope: %s", r.raw)
	}
	d.want(d.call(d.token(d.Author, signin.TakeDown), "POST", "/api/v1/publications/x/take-down", `{"why":"It was wrong"}`, "If-Match", "*"), 404)
}
