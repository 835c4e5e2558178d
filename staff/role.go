package staff

import (
	"slices"

	"rostrum/fault"
)

// Role is what a person is trusted with. Roles add up; nobody holds one by holding another, not even the administrator.
type Role string

// The roles, a closed list.
const (
	Employee      Role = "employee"      // reads, learns, signs, checks own drafts; everybody
	Author        Role = "author"        // writes posts for the company's accounts
	Approver      Role = "approver"      // votes on posts
	Principal     Role = "principal"     // votes where the law asks for a principal: what a financial firm says in public
	CaseHandler   Role = "case_handler"  // answers mentions
	PolicyOwner   Role = "policy_owner"  // edits the policy, sees who has signed
	Security      Role = "security"      // accounts' security, incidents
	Auditor       Role = "auditor"       // reads everything on the record, changes nothing
	Administrator Role = "administrator" // people, sign-in, settings
)

// Roles lists all of them.
func Roles() []Role {
	return []Role{Employee, Author, Approver, Principal, CaseHandler, PolicyOwner, Security, Auditor, Administrator}
}

// Action is something that not everybody may do.
type Action string

// The actions, a closed list.
const (
	ReadHandbook   Action = "handbook.read"
	SignClauses    Action = "clause.sign"
	CheckDraft     Action = "draft.check"
	SeeVersions    Action = "policy.see"     // past versions, in force or once in force
	EditPolicy     Action = "policy.edit"    // drafts and comments
	ApprovePolicy  Action = "policy.approve" // never one's own draft
	PublishPolicy  Action = "policy.publish" // set when an approved version comes into force
	SeeSignatures  Action = "signature.see"  // who has signed, and who has not
	GrantSpeaker   Action = "speaker.grant"  // confirm a training, take it back
	SeePeople      Action = "person.see"
	EditPeople     Action = "person.edit"  // invite, move, part with
	ErasePerson    Action = "person.erase" // the personal data of somebody who has left
	GiveRoles      Action = "role.give"
	SeeLedger      Action = "ledger.see"
	ExportLedger   Action = "ledger.export"
	ChangeSettings Action = "setting.change" // company, sign-in, mail, chat, webhooks
	MakeTokens     Action = "token.make"
	SeeAccounts    Action = "account.see"
	ConnectAccount Action = "account.connect" // connect, change, disconnect
	SeePosts       Action = "post.see"
	WritePosts     Action = "post.write"
	VotePosts      Action = "post.vote"       // never on one's own
	PausePosts     Action = "post.pause"      // and resume
	ReleasePosts   Action = "post.release"    // give the word for a post that waits for a human; take down what is out
	CorrectFinding Action = "finding.correct" // say that what a rule found is wrong, or that it missed something
)

// granted is the whole of who may do what; TestEveryRoleAndAction holds it to a table written out by hand.
func granted() map[Action][]Role {
	return map[Action][]Role{
		ReadHandbook:   {Employee},
		SignClauses:    {Employee},
		CheckDraft:     {Employee},
		SeeVersions:    {Employee},
		EditPolicy:     {PolicyOwner},
		ApprovePolicy:  {PolicyOwner, Approver},
		PublishPolicy:  {PolicyOwner},
		SeeSignatures:  {PolicyOwner, Auditor},
		GrantSpeaker:   {PolicyOwner},
		SeePeople:      {Administrator, PolicyOwner, Auditor, Security},
		EditPeople:     {Administrator},
		ErasePerson:    {Administrator},
		GiveRoles:      {Administrator},
		SeeLedger:      {Auditor, PolicyOwner, Security},
		ExportLedger:   {Auditor},
		ChangeSettings: {Administrator},
		MakeTokens:     {Author, Approver, Principal, CaseHandler, PolicyOwner, Security, Administrator},
		SeeAccounts:    {Author, Approver, Principal, CaseHandler, PolicyOwner, Security, Auditor, Administrator},
		ConnectAccount: {Security, Administrator},
		SeePosts:       {Author, Approver, Principal, CaseHandler, PolicyOwner, Security, Auditor},
		WritePosts:     {Author, CaseHandler},
		VotePosts:      {Approver, Principal},
		PausePosts:     {PolicyOwner, Security, Administrator},
		ReleasePosts:   {Author, Approver, CaseHandler},
		CorrectFinding: {Approver, PolicyOwner},
	}
}

// Actions lists all actions in an order of their own.
func Actions() []Action {
	var all []Action
	for a := range granted() {
		all = append(all, a)
	}
	slices.Sort(all)
	return all
}

// May tells whether the person may do it; nil is yes. Who is not active may do nothing.
func May(p Person, a Action) error {
	if p.State != Active {
		return fault.New(fault.SignIn, "Sign in first.", "Pirmiausia prisijunkite.")
	}
	for _, r := range granted()[a] {
		if p.Has(r) {
			return nil
		}
	}
	return fault.New(fault.Forbidden,
		"Your roles do not allow this. Your administrator can tell you who may, or give you the role.",
		"Jūsų vaidmenys to neleidžia. Administratorius pasakys, kas gali tai padaryti, arba suteiks jums vaidmenį.")
}
