package handbook

import "rostrum/policy"

// words are the sentences and labels of the site itself, in one language. Those with a % are filled in.
type words struct {
	LanguageName, Title, Skip, Contents, Search, Print, PDF, Sections, OnePage, Digest string
	SearchHint, SearchFound, SearchNone                                                string

	Version, Effective, Review, Approved string
	Part                                 string // % is a number

	AppliesTo, Examples, Fine, NotFine, Consequence, Sources, OwnedBy, OwnedByLead string
	Previous, Next, OnlyIn                                                         string

	Speakers, SpeakersLead, ByTopic, Nobody, EveryAccount         string
	Topic, AllTopics, OtherTopics, Grants, Team, Accounts, Topics string
	May, Training, NoTraining, Teams, NoPeople, NoAccounts        string
	Account, Network, AnsweredBy, Trainings, ForEver              string
	Until                                                         string // % is a date
	ValidFor                                                      string // % is a number of months

	Conflict, ConflictLead, FlowIn, FlowOwner, FlowDeadline, FlowUp                string
	Routes, RoutesLead, Comes, Owner, Deadline, IfSilent, Help, EverythingElse, On string
	Within                                                                         string // % is a time
	After                                                                          string // %s are a time and an owner
	Deputy                                                                         string // % is a team

	Responses, ResponsesLead, FitsWhen, NoResponses string
	Runbooks, RunbooksLead, NoRunbooks              string
}

func wordsIn(lang string) *words {
	if lang == policy.Lithuanian {
		return lithuanian()
	}
	return english()
}
