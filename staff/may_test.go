package staff_test

import (
	"strings"
	"testing"

	"rostrum/fault"
	"rostrum/staff"
)

// permissions is who may do what, written out by hand: E employee, A author, V approver, P principal, C case handler, O policy owner,
// S security, U auditor, M administrator. A change here is a change of who is trusted, and wants to be seen.
const permissions = `
account.connect  . . . . . . S . M
account.see      . A V P C O S U M
clause.sign      E A V P C O S U M
draft.check      E A V P C O S U M
finding.correct  . . V . . O . . .
handbook.read    E A V P C O S U M
ledger.export    . . . . . . . U .
ledger.see       . . . . . O S U .
person.edit      . . . . . . . . M
person.erase     . . . . . . . . M
person.see       . . . . . O S U M
policy.approve   . . V . . O . . .
policy.edit      . . . . . O . . .
policy.publish   . . . . . O . . .
policy.see       E A V P C O S U M
post.pause       . . . . . O S . M
post.release     . A V . C . . . .
post.see         . A V P C O S U .
post.vote        . . V P . . . . .
post.write       . A . . C . . . .
role.give        . . . . . . . . M
setting.change   . . . . . . . . M
signature.see    . . . . . O . U .
speaker.grant    . . . . . O . . .
token.make       . A V P C O S . M
`

func TestEveryRoleAndAction(t *testing.T) {
	table := map[staff.Action][]string{}
	for line := range strings.Lines(strings.TrimSpace(permissions)) {
		cells := strings.Fields(line)
		table[staff.Action(cells[0])] = cells[1:]
	}
	for _, action := range staff.Actions() {
		cells, ok := table[action]
		if !ok {
			t.Errorf("%s is not in the table", action)
			continue
		}
		for i, role := range staff.Roles() {
			err := staff.May(staff.Person{State: staff.Active, Roles: []staff.Role{role}}, action)
			if allowed := cells[i] != "."; allowed != (err == nil) {
				t.Errorf("%s %s: %v", role, action, err)
			}
		}
	}
	if len(table) != len(staff.Actions()) {
		t.Errorf("the table has %d actions, there are %d", len(table), len(staff.Actions()))
	}
}

func TestWhoIsNotActiveMayDoNothing(t *testing.T) {
	for _, state := range []staff.State{staff.Invited, staff.Left, ""} {
		for _, action := range staff.Actions() {
			p := staff.Person{State: state, Roles: staff.Roles()}
			if !fault.Is(staff.May(p, action), fault.SignIn) {
				t.Errorf("%q may %s", state, action)
			}
		}
	}
}
