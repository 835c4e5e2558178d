package policy

import (
	"strings"
	"testing"
)

// Each line is one sentence of a policy, in our own words, after the kinds of clauses that boards and courts have struck.
const unlawfulEnglish = `
Never discuss your wages with anyone, inside or outside the company.
Employees must not talk about salaries or working conditions on social media.
Do not post how much you earn.
Salaries are strictly confidential.
Sharing your payslip is grounds for dismissal.
You may discuss your pay only with HR.
Staff are not allowed to comment online about their working hours or shifts.
Conversations about bonuses are banned: keep your bonus to yourself.
Posting about employee benefits is prohibited.
Talking about terms of employment with outsiders is forbidden.
Do not speak negatively about the company.
No disparaging remarks about management.
You may not criticise your supervisor online.
Avoid complaining about your boss on the internet.
Never say anything unflattering about your employer.
Employees shall refrain from negative comments about our business.
Say nothing negative about the company or its leadership.
Derogatory posts about managers can lead to dismissal: they are prohibited.
Confidential information includes personnel information and internal matters.
Everything you learn at work is confidential.
All information about the company is secret.
Do not share anything about the company online.
Never tell anyone what happens at work.
Do not friend co-workers on Facebook.
You should not connect with colleagues on private networks.
Following your colleagues online is not allowed.
Do not use the company's name or logo, ever.
You must not mention where you work on your profile.
Wearing our uniform in private photos is forbidden: do not post it.
Do not speak to the media without permission.
Employees may not talk to journalists.
Never contact government agencies without the approval of management.
You must report co-workers who break this policy.
Employees are required to inform HR about posts by their colleagues that breach these rules.
You must give us your password when asked.
On request you have to provide the login to your private account.
We monitor your personal accounts.
The company reserves the right to review your private profiles.
Managers regularly check what employees write on their personal pages.
Complaints may be raised only internally.
Do not report problems to the authorities before your manager has looked at them.
Concerns must first be reported to management.
Never air complaints about work in public, online or in the press.
Avoid harming the image and integrity of the company.
Any conduct that damages the company's reputation is prohibited.
Do not post anything that reflects badly on us.
Inappropriate conversations are not permitted.
Unprofessional comments will not be tolerated.
Do not discuss the union at work or online.
Supporting a strike or a petition online, or joining a union campaign, is not allowed.
You need the communications team's permission for posts on your personal blog.
Do not post anything about work without approval.
Taking photos at work is forbidden.
You may never film or record on the company's premises.
Pay is a private matter: keep your salary to yourself.
It is against company policy to tell colleagues what you earn.
Employees who reveal their compensation will face disciplinary action.
Team members must keep their wages confidential.
Gripes about scheduling or staffing do not belong on the internet and are prohibited.
Do not make disparaging comments about the company through any media, including online blogs.
Employees are expected to refrain from criticising the firm on social networks.
Negative statements about our managers are strictly forbidden.
You may be fired for bad-mouthing your employer.
Statements posted electronically that damage the company's good name may result in dismissal.
Think carefully about friending co-workers; it is not allowed for staff to befriend colleagues online.
Don't use our logos or trademarks on your personal pages.
Employees may not identify themselves as employees of the company.
All enquiries from reporters must be refused; never comment to the press.
Talking to a government inspector without prior approval is prohibited.
Report any unusual posts by your colleagues to your manager; you must notify us when a co-worker breaks the rules.
The company may monitor the personal accounts of its staff.
HR will review your personal profiles from time to time.
Employees shall provide login details of their personal accounts on request.
Grievances are to be raised exclusively through HR.
You must first report any wrongdoing to your supervisor before contacting an outside body.
Do not post confidential information, including personnel information, about the company.
Offensive, demeaning or inappropriate remarks are as out of place online as offline and are prohibited.
Employees must not sign petitions about the company or support a union online.
Obtain written approval before posting anything about work; posts without permission are forbidden.
Photography in the workplace is banned; no photos of the shop floor.
Rude or disrespectful comments about the company are prohibited.
`

