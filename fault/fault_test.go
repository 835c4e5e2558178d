package fault_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rostrum/fault"
)

func TestInternalsNeverReachPeople(t *testing.T) {
	told := fault.For(errors.New("pq: password authentication failed for user root"))
	if told.Code != fault.Broken || strings.Contains(told.EN+told.LT, "root") {
		t.Errorf("told %+v", told)
	}
}

func TestAFaultIsFoundUnderItsWrapping(t *testing.T) {
	err := fmt.Errorf("store: %w", fault.Of("mail", "Enter an address.", "Įveskite adresą."))
	if told := fault.For(err); told.Field != "mail" || told.In("lt") != "Įveskite adresą." || !fault.Is(err, fault.Invalid) {
		t.Errorf("told %+v", told)
	}
}
