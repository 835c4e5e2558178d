package policy

// Speakers is who may speak for the company. What is not granted is denied.
type Speakers struct {
	Place     Place
	Teams     []Team     `yaml:"teams"`
	People    []Person   `yaml:"people"`
	Trainings []Training `yaml:"trainings"`
	Accounts  []Account  `yaml:"accounts"`
	Topics    []Topic    `yaml:"topics"`
	Grants    []Grant    `yaml:"grants"`
}

// Team is a group of people with the same duties.
type Team struct {
	Place Place
	ID    string `yaml:"id,required" defines:"team"`
	Name  Text   `yaml:"name,required"`
}

// Person is somebody who may be granted a voice.
type Person struct {
	Place   Place
	Name    string          `yaml:"name,required"`
	Handles []string        `yaml:"handles"`
	Teams   []string        `yaml:"teams" ref:"team"`
	Trained map[string]Date `yaml:"trained" ref:"training"` // when each training was passed
}

// Training is a course that a grant can require.
type Training struct {
	Place       Place
	ID          string `yaml:"id,required" defines:"training"`
	Name        Text   `yaml:"name,required"`
	ValidMonths int    `yaml:"valid_months" format:"count"` // zero: for ever
}

// Account is an account that belongs to the company.
type Account struct {
	Place   Place
	ID      string `yaml:"id,required" defines:"account"`
	Network string `yaml:"network,required" format:"id"`
	Handle  string `yaml:"handle,required"`
	Owner   string `yaml:"owner,required" ref:"team"`
}

// Topic is a matter that not everybody may speak about.
type Topic struct {
	Place Place
	ID    string   `yaml:"id,required" defines:"topic"`
	Name  Text     `yaml:"name,required"`
	Terms []string `yaml:"terms" ref:"word list"`
	Words Words    `yaml:"words"`
}

// All, as an account or a topic of a grant, means every one; OtherTopic is whatever no topic matches.
const (
	All        = "all"
	OtherTopic = "other"
)

// Grant lets a team do things on accounts about topics.
type Grant struct {
	Place    Place
	Team     string   `yaml:"team,required" ref:"team"`
	Accounts []string `yaml:"accounts,required" ref:"account all"`
	Topics   []string `yaml:"topics,required" ref:"topic all other"`
	Actions  []string `yaml:"actions,required" oneof:"publish reply crisis approve"`
	Training []string `yaml:"training" ref:"training"`
	Until    Date     `yaml:"until"` // the last day; zero: no end
}
