package opinion

import (
	"context"
	"time"

	"rostrum/fault"
)

// sample is about nobody: what is sent to see whether a model answers as it is asked to.
const sample = "The shop opens at nine."

// Try asks about a made-up sentence and tells whether the answer can be read, and how long it took. It is no call of the day's.
func (o *Opinion) Try(ctx context.Context) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()
	begun := time.Now()
	said, err := o.Endpoint.Complete(ctx, instruction, sample)
	if err != nil {
		return 0, unanswered()
	}
	if _, err := parse(said); err != nil {
		return 0, fault.New(fault.Unavailable,
			"The model that gives second opinions answers, but not in the form that it is asked for. Choose a model that can answer in JSON.",
			"Antrąją nuomonę teikiantis modelis atsako, bet ne tokia forma, kokios prašoma. Pasirinkite modelį, kuris moka atsakyti JSON.")
	}
	return time.Since(begun), nil
}
