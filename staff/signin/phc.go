package signin

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// The highest costs that a stored hash may ask for, so that a damaged row cannot eat the memory.
const (
	maxMemory = 256 << 10 // KiB
	maxTime   = 10
	maxLanes  = 16
)

// parsePHC reads an Argon2id hash in the PHC string format.
func parsePHC(s string) (params argonParams, salt, sum []byte, err error) {
	bad := errors.New("signin: the stored password hash is damaged")
	part := strings.Split(s, "$")
	if len(part) != 6 || part[0] != "" || part[1] != "argon2id" || part[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return params, nil, nil, bad
	}
	if _, err := fmt.Sscanf(part[3], "m=%d,t=%d,p=%d", &params.memory, &params.time, &params.lanes); err != nil {
		return params, nil, nil, bad
	}
	costsOK := params.memory >= 8*uint32(params.lanes) && params.memory <= maxMemory &&
		params.time >= 1 && params.time <= maxTime && params.lanes >= 1 && params.lanes <= maxLanes
	salt, saltErr := base64.RawStdEncoding.Strict().DecodeString(part[4])
	sum, sumErr := base64.RawStdEncoding.Strict().DecodeString(part[5])
	if !costsOK || saltErr != nil || sumErr != nil || len(salt) < 8 || len(sum) != hashBytes {
		return params, nil, nil, bad
	}
	return params, salt, sum, nil
}
