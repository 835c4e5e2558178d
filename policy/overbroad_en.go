package policy

import "strings"

// Words that several breadths share.
const (
	enTell = "discuss* | talk* | speak* | share* | sharing | disclos* | reveal* | post* | mention* | comment* | tell* | publish* | " +
		"compar* | chat* | write* | writing | complain* | gripe* | griping | raise | conversation*"
	enFirm = "company* | employer* | management | manager* | supervisor* | boss* | us | our | firm* | organisation* | organization* | " +
		"workplace | leadership | executives | directors | business | owner*"
	enFellows = "coworker* | colleague* | workmate* | teammate* | team member* | team members | fellow employee* | fellow staff | " +
		"other employees | other staff | each other | one another"
	enMine = "personal account* | private account* | personal social | private social | personal profile* | private profile* | " +
		"personal page* | private message* | own account* | own social | personal post* | private post* | employees' account* | " +
		"your account* outside work | online activity outside work | free time | off duty | personal blog*"
	enTrue  = "knowingly | false | falsehood* | lies | untrue | maliciously"
	enForUs = "on behalf of | on our behalf | in our name | in the company's name | for the company | brand account* | " +
		"company account* | company's account* | official account* | official channel* | as our spokesperson | as a spokesperson | as if"
)

func englishSpeech() speech {
	return speech{
		words:    englishWords,
		splits:   []string{"but", "however", "although", "though", "whereas"},
		only:     "only",
		negation: "not",
		leave:    []string{"may", "can"},
		blunted:  []string{"not", "only", "never", "be", "lead", "result", "cost", "mean", "damage", "harm", "hurt", "reflect", "have"},
		forbids: "never | do not | don't | does not | must not | mustn't | may not | cannot | can't | can not | shall not | shan't | " +
			"should not | shouldn't | will not be tolerated | " +
			"not allowed | not permitted | not to | not be | aren't allowed | isn't allowed | not acceptable | unacceptable | " +
			"not tolerated | no right | " +
			"forbid* | forbidden | prohibit* | banned | ban on | bans | avoid* | refrain* | off limits | offlimits | " +
			"without ..4 permission | without ..4 approval | without ..4 consent | " +
			"dismissed | dismissal | fired | sacked | against company policy | against policy | against the rules | against our rules | " +
			"disciplined | disciplinary | grounds for | only with | only to | keep ..4 to yourself | say nothing | post nothing | " +
			"write nothing | nothing negative | nothing bad | " +
			"no disparag* | no critici* | no discussion* | no talk* | no negative | no complain* | no speaking | no posting | " +
			"no contact | no sharing | no comment* | no photo* | no picture* | no filming | no recording* | no union | no friend* | " +
			"no inappropriate | no unprofessional | nobody may | no one may | no employee may | no employees may | " +
			"need ..4 permission | requires ..3 approval",
		orders: "must | obtain | seek | get | have to | has to | required to | obliged to | obligation to | shall | need to | " +
			"needs to | expected to | is to | are to | ask you to | demand* | duty to | condition of employment | on request | when asked",
		company: "we | company | employer | management | hr | managers | it department | reserve* | are monitored | is monitored | " +
			"be monitored | are watched | are reviewed | are tracked",
		denies: "not | never | don't | won't | doesn't | can't | cannot | isn't | aren't | nobody | no one | neither | nor | " +
			"no manager | no company | without ..2 your",
		permits: "free to | welcome to | right to | rights to | a right | the right | entitled | are allowed to | is allowed to | " +
			"are permitted to | be allowed to | encourage* | protected | is fine | are fine | is ok | up to you | lawful to | " +
			"your own business | your own decision",
		saves: "you may always | you can always | nothing ..9 stop* | nothing ..9 prevent* | nothing ..9 prohibit* | " +
			"nothing ..9 forbid* | nothing ..9 restrict* | nothing ..9 limit* | nothing ..9 bar* | nothing ..9 keeps you | " +
			"nothing ..9 take* away | nothing ..9 interfere* | nothing ..9 discourage* | " +
			"not ..4 stop* | not ..4 prevent* | not ..4 prohibit* | not ..4 forbid* | not ..4 forbidden | not ..4 restrict* | " +
			"not ..4 limit* | not ..4 punish* | not ..4 discipline | not ..4 disciplined | not ..4 retaliat* | not ..4 penalise* | " +
			"not ..4 penalize* | not ..4 interfere* | not ..4 discourage* | not ..3 apply | not ..3 cover | not ..3 affect | " +
			"not ..3 require | not ..3 mean | not required | not ask for | not hold it | not have to | " +
			"don't ..3 stop | don't ..3 prevent | don't ..3 punish | don't ..3 ask for | doesn't ..3 stop | doesn't ..3 apply | " +
			"doesn't ..3 cover | won't ..3 punish | won't ..3 be punished | never ..3 stop | never ..3 prevent | never ..4 punish* | " +
			"never ..3 discipline | never ..3 retaliat* | never ..4 be disciplined | never ..3 ask for | never ..3 ask you | " +
			"never ..3 be asked | never ..3 demand | need not | " +
			"nobody ..4 punish* | nobody ..4 be disciplined | nobody ..4 dismissed | nobody ..3 ask* | nobody ..3 has to | " +
			"nobody ..4 stop* | no one ..4 punish* | no one ..4 be disciplined | no one ..4 stop* | no one ..3 has to | " +
			"no one ..3 ask* | no manager may ..3 ask | managers ..2 not ask | must not ask you | may not ask you | " +
			"no rule ..4 stop* | no permission is needed | without fear",
		breadths: []breadth{
			{"pay", forbids, []string{
				enTell + " | secret | confidential | keep",
				"wage* | salar* | your pay | their pay | our pay | about pay | pay with | pay or | pay rates | pay rise* | pay scale* | " +
					"pay levels | pay and | discuss pay | of pay | compare pay | compensation package* | their compensation | " +
					"your compensation | about compensation | what you earn | how much you earn | what they earn | how much they earn | " +
					"paycheck* | payslip* | payslips | your bonus* | their bonus* | staff bonus* | employee benefits | staff benefits | " +
					"your benefits | working conditions | work conditions | conditions at work | conditions of work | " +
					"conditions of employment | terms of employment | employment conditions | about ..3 working hours | " +
					"about ..3 workload* | about ..3 shifts | about ..3 staffing | about ..3 schedules | about ..3 scheduling | " +
					"discuss ..3 working hours | discuss ..3 schedules | discuss ..3 staffing"},
				"customer* | client* | candidate* | payroll | in your job | in your role | as part of your job | hr files | competitor*"},
			{"pay", says,
				[]string{"wage* ..6 confidential | salar* ..6 confidential | pay is ..4 confidential | pay is ..2 secret | " +
					"salar* ..4 secret | pay ..3 between you and | your pay ..3 to yourself | salary ..3 to yourself | " +
					"salary ..3 between you and | bonuses ..3 confidential"}, "customer* | client*"},
			{"union", forbids,
				[]string{"union* | unionis* | unioniz* | organising drive | organizing drive | strike action | strikes | " +
					"collective bargaining | works council | petition*",
					enTell + " | join* | support* | campaign* | sign* | start* | bring* up | organise | organize"},
				enForUs + " | european union | credit union"},
			{"criticism", forbids, []string{
				"negativ* | critici* | disparag* | complain* | badmouth* | bad mouth | unflattering | unfavourabl* | unfavorabl* | " +
					"run down | put down | bad light | poor light | speak ill | talk ill | derogatory | slag off | grievances | " +
					"grumbl* | moan* | rant* | dissatisf*", enFirm},
				enTrue + " | " + enForUs +
					" | customer* | competitor* | race | sex | religion | origin | protected characteristic* | harass*"},
			{"image", forbids, []string{
				"harm* | damag* | hurt* | tarnish* | injur* | undermin* | disrepute | embarrass* | discredit* | reflects badly | " +
					"reflects poorly | reflect badly | reflect poorly | bad light | weaken* | stain*",
				"image | reputation* | integrity | good name | goodwill | prestige | standing | disrepute | embarrass* | discredit* | " +
					"reflects badly | reflects poorly | reflect badly | reflect poorly", enFirm},
				enTrue + " | " + enForUs + " | customer's | competitor* | someone's | others' | anyone's"},
			{"vague", forbids,
				[]string{"inappropriate* | unprofessional* | bad taste | poor taste | disrespectful | improper | " +
					"negative conversations | controversial | lack of respect | objectionable | unsuitable | offensive ..3 inappropriate",
					"conversation* | content | comment* | post | posts | posting* | posted | remark* | behaviour | behavior | conduct | " +
						"language | discussion* | material | statement* | topic* | anything | subjects"},
				"such as | for example | that is | discriminat* | harass* | threat* | racist | sexis* | violen* | hate* | hatred | " +
					enForUs},
			{"secrecy", says,
				[]string{"confidential* | secret*",
					"personnel information | personnel matters | personnel records | personnel files | employee information | " +
						"information about employees | information about staff | staff information | staff matters | employees' names | " +
						"names of employees | employee names | everything you | everything that happens | everything about | " +
						"everything we | " +
						"anything you learn | all information about | all information you | all company information | " +
						"all internal matters | " +
						"any information about | anything about | anything that happens"},
				"customer* | client* | payroll | hr files | in your role"},
			{"secrecy", forbids,
				[]string{enTell + " | releas* | spread*",
					"any information about the company | anything about the company | any company information | " +
						"anything that happens at work | what happens at work | anything about work | any internal information | " +
						"internal matters | personnel information | personnel matters | employee information | " +
						"any nonpublic information | " +
						"anything about your job | about your job | about work online | about your work | information about employees | " +
						"information about your coworkers"},
				enForUs + " | home address* | such as | trade secret* | customer* | client* | patient* | medical | health"},
			{"friends", forbids,
				[]string{"friend ..3 coworker* | friend ..3 colleague* | friend ..3 manager* | befriend* | friends with ..3 coworker* | " +
					"friends with ..3 colleague* | friend request* to ..3 coworker* | friend request* to ..3 colleague* | " +
					"friend request* from ..3 colleague* | connect with ..3 coworker* | connect with ..3 colleague* | " +
					"connected to ..3 colleague* | connecting with ..3 colleague* | follow ..2 coworker* | follow ..2 colleague* | " +
					"following ..2 coworker* | following ..2 colleague* | friending ..3 coworker* | friending ..3 colleague* | " +
					"add ..3 coworker* as | add ..3 colleague* as"},
				"managers | supervisors | pressure* | push* | ask colleagues | students | patients"},
			{"name", forbids,
				[]string{"use* | using | display* | show* | wear* | mention* | post* | refer* | publish* | put | name | say | identify | " +
					"list* | state*",
					"logo | logos | trademark* | company's name | company name | our name | name of the company | the brand name | " +
						"uniform* | your employer | where you work | who you work for | who employs you | as ..2 employee* | " +
						"as one of our employees"},
				enTrue + " | " + enForUs +
					" | suggest* | imply* | implies | impression | speak for | speaks for | sell* | commercial* | advertis* | endors* | " +
					"merchandise | alter* | distort* | redraw* | recolour* | stretch* | competitor* | promot* | review* | counterfeit* | " +
					"customer* | wages | salary | pay"},
			{"media", forbids,
				[]string{"speak* | talk* | contact* | comment* | interview* | respond* | communicat* | answer* | statement* | write | " +
					"approach",
					"the media | media outlet* | news media | media requests | press | journalist* | reporter* | newspaper* | " +
						"government* | " +
						"authorities | agency | agencies | regulator* | inspector* | inspectorate | police | labour office | lawyer* | " +
						"ombuds*"},
				enForUs + " | confidential | unpublished | press release* | court order"},
			{"outside", forbids,
				[]string{"report* | complain* | raise* | raising | disclos* | whistle* | take | taking | go to | going to | turn* to | " +
					"air* | post*",
					"outside the company | outside the firm | outside the organisation | outside the organization | externally | " +
						"to outsiders | to the authorities | to authorities | to a regulator | to regulators | to the regulator | " +
						"to the labour inspectorate | to the police | to external | to third parties about ..3 breach* | " +
						"to the public about | public complaint* | complaints ..5 online | complaints ..5 public* | " +
						"concerns ..5 online | " +
						"concerns ..5 public* | grievances ..5 online | grievances ..5 public* | problems ..5 public* | " +
						"wrongdoing ..5 public*"},
				"customer* | client* | trade secret* | false | personal data | security incident* | vulnerabilit*"},
			{"outside", says,
				[]string{"complain* | concern* | grievance* | problems | dispute* | wrongdoing | breaches of law | violations | misconduct",
					"only internally | internally only | solely internally | only inside | only within | exclusively | " +
						"only to your manager | only to management | only to hr | only through | only with your manager | " +
						"solely through | " +
						"solely to | only be raised | only be reported | only be made | only be discussed | must first | first report | " +
						"first be reported | first be raised | before going | before you go | before turning | before contacting | " +
						"before telling | rather than online | rather than on social | rather than posting | instead of posting | " +
						"instead of online | instead of on social"},
				"customer* | client* | security | phishing | may go straight | authority at any time | directly to | if you like | " +
					"if you prefer | invite | would like | we prefer | hope"},
			{"informing", orders,
				[]string{"report* | inform | notify | tell | denounce | alert",
					enFellows + " | another employee | employees who | anyone who | staff who",
					"violat* | breach* | breaks | break | breaking | posts | post | posting | misuse | unusual | criticis* | criticiz* | " +
						"online"},
				"customer* | harass* | threat* | violen* | discriminat* | phishing | account takeover | stolen | hacked | managers | " +
					"support | can report | may report"},
			{"password", orders,
				[]string{"give ..4 password* | hand ..4 password* | provide ..4 password* | disclose ..4 password* | " +
					"reveal ..4 password* | submit ..4 password* | surrender ..4 password* | tell ..3 password* | " +
					"share ..3 your password* | " +
					"share ..3 your personal password* | give ..4 login* | hand over ..4 login* | provide ..5 login* | " +
					"disclose ..4 login* | " +
					"share ..3 your login* | give ..5 access to your personal | give ..5 access to your private | " +
					"grant ..5 access to your personal | grant ..5 access to your private | provide ..5 access to your personal | " +
					"let ..4 into your private | let ..4 into your personal | open ..4 private account* | log in ..4 in front of | " +
					"accept ..4 friend request* from ..2 manager* | show ..4 private messages | show ..4 private account*"},
				"brand account* | company account* | company's account* | shared account* | if | leaked | vault"},
			{"monitoring", states,
				[]string{"monitor* | watch* | track* | keep an eye | check* | review* | read | reads | inspect* | observ* | screen* | " +
					"look at | search*", enMine},
				"you check | recommend* | advise* | settings | only if someone | somebody has reported | has been reported | " +
					"is reported to us | training"},
			{"approval", forbids,
				[]string{"permission | approv* | consent | authoris* | authoriz* | sign off | clear* | checked by",
					enMine + " | any post about | anything about the company | anything about work | before you post anything | " +
						"before posting anything | before you post about | before posting about"},
				enForUs + " | photo* | picture* | customer* | patient* | of the people | trade secret* | confidential | unreleased"},
			{"approval", orders,
				[]string{"permission | approv* | authoris* | authoriz* | sign off | cleared | checked by",
					enMine + " | any post about | anything about the company | anything about work"},
				enForUs + " | photo* | picture* | customer* | patient* | customers' | paid"},
			{"pictures", forbids, []string{"photo* | picture* | record | recording* | film | filming | video* | images",
				"at work | workplace | on site | premises | on the job | in the office | of the office | shop floor | " +
					"of your coworker* | in the warehouse | in the building | during work"},
				"customer* | patient* | client* | confidential | screens | documents | consent | without asking | agree* | prototype* | " +
					"safety | whiteboard* | secret* | unreleased | badge* | while driving | machine* | restricted | children | pupils | " +
					"visitors | security"},
		},
	}
}

// englishWords gives the words of a text in lower case, with one kind of apostrophe.
func englishWords(text string) []string {
	return wordsOf(strings.NewReplacer("’", "'", "‑", "-").Replace(strings.ToLower(text)))
}
