package mastodon_test

import (
	"io"
	"net/http"
	"testing"

	"rostrum/network"
	"rostrum/network/simulator"
)

func TestWhatServersSayIsTold(t *testing.T) {
	for _, c := range []struct {
		status     int
		body, said string
		kind       network.Kind
	}{
		{401, `{"error":"The access token was revoked"}`, "The access token was revoked", network.SignedOut},
		{403, `{"error":"Your login is currently disabled"}`, "Your login is currently disabled", network.SignedOut},
		{403, `<html>blocked by a firewall</html>`, "403 Forbidden", network.Refused},
		{422, `{"error":"Validation failed: Text can't be blank"}`, "Validation failed: Text can't be blank", network.Refused},
		{400, `{"error":"invalid_request","error_description":"Missing: status"}`, "Missing: status", network.Refused},
		{422, `{"error":{"status":["too long"]}}`, `{"status":["too long"]}`, network.Refused},
		{500, `{"error":"Something went wrong"}`, "Something went wrong", network.Unknown},
		{200, `{"error":"Something went wrong"}`, "Something went wrong", network.Unknown},
	} {
		connector, _, a := stand(t, simulator.Options{}, func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
			w.WriteHeader(c.status)
			_, _ = io.WriteString(w, c.body)
		})
		_, err := connector.Publish(t.Context(), a, network.Piece{Text: "Labas"})
		if network.KindOf(err) != c.kind || network.SaidOf(err) != c.said {
			t.Errorf("%d %s: %v", c.status, c.body, err)
		}
	}
}
