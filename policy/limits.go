package policy

// What a policy folder may hold, so that a hostile one can neither hang nor exhaust the loader. A hundred times
// what a large company needs.
const (
	maxProblems   = 50        // faults reported in one go
	maxEntries    = 5_000     // files and folders, hidden ones included
	maxFileBytes  = 4 << 20   // one file
	maxTermsBytes = 32 << 20  // one file of terms
	maxTotalBytes = 128 << 20 // all files together
	maxFileNodes  = 1_000_000 // line ends, commas, colons, brackets and items of one YAML file: what it could unfold to
	maxTotalNodes = 4_000_000 // the same of all YAML files together
	maxDepth      = 30        // YAML nesting
	maxTerms      = 1_000_000 // in all lists together
	maxClauses    = 500
	maxRules      = 5_000
	maxExamples   = 20_000
	maxPeople     = 100_000
	maxNamed      = 1_000 // teams, trainings, accounts, topics, quiet periods; fields of an answer
	maxGrants     = 5_000
)