const lawfulEnglish = `
Nothing here stops you from discussing your pay.
You may talk about your pay and your working conditions with anyone.
You are free to discuss wages with colleagues and in public.
This policy does not restrict talk about salaries, hours or other terms of employment.
Nobody will be disciplined for talking about working conditions.
Do not publish customers' salary data that you see in your job.
We never punish anyone for comparing pay.
Do not post during working hours when customers are waiting.
We pay influencers only with a written contract; say so in the post.
Tell people when a post is paid.
Do not promise a bonus to customers.
You have the right to criticise the company.
Criticism of management is fine.
Do not knowingly publish falsehoods about the company or its products.
On the company's accounts, do not speak badly of competitors.
Never run down a competitor's product.
Do not post derogatory remarks about anyone's origin, sex or religion.
Do not share trade secrets such as unreleased products, source code and clients' data.
Confidential information is what gives us an edge while others do not know it: recipes, prices under negotiation and unpublished results.
Do not publish a patient's name.
You can connect with colleagues wherever you like.
Managers should not pressure colleagues to follow our pages.
Do not use the logo to sell something of your own.
Do not use our name in a way that suggests you speak for us.
Say that you work here when you praise our products.
Only the press office speaks to journalists on behalf of the company.
You may speak to the press, to the authorities and to your union for yourself.
Do not give an interview as our spokesperson unless the press office has asked you to.
If you see a threat against a colleague, you can report it to security.
You must report a stolen phone to security at once.
Nobody at the company may ask for your private password.
Never give your password to anyone.
You must use two factors and a password manager.
You must tell IT at once if your password has leaked.
We do not monitor your personal accounts.
We look only at public posts that somebody has reported to us.
Check the privacy settings of your personal accounts every year.
You may report a breach of law internally or go directly to the competent authority.
We would like to hear your concerns first, but you are free to go to the regulator.
Answer customers' complaints only through the internal queue.
Discriminatory remarks, harassment and threats of violence will not be tolerated.
Inappropriate posts, such as discriminatory remarks, harassment and threats, are not allowed.
Do not harm someone's reputation with lies.
Whether you join a union is your own decision.
Posts on brand accounts need the approval of the clause's owner.
Your own accounts need no approval.
Do not post photos of customers without their consent.
Do not take pictures of screens or documents at work.
Do not damage company property.
Credit the photographer when you post a picture.
Keep passwords to the company's accounts in the vault.
Do not announce results before they are published.
Do not answer abuse with abuse.
A disclaimer does not protect you from the consequences of unlawful posts.
Think before you post: what you write stays.
You can always discuss wages, hours and other terms of employment with each other.
Your rights under labour law, such as discussing pay, are not affected by this clause.
Please do not share the salaries of other people that you have access to through the payroll system.
Nothing in this handbook keeps you from joining a union or speaking about working conditions.
Nobody may punish you for complaining about your manager.
We do not punish criticism of the company.
Please be kind: attack arguments, not people.
Never publish unreleased figures before the results are out.
Do not use a customer's name or picture without consent.
Write "my own opinion" when you speak about our products on your own account.
You must say that you work for us when you recommend our products.
Never speak on behalf of the company unless you have been named as a speaker.
If a journalist writes to you about the company, you may answer for yourself; pass on what is meant for the company.
Whoever breaks this clause talks first with the team's lead; serious cases can lead to a warning.
Do not threaten, insult or harass anybody.
Do not click on links from people you do not know.
Share the account's password only through the vault.
Turn on two-factor authentication on your personal accounts too.
Security looks at brand accounts every month.
We will never ask you to open your private account.
You may use the company's name to say where you work.
Do not put our logo on goods that you sell.
If you find a breach, tell security within an hour; nobody is blamed for reporting one.
Do not guarantee a return on investment.
Do not give medical advice in public answers.
Answer complaints politely and take the talk to private messages.
Do not delete criticism from customers.
Only approved speakers publish on brand accounts.
Do not discuss a patient's condition in public.
You can photograph your workplace as long as no customers or screens are in the picture.
Report impersonation of our accounts to security.
Do not talk about codenames with anyone outside the project.
What you do in your free time is your business.
Ask for permission before you repost other people's pictures.
`

func lines(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }

func TestUnlawfulEnglishIsFound(t *testing.T) {
	for _, s := range lines(unlawfulEnglish) {
		if len(Overbroad(s, English)) == 0 {
			t.Errorf("not found: %s", s)
		}
	}
}

func TestLawfulEnglishPasses(t *testing.T) {
	for _, s := range lines(lawfulEnglish) {
		for _, o := range Overbroad(s, English) {
			t.Errorf("%s\n\tfound: %s", s, o.Reason.EN)
		}
	}
}
