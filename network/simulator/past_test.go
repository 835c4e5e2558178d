package simulator_test

import (
	"testing"
	"time"

	"rostrum/network"
	"rostrum/network/simulator"
)

// TestPastBearsItsTime posts a year ago and then now: both stand there, in this order, each with its time.
func TestPastBearsItsTime(t *testing.T) {
	s := start(t, simulator.Options{Accounts: ona})
	a, then := access(t, s), time.Now().AddDate(-1, 0, 0)
	long, err := s.Past(then).Publish(t.Context(), a, network.Piece{Key: "1", Text: "Pernai", At: then})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := simulator.Connector(s.address).Publish(t.Context(), a, network.Piece{Key: "2", Text: "Dabar", At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	found, ok, err := simulator.Connector(s.address).Find(t.Context(), a, network.Piece{Text: "Pernai", At: then})
	if err != nil || !ok || found != long {
		t.Errorf("found %v %t, %v; want %v", found, ok, err, long)
	}
	if _, ok, err := simulator.Connector(s.address).Find(t.Context(), a, network.Piece{Text: "Pernai", At: then.Add(time.Hour)}); err != nil || ok {
		t.Errorf("a post of last year is found among those since: %t, %v", ok, err)
	}
}
