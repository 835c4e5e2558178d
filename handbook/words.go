package handbook

import "rostrum/policy"

// words are the sentences and labels of the site itself, in one language.
type words struct {
	LanguageName, Title, Skip, Contents, Search, Print, PDF, Sections string

	SearchHint, SearchFound, SearchNone string

	Version, Effective, Review, Approved, Part string

	AppliesTo, Examples, Fine, NotFine, ExamplesOf                  string
	Consequence, Sources, OwnedBy, OwnedByLead, Previous, Next      string
	OnlyIn                                                          string
	Speakers, SpeakersLead, ByTopic, Nobody, EveryAccount           string
	Topic, AllTopics, OtherTopics, Grants, Team, Accounts, Topics   string
	May, Training, NoTraining, Until, Teams, NoPeople, NoAccounts   string
	Account, Network, AnsweredBy, Trainings, ValidFor, ForEver      string
	Conflict, ConflictLead, FlowIn, FlowOwner, FlowDeadline, FlowUp string
	Routes, RoutesLead, Comes, Owner, Deadline, IfSilent, Help      string
	EverythingElse, SaysOneOf, On, Within, After, Deputy, InEnglish string
	Responses, ResponsesLead, FitsWhen, Fields, NoResponses         string
	Runbooks, RunbooksLead, Step, NoRunbooks                        string
	OnePage, Digest                                                 string
}

func wordsIn(lang string) *words {
	if lang == policy.Lithuanian {
		return lithuanian()
	}
	return english()
}
