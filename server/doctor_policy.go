package server

import (
	"context"
	"fmt"

	"rostrum/fault"
	"rostrum/store"
	"rostrum/studio"
)

// lookAtPolicyPeople says whether the company can publish: whoever edits the policy cannot approve it. Before the first run
// there is nobody, and nothing to say.
func lookAtPolicyPeople(ctx context.Context, s *store.Store, tell func(Finding)) {
	err := s.Read(ctx, func(tx *store.Tx) error {
		if _, err := tx.Company(ctx); fault.Is(err, fault.NotFound) {
			return nil
		} else if err != nil {
			return err
		}
		eyes, err := studio.FindEyes(ctx, tx)
		if err != nil {
			return err
		}
		if eyes.Four() {
			tell(Finding{Fine, fmt.Sprintf("The policy can be approved by another person than its editor (people who may: %d).", len(eyes.Able)),
				fmt.Sprintf("Politiką gali patvirtinti kitas žmogus nei jos rengėjas (galinčių žmonių: %d).", len(eyes.Able))})
			return nil
		}
		tell(Finding{Warn, "Nobody can publish a policy: whoever edits it cannot approve it, and there is no second person. Invite one with the role policy owner or approver, at “People”.",
			"Niekas negali paskelbti politikos: rengėjas jos patvirtinti negali, o antro žmogaus nėra. Puslapyje „Žmonės“ pakvieskite žmogų, kurio vaidmuo – politikos šeimininkas arba tvirtintojas."})
		return nil
	})
	if err != nil {
		tell(bad(err))
	}
}
