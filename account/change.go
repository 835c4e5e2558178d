package account

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"rostrum/fault"
	"rostrum/ledger"
	"rostrum/staff"
)

// Change keeps what people decide about an account: owner, purpose, policy, languages, rule, approvers, slots and zone.
// Offered are the ids that speakers.yaml of the policy in force has for the account's network. It refuses when somebody
// changed the account since to.Version was read.
func Change(ctx context.Context, r Records, who staff.Person, to Account, offered []string, now time.Time) (Account, error) {
	if err := staff.May(who, staff.ConnectAccount); err != nil {
		return to, err
	}
	was, err := r.BrandAccount(ctx, to.ID)
	if err != nil {
		return to, err
	}
	is := was
	is.Owner, is.Purpose, is.Policy, is.Rule, is.All, is.Zone, is.Version = to.Owner, strings.TrimSpace(to.Purpose), to.Policy, to.Rule, to.All, to.Zone, to.Version
	is.Languages, is.Approvers, is.Slots = tidy(to.Languages), tidy(to.Approvers), sorted(to.Slots)
	if err := is.checked(was, offered); err != nil {
		return to, err
	}
	if err := ablePeople(ctx, r, was, is); err != nil {
		return to, err
	}
	fields := changed(was, is)
	if len(fields) == 0 {
		return was, nil
	}
	if err := r.ChangeBrandAccount(ctx, is); err != nil {
		return to, err
	}
	is.Version++
	return is, r.Append(ctx, ledger.Entry{Time: now, Actor: who.ID, Kind: "account.changed", Subject: is.ID, Data: recorded(was, is, fields),
		Private: map[string]string{"purpose": is.Purpose}})
}

func (a Account) checked(was Account, offered []string) error {
	if utf8.RuneCountInString(a.Purpose) > LongestText || line(a.Purpose, LongestText) != strings.Join(strings.Fields(a.Purpose), " ") {
		return fault.Of("purpose", "Say what the account is for in up to 500 characters.", "Nurodykite paskirtį, ne ilgesnę kaip 500 ženklų.")
	}
	if a.Policy != "" && a.Policy != was.Policy && !slices.Contains(offered, a.Policy) {
		return fault.Of("policy", "Choose one of the accounts that the policy in force names for this network.",
			"Pasirinkite vieną iš paskyrų, kurias šiam tinklui nurodo galiojanti politika.")
	}
	for _, language := range a.Languages {
		if language != "en" && language != "lt" {
			return fault.Of("languages", "Choose English, Lithuanian or both.", "Pasirinkite anglų, lietuvių kalbą arba abi.")
		}
	}
	if a.Rule != Always && a.Rule != Findings {
		return fault.Of("rule", "Choose which posts need approval.", "Pasirinkite, kuriuos įrašus reikia tvirtinti.")
	}
	if _, err := time.LoadLocation(a.Zone); err != nil || a.Zone == "" || a.Zone == "Local" {
		return fault.Of("zone", "Choose a time zone such as Europe/Vilnius.", "Pasirinkite laiko juostą, pavyzdžiui, Europe/Vilnius.")
	}
	return nil
}

// ablePeople holds a new owner and new approvers to what they will have to do.
func ablePeople(ctx context.Context, r Records, was, is Account) error {
	if is.Owner != was.Owner {
		p, err := r.Person(ctx, is.Owner)
		if fault.Is(err, fault.NotFound) || err == nil && staff.May(p, staff.SeeAccounts) != nil {
			return fault.Of("owner", "Choose somebody active whose roles let them see accounts.",
				"Pasirinkite dirbantį žmogų, kurio vaidmenys leidžia matyti paskyras.")
		} else if err != nil {
			return err
		}
	}
	for _, id := range is.Approvers {
		if slices.Contains(was.Approvers, id) {
			continue
		}
		p, err := r.Person(ctx, id)
		if fault.Is(err, fault.NotFound) || err == nil && staff.May(p, staff.VotePosts) != nil {
			return fault.Of("approvers", "Choose active people who may approve posts.", "Pasirinkite dirbančius žmones, kurie gali tvirtinti įrašus.")
		} else if err != nil {
			return err
		}
	}
	return nil
}

func changed(was, is Account) []string {
	all := map[string]bool{"purpose": was.Purpose != is.Purpose, "owner": was.Owner != is.Owner, "policy": was.Policy != is.Policy,
		"languages": !slices.Equal(was.Languages, is.Languages), "rule": was.Rule != is.Rule || was.All != is.All,
		"approvers": !slices.Equal(was.Approvers, is.Approvers), "slots": !slices.Equal(was.Slots, is.Slots), "zone": was.Zone != is.Zone}
	maps.DeleteFunc(all, func(_ string, yes bool) bool { return !yes })
	return slices.Sorted(maps.Keys(all))
}

// recorded is what the ledger says of a change: who must say yes, and where the policy's grants lead, in full.
func recorded(was, is Account, fields []string) map[string]string {
	data := map[string]string{"handle": is.Handle, "network": is.Network, "fields": strings.Join(fields, " ")}
	for name, value := range map[string]string{"owner": is.Owner, "owner_before": was.Owner, "policy_id": is.Policy, "policy_id_before": was.Policy,
		"approvers": strings.Join(is.Approvers, " "), "approvers_before": strings.Join(was.Approvers, " "),
		"rule": ruleName(is), "rule_before": ruleName(was)} {
		if field, _, _ := strings.Cut(name, "_"); slices.Contains(fields, field) {
			data[name] = value
		}
	}
	return data
}

// ruleName is the account's rule in one word for the record.
func ruleName(a Account) string {
	if a.All {
		return string(a.Rule) + " all"
	}
	return string(a.Rule) + " any"
}

// tidy has each entry once, in order of the alphabet, and no empty ones.
func tidy(list []string) []string {
	all := slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" })
	slices.Sort(all)
	return slices.Compact(all)
}
