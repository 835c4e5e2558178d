package policy

import "time"

// The five owners of what comes in.
const (
	OwnerCrisis          = "crisis"
	OwnerMessageApproval = "message_approval"
	OwnerCustomerService = "customer_service"
	OwnerPublicRelations = "public_relations"
	OwnerEngagement      = "engagement"
)

// Owners lists the five owners.
var Owners = [...]string{OwnerCrisis, OwnerMessageApproval, OwnerCustomerService, OwnerPublicRelations, OwnerEngagement}

// Conflict is who handles what comes in, and how fast.
type Conflict struct {
	Place  Place
	Owners map[string]Duty `yaml:"owners" oneof:"@owners" defines:"owner"`
	Routes []Route         `yaml:"routes"` // the first that fits takes the mention
}

// Duty is who does an owner's work.
type Duty struct {
	Place  Place
	Team   string `yaml:"team,required" ref:"team"`
	Deputy string `yaml:"deputy" ref:"team"`
}

// Route sends mentions to their owner.
type Route struct {
	Place    Place
	ID       string        `yaml:"id,required" defines:"route"`
	When     RouteWhen     `yaml:"when"`
	Owner    string        `yaml:"owner,required" ref:"owner"`
	Deadline time.Duration `yaml:"deadline,required"`
	Escalate *Escalation   `yaml:"escalate"`
	Response string        `yaml:"response" ref:"response"`
	Runbook  string        `yaml:"runbook" ref:"runbook"`
}

// RouteWhen is which mentions a route takes. All that are given must hold; none given takes every mention.
type RouteWhen struct {
	Place      Place
	Categories []string `yaml:"categories" oneof:"@categories"`
	Tone       []string `yaml:"tone" oneof:"negative neutral positive"`
	Words      Words    `yaml:"words"`
	Network    []string `yaml:"network" format:"id"`
}

// Escalation is who takes over from an owner that has not acted.
type Escalation struct {
	Place Place
	To    string        `yaml:"to,required" ref:"owner"`
	After time.Duration `yaml:"after,required"`
}

// Response is an answer that was approved beforehand.
type Response struct {
	Place  Place
	ID     string   `yaml:"-"`
	Owner  string   `yaml:"owner,required" ref:"owner"`
	Fits   Words    `yaml:"fits"`
	Fields []string `yaml:"fields" format:"field"` // written {name} in the text
	Edit   string   `yaml:"edit,required" oneof:"none fields greeting free"`
	Text   Text     `yaml:"-"` // en.md and lt.md
}

// Runbook is a checklist for a crisis or a breach.
type Runbook struct {
	Place Place
	ID    string `yaml:"-"`
	Kind  string `yaml:"kind,required" oneof:"crisis breach"`
	Steps []Step `yaml:"steps,required"`
	Text  Text   `yaml:"-"` // en.md and lt.md
}

// Step is one thing to do.
type Step struct {
	Place  Place
	ID     string        `yaml:"id,required" defines:"step"`
	Text   Text          `yaml:"text,required"`
	Owner  string        `yaml:"owner,required" ref:"team"`
	Within time.Duration `yaml:"within,required"`
}

// Waiver is an agreed exception from one rule.
type Waiver struct {
	Place Place
	Rule  string     `yaml:"rule,required" ref:"rule"` // the full name
	By    string     `yaml:"by,required"`
	Why   string     `yaml:"why,required"`
	Until Date       `yaml:"until,required"` // the last day
	Scope Conditions `yaml:"scope"`
}
