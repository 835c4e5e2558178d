package web

import (
	"rostrum/staff"
)

// route is an address, who may go there, and what answers.
type route struct {
	pattern string
	who     access
	answer  func(*visit) error
}

// access is an action of package staff, or one of the two below.
type access = staff.Action

const (
	anyone   access = ""          // also who is not signed in
	signedIn access = "signed_in" // whoever is signed in
)

// routes is every page there is.
func (s *Server) routes() []route {
	routes := []route{
		// Home
		{"GET /{$}", signedIn, s.home},

		// First run
		{"GET /start", anyone, s.start},
		{"POST /start", anyone, s.answerStart},

		// Signing in
		{"GET /sign-in", anyone, s.signIn},
		{"POST /sign-in", anyone, s.enterPassword},
		{"GET /sign-in/code", anyone, s.code},
		{"POST /sign-in/code", anyone, s.enterCode},
		{"POST /sign-in/passkey", anyone, s.enterPasskey},
		{"GET /sign-in/service", anyone, s.toService},
		{"GET /sign-in/service/done", anyone, s.fromService},
		{"POST /sign-out", anyone, s.signOut},
		{"POST /passkey/ask", anyone, s.askPasskey},
		{"POST /passkey/new", anyone, s.askNewPasskey},
		{"GET /invitation/{token}", anyone, s.invitation},
		{"POST /invitation/{token}", anyone, s.acceptInvitation},
		{"GET /sign-in/help", anyone, s.help},
		{"POST /sign-in/help", anyone, s.askRecovery},
		{"GET /recovery/{token}", anyone, s.recovery},
		{"GET /recovery", anyone, s.recoveryCode},
		{"POST /recovery", anyone, s.takeRecoveryCode},
		{"GET /sign-in/set-up", anyone, s.setUp},
		{"POST /sign-in/set-up/passkey", anyone, s.addPasskey},
		{"GET /sign-in/set-up/password", anyone, s.newPassword},
		{"POST /sign-in/set-up/password", anyone, s.setPassword},
		{"GET /sign-in/set-up/app", anyone, s.newApp},
		{"POST /sign-in/set-up/app", anyone, s.setApp},
		{"GET /prove", signedIn, s.prove},
		{"POST /prove", signedIn, s.provePassword},
		{"POST /prove/passkey", signedIn, s.provePasskey},

		// One's own account
		{"GET /account", signedIn, s.account},
		{"POST /account", signedIn, s.changeAccount},
		{"GET /account/ways", signedIn, s.ways},
		{"POST /account/ways", signedIn, s.addWay},
		{"POST /account/ways/rename", signedIn, s.renamePasskey},
		{"POST /account/ways/remove", signedIn, s.removePasskey},
		{"POST /account/ways/remove-password", signedIn, s.removePassword},
		{"GET /account/codes", signedIn, s.codes},
		{"POST /account/codes", signedIn, s.newCodes},
		{"POST /account/codes/kept", signedIn, s.keptCodes},
		{"GET /account/devices", signedIn, s.devices},
		{"POST /account/devices", signedIn, s.endDevice},
		{"GET /account/tokens", staff.MakeTokens, s.tokens},
		{"POST /account/tokens", staff.MakeTokens, s.makeToken},
		{"POST /account/tokens/revoke", signedIn, s.revokeToken},

		// People
		{"GET /people", staff.SeePeople, s.people},
		{"GET /people/invite", staff.EditPeople, s.inviteForm},
		{"POST /people/invite", staff.EditPeople, s.invitePerson},
		{"GET /people/teams", staff.SeePeople, s.teams},
		{"POST /people/teams", staff.EditPeople, s.changeTeams},
		{"GET /people/import", staff.EditPeople, s.importForm},
		{"POST /people/import", staff.EditPeople, s.readList},
		{"POST /people/import/confirm", staff.EditPeople, s.confirmList},
		{"GET /people/{id}", staff.SeePeople, s.person},
		{"POST /people/{id}", staff.EditPeople, s.changePerson},
		{"POST /people/{id}/invitation", staff.EditPeople, s.inviteAgain},
		{"POST /people/{id}/return", staff.EditPeople, s.returnPerson},
		{"GET /people/{id}/leave", staff.EditPeople, s.leaveForm},
		{"POST /people/{id}/leave", staff.EditPeople, s.leavePerson},
		{"GET /people/{id}/left", staff.SeePeople, s.personLeft},
		{"GET /people/{id}/erase", staff.ErasePerson, s.eraseForm},
		{"POST /people/{id}/erase", staff.ErasePerson, s.erasePerson},

		// Policy studio
		{"GET /studio", mayStudio, s.studioHome},
		{"GET /studio/new", staff.EditPolicy, s.studioBegin},
		{"POST /studio/new", staff.EditPolicy, s.studioBegun},
		{"GET /studio/{id}", mayStudio, s.studioVersion},
		{"GET /studio/{id}/clauses/{clause}", mayStudio, s.studioClause},
		{"GET /studio/{id}/terms/{list}", mayStudio, s.studioTerms},
		{"GET /studio/{id}/files/{path...}", mayStudio, s.studioFile},
		{"POST /studio/{id}/try", mayStudio, s.studioTry},
		{"POST /studio/{id}/save", staff.EditPolicy, s.studioSave},
		{"POST /studio/{id}/undo", staff.EditPolicy, s.studioUndo},
		{"POST /studio/{id}/rename", staff.EditPolicy, s.studioRename},
		{"GET /studio/{id}/add", staff.EditPolicy, s.studioAdd},
		{"POST /studio/{id}/add", staff.EditPolicy, s.studioAdded},
		{"POST /studio/{id}/remove", staff.EditPolicy, s.studioRemove},
		{"GET /studio/{id}/folder", mayStudio, s.studioFolder},
		{"GET /studio/{id}/diff", mayStudio, s.studioDiff},
		{"GET /studio/{id}/impact", mayStudio, s.studioImpact},
		{"GET /studio/{id}/review", mayStudio, s.studioReview},
		{"POST /studio/{id}/submit", staff.EditPolicy, s.studioSubmit},
		{"POST /studio/{id}/approve", staff.ApprovePolicy, s.studioApprove},
		{"POST /studio/{id}/send-back", staff.ApprovePolicy, s.studioSendBack},
		{"POST /studio/{id}/publish", staff.PublishPolicy, s.studioPublish},
		{"POST /studio/{id}/withdraw", staff.EditPolicy, s.studioWithdraw},
		{"POST /studio/{id}/comments", mayStudio, s.studioSay},
		{"POST /studio/{id}/comments/{comment}/resolve", mayStudio, s.studioResolve},
		{"GET /studio/judgement", staff.CorrectFinding, s.judgement},
		{"GET /studio/judgement/export", staff.CorrectFinding, s.exportJudgement},
		{"POST /studio/judgement/take-back", staff.CorrectFinding, s.takeBackCorrection},
		{"POST /studio/judgement/adopt", staff.EditPolicy, s.adoptLevel},
		{"GET /versions", staff.SeeVersions, s.versions},
		{"GET /versions/{number}", staff.SeeVersions, s.pastVersion},
		{"GET /versions/{number}/diff", staff.SeeVersions, s.pastDiff},

		// Approvals
		{"GET /approvals", staff.SeePosts, s.approvals},
		{"GET /approvals/{request}", staff.SeePosts, s.approvalRequest},
		{"POST /approvals/{request}/vote", staff.SeePosts, s.vote},
		{"POST /approvals/{request}/comments", staff.SeePosts, s.sayOnPost},
		{"POST /approvals/{request}/comments/{comment}/resolve", staff.SeePosts, s.resolveOnPost},
		{"POST /approvals/{request}/guests/{guest}/again", staff.WritePosts, s.askGuestAgain},
		{"GET /review/{token}", anyone, s.guest},
		{"POST /review/{token}", anyone, s.answerGuest},
		{"GET /review/{token}/pictures/{digest}", anyone, s.guestPicture},
		{"GET /account/stand-in", staff.VotePosts, s.standIn},
		{"POST /account/stand-in", staff.VotePosts, s.changeStandIn},

		// Handbook
		{"GET /handbook", staff.ReadHandbook, s.handbook},
		{"GET /handbook/{clause}", staff.ReadHandbook, s.handbookClause},
		{"GET /handbook/plans/{plan}", staff.ReadHandbook, s.handbookPlan},
		{"GET /handbook/print", staff.ReadHandbook, s.handbookPrint},
		{"GET /handbook/pdf", staff.ReadHandbook, s.handbookPDF},
		{"GET /handbook/site/{file...}", staff.ReadHandbook, s.handbookSite},
		{"GET /versions/{number}/handbook", staff.SeeVersions, s.pastHandbook},
		{"GET /versions/{number}/handbook/{clause}", staff.SeeVersions, s.pastClause},
		{"GET /policy", anyone, s.publicHandbook},
		{"GET /policy/{clause}", anyone, s.publicClause},
		{"GET /settings/handbook", staff.ChangeSettings, s.handbookSettings},
		{"POST /settings/handbook", staff.ChangeSettings, s.changeHandbookSettings},

		// Training and signing
		{"GET /training", staff.SignClauses, s.training},
		{"GET /training/sign", staff.SignClauses, s.sign},
		{"POST /training/sign", staff.SignClauses, s.signClause},
		{"GET /training/courses/{course}", staff.SignClauses, s.course},
		{"POST /training/courses/{course}", staff.SignClauses, s.beginQuiz},
		{"GET /training/courses/{course}/quiz", staff.SignClauses, s.quiz},
		{"POST /training/courses/{course}/quiz", staff.SignClauses, s.answerQuestion},
		{"GET /training/certificates/{certificate}", signedIn, s.certificate},
		{"POST /training/certificates/{certificate}/withdraw", staff.GrantSpeaker, s.withdrawCertificate},
		{"GET /signatures", staff.SeeSignatures, s.signatures},
		{"POST /signatures/remind", staff.GrantSpeaker, s.askToRemind},
		{"POST /signatures/export", staff.SeeSignatures, s.exportSignatures},
		{"GET /signatures/certificates", staff.SeeSignatures, s.certificates},

		// May I post this?
		{"GET /check", staff.CheckDraft, s.checkPage},
		{"POST /check", staff.CheckDraft, s.checkOnServer},
		{"GET /check/worker.js", staff.CheckDraft, s.checkWorker},
		{"GET /check/policy/{digest}", staff.CheckDraft, s.checkPolicy},

		// Accounts
		{"GET /accounts", staff.SeeAccounts, s.brandAccounts},
		{"GET /accounts/connect", staff.ConnectAccount, s.connectForm},
		{"POST /accounts/connect", staff.ConnectAccount, s.goConnect},
		{"POST /accounts/connect/password", staff.ConnectAccount, s.connectByPassword},
		{"GET /accounts/connect/done", staff.ConnectAccount, s.connected},
		{"GET /accounts/{id}", staff.SeeAccounts, s.brandAccount},
		{"POST /accounts/{id}", staff.ConnectAccount, s.changeBrand},
		{"POST /accounts/{id}/look", staff.ConnectAccount, s.lookAtBrand},
		{"POST /accounts/{id}/disconnect", staff.ConnectAccount, s.disconnectBrand},

		// Posts while they are written
		{"GET /posts", staff.SeePosts, s.posts},
		{"GET /posts/new", staff.WritePosts, s.newPost},
		{"POST /posts/new", staff.WritePosts, s.writePost},
		{"GET /posts/templates", staff.SeePosts, s.templates},
		{"POST /posts/templates", staff.WritePosts, s.changeTemplates},
		{"GET /posts/{id}", staff.SeePosts, s.onePost},
		{"POST /posts/{id}", staff.WritePosts, s.writePost},
		{"POST /posts/{id}/autosave", staff.WritePosts, s.autosave},
		{"POST /posts/speaks", staff.WritePosts, s.maySpeak},
		{"GET /posts/{id}/history", staff.SeePosts, s.postHistory},
		{"POST /posts/{id}/history", staff.WritePosts, s.bringBack},
		{"POST /posts/{id}/discard", staff.WritePosts, s.discardPost},
		{"POST /posts/{id}/restore", staff.WritePosts, s.restorePost},
		{"POST /posts/{id}/correct", staff.CorrectFinding, s.correct},
		{"GET /posts/{id}/ask", staff.WritePosts, s.askApproval},
		{"POST /posts/{id}/submit", staff.WritePosts, s.submitPost},
		{"POST /pictures", staff.WritePosts, s.addPicture},
		{"GET /pictures/{digest}", staff.SeePosts, s.picture},

		// What goes out
		{"GET /calendar", staff.SeePosts, s.calendar},
		{"GET /publications", staff.SeePosts, s.publications},
		{"GET /publications/{id}", staff.SeePosts, s.publication},
		{"POST /publications/{id}/release", staff.ReleasePosts, s.releasePublication},
		{"POST /publications/{id}/look", staff.ReleasePosts, s.lookForPublication},
		{"POST /publications/{id}/replace", staff.ReleasePosts, s.replacePublication},
		{"GET /publications/{id}/move", staff.WritePosts, s.moveForm},
		{"POST /publications/{id}/move", staff.WritePosts, s.movePublication},
		{"POST /publications/{id}/cancel", staff.ReleasePosts, s.cancelPublication},
		{"POST /publications/{id}/take-down", staff.ReleasePosts, s.takeDownPublication},
		{"GET /posts/{id}/move", staff.WritePosts, s.movePostForm},
		{"POST /posts/{id}/move", staff.WritePosts, s.movePost},
		{"POST /posts/{id}/reopen", staff.WritePosts, s.reopenPost},
		{"GET /posts/{id}/why", staff.SeePosts, s.why},
		{"GET /pause", staff.PausePosts, s.pausePage},
		{"POST /pause", staff.PausePosts, s.pause},
		{"GET /pause/{id}", staff.PausePosts, s.resumeForm},
		{"POST /pause/{id}/resume", staff.PausePosts, s.resume},

		// Ledger
		{"GET /ledger", staff.SeeLedger, s.ledgerList},
		{"GET /ledger/{seq}", staff.SeeLedger, s.ledgerEntry},
		{"GET /ledger/checkpoints", staff.SeeLedger, s.ledgerCheckpoints},
		{"POST /ledger/checkpoints", staff.SeeLedger, s.askForCheckpoints},
		{"GET /ledger/checkpoints/{size}", staff.SeeLedger, s.ledgerCheckpoint},
		{"GET /ledger/key", staff.SeeLedger, s.ledgerKey},
		{"GET /ledger/export", staff.SeeLedger, s.ledgerExportForm},
		{"POST /ledger/export", staff.ExportLedger, s.ledgerExport},

		// Settings
		{"GET /settings", staff.ChangeSettings, s.settings},
		{"POST /settings", staff.ChangeSettings, s.changeCompany},
		{"GET /settings/mail", staff.ChangeSettings, s.mailSettings},
		{"POST /settings/mail", staff.ChangeSettings, s.mailSettings},
		{"GET /settings/receivers", staff.ChangeSettings, s.receivers},
		{"POST /settings/receivers", staff.ChangeSettings, s.addReceiver},
		{"POST /settings/receivers/{id}/try", staff.ChangeSettings, s.tryReceiver},
		{"POST /settings/receivers/{id}/remove", staff.ChangeSettings, s.removeReceiver},
	}
	if len(s.Demo) > 0 {
		routes = append(routes, route{"GET /demo", anyone, s.chooseDemo}, route{"POST /demo", anyone, s.enterDemo})
	}
	return routes
}
