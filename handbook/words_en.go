package handbook

func english() *words {
	return &words{
		LanguageName: "English", Title: "Social media policy", Skip: "Skip to the text", Contents: "Contents",
		Search: "Search", Print: "Everything on one page, for print", PDF: "The whole policy as a PDF", Sections: "Sections",

		SearchHint: "Search the policy", SearchFound: "Found:", SearchNone: "Nothing found. Try another word, or only its beginning.",

		Version: "Version", Effective: "In force from", Review: "To be reviewed by", Approved: "Approved by", Part: "Part %s",

		AppliesTo: "Applies to", Examples: "Examples", Fine: "Fine", NotFine: "Not fine",
		Consequence: "What happens otherwise", Sources: "What this rests on", OwnedBy: "Questions?",
		OwnedByLead: "Ask the owner of this clause:", Previous: "Previous", Next: "Next",
		OnlyIn:   "This text has not been translated into English yet.",
		Speakers: "Who may speak for the company", SpeakersLead: "What is not listed here is not allowed. Find the topic, see who may do what; if you are not among them, they can speak or approve.",
		ByTopic: "Who may speak about what", Nobody: "nobody", EveryAccount: "all accounts",
		Topic: "Topic", AllTopics: "all topics", OtherTopics: "everything else", Grants: "What each team may do", Team: "Team",
		Accounts: "Accounts", Topics: "Topics", May: "May", Training: "After training in", NoTraining: "none needed",
		Until: "until %s", Teams: "Teams and people", NoPeople: "Nobody is named yet.", NoAccounts: "No accounts are listed yet.",
		Account: "Account", Network: "Network", AnsweredBy: "Belongs to", Trainings: "Training", ValidFor: "repeat every %d months",
		ForEver: "once", Conflict: "Conflict plan",
		ConflictLead: "Five owners share what others write about us. Each knows what is theirs, how soon they must act, and who takes over.",
		FlowIn:       "What comes in", FlowOwner: "Owner", FlowDeadline: "Acts within", FlowUp: "Otherwise",
		Routes: "What goes to whom", RoutesLead: "Read from the top: the first line that fits takes the post.",
		Comes: "What comes in", Owner: "Owner", Deadline: "Deadline", IfSilent: "If nothing happens", Help: "Use",
		EverythingElse: "everything else", On: "on", Within: "within %s", After: "after %s: %s", Deputy: "deputy: %s",
		Responses: "Approved answers", ResponsesLead: "Answers that need no further approval. Whatever stands in a frame is for you to fill in.",
		FitsWhen: "Fits when somebody writes", NoResponses: "There are no approved answers yet.",
		Runbooks: "Action plans", RunbooksLead: "What to do when minutes count: who does what, in which order, and by when. The time runs from the moment of the discovery.",
		NoRunbooks: "There are no action plans yet.",
		OnePage:    "The whole policy", Digest: "Fingerprint of the policy",
	}
}
