package server

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"rostrum/fault"
	"rostrum/opinion"
	"rostrum/opinion/chat"
)

// opinionPatience is how long one call may take: somebody waits for their post to be sent.
const opinionPatience = 5 * time.Second

// opinion makes what is asked for second opinions, or nil where it is off.
func (c *Config) opinion() (*opinion.Opinion, error) {
	if c.Opinion == "" {
		if c.OpinionModel != "" || c.OpinionKey != "" || c.OpinionBudget != "" {
			return nil, fault.New(fault.Invalid, "--opinion-model, --opinion-key and --opinion-budget need --opinion as well.",
				"Prie --opinion-model, --opinion-key ir --opinion-budget reikia ir --opinion.")
		}
		return nil, nil
	}
	calls, err := strconv.Atoi(c.OpinionBudget)
	if err != nil || calls < 1 {
		return nil, fault.New(fault.Invalid, "--opinion needs --opinion-budget: how many calls a day it may make, such as 200.",
			"Prie --opinion reikia --opinion-budget: kiek užklausų per dieną leidžiama, pavyzdžiui, 200.")
	}
	return NewOpinion(c.Opinion, c.OpinionModel, c.OpinionKey, calls)
}

// NewOpinion makes what is asked for second opinions. What is wrong is a fault that names the setting.
func NewOpinion(address, model, key string, calls int) (*opinion.Opinion, error) {
	endpoint, err := chat.New(address, model, key)
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		setting := map[string]string{"address": "--opinion", "model": "--opinion-model"}[f.Field]
		return nil, fault.New(fault.Invalid, setting+": "+f.EN, setting+": "+f.LT)
	} else if err != nil {
		return nil, err
	}
	return opinion.New(opinion.Config{Endpoint: endpoint, Calls: calls, Timeout: opinionPatience})
}

// lookAtOpinion asks the model about a made-up sentence.
func lookAtOpinion(ctx context.Context, c Config) Finding {
	o, err := c.opinion()
	switch {
	case err != nil:
		return bad(err)
	case o == nil:
		return Finding{Fine, "Nobody is asked for second opinions: --opinion is off.", "Antrosios nuomonės neklausiama: --opinion išjungta."}
	}
	took, err := o.Try(ctx)
	if err != nil {
		f := bad(err)
		f.Level = Warn // posts go their way without it
		return f
	}
	seconds := took.Seconds()
	return Finding{Fine, fmt.Sprintf("%s gives second opinions: it answered a made-up sentence in %.1f s.", c.OpinionModel, seconds),
		fmt.Sprintf("Antrąją nuomonę teikia %s: į išgalvotą sakinį atsakė per %.1f s.", c.OpinionModel, seconds)}
}
